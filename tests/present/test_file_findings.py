"""Findings in a branch's file on paper: what is said once is left out, nothing else is."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.branch_file import FileTask, TaskPart
from generator.model.finding import Evidence, Verdict
from generator.model.period import Period
from generator.model.record import Source
from generator.present.branch.branch_file import ROWS, on_one_page
from generator.present.branch.file_findings import LISTED, evidence_words, told_reason

JANUARY, YEAR, DAY = Period.month(2019, 1), Period.year(2019), Period.day(date(2019, 11, 25))
RITES = Period.span(date(2019, 6, 21), date(2019, 7, 10), "2019-七一前后")


@pytest.mark.parametrize(
    ("reason", "period", "told"),
    [
        ("记录显示2019年1月支部委员会会议 1 次（1月10日）", JANUARY, "支部委员会会议 1 次（1月10日）"),
        ("记录显示2019年1月29日上交", JANUARY, "2019年1月29日上交"),
        ("记录显示2019年学习计划 1 份", YEAR, "学习计划 1 份"),
        ("记录显示2019年度学习计划 1 份", YEAR, "2019年度学习计划 1 份"),
        ("记录显示2019年七一前后（6月21日—7月10日）没有记录", RITES, "（6月21日—7月10日）没有记录"),
        ("记录显示2019年11月25日正式党员 15", DAY, "正式党员 15"),
        ("台账里没有2019年的评定", YEAR, "台账里没有2019年的评定"),
        ("记录显示2019年", YEAR, "2019年"),
    ],
)
def test_a_reason_leaves_out_what_stands_beside_it(reason: str, period: Period, told: str) -> None:
    assert told_reason(reason, period) == told


def records(*labels: str, file: str = "2019.yml") -> tuple[Evidence, ...]:
    return tuple(Evidence(Source(f"records/units/aa/aa-1/{file}", at, 1), "", label) for at, label in enumerate(labels))


def test_a_record_says_its_file_where_that_is_not_the_year_s_register() -> None:
    rows = (*records("3月14日党课"), *records("换届", file="2018.yml"), *records("支委", file="branch.yml"))
    assert evidence_words(rows, "2.3.1", 2019) == "3月14日党课、换届（2018年度台账）、支委（支部概况）"


def test_records_of_one_name_are_counted() -> None:
    assert evidence_words(records("党员学时", "党员学时"), "5.3.1", 2019) == "党员学时 2 条"


def test_as_many_records_are_named_as_fit_a_line() -> None:
    labels = [f"{month}月8日党课" for month in range(1, LISTED + 2)]
    assert evidence_words(records(*labels[:LISTED]), "3.4.1", 2019) == "、".join(labels[:LISTED])
    assert evidence_words(records(*labels), "3.4.1", 2019) == f"{LISTED + 1} 条记录，台账“证明”一栏写 3.4 的"


def tasks(number: int, reason: str = "") -> tuple[FileTask, ...]:
    return tuple(FileTask(Verdict.UNMET, f"事项{at}", "3月", "3.1", "方案", reason) for at in range(number))


@pytest.mark.parametrize(("number", "note"), [(ROWS, ""), (ROWS + 1, "另有 1 条，见“逐项判定”。")])
def test_the_first_page_says_how_many_it_leaves_out(number: int, note: str) -> None:
    (part,) = on_one_page([TaskPart("缺项待改", "", tasks(number))])
    assert (len(part.tasks), part.note) == (ROWS, note)


def test_a_row_with_a_reason_takes_the_room_of_two() -> None:
    first, second = on_one_page([TaskPart("甲", "", tasks(ROWS, "理由")), TaskPart("乙", "", tasks(1))])
    assert (len(first.tasks), len(second.tasks)) == (ROWS // 2, 0)
    assert second.note == "另有 1 条，见“逐项判定”。"
