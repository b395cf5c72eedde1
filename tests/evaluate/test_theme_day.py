"""3.5 主题党日: the fourth Thursday, moved days, holidays; A15, A31 and A36."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.finding import Finding

Ask = Callable[..., dict[str, Finding]]
Held = Callable[..., dict[str, Any]]

FOURTH_THURSDAY = {"记录": "主题党日", "每": "月", "第几个": "4", "星期": "四"}
RECONCILED = {"台账核对至": "2019-10-31"}
SUMMER = {"假期": [{"名称": "暑假", "自": "2019-07-13", "至": "2019-09-01"}]}
MONTHLY = {"记录": "主题党日", "每": "月", "至少": "1", "假期": "提示"}

FOURTH = {
    2019: ("01-24", "02-28", "03-28", "04-25", "05-23", "06-27", "07-25", "08-22", "09-26", "10-24", "11-28", "12-26"),
    2026: ("01-22", "02-26", "03-26", "04-23", "05-28", "06-25", "07-23", "08-27", "09-24", "10-22", "11-26", "12-24"),
}


def day(held: Held, on: str, move: dict[str, str] | None = None) -> Any:
    return held("主题党日", on, {"主题党日": {"主题": "植树", **({"改期": move} if move else {})}})


@pytest.mark.parametrize("year", FOURTH)
def test_the_twelve_fourth_thursdays_of_a_year(ask: Ask, held: Held, year: int) -> None:
    rows = [day(held, f"{year}-{each}") for each in FOURTH[year]]
    findings = ask("日期规则", FOURTH_THURSDAY, {}, rows, as_of=f"{year}-12-31")
    assert [finding.verdict.value for finding in findings.values()] == ["符合"] * 12
    assert all("计划日" in finding.reason for finding in findings.values())


@pytest.mark.parametrize("year", FOURTH)
def test_the_day_before_is_not_the_fourth_thursday(ask: Ask, held: Held, year: int) -> None:
    rows = [day(held, f"{year}-{each[:3]}{int(each[3:]) - 1:02d}") for each in FOURTH[year]]
    findings = ask(
        "日期规则", FOURTH_THURSDAY, {}, rows, as_of=f"{year + 1}-01-01", year=year, registers={year: {"活动": rows}}
    )
    assert {finding.verdict.value for finding in findings.values()} == {"无记录"}


def test_the_fifth_thursday_is_not_the_fourth(ask: Ask, held: Held) -> None:
    assert ask("日期规则", FOURTH_THURSDAY, RECONCILED, [day(held, "2019-05-30")])["2019-05"].verdict == "缺项"


@pytest.mark.parametrize(
    ("on", "verdict"), [("2019-03-01", "符合"), ("2019-03-31", "符合"), ("2019-04-01", "缺项"), ("2019-02-28", "缺项")]
)
def test_a15_a_moved_day_counts_within_its_month_only(ask: Ask, held: Held, on: str, verdict: str) -> None:
    finding = ask("日期规则", FOURTH_THURSDAY, RECONCILED, [day(held, on, {"理由": "停电"})])["2019-03"]
    assert finding.verdict == verdict


def test_a15_a_moved_day_shows_both_days_and_the_reason(ask: Ask, held: Held) -> None:
    finding = ask("日期规则", FOURTH_THURSDAY, {}, [day(held, "2019-03-29", {"理由": "停电"})])["2019-03"]
    assert "2019年3月28日" in finding.reason
    assert "2019年3月29日" in finding.reason
    assert "理由：停电" in finding.reason


def test_a15_a_moved_day_without_a_reason_does_not_count(ask: Ask, held: Held) -> None:
    rows = [day(held, "2019-03-29")]
    assert ask("日期规则", FOURTH_THURSDAY, {"台账核对至": "2019-03-31"}, rows)["2019-03"].verdict == "缺项"
    assert ask("日期规则", FOURTH_THURSDAY, {"台账核对至": "2019-03-30"}, rows)["2019-03"].verdict == "无记录"


def test_a15_the_planned_day_itself_needs_no_reason_beside_another(ask: Ask, held: Held) -> None:
    rows = [day(held, "2019-03-20"), day(held, "2019-03-28")]
    finding = ask("日期规则", FOURTH_THURSDAY, RECONCILED, rows)["2019-03"]
    assert finding.verdict == "符合"
    assert [evidence.anchor for evidence in finding.evidence] == ["a-2019-03-28-1"]


@pytest.mark.parametrize(
    ("as_of", "verdict", "due"),
    [
        ("2019-11-20", "未到期", "2019-11-28"),
        ("2019-11-21", "临期", "2019-11-28"),
        ("2019-11-28", "临期", "2019-11-28"),  # the planned day itself is still ahead
        ("2019-11-29", "临期", "2019-11-30"),
        ("2019-11-30", "临期", "2019-11-30"),
    ],
)
def test_the_day_to_act_on_is_the_planned_day_then_the_months_last(
    ask: Ask, as_of: str, verdict: str, due: str
) -> None:
    finding = ask("日期规则", FOURTH_THURSDAY, {}, as_of=as_of)["2019-11"]
    assert finding.verdict == verdict
    assert finding.due is not None
    assert finding.due.isoformat() == due


@pytest.mark.parametrize(("check", "parameters"), [("日期规则", FOURTH_THURSDAY), ("频次", MONTHLY)])
def test_a36_a_month_wholly_in_a_holiday(ask: Ask, held: Held, check: str, parameters: dict[str, str]) -> None:
    findings = ask(check, parameters, RECONCILED, institution=SUMMER)
    verdicts = {name: findings[name].verdict.value for name in ("2019-07", "2019-08", "2019-09")}
    assert verdicts == {"2019-07": "缺项", "2019-08": "提示", "2019-09": "缺项"}
    assert "未登记批准依据" in findings["2019-08"].reason
    met = ask(check, parameters, RECONCILED, [day(held, "2019-08-22")], institution=SUMMER)["2019-08"]
    assert met.verdict == "符合"


@pytest.mark.parametrize(
    ("since", "until", "verdict"),
    [("2019-08-01", "2019-08-31", "提示"), ("2019-08-02", "2019-08-31", "缺项"), ("2019-08-01", "2019-08-30", "缺项")],
)
def test_a36_a_holiday_must_cover_every_day_of_the_month(ask: Ask, since: str, until: str, verdict: str) -> None:
    school = {"假期": [{"名称": "暑假", "自": since, "至": until}]}
    assert ask("日期规则", FOURTH_THURSDAY, RECONCILED, institution=school)["2019-08"].verdict == verdict


@pytest.mark.parametrize(("since", "verdict"), [("2019-08-15", "提示"), ("2019-08-16", "提示"), ("2019-08-17", "缺项")])
def test_a36_adjoining_holidays_are_one(ask: Ask, since: str, verdict: str) -> None:
    both = [
        {"名称": "考试周", "自": since, "至": "2019-08-31"},
        {"名称": "暑假", "自": "2019-08-01", "至": "2019-08-15"},
    ]
    finding = ask("日期规则", FOURTH_THURSDAY, RECONCILED, institution={"假期": both})["2019-08"]
    assert finding.verdict == verdict
    assert ("考试周、暑假" in finding.reason) == (verdict == "提示")


@pytest.mark.parametrize(
    ("approval", "words"), [({"批准": "学院党委组织员同意"}, "批准依据：学院党委组织员同意"), ({}, "未登记批准依据")]
)
def test_a36_the_reason_gives_the_approval(ask: Ask, approval: dict[str, str], words: str) -> None:
    registers = {2019: {"免开": [{"类型": "主题党日", "月份": "2019-08", "理由": "全月暑假", **approval}]}}
    finding = ask("日期规则", FOURTH_THURSDAY, RECONCILED, registers=registers, institution=SUMMER)["2019-08"]
    assert finding.verdict == "提示"
    assert words in finding.reason


@pytest.mark.parametrize(
    ("as_of", "verdict"), [("2019-08-10", "未到期"), ("2019-08-31", "临期"), ("2019-09-01", "提示")]
)
def test_a36_is_said_once_the_month_has_passed(ask: Ask, as_of: str, verdict: str) -> None:
    assert ask("日期规则", FOURTH_THURSDAY, {}, as_of=as_of, institution=SUMMER)["2019-08"].verdict == verdict


@pytest.mark.parametrize(("approval", "verdict"), [({"批准": "学院党委组织员同意"}, "未到期"), ({}, "临期")])
def test_t5_of_an_approved_month_nobody_is_reminded(ask: Ask, approval: dict[str, str], verdict: str) -> None:
    registers = {2019: {"免开": [{"类型": "主题党日", "月份": "2019-08", "理由": "全月暑假", **approval}]}}
    finding = ask("频次", MONTHLY, {}, registers=registers, as_of="2019-08-31", institution=SUMMER)["2019-08"]
    assert finding.verdict == verdict
    assert (finding.due is None) == (verdict == "未到期")


def test_a36_is_read_by_counting_only_where_the_standard_says_so(ask: Ask) -> None:
    parameters = {"记录": "主题党日", "每": "月", "至少": "1"}
    assert ask("频次", parameters, RECONCILED, institution=SUMMER)["2019-08"].verdict == "缺项"


def test_a31_january_and_february_2019_are_not_judged_by_the_plan(ask: Ask) -> None:
    findings = ask("日期规则", FOURTH_THURSDAY, RECONCILED, criterion={"生效": "2019-03-01"})
    assert [findings[name].verdict.value for name in ("2019-01", "2019-02", "2019-03")] == ["不适用", "不适用", "缺项"]
    assert "2019年3月1日起施行" in findings["2019-02"].reason


@pytest.mark.parametrize(("cycle", "name"), [("季", "2019-Q1"), ("年", "2019")])
def test_a31_the_first_quarter_and_the_year_2019_are(ask: Ask, cycle: str, name: str) -> None:
    parameters = {"记录": "支部党员大会", "每": cycle, "至少": "1"}
    finding = ask(
        "频次",
        parameters,
        {"台账核对至": "2019-12-31"},
        as_of="2020-01-01",
        year=2019,
        criterion={"生效": "2019-03-01"},
    )[name]
    assert finding.verdict == "缺项"


@pytest.mark.parametrize(
    ("until", "verdicts"), [("2019-02-28", ["缺项", "缺项", "不适用"]), ("2019-02-27", ["缺项", "不适用", "不适用"])]
)
def test_a31_a_rule_that_ended_judges_the_periods_it_covers(ask: Ask, until: str, verdicts: list[str]) -> None:
    findings = ask("频次", MONTHLY, RECONCILED, criterion={"失效": until})
    assert [findings[name].verdict.value for name in ("2019-01", "2019-02", "2019-03")] == verdicts


@pytest.mark.parametrize(("as_of", "verdict"), [("2019-02-28", "不适用"), ("2019-03-01", "缺项")])
def test_a31_how_things_stand_is_judged_by_the_rules_of_the_day(ask: Ask, as_of: str, verdict: str) -> None:
    finding = ask("党小组设置", {}, {"党小组": []}, as_of=as_of, criterion={"生效": "2019-03-01"})[f"@{as_of}"]
    assert finding.verdict == verdict


@pytest.mark.parametrize(
    ("nth", "weekday", "on"),
    [("1", "一", "2019-04-01"), ("1", "日", "2019-04-07"), ("2", "五", "2019-04-12"), ("4", "四", "2019-04-25")],
)
def test_the_planned_day_is_the_standards_to_choose(ask: Ask, held: Held, nth: str, weekday: str, on: str) -> None:
    rule = {"记录": "主题党日", "每": "月", "第几个": nth, "星期": weekday}
    finding = ask("日期规则", rule, {}, [day(held, on)])["2019-04"]
    assert finding.verdict == "符合"
    assert f"第{'一二三四'[int(nth) - 1]}个星期{weekday}" in finding.reason
