"""Cells that a reader of workbooks passes over or cannot tell: never left empty, never guessed."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from generator.load.workbook.grids import read_workbook
from generator.load.workbook.markup import look
from generator.model.grid import CellFault, UnreadCell
from tests.workbooks import SHEET, patched, with_cells, workbook

PLAIN = workbook({"活动": [["日期", "主持"]]})


def _row(cells: str) -> list[object]:
    data = patched(PLAIN, SHEET, with_cells(f'<row r="2">{cells}</row>'.encode()))
    (grid,), problems = read_workbook(data, "台账.xlsx")
    assert problems == []
    return [*grid.rows[1], ""]


@pytest.mark.parametrize(
    ("cell", "fault", "shown"),
    [
        ('<c r="A2"><f>1+1</f></c>', CellFault.UNCALCULATED, ""),
        ('<c r="A2"><f>1+1</f><v></v></c>', CellFault.UNCALCULATED, ""),
        ('<c r="A2"><f>1+1</f><v/></c>', CellFault.UNCALCULATED, ""),
        ('<c r="A2" t="str"><f>B1</f></c>', CellFault.UNCALCULATED, ""),
        ('<c r="A2" t="shared"><f t="shared" si="0"/></c>', CellFault.UNCALCULATED, ""),
        ("<c><f>1+1</f></c>", CellFault.UNCALCULATED, ""),
        ('<c r="A2" t="e"><v>#N/A</v></c>', CellFault.ERROR, "#N/A"),
        ('<c r="A2" t="e"><f>A1#</f><v>#SPILL!</v></c>', CellFault.ERROR, "#SPILL!"),
        ('<c r="A2" t="e" vm="1"><v>#VALUE!</v></c>', CellFault.ERROR, "#VALUE!"),
        ('<c r="A2" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c>', CellFault.PICTURE, ""),
    ],
)
def test_a_cell_without_a_value_is_marked(cell: str, fault: CellFault, shown: str) -> None:
    assert _row(cell)[0] == UnreadCell(fault, shown)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A2" t="str"><f>B1&amp;""</f><v></v></c>', ""),
        ('<c r="A2"><f>1+1</f><v>2</v></c>', 2),
        (
            '<c r="A2" t="inlineStr"><is><r><t>支部</t></r><r><t>书记</t></r><rPh sb="0" eb="1"><t>zhi</t></rPh></is></c>',
            "支部书记",
        ),
        ('<c r="A2" t="str"><v>DISPIMG 是什么</v></c>', "DISPIMG 是什么"),
    ],
)
def test_a_cell_with_a_value_is_read(cell: str, value: object) -> None:
    assert _row(cell)[0] == value


def test_a_picture_that_excel_puts_into_a_cell_is_one() -> None:
    made = io.BytesIO(patched(PLAIN, SHEET, with_cells(b'<row r="2"><c r="A2" t="e" vm="1"><v>#VALUE!</v></c></row>')))
    with zipfile.ZipFile(made, "a") as package:
        package.writestr("xl/richData/rdrichvaluestructure.xml", '<rvStructures><s t="_localImage"/></rvStructures>')
    (grid,), _ = read_workbook(made.getvalue(), "台账.xlsx")
    assert grid.rows[1] == [UnreadCell(CellFault.PICTURE, "#VALUE!"), ""]


def test_a_fault_beyond_the_last_value_is_not_lost() -> None:
    assert _row('<c r="A2"><v>1</v></c><c r="D2"><f>1+1</f></c>')[3] == UnreadCell(CellFault.UNCALCULATED)


def test_places_are_those_of_the_sheet_where_it_begins_with_empty_rows() -> None:
    (grid,), _ = read_workbook(workbook({"活动": [[], [], ["", "主持"]]}), "台账.xlsx")
    assert grid.rows[2] == ["", "主持"]
    assert str(grid.at(2, 1)) == "台账.xlsx!活动!B3"


def test_hidden_rows_and_columns_are_seen() -> None:
    data = patched(PLAIN, SHEET, with_cells(b'<row r="4" hidden="1"><c r="A4"><v>1</v></c></row>'))
    data = patched(
        data,
        SHEET,
        lambda part: part.replace(b"<sheetData>", b'<cols><col min="2" max="3" hidden="1"/></cols><sheetData>'),
    )
    (grid,), _ = read_workbook(data, "台账.xlsx")
    assert (set(grid.hidden_rows), set(grid.hidden_columns)) == ({3}, {1, 2})


def test_hidden_columns_that_do_not_say_which_are_passed_over() -> None:
    assert look(b'<cols><col min="a" max="3" hidden="1"/></cols>').hidden_columns == frozenset()


def test_a_chart_sheet_is_passed_over() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made) as book:
        chart = book.add_chart({"type": "column"})
        book.add_chartsheet("图").set_chart(chart)
        book.add_worksheet("活动").write(0, 0, "日期")
        chart.add_series({"values": "=活动!$A$1:$A$2"})
    grids, problems = read_workbook(made.getvalue(), "台账.xlsx")
    assert ([(grid.title, grid.rows) for grid in grids], problems) == ([("活动", [["日期"]])], [])


def test_a_sheet_is_found_by_a_name_that_is_written_in_numbers() -> None:
    data = patched(
        PLAIN, "xl/workbook.xml", lambda part: part.replace('name="活动"'.encode(), b'name="&#x6D3B;&#21160;"')
    )
    data = patched(data, SHEET, with_cells(b'<row r="2"><c r="A2"><f>1</f></c></row>'))
    (grid,), _ = read_workbook(data, "台账.xlsx")
    assert (grid.title, grid.rows[1][0]) == ("活动", UnreadCell(CellFault.UNCALCULATED))


def test_a_picture_on_the_sheet_is_said() -> None:
    data = patched(PLAIN, SHEET, lambda part: part.replace(b"</worksheet>", b'<drawing r:id="rId9"/></worksheet>'))
    assert [problem.code for problem in read_workbook(data, "台账.xlsx")[1]] == ["T117"]


def test_days_counted_from_1904_are_known() -> None:
    (grid,), _ = read_workbook(workbook({"活动": [[date(2019, 3, 14)]]}, date_1904=True), "台账.xlsx")
    assert (grid.rows, grid.from_1904) == ([[date(2019, 3, 14)]], True)


def test_a_day_with_a_chinese_built_in_format_is_a_day() -> None:
    for format_number in (27, 28, 30, 31, 36, 50, 57, 58):
        data = workbook({"活动": [[43538]]}, formats={("活动", 0, 0): {"num_format": format_number}})
        (grid,), _ = read_workbook(data, "台账.xlsx")
        assert grid.rows == [[date(2019, 3, 14)]]


def test_sheets_are_found_by_their_names_whatever_their_parts_are_called() -> None:
    data = workbook({"甲&乙": [["一"]], "活动": [["二"]]})
    data = patched(data, "xl/worksheets/sheet2.xml", with_cells(b'<row r="2"><c r="A2"><f>1</f></c></row>'))
    first, second = read_workbook(data, "台账.xlsx")[0]
    assert (first.title, first.rows, second.rows[1]) == ("甲&乙", [["一"]], [UnreadCell(CellFault.UNCALCULATED)])


def test_cells_of_a_namespace_with_a_prefix_are_read() -> None:
    sheet = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1">'
    )
    sheet += (
        '<x:c r="A1" t="str"><x:v>日期</x:v></x:c><x:c r="B1"><x:f>1</x:f></x:c></x:row></x:sheetData></x:worksheet>'
    )
    (grid,), _ = read_workbook(patched(PLAIN, SHEET, lambda _: sheet.encode()), "台账.xlsx")
    assert grid.rows == [["日期", UnreadCell(CellFault.UNCALCULATED)]]


@pytest.mark.parametrize("name", ["builtin-date-28", "cross-sheet-list", "long-list"])
def test_an_example_is_read_without_a_word(name: str) -> None:
    path = Path(__file__).parents[2] / f"examples/workbooks/{name}.xlsx"
    grids, problems = read_workbook(path.read_bytes(), path.name)
    assert problems == []
    if name == "builtin-date-28":
        assert grids[0].rows == [["日期", date(2019, 3, 14)]]
