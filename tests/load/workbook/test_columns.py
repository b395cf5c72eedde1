"""Which sheet and column is what: as people leave heads and titles, and what is said of the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from generator.formats.workbook.returned import returned_workbook
from generator.load.workbook.book import WorkbookRead, read_incoming
from generator.load.workbook.incoming_rows import _placed
from generator.load.workbook.units import Expected, ImportUnit
from generator.model.files import REGISTER
from generator.model.record import Audience, Source
from generator.model.sheet import cells_digest
from generator.model.workbook_stamp import STAMP_VERSION, WorkbookStamp
from tests.workbooks import sheet_lines, workbook

UNITS = {
    scope: ImportUnit(scope=scope, name=name, parts=parts)
    for scope, name, parts in (
        ("branch:aa-1", "甲学院第一党支部", {"committee": "aa", "branch": "aa-1"}),
        ("branch:aa-2", "甲学院第二党支部", {"committee": "aa", "branch": "aa-2"}),
        ("committee:aa", "", {"committee": "aa"}),
    )
}
EXPECTED = Expected(units=UNITS, year=2019)
HEADS = ["类型", "日期", "主持", "应到", "实到"]
ROW = ["党课", "2019-03-14", "支部书记", 18, 16]
VALUES = {"类型": ["党课"], "日期": "2019-03-14", "主持": "支部书记", "应到": "18", "实到": "16"}
LECTURE = {**VALUES, "党课": {"题目": "学习条例", "主讲": "支部书记"}}
FULL_HEADS, FULL_ROW = [*HEADS, "党课·题目", "党课·主讲"], [*ROW, "学习条例", "支部书记"]


def stamp(scope: str = "branch:aa-1", year: int = 2019, digest: str = "") -> WorkbookStamp:
    return WorkbookStamp.new(scope, year, Audience.RESTRICTED, digest)


def read(sheets: Mapping[str, Sequence[Any]], given: WorkbookStamp | None = None, **options: Any) -> WorkbookRead:
    return read_incoming(workbook(sheets, stamp=given or stamp(), **options), "台账.xlsx", EXPECTED)


def told(found: WorkbookRead) -> list[str]:
    return [str(problem) for problem in found.problems]


def rows(found: WorkbookRead, key: str = "活动") -> list[Any]:
    return [row.values for table in found.tables if table.key == key for row in table.rows]


@pytest.mark.parametrize(
    "lines",
    [
        [FULL_HEADS, FULL_ROW],
        [list(reversed(FULL_HEADS)), list(reversed(FULL_ROW))],
        [["甲学院第一党支部活动登记"], [], ["填表人", "组织委员"], FULL_HEADS, [], FULL_ROW],
        [["", *FULL_HEADS], ["", *FULL_ROW]],
        [[f" {head}＊" for head in FULL_HEADS], FULL_ROW],
        [[*FULL_HEADS, "原因"], [*FULL_ROW, "上次退回的原因"]],
        [[*FULL_HEADS, "缺席·请假"], [*FULL_ROW, ""]],
    ],
)
def test_columns_are_found_in_any_order_below_any_title(lines: Sequence[Sequence[Any]]) -> None:
    found = read({"活动": lines})
    assert (rows(found), told(found)) == ([LECTURE], [])


_TOP = ["类型", "日期", "主持", "应到", "实到", "缺席", "", "议题", "", ""]
_MIDDLE = ["", "", "", "", "", "请假", "未请假", "事项", "表决", ""]
_TWO = ["类型", "日期", "主持", "应到", "实到", "缺席", "", "议题·事项", "议题·表决", ""]


@pytest.mark.parametrize(
    "heads",
    [
        [_TOP, _MIDDLE, ["", "", "", "", "", "", "", "", "到会", "赞成"]],
        [["甲学院第一党支部活动登记"], [], _TOP, _MIDDLE, ["", "", "", "", "", "", "", "", "到会", "赞成"]],
        [[*_TWO, ""], ["", "", "", "", "", "请假", "未请假", "", "到会", "赞成", "原因"]],
        [_TWO, [*_TWO[:5], "请假", "未请假", "", "到会", "赞成"]],
    ],
)
def test_heads_may_stand_in_several_rows(heads: Sequence[Sequence[str]]) -> None:
    found = read({"活动": [*heads, [*ROW, 1, 1, "甲", 14, 13], ["", "", "", "", "", "", "", "乙"]]})
    agenda = [{"事项": "甲", "表决": {"到会": "14", "赞成": "13"}}, {"事项": "乙"}]
    assert rows(found) == [{**VALUES, "缺席": {"请假": "1", "未请假": "1"}, "议题": agenda}]
    assert not [each for each in found.problems if each.code in {"T112", "T113", "T114", "T115", "T118"}]


@pytest.mark.parametrize(
    ("heads", "said"),
    [
        (
            ["类型", "日期", "主持", "应到", "实到数"],
            "台账.xlsx!活动!E1: 错误[T113] 没有“实到数”这一列，又缺少“实到”。是不是想写“实到”？",
        ),
        (["类型", "日期", "主持", "应到"], "台账.xlsx!活动!A1: 错误[T115] 缺少“实到”一列。"),
        ([*HEADS, "实到"], "台账.xlsx!活动!F1: 错误[T114] “实到”有两列，另一列是 E。请合成一列，或删去一列。"),
        (["甲", "乙"], "台账.xlsx!活动: 错误[T112] 没有找到表头，表头是类型、日期、时间、地点等。"),
        ([*HEADS, "议题·决议"], "台账.xlsx!活动!A1: 错误[T115] 缺少“议题·事项”一列。"),
    ],
)
def test_a_sheet_whose_columns_are_wrong_stays_out_as_a_whole(heads: list[str], said: str) -> None:
    found = read({"活动": [heads, [*ROW, 16][: len(heads)]]})
    assert any(each.startswith(said) for each in told(found))
    assert found.tables == ()


@pytest.mark.parametrize(
    ("heads", "line", "said"),
    [
        (
            [*FULL_HEADS, "天气"],
            [*FULL_ROW, "晴"],
            "台账.xlsx!活动!H1: 警告[T118] “天气”这一列没有对应的栏目，没有导入。",
        ),
        ([*FULL_HEADS, ""], [*FULL_ROW, "晴"], "台账.xlsx!活动!H1: 警告[T118] H 列没有表头，没有导入。"),
    ],
)
def test_a_column_that_nobody_knows_is_said_and_the_rest_read(heads: list[str], line: list[Any], said: str) -> None:
    found = read({"活动": [heads, line]})
    assert rows(found) == [LECTURE]
    assert len(found.problems) == 1
    assert told(found)[0].startswith(said)


def test_sheets_that_nobody_knows_are_said_and_misspelt_ones_named() -> None:
    lines = [FULL_HEADS, FULL_ROW]
    found = read({"活动": lines, "组织关系转接表": lines, "随手记": [["买茶叶"]], "Sheet3": []})
    assert [(each.code, str(each.source)) for each in found.problems] == [
        ("T111", "台账.xlsx!组织关系转接表"),
        ("T119", "台账.xlsx!随手记"),
    ]
    assert "组织关系转接" in found.problems[0].hint


def test_lines_below_belong_to_the_row_above_whether_merged_or_blank() -> None:
    heads = [*HEADS, "议题·事项", "落实·事项", "落实·责任"]
    own = ["支部党员大会", *ROW[1:]]
    lines = [
        heads,
        [*own, "甲", "一", "书记"],
        ["", "", "", "", "", "乙"],
        [],
        ["", "", "", "", "", "丙", "二", "委员"],
    ]
    found = read({"活动": lines})
    assert told(found) == []
    assert rows(found)[0]["议题"] == [{"事项": "甲"}, {"事项": "乙"}, {"事项": "丙"}]
    assert rows(found)[0]["落实"] == [{"事项": "一", "责任": "书记"}, {"事项": "二", "责任": "委员"}]


def test_a_day_that_is_merged_over_two_activities_is_that_of_both() -> None:
    found = read(
        {"活动": [FULL_HEADS, FULL_ROW, ["党课", "", *FULL_ROW[2:]]]},
        change=lambda book: book.get_worksheet_by_name("活动").merge_range(1, 1, 2, 1, "2019-03-14"),
    )
    assert (rows(found), told(found)) == ([LECTURE, LECTURE], [])


def test_what_is_merged_over_the_lists_of_two_activities_is_of_both() -> None:
    heads = [*HEADS, "议题·事项", "落实·事项", "落实·责任"]
    first, further = [*ROW, "学同一份", "甲", "书记"], ["", "", "", "", "", "", "乙", "委员"]
    lines = [heads, first, further, ["专题学习", "2019-03-15", *ROW[2:]]]
    found = read({"活动": lines}, change=lambda book: merge(book, "F2:F4"))
    assert [row["议题"] for row in rows(found)] == [[{"事项": "学同一份"}]] * 2
    assert [each["事项"] for each in rows(found)[0]["落实"]] == ["甲", "乙"]


def merge(book: Any, cells: str) -> None:
    sheet = book.get_worksheet_by_name("活动")
    sheet.merge_range(cells, "学同一份")


def test_merged_cells_are_merged_in_what_goes_back() -> None:
    heads = [*HEADS, "议题·事项"]
    data = workbook(
        {"活动": [heads, ["", "2019-03-14", *ROW[2:], "甲"], ["专题学习", "2019-03-15", *ROW[2:]]]},
        stamp=stamp(),
        change=lambda book: merge(book, "F2:F3"),
    )
    found = read_incoming(data, "台账.xlsx", EXPECTED)
    again = read_incoming(returned_workbook(found.grids, found.problems, found.heads), "台账.xlsx", EXPECTED)
    assert found.problems
    assert [(table.rows, table.none) for table in again.tables] == [(table.rows, table.none) for table in found.tables]


def test_mistakes_in_lists_and_mappings_land_on_their_cells() -> None:
    heads = [*HEADS, "议题·事项", "议题·表决·应到会有表决权", "议题·表决·到会", "议题·表决·赞成", "缺席·请假"]
    own = ["支部党员大会", *ROW[1:]]
    lines = [heads, [*own, "甲", 16, 14, "14票", "两个"], ["", "", "", "", "", "", 16, 14, 14]]
    found = read({"活动": lines})
    assert [(each.code, str(each.source)) for each in found.problems] == [
        ("R107", "台账.xlsx!活动!I2"),
        ("R107", "台账.xlsx!活动!J2"),
        ("R101", "台账.xlsx!活动!F3"),
    ]


def test_hidden_columns_are_read_and_said() -> None:
    found = read(
        {"活动": [FULL_HEADS, FULL_ROW]},
        change=lambda book: book.get_worksheet_by_name("活动").set_column(1, 1, None, None, {"hidden": True}),
    )
    assert rows(found) == [LECTURE]
    assert [(each.code, "B 列" in each.message) for each in found.problems] == [("T116", True)]


def test_a_title_that_is_merged_above_the_heads_is_not_repeated() -> None:
    found = read(
        {"活动": [["登记"], FULL_HEADS, FULL_ROW]},
        change=lambda book: book.get_worksheet_by_name("活动").merge_range(0, 0, 0, 3, "登记"),
    )
    assert (rows(found), told(found)) == ([LECTURE], [])


def test_a_workbook_that_lost_columns_is_not_as_it_was_written_out() -> None:
    found = read({"活动": [FULL_HEADS, FULL_ROW]}, stamp(digest="0"))
    assert (found.untouched, rows(found)) == (False, [LECTURE])


def test_a_key_stands_where_its_value_does() -> None:
    block = _placed({"日期": "2019-03-14"}, (), lambda path: Source("台账.xlsx!活动", 2, len(path)))
    assert block.place.of_key("日期") == Source("台账.xlsx!活动", 2, 1)


def test_hidden_and_filtered_rows_are_read_and_said() -> None:
    found = read(
        {"活动": [FULL_HEADS, FULL_ROW, FULL_ROW]},
        change=lambda book: book.get_worksheet_by_name("活动").set_row(2, None, None, {"hidden": True}),
    )
    assert rows(found) == [LECTURE, LECTURE]
    assert told(found) == [
        "台账.xlsx!活动: 警告[T116] 有隐藏或筛选掉的内容：1 行（第 3 行起），也读了。不要导入的，请删去，不是隐藏。"
    ]


def test_a_list_in_one_cell_is_parted_as_people_part_it() -> None:
    for text in ("党课、主题党日", "党课\n主题党日", "党课；主题党日 ", "党课，主题党日"):
        found = read({"活动": [[*FULL_HEADS, "主题党日·主题"], [text, *FULL_ROW[1:], "植树"]]})
        assert (rows(found)[0]["类型"], told(found)) == (["党课", "主题党日"], [])


def test_the_same_row_is_known_by_its_mark_and_a_copied_one_is_new() -> None:
    layout = next(each for each in REGISTER.sheets(Audience.RESTRICTED) if each.title == "活动")
    lines = sheet_lines(layout, [LECTURE])
    copied = list(lines[1])
    copied[2] = "2019-04-11"
    found = read({"活动": [*lines, copied]})
    first, second = found.tables[0].rows
    assert (first.base, first.digest, second.base) == (lines[1][0], lines[1][0], "")
    assert second.values["日期"] == "2019-04-11"


def test_what_is_wrong_in_a_row_that_nobody_touched_is_not_told_again() -> None:
    layout = next(each for each in REGISTER.sheets(Audience.RESTRICTED) if each.title == "活动")
    assert told(read({"活动": sheet_lines(layout, [{**LECTURE, "实到": "十六人"}])})) == []


def test_a_workbook_that_nobody_changed_is_passed_over() -> None:
    layout = next(each for each in REGISTER.sheets(Audience.RESTRICTED) if each.title == "活动")
    lines = sheet_lines(layout, [LECTURE])
    digest = cells_digest([(layout, lines[1:])])
    assert read({"活动": lines}, stamp(digest=digest)).untouched
    lines[1][3] = "14:30"
    assert not read({"活动": lines}, stamp(digest=digest)).untouched


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (stamp("branch:aa-3"), "错误[T131] 是 branch:aa-3 的工作簿，这次导入的范围里没有它。是不是想写 branch:aa-"),
        (
            stamp(year=2018),
            "错误[T133] 是 2018 年的工作簿，现在导入的是 2019 年。请核对文件；确要导入的，加上 --year 2018。",
        ),
        (
            WorkbookStamp(version="9", scope="branch:aa-1", year="2019", audience="internal", digest=""),
            f"错误[T134] 是另一版格式的工作簿（9，本程序用 {STAMP_VERSION}）。",
        ),
        (
            WorkbookStamp(version="1", scope="", year="2019", audience="internal", digest=""),
            "错误[T135] 看不出是哪个单位的。",
        ),
    ],
)
def test_a_workbook_of_somebody_else_is_refused(given: WorkbookStamp, said: str) -> None:
    found = read({"活动": [FULL_HEADS, FULL_ROW]}, given)
    assert (len(found.problems), found.tables) == (1, ())
    assert told(found)[0].startswith(f"台账.xlsx: {said}")


def test_a_table_without_a_stamp_is_of_the_unit_that_is_asked_for() -> None:
    data = ",".join(FULL_HEADS) + "\n" + ",".join(map(str, FULL_ROW)) + "\n"
    found = read_incoming(data.encode("gbk"), "收/活动.csv", Expected(units=UNITS, year=2019, scope="branch:aa-2"))
    assert (rows(found), told(found)) == ([LECTURE], [])
    assert found.tables[0].parts == {"committee": "aa", "branch": "aa-2", "year": "2019"}
    assert str(found.tables[0].rows[0].place(("日期",))) == "收/活动.csv!活动!B2"
    nobodys = read_incoming(data.encode("gbk"), "活动.csv", EXPECTED)
    assert [each.code for each in nobodys.problems] == ["T135"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_title_says_nothing_of_how_a_text_is_parted(separator: str) -> None:
    lines = ["活动登记", *(separator.join(map(str, line)) for line in (FULL_HEADS, FULL_ROW))]
    expected = Expected(units=UNITS, year=2019, scope="branch:aa-2")
    found = read_incoming("\n".join(lines).encode(), "活动.csv", expected)
    assert (rows(found), told(found)) == ([LECTURE], [])


def test_cells_are_named_as_spreadsheets_do_whatever_the_file_is_called() -> None:
    data = workbook({"活动": [FULL_HEADS, FULL_ROW]}, stamp=stamp())
    (table,) = read_incoming(data, "收/台账.xls", EXPECTED).tables
    assert str(table.rows[0].place(("日期",))) == "收/台账.xls!活动!B2"


@pytest.mark.parametrize("columns", [("班次", "日期", "学时", "人数", "职务"), ("人数", "班次", "日期", "学时")])
def test_an_example_that_lost_its_mark_is_not_taken_for_a_row(columns: Sequence[str]) -> None:
    example = {"班次": "春季学期党员轮训班", "日期": "2019-04-20", "学时": "8", "人数": "12", "职务": "书记"}
    given = [columns, [example[key] for key in columns], [{**example, "人数": 13}[key] for key in columns]]
    found = read({"培训": given})
    assert [row["人数"] for row in rows(found, "培训")] == ["13"]
    assert [row.code for row in found.problems] == ["T137"]
    assert found.problems[0].source.line == 2


def test_lines_below_an_example_that_lost_its_mark_are_no_part_of_it() -> None:
    found = read({"组织生活会": [["步骤·步骤", "步骤·日期"], ["定主题", "2019-12-05"], ["学习", "2019-12-15"]]})
    assert rows(found, "组织生活会") == [{"步骤": [{"步骤": "学习", "日期": "2019-12-15"}]}]


def test_an_unknown_sheet_of_an_untouched_workbook_goes_back() -> None:
    layout = next(each for each in REGISTER.sheets(Audience.RESTRICTED) if each.title == "活动")
    lines = sheet_lines(layout, [LECTURE])
    digest = cells_digest([(layout, lines[1:])])
    found = read({"活动": lines, "草稿": [["甲"]]}, stamp(digest=digest))
    assert not found.untouched
    assert [grid.title for grid in found.grids][:2] == ["活动", "草稿"]


def test_a_second_line_of_a_sheet_of_one_is_told() -> None:
    found = read(
        {"不评": [["理由", "单位", "日期"], ["并入", "学院党委", "2019-11-20"], ["撤销", "学院党委", "2019-11-21"]]}
    )
    assert [(each.code, str(each.source)) for each in found.problems] == [("T136", "台账.xlsx!不评!A3")]
