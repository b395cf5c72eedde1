"""`zhibu new`: files land where they belong and never on another; rows are printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.products.blank_files import blanks

FILES = {
    "mkdocs.yml": "site_name: 甲\nplugins:\n  - zhibu: {as_of: 2026-11-28}\n",
    "records/institution.yml": "名称: 乙丙大学\n",
    "records/units/aa/committee.yml": "名称: 甲党委\n类型: 基层党委\n",
    "records/units/aa/aa-1/branch.yml": "名称: 甲支部\n类型: 教师\n成立: 2020-09-01\n",
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["new", *words])


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("committee bb", "units/bb/committee.yml"),
        ("committee-register aa", "units/aa/2026.yml"),
        ("rectification aa --year 2027", "units/aa/2027-rectification.yml"),
        ("branch aa-2 --committee aa", "units/aa/aa-2/branch.yml"),
        ("register aa-1", "units/aa/aa-1/2026.yml"),
        ("年度台账 aa-1", "units/aa/aa-1/2026.yml"),
        ("members aa-1", "units/aa/aa-1/members.yml"),
        ("development aa-1", "units/aa/aa-1/development.yml"),
        ("showcase aa-1", "units/aa/aa-1/showcase.md"),
        ("school-register", "school/2026.yml"),
        ("last-places", "school/2026-restricted.yml"),
        ("plan --year 2027", "plan/2027.yml"),
    ],
)
def test_a_file_is_written_where_it_belongs(here: Path, words: str, name: str) -> None:
    done = run(*words.split())
    assert (done.exit_code, done.stdout.split("。")[0]) == (0, f"写好了 records/{name}")
    assert (here / "records" / name).read_text(encoding="utf-8").lstrip("-\n").startswith("# ")
    again = run(*words.split())
    assert (again.exit_code, "没有覆盖" in again.stderr) == (2, True)


def test_examples_are_of_its_year_and_institution(here: Path) -> None:
    run("plan")
    text = (here / "records/plan/2026.yml").read_text(encoding="utf-8")
    assert 'd: 2026"' not in text
    assert "年度: 2026\n" in text
    assert "乙丙大学2026年党支部建设标准化重点工作推进方案" in text
    assert "2019" not in text


def test_a_showcase_has_front_matter_and_room_for_prose(here: Path) -> None:
    run("showcase", "aa-1")
    text = (here / "records/units/aa/aa-1/showcase.md").read_text(encoding="utf-8")
    assert text.startswith("---\n# 观摩展示。")
    assert text.endswith("\n---\n\n<!-- 正文写在这里 -->\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("institution", "已经有 records/institution.yml"),
        ("committee aa", "已经有 "),
        ("committee aa-1", "已经有 "),
        ("branch aa-1 --committee aa", "已经有 "),
        ("branch aa --committee aa", "已经有 "),
        ("branch aa-2", "没有说是哪个基层党委的"),
        ("branch aa-2 --committee a", "没有编号是 a 的基层党委。是否想写“aa”？"),
        ("branch 甲 --committee aa", "“甲”不能作编号"),
        ("committee", "没有写编号"),
        ("register", "没有说是哪个支部的"),
        ("register aa-9", "没有编号是 aa-9 的支部。是否想写“aa-1”？"),
        ("meetings", "没有“meetings”。是否想写“meeting”？"),
        ("theme-day aa-9", "没有编号是 aa-9 的支部"),
    ],
)
def test_what_cannot_be_begun(here: Path, words: str, told: str) -> None:
    before = sorted(here.rglob("*"))
    done = run(*words.split())
    assert (done.exit_code, told in done.stderr) == (2, True), done.stderr
    assert sorted(here.rglob("*")) == before


def test_a_row_is_printed_with_the_place_where_it_goes(here: Path) -> None:
    lines = run("meeting", "aa-1").stdout.splitlines()
    assert lines[0] == "# 支部党员大会记录：写进 records/units/aa/aa-1/2026.yml 的“活动”下面"
    assert lines[1] == "活动:"
    assert "  - 类型: [支部党员大会]" in lines
    assert "    日期:" in lines
    assert not any("党小组:" in line for line in lines)
    assert run("theme-day").stdout.startswith(
        "# 主题党日记录：写进 records/units/基层党委/支部/2026.yml 的“活动”下面\n"
    )


def test_what_is_no_list_has_no_dash(here: Path) -> None:
    lines = run("学时登记", "aa-1").stdout.splitlines()
    assert lines[1] == "学时:"
    assert not any(line.startswith("  - ") for line in lines)


def test_all_are_listed(here: Path) -> None:
    lines = run().stdout.splitlines()
    assert lines[0] == "institution           学校（文件）"
    assert len(lines) == len(blanks())
    assert not any("核定" in line for line in lines)
