"""The year's dates: fourth Thursdays and fixed days as literals, ends of months and quarters, whose they are, and the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from generator.evaluate.checks import CHECKS, parameter_models
from generator.load.plan import load_plan
from generator.load.records import read_record
from generator.load.standards import load_standards
from generator.model.calendar import BRANCHES, CalendarOf, Entry, EntryKind
from generator.model.kinds import BranchKind
from generator.model.record import Audience
from generator.model.records.organisation import Institution
from generator.model.records.plan import Plan
from generator.model.records.sources import NONE
from generator.model.standard import Standard
from generator.model.standard_set import StandardSet
from generator.present.calendar.days import month_ahead
from generator.present.calendar.entries import calendar_entries
from generator.present.calendar.subscription import owned
from generator.present.kit.citations import Citations
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill

ROOT = Path(__file__).parents[2]
MakeSite = Callable[..., Site]

FOURTH_THURSDAYS = {
    2019: "1/24 2/28 3/28 4/25 5/23 6/27 7/25 8/22 9/26 10/24 11/28 12/26",
    2026: "1/22 2/26 3/26 4/23 5/28 6/25 7/23 8/27 9/24 10/22 11/26 12/24",
}
EMPTY = Institution.model_validate({"名称": "示例大学"})


def days(year: int, text: str) -> list[date]:
    return [date(year, *map(int, each.split("/"))) for each in text.split()]


def criterion(id: str, check: str, parameters: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"编号": id, "要求": f"要求{id}", "责任主体": "支部", "检查": check, "参数": parameters} | more


def standard_set(
    *criteria: dict[str, Any], kinds: tuple[BranchKind, ...] = tuple(BranchKind), **more: Any
) -> StandardSet:
    record: dict[str, Any] = {"编号": "3.5", "名称": "主题党日", "方面": "组织生活", "类别": "定量", "稿源": "整理"}
    record |= {
        "依据": [{"文件": "方案2019", "条款": "三（二）3", "可信度": "✔"}],
        "修订": [{"日期": "2019-03-01", "内容": "首次整理"}],
        "要点": list(criteria),
    }
    standard = Standard.model_validate(record | more)
    return StandardSet(
        id="",
        name="整理稿",
        version="1",
        valid_from=None,
        valid_until=None,
        kinds=kinds,
        standards=(standard,),
        parameters={row.id: CHECKS[row.check].parameters.model_validate(row.parameters) for row in standard.criteria},
    )


CITES = Citations(sources=NONE, own="方案2019", texts={}, on=date(2019, 11, 25))
THEME_DAY = criterion("3.5.2", "日期规则", {"记录": "主题党日", "每": "月", "第几个": "4", "星期": "四"})
MONTHLY = criterion("3.5.1", "频次", {"记录": "主题党日", "每": "月", "至少": "1"})


@pytest.fixture(scope="module")
def shipped() -> tuple[StandardSet, ...]:
    sets, problems = load_standards(ROOT / "docs", ROOT, parameter_models())
    assert problems == []
    return sets


@pytest.fixture(scope="module")
def institution() -> Institution:
    record, _ = read_record(ROOT / "records/institution.yml", ROOT, Institution)
    assert record is not None
    return record


@pytest.fixture(scope="module")
def plan() -> Plan:
    found, _ = load_plan(ROOT / "records", ROOT, 2019)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def of_2019(plan: Plan, shipped: tuple[StandardSet, ...], institution: Institution) -> dict[str, Entry]:
    return {row.id: row for row in calendar_entries(plan, shipped, institution, 2019, CITES)}


def calendar_page(site: Site) -> str:
    return fill(SlotContext(site=site, path="plan/calendar/"), "plan-calendar")


@pytest.mark.parametrize("year", [2019, 2026])
def test_the_fourth_thursdays_of_a_year(year: int) -> None:
    (entry,) = calendar_entries(None, [standard_set(THEME_DAY)], EMPTY, year, CITES)
    assert list(entry.days) == days(year, FOURTH_THURSDAYS[year])


def test_the_fourth_is_not_the_last_where_there_are_five() -> None:
    (entry,) = calendar_entries(None, [standard_set(THEME_DAY)], EMPTY, 2019, CITES)
    week = timedelta(7)
    assert [day.month for day in entry.days if (day + week).month == day.month] == [1, 5, 8, 10]


def test_a31_before_the_plan_a_theme_day_has_no_planned_day(of_2019: dict[str, Entry]) -> None:
    assert list(of_2019["duty-3-5-2"].days) == days(2019, FOURTH_THURSDAYS[2019])[2:]
    early = of_2019["duty-3-5-1"]
    assert early.days == (date(2019, 1, 31), date(2019, 2, 28))
    assert {row.note for row in early.occasions} == {"每月相对固定 1 天，由支部自定，不按计划日（A31）"}


def test_of_2026_all_twelve_are_planned(shipped: tuple[StandardSet, ...]) -> None:
    found = {row.id: row for row in calendar_entries(None, shipped, EMPTY, 2026, CITES)}
    assert list(found["duty-3-5-2"].days) == days(2026, FOURTH_THURSDAYS[2026])
    assert "duty-3-5-1" not in found


def test_without_a_planned_day_the_ends_of_months_are_listed() -> None:
    (entry,) = calendar_entries(None, [standard_set(MONTHLY)], EMPTY, 2019, CITES)
    assert [row.note for row in entry.occasions] == [""] * 12
    assert list(entry.days) == days(2019, "1/31 2/28 3/31 4/30 5/31 6/30 7/31 8/31 9/30 10/31 11/30 12/31")


def test_february_of_a_leap_year_ends_on_the_29th() -> None:
    (entry,) = calendar_entries(None, [standard_set(MONTHLY)], EMPTY, 2020, CITES)
    assert entry.days[1] == date(2020, 2, 29)


def test_quarters_end_in_march_june_september_and_december(of_2019: dict[str, Entry]) -> None:
    ends = days(2019, "3/31 6/30 9/30 12/31")
    quarterly = ("duty-3-1-1", "duty-3-4-1", "duty-5-4-2", "duty-7-1-1", "duty-7-1-2")
    assert [list(of_2019[id].days) for id in quarterly] == [ends] * 5


POINTS = MONTHLY | {"编号": "3.5.3", "检查": "登记频次", "参数": {"记录": "积分统计", "每": "月", "启用": "从方案"}}


def test_what_only_a_plan_asks_for_is_listed_in_its_year_only(plan: Plan) -> None:
    asked = calendar_entries(plan, [standard_set(POINTS)], EMPTY, 2019, CITES)
    assert [row.short for row in asked if row.id == "duty-3-5-3"] == ["积分统计"]
    assert calendar_entries(None, [standard_set(POINTS)], EMPTY, 2019, CITES) == ()


def test_a_gap_in_the_months_is_no_repetition() -> None:
    summer = THEME_DAY | {"生效": "2019-06-01", "失效": "2019-08-31"}
    found = {row.id: row for row in calendar_entries(None, [standard_set(MONTHLY, summer)], EMPTY, 2019, CITES)}
    assert [day.month for day in found["duty-3-5-1"].days] == [1, 2, 3, 4, 5, 9, 10, 11, 12]
    assert found["duty-3-5-1"].repeat is None
    assert [day.month for day in found["duty-3-5-2"].days] == [6, 7, 8]


def test_a32_a_yearly_duty_may_be_due_in_the_next_year(of_2019: dict[str, Entry]) -> None:
    assert [(str(day), note) for day, note in of_2019["duty-3-6-1"].occasions] == [
        ("2019-03-31", "2018年度"),
        ("2020-03-31", "2019年度"),
    ]
    assert of_2019["duty-4-4-1"].days == (date(2020, 3, 31),)  # its rule began in March 2019
    assert of_2019["duty-4-3-1"].days == (date(2019, 12, 31),)


def test_a15_a_planned_day_in_a_holiday_is_noted(of_2019: dict[str, Entry]) -> None:
    notes = {f"{row.day:%m-%d}": row.note for row in of_2019["duty-3-5-2"].occasions if row.note}
    assert notes == {
        "06-27": "在期末考试周（春季学期）内，可同月改期并写明理由",
        "07-25": "在暑假内，可同月改期并写明理由",
        "08-22": "在暑假内，可同月改期并写明理由",
    }


def test_the_phases_begin_and_end_as_the_plan_says(of_2019: dict[str, Entry]) -> None:
    phases = [row for row in of_2019.values() if row.kind in (EntryKind.PHASE_START, EntryKind.PHASE_END)]
    assert [day for row in phases for day in row.days] == days(2019, "3/1 4/30 5/1 6/30 7/1 10/31 11/1 12/31")
    assert {row.owners for row in phases} == {frozenset(CalendarOf)}


def test_a19_a_deadline_in_the_text_wins_and_is_marked(of_2019: dict[str, Entry]) -> None:
    tasks = [row for row in of_2019.values() if row.kind is EntryKind.TASK]
    assert [(row.basis, row.occasions[0].day, row.occasions[0].note) for row in tasks] == [
        ("方案 三（一）3", date(2019, 5, 20), "跨阶段"),
        ("方案 三（二）2", date(2019, 8, 31), "跨阶段"),
        ("方案 三（二）5", date(2019, 12, 31), "跨阶段"),
    ]


def test_tasks_without_a_day_of_their_own_end_with_their_phase(of_2019: dict[str, Entry]) -> None:
    end = of_2019["phase-3-2-end"]
    assert [text.split()[0] for text in end.details] == [f"三（二）{number}" for number in (1, 3, 4, 6, 7, 8, 9)]


def test_whose_the_dates_are(of_2019: dict[str, Entry]) -> None:
    assert of_2019["duty-7-1-1"].owners == {CalendarOf.INSTITUTION}
    assert of_2019["duty-7-1-2"].owners == {CalendarOf.COMMITTEE}
    assert of_2019["duty-3-2-1"].owners == BRANCHES
    assert of_2019["duty-3-5-2"].owners == frozenset(CalendarOf)
    assert of_2019["task-3-1-3"].owners == frozenset(CalendarOf)


def test_a_task_of_some_branches_only_is_in_no_branchs_calendar(of_2019: dict[str, Entry]) -> None:
    assert of_2019["task-3-2-2"].owners == {CalendarOf.INSTITUTION, CalendarOf.COMMITTEE}


def test_restricted_standards_give_no_date() -> None:
    assert calendar_entries(None, [standard_set(THEME_DAY, MONTHLY, 版别="专人版")], EMPTY, 2019, CITES) == ()


@pytest.mark.parametrize(
    ("unit", "owners"),
    [
        ("党委宣传部", {CalendarOf.INSTITUTION}),
        ("基层党委（党总支）", {CalendarOf.INSTITUTION, CalendarOf.COMMITTEE}),
        ("教职工党支部", {CalendarOf.INSTITUTION, CalendarOf.TEACHERS, CalendarOf.OFFICES}),
        ("各学生党支部", {CalendarOf.INSTITUTION, CalendarOf.STUDENTS}),
        ("离退休党支部", {CalendarOf.INSTITUTION, CalendarOf.RETIRED}),
        ("各党支部", {CalendarOf.INSTITUTION, *BRANCHES}),
    ],
)
def test_units_have_calendars(unit: str, owners: set[CalendarOf]) -> None:
    task = {"条款": "三（一）1", "名称": "事", "责任单位": [unit], "期限": "2019-04-01"}
    phase = {"条款": "三（一）", "名称": "阶段", "自": "2019-03-01", "至": "2019-04-30", "任务": [task]}
    plan = Plan.model_validate({"年度": "2019", "编号": "方案2019", "名称": "方案", "阶段": [phase]})
    (found,) = (
        row for row in calendar_entries(plan, [standard_set()], EMPTY, 2019, CITES) if row.kind is EntryKind.TASK
    )
    assert found.owners == owners
    assert found.occasions[0].note == ""


def test_a_set_for_some_kinds_gives_dates_to_their_branches(make_site: MakeSite) -> None:
    retired = standard_set(MONTHLY, kinds=(BranchKind.RETIRED,))
    site = make_site(Audience.PUBLIC, sets=(retired,))
    assert [row.id for row in owned(site, CalendarOf.RETIRED)] == ["duty-3-5-1"]
    assert owned(site, CalendarOf.TEACHERS) == ()


def test_without_a_plan_the_page_has_the_recurring_dates_only(make_site: MakeSite) -> None:
    text = re.sub(r"<[^>]+>", "", calendar_page(make_site(Audience.PUBLIC)))
    assert "没有录入工作方案" in text
    assert "28日四计划日 主题党日" in text
    assert "阶段" not in text


def test_the_month_ahead_has_the_plans_dates_too(make_site: MakeSite, plan: Plan) -> None:
    site = make_site(Audience.PUBLIC, sets=(standard_set(THEME_DAY, MONTHLY),), plan=plan, as_of=date(2019, 12, 2))
    assert list(month_ahead(site)) == [
        (date(2019, 12, 26), "计划日：主题党日"),
        (date(2019, 12, 31), "阶段截止：质量提升（4 项任务到期，方案 三（四））"),
        (date(2019, 12, 31), "任务期限：配齐配强“双带头人”支部书记（跨阶段，方案 三（二）5）"),
    ]
    later = make_site(Audience.PUBLIC, sets=(standard_set(THEME_DAY),), plan=plan, as_of=date(2020, 1, 2))
    assert list(month_ahead(later)) == [(date(2020, 1, 23), "计划日：主题党日")]


def test_the_home_page_counts_the_days_to_the_end_of_the_phase(make_site: MakeSite, plan: Plan) -> None:
    text = re.sub(r"<[^>]+>", "", fill(SlotContext(site=make_site(Audience.PUBLIC, plan=plan), path=""), "home-month"))
    assert "12月31日星期二阶段四截止：质量提升（方案 三（四））还有 36 天" in text
    december = re.sub(
        r"<[^>]+>",
        "",
        fill(SlotContext(site=make_site(Audience.PUBLIC, plan=plan, as_of=date(2019, 12, 2)), path=""), "home-month"),
    )
    assert len(re.findall("阶段四?截止", december)) == 1


def test_the_page_marks_today_once(make_site: MakeSite) -> None:
    text = calendar_page(make_site(Audience.PUBLIC))
    assert len(re.findall(r'<td><b class="[^"]*zb-today[^"]*">25</b>', text)) == 1
    assert text.count("zb-is-today") == 1
    assert "zb-is-today" not in calendar_page(make_site(Audience.PUBLIC, as_of=date(2020, 1, 5)))


def test_the_page_has_every_day_of_the_year(make_site: MakeSite) -> None:
    text = calendar_page(make_site(Audience.PUBLIC))
    assert len(re.findall(r"<td><b[^>]*>\d+</b></td>", text)) == 365


def test_the_page_of_the_demonstration(
    make_site: MakeSite,
    shipped: tuple[StandardSet, ...],
    institution: Institution,
    plan: Plan,
    snapshot: Callable[[str, str], None],
) -> None:
    site = make_site(Audience.PUBLIC, sets=shipped, institution=institution, plan=plan)
    snapshot("plan-calendar.2019.html", calendar_page(site))
