"""提醒: literal findings, plans and remedies in, plain text out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.finding import Assessment, Finding, Verdict
from generator.model.judged_year import PlanJudgement, PlanState
from generator.model.kinds import Duty, Part
from generator.model.period import Period
from generator.model.records.branch_plan import Remedy
from generator.model.records.sources import NONE
from generator.model.standard_set import StandardSet
from generator.present.calendar.remind import (
    Reminder,
    Window,
    branch_reminders,
    duties,
    plan_reminder,
    remedy_reminders,
    reminder_text,
)
from generator.present.kit.citations import Citations

CITES = Citations(sources=NONE, own="方案2019", texts={}, on=date(2019, 11, 25))
WINDOW = Window(as_of=date(2019, 11, 25), days=10)
MONTH = Period.month(2019, 11)


def finding(
    criterion: str, period: Period, verdict: Verdict, *, duty: Duty = Duty.BRANCH, due: date | None = None
) -> Finding:
    standard = criterion.rpartition(".")[0]
    return Finding(standard, criterion, Part.QUANTITATIVE, duty, period, verdict, "记录显示如此", due=due)


def due(number: int, month: int = 11) -> date:
    return date(2019, month, number)


def told(standards: StandardSet, *findings: Finding, window: Window = WINDOW) -> list[Reminder]:
    assessment = Assessment(branch="cs-1", year=2019, as_of=window.as_of, standard_set="", findings=findings)
    return list(duties(assessment, standards, CITES, window))


def remedy(**changes: Any) -> Remedy:
    record = {
        "问题": "改期不写理由",
        "类别": ["虚化"],
        "标准": ["3.5", "3.1"],
        "措施": "改期当月报",
        "责任": "组织委员",
    }
    return Remedy.model_validate({**record, "期限": "2019-11-30", **changes})


def test_what_is_left_of_last_year_names_its_year(standard_set: StandardSet) -> None:
    window = Window(as_of=date(2020, 3, 25), days=10)
    meeting = Period.year(2019, date(2020, 3, 31))
    over = finding("3.5.1", Period.day(date(2019, 12, 31)), Verdict.DUE_SOON, due=date(2020, 3, 28))
    rows = told(standard_set, finding("3.5.1", meeting, Verdict.DUE_SOON, due=meeting.deadline), over, window=window)
    assert [(row.due, row.text) for row in rows] == [(date(2020, 3, 31), "每月第四个星期四开展（2019年度）")]


def test_a_duty_is_told_with_its_day_its_text_and_its_clause(standard_set: StandardSet) -> None:
    row = finding("3.5.1", MONTH, Verdict.DUE_SOON, due=due(28))
    ground = "3.5 主题党日；方案 三（二）3"
    assert told(standard_set, row) == [Reminder(due(28), "每月第四个星期四开展", ground)]


@pytest.mark.parametrize(
    ("day", "count"),
    [(due(24), 0), (due(25), 1), (due(5, 12), 1), (due(6, 12), 0)],
)
def test_the_window_holds_both_its_ends(standard_set: StandardSet, day: date, count: int) -> None:
    assert len(told(standard_set, finding("3.5.1", MONTH, Verdict.NOT_DUE, due=day))) == count
    state = PlanState(Verdict.DUE_SOON)
    assert len(list(plan_reminder(PlanJudgement(state, "", day), "三（一）3", WINDOW))) == count
    assert len(list(remedy_reminders([remedy(期限=day)], standard_set, WINDOW))) == count


def test_t5_of_a_finding_without_a_day_nobody_is_reminded(standard_set: StandardSet) -> None:
    assert told(standard_set, finding("3.5.1", MONTH, Verdict.NOT_DUE)) == []


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict not in ("临期", "未到期")])
def test_no_conclusion_is_told(standard_set: StandardSet, verdict: Verdict) -> None:
    assert told(standard_set, finding("3.5.1", MONTH, verdict, due=due(28))) == []


def test_what_others_owe_is_not_told(standard_set: StandardSet) -> None:
    assert told(standard_set, finding("4.1.1", MONTH, Verdict.DUE_SOON, duty=Duty.COMMITTEE, due=due(28))) == []


def test_what_one_standard_asks_of_one_month_is_told_once_with_its_nearest_day(standard_set: StandardSet) -> None:
    held = finding("3.5.1", MONTH, Verdict.DUE_SOON, due=due(30))
    planned = finding("3.5.1", MONTH, Verdict.DUE_SOON, due=due(28))
    december = finding("3.5.1", Period.month(2019, 12), Verdict.NOT_DUE, due=due(1, 12))
    assert [row.due for row in told(standard_set, held, planned, december)] == [due(28), due(1, 12)]


@pytest.mark.parametrize(
    ("state", "count"),
    [
        (PlanState(Verdict.DUE_SOON), 1),
        (PlanState(Verdict.NOT_DUE), 1),
        (PlanState(Verdict.MET, due(20)), 0),
        (PlanState(Verdict.NOT_APPLICABLE), 0),
    ],
)
def test_a_plan_is_told_until_it_is_handed_in(state: PlanState, count: int) -> None:
    rows = list(plan_reminder(PlanJudgement(state, "", due(28)), "三（一）3", WINDOW))
    assert rows == [Reminder(due(28), "报送支部推进计划", "方案 三（一）3")][:count]
    assert list(plan_reminder(None, "", WINDOW)) == []


def test_a_remedy_is_told_by_what_is_to_be_done(standard_set: StandardSet) -> None:
    (row,) = remedy_reminders([remedy()], standard_set, WINDOW)
    assert row == Reminder(due(30), "对策：改期当月报（责任 组织委员）", "3.5 主题党日、3.1 支部党员大会；方案 二")


@pytest.mark.parametrize(
    ("changes", "count"),
    [({"完成": "2019-11-25"}, 0), ({"完成": "2019-11-26"}, 1)],
)
def test_what_is_done_is_not_told(standard_set: StandardSet, changes: dict[str, Any], count: int) -> None:
    assert len(list(remedy_reminders([remedy(**changes)], standard_set, WINDOW))) == count


def test_the_whole_text() -> None:
    one = branch_reminders(
        "甲党委", "甲一支部", [Reminder(due(30), "开会", "3.1 大会"), Reminder(due(28), "党日", "3.5")]
    )
    two = branch_reminders("甲党委", "甲二支部", [Reminder(due(5, 12), "党课", "3.4")])
    idle = branch_reminders("乙党委", "乙一支部", [])
    other = branch_reminders("丙党委", "丙一支部", [Reminder(date(2020, 1, 3), "总结", "6.4")])
    assert reminder_text([one, two, idle, other], WINDOW) == (
        "【近期事项提醒】2019年11月25日至2019年12月5日到期的事项如下，请对照安排。\n\n"
        "◇ 甲党委\n\n"
        "甲一支部\n"
        "1. 11月28日（星期四）前：党日。依据 3.5\n"
        "2. 11月30日（星期六）前：开会。依据 3.1 大会\n\n"
        "甲二支部\n"
        "1. 12月5日（星期四）前：党课。依据 3.4\n\n"
        "◇ 丙党委\n\n"
        "丙一支部\n"
        "1. 2020年1月3日（星期五）前：总结。依据 6.4\n\n"
        "以上由记录整理，截至当日；已经办好的请及时记入台账。内部工作提醒，请勿外传。\n"
    )


def test_where_nothing_falls_due_there_is_one_sentence() -> None:
    idle = branch_reminders("乙党委", "乙一支部", [])
    for branches in ([], [idle]):
        assert reminder_text(branches, WINDOW) == "2019年11月25日至2019年12月5日，记录里没有到期的事项。\n"
