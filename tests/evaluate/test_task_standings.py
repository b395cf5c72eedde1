"""How a task stands: literal statements and counts in, conclusion out, on both sides of every day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.evaluate.task_standings import latest, standing, standings
from generator.model.finding import Verdict
from generator.model.record import Audience
from generator.model.records.plan import Plan, PlannedTask
from generator.model.summary import CommitteeSummary, PlanCounts
from tests.summaries import committee_sums

INTERNAL, PUBLIC, RESTRICTED = Audience.INTERNAL, Audience.PUBLIC, Audience.RESTRICTED
UNMET, DUE_SOON, NOT_DUE, MET = Verdict.UNMET, Verdict.DUE_SOON, Verdict.NOT_DUE, Verdict.MET
NO_RECORD, ADVISORY, NOT_APPLICABLE = Verdict.NO_RECORD, Verdict.ADVISORY, Verdict.NOT_APPLICABLE


def plan(**task: Any) -> Plan:
    """A plan of one phase, May and June, and one task in it."""
    written = {"条款": "三（二）1", "名称": "甲", "责任单位": ["党委组织部"], **task}
    phase = {"条款": "三（二）", "名称": "乙", "自": "2019-05-01", "至": "2019-06-30", "任务": [written]}
    return Plan.model_validate({"年度": "2019", "编号": "方案2019", "名称": "方案", "阶段": [phase]})


def row(**task: Any) -> PlannedTask:
    return next(plan(**task).tasks)


def said(on: str, state: str = "进行中", **more: str) -> dict[str, str]:
    return {"日期": on, "单位": "党委组织部", "状态": state, **more}


def committee(counts: dict[str, dict[Verdict, int]] | None = None, plans: PlanCounts | None = None) -> CommitteeSummary:
    return committee_sums("xx", "信息", 3, counts or {}, plans or PlanCounts())


def verdict(task: PlannedTask, as_of: str, *totals: CommitteeSummary, audience: Audience = INTERNAL) -> Verdict | None:
    return standing(task, totals, date.fromisoformat(as_of), audience).verdict


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2019-04-30", NOT_DUE),  # before the phase
        ("2019-06-20", NOT_DUE),
        ("2019-06-21", DUE_SOON),  # ten days, the deadline among them
        ("2019-06-30", DUE_SOON),
        ("2019-07-01", NO_RECORD),
    ],
)
@pytest.mark.parametrize("spoken", [(), (said("2019-04-15"),)], ids=["silent", "under way"])
def test_silence_is_never_a_gap(spoken: tuple[dict[str, str], ...], as_of: str, expected: Verdict) -> None:
    assert verdict(row(完成情况=spoken), as_of) is expected


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2019-05-10", NOT_DUE), ("2019-05-11", DUE_SOON), ("2019-05-20", DUE_SOON), ("2019-05-21", NO_RECORD)],
)
def test_the_deadline_in_the_text_wins_over_the_window(as_of: str, expected: Verdict) -> None:
    task = row(期限="2019-05-20")
    assert verdict(task, as_of) is expected
    assert not standing(task, (), date(2019, 5, 1), INTERNAL).crosses_phases


@pytest.mark.parametrize(("due", "crosses"), [("2019-04-30", True), ("2019-05-01", False), ("2019-07-01", True)])
def test_a_deadline_out_of_the_window_crosses_phases(due: str, crosses: bool) -> None:
    found = standing(row(期限=due), (), date(2019, 5, 1), INTERNAL)
    assert (found.due, found.crosses_phases) == (date.fromisoformat(due), crosses)


@pytest.mark.parametrize(
    ("on", "as_of", "expected"),
    [
        ("2019-06-30", "2019-07-02", NO_RECORD),  # said on the deadline: nothing about the time after it
        ("2019-07-01", "2019-07-02", UNMET),  # said after it
        ("2019-07-03", "2019-07-02", NO_RECORD),  # not said yet
    ],
)
def test_only_a_word_after_the_deadline_makes_a_gap(on: str, as_of: str, expected: Verdict) -> None:
    assert verdict(row(完成情况=[said(on)]), as_of) is expected


@pytest.mark.parametrize(("as_of", "expected"), [("2019-05-31", NOT_DUE), ("2019-06-01", MET)])
def test_a_finished_task_is_met_from_the_day_it_is_said(as_of: str, expected: Verdict) -> None:
    assert verdict(row(完成情况=[said("2019-06-01", "已办结")]), as_of) is expected


def test_what_is_finished_late_says_when_it_was_said() -> None:
    task = row(完成情况=[said("2019-07-05", "已办结", 说明="已公示", 佐证="公示截图")])
    found = standing(task, (), date(2019, 7, 5), INTERNAL)
    assert found.verdict is MET
    assert found.reason == "记录显示2019年7月5日党委组织部记为“已办结”：已公示（在期限之后记）"
    assert found.evidence == "公示截图"


def test_the_latest_word_counts_and_of_one_day_the_last() -> None:
    words = [said("2019-06-02", "已办结"), said("2019-06-01"), said("2019-06-02", 说明="重新打开")]
    found = latest(row(完成情况=words).task, date(2019, 6, 2))
    assert found is not None
    assert found.text == "重新打开"
    assert latest(row(完成情况=words).task, date(2019, 5, 31)) is None


@pytest.mark.parametrize(
    ("counts", "as_of", "expected"),
    [
        (PlanCounts(3, 3, 0, 3), "2019-06-01", MET),
        (PlanCounts(3, 3, 0, 3), "2019-07-01", MET),
        (PlanCounts(3, 2, 0, 2), "2019-06-20", NOT_DUE),
        (PlanCounts(3, 2, 0, 2), "2019-06-30", DUE_SOON),
        (PlanCounts(3, 2, 0, 2), "2019-07-01", NO_RECORD),
        (PlanCounts(3, 2, 1, 2), "2019-07-01", ADVISORY),
        (PlanCounts(0, 0, 0, 0), "2019-07-01", NO_RECORD),
    ],
)
def test_branch_plans_are_told_by_their_register(counts: PlanCounts, as_of: str, expected: Verdict) -> None:
    task = row(台账="推进计划", 完成情况=[said("2019-07-01")])
    assert verdict(task, as_of, committee(plans=counts)) is expected


def test_branch_plans_are_summed_over_committees() -> None:
    totals = (committee(plans=PlanCounts(3, 2, 0, 1)), committee(plans=PlanCounts(2, 2, 0, 2)))
    found = standing(row(台账="推进计划"), totals, date(2019, 7, 1), INTERNAL)
    assert "应报推进计划 5 份，按期报送 4 份，逾期报送 0 份，已审核 3 份" in found.reason
    assert "1 份没有报送记录" in found.reason


@pytest.mark.parametrize(
    ("counts", "as_of", "expected"),
    [
        ({MET: 2, NOT_APPLICABLE: 1}, "2019-06-30", MET),
        ({MET: 2, UNMET: 1}, "2019-06-30", DUE_SOON),  # the plan's own deadline has not passed
        ({MET: 2, UNMET: 1}, "2019-07-01", UNMET),
        ({MET: 2, NO_RECORD: 1}, "2019-07-01", NO_RECORD),
        ({NOT_APPLICABLE: 3}, "2019-07-01", NO_RECORD),
        ({}, "2019-06-20", NOT_DUE),
    ],
)
@pytest.mark.parametrize(("register", "standard"), [("双带头人", "4.1"), ("联系点", "6.3")])
def test_other_registers_speak_through_their_standard(
    register: str, standard: str, counts: dict[Verdict, int], as_of: str, expected: Verdict
) -> None:
    totals = (committee({standard: counts}), committee({"1.1": {UNMET: 3}}))
    assert verdict(row(台账=register), as_of, *totals) is expected


@pytest.mark.parametrize("counts", [{}, {MET: 3}, {UNMET: 1}])
def test_rectification_is_withheld_from_all_but_the_restricted_edition(counts: dict[Verdict, int]) -> None:
    task, total = row(台账="整顿", 完成情况=[said("2019-07-01")]), committee({"2.5": counts})
    found = standing(task, (total,), date(2019, 7, 2), INTERNAL)
    assert (found.verdict, found.reason, found.evidence, found.withheld) == (None, "", "", True)
    assert not found.is_overdue(date(2019, 7, 2))
    assert not found.is_upcoming(date(2019, 6, 30))
    assert verdict(task, "2019-07-02", total, audience=RESTRICTED) is not None


def test_what_is_stated_about_rectification_leaves_no_other_edition_a_word() -> None:
    written = plan(台账="整顿", 完成情况=[said("2019-07-01", 说明="两个支部已验收")])
    assert [written.project(each).phases[0].tasks[0].progress for each in (PUBLIC, INTERNAL)] == [(), ()]
    assert written.project(RESTRICTED).phases[0].tasks[0].progress != ()
    other = plan(完成情况=[said("2019-07-01")])
    assert other.project(INTERNAL).phases[0].tasks[0].progress != ()
    assert other.project(PUBLIC).phases[0].tasks[0].progress == ()


def test_the_public_edition_has_no_standings() -> None:
    assert standings(plan(), (), date(2019, 7, 1), PUBLIC) == {}
    assert list(standings(plan(), (), date(2019, 7, 1), INTERNAL)) == ["三（二）1"]


@pytest.mark.parametrize(("as_of", "overdue", "upcoming"), [("2019-06-30", False, True), ("2019-07-01", True, False)])
def test_a_task_is_overdue_from_the_day_after(as_of: str, overdue: bool, upcoming: bool) -> None:
    on = date.fromisoformat(as_of)
    found = standing(row(), (), on, INTERNAL)
    assert (found.is_overdue(on), found.is_upcoming(on)) == (overdue, upcoming)
