"""Workbooks as Excel, and other readers, find them."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from generator.build.unit_workbook import branch_workbook, committee_workbook, school_workbook
from generator.disclose.view import seen_dossier
from generator.disclose.withheld import shown, withheld
from generator.formats.workbook.book import to_xlsx
from generator.formats.workbook.content import FilledSheet, UnitWorkbook
from generator.judge import records_shown
from generator.load.records import load_dossier
from generator.model.fields import BranchId, Count, CriterionId, Day, Flag, Hours, Text, YearMonth
from generator.model.index import BranchEntry
from generator.model.kinds import ActivityKind, Post
from generator.model.problem import Problem
from generator.model.record import Audience, Record, entry
from generator.model.shape import FieldKind
from generator.model.sheet import MARK, cells_digest, example_lines, marked_lines, none_line
from generator.model.sheet_layout import SheetLayout, sheet_layouts
from generator.model.sheet_reading import from_cells
from generator.model.workbook_stamp import COVER_SHEET, LISTS_SHEET, STAMP_SHEET, WorkbookStamp
from generator.settings import Settings
from generator.survey import Survey, survey

ROOT = Path(__file__).parents[2]
NS = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
AS_OF = date(2019, 11, 25)
BRANCHES = tuple((f"xx-js{number}", f"第 {number} 支部") for number in range(60))


class Visited(Record):
    """走访."""

    on: Day = entry("日期", example="2019-03-14")
    words: Text = entry("见闻", example="甲乙")


class Tour(Record):
    """巡访."""

    post: Post = entry("职务", example="书记", hint="没有的写 []")
    on: Day = entry("日期", example="2019-03-14")
    month: YearMonth | None = entry("月份", example="2019-03", default=None)
    people: Count | None = entry("人数", example="2", default=None)
    hours: Hours | None = entry("学时", example="2.5", default=None)
    done: Flag | None = entry("办完", example="是", default=None)
    branch: BranchId | None = entry("支部", example="xx-js1", default=None)
    branches: tuple[BranchId, ...] = entry("各支部", example=["xx-js1"], default=())
    kinds: tuple[ActivityKind, ...] = entry("类型", example=["党课"], default=())
    criterion: CriterionId | None = entry("要点", example="1.2.1", default=None)
    note: Text | None = entry("备注", example="无", default=None)
    days: tuple[Day, ...] = entry("各次", example=["2019-03-14"], default=())
    visits: tuple[Visited, ...] = entry("走访", example=[{"日期": "2019-03-14", "见闻": "甲"}], default=())


class Tours(Record):
    """巡访台账."""

    tours: tuple[Tour, ...] | None = entry("巡访", example=[{"职务": "书记"}], default=None)


(SHEET,) = sheet_layouts(Tours, "巡访台账", Audience.INTERNAL)
ROW: dict[str, Any] = {
    "职务": "书记",
    "日期": "2019-03-14",
    "月份": "2019-03",
    "人数": "07",
    "学时": "3260.50",
    "支部": "xx-js1",
    "备注": "=1+1",
    "走访": [{"日期": "1899-01-01", "见闻": "1.10"}, {"日期": "2019-02-30", "见闻": "@丙\n丁"}],
}


def content(*rows: Mapping[str, Any]) -> UnitWorkbook:
    lines = tuple(line for row in rows for line in marked_lines(SHEET, row))
    return UnitWorkbook(
        scope="branch:aa-1",
        name="甲支部",
        recipient="学院党委组织员",
        year=2019,
        as_of=AS_OF,
        audience=Audience.INTERNAL,
        sheets=(FilledSheet(SHEET, tuple(example_lines(SHEET, {**ROW, "日期": "2019-01-01"})), lines, len(rows)),),
        words={FieldKind.BRANCH: tuple(id for id, _ in BRANCHES), FieldKind.CRITERION: ("1.2.1", "3.1.1")},
        branches=BRANCHES,
    )


@pytest.fixture(scope="module")
def data() -> bytes:
    return to_xlsx(content(ROW))


def part(data: bytes, name: str) -> Any:
    with ZipFile(BytesIO(data)) as file:
        return etree.fromstring(file.read(name))


def validations(data: bytes) -> Mapping[str, Mapping[str, str]]:
    """What the XML of the first table says of each column: attributes and formulas, by the head of the column."""
    found = {}
    for rule in part(data, "xl/worksheets/sheet2.xml").iterfind(".//x:dataValidation", NS):
        first, _, last = rule.get("sqref").partition(":")
        assert re.fullmatch(r"[A-Z]+2", first)
        assert int(re.sub(r"\D", "", last)) > 200
        at = ord(first[0]) - ord("A") - 1
        formulas = {f"formula{number}": rule.findtext(f"x:formula{number}", namespaces=NS) for number in (1, 2)}
        found[SHEET.columns[at].label] = {**rule.attrib, **formulas}
    return found


def test_words_to_choose_from_are_the_only_ones_taken(data: bytes) -> None:
    rules = validations(data)
    for label in ("职务", "办完", "支部", "要点"):
        assert rules[label]["type"] == "list"
        assert rules[label]["showErrorMessage"] == "1"
        assert rules[label].get("errorStyle", "stop") == "stop"
        assert rules[label]["error"] == "请从下拉的选项里选。"
        assert "showDropDown" not in rules[label]  # 1 would hide the arrow
    assert rules["办完"]["formula1"] == '"是,否"'
    assert rules["要点"]["formula1"] == '"1.2.1,3.1.1"'
    assert rules["职务"]["formula1"].strip('"').split(",") == [*(post.value for post in Post), "（无）"]


def test_a_long_list_stands_on_a_hidden_sheet(data: bytes) -> None:
    assert len(",".join(id for id, _ in BRANCHES)) > 255
    rules = validations(data)
    assert rules["支部"]["formula1"] == rules["各支部"]["formula1"] == f"'{LISTS_SHEET}'!$A$1:$A$60"
    book = load_workbook(BytesIO(data))
    assert book[LISTS_SHEET].sheet_state == "hidden"
    assert [cell.value for cell in book[LISTS_SHEET]["A"]] == [id for id, _ in BRANCHES]


def test_where_several_words_may_stand_the_list_only_offers(data: bytes) -> None:
    rules = validations(data)
    for label in ("各支部", "类型", "月份"):
        assert rules[label]["type"] == "list"
        assert "showErrorMessage" not in rules[label]
    assert rules["月份"]["formula1"].startswith('"2019-01,2019-02,')


def test_days_and_numbers_are_held_to_their_kind(data: bytes) -> None:
    rules = validations(data)
    assert {label: rules[label]["type"] for label in ("日期", "走访·日期", "人数", "学时")} == {
        "日期": "date",
        "走访·日期": "date",
        "人数": "whole",
        "学时": "decimal",
    }
    assert all(rules[label]["showErrorMessage"] == "1" for label in ("日期", "走访·日期", "人数", "学时"))
    assert (rules["人数"]["formula1"], rules["日期"]["formula1"]) == ("0", "61")
    assert {"备注", "各次", "走访·见闻"}.isdisjoint(rules)


def cells(sheet: Worksheet) -> Iterator[tuple[str, ...]]:
    """The lines below the heads as text, as a reader of workbooks makes it."""
    for row in sheet.iter_rows(min_row=2, max_col=len(SHEET.columns) + 1, values_only=True):
        yield tuple(
            cell.date().isoformat() if isinstance(cell, datetime) else "" if cell is None else str(cell) for cell in row
        )


def test_another_reader_finds_what_was_written(data: bytes) -> None:
    book = load_workbook(BytesIO(data))
    assert book.sheetnames == [COVER_SHEET, "巡访", LISTS_SHEET, STAMP_SHEET]
    sheet = book["巡访"]
    assert [cell.value for cell in sheet[1]] == [MARK, *(column.header for column in SHEET.columns)]
    assert [column.header for column in SHEET.columns[:3]] == ["职务＊", "日期＊", "月份"]
    (row,) = from_cells(SHEET, cells(sheet))
    assert row.mapping == {**ROW, "学时": "3260.5"}
    stamp = WorkbookStamp.read([[str(cell.value) for cell in line] for line in book[STAMP_SHEET].iter_rows()])
    assert stamp == WorkbookStamp.new("branch:aa-1", 2019, Audience.INTERNAL, cells_digest([(SHEET, cells(sheet))]))


def test_a_text_is_never_a_formula(data: bytes) -> None:
    for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
        assert part(data, name).find(".//x:c/x:f", NS) is None
    sheet = load_workbook(BytesIO(data))["巡访"]
    at = {column.label: number for number, column in enumerate(SHEET.columns, 2)}
    row = 4  # head, example of two lines
    assert (sheet.cell(row, at["备注"]).value, sheet.cell(row, at["备注"]).data_type) == ("=1+1", "s")
    assert sheet.cell(row, at["日期"]).is_date
    assert sheet.cell(row, at["人数"]).value == "07"
    assert sheet.cell(row, at["学时"]).value == 3260.5
    assert sheet.cell(row, at["走访·见闻"]).value == "1.10"
    assert sheet.cell(row, at["走访·日期"]).value == "1899-01-01"


def test_blank_lines_take_text_as_it_is_typed(data: bytes) -> None:
    sheet = load_workbook(BytesIO(data))["巡访"]
    formats = {
        column.label: sheet.column_dimensions[sheet.cell(1, number).column_letter].number_format
        for number, column in enumerate(SHEET.columns, 2)
    }
    assert formats["日期"] == "yyyy-mm-dd"
    assert formats["月份"] == formats["要点"] == formats["各次"] == formats["备注"] == "@"
    assert (formats["人数"], formats["学时"]) == ("0", "General")


def test_the_marks_are_hidden_and_the_heads_stay(data: bytes) -> None:
    sheet = load_workbook(BytesIO(data))["巡访"]
    assert sheet.column_dimensions["A"].hidden
    assert sheet.freeze_panes == "D2"
    assert sheet["B1"].comment.text == "没有的写 （无）"
    assert "导入时不读" in sheet["B2"].comment.text


def test_the_cover_says_for_whom_how_and_where_to(data: bytes) -> None:
    cover = load_workbook(BytesIO(data))[COVER_SHEET]
    said = "\n".join(str(cell.value) for row in cover.iter_rows() for cell in row if cell.value is not None)
    assert "甲支部 2019 年台账" in said
    assert "党内版" in said
    assert "发回学院党委组织员：用内网邮箱、办公系统，不发工作群，不截图" in said
    (link,) = (cell.hyperlink for row in cover.iter_rows() for cell in row if cell.hyperlink)
    assert link.location == "'巡访'!B1"
    assert len(said) < 1500  # three minutes


def test_the_cover_shows_days_of_the_year_that_is_filled_in() -> None:
    cover = load_workbook(BytesIO(to_xlsx(replace(content(ROW), year=2027))))[COVER_SHEET]
    assert any("日期写成 2027-03-14" in str(cell.value) for row in cover.iter_rows() for cell in row)


def test_the_same_content_makes_the_same_bytes(data: bytes) -> None:
    assert to_xlsx(content(ROW)) == data
    assert to_xlsx(content({**ROW, "人数": "8"})) != data


def demonstration(audience: Audience) -> Survey:
    return survey(
        Settings(root=ROOT, docs=ROOT / "docs", records=ROOT / "records", as_of=AS_OF, year=2019, audience=audience)
    )


def branch_book(surveyed: Survey, entry: BranchEntry) -> tuple[UnitWorkbook | None, list[Problem]]:
    made, problems = branch_workbook(surveyed, records_shown, entry)
    return made.content if made else None, problems


@pytest.fixture(scope="module")
def internal() -> Survey:
    return demonstration(Audience.INTERNAL)


def test_a_branch_gets_back_what_it_has_on_record(internal: Survey) -> None:
    assert internal.index
    entry = internal.index.branch("xx-js1")
    assert entry
    made, problems = branch_book(internal, entry)
    assert made
    assert not problems
    sheets = {sheet.layout.title: sheet for sheet in made.sheets}
    assert next(iter(sheets)) == "活动"
    assert sheets["活动"].rows > 40
    rows = from_cells(sheets["支委"].layout, sheets["支委"].lines)
    assert "姓名" not in rows[0].mapping
    assert made.recipient == "信息学院党委组织员"
    assert all(sheet.example for sheet in made.sheets)
    for sheet in made.sheets:
        assert from_cells(sheet.layout, sheet.example) == ()


def test_units_above_have_workbooks_too(internal: Survey) -> None:
    assert internal.index
    committee = committee_workbook(internal, internal.index, internal.index.committees[0]).content
    school = school_workbook(internal, internal.index).content
    assert {id for id, _ in committee.branches} == {row.id for row in internal.index.committees[0].branches}
    assert "联合活动" in [sheet.layout.title for sheet in committee.sheets]
    assert "督查" in [sheet.layout.title for sheet in school.sheets]
    for made in (committee, school):
        names = load_workbook(BytesIO(to_xlsx(made)), read_only=True).sheetnames
        assert names[0] == COVER_SHEET
        assert names[-1] == STAMP_SHEET


def layouts(made: UnitWorkbook) -> Iterator[SheetLayout]:
    return (sheet.layout for sheet in made.sheets)


def test_a_restricted_workbook_has_what_the_internal_one_has_not(internal: Survey) -> None:
    restricted = demonstration(Audience.RESTRICTED)
    assert internal.index
    assert restricted.index
    entry = internal.index.branch("sm-sy")
    assert entry
    few, many = branch_book(internal, entry)[0], branch_book(restricted, entry)[0]
    assert few
    assert many
    more = {each.title for each in layouts(many)} - {each.title for each in layouts(few)}
    assert more == {"专人评定", "发展", "党员"}


def test_a_statement_that_there_is_none_comes_along(internal: Survey) -> None:
    assert internal.index
    entry = internal.index.branch("jf-wl")
    assert entry
    made, _ = branch_book(internal, entry)
    assert made
    (sheet,) = (each for each in made.sheets if each.layout.title == "党小组")
    assert sheet.lines == (none_line(sheet.layout),)
    assert sheet.rows == 0


def test_an_internal_workbook_holds_no_restricted_word_of_the_demonstration(internal: Survey) -> None:
    assert internal.index
    assert internal.rules
    looked_for = 0
    for branch in internal.index.branches():
        made, _ = branch_book(internal, branch)
        dossier, _ = load_dossier(branch, ROOT)
        assert made
        assert dossier
        with ZipFile(BytesIO(to_xlsx(made))) as file:
            held = "".join(file.read(name).decode() for name in file.namelist() if name.endswith((".xml", ".vml")))
        seen = seen_dossier(dossier, internal.rules.sets, Audience.INTERNAL, AS_OF)
        lawful = "\0".join(text for record in seen.records for text in shown(record))
        words = {word for record in dossier.records for word in withheld(record, Audience.INTERNAL)}
        looked_for += len(words)
        assert [word for word in words if word in held and word not in lawful] == []
    assert looked_for > 100


@pytest.mark.load
def test_a_workbook_is_soon_made(internal: Survey) -> None:
    """60 ms on a machine that is not busy; three times as much while coverage is measured, and no more."""
    assert internal.index
    entry = internal.index.branch("xx-js1")
    assert entry
    spent = []
    for _ in range(8):
        begun = time.process_time()
        made, _ = branch_book(internal, entry)
        assert made
        to_xlsx(made)
        spent.append(time.process_time() - begun)
    assert min(spent) < (0.3 if sys.gettrace() else 0.18)
