"""Rows of tables merged into a register in three ways."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.edit.register_merge import RegisterMerge, merge_tables, section_edits
from generator.edit.row_merge import MergeKind
from generator.edit.row_overlay import TableColumns
from generator.model.files import COMMITTEE_REGISTER
from generator.model.incoming import IncomingTable
from tests.incoming import incoming_row, incoming_table, layout_of

LECTURE = {"类型": ["党课"], "日期": "2019-03-14", "应到": "15", "实到": "14", "党课": {"题目": "甲", "主讲": "书记"}}
THEME_DAY = {"类型": ["主题党日"], "日期": "2019-03-28", "应到": "15", "实到": "15", "主题党日": {"主题": "乙"}}
MEETING = {
    "类型": ["支部党员大会"],
    "日期": "2019-04-11",
    "应到": "15",
    "实到": "15",
    "议题": [{"事项": "丙"}, {"事项": "丁"}],
}
DUES = {"月份": "2019-01", "应交人数": "15", "实交人数": "15", "合计": "1737.90"}


def after(merged: RegisterMerge, tree: Mapping[str, Any], *tables: IncomingTable) -> dict[str, Any]:
    """The file once all that may be written is written."""
    rows = [each for each in merged.rows if each.kind in (MergeKind.NEW, MergeKind.CHANGED)]
    columns = {each.key: TableColumns.of(each) for each in tables}
    edits = section_edits(rows, tree, columns, merged.none)
    made = {**tree, **{key: edit.of(tree.get(key)) for key, edit in edits.items()}}
    return {key: value for key, value in made.items() if value is not None}


def kinds(merged: RegisterMerge) -> list[MergeKind]:
    return [each.kind for each in merged.rows]


def test_a_row_that_nobody_touched_is_left_alone() -> None:
    tree = {"活动": [LECTURE, THEME_DAY]}
    merged = merge_tables([incoming_table(incoming_row(THEME_DAY, THEME_DAY), incoming_row(LECTURE, LECTURE))], tree)
    assert kinds(merged) == [MergeKind.STANDING, MergeKind.STANDING]


def test_a_changed_row_changes_in_the_cells_that_differ() -> None:
    standing = {**DUES, "上交日期": "2019-01-29"}
    came = incoming_table(
        incoming_row({**standing, "合计": "1737.9", "实交人数": "14"}, standing, "党费交纳"), key="党费交纳"
    )
    merged = merge_tables([came], {"党费交纳": [standing]})
    assert kinds(merged) == [MergeKind.CHANGED]
    assert merged.rows[0].after == {**standing, "实交人数": "14"}


def test_a_cell_that_was_emptied_is_taken_out_and_what_has_no_column_stays() -> None:
    standing = {**MEETING, "备注": "只在台账里", "地点": "报告厅"}
    came = incoming_table(incoming_row(MEETING, {**MEETING, "地点": "报告厅"}), without=("备注",))
    shown = TableColumns.of(came)
    merged = merge_tables([came], {"活动": [{key: value for key, value in standing.items() if key != "备注"}]})
    assert merged.rows[0].after == MEETING
    assert shown.over(standing, MEETING, exported=True) == {**MEETING, "备注": "只在台账里"}


def test_records_within_a_row_keep_what_has_no_column() -> None:
    standing = {**MEETING, "议题": [{"事项": "丙", "决议": "通过"}, {"事项": "丁", "决议": "再议"}]}
    came = incoming_table(incoming_row(MEETING))
    columns = TableColumns(layout_of("活动"), frozenset(each for each in came.columns if each != ("议题", "决议")))
    fresh = {**MEETING, "议题": [{"事项": "新"}, {"事项": "丁改"}, {"事项": "丙"}]}
    assert columns.over(standing, fresh, exported=True)["议题"] == [
        {"事项": "新", "决议": "通过"},
        {"事项": "丁改", "决议": "再议"},
        {"事项": "丙"},
    ]


def test_importing_again_changes_nothing() -> None:
    tree: dict[str, Any] = {"活动": [LECTURE]}
    came = incoming_table(incoming_row({**LECTURE, "实到": "15"}, LECTURE), incoming_row(THEME_DAY))
    made = after(merge_tables([came], tree), tree, came)
    assert made == {"活动": [{**LECTURE, "实到": "15"}, THEME_DAY]}
    again = merge_tables([came], made)
    assert kinds(again) == [MergeKind.STANDING, MergeKind.STANDING]


def test_a_row_that_both_sides_changed_is_a_conflict() -> None:
    standing = {**LECTURE, "实到": "13"}
    merged = merge_tables([incoming_table(incoming_row({**LECTURE, "实到": "15"}, LECTURE))], {"活动": [standing]})
    assert kinds(merged) == [MergeKind.CONFLICT]
    assert merged.rows[0].before == standing
    assert merged.rows[0].after == {**LECTURE, "实到": "15"}


def test_a_row_that_was_changed_and_then_taken_out_of_the_register_is_a_conflict() -> None:
    merged = merge_tables([incoming_table(incoming_row({**LECTURE, "实到": "15"}, LECTURE))], {"活动": [THEME_DAY]})
    assert [(each.kind, each.at) for each in merged.rows] == [(MergeKind.CONFLICT, None)]


def test_what_only_the_register_changed_is_no_conflict() -> None:
    merged = merge_tables(
        [incoming_table(incoming_row(LECTURE, LECTURE), whole=True)], {"活动": [{**LECTURE, "实到": "13"}]}
    )
    assert (kinds(merged), merged.missing) == ([MergeKind.STANDING], {})


def test_equal_rows_are_counted() -> None:
    tree: dict[str, Any] = {"活动": [LECTURE, LECTURE]}
    came = incoming_table(incoming_row({**LECTURE, "实到": "15"}, LECTURE), incoming_row(LECTURE, LECTURE))
    made = after(merge_tables([came], tree), tree, came)
    assert sorted(each["实到"] for each in made["活动"]) == ["14", "15"]
    assert kinds(merge_tables([came], made)) == [MergeKind.STANDING, MergeKind.STANDING]
    three = incoming_table(*(incoming_row(LECTURE, LECTURE) for _ in range(2)), incoming_row(LECTURE))
    assert kinds(merge_tables([three], tree)) == [MergeKind.STANDING, MergeKind.STANDING, MergeKind.NEW]


def test_rows_that_a_whole_table_does_not_have_are_told_and_stay() -> None:
    tree = {"活动": [LECTURE, THEME_DAY]}
    came = incoming_table(incoming_row(LECTURE, LECTURE), whole=True)
    merged = merge_tables([came], tree)
    assert merged.missing == {"活动": (1,)}
    assert after(merged, tree, came) == tree
    assert merge_tables([incoming_table(incoming_row(LECTURE))], tree).missing == {}


@pytest.mark.parametrize(
    ("fresh", "kind"),
    [
        ({"类型": ["党课"], "日期": "2019-03-14"}, MergeKind.STANDING),
        ({**LECTURE, "地点": "报告厅"}, MergeKind.ALIKE),
        ({**LECTURE, "类型": ["党课", "主题党日"]}, MergeKind.ALIKE),
        ({**LECTURE, "类型": ["主题党日"]}, MergeKind.NEW),
        ({**LECTURE, "日期": "2019-03-15"}, MergeKind.NEW),
    ],
)
def test_a_row_without_a_mark_may_be_one_on_file(fresh: dict[str, Any], kind: MergeKind) -> None:
    assert kinds(merge_tables([incoming_table(incoming_row(fresh))], {"活动": [LECTURE]})) == [kind]


def test_meetings_of_two_groups_on_a_day_are_two() -> None:
    one = {"类型": ["党小组会"], "日期": "2019-03-14", "党小组": "第一党小组"}
    other = {**one, "党小组": "第二党小组"}
    assert kinds(merge_tables([incoming_table(incoming_row(other))], {"活动": [one]})) == [MergeKind.NEW]


def test_rows_of_several_tables_count_once_where_they_are_equal() -> None:
    tree: dict[str, Any] = {"活动": [LECTURE]}
    changed = {**LECTURE, "实到": "15"}
    tables = [
        incoming_table(
            incoming_row(changed, LECTURE, at=f"{name}.xlsx!A3"), incoming_row(THEME_DAY, at=f"{name}.xlsx!A4")
        )
        for name in "甲乙"
    ]
    merged = merge_tables(tables, tree)
    assert kinds(merged) == [MergeKind.CHANGED, MergeKind.NEW]
    assert after(merged, tree, *tables) == {"活动": [changed, THEME_DAY]}


@pytest.mark.parametrize("exported", [LECTURE, None])
def test_where_two_tables_differ_nothing_is_chosen(exported: dict[str, Any] | None) -> None:
    tree = {"活动": [LECTURE]} if exported else {"活动": [THEME_DAY]}
    tables = [
        incoming_table(incoming_row({**LECTURE, "实到": str(count)}, exported, at=f"{count}.xlsx!A3"))
        for count in (12, 13)
    ]
    merged = merge_tables(tables, tree)
    assert kinds(merged) == [MergeKind.CONFLICT, MergeKind.CONFLICT]
    assert [each.source.path for each in merged.rows[0].rivals] == ["13.xlsx!A3"]
    assert after(merged, tree, *tables) == tree


def test_two_new_rows_of_one_table_on_a_day_are_no_rivals() -> None:
    one, other = incoming_row(LECTURE, at="甲.xlsx!3"), incoming_row({**LECTURE, "实到": "12"}, at="甲.xlsx!4")
    tables = [incoming_table(one, other), incoming_table(incoming_row(THEME_DAY, at="乙.xlsx!3"))]
    assert kinds(merge_tables(tables, {})) == [MergeKind.NEW] * 3


def test_two_accounts_of_a_section_of_one_mapping_are_rivals() -> None:
    tables = [
        incoming_table(incoming_row({"不计学时": count}, key="学时", at=f"{count}.xlsx!3"), key="学时")
        for count in "12"
    ]
    merged = merge_tables(tables, {})
    assert kinds(merged) == [MergeKind.CONFLICT, MergeKind.CONFLICT]
    assert after(merged, {}, *tables) == {}


def test_rows_go_where_their_day_is() -> None:
    days = ["2019-01-05", "2019-02-05", "2019-03-05"]
    tree: dict[str, Any] = {"积分公示": [{"日期": day} for day in days]}
    fresh = ("2019-02-05", "2018-12-31", "2019-04-01", "2019-01-06")
    came = incoming_table(
        *(incoming_row({"日期": day}, key="积分公示", at=f"甲.xlsx!A{day}") for day in fresh), key="积分公示"
    )
    merged = merge_tables([came], tree)
    assert [each.kind for each in merged.rows] == [MergeKind.STANDING, *[MergeKind.NEW] * 3]
    made = after(merged, tree, came)["积分公示"]
    assert [each["日期"] for each in made] == [
        "2018-12-31",
        "2019-01-05",
        "2019-01-06",
        "2019-02-05",
        "2019-03-05",
        "2019-04-01",
    ]
    tree["积分公示"].reverse()
    made = after(merge_tables([came], tree), tree, came)["积分公示"]
    assert [each["日期"] for each in made][3:] == ["2018-12-31", "2019-01-06", "2019-04-01"]


def test_a_section_of_one_mapping() -> None:
    hours = {"书记和委员": [{"职务": "书记", "学时": "64"}], "党员": [{"学时": "44", "人数": "6"}]}
    more = {**hours, "不计学时": "1"}
    less = {"党员": [{"学时": "44", "人数": "7"}]}
    cases: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any] | None, MergeKind]] = [
        ({}, hours, None, MergeKind.NEW),
        ({"学时": hours}, more, None, MergeKind.CHANGED),
        ({"学时": more}, hours, None, MergeKind.STANDING),
        ({"学时": hours}, less, None, MergeKind.ALIKE),
        ({"学时": hours}, less, hours, MergeKind.CHANGED),
        ({"学时": more}, less, hours, MergeKind.CONFLICT),
    ]
    for tree, fresh, exported, kind in cases:
        came = incoming_table(incoming_row(fresh, exported, "学时"), key="学时")
        merged = merge_tables([came], tree)
        assert kinds(merged) == [kind]
        expected = fresh if kind in (MergeKind.NEW, MergeKind.CHANGED) else tree.get("学时")
        assert after(merged, tree, came).get("学时") == expected


def test_plain_fields_are_those_of_the_file() -> None:
    tree = {"台账核对至": "2019-10-31", "核对人": "组织员", "研判": [{"日期": "2019-03-21"}]}
    values = {"台账核对至": "2019-11-30", "班子成员": "5"}
    incoming = incoming_row(values, tree, "", file=COMMITTEE_REGISTER)
    came = incoming_table(incoming, key="", file=COMMITTEE_REGISTER)
    merged = merge_tables([came], tree)
    assert kinds(merged) == [MergeKind.CHANGED]
    assert after(merged, tree, came) == {**values, "研判": [{"日期": "2019-03-21"}]}


def test_that_there_are_none_is_noted_where_nothing_is_on_file() -> None:
    came = incoming_table(key="培训", none=True)
    cases: list[tuple[dict[str, Any], list[Any]]] = [
        ({}, []),
        ({"培训": []}, []),
        ({"培训": [{"班次": "甲"}]}, [{"班次": "甲"}]),
    ]
    for tree, expected in cases:
        assert after(merge_tables([came], tree), tree, came)["培训"] == expected
