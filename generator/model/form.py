"""Blank forms (空表): what to fill in by hand or elsewhere for one record, made from the record kind.

A record kind declares what its forms are called and what no paper needs (`FORMS`, layouts); the fields, their order, kinds,
hints and choices come from the kind itself, so that what is written down fits what is entered later.  A form knows
nothing of HTML, Word or workbooks: each output makes all of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.model.kinds import ActivityKind
from generator.model.record import FormLayout, Record
from generator.model.shape import FieldKind, FieldShape, kinds_below, shape_of

_ROWS = 3
_WIDTHS = {
    FieldKind.DAY: 7,
    FieldKind.MONTH: 6,
    FieldKind.TIMES: 7,
    FieldKind.COUNT: 3,
    FieldKind.NUMBER: 4,
    FieldKind.FLAG: 4,
    FieldKind.CHOICE: 6,
    FieldKind.CRITERION: 4,
    FieldKind.STANDARD: 4,
    FieldKind.NAME: 10,
    FieldKind.PERSON: 6,
    FieldKind.TEXT: 12,
}
"""How much room a value needs, in Chinese characters."""


class FormField(NamedTuple):
    """One line, or one column of a table.  `path` are the Chinese keys that lead to it; empty where it is for paper only."""

    label: str
    path: tuple[str, ...] = ()
    kind: FieldKind = FieldKind.TEXT
    width: int = _WIDTHS[FieldKind.TEXT]
    hint: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """The key above it, for fields that stand together (请假 and 未请假 of 缺席)."""
        return self.path[-2] if len(self.path) > 1 else ""


class FormTable(NamedTuple):
    """Several rows of the same columns, to be left blank; `first` are the words of the first column that are known."""

    label: str
    columns: tuple[FormField, ...]
    rows: int = _ROWS
    first: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Form:
    """A blank form of a record kind.  There is one of each; what is drawn of it is remembered by it.

    `holder` is whose register it belongs to (支部名称).  Its parts are made when they are asked for: most who ask for a form
    want its name alone.
    """

    layout: FormLayout
    record: type[Record]
    holder: str

    @property
    def heading(self) -> tuple[str, ...]:
        """What its head names: whom it is about, and days or months that may be known before."""
        return (self.holder, *self.layout.heading)

    @cached_property
    def lines(self) -> tuple[FormField, ...]:
        """What stands above the tables."""
        paper = (label for label, columns in self.layout.paper.items() if not columns)
        return (*(part for part in self._parts if isinstance(part, FormField)), *map(FormField, paper))

    @cached_property
    def tables(self) -> tuple[FormTable, ...]:
        """The tables, those that are for paper only last."""
        paper = (_paper_table(label, columns, self.layout) for label, columns in self.layout.paper.items() if columns)
        return (*(part for part in self._parts if isinstance(part, FormTable)), *paper)

    @cached_property
    def _parts(self) -> tuple[FormField | FormTable, ...]:
        return tuple(_parts(self.record, self.layout, ()))

    @property
    def about(self) -> ActivityKind | type[Record]:
        """What it is for: activities of one kind, or the rows of its record kind."""
        return ActivityKind(self.layout.about) if self.layout.about else self.record

    @property
    def fields(self) -> Iterator[FormField]:
        """Every field, the columns of tables included."""
        yield from self.lines
        for table in self.tables:
            yield from table.columns


def forms_of(register: type[Record], holder: str) -> Iterator[Form]:
    """The forms of what is entered in a register, in the register's order; `holder` is whose register it is."""
    for kind in dict.fromkeys(kinds_below(register)):
        yield from (Form(layout=layout, record=kind, holder=holder) for layout in kind.FORMS)


def _parts(kind: type[Record], layout: FormLayout, path: tuple[str, ...]) -> Iterator[FormField | FormTable]:
    for shape in shape_of(kind):
        own = (*path, shape.label)
        if ".".join(own) in layout.without:
            continue
        if shape.record is None:
            yield _field(shape, own)
        elif shape.many:
            yield _table(shape, layout, own)
        else:
            yield from _parts(shape.record, layout, own)


def _field(shape: FieldShape, path: tuple[str, ...]) -> FormField:
    width = _WIDTHS.get(shape.kind, _WIDTHS[FieldKind.TEXT])
    return FormField(shape.label, path, shape.kind, width, shape.hint, shape.required, shape.choices)


def _table(shape: FieldShape, layout: FormLayout, path: tuple[str, ...]) -> FormTable:
    if shape.record is None:
        raise TypeError(f"{'.'.join(path)} has no rows")
    columns = (_column(part) for part in _parts(shape.record, layout, path))
    return FormTable(shape.label, tuple(columns), *_rows(shape.label, layout), shape.hint)


def _column(part: FormField | FormTable) -> FormField:
    """A list within a row has one column for all of it."""
    return part if isinstance(part, FormField) else FormField(part.label, part.columns[0].path[:-1], hint=part.hint)


def _paper_table(label: str, columns: tuple[str, ...], layout: FormLayout) -> FormTable:
    return FormTable(label, tuple(map(FormField, columns)), *_rows(label, layout))


def _rows(label: str, layout: FormLayout) -> tuple[int, tuple[str, ...]]:
    given = layout.rows.get(label, _ROWS)
    return (given, ()) if isinstance(given, int) else (len(given), given)
