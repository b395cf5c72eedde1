"""How a branch's findings become tasks, calendar cells and runs of periods."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.model.finding import Assessment, Finding, Verdict
from generator.model.kinds import Duty
from generator.model.period import Period
from generator.present.branch.overview import overview, yearly
from generator.present.branch.todo import due_this_month, gaps
from generator.present.branch.year import calendar_rows
from generator.present.kit.findings import Judgement, Places, judge
from generator.present.kit.fragments import calendar_cell, evidence_links
from generator.present.kit.site import Site

AS_OF = date(2019, 11, 25)
MakeSite = Callable[..., Site]
Judge = Callable[..., Judgement]


@pytest.fixture
def judged(make_site: MakeSite, assessment: Assessment) -> Judge:
    def make(*findings: Finding) -> Judgement:
        given = replace(assessment, findings=findings) if findings else assessment
        return judge(make_site().default, given, Places("../../"))

    return make


@pytest.fixture
def one(assessment: Assessment) -> Finding:
    """A finding on 3.1.1, to be varied."""
    return next(row for row in assessment.findings if row.criterion == "3.1.1")


@pytest.mark.parametrize(
    ("verdict", "due", "listed"),
    [
        (Verdict.DUE_SOON, date(2019, 11, 28), True),
        (Verdict.DUE_SOON, date(2020, 3, 31), True),
        (Verdict.NOT_DUE, date(2019, 11, 30), True),
        (Verdict.NOT_DUE, date(2019, 12, 1), False),
        (Verdict.NOT_DUE, date(2020, 11, 30), False),
        (Verdict.MET, date(2019, 11, 28), False),
        (Verdict.NO_RECORD, date(2019, 11, 28), False),
    ],
)
def test_what_is_to_be_done_this_month(judged: Judge, one: Finding, verdict: Verdict, due: date, listed: bool) -> None:
    found = due_this_month(judged(one._replace(verdict=verdict, due=due)), AS_OF)
    assert [task.standard.id for task in found] == (["3.1"] if listed else [])


def test_tasks_come_nearest_first_and_say_until_when(judged: Judge, one: Finding) -> None:
    later = one._replace(verdict=Verdict.DUE_SOON, due=date(2020, 3, 31))
    sooner = one._replace(standard="3.5", criterion="3.5.1", verdict=Verdict.DUE_SOON, due=date(2019, 11, 28))
    found = due_this_month(judged(later, sooner), AS_OF)
    assert [(task.when, task.left) for task in found] == [
        ("到11月28日", "还有 3 天"),
        ("到2020年3月31日", "还有 127 天"),
    ]
    assert found[1].form == "forms/index.html#general-meeting"


def test_what_nobody_is_reminded_of_is_no_task(judged: Judge, one: Finding) -> None:
    month = one._replace(verdict=Verdict.NOT_DUE, period=Period.month(2019, 11))
    assert [task.when for task in due_this_month(judged(month._replace(due=date(2019, 11, 30))), AS_OF)] == [
        "到11月30日"
    ]
    assert due_this_month(judged(month._replace(due=None)), AS_OF) == ()  # A36


def test_others_duties_are_neither_task_nor_gap(judged: Judge, one: Finding) -> None:
    theirs = one._replace(standard="4.1", criterion="4.1.1", duty=Duty.COMMITTEE)
    assert due_this_month(judged(theirs._replace(verdict=Verdict.DUE_SOON, due=AS_OF)), AS_OF) == ()
    assert gaps(judged(theirs._replace(verdict=Verdict.UNMET))) == ()


def test_gaps_are_told_a_criterion_each(judged: Judge) -> None:
    (gap,) = gaps(judged())
    assert (gap.when, gap.left, gap.reason) == ("二季度、三季度", "2 期", "")


def test_a_single_gap_says_why(judged: Judge, one: Finding) -> None:
    (gap,) = gaps(judged(one._replace(verdict=Verdict.UNMET, reason="记录显示没有召开")))
    assert (gap.left, gap.reason) == ("", "记录显示没有召开")


def test_the_two_parts_are_never_mixed(judged: Judge) -> None:
    result = judged().results["1.1"]
    assert (result.quantitative, result.qualitative, result.others) == (Verdict.ADVISORY, Verdict.AWAITING_REVIEW, None)
    assert re.findall("<small>(.*?)</small>", result.chips) == ["定量", "定性"]
    assert judged().results["4.1"].others is Verdict.UNMET
    assert judged().results["4.1"].quantitative is None


def test_equal_bare_findings_become_one_row(judged: Judge) -> None:
    (criterion,) = judged().results["3.5"].criteria
    assert "<b>2019年1月至7月</b>" in criterion.block
    assert criterion.block.count("<li>") == 6
    assert "<small>12 期：1 期符合，0 期缺项" in criterion.block


def test_findings_with_other_reasons_stay_apart(judged: Judge) -> None:
    (criterion,) = judged().results["3.1"].criteria
    assert criterion.block.count("<li>") == 4


def test_the_calendar_has_twelve_months_and_four_quarters(judged: Judge) -> None:
    quarterly, monthly = calendar_rows(judged())
    assert (quarterly.cycle, quarterly.cells.count("<td"), quarterly.cells.count('colspan="3"')) == ("每季", 4, 4)
    assert (monthly.cycle, monthly.cells.count("<td")) == ("每月", 12)
    assert '<a href="#a-2019-03-14-1">' in quarterly.cells
    assert "<small>29日</small>" in monthly.cells


def test_a_period_without_a_finding_is_an_empty_cell(judged: Judge, one: Finding) -> None:
    (row,) = calendar_rows(judged(one._replace(period=Period.quarter(2019, 4))))
    assert row.cells.count('<td colspan="3"></td>') == 3


def test_days_of_a_month_are_told_once() -> None:
    cell = calendar_cell(1, Verdict.MET, ["a-2019-03-04-1", "a-2019-03-14-1", "a-2019-03-14-2"], "s-3-3")
    assert "<small>4、14日</small>" in cell
    assert 'href="#a-2019-03-04-1"' in cell
    assert 'href="#s-3-3"' in calendar_cell(1, Verdict.UNMET, [], "s-3-3")


def test_much_evidence_becomes_one_link(assessment: Assessment) -> None:
    proven = next(row for row in assessment.findings if row.evidence and row.evidence[0].anchor)
    proof = proven.evidence[0]

    def found(number: int) -> Finding:
        return proven._replace(
            evidence=tuple(proof._replace(anchor=f"a-2019-0{month}-14-1") for month in range(1, number + 1))
        )

    assert evidence_links([found(3)], "s-3-1").count("<a ") == 3
    assert evidence_links([found(4)], "s-3-1") == '<a href="../index.html#s-3-1">4 条记录</a>'


def test_a_theme_day_is_one_card_however_many_criteria_ask_for_it(judged: Judge, one: Finding) -> None:
    month = Period.month(2019, 11)
    held = one._replace(standard="3.1", verdict=Verdict.NOT_DUE, period=month, due=date(2019, 11, 30))
    planned = held._replace(verdict=Verdict.DUE_SOON, due=date(2019, 11, 28))
    (card,) = due_this_month(judged(held, planned), AS_OF)
    assert card.when == "到11月28日"
    assert "临期" in card.chip


def test_the_head_counts_all_eight_and_says_what_can_be_done(judged: Judge, one: Finding) -> None:
    rows = overview(judged(one._replace(verdict=Verdict.NO_RECORD)))
    assert [row.number for row in rows.tallies] == [0, 0, 1, 0, 0, 0, 0, 0]
    assert rows.number == 1
    assert all(row.advice for row in rows.tallies)


@pytest.mark.parametrize(
    ("verdict", "unjudged"),
    [
        (Verdict.NO_RECORD, "无记录 1 条"),
        (Verdict.AWAITING_REVIEW, "待人工评 1 条"),
        *((row, "") for row in Verdict if row not in (Verdict.NO_RECORD, Verdict.AWAITING_REVIEW)),
    ],
)
def test_nothing_is_missing_only_where_all_is_judged(
    judged: Judge, one: Finding, verdict: Verdict, unjudged: str
) -> None:
    assert overview(judged(one._replace(verdict=verdict))).unjudged == unjudged


@pytest.mark.parametrize(
    ("period", "verdict", "shown"),
    [
        (Period.year(2019), Verdict.NOT_DUE, True),
        (Period.year(2019), Verdict.MET, True),
        (Period.year(2019), Verdict.NOT_APPLICABLE, False),
        (Period.quarter(2019, 4), Verdict.NOT_DUE, False),
        (Period.day(AS_OF), Verdict.MET, False),
    ],
)
def test_yearly_duties_show_how_far_they_are(
    judged: Judge, one: Finding, period: Period, verdict: Verdict, shown: bool
) -> None:
    found = yearly(judged(one._replace(period=period, verdict=verdict, due=date(2019, 12, 31))), AS_OF)
    assert [row.standard.id for row in found] == (["3.1"] if shown else [])
    assert all(("还有 36 天" in row.when) is (verdict is Verdict.NOT_DUE) for row in found)
