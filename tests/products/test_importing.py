"""Rows from workbooks and notes in the registers of a small project."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.edit.row_merge import MergeKind
from generator.errors import OutputFolderError
from generator.load.plain_tree import plain_tree
from generator.model.files import BRANCH, COMMITTEE_REGISTER
from generator.model.incoming import IncomingRow, IncomingTable
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Audience, Source
from generator.products.import_report import describe_import, describe_question, unified_difference
from generator.products.importing import Answer, ImportPlan, carry_out, plan_import
from tests.conftest import Project
from tests.incoming import incoming_row, incoming_table

MEETING = {
    "类型": ["支部党员大会"],
    "日期": "2019-03-14",
    "主持": "支部书记",
    "应到": "9",
    "实到": "8",
    "议题": [{"事项": "研究实验室搬迁期间的会议安排"}],
}
"""What stands in the register of aa-1."""

LECTURE = {
    "类型": ["党课"],
    "日期": "2019-05-09",
    "主持": "书记",
    "应到": "9",
    "实到": "9",
    "党课": {"题目": "甲", "主讲": "书记"},
}


def came(*rows: IncomingRow, branch: str = "aa-1", year: str = "2019", **more: Any) -> IncomingTable:
    return incoming_table(*rows, parts={"committee": "aa", "branch": branch, "year": year}, **more)


def plan(project: Project, *tables: IncomingTable, told: tuple[Problem, ...] = (), **more: Any) -> ImportPlan:
    return plan_import(project.settings(Audience.INTERNAL), tables, told, **more)


def told(planned: ImportPlan) -> list[str]:
    return [f"{problem.source} {problem.code}" for problem in planned.problems]


def written(project: Project, planned: ImportPlan) -> Mapping[str, Any]:
    carry_out(planned)
    return {str(change.path.relative_to(project.root / "records/units/aa")): change.new for change in planned.changes}


def register(project: Project, branch: str = "aa-1") -> dict[str, Any]:
    tree = plain_tree((project.root / f"records/units/aa/{branch}/2019.yml").read_text(encoding="utf-8"))
    assert tree is not None
    return tree


def test_new_and_changed_rows_of_several_branches_are_written_together(project: Project) -> None:
    before = (project.branch / "2019.yml").read_text(encoding="utf-8")
    changed = {**MEETING, "实到": "9", "地点": "报告厅"}
    planned = plan(
        project,
        came(incoming_row(changed, MEETING), incoming_row(LECTURE, at="甲.xlsx!4")),
        came(incoming_row(LECTURE, at="乙.xlsx!3"), branch="aa-2"),
    )
    assert told(planned) == []
    assert written(project, planned) == {
        "aa-1/2019.yml": before.replace("    主持", "    地点: 报告厅\n    主持").replace("实到: 8", "实到: 9")
        + "  - 类型: [党课]\n    日期: 2019-05-09\n    主持: 书记\n    应到: 9\n    实到: 9\n    党课: {题目: 甲, 主讲: 书记}\n",
        "aa-2/2019.yml": "活动:\n  - 类型: [党课]\n    日期: 2019-05-09\n    主持: 书记\n    应到: 9\n    实到: 9\n"
        "    党课: {题目: 甲, 主讲: 书记}\n",
    }
    again = plan(project, came(incoming_row(changed, MEETING), incoming_row(LECTURE)))
    assert (again.changes, told(again)) == ((), [])
    assert {row.kind for row in again.files[0].merge.rows} == {MergeKind.STANDING}


def test_a_file_that_is_not_there_is_made(project: Project) -> None:
    row = {**LECTURE, "日期": "2018-05-09"}
    assert written(project, plan(project, came(incoming_row(row), year="2018"))) == {
        "aa-1/2018.yml": "活动:\n  - 类型: [党课]\n    日期: 2018-05-09\n    主持: 书记\n    应到: 9\n    实到: 9\n"
        "    党课: {题目: 甲, 主讲: 书记}\n"
    }


def test_a_mistake_is_told_at_its_cell_and_the_other_rows_go_in(project: Project) -> None:
    wrong = {**LECTURE, "应到": "9", "实到": "10"}
    missing = {key: value for key, value in LECTURE.items() if key != "实到"} | {"日期": "2019-06-06"}
    late = {**LECTURE, "日期": "2020-05-09"}
    good = {**LECTURE, "日期": "2019-07-04"}
    rows = [incoming_row(row, at=f"甲.xlsx!{number}") for number, row in enumerate((wrong, missing, late, good), 3)]
    planned = plan(project, came(*rows))
    assert told(planned) == ["甲.xlsx!3.实到 R103", "甲.xlsx!4 R101", "甲.xlsx!5.日期 R203", "甲.xlsx!5.日期 R204"]
    carry_out(planned)
    assert register(project) == {"活动": [MEETING, good]}


def test_what_the_reader_found_wrong_keeps_its_row_out(project: Project) -> None:
    rows = [incoming_row(LECTURE), incoming_row({**LECTURE, "日期": "2019-07-04"}, at="甲.xlsx!4")]
    wrong = report("R105", Source("甲.xlsx!4.日期"), "甲", "乙。")
    planned = plan(project, came(*rows), told=(wrong,))
    assert planned.problems == (wrong,)
    carry_out(planned)
    assert register(project) == {"活动": [MEETING, LECTURE]}


def test_a_mistake_of_the_whole_is_told_at_the_rows_that_make_it(project: Project) -> None:
    row = {
        "类型": ["党小组会"],
        "日期": "2019-05-09",
        "主持": "组长",
        "应到": "5",
        "实到": "5",
        "议题": [{"事项": "甲"}],
        "党小组": "第一党小组",
    }
    planned = plan(project, came(incoming_row(row)))
    assert told(planned) == ["甲.xlsx!3.党小组 R207"]
    assert planned.changes == ()


def test_conflicts_and_look_alikes_stay_out_until_somebody_decides(project: Project) -> None:
    other = {**MEETING, "实到": "7"}
    alike = {**MEETING, "地点": "报告厅"}
    tables = {
        "M101": came(incoming_row({**MEETING, "实到": "9"}, other)),
        "M102": came(incoming_row(alike)),
    }
    for code, table in tables.items():
        planned = plan(project, table)
        assert told(planned) == [f"甲.xlsx!3 {code}"]
        assert planned.changes == ()
        assert len(planned.in_question) == 1
        lines = list(describe_question(*planned.in_question[0]))
        assert lines[1].startswith("  台账里：类型支部党员大会，日期2019-03-14")
        assert lines[2].startswith("  甲.xlsx!3：类型支部党员大会，日期2019-03-14")
        for answer, expected in [
            (Answer.LEAVE, [MEETING]),
            (Answer.CHANGE, [{**MEETING, **table.rows[0].values}]),
            (Answer.ADD, [MEETING, dict(table.rows[0].values)]),
        ]:
            decided = plan(project, table, answers={Source("甲.xlsx!3"): answer})
            new = decided.changes[0].new if decided.changes else (project.branch / "2019.yml").read_text("utf-8")
            assert plain_tree(new) == {"活动": expected}


def test_where_two_files_differ_both_are_told(project: Project) -> None:
    tables = [came(incoming_row({**MEETING, "实到": count}, MEETING, at=f"{count}.xlsx!3")) for count in "79"]
    planned = plan(project, *tables)
    assert [str(problem) for problem in planned.problems] == [
        "7.xlsx!3: 错误[M103] 与 9.xlsx!3 写的不一样。请核对哪一份对，只交那一份，或在终端里选。",
        "9.xlsx!3: 错误[M103] 与 7.xlsx!3 写的不一样。请核对哪一份对，只交那一份，或在终端里选。",
    ]
    assert planned.changes == ()
    both = plan(project, *tables, answers={Source(f"{count}.xlsx!3"): Answer.CHANGE for count in "79"})
    assert plain_tree(both.changes[0].new) == {"活动": [{**MEETING, "实到": "7"}]}
    assert told(both) == ["9.xlsx!3 M103"]
    chosen = plan(project, *tables, answers={Source("9.xlsx!3"): Answer.CHANGE})
    assert plain_tree(chosen.changes[0].new) == {"活动": [{**MEETING, "实到": "9"}]}
    assert told(chosen) == []


def test_two_rows_that_look_like_one_on_file_change_it_once(project: Project) -> None:
    tables = [came(incoming_row({**MEETING, "地点": place}, at=f"{place}.xlsx!3")) for place in "甲乙"]
    planned = plan(project, *tables, answers={Source(f"{place}.xlsx!3"): Answer.CHANGE for place in "甲乙"})
    assert plain_tree(planned.changes[0].new) == {"活动": [{**MEETING, "地点": "甲"}]}
    assert told(planned) == ["乙.xlsx!3 M102"]


def test_a_register_with_mistakes_is_left_alone_and_the_others_are_written(project: Project) -> None:
    path = project.write("records/units/aa/aa-1/2019.yml", "活动:\n  - 类型：党课\n")
    planned = plan(project, came(incoming_row(LECTURE)), came(incoming_row(LECTURE, at="乙.xlsx!3"), branch="aa-2"))
    assert told(planned) == ["records/units/aa/aa-1/2019.yml M104", "records/units/aa/aa-1/2019.yml:2:3 R007"]
    assert [change.path.parent.name for change in planned.changes] == ["aa-2"]
    assert path.read_text(encoding="utf-8") == "活动:\n  - 类型：党课\n"


def test_mistakes_that_were_there_before_do_not_count(project: Project) -> None:
    text = (project.branch / "2019.yml").read_text(encoding="utf-8").replace("实到: 8", "实到: 10")
    project.write("records/units/aa/aa-1/2019.yml", text)
    planned = plan(project, came(incoming_row(LECTURE)))
    assert told(planned) == []
    assert len(planned.changes) == 1


def test_a_row_that_makes_a_mistake_elsewhere_stays_out(project: Project) -> None:
    group = {"名称": "第一党小组", "组长": "李丁", "自": "2018-06-20"}
    profile = (project.branch / "branch.yml").read_text(encoding="utf-8")
    profile = profile.replace(
        "党小组: []\n未划党小组理由: 党员集中在一层楼", "党小组: [{名称: 第一党小组, 组长: 李丁, 自: 2018-06-20}]"
    )
    project.write("records/units/aa/aa-1/branch.yml", profile)
    text = (project.branch / "2019.yml").read_text(encoding="utf-8")
    meeting = "  - {类型: [党小组会], 日期: 2019-05-09, 主持: 组长, 应到: 5, 实到: 5, 议题: [{事项: 甲}], 党小组: 第一党小组}\n"
    project.write("records/units/aa/aa-1/2019.yml", text + meeting)
    parts = {"committee": "aa", "branch": "aa-1"}
    changed = incoming_row({**group, "名称": "甲小组"}, group, "党小组", file=BRANCH)
    planned = plan(project, incoming_table(changed, key="党小组", file=BRANCH, parts=parts))
    assert told(planned) == ["records/units/aa/aa-1/2019.yml:8:76 R207", "甲.xlsx!3 M106"]
    assert planned.changes == ()
    fine = incoming_row({**group, "自": "2018-09-01"}, group, "党小组", file=BRANCH)
    planned = plan(project, incoming_table(fine, key="党小组", file=BRANCH, parts=parts))
    assert [change.new for change in planned.changes] == [
        profile.replace("李丁, 自: 2018-06-20", "李丁, 自: 2018-09-01")
    ]


@pytest.mark.parametrize(("branch", "expected"), [("aa-1", []), ("zz-9", ["甲.xlsx!3.支部 R291"])])
def test_the_register_of_a_committee_is_looked_at_with_what_is_known_of_its_branches(
    project: Project, branch: str, expected: list[str]
) -> None:
    row = incoming_row({"支部": branch, "自评": "2019-11-05"}, None, "考核验收", file=COMMITTEE_REGISTER)
    parts = {"committee": "aa", "year": "2019"}
    planned = plan(project, incoming_table(row, key="考核验收", file=COMMITTEE_REGISTER, parts=parts))
    assert told(planned) == expected
    assert bool(planned.changes) is not bool(expected)


def test_nothing_is_written_where_a_register_changed_in_the_meantime(project: Project) -> None:
    planned = plan(project, came(incoming_row(LECTURE)), came(incoming_row(LECTURE, at="乙.xlsx!3"), branch="aa-2"))
    path = project.write("records/units/aa/aa-2/2019.yml", "活动: [] # 刚改\n")
    with pytest.raises(OutputFolderError, match="刚才被改过"):
        carry_out(planned)
    assert register(project) == {"活动": [MEETING]}
    assert path.read_text(encoding="utf-8") == "活动: [] # 刚改\n"


def test_the_difference_is_told_file_by_file(project: Project) -> None:
    changed = {**MEETING, "实到": "9", "地点": "报告厅"}
    rows = [
        incoming_row(changed, MEETING),
        incoming_row(LECTURE, at="甲.xlsx!4"),
        incoming_row({**LECTURE, "实到": "12", "日期": "2019-06-06"}, at="甲.xlsx!5"),
    ]
    planned = plan(project, came(*rows, whole=True))
    assert list(describe_import(planned)) == [
        "records/units/aa/aa-1/2019.yml：新增 1 行，更改 1 行，有错未写 1 行。",
        "  更改 活动 2019-03-14 支部党员大会（甲.xlsx!3）",
        "    地点：（空） → 报告厅",
        "    实到：8 → 9",
        "  新增 活动 2019-05-09 党课（甲.xlsx!4）",
    ]
    text = unified_difference(planned.changes[0], "2019.yml")
    assert [line for line in text.splitlines() if line[0] in "+-"][2:5] == [
        "+    地点: 报告厅",
        "-    实到: 8",
        "+    实到: 9",
    ]


def test_rows_that_nobody_handed_in_are_told(project: Project) -> None:
    planned = plan(project, came(incoming_row(LECTURE), whole=True))
    assert next(describe_import(planned)).endswith("新增 1 行；台账里有、交回的表里没有的 1 行没有动。")


def test_a_register_that_cannot_be_changed_is_told(project: Project) -> None:
    (project.branch / "2019.yml").write_bytes("活动:\r  - 类型: [党课]\r".encode())
    planned = plan(project, came(incoming_row(LECTURE)))
    assert told(planned)[0] == "records/units/aa/aa-1/2019.yml M105"
    assert planned.changes == ()


def test_a_link_is_never_followed(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.yml"
    target.write_text("活动: []\n", encoding="utf-8")
    path = project.branch / "2019.yml"
    path.unlink()
    path.symlink_to(target)
    planned = plan(project, came(incoming_row(LECTURE)))
    assert [problem.code for problem in planned.problems] == ["P104"]
    assert planned.changes == ()
