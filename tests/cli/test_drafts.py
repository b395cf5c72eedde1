"""Drafts of imported documents stand apart: where they go, where they may not go, and what is said of files in use."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli

PLAN = """示例大学2024年党支部建设工作方案

一、实施步骤
（一）动员阶段（3月1日—4月30日）
1．印发方案。
责任单位：党委组织部
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "方案.txt").write_text(PLAN, encoding="utf-8")
    return tmp_path


def bring_in(*more: str, kind: str = "plan", file: str = "方案.txt") -> Result:
    return CliRunner().invoke(cli, ["import", "document", file, "--as", kind, *more])


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("kind", "files"),
    [
        ("plan", {"plan/2024.yml", "plan/2024.txt"}),
        ("handbook", {"handbook/index.md", "handbook/c-1-1.md"}),
        ("standards", {"standards/1-1.md", "standards/sources.yml"}),
    ],
)
def test_drafts_have_a_folder_of_their_own(here: Path, kind: str, files: set[str]) -> None:
    assert bring_in(kind=kind).exit_code == 0
    assert names(here / "drafts") == files
    assert not (here / "records").exists()
    assert not (here / "docs").exists()


@pytest.mark.parametrize(
    "folder",
    ["docs", "records", "docs/handbook", "records/plan", "drafts/../docs", "linked", "site/a", "other/Records/plan"],
)
def test_nothing_is_drafted_into_what_is_published(here: Path, folder: str) -> None:
    (here / "docs").mkdir()
    (here / "linked").symlink_to(here / "docs")
    (here / "site").mkdir()
    (here / "site/.zhibu").write_text("public\n", encoding="utf-8")
    (here / "other").mkdir()
    (here / "other/mkdocs.yml").write_text("", encoding="utf-8")
    before = names(here)
    result = bring_in("--out", folder)
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{folder}: 错误[D111] 草稿不直接写进" in result.stderr
    assert names(here) == before


@pytest.mark.parametrize("folder", ["plan", "docs-new", "drafts", "elsewhere/records"])
def test_any_other_folder_may_be_chosen(here: Path, folder: str) -> None:
    assert bring_in("--out", folder).exit_code == 0
    assert names(here / folder) >= {"2024.yml", "2024.txt"}


def test_a_file_in_use_stays_and_its_differences_are_told(here: Path) -> None:
    (here / "records/plan").mkdir(parents=True)
    used = here / "records/plan/2024.yml"
    used.write_text("年度: '2024'\n名称: 旧方案\n阶段: [{条款: 一}]\n", encoding="utf-8")
    result = bring_in()
    assert result.exit_code == 0
    assert used.read_text(encoding="utf-8").startswith("年度: '2024'\n名称: 旧方案")
    assert "--- records/plan/2024.yml（现有）\n+++ records/plan/2024.yml（草稿）" in result.stdout
    assert "-名称: 旧方案" in result.stdout
    assert result.stderr.startswith("records/plan/2024.yml: 警告[D112] 已有正式的一份，草稿与它不同")


def test_of_a_file_in_use_that_is_the_draft_nothing_is_said(here: Path) -> None:
    bring_in()
    (here / "drafts").rename(here / "records")
    result = bring_in()
    assert (result.exit_code, result.stdout, "D112" in result.stderr) == (0, "", False)


def test_of_a_standard_in_use_the_rule_is_compared(here: Path) -> None:
    (here / "docs/standards").mkdir(parents=True)
    (here / "docs/standards/1-1.md").write_text("---\n编号: '1.1'\n---\n# 旧\n旧的正文\n", encoding="utf-8")
    result = bring_in(kind="standards")
    assert "-编号: '1.1'" in result.stdout
    assert "旧的正文" not in result.stdout
    assert "docs/standards/1-1.md: 警告[D112]" in result.stderr


def test_a_declared_document_is_cited_by_its_id(here: Path) -> None:
    (here / "docs").mkdir()
    rows = "文件: [{编号: 2024方案, 名称: 示例大学2024年党支部建设工作方案, 可信度: ✔}, {编号: 方案2025, 名称: 另一份, 可信度: ✔}]"
    (here / "docs/sources.yml").write_text(rows, encoding="utf-8")
    assert bring_in(kind="standards").exit_code == 0
    assert names(here / "drafts") == {"standards/1-1.md"}
    assert "{文件: 2024方案, 条款: 一（一）, 可信度: ✔}" in (here / "drafts/standards/1-1.md").read_text(
        encoding="utf-8"
    )
    bring_in()
    assert "\n编号: 2024方案\n" in (here / "drafts/plan/2024.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("declared", "id"), [("方案2023", "方案2024"), ("方案2024", "本校方案2024")])
def test_the_plan_has_an_id_of_its_own(here: Path, declared: str, id: str) -> None:
    (here / "docs").mkdir()
    rows = f"文件: [{{编号: {declared}, 名称: 别的方案, 可信度: ✔}}]"
    (here / "docs/sources.yml").write_text(rows, encoding="utf-8")
    bring_in()
    assert f"\n编号: {id}\n" in (here / "drafts/plan/2024.yml").read_text(encoding="utf-8")


def test_days_that_are_not_written_are_told(here: Path) -> None:
    (here / "方案.txt").write_text(PLAN.replace("（3月1日—4月30日）", ""), encoding="utf-8")
    result = bring_in()
    assert result.exit_code == 0
    assert result.stderr.startswith("方案.txt: 警告[D113] 阶段“动员”没有写全起止日期")


def test_a_plan_that_is_all_table_is_told(here: Path) -> None:
    rows = "| 序号 | 任务 | 责任单位 | 完成时限 |\n| 1 | 印发方案 | 党委组织部 | 3月底前 |\n"
    (here / "方案.txt").write_text(f"示例大学2024年任务分解表\n\n{rows}", encoding="utf-8")
    result = bring_in()
    assert result.exit_code == 0
    assert result.stderr.startswith("方案.txt: 警告[D114] 没有找到阶段，任务照任务分解表或一级标题起草")
    (here / "方案.txt").write_text(f"{PLAN}二、分解\n{rows}", encoding="utf-8")
    assert "警告[D114] 有 1 条写了责任单位或在任务分解表里的，不在任何阶段下面，没有起草：" in bring_in().stderr
    tasks = "".join(f"{at}．抓好第{at}项工作。（责任单位：党支部）\n" for at in range(1, 8))
    (here / "方案.txt").write_text(f"{PLAN}二、重点任务\n{tasks}", encoding="utf-8")
    assert (
        "有 7 条写了责任单位或在任务分解表里的，不在任何阶段下面，没有起草：二1、二2、二3、二4、二5、二6等。"
        in bring_in().stderr
    )


_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_DOCUMENT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
_HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐去的话</w:t></w:r>"


@pytest.mark.parametrize("kind", ["plan", "handbook", "standards"])
def test_hidden_words_of_a_word_file_are_in_no_draft(here: Path, kind: str) -> None:
    lines = "".join(f"<w:p>{_HIDDEN}<w:r><w:t>{line}</w:t></w:r>{_HIDDEN}</w:p>" for line in PLAN.splitlines())
    with ZipFile(here / "方案.docx", "w") as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", _DOCUMENT.format(lines))
    result = bring_in(kind=kind, file="方案.docx")
    assert result.exit_code == 0
    assert "隐藏" in result.stdout  # the reader of the import is told that something was left out
    written = [path for folder in ("drafts", ".zhibu") for path in (here / folder).rglob("*") if path.is_file()]
    assert any("动员" in path.read_text(encoding="utf-8") for path in written)
    assert [path.name for path in written if "隐去的话".encode() in path.read_bytes()] == []


def test_notes_of_the_document_are_told(here: Path) -> None:
    (here / "方案.txt").write_text(PLAN.replace("1．", "2．"), encoding="utf-8")
    result = bring_in()
    assert (result.exit_code, result.stdout) == (0, "注意：一（一）2：“2．”之前缺1（第 5 行）\n")
