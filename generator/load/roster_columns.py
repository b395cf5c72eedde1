"""The columns of a roster (名册) and the words by which their headings are known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model.grid import CellValue, Grid, cell_in_plain
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report

HEADING_ROWS = 12
"""How far down the row of headings may stand: titles and notes come before it."""

_LEAST = 2
_BRACKETS = re.compile(r"[(（\[【].*?[)）\]】]|[\s*＊:：]")


class RosterColumn(NamedTuple):
    """What a column holds: the word of its heading and other words for it."""

    name: str
    label: str
    others: tuple[str, ...] = ()
    required: bool = False


COLUMNS = (
    RosterColumn(
        "committee",
        "基层党委",
        ("党委", "党总支", "所属党委", "所属基层党委", "上级党组织", "所属党组织", "二级党组织", "基层党委名称"),
        required=True,
    ),
    RosterColumn("name", "支部名称", ("支部", "党支部", "党支部名称", "支部全称"), required=True),
    RosterColumn("kind", "类型", ("支部类型", "党支部类型", "类别", "支部类别"), required=True),
    RosterColumn("founded", "成立日期", ("成立", "成立时间", "批准成立日期", "批复日期"), required=True),
    RosterColumn("full", "正式", ("正式党员", "正式党员数", "正式党员人数", "正式人数")),
    RosterColumn("probationary", "预备", ("预备党员", "预备党员数", "预备党员人数", "预备人数")),
    RosterColumn("counted", "人数自", ("统计日期", "人数统计日期", "截至日期", "统计截止")),
    RosterColumn("secretary", "书记", ("支部书记", "书记姓名", "党支部书记")),
    RosterColumn("since", "书记任职日期", ("任职日期", "任职时间", "书记任职时间", "书记任职", "任职")),
    RosterColumn("id", "编号", ("支部编号", "党支部编号")),
    RosterColumn("committee_id", "基层党委编号", ("党委编号", "党总支编号")),
    RosterColumn("committee_kind", "基层党委类型", ("党委类型", "党组织类型")),
)
_PASSED_OVER = frozenset({"序号", "备注"})
"""Columns that many rosters have and that tell nothing of a branch: not read, and nothing said of them."""

_BY_WORD = {word: column for column in COLUMNS for word in (column.label, *column.others)}


class Headings(NamedTuple):
    """The row of headings (from 0), and the column (from 0) of each thing that the roster tells."""

    row: int
    columns: Mapping[str, int]


def find_headings(table: Grid) -> Headings | None:
    """The first row in which two columns or more are known; None in a table that is no roster."""
    for at, row in enumerate(table.rows[:HEADING_ROWS]):
        known = {column.name: place for place, column in _known(row)}
        if len(known) >= _LEAST and known.keys() & {"name", "committee"}:
            return Headings(at, known)
    return None


def check_headings(table: Grid, headings: Headings) -> Iterator[Problem]:
    """Columns that are missing, that stand twice, and that nobody knows."""
    row = [cell_in_plain(value) for value in table.rows[headings.row]]
    words = [column.label for column in COLUMNS]
    for column in COLUMNS:
        if column.required and column.name not in headings.columns:
            told = f"没有“{column.label}”这一列"
            yield report("C102", table.at(headings.row, 0), told, f"请加上这一列；表头写“{column.label}”。")
    known = dict(_known(row))
    seen: dict[str, int] = {}
    for at, text in enumerate(row):
        if at in known:
            first = seen.setdefault(known[at].name, at)
            if first != at:
                told = f"“{text.strip()}”和“{row[first].strip()}”是同一项"
                yield report("C103", table.at(headings.row, at), told, "请只留一列。")
        elif _word(text) and _word(text) not in _PASSED_OVER:
            hint = did_you_mean(_word(text), words, f"认识的列有：{'、'.join(words)}。")
            yield report("C108", table.at(headings.row, at), f"不认识“{text.strip()}”这一列，没有读", hint)


def _known(row: Sequence[CellValue]) -> Iterator[tuple[int, RosterColumn]]:
    for at, value in enumerate(row):
        column = _BY_WORD.get(_word(cell_in_plain(value)))
        if column is not None:
            yield at, column


def _word(heading: str) -> str:
    return _BRACKETS.sub("", unicodedata.normalize("NFKC", heading)) or heading.strip()
