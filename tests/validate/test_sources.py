"""The documents that 依据 cite: declared once, and whose plan it is."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.kinds import BranchKind
from generator.model.problem import Severity
from generator.model.record import SOURCE_KEY, Source
from generator.model.records.plan import Plan
from generator.model.records.sources import NONE, Sources
from generator.model.standard import Standard
from generator.model.standard_set import StandardSet
from generator.validate.sources import OwnPlan, check_bases, check_sources

CLAUSES = ("三（一）", "三（一）1", "三（一）2")
SOURCES = Sources.model_validate(
    {
        "方案": "方案2019",
        "文件": [
            {"编号": "方案2019", "名称": "示例大学2019年方案", "年度": "2019", "可信度": "✔"},
            {"编号": "外校方案", "名称": "外校2019年方案", "年度": "2019", "参照": "是", "可信度": "✔"},
            {"编号": "条例", "名称": "支部工作条例", "可信度": "✔"},
        ],
    }
)


def plan(id: str = "方案2019", name: str = "示例大学2019年方案") -> Plan:
    return Plan.model_validate({"年度": "2019", "编号": id, "名称": name, "阶段": []})


OWN = OwnPlan(plan(), CLAUSES)


def standard_set(*bases: tuple[str, str | None]) -> StandardSet:
    rows = [{"文件": document, "可信度": "✔"} | ({"条款": clause} if clause else {}) for document, clause in bases]
    standard = Standard.model_validate(
        {
            "编号": "3.1",
            "名称": "支部党员大会",
            "方面": "组织生活",
            "类别": "定量",
            "稿源": "整理",
            "依据": rows,
            "修订": [{"日期": "2019-03-01", "内容": "首次整理"}],
            "要点": [{"编号": "3.1.1", "要求": "甲", "责任主体": "支部", "检查": "频次"}],
        }
    )
    return StandardSet(
        id="",
        name="整理稿",
        version="1",
        valid_from=None,
        valid_until=None,
        kinds=tuple(BranchKind),
        standards=(standard,),
        parameters={},
    )


@pytest.mark.parametrize(
    ("clause", "document", "clauses", "expected"),
    [
        ("三（一）1", "方案2019", CLAUSES, []),
        ("三（一）12", "方案2019", CLAUSES, ["S112"]),
        ("三（一）12", "条例", CLAUSES, []),
        ("三（一）12", "方案2019", None, []),
        ("三（一）12", "外校方案", CLAUSES, []),
        (None, "方案2019", CLAUSES, []),
    ],
)
def test_a_basis_cites_a_clause_that_is_there(
    clause: str | None, document: str, clauses: tuple[str, ...] | None, expected: list[str]
) -> None:
    found = list(check_bases([standard_set((document, clause))], SOURCES, [OwnPlan(plan(), clauses)]))
    assert [problem.code for problem in found] == expected
    assert all(problem.severity is Severity.WARNING for problem in found)


def test_an_undeclared_document_is_an_error_with_the_nearest_id() -> None:
    (problem,) = check_bases([standard_set(("方案2918", "三（一）1"))], SOURCES, [OWN])
    assert (problem.code, problem.severity) == ("S113", Severity.ERROR)
    assert problem.hint == "是否想写“方案2019”？"


def test_the_own_plan_need_not_be_declared() -> None:
    own = [OwnPlan(plan("方案2026"), CLAUSES)]
    assert check_sources(SOURCES, [standard_set(("方案2026", "三（一）1"))], own) == []


def test_a_set_that_cites_another_plan_says_so_once() -> None:
    own = [OwnPlan(plan("方案2026", "另一大学2026年方案"), CLAUSES)]
    others = standard_set(("方案2019", "三（一）1"), ("条例", None), ("方案2019", "九"), ("外校方案", "三（一）1"))
    (problem,) = check_bases([others], SOURCES, own)
    assert (problem.code, problem.severity) == ("S112", Severity.WARNING)
    assert problem.message == "这套标准有 2 条依据引的是《示例大学2019年方案》，不是本校的《另一大学2026年方案》"
    assert "方案2026" in problem.hint


def test_without_an_own_plan_nothing_is_said_of_others() -> None:
    assert list(check_bases([standard_set(("方案2019", "九"))], SOURCES, [])) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([{"编号": "甲"}, {"编号": "乙"}], []),
        ([{"编号": "甲"}, {"编号": "甲"}], ["S115"]),
        ([{"编号": "甲", "自": "2019-01-02", "至": "2019-01-01"}], ["R122"]),
        ([{"编号": "甲", "自": "2019-01-01", "至": "2019-01-01"}], []),
        ([{"编号": "甲", "至": "2019-01-01"}], []),
        ([{"编号": "甲", "后继": "乙"}, {"编号": "乙"}], []),
        ([{"编号": "甲", "后继": "丙"}], ["S113"]),
    ],
)
def test_documents_make_sense(rows: list[dict[str, Any]], expected: list[str]) -> None:
    numbered = [
        {"名称": "文件", "可信度": "✔", SOURCE_KEY: Source("docs/sources.yml", at, 5)} | row
        for at, row in enumerate(rows, 1)
    ]
    found = Sources.model_validate({"文件": numbered})
    assert [problem.code for problem in check_sources(found, [], [])] == expected


def test_the_plan_that_prose_means_is_declared() -> None:
    sources = SOURCES.model_copy(update={"plan": "方案2020"})
    assert [problem.code for problem in check_sources(sources, [], [])] == ["S113"]
    assert check_sources(sources, [], [OwnPlan(plan("方案2020"), None)]) == []


def test_two_plans_do_not_share_an_id() -> None:
    (problem,) = check_sources(SOURCES, [], [OwnPlan(plan("方案2019", "另一大学2026年方案"), None)])
    assert (problem.code, problem.severity) == ("S117", Severity.ERROR)
    assert check_sources(SOURCES, [], [OWN]) == []
    years = [OwnPlan(plan("本校方案", f"另一大学{year}年方案"), None) for year in (2026, 2027)]
    assert [problem.code for problem in check_sources(SOURCES, [], years)] == ["S117"]


def test_a_past_plan_of_the_institution_is_its_own() -> None:
    own = [OWN, OwnPlan(plan("方案2020", "示例大学2020年方案"), ("一",))]
    cited = standard_set(("方案2019", "三（一）1"), ("方案2020", "一"))
    assert check_sources(SOURCES, [cited], own) == []
    wrong = standard_set(("方案2019", "一"), ("方案2020", "三（一）1"))
    assert [problem.code for problem in check_sources(SOURCES, [wrong], own)] == ["S112", "S112"]


def test_without_a_file_of_sources_nothing_more_is_told() -> None:
    assert check_sources(NONE, [standard_set(("方案2026", "三（一）1"))], []) == []
