"""Registers as lines of cells and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.model.cell_text import NONE_STATED, cell_text, cell_value
from generator.model.files import (
    BRANCH,
    COMMITTEE_REGISTER,
    DEVELOPMENT,
    PLAN,
    RECORD_FILES,
    REGISTER,
    SHOWCASE,
    SNAPSHOT,
)
from generator.model.record import Audience, Record
from generator.model.record_file import Owner
from generator.model.records.register import Register
from generator.model.sample import sample
from generator.model.shape import FieldKind, FieldShape, shape_of
from generator.model.sheet import (
    cells_digest,
    example_lines,
    marked_lines,
    none_line,
    row_digest,
    rows_of,
    states_none,
    to_cells,
)
from generator.model.sheet_layout import SheetLayout, sheet_layouts
from generator.model.sheet_reading import SheetRow, from_cells

RESTRICTED, INTERNAL, PUBLIC = Audience.RESTRICTED, Audience.INTERNAL, Audience.PUBLIC
FILES = tuple(file for file in RECORD_FILES if file.record and file is not PLAN)
ROOT = Path(__file__).parents[2]
KINDS = tuple(file.record for file in FILES if file.record)


def layout(kind: type[Record], key: str, audience: Audience = RESTRICTED) -> SheetLayout:
    (found,) = (each for each in sheet_layouts(kind, "概况", audience) if each.key == key)
    return found


ACTIVITIES = layout(Register, "活动")

MEETING: dict[str, Any] = {
    "类型": ["支部党员大会", "党课"],
    "日期": "2019-03-14",
    "主持": "支部书记",
    "应到": "18",
    "实到": "16",
    "缺席": {"请假": "2"},
    "议题": [
        {"事项": "审议计划", "表决": {"应到会有表决权": "16", "到会": "14", "赞成": "14"}, "决议": "通过"},
        {"事项": "通报党费"},
        {"事项": "听取汇报", "决议": "同意"},
    ],
    "落实": [{"事项": "报送", "责任": "组织委员", "期限": "2019-05-10"}],
}


def by_header(sheet: SheetLayout, cells: Sequence[str]) -> dict[str, str]:
    return {column.label: cell for column, cell in zip(sheet.columns, cells, strict=True) if cell}


def unmarked(*lines: Mapping[str, str], sheet: SheetLayout = ACTIVITIES) -> list[list[str]]:
    return [["", *(line.get(column.label, "") for column in sheet.columns)] for line in lines]


def test_lists_within_a_row_run_side_by_side_below_it() -> None:
    lines = [by_header(ACTIVITIES, cells) for cells in to_cells(ACTIVITIES, MEETING)]
    assert lines == [
        {
            "类型": "支部党员大会\n党课",
            "日期": "2019-03-14",
            "主持": "支部书记",
            "应到": "18",
            "实到": "16",
            "缺席·请假": "2",
            "议题·事项": "审议计划",
            "议题·表决·应到会有表决权": "16",
            "议题·表决·到会": "14",
            "议题·表决·赞成": "14",
            "议题·决议": "通过",
            "落实·事项": "报送",
            "落实·责任": "组织委员",
            "落实·期限": "2019-05-10",
        },
        {"议题·事项": "通报党费"},
        {"议题·事项": "听取汇报", "议题·决议": "同意"},
    ]


def test_a_line_without_cells_of_its_own_belongs_to_the_row_above() -> None:
    first, second = from_cells(
        ACTIVITIES,
        unmarked(
            {"类型": "党课、主题党日", "日期": "2019-03-14", "议题·事项": "甲"},
            {},
            {"议题·事项": "乙", "落实·事项": "丙"},
            {"类型": "党课", "日期": "2019-03-15"},
        ),
    )
    assert first.mapping == {
        "类型": ["党课", "主题党日"],
        "日期": "2019-03-14",
        "议题": [{"事项": "甲"}, {"事项": "乙"}],
        "落实": [{"事项": "丙"}],
    }
    assert (second.at, second.mapping) == (3, {"类型": ["党课"], "日期": "2019-03-15"})


def test_what_stands_in_a_mapping_is_found_in_its_cell() -> None:
    lines = unmarked({"日期": "2019-03-14", "议题·事项": "甲"}, {}, {"议题·事项": "乙", "议题·表决·赞成": "x"})
    (row,) = from_cells(ACTIVITIES, lines)
    labels = [column.label for column in ACTIVITIES.columns]
    assert row.place(ACTIVITIES, ("议题", 1, "表决", "赞成")) == (2, labels.index("议题·表决·赞成"))
    assert row.place(ACTIVITIES, ("议题", 0, "表决")) == (0, labels.index("议题·表决·类别"))
    assert row.place(ACTIVITIES, ("类型", 0)) == (0, labels.index("类型"))
    assert row.place(ACTIVITIES, ("应到",)) == (0, labels.index("应到"))


def test_lines_that_somebody_sorted_find_their_rows() -> None:
    other = {**MEETING, "日期": "2019-02-14", "议题": [{"事项": "甲"}, {"事项": "乙"}]}
    lines = [*marked_lines(ACTIVITIES, MEETING), *marked_lines(ACTIVITIES, other)]
    (day,) = (at for at, column in enumerate(ACTIVITIES.columns, 1) if column.path == ("日期",))
    lines.sort(key=lambda line: line[day] or "z")
    assert [row.mapping for row in from_cells(ACTIVITIES, lines)] == [other, MEETING]


@pytest.mark.parametrize("header", ["日期", "议题·事项", "落实·责任", "议题·表决·赞成"])
@pytest.mark.parametrize("backwards", [False, True])
def test_lines_that_were_sorted_by_any_column_keep_their_rows(header: str, backwards: bool) -> None:
    other = {**MEETING, "日期": "2019-02-14", "议题": [{"事项": "乙"}, {"事项": "甲"}, {"事项": "丙"}]}
    lines = [line for row in (MEETING, other, other) for line in marked_lines(ACTIVITIES, row)]
    at = ACTIVITIES.by_header[header] + 1
    lines.sort(key=lambda line: (not line[at], line[at]), reverse=backwards)
    rows = from_cells(ACTIVITIES, lines)
    assert sorted((row.mapping for row in rows), key=str) == sorted([MEETING, other, other], key=str)


def test_what_is_left_of_a_row_goes_to_no_other() -> None:
    other = {**MEETING, "日期": "2019-02-14", "议题": [{"事项": "甲"}, {"事项": "乙"}, {"事项": "丙"}]}
    first, *rest = marked_lines(ACTIVITIES, other)
    lines = [*marked_lines(ACTIVITIES, MEETING), *rest, *unmarked({"议题·事项": "丁"})]
    whole, left = from_cells(ACTIVITIES, lines)
    assert whole.mapping == MEETING
    assert (left.mark, left.at) == (first[0], 3)
    assert left.mapping == {"议题": [{"事项": "乙"}, {"事项": "丙"}, {"事项": "丁"}]}


def test_a_further_line_that_was_copied_stays_where_it_was_put() -> None:
    lines = [list(line) for line in marked_lines(ACTIVITIES, MEETING)]
    lines.append([*lines[1]])
    lines[3][ACTIVITIES.by_header["议题·事项"] + 1] = "丁"
    (row,) = from_cells(ACTIVITIES, lines)
    assert [each["事项"] for each in row.mapping["议题"]] == ["审议计划", "通报党费", "听取汇报", "丁"]


def test_an_example_is_passed_over_until_somebody_writes_over_it() -> None:
    lines = [list(line) for line in example_lines(ACTIVITIES, MEETING)]
    assert from_cells(ACTIVITIES, lines) == ()
    lines[0][2] = "2019-04-01"
    (row,) = from_cells(ACTIVITIES, lines)
    assert row.mark == ""
    assert row.mapping["日期"] == "2019-04-01"


def test_what_stands_below_an_example_is_no_part_of_it() -> None:
    sheet = layout(Register, "推进计划", Audience.INTERNAL)
    example = [list(line) for line in example_lines(sheet, sample(sheet.kind))]
    own = unmarked({"工作·事项": "甲"}, {"工作·事项": "乙"}, sheet=sheet)
    assert [row.mapping for row in from_cells(sheet, [*example, *own])] == [{"工作": [{"事项": "甲"}, {"事项": "乙"}]}]
    example[0][sheet.by_header["工作·事项"] + 1] = "丙"
    (row,) = from_cells(sheet, [*example, *own])
    assert [each["事项"] for each in row.mapping["工作"]][-2:] == ["甲", "乙"]


def test_no_rows_are_not_the_same_as_no_word_about_them() -> None:
    groups = layout(BRANCH.record or Register, "党小组")
    assert states_none(groups, {"党小组": []})
    assert not states_none(groups, {})
    (row,) = from_cells(groups, [none_line(groups)])
    assert row == SheetRow("", 0, {}, {}, none=True)
    (row,) = from_cells(ACTIVITIES, unmarked({"日期": "2019-03-14", "议题·事项": NONE_STATED}))
    assert row.mapping == {"日期": "2019-03-14", "议题": []}


def test_a_digest_goes_by_what_is_said() -> None:
    payments = layout(Register, "党费交纳")
    row = {"月份": "2019-03", "应交人数": "18", "合计": "1280.50"}
    assert row_digest(payments, row) == row_digest(
        payments, {"合计": "1280.5", "应交人数": "018", "月份": " 2019-03\n"}
    )
    assert row_digest(payments, row) != row_digest(payments, {**row, "合计": "1280.05"})
    assert row_digest(payments, row) != row_digest(payments, {**row, "实交人数": "18"})
    assert row_digest(payments, row) == row_digest(payments, {**row, "旧键": "1"})


def test_a_digest_of_a_workbook_sees_every_cell_and_no_blank_line() -> None:
    lines = list(marked_lines(ACTIVITIES, MEETING))
    made = cells_digest([(ACTIVITIES, lines)])
    assert made == cells_digest([(ACTIVITIES, [*lines, [""] * len(lines[0])])])
    changed = [list(line) for line in lines]
    changed[-1][-1] = "改"
    assert made != cells_digest([(ACTIVITIES, changed)])


@pytest.mark.parametrize(
    ("kind", "many", "value", "text"),
    [
        (FieldKind.TEXT, False, "一行\r\n二行 ", "一行\n二行"),
        (FieldKind.TEXT, False, '"引"', '"引"'),
        (FieldKind.TEXT, False, "=1+1", "=1+1"),
        (FieldKind.TEXT, True, ["甲、乙", "丙\n丁", '"戊"'], '甲、乙\n"丙\\n丁"\n"\\"戊\\""'),
        (FieldKind.TEXT, True, [], NONE_STATED),
        (FieldKind.TEXT, True, [NONE_STATED], f'"{NONE_STATED}"'),
        (FieldKind.BRANCH, True, ["xx-js1", "xx-bk1"], "xx-js1\nxx-bk1"),
        (FieldKind.COUNT, False, "07", "07"),
        (FieldKind.MAPPING, False, {"党课": "4", "主题：党日": "9；"}, '党课：4；"主题：党日"："9；"'),
    ],
)
def test_a_value_and_its_cell(kind: FieldKind, many: bool, value: Any, text: str) -> None:
    assert cell_text(kind, value, many=many) == text
    read = cell_value(kind, text, many=many)
    assert read == (text if isinstance(value, str) else value)


@pytest.mark.parametrize("text", ["党课、主题党日", "党课；主题党日", "党课, 主题党日，", "党课\n 主题党日"])
def test_words_to_choose_may_stand_on_one_line(text: str) -> None:
    assert cell_value(FieldKind.CHOICE, text, many=True) == ["党课", "主题党日"]


def test_a_word_to_choose_may_hold_punctuation() -> None:
    (column,) = (each for each in ACTIVITIES.columns if each.path == ("不计入", "依据"))
    text = cell_text(column.kind, list(column.choices), many=True, words=column.choices)
    assert text == "\n".join(column.choices)
    both = "；".join(column.choices)
    assert cell_value(column.kind, both, many=True, words=column.choices) == list(column.choices)


def test_an_audience_has_the_columns_that_it_sees() -> None:
    internal = {column.label for column in layout(Register, "活动", INTERNAL).columns}
    assert {column.label for column in ACTIVITIES.columns} - internal == {
        "备注",
        "不计入·依据",
        "议题·表决·不计入·依据",
    }
    assert not DEVELOPMENT.sheets(INTERNAL)
    assert not REGISTER.sheets(PUBLIC)
    assert "专人评定" not in [each.title for each in REGISTER.sheets(INTERNAL)]


def test_a_value_that_is_hidden_for_what_it_is_stays_out() -> None:
    payments = layout(Register, "党费交纳", INTERNAL)
    many = {"月份": "2019-03", "应交人数": "10", "实交人数": "9", "补交": [{"日期": "2019-04-01", "人数": "1"}]}
    few = {**many, "应交人数": "9"}
    assert from_cells(payments, marked_lines(payments, many))[0].mapping == many
    assert from_cells(payments, marked_lines(payments, few))[0].mapping == {"月份": "2019-03", "应交人数": "9"}
    broken = {**many, "应交人数": "十"}
    assert from_cells(payments, marked_lines(payments, broken))[0].mapping == {"月份": "2019-03", "应交人数": "十"}


def test_heads_are_known_as_people_write_them() -> None:
    assert ACTIVITIES.at("缺席・请假 ") == ACTIVITIES.at("缺席·请假")
    assert ACTIVITIES.at("日期*") == ACTIVITIES.at("日期＊") == 1
    assert ACTIVITIES.at("天气") is None


def test_no_list_within_a_row_holds_another() -> None:
    for kind in KINDS:
        sheet_layouts(kind, "概况", RESTRICTED)  # which raises
    with pytest.raises(TypeError, match=r"任务·完成情况 is a list within a list"):
        sheet_layouts(PLAN.record or Register, "概况", RESTRICTED)


def test_every_register_that_people_keep_has_sheets_of_different_names() -> None:
    for owner in Owner:
        titles = [each.title for file in RECORD_FILES if file.owner is owner for each in file.sheets(RESTRICTED)]
        assert len(titles) == len(set(titles)), owner
        assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\'") for title in titles)
    assert not PLAN.sheets(RESTRICTED)
    assert not SNAPSHOT.sheets(RESTRICTED)
    assert not SHOWCASE.sheets(RESTRICTED)
    assert COMMITTEE_REGISTER.sheets(INTERNAL)[0].title == "基层党委年度台账"


def canonical(value: Any) -> Any:
    """A raw value without what no cell can hold: spaces around texts, empty texts and mappings."""
    if isinstance(value, Mapping):
        items = {key: made for key, item in value.items() if (made := canonical(item)) not in ("", {}, None)}
        return items or None
    if isinstance(value, list | tuple):
        kept = [made for item in value if (made := canonical(item)) is not None]
        return kept if kept or not value else None
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def read_back(sheet: SheetLayout, rows: Sequence[Mapping[str, Any]]) -> list[Any]:
    lines = [line for row in rows for line in marked_lines(sheet, row)]
    return [row.mapping for row in from_cells(sheet, lines)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_samples_come_back(kind: type[Record]) -> None:
    whole = sample(kind)
    for sheet in sheet_layouts(kind, "概况", RESTRICTED):
        rows = rows_of(sheet, whole)
        assert rows, sheet
        kept = whole if sheet.key else {key: whole[key] for (key,) in sheet.by_path}
        assert read_back(sheet, rows) == [canonical(row) for row in (rows if sheet.key else [kept])]


def demonstration() -> Iterator[tuple[type[Record], Any]]:
    for file in FILES:
        for path in file.present(ROOT / "records") if file.record and file.read_alone else ():
            assert file.record
            yield file.record, yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)


def test_the_demonstration_comes_back() -> None:
    rows_read = 0
    for kind, whole in demonstration():
        if kind is PLAN.record:
            continue
        for sheet in sheet_layouts(kind, "概况", RESTRICTED):
            rows = rows_of(sheet, whole)
            if sheet.key:
                assert read_back(sheet, rows) == [canonical(row) for row in rows]
            rows_read += len(rows)
    assert rows_read > 2000


LETTERS = '甲乙丙 ab07.=+-@\n\t"\\、；，：,;（无）'


def text(random: Random) -> str:
    return "".join(random.choices(LETTERS, k=random.randrange(9)))


def value(random: Random, field: FieldShape) -> Any:
    def one() -> str:
        return random.choice(field.choices) if field.choices else text(random) or "甲"

    if field.record is not None:
        return (
            [row(random, field.record) for _ in range(random.randrange(4))] if field.many else row(random, field.record)
        )
    if field.kind is FieldKind.MAPPING:
        return {one().strip() or "甲": one().strip() or "乙" for _ in range(random.randrange(4))}
    return [one().strip() or "丙" for _ in range(random.randrange(4))] if field.many else one()


def row(random: Random, kind: type[Record]) -> dict[str, Any]:
    return {field.label: value(random, field) for field in shape_of(kind) if random.random() < 0.6}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@given(random=st.integers(0, 2**32).map(Random))
@settings(max_examples=60, phases=[Phase.generate])
def test_any_mapping_comes_back(kind: type[Record], random: Random) -> None:
    whole = row(random, kind)
    for sheet in sheet_layouts(kind, "概况", RESTRICTED):
        given = rows_of(sheet, whole if sheet.key else {key: whole[key] for (key,) in sheet.by_path if key in whole})
        read = read_back(sheet, given)
        assert read == [made for made in map(canonical, given) if made]
        assert [row_digest(sheet, each) for each in read] == [
            row_digest(sheet, each) for each in given if canonical(each)
        ]
