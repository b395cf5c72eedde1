"""PDFs of branches: files of their own, the same whoever else is printed, and untouched where nothing changed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.build.cached_compiler import searched_text
from generator.build.edition import Edition
from generator.build.unit_prints import UNIT_PRINTS, UnitPrint
from generator.disclose.paper import pdf_texts
from generator.disclose.view import BranchView
from generator.formats.pdf.engine import compile_pdf
from generator.judge import judge_branch
from generator.model.record import Audience
from generator.products.unit_prints import print_units
from generator.survey import survey
from tests.conftest import Project

TEMPLATES = Path(cli.__file__).parents[1] / "formats/pdf/typst"
_COMMANDS = {"branches": "branch", "checklists": "checklist", "months": "month"}
PRINTS = pytest.mark.parametrize("kind", UNIT_PRINTS, ids=lambda kind: kind.option)


def run(project: Project, *words: str) -> Result:
    out = project.root / "build"
    return CliRunner().invoke(cli.cli, ["pdf", *words, "--config", str(project.config), "--out", str(out)])


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@PRINTS
def test_a_file_is_the_same_wherever_and_whoever_else_is_printed(
    project: Project, kind: UnitPrint, tmp_path: Path
) -> None:
    for number in range(3, 12):
        shutil.copytree(project.branch, project.branch.with_name(f"aa-{number}"))
    settings = project.settings(Audience.INTERNAL)
    every = print_units(settings, kind, [], tmp_path / "all", jobs=2)
    assert (len(every.made), every.failed) == (11, [])
    shutil.rmtree(project.root / ".zhibu")
    print_units(settings, kind, ["aa-1"], tmp_path / "one")
    (name,) = files(tmp_path / "one")
    elsewhere = Project(shutil.copytree(project.root, tmp_path / "moved/project"))
    print_units(elsewhere.settings(Audience.INTERNAL), kind, ["aa-2", "aa-1"], tmp_path / "two")
    assert files(tmp_path / "two")[name] == files(tmp_path / "one")[name]
    assert files(tmp_path / "one")[name] == files(tmp_path / "all")[name]


def test_a_run_tells_what_it_wrote_and_leaves_alone_what_did_not_change(project: Project) -> None:
    first = run(project, "branch", "--all")
    assert (first.exit_code, first.stdout.count("\n")) == (0, 2)
    assert "新写 2 份，未变 0 份" in first.stderr
    before = {path: _state(path) for path in (project.root / "build").iterdir()}
    register = project.branch / "2019.yml"
    register.write_text(register.read_text(encoding="utf-8").replace("研究", "讨论", 1), encoding="utf-8")
    again = run(project, "branch", "--all")
    assert "新写 1 份，未变 1 份" in again.stderr
    untouched = [path.name for path, state in before.items() if _state(path) == state]
    assert untouched == ["aa-2-2019-file.pdf"]


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if every source had been written long ago."""
    monkeypatch.setattr("generator.products.print_notes._RECENT", -60 * 10**9)


@pytest.mark.usefixtures("settled")
def test_a_run_with_nothing_new_looks_into_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run(project, "branch", "--all")
    monkeypatch.setattr("generator.products.unit_prints.sound_survey", lambda _: pytest.fail("looked into records"))
    second = run(project, "branch", "--all")
    assert (second.exit_code, second.stdout) == (0, first.stdout)
    assert second.stderr.startswith("2 份都没有变")


def test_what_was_written_a_moment_ago_proves_nothing(project: Project) -> None:
    run(project, "branch", "--all")
    assert "新写 0 份，未变 2 份" in run(project, "branch", "--all").stderr


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("harm", ["file", "record"])
def test_a_file_that_is_lost_or_a_record_that_changed_is_noticed(project: Project, harm: str) -> None:
    run(project, "branch", "--all")
    lost, register = project.root / "build/aa-1-2019-file.pdf", project.branch / "2019.yml"
    if harm == "file":
        lost.unlink()
    else:
        register.write_text(register.read_text(encoding="utf-8").replace("研究", "讨论", 1), encoding="utf-8")
    assert "新写 1 份，未变 1 份" in run(project, "branch", "--all").stderr
    assert lost.is_file()


def test_a_branch_that_cannot_be_printed_keeps_its_file_and_the_others_are_made(project: Project) -> None:
    run(project, "branch", "aa-1")
    before = files(project.root / "build")
    register = project.branch / "2019.yml"
    register.write_text(register.read_text(encoding="utf-8").replace("研究", "研究😀", 1), encoding="utf-8")
    result = run(project, "branch", "--all")
    assert result.exit_code == 1
    assert "错误[R028]" in result.stderr
    assert "aa-1：PDF 的字体里没有这些字" in result.stderr
    assert "没有生成 1 份，原有的文件没有动" in result.stderr
    assert files(project.root / "build")["aa-1-2019-file.pdf"] == before["aa-1-2019-file.pdf"]
    assert "aa-2-2019-file.pdf" in files(project.root / "build")


@PRINTS
def test_the_public_edition_has_none(project: Project, kind: UnitPrint) -> None:
    result = run(project, _COMMANDS[kind.option], "aa-1", "--audience", "public")
    assert result.exit_code == 2
    assert "公开版没有" in result.stderr


def test_a_branch_that_is_not_there(project: Project) -> None:
    result = run(project, "branch", "aa-1", "aa-99")
    assert result.exit_code == 2
    assert "没有编号为 aa-99 的支部" in result.stderr


def test_a_dissolved_branch_has_no_month_and_every_run_says_so(project: Project) -> None:
    profile = project.branch / "branch.yml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("成立: 2015-09-10\n", "成立: 2015-09-10\n撤销: 2019-10-31\n"), encoding="utf-8")
    for _ in range(2):
        told = run(project, "month", "aa-1")
        assert (told.exit_code, told.stdout) == (0, "")
        assert "没有可以生成的本月一页：支部已经撤销，或者年度不是截至日所在的一年。" in told.stderr


def test_another_month_has_a_file_of_its_own(project: Project) -> None:
    assert run(project, "month", "aa-1").stdout.endswith("aa-1-2019-11.pdf\n")
    assert run(project, "month", "aa-1", "--month", "2019-12").stdout.endswith("aa-1-2019-12.pdf\n")
    assert sorted(files(project.root / "build")) == ["aa-1-2019-11.pdf", "aa-1-2019-12.pdf"]


@PRINTS
def test_a_pdf_says_nothing_that_the_gate_has_not_looked_at(project: Project, kind: UnitPrint) -> None:
    """The gate looks at what a PDF is made of: beside that it holds the words of its templates alone."""
    settings = project.settings(Audience.INTERNAL)
    edition = Edition.of(survey(settings))
    (committee,) = edition.on_record.committees
    above = edition.rules.above(edition.rules.unit(committee))
    view = BranchView.of(judge_branch(edition.rules, committee.branches[0], above), Audience.INTERNAL)
    assert view is not None
    source = kind.make(edition.site, view)
    assert source is not None
    templates = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.typ"))
    made = "".join(text for text, _ in pdf_texts(compile_pdf(source, settings.typefaces)))
    said = set(re.findall(r"[\u3400-\u9fff]{2}", made))
    known = searched_text(source) + templates
    assert {char for pair in said for char in pair} <= set(known)
    names = [row for row in said if row in edition.site.institution.name]
    assert names
    assert all(row in known for row in names)


def _state(path: Path) -> tuple[int, int]:
    return path.stat().st_ino, path.stat().st_mtime_ns
