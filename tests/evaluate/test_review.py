"""人工评: whose conclusion counts, and when; A29."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.finding import Finding

Ask = Callable[..., dict[str, Finding]]

AWAITING = {"每": "年"}
QUALITATIVE = {"类别": "定性"}
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
    assert ask("人工评", AWAITING, criterion=QUALITATIVE)["2019"].verdict == "待人工评"
    assert ask("人工评", AWAITING)["2019"].verdict == "无记录"


@pytest.mark.parametrize(("as_of", "verdict"), [("2019-11-08", "符合"), ("2019-11-07", "无记录")])
def test_a_review_dated_later_is_not_there_yet(ask: Ask, as_of: str, verdict: str) -> None:
    assert ask("人工评", AWAITING, registers=reviews(COMPLETE), as_of=as_of)["2019"].verdict == verdict


def test_the_latest_complete_review_counts(ask: Ask) -> None:
    later = {**COMPLETE, "结论": "提示", "日期": "2019-11-20"}
    incomplete = {"要点": "9.9.1", "结论": "缺项"}
    assert ask("人工评", AWAITING, registers=reviews(later, COMPLETE, incomplete))["2019"].verdict == "提示"
    assert ask("人工评", AWAITING, registers=reviews(incomplete, COMPLETE, later))["2019"].verdict == "提示"
    assert ask("人工评", AWAITING, registers=reviews(later, COMPLETE), as_of="2019-11-19")["2019"].verdict == "符合"


def test_a_review_of_another_criterion_or_year_does_not_count(ask: Ask) -> None:
    assert ask("人工评", AWAITING, registers=reviews({**COMPLETE, "要点": "9.9.2"}))["2019"].verdict == "无记录"
    assert ask("人工评", AWAITING, registers={2018: {"评定": [COMPLETE]}})["2019"].verdict == "无记录"


def test_a32_last_years_review_may_come_until_its_day(ask: Ask) -> None:
    registers = reviews({**COMPLETE, "日期": "2020-03-10"})
    findings = ask(
        "人工评", AWAITING, registers=registers, as_of="2020-03-15", year=2019, criterion={"截止": "次年03-31"}
    )
    assert findings["2019"].verdict == "符合"


def test_a13_what_records_show_is_not_asked_of_a_year_not_lived_through(ask: Ask) -> None:
    assert ask("人工评", AWAITING, {"成立": "2019-05-10"})["2019"].verdict == "不适用"
    assert ask("人工评", AWAITING, {"成立": "2019-05-10"}, registers=reviews(COMPLETE))["2019"].verdict == "符合"
    assert ask("人工评", AWAITING, {"成立": "2019-01-01"})["2019"].verdict == "无记录"


@pytest.mark.parametrize("life", [{"成立": "2019-05-10"}, {"撤销": "2019-08-31"}])
def test_a39_what_people_judge_is_awaited_of_it_all_the_same(ask: Ask, life: dict[str, str]) -> None:
    assert ask("人工评", AWAITING, life, criterion=QUALITATIVE)["2019"].verdict == "待人工评"


@pytest.mark.parametrize(
    ("life", "verdict"),
    [
        ({"撤销": "2019-03-31"}, "不适用"),
        ({"撤销": "2019-04-01"}, "待人工评"),
        ({"成立": "2019-10-02"}, "不适用"),
        ({"成立": "2019-09-30"}, "待人工评"),
        ({"成立": "2019-05-21", "撤销": "2019-08-20"}, "不适用"),
        ({"成立": "2019-05-21", "撤销": "2019-08-21"}, "待人工评"),
        ({}, "待人工评"),
    ],
)
def test_a39_a_life_under_three_months_may_be_left_unjudged(ask: Ask, life: dict[str, str], verdict: str) -> None:
    waiver = {"理由": "三月底并入第二党支部", "单位": "学院党委", "日期": "2019-11-20"}
    finding = ask("人工评", AWAITING, life, registers={2019: {"不评": waiver}}, criterion=QUALITATIVE)["2019"]
    assert finding.verdict == verdict
    assert ("学院党委2019年11月20日定为本年度不评，理由：三月底并入第二党支部" in finding.reason) is (
        verdict == "不适用"
    )


JOINT = {"活动": [{"类型": ["组织生活会"], "日期": "2019-03-25", "主持": "支部书记", "应到": "9", "实到": "9"}]}
LIFE_MEETING = {"记录": "组织生活会", "每": "年", "至少": "1"}


@pytest.mark.parametrize(
    ("dissolved", "verdict"),
    [
        ("2018-12-31", "不适用"),
        ("2019-01-01", "符合"),
        ("2019-03-31", "符合"),
        ("2019-04-01", "无记录"),
        (None, "无记录"),
    ],
)
def test_a39_a_merged_branch_quotes_what_was_still_open(
    ask: Ask, make_dossier: Callable[..., Any], dissolved: str | None, verdict: str
) -> None:
    receiver = make_dossier({"名称": "第二党支部"}, {2018: JOINT})
    life = {"撤销": dissolved} if dissolved else {}
    own: dict[int, Any] = {2018: {}}
    asked = {"criterion": {"截止": "次年03-31"}, "as_of": "2019-04-15", "year": 2018}
    finding = ask("频次", LIFE_MEETING, life, registers=own, receiver=receiver, **asked)["2018"]
    assert finding.verdict == verdict
    assert ("引用接收支部第二党支部的记录（A39）" in finding.reason) is (verdict == "符合")
    assert [row.label for row in finding.evidence] == (
        ["3月25日组织生活会（引用接收支部第二党支部的记录）"] if verdict == "符合" else []
    )


def test_a39_its_own_records_come_first(ask: Ask, make_dossier: Callable[..., Any]) -> None:
    receiver = make_dossier({"名称": "第二党支部"}, {2018: JOINT})
    own = {2018: {"活动": [{**JOINT["活动"][0], "日期": "2019-01-18"}]}}
    asked = {"criterion": {"截止": "次年03-31"}, "as_of": "2019-04-15", "year": 2018}
    finding = ask("频次", LIFE_MEETING, {"撤销": "2019-03-31"}, registers=own, receiver=receiver, **asked)["2018"]
    assert "1月18日" in finding.reason
    assert "引用" not in finding.reason


def test_a39_it_quotes_what_people_judged_as_well(ask: Ask, make_dossier: Callable[..., Any]) -> None:
    receiver = make_dossier({"名称": "第二党支部"}, {2018: {"评定": [{**COMPLETE, "日期": "2019-04-08"}]}})
    asked = {"criterion": {"截止": "次年03-31", **QUALITATIVE}, "as_of": "2019-04-15", "year": 2018}
    life = {"撤销": "2019-03-31"}
    assert ask("人工评", AWAITING, life, registers={2018: {}}, receiver=receiver, **asked)["2018"].verdict == "符合"


def test_a39_that_word_counts_from_its_day_and_for_what_people_judge_only(ask: Ask) -> None:
    registers = {2019: {"不评": {"理由": "三月底并入", "单位": "学院党委", "日期": "2019-11-20"}}}
    life = {"撤销": "2019-03-31"}
    before = ask("人工评", AWAITING, life, registers=registers, criterion=QUALITATIVE, as_of="2019-11-19")["2019"]
    counted = ask("人工评", AWAITING, life, registers=registers)["2019"]
    assert before.verdict == "待人工评"
    assert "A13" in counted.reason


@pytest.mark.parametrize(
    ("kind", "day", "verdict"),
    [
        ("入党宣誓", "2019-07-01", "待人工评"),
        ("入党宣誓", "2018-07-01", "无记录"),
        ("入党宣誓", "2019-12-01", "无记录"),
        ("党课", "2019-07-01", "无记录"),
    ],
)
def test_records_that_nobody_has_judged_are_no_lack_of_records(
    ask: Ask, held: Callable[..., Any], kind: str, day: str, verdict: str
) -> None:
    registers = {2018: {"活动": []}, int(day[:4]): {"活动": [held(kind, day)]}}
    finding = ask("人工评", {"每": "年", "记录": "入党宣誓"}, registers=registers)["2019"]
    assert finding.verdict == verdict
    assert ("有入党宣誓 1 条记录，还没有人评" in finding.reason) is (verdict == "待人工评")
    assert ("台账里没有2019年的入党宣誓，也没有评定" in finding.reason) is (verdict == "无记录")


def test_what_was_voted_on_is_a_record_too(ask: Ask, held: Callable[..., Any]) -> None:
    vote = {"类别": "接收预备党员", "应到会有表决权": "16", "到会": "14", "赞成": "14"}
    rows = [held("支部党员大会", "2019-05-16", {"议题": [{"事项": "接收", "表决": vote}]})]
    finding = ask("人工评", {"每": "年", "记录": ["接收预备党员", "预备党员转正"]}, activities=rows)["2019"]
    assert finding.verdict == "待人工评"
    assert "有接收预备党员、预备党员转正 1 条记录" in finding.reason


@pytest.mark.parametrize("unasked", [[], ["双重组织生活"]])
def test_no_reason_says_no_record_of_what_no_register_lists(ask: Ask, unasked: list[str]) -> None:
    finding = ask("人工评", {"每": "年", "记录": unasked})["2019"]
    assert finding.verdict == "无记录"
    assert ("没有2019年的双重组织生活" in finding.reason) is bool(unasked)
    assert "没有评定" in finding.reason or "没有2019年的评定" in finding.reason


def above_with(duty: str, office: str | None, year: str = "2019") -> dict[str, Any]:
    row = {"年度": year, **COMPLETE, "评定单位": office}
    return {"党委": {"评定": [row] if office and duty == "基层党委" else []}}


def school_with(duty: str, office: str | None, year: str = "2019") -> dict[str, Any]:
    row = {"年度": year, **COMPLETE, "评定单位": office}
    return {"评定": [row] if office and duty == "学校" else []}


@pytest.mark.parametrize(
    ("duty", "office"), [("学校", "党委组织部"), ("基层党委", "学院党委"), ("基层党委", None), ("学校", None)]
)
@pytest.mark.parametrize(
    "life",
    [{}, {"成立": "2019-09-01"}, {"撤销": "2019-02-01"}, {"类型": "学生", "撤销": "2018-06-01"}],
)
def test_what_is_judged_above_is_the_same_for_every_branch(
    ask: Ask, duty: str, office: str | None, life: dict[str, str]
) -> None:
    """Its own register has no say, and neither has its life."""
    own = reviews({**COMPLETE, "结论": "缺项", "日期": "2019-11-20"})
    above, school, asked = above_with(duty, office), school_with(duty, office), {"责任主体": duty}
    finding = ask("人工评", AWAITING, life, registers=own, criterion=asked, unit=above, institution=school)["2019"]
    assert finding == ask("人工评", AWAITING, criterion=asked, unit=above, institution=school)["2019"]
    assert finding.quoted
    assert finding.verdict == ("符合" if office else "无记录")
    assert office is None or office in finding.reason


@pytest.mark.parametrize(("year", "verdict"), [("2019", "符合"), ("2018", "无记录")])
def test_what_is_judged_above_is_judged_by_the_year(ask: Ask, year: str, verdict: str) -> None:
    school = school_with("学校", "党委组织部", year)
    finding = ask("人工评", AWAITING, criterion={"责任主体": "学校"}, unit={}, institution=school)["2019"]
    assert finding.verdict == verdict
