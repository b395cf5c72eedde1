"""`assess`: sets, parts, readings, evidence, our own lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from generator.evaluate.assess import assess
from generator.evaluate.checks import CHECKS
from generator.evaluate.year_context import YearContext
from generator.model.dossier import Dossier
from generator.model.finding import Finding
from generator.model.kinds import BranchKind
from generator.model.records.organisation import Institution
from generator.model.records.plan import Demands
from generator.model.standard_set import Inapplicable, StandardSet

Ask = Callable[..., dict[str, Finding]]
Held = Callable[..., dict[str, Any]]
MakeSet = Callable[..., StandardSet]
MakeDossier = Callable[..., Dossier]

TERMS = YearContext(date(2019, 11, 25), 2019, Institution.model_validate({"名称": "示例大学"}))
QUARTERLY = {"检查": "频次", "参数": {"记录": "支部党员大会", "每": "季", "至少": "1"}}
MONTHLY = {"记录": "专题学习", "每": "月", "至少": "1"}
RECONCILED = {"台账核对至": "2019-10-31"}


def test_findings_come_in_the_order_of_the_standard_and_of_the_year(
    make_set: MakeSet, make_dossier: MakeDossier
) -> None:
    groups = {"编号": "9.9.2", "检查": "党小组设置"}
    assessment = assess([make_set(QUARTERLY, groups)], make_dossier({}, {}), TERMS)
    assert [(row.criterion, row.period.name) for row in assessment.findings] == [
        *(("9.9.1", f"2019-Q{number}") for number in range(1, 5)),
        ("9.9.2", "@2019-11-25"),
    ]
    assert (assessment.branch, assessment.as_of, assessment.standard_set) == ("b-1", date(2019, 11, 25), "")


def test_a_finding_points_at_the_rows_that_prove_it(ask: Ask, held: Held) -> None:
    rows = [held("支部党员大会", "2019-03-14"), held("支部党员大会", "2019-03-14"), held("党课", "2019-03-15")]
    finding = ask("频次", QUARTERLY["参数"], {}, rows)["2019-Q1"]
    assert [(row.source.path, row.source.line, row.anchor) for row in finding.evidence] == [
        ("2019.yml", 10, "a-2019-03-14-1"),
        ("2019.yml", 11, "a-2019-03-14-2"),
    ]
    assert finding.evidence[0].label == "3月14日支部党员大会"


def test_how_things_stand_rests_on_lines_of_the_profile(ask: Ask) -> None:
    profile = {"党员人数": [{"自": "2019-01-01", "正式": "3", "预备": "0"}]}
    finding = ask("人数范围", {"计数": "正式党员", "至少": "3"}, profile)["@2019-11-25"]
    assert [(row.label, row.anchor) for row in finding.evidence] == [("党员人数", "")]


@pytest.mark.parametrize(
    ("criterion", "standard", "readings"),
    [({"口径": ["A11"]}, {"口径": ["A1"]}, ("A11",)), ({}, {"口径": ["A1"]}, ("A1",)), ({}, {}, ())],
)
def test_a_finding_carries_the_criterions_readings_or_the_standards(
    ask: Ask, criterion: dict[str, Any], standard: dict[str, Any], readings: tuple[str, ...]
) -> None:
    assert ask("党小组设置", {}, criterion=criterion, standard=standard)["@2019-11-25"].readings == readings


def test_a34_a_finding_says_whose_gap_it_is_and_which_part(ask: Ask) -> None:
    finding = ask("人工评", {"每": "年"}, criterion={"责任主体": "基层党委", "类别": "定性"})["2019"]
    assert (finding.duty.value, finding.part.value) == ("基层党委", "定性")


@pytest.mark.parametrize(
    ("criterion", "standard", "verdict"),
    [
        ({"稿源": "自拟"}, {}, "提示"),
        ({}, {"稿源": "自拟"}, "提示"),
        ({"稿源": "整理"}, {"稿源": "自拟"}, "缺项"),
        ({}, {"稿源": "原文"}, "缺项"),
    ],
)
def test_a35_our_own_lines_give_at_most_a_hint(
    ask: Ask, criterion: dict[str, str], standard: dict[str, str], verdict: str
) -> None:
    finding = ask("频次", MONTHLY, RECONCILED, criterion=criterion, standard=standard)["2019-06"]
    assert finding.verdict == verdict
    assert ("自拟的线" in finding.reason) == (verdict == "提示")


def test_a35_softens_nothing_but_a_gap(ask: Ask) -> None:
    own = {"稿源": "自拟"}
    assert ask("频次", MONTHLY, {}, criterion=own)["2019-06"].verdict == "无记录"
    assert ask("频次", MONTHLY, RECONCILED, criterion=own)["2019-11"].verdict == "临期"


def test_a35_what_has_happened_is_softened_too(ask: Ask, held: Held) -> None:
    rows = [held("支部委员会会议", "2019-06-05", {"应到": "5", "实到": "1"})]
    parameters = {"记录": "支部委员会会议", "每": "月", "到会": "半数以上"}
    assert ask("到会", parameters, {}, rows, criterion={"稿源": "自拟"})["2019-06"].verdict == "提示"


PLANNED = Demands(date(2019, 3, 1), frozenset({"9.9"}), frozenset())


@pytest.mark.parametrize(
    ("usual", "demands", "verdict", "words"),
    [
        (None, {}, "缺项", ""),
        ("提示", {}, "提示", "依据写“一般”"),
        ("提示", {2019: PLANNED}, "提示", "依据写“一般”"),
        ("从方案", {}, "提示", "没有把它写成硬要求的方案"),
        ("从方案", {2018: PLANNED}, "提示", "没有把它写成硬要求的方案"),
        ("从方案", {2019: PLANNED}, "缺项", "条例、规划写“一般”，本校方案写成硬要求"),
        ("从方案", {2019: PLANNED._replace(standards=frozenset({"9.8"}))}, "提示", "没有把它写成硬要求的方案"),
        ("从方案", {2019: PLANNED._replace(usual=frozenset({"9.9.1"}))}, "提示", "没有把它写成硬要求的方案"),
        ("从方案", {2019: PLANNED._replace(since=date(2019, 6, 30))}, "缺项", "从方案"),
        ("从方案", {2019: PLANNED._replace(since=date(2019, 7, 1))}, "提示", "没有把它写成硬要求的方案"),
    ],
)
def test_a40_what_the_rules_call_usual(
    ask: Ask, usual: str | None, demands: dict[int, Demands], *, verdict: str, words: str
) -> None:
    criterion = {"一般": usual} if usual else {}
    finding = ask("频次", MONTHLY, RECONCILED, criterion=criterion, demands=demands)["2019-06"]
    assert finding.verdict == verdict
    assert words in finding.reason
    assert ("A40" in finding.reason) == (usual is not None)


def test_a40_softens_nothing_but_a_gap(ask: Ask) -> None:
    assert ask("频次", MONTHLY, {}, criterion={"一般": "提示"})["2019-06"].verdict == "无记录"
    assert ask("频次", MONTHLY, RECONCILED, criterion={"一般": "从方案"})["2019-11"].verdict == "临期"


def test_a_criterion_whose_parameters_did_not_validate_is_not_judged(
    make_set: MakeSet, make_dossier: MakeDossier
) -> None:
    faulty = replace(make_set(QUARTERLY), parameters={})
    assert assess([faulty], make_dossier({}, {}), TERMS).findings == ()


def named(chosen: StandardSet, id: str, **more: Any) -> StandardSet:
    return replace(chosen, id=id, **more)


def test_the_set_for_the_kind_and_the_day(make_set: MakeSet, make_dossier: MakeDossier) -> None:
    general = make_set(QUARTERLY, kinds=(BranchKind.TEACHERS, BranchKind.STUDENTS))
    retired = named(make_set(QUARTERLY, kinds=(BranchKind.RETIRED,)), "retired")
    teachers, seniors, offices = (make_dossier({"类型": kind}, {}) for kind in ("教师", "离退休", "机关"))
    assert assess([general, retired], teachers, TERMS).standard_set == ""
    assert assess([general, retired], seniors, TERMS).standard_set == "retired"
    judged = assess([general, retired], offices, TERMS)
    assert (judged.standard_set, judged.findings) == (None, ())


@pytest.mark.parametrize(
    ("as_of", "year", "expected"),
    [
        (date(2019, 8, 31), 2019, "old"),
        (date(2019, 9, 1), 2019, "new"),
        (date(2020, 5, 1), 2018, "old"),  # a year that is over is judged by the set of its last day
        (date(2020, 5, 1), 2019, "new"),
    ],
)
def test_the_set_in_force(make_set: MakeSet, make_dossier: MakeDossier, as_of: date, year: int, expected: str) -> None:
    old = named(make_set(QUARTERLY), "old", valid_until=date(2019, 8, 31))
    new = named(make_set(QUARTERLY), "new", valid_from=date(2019, 9, 1))
    judged = assess([old, new], make_dossier({}, {}), replace(TERMS, as_of=as_of, year=year))
    assert judged.standard_set == expected


def test_what_does_not_apply_in_a_set_is_answered_once_with_its_reason(
    make_set: MakeSet, make_dossier: MakeDossier
) -> None:
    left = Inapplicable.model_validate(
        {
            "编号": "9.9",
            "不适用": "离退休党支部不在名单内",
            "稿源": "整理",
            "依据": [{"文件": "方案2019", "可信度": "✔"}],
            "修订": [{"日期": "2019-03-01", "内容": "首次整理"}],
            "口径": ["A22"],
        }
    )
    chosen = named(make_set(QUARTERLY), "retired", inapplicable={"9.9": left})
    (finding,) = assess([chosen], make_dossier(RECONCILED, {}), TERMS).findings
    assert (finding.period.name, finding.verdict, finding.readings) == ("2019", "不适用", ("A22",))
    assert finding.reason == "标准集“举例”不设这一项：离退休党支部不在名单内"


def test_the_same_input_gives_the_same_assessment(make_set: MakeSet, make_dossier: MakeDossier) -> None:
    chosen, branch = make_set(QUARTERLY), make_dossier(RECONCILED, {})
    assert assess([chosen], branch, TERMS) == assess([chosen], branch, TERMS)


@pytest.mark.parametrize(
    ("check", "parameters", "key"),
    [
        ("频次", {"记录": "支委会", "每": "月", "至少": "1"}, "记录"),
        ("频次", {"记录": "党课", "每": "周", "至少": "1"}, "每"),
        ("频次", {"记录": "党课", "每": "月", "至少": "一"}, "至少"),
        ("频次", {"记录": "党课", "每": "月"}, "至少"),
        ("频次", {"记录": "党课", "每": "月", "至少": "1", "主讲人": "书记"}, "主讲人"),
        ("频次", {"记录": "党课", "每": "月", "至少": "1", "逐组": "true"}, "逐组"),
        ("频次", {"记录": "党课", "每": "月", "至少": "1", "主讲": "校长"}, "主讲"),
        ("日期规则", {"记录": "主题党日", "每": "季", "第几个": "4", "星期": "四"}, "每"),
        ("日期规则", {"记录": "主题党日", "每": "月", "第几个": "5", "星期": "四"}, "第几个"),
        ("日期规则", {"记录": "主题党日", "每": "月", "第几个": "0", "星期": "四"}, "第几个"),
        ("日期规则", {"记录": "主题党日", "每": "月", "第几个": "4", "星期": "天"}, "星期"),
        ("学时", {"对象": "党员", "每": "季", "至少": "8"}, "每"),
        ("学时", {"对象": "群众", "每": "年", "至少": "8"}, "对象"),
        ("人工评", {"每": "年", "缺": "符合"}, "缺"),
        ("到会", {"记录": "党课", "每": "月", "到会": "一半"}, "到会"),
        ("时段", {"记录": "党课", "名称": "年初", "自": "02-30", "至": "03-01"}, "自"),
        ("时段", {"记录": "党课", "名称": "年初", "自": "2-3", "至": "03-01"}, "自"),
        ("时段", {"记录": "党课", "名称": "跨年", "自": "12-20", "至": "01-10"}, "至"),
        ("选举", {"到会": "五分之四", "变更日": "2020-7-13"}, "变更日"),
        ("任期", {"年": "三", "提醒月": "6"}, "年"),
        ("人数范围", {"计数": "人数", "至少": "3"}, "计数"),
    ],
)
def test_a_mistake_in_a_standards_parameters_is_told_at_its_key(
    check: str, parameters: dict[str, str], key: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        CHECKS[check].parameters.model_validate(parameters)
    assert [error["loc"][0] for error in caught.value.errors()] == [key]


def test_a_range_without_a_line_is_a_mistake() -> None:
    with pytest.raises(ValidationError, match="至少要写一个"):
        CHECKS["人数范围"].parameters.model_validate({"计数": "党员"})


REASONED = ("记录显示", "台账里没有", "支部概况没有", "本要点的规则", "支部于", "支部已于")


def test_every_reason_says_what_the_records_show_or_why_nothing_is_judged(
    make_set: MakeSet, make_dossier: MakeDossier, held: Held
) -> None:
    criteria = [
        {"编号": f"9.9.{number}", "检查": check, "参数": parameters}
        for number, (check, parameters) in enumerate(
            (
                ("频次", {"记录": "党小组会", "每": "月", "至少": "1", "逐组": "是"}),
                ("频次", {"记录": "支部委员会会议", "每": "月", "至少": "1", "无支委会": "不适用"}),
                ("日期规则", {"记录": "主题党日", "每": "月", "第几个": "4", "星期": "四"}),
                ("到会", {"记录": "支部委员会会议", "每": "月", "到会": "过半"}),
                ("表决", {"记录": "支部党员大会", "每": "季"}),
                ("人数范围", {"计数": "正式党员", "至少": "3"}),
                ("支委会设置", {"设置线": "7", "至少": "3", "一般至多": "5", "至多": "7"}),
                ("任期", {"年": "3", "提醒月": "6"}),
                ("延期提前", {"一般不超过月": "12"}),
                ("选举", {"到会": "五分之四", "变更日": "2020-07-13"}),
                ("党小组设置", {}),
                ("分工", {}),
                ("学时", {"对象": "党员", "每": "年", "至少": "32"}),
                ("学时", {"对象": "书记和委员", "每": "年", "至少": "56"}),
                ("时段", {"记录": "党课", "名称": "七一前后", "自": "06-21", "至": "07-10"}),
                ("人工评", {"每": "年"}),
            ),
            start=1,
        )
    ]
    profiles = [
        {},
        {"撤销": "2019-06-15", **RECONCILED},
        {"党员人数": [{"自": "2019-01-01", "正式": "5", "预备": "0"}], "支委": [], "党小组": []},
    ]
    for profile in profiles:
        branch = make_dossier(profile, {2019: {"活动": [held("支部委员会会议", "2019-05-05")]}})
        findings = assess([make_set(*criteria)], branch, TERMS).findings
        assert {row.criterion for row in findings} == {each["编号"] for each in criteria}
        for row in findings:
            assert row.reason.startswith(REASONED), row.reason
            assert (row.due is not None) == (row.verdict in ("未到期", "临期")), row
