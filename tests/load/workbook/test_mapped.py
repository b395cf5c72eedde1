"""Tables of another system, read by a map of columns that was set up once."""

from __future__ import annotations

from generator.load.workbook.book import WorkbookRead, read_incoming
from generator.load.workbook.units import Expected
from generator.model.column_map import ColumnMap
from tests.load.workbook.test_columns import UNITS
from tests.workbooks import workbook

MAP = ColumnMap.model_validate(
    {
        "表": [
            {
                "工作表": "组织生活明细",
                "台账": "活动",
                "列": {"开会时间": "日期", "会议类型": "类型", "应参加": "应到", "实际参加": "实到", "请假人数": "缺席·请假", "讲题": "党课·题目"},
                "值": {"类型": {"上党课": "党课", "党日": "主题党日"}},
                "固定": {"主持": "支部书记", "党课·主讲": "支部书记"},
                "支部列": "所在支部",
            }
        ],
        "支部": {"二支部": "aa-2"},
    }
)  # fmt: skip
HEADS = ["序号", "所在支部", "会议类型", "开会时间", "应参加", "实际参加", "请假人数", "讲题"]


def _read(*lines: list[object], scope: str = "") -> WorkbookRead:
    expected = Expected(units=UNITS, year=2019, scope=scope, column_map=MAP)
    data = workbook({"组织生活明细": [["2019 年组织生活明细（导出）"], HEADS, *lines]})
    return read_incoming(data, "导出.xlsx", expected)


def _lecture(day: str, present: str, leave: str) -> dict[str, object]:
    about = {"题目": "学习条例", "主讲": "支部书记"}
    numbers = {"应到": "18", "实到": present, "缺席": {"请假": leave}}
    return {"类型": ["党课"], "日期": day, "主持": "支部书记", **numbers, "党课": about}


def test_rows_go_to_the_branches_that_they_name_in_our_words() -> None:
    found = _read(
        [1, "甲学院第一党支部", "上党课", "2019/3/14", 18, 16, 2, "学习条例"],
        [2, "二支部", "上党课", "2019年4月11日", 18, 17, 1, "学习条例"],
        [3, "aa-1", "上党课", 43538 + 56, 18, 18, 0, "学习条例"],
    )
    by_branch = {table.parts["branch"]: [row.values for row in table.rows] for table in found.tables}
    assert by_branch["aa-1"] == [_lecture("2019-03-14", "16", "2"), _lecture("2019-05-09", "18", "0")]
    assert by_branch["aa-2"] == [_lecture("2019-04-11", "17", "1")]
    assert len(found.tables) == 2
    assert [(str(each.source), each.message) for each in found.problems] == [
        ("导出.xlsx!组织生活明细!A2", "“序号”这一列没有对应的栏目，没有导入")
    ]


def test_mistakes_are_told_in_the_cells_of_the_table_that_came() -> None:
    found = _read(
        [1, "二支部", "上党课", "26-3-14", 18, 16, 2, "学习条例"],
        [2, "三支部", "上党课", "2019-03-14", 18, 16, 2, "学习条例"],
        [3, "二支部", "座谈", "2019-03-14", 18, 16, "两个", "学习条例"],
    )
    wrong = [(each.code, str(each.source).rpartition("!")[2]) for each in found.problems if each.is_error]
    assert wrong == [("T131", "B4"), ("T125", "D3"), ("R104", "C5"), ("R107", "G5")]
    assert found.problems[0].message == "这次导入的范围里没有“三支部”"


def test_a_table_without_a_branch_is_of_the_one_that_is_asked_for() -> None:
    line: list[object] = [1, "", "上党课", "2019-03-14", 18, 16, 2, "学习条例"]
    found = _read(line, scope="branch:aa-2")
    assert [table.parts["branch"] for table in found.tables] == ["aa-2"]
    assert [each.code for each in _read(line).problems] == ["T135"]


def test_a_line_that_only_names_a_branch_is_no_row_but_holds_for_those_below() -> None:
    found = _read(["", "二支部"], [1, "", "上党课", "2019-03-14", 18, 16, 2, "学习条例"])
    assert [(table.parts["branch"], len(table.rows)) for table in found.tables] == [("aa-2", 1)]


def test_what_the_map_says_and_the_table_does_not_have_is_told() -> None:
    data = workbook({"组织生活明细": [HEADS[:-1]], "人员": [["甲"]], "空表": []})
    found = read_incoming(data, "导出.xlsx", Expected(units=UNITS, year=2019, column_map=MAP))
    assert [(each.code, each.message) for each in found.problems] == [
        ("T113", "没有“讲题”这一列，列名对照里写了"),
        ("T119", "列名对照里没有“人员”这张表，没有导入"),
    ]
    unlike = workbook({"组织生活明细": [["甲", "乙"]]})
    found = read_incoming(unlike, "导出.xlsx", Expected(units=UNITS, year=2019, column_map=MAP))
    assert [each.code for each in found.problems] == ["T112"]
