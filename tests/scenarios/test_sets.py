"""A further set from its folder to the site: one branch of two is judged by it, on every page and on paper."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from io import StringIO
from pathlib import Path

import pypdfium2
import pytest

from generator.cli.options import read_settings
from generator.formats.check_json import write_json
from generator.judge import check
from generator.products import site as builder
from tests.conftest import Project

HEAD = "标准集: {名称: 离退休标准, 版本: 甲, 沿用: 主, 适用类型: [离退休]}"


@pytest.fixture
def two_sets(project: Project) -> Project:
    """Branch aa-2 is one of retired members, for whom a set of their own asks for one meeting a year."""
    project.plugins("{zhibu: {as_of: 2019-11-25, pdf: [handbook]}}")
    _change(project.root / "docs/standards/index.md", {"机关, 学生, 离退休": "机关, 学生"})
    _change(project.root / "records/units/aa/aa-2/branch.yml", {"类型: 教师": "类型: 离退休"})
    project.write("docs/standards/lt/index.md", f"---\n{HEAD}\n---\n# 离退休的标准\n\n<!-- slot: standards -->\n")
    text = (project.root / "docs/standards/3-1.md").read_text(encoding="utf-8")
    changed = {"每季度至少召开 1 次": "每年至少召开 1 次", "每: 季": "每: 年", "#rule": "#requirement"}
    project.write("docs/standards/lt/3-1.md", _with(text, changed).replace("每季度开一次", "每年开一次"))
    return project


def _with(text: str, changes: Mapping[str, str]) -> str:
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def _change(path: Path, changes: Mapping[str, str]) -> None:
    path.write_text(_with(path.read_text(encoding="utf-8"), changes), encoding="utf-8")


def _build(project: Project, audience: str) -> Path:
    settings = read_settings(project.config, {"audience": audience})
    builder.build(project.config, settings, project.site, strict=True)
    return project.site


def _text(path: Path) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8")))


def test_the_public_sees_the_standards_of_each_set(two_sets: Project) -> None:
    site = _build(two_sets, "public")
    first, second = (_text(site / f"branches/{id}/checklist/index.html") for id in ("aa-1", "aa-2"))
    assert "每季度至少召开 1 次" in first
    assert "每年至少召开 1 次" not in first
    assert "每年至少召开 1 次" in second
    assert "3.1 支部党员大会 另行规定" in second
    assert "离退休标准（甲）；沿用“整理稿”；另行规定 1 项" in _text(site / "branches/aa-2/index.html")
    assert "另行规定 1 项，标在名称后面" in _text(site / "standards/lt/index.html")
    assert "离退休标准" in (site / "standards/3-1/index.html").read_text(encoding="utf-8"), "in the navigation"
    document = pypdfium2.PdfDocument(site / "downloads/handbook.pdf")
    outline = [row.get_title() for row in document.get_toc() if row.get_title() != "要求"]
    assert outline[-4:-1] == ["3.1 支部党员大会", "离退休的标准", "3.1 支部党员大会"]
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "每年开一次" in text
    assert "每季度开一次" in text
    teachers, retired = (site / f"downloads/calendar/branch-{kind}.ics" for kind in ("teachers", "retired"))
    assert "每年至少召开" in retired.read_text(encoding="utf-8")
    assert "每年至少召开" not in teachers.read_text(encoding="utf-8")


def test_the_sums_of_the_two_are_never_one(two_sets: Project) -> None:
    site = _build(two_sets, "internal")
    assert "1 个支部的记录显示：▲ 缺项 1 个" in _text(site / "standards/3-1/index.html")
    assert "1 个支部的记录显示：这一项没有缺项" in _text(site / "standards/lt/3-1/index.html")
    matrix = (site / "matrix/index.html").read_text(encoding="utf-8")
    assert matrix.count('<table class="zb-table zb-grid">') == 2
    assert "3.1 支部党员大会 另行规定" in _text(site / "branches/aa-2/index.html")


def test_findings_name_the_set_by_which_they_are_judged(two_sets: Project) -> None:
    settings, out = read_settings(two_sets.config, {}), StringIO()
    write_json(check(settings), settings.as_of, settings.year, out)
    sets = {(row["branch"], row["set"]) for row in json.loads(out.getvalue())["findings"]}
    assert sets == {("aa-1", "主"), ("aa-2", "lt")}
