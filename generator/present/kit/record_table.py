"""The register table: any record as tables, a column for each of its fields, in the order and words of its kind.

A kind that has no page of its own is shown by it; so a record that was declared is never invisible.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from generator.model import words
from generator.model.files import RECORD_FILES
from generator.model.record import Record
from generator.model.record_file import Owner
from generator.model.records.activity_parts import Exclusion
from generator.model.records.school_activity import GroupTurnout
from generator.model.records.training_class import Trainees
from generator.model.register_sections import RegisterSection
from generator.model.shape import FieldKind, FieldShape, shape_of

_DAY = "日期"
_MOST_COLUMNS = 7
"""A row of more is told in one cell: as wide a table would fit on no screen."""


class RecordRow(NamedTuple):
    """One row: where it stands on the page, and a text for each column."""

    anchor: str
    cells: tuple[str, ...]


class RecordTable(NamedTuple):
    """Rows of one section, or the single values of a record, under their columns."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[RecordRow, ...]


class ShownFile(NamedTuple):
    """What a page shows of one file of records: the record as its readers may see it, a title, and sections of it."""

    record: Record
    title: str
    sections: tuple[RegisterSection, ...]


def single_values(file: ShownFile) -> Iterator[RecordTable]:
    """What a file says beside its sections, if anything."""
    shapes = [shape for shape in shape_of(type(file.record)) if shape.record is None]
    given = [(shape.label, getattr(file.record, shape.name)) for shape in shapes]
    if shown := [(label, said(value)) for label, value in given if value not in (None, ())]:
        labels, values = zip(*shown, strict=True)
        yield RecordTable(file.title, labels, (RecordRow("", values),))


def section_table(section: RegisterSection, title: str, names: Mapping[str, str]) -> RecordTable:
    """A section of a record that is projected for its readers."""
    rows = [(anchor, dict(told_fields(row, names, single=section.single))) for anchor, row in section.rows]
    found = dict.fromkeys(column for _, row in rows for column in row)
    columns = tuple(sorted(found, key=lambda column: column != _DAY))
    if len(columns) > _MOST_COLUMNS:
        columns, rows = (columns[0], "内容"), [(anchor, _folded(row, columns[0])) for anchor, row in rows]
    cells = tuple(RecordRow(anchor, tuple(row.get(column, "") for column in columns)) for anchor, row in rows)
    return RecordTable(f"{section.label}（{title}）", columns, cells)


def excluded(row: Exclusion | None) -> str:
    """不计入, as the edition's readers may know it: its grounds are there in the restricted edition only."""
    if row is None:
        return ""
    return f"不计入 {row.count} 名（{'、'.join(row.grounds)}）" if row.grounds else "应到已按规定扣除"


def _folded(row: Mapping[str, str], first: str) -> dict[str, str]:
    rest = "；".join(f"{label} {text}" for label, text in row.items() if label != first)
    return {first: row.get(first, ""), "内容": rest}


def told_fields(
    record: Record, names: Mapping[str, str], above: str = "", *, single: bool = False
) -> Iterator[tuple[str, str]]:
    """Each field that is given with its key and in words, those of a mapping within it too.

    Lists in a section of one row are sections of their own.
    """
    for shape in shape_of(type(record)):
        value = getattr(record, shape.name)
        if value is None or value == () or (single and shape.many and shape.record is not None):
            continue
        label = f"{above}{shape.label}"
        if isinstance(value, Exclusion):
            yield label, excluded(value)
        elif isinstance(value, Record):
            yield from told_fields(value, names, f"{label}：")
        else:
            yield label, _told(shape, value, names)


def _told(shape: FieldShape, value: Any, names: Mapping[str, str]) -> str:
    if shape.kind is FieldKind.BRANCH:
        ids = value if shape.many else (value,)
        return "、".join(names.get(id, id) for id in ids)
    if shape.record is Trainees:
        return _trained(value)
    if shape.record is not None:
        return "\n".join("，".join(f"{label} {text}" for label, text in _row_cells(row, names)) for row in value)
    return said(value)


def _trained(rows: Sequence[Trainees]) -> str:
    """From how many branches how many people came: one class may have rows of every branch of the institution."""
    posts = Counter[str]()
    for row in rows:
        posts[row.post or ""] += row.people
    named = "、".join(f"{post} {people} 人" for post, people in posts.items() if post)
    shown = f"{len({row.branch for row in rows})} 个支部 {sum(posts.values())} 人"
    return f"{shown}（{named}）" if named else shown


def _row_cells(row: Record, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Of a small group no numbers are told."""
    if isinstance(row, GroupTurnout) and row.small:
        yield from (("对象", row.group), ("人数", "不足 10 人"))
    else:
        yield from told_fields(row, names)


def said(value: Any) -> str:
    """A value in a reader's words."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, tuple):
        return "；".join(map(said, value))
    if isinstance(value, dict):
        return "；".join(f"{key} {said(item)}" for key, item in value.items())
    return str(value)


def file_title(owner: Owner, name: str) -> str:
    """What a file of that name is called; its own name where nobody declares it."""
    last = name.rpartition("/")[2]
    return next((file.title for file in RECORD_FILES if file.owner is owner and file.matches(last)), last)
