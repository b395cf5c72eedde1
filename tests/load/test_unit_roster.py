"""A roster's table becomes committees and branches, or Problems by cell."""

from __future__ import annotations

from datetime import date

import pytest

from generator.load.unit_roster import committees_of
from generator.model.grid import CellFault, CellValue, Grid, UnreadCell
from generator.model.kinds import BranchKind
from generator.model.record import Source
from generator.model.records.organisation import CommitteeKind

HEAD = [
    "基层党委",
    "支部名称",
    "类型",
    "成立日期",
    "正式",
    "预备",
    "书记",
    "书记任职日期",
    "编号",
    "基层党委编号",
    "基层党委类型",
]
ROW = [
    "数理学部党委",
    "教师党支部",
    "教师",
    "2021-09-10",
    "15",
    "1",
    "欧阳子丑",
    "2024-10-16",
    "sl-1",
    "shuli",
    "基层党委",
]


def table(*rows: list[str] | list[CellValue], title: str = "Sheet1", untyped: bool = False) -> Grid:
    return Grid(title=title, place=Source(f"名册.xlsx!{title}"), rows=[list(row) for row in rows], untyped=untyped)


def read(*rows: list[str]) -> tuple[list[tuple[str, str, list[str]]], list[str]]:
    """Committees as id, name and the ids of their branches; problems as they are told, without the hint."""
    committees, problems = committees_of([table(*rows)])
    told = [f"{problem.source} {problem.code} {problem.message}" for problem in problems]
    return [(row.id, row.name, [branch.id for branch in row.branches]) for row in committees], told


def changed(**cells: str) -> list[str]:
    return [cells.get(head, text) for head, text in zip(HEAD, ROW, strict=True)]


def test_a_row_is_a_branch() -> None:
    committees, problems = committees_of([table(HEAD, ROW)])
    assert problems == []
    (committee,) = committees
    assert committee[:3] == ("shuli", "数理学部党委", CommitteeKind.COMMITTEE)
    (branch,) = committee.branches
    assert branch[1:] == (
        "sl-1",
        "教师党支部",
        BranchKind.TEACHERS,
        date(2021, 9, 10),
        15,
        1,
        None,
        "欧阳子丑",
        date(2024, 10, 16),
    )
    assert str(branch.source) == "名册.xlsx!Sheet1!B2"


def test_only_four_columns_are_needed_and_titles_may_stand_above() -> None:
    rows = [
        ["乙丙大学党支部名册"],
        [],
        [" 基层党委（党总支）", "党支部", "支部类型*", "成立 时间"],
        ["甲党总支", "甲支部", "学生党支部", "2020年9月1日"],
    ]
    committees, problems = committees_of([table(*rows)])
    assert problems == []
    assert committees[0].kind is CommitteeKind.GENERAL_BRANCH
    assert committees[0].branches[0][1:5] == ("d01-01", "甲支部", BranchKind.STUDENTS, date(2020, 9, 1))
    assert str(committees[0].branches[0].source) == "名册.xlsx!Sheet1!B4"


def test_a_committee_that_is_written_once_holds_for_the_rows_below() -> None:
    found, problems = read(
        HEAD[:4],
        ["甲党委", "一支部", "教师", "2020-09-01"],
        ["", "二支部", "学生", "2020-09-01"],
        ["乙党委", "一支部", "机关", "2020-09-01"],
        ["", "", "", ""],
        ["合计", "", "", ""],
    )
    assert (found, problems) == ([("d01", "甲党委", ["d01-01", "d01-02"]), ("d02", "乙党委", ["d02-01"])], [])


def test_ids_are_kept_apart_from_those_that_are_given() -> None:
    rows = [
        changed(书记="", 书记任职日期="", 支部名称=f"第{n}支部", 编号=id, 基层党委编号="")
        for n, id in enumerate(["", "d01-01", ""])
    ]
    assert read(HEAD, *rows) == ([("d01", "数理学部党委", ["d01-02", "d01-01", "d01-03"])], [])


def test_a_hundred_branches_have_three_digits() -> None:
    rows = [["甲党委", f"第{n}支部", "教师", "2020-09-01"] for n in range(100)]
    found, _ = read(HEAD[:4], *rows)
    assert (found[0][2][0], found[0][2][99]) == ("d01-001", "d01-100")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"支部名称": ""}, "B2 C104 没有填支部名称"),
        ({"类型": ""}, "C2 C104 没有填类型"),
        ({"成立日期": "　"}, "D2 C104 没有填成立日期"),
        ({"预备": ""}, "F2 C104 没有填预备人数"),
        ({"正式": ""}, "E2 C104 没有填正式人数"),
        ({"书记": ""}, "G2 C104 写了任职日期而没有书记"),
        ({"成立日期": "2021年9月"}, "D2 C105 “2021年9月”不是日期"),
        ({"成立日期": "2021.2.29"}, "D2 C105 没有“2021-02-29”这一天"),
        ({"正式": "若干"}, "E2 C105 “若干”不是人数"),
        ({"类型": "教职工"}, "C2 C105 “教职工”分不清是教师还是机关"),
        ({"类型": "教工党支部"}, "C2 C105 “教工党支部”分不清是教师还是机关"),
        ({"类型": "综合"}, "C2 C105 没有“综合”这个支部类型"),
        ({"编号": "数理1"}, "I2 C105 “数理1”不能作编号"),
        ({"书记": "甲乙、丙丁"}, "G2 C105 “甲乙、丙丁”不是一个人的姓名"),
        ({"基层党委类型": "二级党委"}, "K2 C105 没有“二级党委”这个类型"),
        ({"支部名称": "长" * 101}, "B2 C105 名称有 101 个字"),
    ],
)
def test_what_is_wrong_is_told_of_its_cell_and_nothing_is_made(cells: dict[str, str], told: str) -> None:
    assert read(HEAD, changed(**cells)) == ([], [f"名册.xlsx!Sheet1!{told}"])


def test_every_fault_is_told_in_one_go() -> None:
    _, told = read(HEAD, changed(类型="", 正式="x"), changed(支部名称="乙支部", 编号="sl-2", 成立日期="x"))
    assert [line.split()[0] for line in told] == [f"名册.xlsx!Sheet1!{cell}" for cell in ("C2", "E2", "D3")]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ({"编号": "sl-2"}, "B3 C106 数理学部党委里已经有“教师党支部”，在 名册.xlsx!Sheet1!B2"),
        ({"支部名称": "乙支部"}, "I3 C106 编号 sl-1 在 名册.xlsx!Sheet1!I2 已经用了"),
        ({"基层党委": "乙党委", "编号": "sl-2"}, "J3 C106 编号 shuli 在 名册.xlsx!Sheet1!J2 已经用了"),
        (
            {"支部名称": "乙支部", "编号": "sl-2", "基层党委编号": "sx"},
            "J3 C107 数理学部党委的编号写的是 sx，名册.xlsx!Sheet1!J2 写的是 shuli",
        ),
        (
            {"支部名称": "乙支部", "编号": "sl-2", "基层党委类型": "党总支"},
            "K3 C107 数理学部党委的类型写的是 党总支，名册.xlsx!Sheet1!K2 写的是 基层党委",
        ),
    ],
)
def test_what_stands_twice_or_does_not_agree(second: dict[str, str], told: str) -> None:
    assert read(HEAD, ROW, changed(**second)) == ([], [f"名册.xlsx!Sheet1!{told}"])


def test_branches_of_two_committees_may_have_one_name() -> None:
    assert read(HEAD, ROW, changed(基层党委="乙党委", 基层党委编号="yi", 编号="yi-1"))[1] == []


def test_headings() -> None:
    assert read(["日期", "金额"], ["2019", "3"])[1] == ["名册.xlsx C101 没有找到表头"]
    assert committees_of([])[1][0].code == "C101"
    assert read(["基层党委", "支部名称", "类型"], ["甲", "乙", "教师"])[1] == [
        "名册.xlsx!Sheet1!A1 C102 没有“成立日期”这一列"
    ]
    assert read([*HEAD[:4], "党支部"], [*ROW[:4], "x"])[1] == ["名册.xlsx!Sheet1!E1 C103 “党支部”和“支部名称”是同一项"]
    assert read(HEAD)[1] == ["名册.xlsx!Sheet1!A2 C109 名册里没有一个支部"]


def test_unknown_columns_are_said_and_the_rest_is_read() -> None:
    found, told = read([*HEAD[:4], "序号", "成立日起"], [*ROW[:4], "1", "x"])
    assert told == ["名册.xlsx!Sheet1!F1 C108 不认识“成立日起”这一列，没有读"]
    assert found == [("d01", "数理学部党委", ["d01-01"])]


def test_sheets_without_headings_are_passed_over() -> None:
    tables = [table(["怎么填"], title="说明"), table(HEAD, ROW, title="甲")]
    assert [row.id for row in committees_of(tables)[0]] == ["shuli"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [("2021.9.1", 1), ("2021/9/1", 1), ("２０２１年９月１日", 1), ("20210901", 1), ("2021-09-01 00:00:00", 1)],
)
def test_days_as_people_write_them(written: str, read_as: int) -> None:
    committees, problems = committees_of([table(HEAD, changed(成立日期=written), untyped=True)])
    assert problems == []
    assert committees[0].branches[0].founded == date(2021, 9, read_as)


def test_cells_of_a_workbook_are_read_by_what_their_column_is_for() -> None:
    row: list[CellValue] = list(ROW)
    row[3], row[4], row[5], row[7] = date(2021, 9, 10), 15.0, 1, 45581.0
    committees, problems = committees_of([table(list(HEAD), row)])
    assert problems == []
    branch = committees[0].branches[0]
    assert (branch.founded, branch.full_members, branch.secretary_since) == (date(2021, 9, 10), 15, date(2024, 10, 16))


@pytest.mark.parametrize(
    ("at", "value", "told"),
    [
        (3, UnreadCell(CellFault.UNCALCULATED), "D2 T121 公式没有算出结果"),
        (4, date(2021, 9, 10), "E2 T127 存成了日期或时间“2021-09-10”"),
        (3, "9月10日", "D2 T125 “9月10日”没有写明是哪一年"),
        (1, date(2021, 9, 10), "B2 T127 存成了日期或时间“2021-09-10”"),
    ],
)
def test_cells_that_cannot_be_read_are_told(at: int, value: CellValue, told: str) -> None:
    row: list[CellValue] = list(ROW)
    row[at] = value
    _, problems = committees_of([table(list(HEAD), row)])
    assert [f"{problem.source} {problem.code} {problem.message}" for problem in problems] == [
        f"名册.xlsx!Sheet1!{told}"
    ]
