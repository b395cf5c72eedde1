"""The folder that is handed to a unit carries the workbooks that it sends back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.build.unit_workbook import guarded_contents, unit_workbooks
from generator.cli.options import read_settings
from generator.errors import LeakError
from generator.judge import records_shown
from generator.model.record_file import Owner
from generator.products import site as builder
from generator.survey import survey
from tests.conftest import Project

BRANCH = "downloads/workbooks/branch-aa-1-2019.xlsx"


def build(project: Project, **options: Any) -> Path:
    builder.build(project.config, read_settings(project.config, options), project.site, strict=False)
    return project.site


def workbooks(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.xlsx"))


def page(folder: Path, path: str) -> str:
    return (folder / path / "index.html").read_text(encoding="utf-8")


def test_a_branch_gets_its_own(project: Project) -> None:
    folder = build(project, audience="internal", scope="branch:aa-1")
    assert workbooks(folder) == [BRANCH]
    assert f"../../{BRANCH}" in page(folder, "branches/aa-1")


def test_a_committee_gets_its_own_and_those_of_its_branches(project: Project) -> None:
    folder = build(project, audience="restricted", scope="committee:aa")
    committee = "downloads/workbooks/committee-aa-2019.xlsx"
    assert workbooks(folder) == [BRANCH, BRANCH.replace("aa-1", "aa-2"), committee]
    assert f"../../{committee}" in page(folder, "committees/aa")


@pytest.mark.parametrize("options", [{"audience": "public", "scope": "branch:aa-1"}, {"audience": "internal"}])
def test_nobody_else_gets_any(project: Project, options: dict[str, str]) -> None:
    folder = build(project, **options)
    assert workbooks(folder) == []
    assert "downloads/workbooks" not in page(folder, "branches/aa-1")


def test_a_corrected_record_is_in_the_next_one(project: Project) -> None:
    before = (build(project, audience="internal", scope="branch:aa-1") / BRANCH).read_bytes()
    register = project.branch / "2019.yml"
    register.write_text(register.read_text(encoding="utf-8").replace("实到: 8", "实到: 7"), encoding="utf-8")
    after = build(project, audience="internal", scope="branch:aa-1") / BRANCH
    assert after.read_bytes() != before
    heads, _, row, *_ = load_workbook(after)["活动"].iter_rows(values_only=True)
    assert row[heads.index("实到＊")] == 7


def test_a_branch_dissolved_in_an_earlier_year_has_none(project: Project) -> None:
    profile = project.root / "records/units/aa/aa-2/branch.yml"
    profile.write_text(profile.read_text(encoding="utf-8") + "撤销: 2018-12-31\n", encoding="utf-8")
    folder = build(project, audience="internal", scope="committee:aa")
    assert BRANCH.replace("aa-1", "aa-2") not in workbooks(folder)
    assert "downloads/workbooks" not in page(folder, "branches/aa-2")


def test_the_gate_looks_at_all_of_them_before_any_is_written(project: Project) -> None:
    settings = read_settings(project.config, {"audience": "internal", "scope": "committee:aa"})
    made = list(unit_workbooks(survey(settings), records_shown, tuple(Owner)))
    assert len(guarded_contents(made, tuple)) == 3
    word = next(cell for line in made[1].content.sheets[0].lines for cell in line[1:] if "研究" in cell)
    made[1] = made[1]._replace(hidden=(word,))
    with pytest.raises(LeakError, match=r"branch-aa-1-2019\.xlsx：不属本版的内容"):
        guarded_contents(made, tuple)
    assert len(guarded_contents(made, lambda: [f"又见{word}"])) == 3
