"""Registers of a branch's file on paper, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.model import words
from generator.model.activity_line import ActivityLine
from generator.model.branch_file import FileTable
from generator.present.kit.fragments import without_tags
from generator.present.kit.record_table import RecordTable, ShownFile, section_table, single_values

_ACTIVITY = ("日期", "类型", "议题、题目、主题与决议", "实到/应到", "缺席", "主持、记录", "证明")


def activity_table(caption: str, lines: Iterable[ActivityLine], year: int) -> FileTable:
    """Activities; a day or a file of another year than the register's says so."""
    return FileTable(caption, _ACTIVITY, tuple([_activity(row, year) for row in lines]))


def _activity(row: ActivityLine, year: int) -> tuple[str, ...]:
    when = row.when.removeprefix(f"{year}.yml").removeprefix("，")
    told = "；".join(filter(None, (*row.matters, *row.notes, *map(without_tags, row.about), when)))
    return (
        "\n".join(
            (*([] if row.day.year == year else [f"{row.day.year}年"]), words.short_day(row.day), words.weekday(row.day))
        ),
        row.kinds,
        told,
        row.attendance,
        row.absences,
        "\n".join(filter(None, (row.chair, row.recorder))),
        without_tags(row.proves),
    )


def register_tables(files: Iterable[ShownFile], proves: Mapping[str, str]) -> Iterator[FileTable]:
    """What else is on record: every register kind that holds rows; `proves` is HTML by anchor."""
    return (_table(row, proves) for row in _register(files))


def _register(files: Iterable[ShownFile]) -> Iterator[RecordTable]:
    for file in files:
        yield from single_values(file)
        for section in file.sections:
            yield section_table(section, file.title, {})


def _table(table: RecordTable, proves: Mapping[str, str]) -> FileTable:
    found = [without_tags(proves.get(row.anchor, "")) for row in table.rows]
    rows: Iterable[tuple[str, ...]] = (row.cells for row in table.rows)
    if not any(found):
        return FileTable(table.caption, table.columns, tuple(rows))
    proving = tuple([(*cells, ids) for cells, ids in zip(rows, found, strict=True)])
    return FileTable(table.caption, (*table.columns, "证明"), proving)
