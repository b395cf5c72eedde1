"""文书样本: those of the repository, the page of them all, and what `zhibu word samples` fills in."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document

from generator import cli
from generator.evaluate.checks import parameter_models
from generator.load.paper_samples import load_samples
from generator.load.sources import load_sources
from generator.load.standards import load_standards
from generator.model.records.paper_sample import BLANK
from generator.model.standard_set import standards_of
from generator.validate.paper_samples import check_samples
from tests.conftest import Project

ROOT = Path(__file__).parents[2]
SAMPLES, _ = load_samples(ROOT / "docs", ROOT)
ASKED_FOR = {
    "换届请示",
    "选举办法",
    "选票",
    "计票单",
    "选举结果报告",
    "延期换届请示",
    "成立党支部请示",
    "撤销党支部请示",
} | {
    "增补委员请示",
    "接收预备党员决议",
    "预备党员转正决议",
    "党务公开一览",
}
ELECTION = "换届: [{日期: 2018-06-20, 应到有选举权: 8, 实到有选举权: 8}]\n"


def words(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(row.text for row in document.paragraphs), *cells])


def run(project: Project, out: Path, *more: str) -> Result:
    return CliRunner().invoke(cli.cli, ["word", "samples", "--config", str(project.config), "--out", str(out), *more])


@pytest.fixture
def own(project: Project) -> Project:
    for path in (ROOT / "docs/samples").iterdir():
        text = path.read_text(encoding="utf-8")
        kept = [line for line in text.split("\n") if "文件:" not in line]
        lines = "\n".join("标准: []" if line.startswith("标准:") else line for line in kept)
        project.write(f"docs/samples/{path.name}", lines.replace("依据:\n", "依据: []\n"))
    project.write("records/units/aa/aa-1/2018.yml", ELECTION)
    return project


def test_every_paper_that_branches_need_has_a_sample_without_mistakes() -> None:
    sets, _ = load_standards(ROOT / "docs", ROOT, parameter_models())
    sources, _ = load_sources(ROOT / "docs", ROOT)
    assert {row.name for row in SAMPLES.values()} == ASKED_FOR
    assert list(check_samples(SAMPLES.values(), standards_of(sets), sources)) == []
    assert all(row.basis and row.standards for row in SAMPLES.values())


def test_numbers_and_days_of_the_branch_are_filled_in(own: Project, tmp_path: Path) -> None:
    done = run(own, tmp_path, "--branch", "aa-1", "--sample", "election-request", "--sample", "tally")
    assert [Path(line).name for line in done.stdout.split()] == ["aa-1-election-request.docx", "aa-1-tally.docx"]
    made = words(tmp_path / "aa-1-election-request.docx")
    assert "关于甲学院第一党支部换届选举的请示" in made
    assert "于2018年6月20日选举产生，到2021年6月20日届满。现有党员9名，其中正式党员8名、预备党员1名" in made
    assert "（7名，待核）" in words(tmp_path / "aa-1-tally.docx")  # four fifths of 8 are 6.4


@pytest.mark.parametrize(("full", "needed"), [(8, 5), (9, 5), (10, 6)])
def test_more_than_half_is_not_half(own: Project, tmp_path: Path, full: int, needed: int) -> None:
    path = own.branch / "branch.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("正式: 8", f"正式: {full}"), encoding="utf-8")
    run(own, tmp_path, "--branch", "aa-1", "--sample", "confirmation-resolution")
    assert f"半数（{needed}名以上）" in words(tmp_path / "aa-1-confirmation-resolution.docx")


def test_what_the_records_do_not_say_stays_blank(own: Project, tmp_path: Path) -> None:
    (own.root / "records/units/aa/aa-1/2018.yml").unlink()
    run(own, tmp_path, "--branch", "aa-1", "--sample", "extension-request")
    assert f"于{BLANK}选举产生，到{BLANK}届满" in words(tmp_path / "aa-1-extension-request.docx")


def test_without_a_branch_all_are_written_blank(own: Project, tmp_path: Path) -> None:
    assert run(own, tmp_path / "out").exit_code == 0
    assert {path.stem for path in (tmp_path / "out").iterdir()} == set(SAMPLES)


def test_an_unknown_sample_is_told(own: Project, tmp_path: Path) -> None:
    done = run(own, tmp_path, "--sample", "balot")
    assert (done.exit_code, "是否想写“ballot”" in done.stderr) == (2, True)


def test_a_wording_is_replaced_without_code(own: Project, tmp_path: Path) -> None:
    path = own.root / "docs/samples/07-ballot.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("正文")] + "正文: 本校统一文本，【支部】\n", encoding="utf-8")
    run(own, tmp_path, "--branch", "aa-1", "--sample", "ballot")
    assert "本校统一文本，甲学院第一党支部" in words(tmp_path / "aa-1-ballot.docx")
