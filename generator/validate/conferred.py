"""表彰 and 选树: whom they name, who conferred them, by which document."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.kinds import HonourLevel
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.honours import (
    Award,
    AwardKind,
    AwardState,
    Conferred,
    Selection,
    SelectionState,
)

_MINISTRY = "教育部"
_HIGHER = (_MINISTRY, "中央", "省委", "省人民政府", "自治区党委", "教育厅", "教育工委")
"""Of whom no document of a school is."""


def check_conferred(row: Conferred) -> Iterator[Problem]:
    """The Problems of one honour by itself."""
    yield from _level(row)
    if isinstance(row, Award):
        yield from _award(row)
    elif isinstance(row, Selection) and row.number is None and row.state is not SelectionState.CULTIVATED:
        hint = "请补写文号；还没有发文的，状态写“培育”。"
        yield report("W303", row.where("state"), f"{row.branch} 的“{row.titled}”没有文号", hint)


def _level(row: Conferred) -> Iterator[Problem]:
    of_ministry = _MINISTRY in row.issued_by
    wrong = {
        HonourLevel.MINISTRY: not of_ministry,
        HonourLevel.PROVINCE: of_ministry,
        HonourLevel.SCHOOL: any(word in row.issued_by for word in _HIGHER),
    }
    if wrong[row.level]:
        hint = "谁发的文就写谁的级别；学校自己选树、表彰的一律写校级。"
        yield report("W302", row.where("level"), f"级别写{row.level}，发文单位写的是{row.issued_by}", hint)


def _award(row: Award) -> Iterator[Problem]:
    if (row.kind is AwardKind.BRANCH) != bool(row.branches):
        hint = "先进党支部写“支部”，优秀个人只写“人数”，不写姓名。"
        yield report("R306", row.where("kind"), f"“{row.kind}”的“支部”写得不对", hint)
    if row.state is AwardState.GIVEN and row.number is None:
        hint = "请补写文号；还没有发文的，状态写“公示”。"
        yield report("R307", row.where("state"), f"“{row.kind}”写了已表彰，没有文号", hint)
    if row.notice_from and row.notice_until and row.notice_until < row.notice_from:
        message = f"公示自 {row.notice_from} 晚于公示至 {row.notice_until}"
        yield report("R122", row.where("notice_from"), message, "请核对起止日期。")
