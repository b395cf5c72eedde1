"""Scenarios that cross several readings, judged by the shipped standards: what the verdicts and their reasons say.

T1 an appointment without election, T2 an election with some not counted, T4 an attendance list that differs from the
roll, T5 a month of holidays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.evaluate.assess import assess
from generator.evaluate.checks import parameter_models
from generator.evaluate.year_context import YearContext
from generator.load.standards import load_standards
from generator.model.dossier import Dossier
from generator.model.finding import Finding, Verdict
from generator.model.records.organisation import Institution
from generator.model.records.plan import Demands
from generator.model.standard_set import StandardSet

ROOT = Path(__file__).parents[2]
Found = dict[tuple[str, str], Finding]
Judge = Callable[..., Found]

COMMITTEE = [
    {"职务": "书记", "自": "2023-06-20"},
    {"职务": "组织委员", "自": "2023-06-20", "分工": "组织、纪检"},
    {"职务": "宣传委员", "自": "2023-06-20", "分工": "宣传"},
]


@pytest.fixture(scope="module")
def sets() -> tuple[StandardSet, ...]:
    found, _ = load_standards(ROOT / "docs", ROOT, parameter_models())
    return found


@pytest.fixture
def judge(sets: tuple[StandardSet, ...], make_dossier: Callable[..., Dossier]) -> Judge:
    def judging(
        profile: Mapping[str, Any],
        registers: Mapping[int, Any],
        as_of: str,
        holidays: list[dict[str, str]] | None = None,
    ) -> Found:
        day = date.fromisoformat(as_of)
        school = Institution.model_validate({"名称": "示例大学", "假期": holidays or []})
        found = assess(sets, make_dossier(profile, registers), YearContext(day, day.year, school)).findings
        return {(row.criterion, row.period.name): row for row in found}

    return judging


def test_t1_a_secretary_is_appointed_and_the_term_stays(judge: Judge) -> None:
    officers = [
        {**COMMITTEE[0], "至": "2024-09-10"},
        {"职务": "书记", "自": "2024-09-12", "分工": "全面工作"},
        *COMMITTEE[1:],
    ]
    elected = [
        {"职务": "书记", "大会得票": "13", "得票": "3"},
        {"职务": "组织委员", "得票": "12"},
        {"职务": "宣传委员", "得票": "11"},
    ]
    held = {"应到有选举权": "14", "实到有选举权": "13", "应选": "3", "候选": "4", "支委会实到": "3"}
    term = {"日期": "2023-06-20", "产生方式": "支委会选", **held, "当选": elected}
    appointed = {"日期": "2024-09-12", "产生方式": "指派", "当选": [{"职务": "书记"}], "批复": "学院党委文件"}
    profile = {
        "支委": officers,
        "党员人数": [{"自": "2023-01-01", "正式": "14", "预备": "0"}],
        "台账核对至": "2024-10-31",
    }
    found = judge(profile, {2023: {"换届": [term]}, 2024: {"换届": [appointed]}}, "2024-11-25")
    now = "@2024-11-25"
    assert found["2.3.3", now].verdict is Verdict.MET
    assert "书记由上级指派，未经选举，批复：学院党委文件" in found["2.3.3", now].reason
    assert found["2.3.1", now].verdict is Verdict.MET
    assert "到2026年6月20日" in found["2.3.1", now].reason
    assert found["2.2.1", now].verdict is Verdict.MET


def test_t2_an_election_in_which_some_are_not_counted(judge: Judge) -> None:
    elected = [
        {"职务": "书记", "大会得票": "12", "得票": "3"},
        {"职务": "组织委员", "得票": "11"},
        {"职务": "宣传委员", "得票": "7"},
    ]
    excluded = {"合计": "2", "依据": ["无表决权、选举权", "选举口径：上级同意并经大会通过"]}
    row = {
        "日期": "2022-06-16",
        "产生方式": "支委会选",
        "应到有选举权": "14",
        "不计入": excluded,
        "实到有选举权": "12",
        "应选": "3",
        "候选": "4",
        "发出票": "12",
        "收回票": "12",
        "当选": elected,
        "支委会实到": "3",
    }
    profile = {"党员人数": [{"自": "2022-01-01", "正式": "16", "预备": "0"}]}
    finding = judge(profile, {2022: {"换届": [row]}}, "2022-07-01")["2.3.3", "@2022-07-01"]
    assert finding.verdict is Verdict.MET
    assert "已按规定扣除" in finding.reason
    assert "应选 3 名、候选 4 名" in finding.reason
    assert "表决权、选举权" not in finding.reason
    assert "选举口径" not in finding.reason


def test_t4_the_attendance_list_and_the_roll_differ(judge: Judge) -> None:
    vote = {"类别": "接收预备党员", "应到会有表决权": "8", "到会": "6", "赞成": "6"}
    row = {
        "类型": ["支部党员大会"],
        "日期": "2026-06-25",
        "主持": "支部书记",
        "应到": "8",
        "实到": "6",
        "议题": [{"事项": "接收预备党员", "表决": vote, "决议": "通过"}],
    }
    numbers = [{"自": "2026-01-01", "正式": "12", "预备": "0"}, {"自": "2026-07-05", "正式": "8", "预备": "1"}]
    profile = {"类型": "学生", "党员人数": numbers, "台账核对至": "2026-06-30"}
    found = judge(profile, {2026: {"活动": [row]}}, "2026-07-10")
    rows = [
        finding for (_, period), finding in found.items() if period == "2026-Q2" and "两处人数不一致" in finding.reason
    ]
    assert [(finding.criterion, finding.verdict) for finding in rows] == [("3.1.2", Verdict.ADVISORY)]
    assert "登记 8 名、按当日人数 12 名" in rows[0].reason
    assert "请核签到与名册" in rows[0].reason


SUMMER = [
    {"名称": "考试周", "自": "2026-07-20", "至": "2026-07-31"},
    {"名称": "暑假", "自": "2026-08-01", "至": "2026-09-01"},
]


def test_t5_a_month_of_holidays(judge: Judge) -> None:
    profile = {
        "支委": COMMITTEE,
        "党员人数": [{"自": "2023-01-01", "正式": "14", "预备": "0"}],
        "党小组": [{"名称": "第一党小组", "自": "2023-06-20"}, {"名称": "第二党小组", "自": "2023-06-20"}],
        "台账核对至": "2026-10-10",
    }
    free = {"类型": "主题党日", "月份": "2026-08", "理由": "全月暑假", "批准": "学院党委组织员同意"}
    found = judge(profile, {2026: {"免开": [free]}}, "2026-10-15", SUMMER)
    assert {found[id, "2026-08"].verdict for id in ("3.2.1", "3.3.1", "3.5.1", "3.5.2")} == {Verdict.ADVISORY}
    assert "学院党委组织员同意" in found["3.5.1", "2026-08"].reason
    assert "A36" in found["3.2.1", "2026-08"].reason
    assert "A40" not in found["3.2.1", "2026-08"].reason
    running = judge(profile, {2026: {"免开": [free]}}, "2026-08-28", SUMMER)
    assert all(running[id, "2026-08"].due is None for id in ("3.2.1", "3.3.1", "3.5.1", "3.5.2"))


@pytest.mark.parametrize("planned", [True, False])
def test_t5_the_quarter_is_asked_in_full(
    sets: tuple[StandardSet, ...], make_dossier: Callable[..., Dossier], *, planned: bool
) -> None:
    school = Institution.model_validate({"名称": "示例大学", "假期": SUMMER})
    demands = {2026: Demands(date(2026, 3, 1), frozenset({"3.1"}), frozenset())} if planned else {}
    terms = YearContext(date(2026, 10, 15), 2026, school, demands)
    found = assess(sets, make_dossier({"台账核对至": "2026-10-10"}, {}), terms).findings
    third = next(row for row in found if (row.criterion, row.period.name) == ("3.1.1", "2026-Q3"))
    assert third.verdict is (Verdict.UNMET if planned else Verdict.ADVISORY)
