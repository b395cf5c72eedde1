"""Files that are refused before any reader sees them, each with its reason."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable

import pytest

from generator.load.workbook import csv_grid
from generator.load.workbook import package as packages
from generator.load.workbook.csv_grid import read_csv
from generator.load.workbook.grids import read_workbook
from tests.workbooks import SHEET, patched, with_cells, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PLAIN = workbook({"活动": [["日期", "主持"], ["2019-03-14", "支部书记"]]})


def _with_part(name: str, content: bytes = b"<x/>") -> bytes:
    made = io.BytesIO(PLAIN)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, content)
    return made.getvalue()


def _only(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(name, "<x/>")
    return made.getvalue()


def _sheets(change: Callable[[bytes], bytes]) -> bytes:
    return patched(PLAIN, "xl/workbook.xml", change)


TWICE = _sheets(
    lambda part: part.replace(b"</sheets>", '<sheet name="活动 " sheetId="2" r:id="rId1"/></sheets>'.encode())
)
NO_SHEETS = _sheets(lambda part: part[: part.index(b"<sheets>") + 8] + part[part.index(b"</sheets>") :])


ENCRYPTED = bytearray(PLAIN)
ENCRYPTED[PLAIN.index(b"PK\1\2") + 8] |= 1


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "T101", "不是完整的 .xlsx 文件"),
        ("日期,主持".encode(), "T101", "不是完整的 .xlsx 文件"),
        (PLAIN[:-40], "T101", "不是完整的 .xlsx 文件"),
        (patched(PLAIN, SHEET, lambda part: part[:-90]), "T101", "读不下去"),
        (patched(PLAIN, SHEET, lambda part: b"<!DOCTYPE x>" + part), "T101", "不是表格软件写的"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "T102", "设有打开密码"),
        (bytes(ENCRYPTED), "T102", "压缩包设有密码"),
        (_with_part("XL/Workbook.xml"), "T101", "两个同名的部分"),
        (OLE, "T103", "旧格式"),
        (_only("content.xml"), "T103", ".ods"),
        (_only("xl/workbook.bin"), "T103", ".xlsb"),
        (_only("word/document.xml"), "T103", "Word"),
        (_only("a.txt"), "T103", "没有工作簿"),
        (_with_part("xl/vbaProject.bin"), "T104", "带有宏"),
        (_with_part("xl/externalLinks/externalLink1.xml"), "T105", "引用了别的工作簿"),
        (TWICE, "T108", "有 2 张同名的工作表“活动”"),
        (NO_SHEETS, "T107", "没有工作表"),
    ],
)
def test_a_file_is_refused_for_one_reason(data: bytes, code: str, said: str) -> None:
    grids, problems = read_workbook(data, "台账.xlsx")
    assert grids == ()
    assert [(problem.code, str(problem.source)) for problem in problems] == [(code, "台账.xlsx")]
    assert said in problems[0].message


def test_300_megabytes_in_300_kilobytes_are_refused_without_unpacking_them() -> None:
    bomb = _with_part("xl/worksheets/sheet2.xml", bytes(300_000_000))
    assert len(bomb) < 310_000
    begun = time.process_time()
    _, problems = read_workbook(bomb, "台账.xlsx")
    assert time.process_time() - begun < 0.1
    assert [problem.code for problem in problems] == ["T106"]


def test_what_becomes_large_but_stays_small_in_the_file_is_read_up_to_the_ratio() -> None:
    cells = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (row, row) for row in range(5, 19_000))
    grids, problems = read_workbook(patched(PLAIN, SHEET, with_cells(cells)), "台账.xlsx")
    assert (len(grids[0].rows), problems) == (18_999, [])


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        (b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "XFD1048576"),
        (b'<row r="20001"><c><v>1</v></c></row>', "A20001"),
        (b'<row r="9"><c r="AAA9" t="str"><v>1</v></c></row>', "AAA9"),
        (b'<row r="9"><c r="JA9"><v>1</v></c></row>', "JA9"),
        (b'<row r="9"><c r="IZ9"><v>1</v></c></row>', ""),
        (b'<row r="20000"><c><v>1</v></c></row>', ""),
        (b'<row r="1048576"><c r="XFD1048576" s="1"/></row>', ""),
    ],
)
def test_two_cells_far_apart_do_not_fill_the_memory(cell: bytes, told: str) -> None:
    _, problems = read_workbook(patched(PLAIN, SHEET, with_cells(cell)), "台账.xlsx")
    assert [(problem.code, problem.message) for problem in problems] == (
        [("T110", f"{told} 还有内容，表太大")] if told else []
    )


def test_a_long_text_that_many_cells_share_does_not_fill_the_memory() -> None:
    long = workbook({"活动": [["长" * 30_000]]})
    cells = b"".join(b'<row r="%d">%s</row>' % (row, b'<c t="s"><v>0</v></c>' * 40) for row in range(2, 2000))
    _, problems = read_workbook(patched(long, SHEET, with_cells(cells)), "台账.xlsx")
    assert [problem.code for problem in problems] == ["T110"]


def test_100000_formatted_rows_without_content_are_passed_over_and_said() -> None:
    rows = b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (row, row) for row in range(3, 100_003))
    grids, problems = read_workbook(patched(PLAIN, SHEET, with_cells(rows)), "台账.xlsx")
    assert len(grids[0].rows) == 2
    assert [str(problem) for problem in problems] == [
        "台账.xlsx!活动: 警告[T109] 有 100000 个只有格式的空行，已略过。不影响导入；选中空行整行删除，文件会小得多。"
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_a_csv_file_is_one_sheet_in_any_usual_encoding(encoding: str, separator: str) -> None:
    text = f'日期{separator}主持{separator}备注\r\n2019/3/14{separator}支部书记{separator}"一，\n二"\r\n'
    (grid,), problems = read_csv(text.encode(encoding), "甲/活动.csv")
    assert grid.rows == [["日期", "主持", "备注"], ["2019/3/14", "支部书记", "一，\n二"]]
    assert (grid.title, str(grid.at(1, 0)), problems) == ("活动", "甲/活动.csv!活动!A2", [])


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"\x00\x01", "T101"), (b"\x81", "T101"), (b'a,"b\n', "T101"), (b"a\n" * 20_001, "T110"), (b"a," * 261, "T110")],
)
def test_a_csv_file_is_refused_for_one_reason(data: bytes, code: str) -> None:
    grids, problems = read_csv(data, "活动.csv")
    assert (grids, [problem.code for problem in problems]) == ((), [code])


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (packages, csv_grid):
        monkeypatch.setattr(module, "FILE_LIMIT", len(PLAIN) - 1)
    assert [problem.code for problem in read_workbook(PLAIN, "台账.xlsx")[1]] == ["T106"]
    assert [problem.code for problem in read_csv(PLAIN, "活动.csv")[1]] == ["T106"]
