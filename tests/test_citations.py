"""After another institution has imported its own plan, nothing of the handbook leads into it by mistake."""

from __future__ import annotations

import pytest

from generator.cli.options import read_settings
from generator.model.record import Audience
from generator.products import site as builder
from generator.survey import survey
from tests.conftest import Project

PLAN = """年度: 2019
编号: ID
名称: NAME
阶段:
  - 条款: 三（二）
    名称: 对标整改
    自: 2019-05-01
    至: 2019-06-30
    任务: [{条款: 三（二）3, 名称: 规范组织生活, 责任单位: [党支部]}]
"""
TEXT = "推进方案\n三、步骤\n（二）整改\n1、设置\n2、整顿\n3、规范组织生活\n"
LINK = "plan/text/index.html#c-3-2-3"


@pytest.fixture
def imported(project: Project) -> Project:
    project.write("records/plan/2019.txt", TEXT)
    page = project.root / "docs/standards/3-1.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n见方案三（二）3的规定。\n", encoding="utf-8")
    return project


def page_of(project: Project, name: str = "standards/3-1/index.html") -> str:
    builder.build(project.config, read_settings(project.config, {"audience": "internal"}), project.site, strict=False)
    return (project.site / name).read_text(encoding="utf-8")


def test_the_own_plan_is_linked(imported: Project) -> None:
    imported.write("records/plan/2019.yml", PLAN.replace("ID", "方案2019").replace("NAME", "推进方案"))
    assert page_of(imported).count(LINK) == 2
    assert LINK in (imported.site / "branches/aa-1/index.html").read_text(encoding="utf-8")
    assert not (imported.site / "sources.yml").exists()


def test_another_plan_of_the_same_numbers_is_not(imported: Project) -> None:
    imported.write("records/plan/2019.yml", PLAN.replace("ID", "本校方案").replace("NAME", "另一大学方案"))
    page = page_of(imported)
    assert LINK not in page
    assert "见<cite>《推进方案》三（二）3</cite>的规定" in page
    assert "<cite>《推进方案》三（二）3</cite>" in page
    branch = (imported.site / "branches/aa-1/index.html").read_text(encoding="utf-8")
    assert LINK not in branch
    assert "依据 <cite>《推进方案》三（二）3</cite>" in branch
    told = [row for row in survey(imported.settings(Audience.INTERNAL)).problems if row.code == "S112"]
    assert [row.source.path for row in told] == ["docs/standards/3-1.md"]


def test_a_plan_that_takes_the_id_of_another_stops_the_build(imported: Project) -> None:
    imported.write("records/plan/2019.yml", PLAN.replace("ID", "方案2019").replace("NAME", "另一大学方案"))
    surveyed = survey(imported.settings(Audience.INTERNAL))
    assert [str(row.source) for row in surveyed.problems if row.code == "S117"] == ["records/plan/2019.yml:2:5"]
    assert not surveyed.sound


def test_without_the_list_of_documents_one_thing_is_wrong(project: Project) -> None:
    (project.root / "docs/sources.yml").unlink()
    surveyed = survey(project.settings(Audience.INTERNAL))
    assert [(row.code, row.source.path) for row in surveyed.problems] == [("P105", "docs/sources.yml")]
