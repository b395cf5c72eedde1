"""`zhibu pdf archive`: what lies in the package of a branch's year, for whom, and that it can be checked and made again."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.load.plain_tree import plain_tree
from tests.conftest import Project

REGISTER = """# 年度台账
活动:
  - {类型: [支部党员大会], 日期: 2019-03-14, 主持: 支部书记, 应到: 9, 实到: 8, 议题: [{事项: 审议计划}], 原始记录: 记录本第12页, 备注: 签到表放在铁皮柜第三层}
  - {类型: [支部委员会会议], 日期: 2019-10-10, 主持: 支部书记, 应到: 3, 实到: 3, 议题: [{事项: 研究整改}]}
"""
MEMBERS = "党员: [{截至: 2019-09-30, 正式: 8, 预备: 1, 核对人: 档案室值守人}]\n"


@pytest.fixture
def filled(project: Project) -> Project:
    project.write("records/units/aa/aa-1/2019.yml", REGISTER)
    return project


def run(project: Project, out: Path, *more: str) -> Result:
    asked = ["pdf", "archive", "aa-1", "--config", str(project.config), "-o", str(out), *more]
    return CliRunner().invoke(cli.cli, asked)


def packed(project: Project, out: Path, *more: str) -> Mapping[str, bytes]:
    done = run(project, out, *more)
    assert done.exit_code == 0, done.stderr
    with zipfile.ZipFile(out) as archive:
        return {name.removeprefix("aa-1-2019/"): archive.read(name) for name in archive.namelist()}


def test_a_package_holds_file_registers_and_what_is_kept_where(filled: Project, tmp_path: Path) -> None:
    files = packed(filled, tmp_path / "a.zip")
    assert [name for name in files if name.startswith("data/")] == [
        "data/aa-1-2019.pdf",
        "data/aa-1-2019.xlsx",
        "data/evidence.csv",
        "data/records/2019.yml",
        "data/records/branch.yml",
    ]
    assert (tmp_path / "a.zip").stat().st_mode & 0o777 == 0o600
    assert len(pdfium.PdfDocument(files["data/aa-1-2019.pdf"])) > 0
    rows = list(csv.reader(io.StringIO(files["data/evidence.csv"].decode("utf-8-sig"))))
    assert rows[0] == ["日期", "事项", "纸质原始记录", "台账（文件:行）", "用到的评价要点"]
    place = "records/units/aa/aa-1/2019.yml"
    assert ["2019-03-14", "支部党员大会：审议计划", "记录本第12页", f"{place}:3", "3.1.1"] in rows
    assert ["2019-10-10", "支部委员会会议：研究整改", "台账没有写", f"{place}:4", ""] in rows
    note = files["README.txt"].decode("utf-8-sig")
    assert "没有纸质材料的扫描件" in note
    assert "年度还没有结束：内容只到2019年11月25日。" in note
    assert "sha256sum -c manifest-sha256.txt" in note


def test_what_is_not_for_the_audience_is_not_in_it(filled: Project, tmp_path: Path) -> None:
    filled.write("records/units/aa/aa-1/members.yml", MEMBERS)
    files = packed(filled, tmp_path / "a.zip")
    assert "data/records/members.yml" not in files
    everything = b"\n".join(data for name, data in files.items() if not name.endswith((".pdf", ".xlsx"))).decode()
    assert "档案室值守人" not in everything
    assert "铁皮柜" not in everything
    text = files["data/records/2019.yml"].decode()
    assert text.startswith("# 党内版：本版不能看的行和栏目没有放进来，全本由支部专人保管。\n")
    tree, whole = plain_tree(text), plain_tree(REGISTER)
    assert whole is not None
    whole["活动"][0].pop("备注")
    assert tree == whole
    assert "节本（2019.yml）" in files["README.txt"].decode("utf-8-sig")


def test_the_restricted_package_has_the_files_as_they_are_kept(filled: Project, tmp_path: Path) -> None:
    filled.write("records/units/aa/aa-1/members.yml", MEMBERS)
    files = packed(filled, tmp_path / "a.zip", "--audience", "restricted")
    assert files["data/records/2019.yml"].decode() == REGISTER
    assert files["data/records/members.yml"].decode() == MEMBERS
    assert "节本" not in files["README.txt"].decode("utf-8-sig")


def test_the_same_records_make_the_same_bytes_in_another_folder(filled: Project, tmp_path: Path) -> None:
    packed(filled, tmp_path / "a.zip")
    shutil.copytree(filled.root, tmp_path / "elsewhere")
    packed(Project(tmp_path / "elsewhere"), tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--audience", "public"], "公开版没有台账，不出归档包。"),
        (["--year", "2017"], "甲学院第一党支部没有 2017 年度台账。有台账的年份：2019。"),
    ],
)
def test_what_cannot_be_packed_is_told_and_the_file_stays(
    filled: Project, tmp_path: Path, more: list[str], said: str
) -> None:
    out = tmp_path / "a.zip"
    out.write_text("上次的")
    done = run(filled, out, *more)
    assert done.exit_code == 2
    assert said in done.stderr
    assert out.read_text() == "上次的"


def test_records_with_mistakes_and_published_folders_are_refused(filled: Project, tmp_path: Path) -> None:
    assert run(filled, filled.root / "docs/a.zip").exit_code == 2
    filled.write("records/units/aa/aa-1/2019.yml", REGISTER.replace("实到: 8", "实到: 18"))
    assert run(filled, tmp_path / "a.zip").exit_code == 1
    assert not (tmp_path / "a.zip").exists()
