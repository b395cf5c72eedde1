"""推进计划 against its deadline: 2019-05-20 and the days around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from generator.evaluate.branch_plan import judge_plan, overdue
from generator.model.judged_year import PlanJudgement
from generator.model.records.branch_plan import Remedy
from generator.model.records.profile import Profile
from generator.model.records.register import Register

DUE = date(2019, 5, 20)


def day(text: str) -> date:
    return date.fromisoformat(text)


def judged(
    *events: str, as_of: str = "2019-11-25", remedies: Sequence[dict[str, Any]] = (), **profile: Any
) -> PlanJudgement:
    course = [dict(zip(("环节", "日期"), event.split(), strict=True), 单位="学院党委") for event in events]
    register = Register.model_validate({"推进计划": {"经过": course}, "对策": remedies})
    record = {"名称": "甲", "类型": "教师", "成立": "2015-09-10", "台账核对至": "2019-10-31"} | profile
    return judge_plan(Profile.model_validate(record), register, DUE, day(as_of))


@pytest.mark.parametrize(
    ("submitted", "verdict", "reason"),
    [
        ("2019-04-08", "符合", "记录显示2019年4月8日首次报送，期限2019年5月20日"),
        ("2019-05-20", "符合", "记录显示2019年5月20日首次报送，期限2019年5月20日"),
        ("2019-05-21", "缺项", "记录显示2019年5月21日首次报送，期限2019年5月20日"),
    ],
)
def test_the_first_submission_is_held_against_the_deadline(submitted: str, verdict: str, reason: str) -> None:
    found = judged(f"首次报送 {submitted}")
    assert (found.state.verdict, found.reason, found.due) == (verdict, reason, DUE)
    assert (found.state.on_time, found.state.late) == (verdict == "符合", verdict == "缺项")


def test_a_plan_returned_and_handed_in_again_later_is_still_on_time() -> None:
    state = judged("支部讨论 2019-05-09", "首次报送 2019-05-20", "退回 2019-05-24", "再次报送 2019-05-30").state
    assert (state.verdict, state.submitted, state.step, state.on) == ("符合", DUE, "再次报送", day("2019-05-30"))
    assert not state.approved
    assert judged("首次报送 2019-05-20", "审核通过 2019-06-12").state.approved


def test_a_discussion_is_no_submission() -> None:
    state = judged("支部讨论 2019-05-09", "基层党委初审 2019-05-15").state
    assert (state.verdict, state.submitted, state.step) == ("缺项", None, "基层党委初审")
    assert not state.late


def test_a_late_submission_needs_no_reconciled_register() -> None:
    assert judged("首次报送 2019-05-21", 台账核对至="2019-04-30").state.verdict == "缺项"


@pytest.mark.parametrize(
    ("as_of", "reconciled", "verdict"),
    [
        ("2019-05-10", "2019-04-30", "未到期"),
        ("2019-05-11", "2019-04-30", "临期"),
        ("2019-05-20", "2019-04-30", "临期"),
        ("2019-05-21", "2019-05-19", "无记录"),
        ("2019-05-21", "2019-05-20", "缺项"),
        ("2019-05-20", "2019-12-31", "临期"),  # a reconciliation counts up to `as_of` at most
    ],
)
def test_no_submission_means_what_the_day_and_the_reconciliation_say(as_of: str, reconciled: str, verdict: str) -> None:
    found = judged("支部讨论 2019-05-09", as_of=as_of, 台账核对至=reconciled)
    assert found.state.verdict == verdict
    assert found.reason.startswith("记录显示还没有首次报送；")


def test_a_reconciliation_later_than_as_of_counts_as_as_of() -> None:
    assert "台账核对至2019年5月21日" in judged(as_of="2019-05-21", 台账核对至="2019-12-31").reason


def test_without_a_register_and_without_a_reconciliation_there_is_no_record() -> None:
    profile = Profile.model_validate({"名称": "甲", "类型": "教师", "成立": "2015-09-10"})
    found = judge_plan(profile, None, DUE, day("2019-11-25"))
    assert (found.state.verdict, found.state.step, found.state.overdue) == ("无记录", None, 0)
    assert "台账没有写明核对到哪一天，没有记录不等于没有做（A30）" in found.reason


@pytest.mark.parametrize(
    ("profile", "asked", "told"),
    [
        ({"成立": "2019-05-20"}, True, ""),
        ({"成立": "2019-05-21"}, False, "支部2019年5月21日成立"),
        ({"撤销": "2019-05-20"}, True, ""),
        ({"撤销": "2019-05-19"}, False, "支部2019年5月19日撤销"),
        ({"撤销": "2019-05-19", "成立": "2019-05-01"}, False, "支部2019年5月19日撤销"),
    ],
)
def test_a13_only_a_branch_that_exists_on_the_deadline_is_asked(
    profile: dict[str, Any], asked: bool, told: str
) -> None:
    for events in ((), ("首次报送 2019-05-18",)):
        found = judged(*events, **profile)
        assert found.state.asked is asked
        assert found.reason.startswith(told)
        assert asked or (not found.state.on_time and not found.state.late and not found.state.approved)


def test_steps_after_as_of_do_not_count() -> None:
    events = ("首次报送 2019-05-17", "审核通过 2019-06-12")
    assert judged(*events, as_of="2019-06-11").state.step == "首次报送"
    assert judged(*events, as_of="2019-06-12").state.step == "审核通过"
    assert judged(*events, as_of="2019-05-16").state.verdict == "临期"
    assert judged(*events, as_of="2019-05-17").state.verdict == "符合"


@pytest.mark.parametrize(
    ("due", "done", "count"),
    [
        ("2019-11-24", None, 1),
        ("2019-11-25", None, 0),  # the day itself is still a day to act on
        ("2019-11-24", "2019-11-25", 0),
        ("2019-11-24", "2019-11-26", 1),  # done after `as_of` is not done yet
    ],
)
def test_a_remedy_is_overdue_from_the_day_after_its_date(due: str, done: str | None, count: int) -> None:
    row = {"问题": "甲", "类别": ["虚化"], "标准": ["3.5"], "措施": "乙", "责任": "组织委员", "期限": due, "完成": done}
    row = {key: value for key, value in row.items() if value is not None}
    assert overdue([Remedy.model_validate(row)], day("2019-11-25")) == count
    assert judged("首次报送 2019-05-17", remedies=[row]).state.overdue == count


@pytest.mark.parametrize(("dissolved", "step"), [("2019-06-12", "审核通过"), ("2019-06-11", "首次报送")])
def test_steps_after_the_branch_was_dissolved_do_not_count(dissolved: str, step: str) -> None:
    state = judged("首次报送 2019-05-17", "审核通过 2019-06-12", 撤销=dissolved).state
    assert state.step == step
