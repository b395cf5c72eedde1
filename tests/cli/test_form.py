"""`zhibu form`: which workbooks it writes, for whom and where."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from openpyxl import load_workbook

from generator import cli
from tests.conftest import Project


def form(project: Project, *arguments: object) -> Result:
    return CliRunner().invoke(cli.cli, ["form", *map(str, arguments), "--config", str(project.config)])


def test_one_workbook_of_one_branch(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out" / "aa-1.xlsx"
    result = form(project, "--scope", "branch:aa-1", "-o", out)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"甲学院第一党支部：{out}，已记 ")
    assert load_workbook(out)["活动"]["C3"].value is not None
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_folder_takes_those_of_all_units_below(project: Project, tmp_path: Path) -> None:
    assert form(project, "--scope", "committee:aa", "-o", tmp_path / "out").exit_code == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["branch-aa-1-2019.xlsx", "branch-aa-2-2019.xlsx", "committee-aa-2019.xlsx"]
    assert form(project, "-o", tmp_path / "all").exit_code == 0
    assert {path.name for path in (tmp_path / "all").iterdir()} == {*names, "school-2019.xlsx"}


def test_only_the_sheets_that_are_asked_for(project: Project, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert form(project, "--scope", "committee:aa", "--kind", "活动", "--kind", "支委", "-o", out).exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == ["branch-aa-1-2019.xlsx", "branch-aa-2-2019.xlsx"]
    visible = [each.title for each in load_workbook(out / "branch-aa-1-2019.xlsx") if each.sheet_state == "visible"]
    assert visible == ["怎么填", "活动", "支委"]
    result = form(project, "--scope", "branch:aa-1", "--kind", "活东", "-o", out / "a.xlsx")
    assert result.exit_code == 2
    assert "没有“活东”这张表。是否想写“活动”？" in result.stderr


def test_the_public_edition_has_none(project: Project, tmp_path: Path) -> None:
    result = form(project, "--audience", "public", "-o", tmp_path / "a.xlsx")
    assert result.exit_code == 2
    assert "公开版没有台账" in result.stderr


def test_nothing_is_written_into_a_site_or_of_faulty_records(project: Project, tmp_path: Path) -> None:
    inside = project.root / "site" / "a.xlsx"
    assert form(project, "--scope", "branch:aa-1", "-o", inside).exit_code == 2
    assert not inside.exists()
    with (project.branch / "2019.yml").open("a", encoding="utf-8") as file:
        file.write("天气: 晴\n")
    result = form(project, "--scope", "committee:aa", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "records/units/aa/aa-1/2019.yml" in result.stderr
    assert not (tmp_path / "out").exists()
