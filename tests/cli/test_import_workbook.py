"""`zhibu import workbook`: what is right goes in, what is wrong goes back with the reasons, and mended goes in itself."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.formats.workbook.returned import returned_workbook
from generator.load.reader import parse
from generator.load.records import to_record
from generator.load.workbook.grids import read_workbook
from generator.load.yaml_tree import YamlMapping
from generator.model.column_map import ColumnMap
from generator.model.grid import CellFault, UnreadCell
from generator.model.record import Audience
from generator.model.source_text import SourceText
from generator.model.workbook_stamp import WorkbookStamp
from generator.products.workbook_import import latest_files
from tests.conftest import Project
from tests.workbooks import SHEET, patched, with_cells, workbook

ROOT = Path(__file__).parents[2]
HEADS = ["类型", "日期", "主持", "应到", "实到", "党课·题目", "党课·主讲"]
LECTURE = ["党课", "2019年4月11日", "支部书记", 9, "８", "学习条例", "支部书记"]
WRONG_DAY = ["党课", "26-5-9", "支部书记", 9, 8, "学习条例", "支部书记"]
TOO_MANY = ["党课", "2019-06-13", "支部书记", 8, 9, "学习条例", "支部书记"]
WRITTEN = """  - 类型: [党课]
    日期: 2019-04-11
    主持: 支部书记
    应到: 9
    实到: 8
    党课: {题目: 学习条例, 主讲: 支部书记}
"""


@pytest.fixture
def here(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(project.root)
    return project


def _put(
    project: Project, *lines: list[Any], name: str = "台账.xlsx", scope: str = "branch:aa-1", year: int = 2019
) -> Path:
    stamp = WorkbookStamp.new(scope, year, Audience.INTERNAL, "")
    path = project.root / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(workbook({"活动": [HEADS, *lines]}, stamp=stamp))
    return path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["import", "workbook", *arguments])


def _register(project: Project) -> str:
    return (project.branch / "2019.yml").read_text(encoding="utf-8")


def test_rows_go_in_and_nothing_else_changes_and_twice_changes_nothing(here: Project) -> None:
    _put(here, LECTURE)
    before = _register(here)
    looked = _run("台账.xlsx", "--dry-run")
    assert (looked.exit_code, _register(here)) == (0, before)
    assert _run("台账.xlsx", "--yes").exit_code == 0
    assert _register(here) == before + WRITTEN
    assert _run("台账.xlsx", "--yes").exit_code == 0
    assert _register(here) == before + WRITTEN
    assert sorted(path.name for path in here.root.glob("*.xlsx")) == ["台账.xlsx"]


def test_quiet_says_nothing_of_what_was_done_but_why_it_was_not(here: Project) -> None:
    _put(here, LECTURE)
    refused = _run("台账.xlsx", "-q")
    assert (refused.exit_code, refused.stderr) == (
        1,
        "不在终端里，没有人答，什么都没有写；看过差异以后加上 --yes 再运行。\n",
    )
    written = _run("台账.xlsx", "--yes", "-q")
    assert (written.exit_code, written.stderr, WRITTEN in _register(here)) == (0, "", True)


def test_what_is_wrong_is_told_at_its_cell_and_goes_back_with_the_reason(here: Project) -> None:
    _put(here, WRONG_DAY, LECTURE, TOO_MANY, name="收/台账.xlsx")
    before = _register(here)
    ended = _run("收/台账.xlsx", "--yes")
    assert ended.exit_code == 1
    assert "收/台账.xlsx!活动!B2: 错误[T125] “26-5-9”有几种读法。请写四位数的年份：2026-09-20。" in ended.output
    assert "收/台账.xlsx!活动!E4: 错误[R103] 实到（9）大于应到（8）。" in ended.output
    assert _register(here) == before + WRITTEN
    returned = here.root / "收/退回/台账-退回.xlsx"
    assert returned.stat().st_mode & 0o077 == 0
    book = openpyxl.load_workbook(returned)
    assert book.sheetnames == ["退回原因", "活动", "工作簿"]
    sheet = book["活动"]
    assert [sheet.cell(1, column).value for column in range(1, 9)] == [*HEADS, "原因"]
    assert sheet["H2"].value == "“26-5-9”有几种读法。请写四位数的年份：2026-09-20。"
    assert sheet["B2"].comment.text == sheet["H2"].value
    red = {cell.coordinate for row in sheet for cell in row if cell.fill.fill_type}
    assert red == {"B2", "E4"}


def test_what_went_back_is_mended_and_imported_itself(here: Project) -> None:
    _put(here, WRONG_DAY, LECTURE)
    assert _run("台账.xlsx", "--yes").exit_code == 1
    path = here.root / "退回/台账-退回.xlsx"
    book = openpyxl.load_workbook(path)
    book["活动"]["B2"].value = "2019-05-09"
    book.save(path)
    ended = _run("退回/台账-退回.xlsx", "--yes")
    assert ended.exit_code == 0, ended.output
    assert "日期: 2019-05-09" in _register(here)
    assert _register(here).count("类型: [党课]") == 2


def test_what_came_back_mended_takes_the_place_of_what_came_first(here: Project) -> None:
    _put(here, WRONG_DAY, LECTURE, name="收/台账.xlsx")
    assert _run("收/台账.xlsx", "--yes").exit_code == 1
    _put(here, [WRONG_DAY[0], "2019-05-09", *WRONG_DAY[2:]], LECTURE, name="收/台账-退回.xlsx")
    ended = _run("收/台账-退回.xlsx", "收/台账.xlsx", "--yes")
    assert ended.exit_code == 0, ended.output
    assert "收/台账.xlsx：有改过的退回件 台账-退回.xlsx，略过" in ended.output
    assert "日期: 2019-05-09" in _register(here)


@pytest.mark.parametrize(
    ("files", "read"),
    [
        (["a.xlsx", "b.xlsx"], ["a.xlsx", "b.xlsx"]),
        (["a-退回.xlsx", "a-退回10.xlsx", "a-退回2.xlsx", "a.xlsx"], ["a-退回10.xlsx"]),
        (["x/a.xlsx", "x/退回/a-退回.xlsx", "y/a.xlsx"], ["x/退回/a-退回.xlsx", "y/a.xlsx"]),
        (["a-退回.xlsx", "a-退回函.xlsx"], ["a-退回.xlsx", "a-退回函.xlsx"]),
    ],
)
def test_of_what_went_back_the_last_is_read(files: list[str], read: list[str]) -> None:
    assert latest_files([Path(name) for name in files]).read == tuple(Path(name) for name in read)


def test_what_somebody_is_mending_is_not_written_over(here: Project) -> None:
    _put(here, WRONG_DAY)
    for _ in range(2):
        assert "退回/台账-退回.xlsx" in _run("台账.xlsx", "--yes").output
    returned = here.root / "退回/台账-退回.xlsx"
    returned.write_bytes(b"mended")
    assert "退回/台账-退回2.xlsx" in _run("台账.xlsx", "--yes").output
    assert returned.read_bytes() == b"mended"


def test_a_cell_that_could_not_be_read_stays_an_error_in_what_goes_back(here: Project) -> None:
    path = _put(here, LECTURE)
    cells = with_cells(
        b'<row r="3"><c r="A3" t="str"><v>\xe5\x85\x9a\xe8\xaf\xbe</v></c><c r="B3"><f>1+1</f></c></row>'
    )
    path.write_bytes(patched(path.read_bytes(), SHEET, cells))
    ended = _run("台账.xlsx", "--yes")
    assert "台账.xlsx!活动!B3: 错误[T121] 公式没有算出结果。" in ended.output
    grids, _ = read_workbook((here.root / "退回/台账-退回.xlsx").read_bytes(), "台账-退回.xlsx")
    assert grids[1].rows[2][1] == UnreadCell(CellFault.ERROR, "#N/A")


def test_a_column_that_nobody_knows_is_kept_in_what_goes_back(here: Project) -> None:
    stamp = WorkbookStamp.new("branch:aa-1", 2019, Audience.INTERNAL, "")
    lines = [[*HEADS, "天气"], [*LECTURE, "晴"]]
    (here.root / "台账.xlsx").write_bytes(workbook({"活动": lines, "随手记": [["买茶叶"]]}, stamp=stamp))
    ended = _run("台账.xlsx", "--yes")
    assert (ended.exit_code, "T118" in ended.output, "T119" in ended.output) == (0, True, True)
    book = openpyxl.load_workbook(here.root / "退回/台账-退回.xlsx")
    assert (book["活动"]["H2"].value, book["随手记"]["A1"].value) == ("晴", "买茶叶")


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "T101"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "T103")],
)
def test_a_file_that_cannot_be_read_leaves_the_others_their_way(here: Project, data: bytes, code: str) -> None:
    _put(here, LECTURE)
    (here.root / "坏.xlsx").write_bytes(data)
    ended = _run("坏.xlsx", "没有.xlsx", "台账.xlsx", "--yes")
    assert ended.exit_code == 1
    assert f"坏.xlsx: 错误[{code}]" in ended.output
    assert "没有.xlsx: 错误[T101] 读不出" in ended.output
    assert WRITTEN in _register(here)
    assert not (here.root / "退回/坏-退回.xlsx").exists()


def test_only_what_is_in_scope_and_of_the_year_is_imported(here: Project) -> None:
    _put(here, LECTURE)
    assert "T131" in _run("台账.xlsx", "--yes", "--scope", "branch:aa-2").output
    assert "T133" in _run("台账.xlsx", "--yes", "--year", "2018").output
    unknown = _run("台账.xlsx", "--scope", "branch:aa-9")
    assert unknown.exit_code == 2
    assert "没有这个范围：branch:aa-9。是否想写 branch:aa-" in unknown.output
    assert "党课" not in _register(here)
    assert _run("台账.xlsx", "--yes", "--scope", "committee:aa").exit_code == 0
    assert WRITTEN in _register(here)


def test_workbooks_of_several_units_go_in_together(here: Project) -> None:
    _put(here, LECTURE)
    _put(here, LECTURE, name="二.xlsx", scope="branch:aa-2")
    assert _run("台账.xlsx", "二.xlsx", "--yes").exit_code == 0
    assert WRITTEN in _register(here)
    assert "日期: 2019-04-11" in (here.root / "records/units/aa/aa-2/2019.yml").read_text(encoding="utf-8")


def test_a_table_of_another_system_is_read_by_a_map(here: Project) -> None:
    here.write(
        "列名对照.yml",
        """表:
  - 工作表: 组织生活明细
    台账: 活动
    列: {时间: 日期, 类别: 类型, 应参加: 应到, 实际参加: 实到, 讲题: 党课·题目}
    值: {类型: {上党课: 党课}}
    固定: {主持: 支部书记, 党课·主讲: 支部书记}
    支部列: 所在支部
""",
    )
    table = "所在支部,类别,时间,应参加,实际参加,讲题\r\n甲学院第一党支部,上党课,2019/4/11,9,8,学习条例\r\n"
    (here.root / "组织生活明细.csv").write_bytes(table.encode("gbk"))
    ended = _run("组织生活明细.csv", "--map", "列名对照.yml", "--yes")
    assert ended.exit_code == 0, ended.output
    assert WRITTEN in _register(here)
    here.write("列名对照.yml", "表: [{工作表: 甲, 台帐: 活动, 列: {}}]\n")
    wrong = _run("组织生活明细.csv", "--map", "列名对照.yml", "--yes")
    assert wrong.exit_code == 1
    assert "列名对照.yml:1:14: 错误[R102] 没有“台帐”这个键" in wrong.output


@pytest.mark.parametrize("scope", ["branch:aa-1", "committee:aa", ""])
def test_what_goes_out_and_comes_back_untouched_is_passed_over(here: Project, scope: str) -> None:
    asked = ["--scope", scope] if scope else []
    out = CliRunner().invoke(cli, ["form", *asked, "--audience", "restricted", "-o", "出.xlsx"])
    assert out.exit_code == 0, out.output
    ended = _run("出.xlsx", "--yes")
    assert (ended.exit_code, ended.output) == (0, "出.xlsx：导出以后没有改过，略过。\n没有要写的。\n")
    quiet = _run("出.xlsx", "--yes", "-q")
    assert (quiet.exit_code, quiet.output) == (0, "")


def test_what_goes_out_and_comes_back_with_a_row_more_differs_in_that_row_only(here: Project) -> None:
    assert CliRunner().invoke(cli, ["form", "--scope", "branch:aa-1", "-o", "出.xlsx"]).exit_code == 0
    path, before = here.root / "出.xlsx", _register(here)
    book = openpyxl.load_workbook(path)
    sheet = book["活动"]
    heads = {str(cell.value).rstrip("＊"): cell.column for cell in sheet[1]}
    row = next(number for number in range(2, 400) if not sheet.cell(number, heads["日期"]).value)
    for head, value in zip(HEADS, LECTURE, strict=True):
        sheet.cell(row, heads[head]).value = value
    book.save(path)
    assert _run("出.xlsx", "--yes").exit_code == 0
    assert _register(here) == before + WRITTEN
    assert _run("出.xlsx", "--yes").exit_code == 0
    assert _register(here) == before + WRITTEN


def test_the_map_in_the_documents_is_one() -> None:
    page = (ROOT / "docs/help/workbooks.md").read_text(encoding="utf-8")
    found = re.search(r"```yaml\n(# 列名对照\.yml\n.*?)```", page, re.DOTALL)
    assert found is not None
    tree, problems = parse(SourceText("列名对照.yml", found[1]))
    assert (problems, tree is None) == ([], False)
    record, told = to_record(tree or YamlMapping(), ColumnMap)
    assert (told, record is None) == ([], False)


def test_a_workbook_goes_back_with_the_same_bytes_on_any_day() -> None:
    grids, problems = read_workbook(workbook({"活动": [["日期"], ["2019-03-14"]]}), "台账.xlsx")
    made = [returned_workbook(grids, problems, {}) for _ in range(2)]
    assert made[0] == made[1]
    assert openpyxl.load_workbook(io.BytesIO(made[0]))["活动"]["A2"].value == "2019-03-14"
