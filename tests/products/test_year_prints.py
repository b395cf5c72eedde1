"""`zhibu pdf plan` and `overview`: what a year of the institution comes to on paper, and who is refused it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from generator.cli.options import read_settings
from generator.errors import ConfigurationError, RecordsRefusedError
from generator.products.year_prints import write_overview, write_plan
from generator.settings import Scope, Settings
from tests.conftest import Project

PLAN = """年度: 2019
编号: 方案2019
名称: 推进方案
阶段:
  - 条款: 二（一）
    名称: 强化意识
    自: 2019-03-01
    至: 2019-04-30
    任务:
      - {条款: 二（一）1, 名称: 报送推进计划, 责任单位: [党委组织部], 期限: 2019-05-20, 台账: 推进计划}
"""


def settings(project: Project, audience: str = "internal") -> Settings:
    return read_settings(project.config, {"audience": audience})


def text(path: Path) -> str:
    pages = pypdfium2.PdfDocument(path)
    return re.sub(r"\s", "", "".join(page.get_textpage().get_text_bounded() for page in pages))


@pytest.fixture
def planned(project: Project) -> Project:
    folder = project.root / "records/plan"
    folder.mkdir(exist_ok=True)
    (folder / "2019.yml").write_text(PLAN, encoding="utf-8")
    project.write("records/institution.yml", "名称: 示例大学\n责任单位: [{名称: 党委组织部}]\n")
    return project


def test_the_overview_sums_the_branches_of_every_committee(project: Project, tmp_path: Path) -> None:
    path = write_overview(settings(project), tmp_path / "out")
    told = text(path)
    assert path.name == "overview-2019.pdf"
    assert "甲学院党委" in told
    assert "3.1支部党员大会" in told
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_plan_has_states_for_party_members_and_none_for_the_public(planned: Project, tmp_path: Path) -> None:
    internal = text(write_plan(settings(planned), tmp_path / "internal"))
    public = text(write_plan(settings(planned, "public"), tmp_path / "public"))
    assert "二（一）1报送推进计划党委组织部5月20日〔跨阶段〕" in internal
    assert "二（一）1报送推进计划党委组织部5月20日〔跨阶段〕" in public
    assert ("状态" in internal, "状态" in public) == (True, False)


def test_a_year_without_a_plan_is_told(planned: Project, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="2016年没有登记工作方案"):
        write_plan(replace(settings(planned), year=2016), tmp_path)
    assert list(tmp_path.glob("*.pdf")) == []


def test_neither_the_public_nor_a_part_has_an_overview(project: Project, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="公开版没有全校总览"):
        write_overview(settings(project, "public"), tmp_path)
    with pytest.raises(ConfigurationError, match="只生成一个单位的一份"):
        write_overview(replace(settings(project), scope=Scope(kind="committee", id="aa")), tmp_path)


def test_an_error_in_the_records_leaves_the_file_that_is_there(project: Project, tmp_path: Path) -> None:
    before = write_overview(settings(project), tmp_path).read_bytes()
    register = project.branch / "2019.yml"
    register.write_text(register.read_text(encoding="utf-8").replace("实到: 8", "实到: 88"), encoding="utf-8")
    with pytest.raises(RecordsRefusedError):
        write_overview(settings(project), tmp_path)
    assert (tmp_path / "overview-2019.pdf").read_bytes() == before
