"""How the rows of a record file stand on sheets of a table: one sheet a top-level key, one column a field.

A list of records within a row takes further lines below it; a list of plain values is one cell.  What a mapping holds has
columns of its own, named by the keys that lead there: 缺席·请假.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from generator.model.record import Audience, Record
from generator.model.shape import FieldKind, FieldShape, shape_of

BETWEEN = "·"
_REQUIRED = "＊"
_LOOSE = str.maketrans({"．": BETWEEN, "・": BETWEEN, "•": BETWEEN, "*": None, _REQUIRED: None, "\n": None, " ": None})


class SheetColumn(NamedTuple):
    """One column.  `path` are the Chinese keys that lead to the field from its row; `many` is set for a list of values.

    The first `depth` keys lead to a list of records within the row (none for the row's own columns).  `required` is set
    where the row, or the record of that list, cannot be without it.
    """

    path: tuple[str, ...]
    kind: FieldKind
    many: bool = False
    depth: int = 0
    required: bool = False
    choices: tuple[str, ...] = ()
    hint: str = ""
    example: Any = ""

    @property
    def label(self) -> str:
        """Its name: 议题·表决·赞成."""
        return BETWEEN.join(self.path)

    @property
    def marked(self) -> bool:
        """Whether no row can be without it: a list within the row may be."""
        return self.required and not self.depth

    @property
    def header(self) -> str:
        """Its name as the head of the column writes it, with a mark where it has to be filled in."""
        return self.label + _REQUIRED * self.marked

    @property
    def listed(self) -> tuple[str, ...]:
        """The keys that lead to the list within the row; empty for the row's own columns."""
        return self.path[: self.depth]


class SheetLayout:
    """One sheet: its title, the top-level `key` whose rows it holds, their record kind, the columns that `audience` sees.

    `key` is empty for the sheet of a file's plain fields; `hint` is what the declaration says of the key, and
    `may_be_none` whether stating that there are no rows says something else than having none.  A `single` one has one row.  There is one of each; whatever is
    derived from the columns is kept with it.
    """

    __slots__ = (
        "audience",
        "by_header",
        "by_path",
        "columns",
        "hint",
        "key",
        "kind",
        "lists",
        "may_be_none",
        "single",
        "title",
    )

    def __init__(
        self,
        title: str,
        key: str,
        kind: type[Record],
        audience: Audience,
        columns: tuple[SheetColumn, ...],
        *,
        single: bool,
        hint: str = "",
        may_be_none: bool = False,
    ) -> None:
        self.title, self.key, self.kind, self.audience, self.single = title, key, kind, audience, single
        self.hint, self.may_be_none = hint, may_be_none
        self.columns = columns
        self.by_path = {column.path: at for at, column in enumerate(columns)}
        self.by_header = {column.label: at for at, column in enumerate(columns)}
        self.lists: dict[tuple[str, ...], tuple[int, ...]] = {}
        for at, column in enumerate(columns):
            self.lists[column.listed] = (*self.lists.get(column.listed, ()), at)

    def __repr__(self) -> str:
        return f"SheetLayout({self.title})"

    def at(self, header: str) -> int | None:
        """The number of the column of that head, as people write it; None of one that there is not."""
        return self.by_header.get(header.translate(_LOOSE))


@cache
def sheet_layouts(kind: type[Record], title: str, audience: Audience) -> tuple[SheetLayout, ...]:
    """The sheets of a file that holds one record of that kind; `title` heads the one of its plain fields."""
    plain: list[SheetColumn] = []
    sheets: list[SheetLayout] = []
    for field in shape_of(kind):
        if not audience.sees(field.audience):
            continue
        if field.record is None:
            plain.append(_column(field, (), 0, needed=True))
        elif columns := tuple(_columns(field.record, audience)):
            sheets.append(
                SheetLayout(
                    field.label,
                    field.label,
                    field.record,
                    audience,
                    columns,
                    single=not field.many,
                    hint=field.hint,
                    may_be_none=field.many and kind.model_fields[field.name].default is None,
                )
            )
    own = (SheetLayout(title, "", kind, audience, tuple(plain), single=True),) if plain else ()
    return (*own, *sheets)


def _columns(
    kind: type[Record], audience: Audience, above: tuple[str, ...] = (), depth: int = 0, *, needed: bool = True
) -> Iterator[SheetColumn]:
    for field in shape_of(kind):
        path = (*above, field.label)
        if not audience.sees(field.audience):
            continue
        if field.record is None:
            yield _column(field, above, depth, needed=needed)
        elif not field.many:
            yield from _columns(field.record, audience, path, depth, needed=needed and field.required)
        elif depth:
            raise TypeError(f"{BETWEEN.join(path)} is a list within a list of a row")
        else:
            yield from _columns(field.record, audience, path, len(path))


def _column(field: FieldShape, above: tuple[str, ...], depth: int, *, needed: bool) -> SheetColumn:
    return SheetColumn(
        path=(*above, field.label),
        kind=field.kind,
        many=field.many,
        depth=depth,
        required=needed and field.required,
        choices=field.choices,
        hint=field.hint,
        example=field.example,
    )
