"""The survey holds the handbook and the plan's records against the plan's own words."""

from __future__ import annotations

import pytest

from generator.judge import check
from generator.model.problem import Severity
from generator.model.record import Audience
from generator.survey import survey
from tests.conftest import Project

PLAN = """年度: 2019
编号: 方案2019
名称: 推进方案
阶段:
  - 条款: 三（二）
    名称: 对标整改
    自: 2019-05-01
    至: 2019-06-30
    任务: [{条款: 三（二）4, 名称: 学习, 责任单位: [党支部]}]
"""


def told(project: Project) -> list[tuple[str, str]]:
    found = survey(project.settings(Audience.INTERNAL))
    return sorted((row.code, row.source.path) for row in found.problems if row.code in ("S112", "R227"))


def cite(project: Project, clause: str) -> None:
    page = project.root / "docs/standards/3-1.md"
    text = page.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("依据: "))
    page.write_text(text.replace(line, f"依据: [{{文件: 方案2019, 条款: {clause}, 可信度: ✔}}]"), encoding="utf-8")


def test_a_clause_that_the_plan_does_not_have_is_told(project: Project) -> None:
    cite(project, "三（二）9")
    assert told(project) == []  # no plan, nothing to miss
    project.write("records/plan/2019.yml", PLAN)
    project.write("records/plan/2019.txt", "推进方案\n三、步骤\n（二）整改\n3、规范组织生活\n")
    assert told(project) == [("R227", "records/plan/2019.yml"), ("S112", "docs/standards/3-1.md")]
    cite(project, "三（二）3")
    assert told(project) == [("R227", "records/plan/2019.yml")]
    project.write("records/plan/2019.txt", "推进方案\n三、步骤\n（二）整改\n3、规范组织生活\n4、学习\n")
    assert told(project) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("名称: 支", "名字: 支", "R102"),
        ("方面: 组织生活", "方面: 组织生话", "S110"),
        ("检查: 频次", "检查: 频度", "S101"),
    ],
)
def test_one_wrong_standard_gives_one_message(project: Project, old: str, new: str, code: str) -> None:
    page = project.root / "docs/standards/3-1.md"
    text = page.read_text(encoding="utf-8")
    project.write("docs/standards/3-2.md", text.replace("3.1", "3.2"))
    page.write_text(text.replace(old, new), encoding="utf-8")
    project.write("records/plan/2019.yml", PLAN.replace("责任单位: [党支部]", '责任单位: [党支部], 标准: ["3.1"]'))
    register = project.branch / "2019.yml"
    remedy = '{问题: 没有计划, 类别: [弱化], 标准: ["3.1"], 措施: 排计划, 责任: 书记, 期限: 2019-12-01}'
    review = '{要点: "3.1.1", 结论: 符合, 评定单位: 甲学院党委, 日期: 2019-11-08, 意见: 有记录}'
    register.write_text(f"{register.read_text(encoding='utf-8')}对策: [{remedy}]\n评定: [{review}]\n", encoding="utf-8")
    problems = [row for part in check(project.settings(Audience.INTERNAL)) for row in part.problems]
    assert [row.code for row in problems if row.severity is Severity.ERROR] == [code]


def test_what_records_say_of_a_dropped_aspect_is_no_mistake(project: Project) -> None:
    project.write("records/plan/2019.yml", PLAN.replace("责任单位: [党支部]", '责任单位: [党支部], 标准: ["4.1"]'))
    register = project.branch / "2019.yml"
    remedy = '{问题: 没有计划, 类别: [弱化], 标准: ["4.1"], 措施: 排计划, 责任: 书记, 期限: 2019-12-01}'
    review = '{要点: "4.1.1", 结论: 符合, 评定单位: 甲学院党委, 日期: 2019-11-08, 意见: 有记录}'
    register.write_text(f"{register.read_text(encoding='utf-8')}对策: [{remedy}]\n评定: [{review}]\n", encoding="utf-8")
    wrong = {"R224", "R235", "R213"}
    problems = [row for part in check(project.settings(Audience.INTERNAL)) for row in part.problems]
    assert {row.code for row in problems} & wrong == wrong
    head = project.root / "docs/standards/index.md"
    head.write_text(head.read_text(encoding="utf-8").replace("版本: ", "停用方面: [4], 版本: "), encoding="utf-8")
    problems = [row for part in check(project.settings(Audience.INTERNAL)) for row in part.problems]
    assert {row.code for row in problems} & wrong == set()


def test_a_dropped_aspect_has_no_page(project: Project) -> None:
    head = project.root / "docs/standards/index.md"
    head.write_text(head.read_text(encoding="utf-8").replace("版本: ", "停用方面: [3], 版本: "), encoding="utf-8")
    found = survey(project.settings(Audience.INTERNAL)).problems
    assert [row.code for row in found if row.source.path == "docs/standards/index.md"] == ["S120"]
