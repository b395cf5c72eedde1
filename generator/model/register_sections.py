"""The sections of a register file, and where on a page each of their rows stands.

A section is what stands under one key: a list of rows, or one mapping, which is a section of one row; a list within such a
mapping is a section of its own.  An anchor is told by the section, the day of the row (else what the file is about: its
year), and the row's number among those: `reviews-2019-10-16-1`.  Pages that show the rows and links that lead to them
read both from here.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from generator.model.record import Record, Source
from generator.model.shape import FieldShape, shape_of

_EMPTY = (None, ())


class RegisterSection(NamedTuple):
    """One section: its name in anchors, its Chinese label, its rows with their anchors.

    A `single` one is a mapping, not a list: its lists are sections of their own.  `holders` are mappings without a line of their own: whoever cites them means the first row.
    """

    name: str
    label: str
    rows: tuple[tuple[str, Record], ...] = ()
    single: bool = False
    holders: tuple[Record, ...] = ()

    def cited(self, sources: Container[Source]) -> RegisterSection:
        """The same with those rows only that somebody cites."""
        rows = tuple(
            (anchor, row) for anchor, row in self.rows if any(e.source in sources for e in records_within(row))
        )
        return self._replace(rows=rows)


_TOP = RegisterSection("", "")


def sections_of(record: Record, about: str, without: Iterable[str] = ()) -> tuple[RegisterSection, ...]:
    """The sections of a file that hold something; `about` is its year or its name, `without` are fields shown elsewhere."""
    shapes = (shape for shape in record_fields(record.__class__) if shape.name not in without)
    return tuple(section for shape in shapes for section in _sections(record, shape, about, _TOP))


def anchors_in(sections: Iterable[RegisterSection]) -> Mapping[Source, str]:
    """Where each row stands, by its position in the file; what stands within a row is found with it."""
    found: dict[Source, str] = {}
    for section in sections:
        for anchor, row in section.rows:
            for each in records_within(row):
                found[each.source] = anchor  # the lists of a mapping come after it
        for holder in section.holders:
            found.setdefault(holder.source, section.rows[0][0])
    return found


def has_cells(record: Record) -> bool:
    """Whether a mapping holds anything beside the lists that are sections of their own."""
    return any(
        getattr(record, shape.name) not in _EMPTY and not (shape.many and shape.record is not None)
        for shape in shape_of(type(record))
    )


@cache
def record_fields(kind: type[Record]) -> tuple[FieldShape, ...]:
    """The fields of a record kind that hold records."""
    return tuple(shape for shape in shape_of(kind) if shape.record is not None)


def _sections(record: Record, shape: FieldShape, about: str, named: RegisterSection) -> Iterator[RegisterSection]:
    """The sections under one key; `named` says what stands above it."""
    value = getattr(record, shape.name)
    if not value:
        return
    name, label, holders = named.name + shape.name.replace("_", "-"), named.label + shape.label, named.holders
    if shape.many:
        yield RegisterSection(name, label, tuple(_numbered(name, value, about)), holders=holders)
        return
    if has_cells(value):
        yield RegisterSection(name, label, tuple(_numbered(name, (value,), about)), single=True)
    else:
        holders = (*holders, value)
    below = RegisterSection(f"{name}-", f"{label}：", holders=holders)
    for inner in record_fields(value.__class__):
        if inner.many:
            yield from _sections(value, inner, about, below)


def _numbered(name: str, rows: Iterable[Record], about: str) -> Iterator[tuple[str, Record]]:
    """Rows of one day are counted; a day of another year than the file's could be that of a row there too."""
    counts: dict[str, int] = {}
    for row in rows:
        on = getattr(row, "on", None)
        key = about
        if isinstance(on, date):
            key = on.isoformat() if about == str(on.year) else f"{on.isoformat()}-{about}"
        counts[key] = counts.get(key, 0) + 1
        yield f"{name}-{key}-{counts[key]}", row


def records_within(record: Record) -> Iterator[Record]:
    """A record and every one in it, at any depth."""
    yield record
    for shape in record_fields(record.__class__):
        value = getattr(record, shape.name)
        for each in (value or ()) if shape.many else (value,):
            if each is not None:
                yield from records_within(each)
