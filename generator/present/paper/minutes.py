"""Minutes (会议记录) of what is on record of one day: every field that the edition's readers may see, tables for its lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.model import words
from generator.model.paper import Paper, PaperBlock, PaperLook, PaperTable, PaperText, TextLook, facts, headed_table
from generator.model.record import Record
from generator.model.records.activity import Activity
from generator.model.shape import shape_of
from generator.present.branch.branch_year import BranchYear
from generator.present.kit.record_table import told_fields


def minutes(year: BranchYear, day: date) -> Iterator[Paper]:
    """A paper for each activity of that day, as the register has it."""
    for row in year.dossier.activities:
        if row.on == day:
            yield _minutes(year, row)


def _minutes(year: BranchYear, row: Activity) -> Paper:
    title = f"{'、'.join(row.kinds)}记录"
    note = f"整理稿，{year.site.edition}；由台账排出，以纸质原始记录（{row.original or '存放处台账没有写明'}）为准。"
    lists = [shape for shape in shape_of(Activity) if shape.many and shape.record is not None]
    apart = {shape.label for shape in lists}
    single = [pair for pair in told_fields(row, {}) if pair[0] not in apart]
    blocks: list[PaperBlock] = [
        PaperText(note, TextLook.NOTE),
        PaperText(title, TextLook.TITLE),
        facts([("支部", year.dossier.profile.name), *single]),
    ]
    for shape in lists:
        if rows := getattr(row, shape.name):
            blocks += [PaperText(shape.label, TextLook.NOTE), _table(rows)]
    if row.entered_on is None:
        blocks.append(PaperText(f"台账没有写录入日期；本页排出于{words.day(year.site.as_of)}。", TextLook.NOTE))
    blocks.append(PaperText("主持人签字：＿＿＿＿＿＿　　　记录人签字：＿＿＿＿＿＿", TextLook.PLAIN))
    return Paper(title, tuple(blocks), PaperLook.SHEET)


def _table(rows: tuple[Record, ...]) -> PaperTable:
    told: list[Mapping[str, str]] = [dict(told_fields(row, {})) for row in rows]
    columns = tuple(dict.fromkeys(label for row in told for label in row))
    heads = [label.replace("：", "\n") for label in columns]
    widths = tuple(max(2.0, *(min(12.0, len(row.get(label, ""))) for row in told)) for label in columns)
    return headed_table(heads, ([row.get(label, "") for label in columns] for row in told), widths)
