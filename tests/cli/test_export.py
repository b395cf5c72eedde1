"""`zhibu export`: any table of an edition, for Excel and for programs."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from generator import cli
from generator.formats.flat_table import FlatTable, to_csv
from generator.model.shape import FieldKind
from tests.conftest import Project


def export(project: Project, *arguments: object) -> Result:
    return CliRunner().invoke(cli.cli, ["export", *map(str, arguments), "--config", str(project.config)])


def test_a_section_of_all_branches_as_csv(project: Project, tmp_path: Path) -> None:
    result = export(project, "活动", "-o", tmp_path / "a.csv")
    assert (result.exit_code, result.stdout) == (0, f"{tmp_path / 'a.csv'}：1 条\n")
    data = (tmp_path / "a.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    heads, row = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert heads[:5] == ["单位编号", "单位", "序号", "类型", "日期"]
    assert row[:5] == ["aa-1", "甲学院第一党支部", "1", "支部党员大会", "2019-03-14"]
    assert (tmp_path / "a.csv").stat().st_mode & 0o777 == 0o600


def test_the_same_as_objects(project: Project) -> None:
    result = export(project, "活动", "--format", "json", "--scope", "branch:aa-1")
    (row,) = json.loads(result.stdout)
    assert row["单位编号"] == "aa-1"
    assert row["议题"] == [{"事项": "研究实验室搬迁期间的会议安排"}]


def test_a_workbook_has_days_and_numbers(project: Project, tmp_path: Path) -> None:
    assert export(project, "活动", "-o", tmp_path / "a.xlsx").exit_code == 0
    heads, row = load_workbook(tmp_path / "a.xlsx")["活动"].iter_rows()
    at = {cell.value: number for number, cell in enumerate(heads)}
    assert row[at["日期"]].is_date
    assert row[at["应到"]].value == 9
    assert export(project, "活动", "--format", "xlsx").exit_code == 2


def test_findings_gaps_and_their_sums(project: Project) -> None:
    found = json.loads(export(project, "判定", "--format", "json").stdout)
    gaps = json.loads(export(project, "缺项", "--format", "json").stdout)
    assert gaps == [row for row in found if row["结论"] in ("缺项", "临期")]
    assert gaps
    assert found[0]["佐证"] or found[1]["佐证"]
    (row,) = json.loads(export(project, "标准汇总", "--format", "json").stdout)
    assert sum(int(row[verdict]) for verdict in ("缺项", "临期", "无记录", "符合", "未到期", "不适用")) == len(found)


def test_an_edition_exports_what_it_shows(project: Project) -> None:
    assert json.loads(export(project, "支委", "--format", "json").stdout)[0].get("姓名") is None
    shown = json.loads(export(project, "支委", "--format", "json", "--audience", "restricted").stdout)
    assert shown[0]["姓名"] == "钱乙丙"
    result = export(project, "判定", "--audience", "public")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "公开版没有判定" in result.stderr
    assert "党内版没有“发展”这张表" in export(project, "发展").stderr


def test_whose_table_it_is_can_be_said(project: Project) -> None:
    project.write("records/units/aa/2019.yml", "联系点: [{领导: 党委副书记, 联系支部: [aa-1]}]\n")
    (row,) = json.loads(export(project, "联系点", "--format", "json").stdout)
    assert (row["单位编号"], row["联系支部"]) == ("aa", ["aa-1"])
    assert json.loads(export(project, "联系点", "--of", "学校", "--format", "json").stdout) == []
    assert export(project, "联系点", "--of", "支部").exit_code == 2


def test_faulty_records_are_not_exported(project: Project) -> None:
    with (project.branch / "2019.yml").open("a", encoding="utf-8") as file:
        file.write("天气: 晴\n")
    for table in ("活动", "判定"):
        assert export(project, table).exit_code == 1


@pytest.mark.parametrize("text", ["=1+1", "+86", "-甲", "@甲", "\t=1"])
def test_a_text_is_no_formula_in_csv(text: str) -> None:
    table = FlatTable("表", (("备注", FieldKind.TEXT),), [(text,), ("甲=1",)], [])
    assert list(csv.reader(io.StringIO(to_csv(table, marked=False)))) == [["备注"], [f"'{text}"], ["甲=1"]]
