"""人工评: whose conclusion counts, and when; A29."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.finding import Finding

Ask = Callable[..., dict[str, Finding]]

AWAITING = {"每": "年", "缺": "待人工评"}
COMPLETE = {"要点": "9.9.1", "结论": "符合", "评定单位": "学院党委", "日期": "2019-11-08", "意见": "有成效"}


def reviews(*rows: dict[str, str]) -> dict[int, Any]:
    return {2019: {"评定": list(rows)}}


@pytest.mark.parametrize(("key", "word"), [("评定单位", "评定单位"), ("日期", "日期"), ("意见", "意见")])
def test_a29_office_day_and_opinion_must_all_be_there(ask: Ask, key: str, word: str) -> None:
    row = {name: value for name, value in COMPLETE.items() if name != key}
    finding = ask("人工评", AWAITING, registers=reviews(row))["2019"]
    assert finding.verdict == "待人工评"
    assert f"缺{word}，" in finding.reason


def test_a29_nothing_is_met_by_default(ask: Ask) -> None:
    assert ask("人工评", AWAITING)["2019"].verdict == "待人工评"
    assert ask("人工评", {"每": "年", "缺": "无记录"})["2019"].verdict == "无记录"


@pytest.mark.parametrize(("as_of", "verdict"), [("2019-11-08", "符合"), ("2019-11-07", "待人工评")])
def test_a_review_dated_later_is_not_there_yet(ask: Ask, as_of: str, verdict: str) -> None:
    assert ask("人工评", AWAITING, registers=reviews(COMPLETE), as_of=as_of)["2019"].verdict == verdict


def test_the_latest_complete_review_counts(ask: Ask) -> None:
    later = {**COMPLETE, "结论": "提示", "日期": "2019-11-20"}
    incomplete = {"要点": "9.9.1", "结论": "缺项"}
    assert ask("人工评", AWAITING, registers=reviews(later, COMPLETE, incomplete))["2019"].verdict == "提示"
    assert ask("人工评", AWAITING, registers=reviews(incomplete, COMPLETE, later))["2019"].verdict == "提示"
    assert ask("人工评", AWAITING, registers=reviews(later, COMPLETE), as_of="2019-11-19")["2019"].verdict == "符合"


def test_a_review_of_another_criterion_or_year_does_not_count(ask: Ask) -> None:
    assert ask("人工评", AWAITING, registers=reviews({**COMPLETE, "要点": "9.9.2"}))["2019"].verdict == "待人工评"
    assert ask("人工评", AWAITING, registers={2018: {"评定": [COMPLETE]}})["2019"].verdict == "待人工评"


def test_a32_last_years_review_may_come_until_its_day(ask: Ask) -> None:
    registers = reviews({**COMPLETE, "日期": "2020-03-10"})
    findings = ask(
        "人工评", AWAITING, registers=registers, as_of="2020-03-15", year=2019, criterion={"截止": "次年03-31"}
    )
    assert findings["2019"].verdict == "符合"


@pytest.mark.parametrize("missing", ["待人工评", "无记录"])
def test_a13_a_year_not_lived_through_needs_no_review(ask: Ask, missing: str) -> None:
    parameters = {"每": "年", "缺": missing}
    assert ask("人工评", parameters, {"成立": "2019-05-10"})["2019"].verdict == "不适用"
    assert ask("人工评", parameters, {"成立": "2019-05-10"}, registers=reviews(COMPLETE))["2019"].verdict == "符合"
    assert ask("人工评", parameters, {"成立": "2019-01-01"})["2019"].verdict == missing
