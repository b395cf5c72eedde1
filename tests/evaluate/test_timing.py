"""Deadlines, reminders and reconciliation: what no record means on a given day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.finding import Finding

Ask = Callable[..., dict[str, Finding]]

QUARTERLY = {"记录": "支部党员大会", "每": "季", "至少": "1"}
MONTHLY = {"记录": "支部委员会会议", "每": "月", "至少": "1"}
YEARLY = {"记录": "组织生活会", "每": "年", "至少": "1"}
NEXT_YEAR = {"截止": "次年03-31"}


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [
        ("2019-01-01", "未到期"),
        ("2019-06-20", "未到期"),  # the eleventh day from the end
        ("2019-06-21", "临期"),  # the tenth
        ("2019-06-30", "临期"),  # the last day itself
        ("2019-07-01", "无记录"),  # the day after
    ],
)
def test_a12_a_running_quarter_is_never_a_gap(ask: Ask, as_of: str, verdict: str) -> None:
    finding = ask("频次", QUARTERLY, as_of=as_of)["2019-Q2"]
    assert finding.verdict == verdict
    assert (finding.due is not None) == (verdict in ("未到期", "临期"))


@pytest.mark.parametrize(
    ("as_of", "verdict"), [("2019-02-18", "未到期"), ("2019-02-19", "临期"), ("2019-02-28", "临期")]
)
def test_a12_the_last_ten_days_of_a_short_month(ask: Ask, as_of: str, verdict: str) -> None:
    assert ask("频次", MONTHLY, as_of=as_of)["2019-02"].verdict == verdict


@pytest.mark.parametrize(
    ("days", "as_of", "verdict"),
    [
        ("1", "2019-06-29", "未到期"),
        ("1", "2019-06-30", "临期"),
        ("30", "2019-06-01", "临期"),
        ("30", "2019-05-31", "未到期"),
    ],
)
def test_remind_changes_the_window(ask: Ask, days: str, as_of: str, verdict: str) -> None:
    assert ask("频次", MONTHLY, as_of=as_of, criterion={"提醒": days})["2019-06"].verdict == verdict


def test_a_month_that_has_not_begun_is_not_due_soon_however_long_the_reminder(ask: Ask) -> None:
    assert ask("频次", MONTHLY, as_of="2019-05-31", criterion={"提醒": "60"})["2019-06"].verdict == "未到期"


@pytest.mark.parametrize(
    ("reconciled", "verdict"),
    [("2019-06-30", "缺项"), ("2019-06-29", "无记录"), ("2019-10-31", "缺项"), (None, "无记录")],
)
def test_a30_no_record_is_zero_only_up_to_the_reconciled_day(ask: Ask, reconciled: str | None, verdict: str) -> None:
    finding = ask("频次", QUARTERLY, {"台账核对至": reconciled} if reconciled else {})["2019-Q2"]
    assert finding.verdict == verdict
    assert ("没有记录不等于没有做" in finding.reason) == (verdict == "无记录")


def test_a_reconciliation_later_than_as_of_counts_as_as_of(ask: Ask) -> None:
    findings = ask("频次", MONTHLY, {"台账核对至": "2020-12-31"}, as_of="2019-07-01")
    assert findings["2019-06"].verdict == "缺项"
    assert "台账核对至2019年7月1日" in findings["2019-06"].reason
    assert findings["2019-07"].verdict == "未到期"


def test_records_after_as_of_prove_nothing(ask: Ask, held: Callable[..., Any]) -> None:
    rows = [held("支部党员大会", "2019-06-10")]
    assert ask("频次", QUARTERLY, {}, rows, as_of="2019-06-10")["2019-Q2"].verdict == "符合"
    assert ask("频次", QUARTERLY, {}, rows, as_of="2019-06-09")["2019-Q2"].verdict == "未到期"


@pytest.mark.parametrize(
    ("founded", "dissolved", "month", "verdict"),
    [
        ("2019-05-01", None, "2019-04", "不适用"),
        ("2019-05-01", None, "2019-05", "缺项"),  # the whole month is lived through
        ("2019-05-02", None, "2019-05", "不适用"),
        ("2019-05-02", None, "2019-06", "缺项"),
        ("2015-09-10", "2019-08-31", "2019-08", "缺项"),
        ("2015-09-10", "2019-08-30", "2019-08", "不适用"),
        ("2015-09-10", "2019-08-30", "2019-09", "不适用"),
        ("2015-09-10", "2019-08-30", "2019-07", "缺项"),
    ],
)
def test_a13_first_and_last_periods_of_a_branch(
    ask: Ask, founded: str, dissolved: str | None, month: str, verdict: str
) -> None:
    profile = {"成立": founded, "台账核对至": "2019-10-31", **({"撤销": dissolved} if dissolved else {})}
    assert ask("频次", MONTHLY, profile)[month].verdict == verdict


def test_a13_an_incomplete_period_with_a_record_is_met(ask: Ask, held: Callable[..., Any]) -> None:
    rows = [held("支部委员会会议", "2019-05-20")]
    assert ask("频次", MONTHLY, {"成立": "2019-05-10"}, rows)["2019-05"].verdict == "符合"


def test_a13_an_incomplete_period_still_running_is_not_asked(ask: Ask) -> None:
    assert ask("频次", MONTHLY, {"成立": "2019-11-05"})["2019-11"].verdict == "不适用"


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [("2019-08-31", "缺项"), ("2019-09-01", "不适用"), ("2015-09-10", "缺项"), ("2015-09-09", "不适用")],
)
def test_a13_how_things_stand_is_not_asked_outside_the_branchs_life(ask: Ask, as_of: str, verdict: str) -> None:
    profile = {"撤销": "2019-08-31", "党员人数": [{"自": "2015-01-01", "正式": "2", "预备": "0"}]}
    finding = ask("人数范围", {"计数": "正式党员", "至少": "3"}, profile, as_of=as_of)[f"@{as_of}"]
    assert finding.verdict == verdict
    assert verdict != "不适用" or "撤销" in finding.reason or "成立" in finding.reason


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [
        ("2020-01-15", "未到期"),
        ("2020-03-21", "未到期"),
        ("2020-03-22", "临期"),
        ("2020-03-31", "临期"),
        ("2020-04-01", "无记录"),
    ],
)
def test_a32_a_yearly_item_stays_open_until_its_day_next_year(ask: Ask, as_of: str, verdict: str) -> None:
    findings = ask("频次", YEARLY, registers={}, as_of=as_of, year=2019, criterion=NEXT_YEAR)
    assert {name: finding.verdict.value for name, finding in findings.items()} == {"2019": verdict}


@pytest.mark.parametrize(
    ("reconciled", "verdict"), [("2020-03-31", "缺项"), ("2020-03-30", "无记录"), ("2019-12-31", "无记录")]
)
def test_a32_a_year_that_is_over_is_judged_from_the_day_after_its_deadline(
    ask: Ask, reconciled: str, verdict: str
) -> None:
    findings = ask("频次", YEARLY, {"台账核对至": reconciled}, as_of="2020-04-01", year=2019, criterion=NEXT_YEAR)
    assert {name: finding.verdict.value for name, finding in findings.items()} == {"2019": verdict}


def test_a32_the_register_a_row_stands_in_is_its_year(ask: Ask, held: Callable[..., Any]) -> None:
    registers = {2019: {"活动": [held("组织生活会", "2020-02-20")]}, 2020: {"活动": []}}

    def of(year: int, as_of: str) -> str:
        asked = ask("频次", YEARLY, registers=registers, as_of=as_of, year=year, criterion=NEXT_YEAR)
        return asked[str(year)].verdict

    assert (of(2019, "2020-02-25"), of(2020, "2020-02-25")) == ("符合", "未到期")
    assert (of(2019, "2020-02-20"), of(2019, "2020-02-19")) == ("符合", "未到期")


def test_a_yearly_item_without_a_day_next_year_counts_by_date(ask: Ask, held: Callable[..., Any]) -> None:
    registers = {2019: {"活动": [held("组织生活会", "2020-02-20")]}}
    assert ask("频次", YEARLY, registers=registers, as_of="2020-02-25")["2020"].verdict == "符合"


def test_a_branch_dissolved_before_the_deadline_is_not_asked_for_that_year(ask: Ask) -> None:
    profile = {"撤销": "2020-02-15", "台账核对至": "2020-03-31"}
    assert ask("频次", YEARLY, profile, as_of="2020-04-01", year=2019, criterion=NEXT_YEAR)["2019"].verdict == "不适用"


def test_a_year_judged_later_shows_only_that_year(ask: Ask) -> None:
    findings = ask("频次", QUARTERLY, {"台账核对至": "2020-06-30"}, as_of="2020-07-05", year=2019)
    assert {name: finding.verdict.value for name, finding in findings.items()} == dict.fromkeys(
        ("2019-Q1", "2019-Q2", "2019-Q3", "2019-Q4"), "缺项"
    )


def test_a_day_next_year_means_nothing_to_a_month(ask: Ask) -> None:
    findings = ask("频次", MONTHLY, as_of="2020-01-15", criterion=NEXT_YEAR)
    assert list(findings) == [f"2020-{month:02d}" for month in range(1, 13)]


@pytest.mark.parametrize("criterion", [{}, NEXT_YEAR])
def test_a_year_is_asked_alone(ask: Ask, criterion: dict[str, str]) -> None:
    assert list(ask("频次", YEARLY, registers={}, as_of="2019-11-25", year=2020, criterion=criterion)) == ["2020"]


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        ({"成立": "2019-05-10"}, "支部2019年5月10日成立"),
        ({"撤销": "2019-05-20"}, "支部2019年5月20日撤销"),
        ({"成立": "2019-05-01", "撤销": "2019-05-20"}, "支部2019年5月20日撤销"),
        ({"成立": "2019-05-02", "撤销": "2019-05-20"}, "支部2019年5月2日成立"),
    ],
)
def test_a13_the_reason_says_what_cut_the_period_short(ask: Ask, profile: dict[str, str], words: str) -> None:
    finding = ask("频次", MONTHLY, profile)["2019-05"]
    assert finding.verdict == "不适用"
    assert words in finding.reason
