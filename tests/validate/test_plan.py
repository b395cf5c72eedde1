"""The year's plan: every rule from both sides."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from generator.load.records import read_record
from generator.model.problem import Severity
from generator.model.records.organisation import Institution
from generator.model.records.plan import Plan
from generator.validate.plan import validate_plan

INSTITUTION = Institution.model_validate(
    {"名称": "示例大学", "责任单位": [{"名称": "党委学生工作部（学生社区党工委）", "别名": ["党委学生工作部"]}]}
)
CLAUSES = ("三", "三（一）", "三（一）1", "三（一）2")


def task(clause: str = "三（一）1", **more: Any) -> dict[str, Any]:
    return {"条款": clause, "名称": "甲", "责任单位": ["党委学生工作部"], **more}


def plan(*tasks: dict[str, Any], **more: Any) -> Plan:
    phase = {"条款": "三（一）", "名称": "乙", "自": "2019-03-01", "至": "2019-04-30", "任务": list(tasks)}
    return Plan.model_validate(
        {"年度": "2019", "编号": "方案2019", "名称": "方案", "阶段": [phase | more.pop("阶段", {})], **more}
    )


def codes(given: Plan, clauses: tuple[str, ...] | None = CLAUSES) -> list[str]:
    return [problem.code for problem in validate_plan(given, INSTITUTION, {"3.1"}, ["组织生活"], clauses)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (plan(task(), task("三（一）2")), []),
        (plan(task(), task()), ["R222"]),
        (plan(task(), task("三（一）1")), ["R222"]),
        (plan(task("三（二）1")), ["R223", "R227"]),
        (plan(task("三（一）")), ["R222", "R223"]),
        (plan(task("三（一）1（1）"), task("三（一）1（2）")), ["R227", "R227"]),
        (plan(task(标准=["3.1"])), []),
        (plan(task(标准=["3.1", "3.9"])), ["R224"]),
        (plan(task(标准=["3.1"], 一般=["3.1.1"])), []),
        (plan(task(标准=["3.1"], 一般=["3.5.1"])), ["R224"]),
        (plan(task(责任单位=["党委学生工作部（学生社区党工委）", "党委学生工作部"])), []),
        (plan(task(责任单位=["相关基层党委"])), ["R225"]),
        (
            plan(
                task(责任单位=["相关学工部"]),
                条件子集=[{"名称": "相关学工部", "属于": "党委学生工作部（学生社区党工委）"}],
            ),
            [],
        ),
        (plan(task(), 条件子集=[{"名称": "相关学工部", "属于": "学工处"}]), ["R225"]),
        (plan(task(), 手册配发=[{"对象": "书记", "应发": "3", "签收": "3"}]), []),
        (plan(task(), 手册配发=[{"对象": "书记", "应发": "3", "签收": "4"}]), ["R226"]),
        (plan(task("三（一）3")), ["R227"]),
        (plan(task(), 阶段={"自": "2019-05-01"}), ["R122"]),
        (plan(task("三（一）1"), task("三(一)1")), ["R222", "R223", "R227"]),
        (plan(task(), 阶段={"自": "2019-04-30"}), []),
        (plan(task(名称="联系 someone@example.edu")), ["V104"]),
    ],
)
def test_each_rule(given: Plan, expected: list[str]) -> None:
    assert codes(given) == expected


def test_the_sample_of_the_page_on_filling_in_has_no_problem(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs/help/filling.md").read_text(encoding="utf-8")
    page = page.replace("[[year]]", "2019").replace("[[institution]]", "某大学")
    (sample,) = re.findall(r"```yaml\n# plan/2019\.yml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "2019.yml").write_text(sample, encoding="utf-8")
    record, problems = read_record(tmp_path / "2019.yml", tmp_path, Plan)
    assert problems == []
    assert record is not None
    units = [{"名称": name} for name in ("党委组织部", "基层党委（党总支）", "党支部")]
    known = Institution.model_validate({"名称": "示例大学", "责任单位": units})
    assert validate_plan(record, known, {"4.3"}, [], ["三（一）", "三（一）1", "三（一）3"]) == []


def test_without_its_words_no_clause_is_missed() -> None:
    assert codes(plan(task("三（一）3")), None) == []


def test_an_unknown_unit_is_a_warning_with_the_nearest_name() -> None:
    (problem,) = validate_plan(plan(task(责任单位=["党委学生工作布"])), INSTITUTION, {"3.1"}, [], CLAUSES)
    assert problem.severity is Severity.WARNING
    assert "党委学生工作部" in problem.hint


@pytest.mark.parametrize(
    ("aspect", "aspects", "expected"),
    [
        ("组织生活", ["组织生活"], []),
        ("组织生话", ["组织生活"], ["R228"]),
        ("组织生活", ["队伍建设"], ["R228"]),
        ("组织生活", [], []),
        (None, ["队伍建设"], []),
    ],
)
def test_the_aspect_of_a_goal_is_one_of_the_handbook_s(aspect: str | None, aspects: list[str], expected: Any) -> None:
    goal = {"名称": "组织生活更加严肃认真"} | ({"方面": aspect} if aspect else {})
    found = validate_plan(plan(task(), 目标=[goal]), INSTITUTION, {"3.1"}, aspects, CLAUSES)
    assert [row.code for row in found] == expected
