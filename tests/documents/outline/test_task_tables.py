"""Rows of task tables are clauses with the facts of their columns; other tables stay text."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from generator.documents.outline.parser import parse_manuscript, parse_outline
from generator.documents.source_file import manuscript_of
from generator.model.clause import Clause, ClauseTree, Style
from generator.model.record import Source

HEAD = "| 序号 | 任务 | 责任单位 | 完成时限 |\n"


def told(tree: ClauseTree) -> list[str]:
    return [told_row(clause) for clause in tree.walk()]


def told_row(clause: Clause) -> str:
    units = "、".join(f"{mention.role.value}{mention.name}" for mention in clause.units)
    times = "、".join(f"{deadline.kind.value}{deadline.until or deadline.every}" for deadline in clause.deadlines)
    return f"{clause.id} {clause.text.partition(chr(10))[0]} [{units}] <{times}>"


def read(text: str) -> list[str]:
    return told(parse_outline(f"2024年任务分解表\n\n{text}"))


def test_a_row_is_a_clause_with_the_facts_of_its_columns() -> None:
    tree = parse_outline(f"2024年任务分解表\n{HEAD}| 01 | 制定方案 | 组织部、宣传部 | 5月20日 |\n")
    (row,) = tree.walk()
    assert (row.style, row.number, row.label, row.id, row.anchor, row.level) == (Style.ROW, 1, "01", "行1", "r-1", 1)
    assert row.text == "制定方案\n责任单位：组织部、宣传部\n完成时限：5月20日"
    assert [tree.text[each.start : each.end] for each in row.units] == ["组织部", "宣传部"]
    assert [(each.text, tree.text[each.start : each.end]) for each in row.deadlines] == [("5月20日", "5月20日")]
    assert tree.text[row.body : row.end] == "制定方案 | 组织部、宣传部 | 5月20日 |\n"


@pytest.mark.parametrize(
    ("row", "rows"),
    [
        ("| 小项 | 甲、乙 |", 1),
        ("| 步骤 | 内容 | 5月 |", 1),
        ("| 2 | 培训 |", 2),
        ("| （二） | 培训 |", 2),
        ("|  | 培训 | 组织部 |", 2),
        ("| 另 | 培训 | 组织部 | 5月 |", 2),
    ],
)
def test_a_row_of_a_table_within_a_cell_is_no_task(row: str, rows: int) -> None:
    assert len(read(f"{HEAD}| 1 | 换届 | 组织部 | 5月20日 |\n{row}\n")) == rows


@pytest.mark.parametrize("row", ["| 合计 |  |  | 1项 |", "| 小计： |  | 2个 | 1项 |", "| 备注 | 按月报送 |  | 5月 |"])
def test_a_row_of_totals_or_remarks_is_no_task(row: str) -> None:
    tasks = "| 1 | 换届 | 组织部 | 5月20日 |\n"
    assert read(f"{HEAD}{tasks}{row}\n") == ["行1 换届 [责任组织部] <之前2024-05-20>"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("牵头单位", "牵头组织部"),
        ("主 责 部 门", "牵头组织部"),
        ("责任处室", "责任组织部"),
        ("责任单位（责任人）", "责任组织部"),
        ("**责任**", "责任组织部"),
        ("协办", "配合组织部"),
        ("单位", "责任组织部"),
        ("责任人", ""),
        ("联系单位", ""),
    ],
)
def test_the_head_of_a_column_says_the_role(head: str, expected: str) -> None:
    assert read(f"| 工作事项 | {head} | 时限 |\n| 换届 | 组织部 | 5月 |") == [f"行1 换届 [{expected}] <之前2024-05-31>"]


@pytest.mark.parametrize(
    ("head", "words", "expected"),
    [
        ("完成时间", "5.20", "之前2024-05-20"),
        ("时间节点", "2024/5/20", "之前2024-05-20"),
        ("截止日期", "二季度", "之前2024-06-30"),
        ("办结时限", "每季度末", "周期季"),
        ("期限", "全年", "期间2024-12-31"),
        ("完成时限", "长期坚持", ""),
        ("进度安排", "5月20日", "当日2024-05-20"),
        ("时间", "5月", "期间2024-05-31"),
        ("完成情况", "5月20日已完成", "当日2024-05-20"),
    ],
)
def test_a_deadline_column_needs_no_word_for_before(head: str, words: str, expected: str) -> None:
    assert read(f"| 任务 | {head} | 责任单位 |\n| 换届 | {words} | 组织部 |") == [f"行1 换届 [责任组织部] <{expected}>"]


@pytest.mark.parametrize(
    "table",
    [
        "| 序号 | 姓名 | 承担任务 | 完成时间 |\n| 1 | 甲 | 讲党课 | 5月20日 |",
        "| 考核内容 | 分值 | 责任单位 |\n| 换届 | 5 | 组织部 |",
        "| 时间 | 内容 | 地点 | 参加单位 |\n| 5月20日 | 交流 | 会议室 | 组织部 |",
        "| 单位 | 任务数 | 完成率 |\n| 组织部 | 5 | 80% |",
        "| 序号 | 单位 | 联系人 |\n| 1 | 组织部 | 甲 |",
        "| 工作组 | 牵头单位 | 职责 |\n| 综合组 | 组织部 | 协调 |",
        "| 工作任务很长很长很长很长很长很长很长很长很长很长很长很长很长很长很长 | 责任单位 |\n| 甲 | 组织部 |",
    ],
)
def test_other_tables_stay_text(table: str) -> None:
    assert read(table) == []


def test_a_column_that_goes_on_groups_the_rows() -> None:
    expected = [
        "建强组织  [] <>",
        "建强组织行1 设置 [责任组织部] <>",
        "建强组织行2 整顿 [责任组织部] <>",
        "规范生活  [] <>",
        "规范生活行1 党课 [责任宣传部] <>",
    ]
    head = "| 序号 | 重点任务 | 举措 | 责任单位 |\n| 1 | 建强组织 | 设置 | 组织部 |\n"
    for again in ("建强组织", "〃", ""):
        number = "1" if again == "建强组织" else again
        unit = again if again == "〃" else "组织部"
        rest = f"| {number} | {again} | 整顿 | {unit} |\n| 2 | 规范生活 | 党课 | 宣传部 |"
        assert read(head + rest) == expected


def test_a_row_that_is_one_cell_names_a_group() -> None:
    rows = (
        "| 一、组织 | | | |\n| 1 | 换届 | 组织部 | 5月 |\n| 二、宣传 |\n| 2 | 学习 | 宣传部 | 6月 |\n| 注：按期完成 |\n"
    )
    assert read(HEAD + rows) == [
        "一、组织  [] <>",
        "一、组织行1 换届 [责任组织部] <之前2024-05-31>",
        "二、宣传  [] <>",
        "二、宣传行2 学习 [责任宣传部] <之前2024-06-30>",
    ]


def test_a_phase_sets_the_years_of_its_rows() -> None:
    rows = "| 巩固阶段（11月1日—次年2月28日） | 总结 | 组织部 | 1月10日 |"
    assert read(f"| 阶段 | 任务 | 责任单位 | 完成时限 |\n{rows}")[-1].endswith("总结 [责任组织部] <之前2025-01-10>")


def test_a_table_over_a_page_repeats_its_head() -> None:
    rows = f"| 1 | 甲 | 组织部 | 5月 |\n续表\n\n{HEAD}| 2 | 乙 | 组织部 | 6月 |"
    assert [row.partition(" ")[0] for row in read(HEAD + rows)] == ["行1", "行2"]


def test_a_head_of_two_rows() -> None:
    heads = "| 序号 | 任务 | 分工 | | 时限 |\n| 序号 | 任务 | 牵头 | 配合 | 时限 |\n"
    assert read(f"{heads}| 1 | 甲 | 组织部 | 宣传部 | 5月 |") == ["行1 甲 [牵头组织部、配合宣传部] <之前2024-05-31>"]
    narrow = "| 任务 | 责任分工 | 时限 |\n| | 牵头 | 配合 | |\n"
    assert read(f"{narrow}| 甲 | 组织部 | 宣传部 | 5月 |") == ["行1 甲 [牵头组织部、配合宣传部] <之前2024-05-31>"]


def test_markdown_without_outer_bars() -> None:
    table = "任务 | 责任单位 | 时限\n--- | :-: | ---\n甲 | 组织部 | 5月\n | 宣传部 | 6月\n\n以上按期完成。"
    assert read(table) == ["行1 甲 [责任组织部] <之前2024-05-31>", "行2 甲 [责任宣传部] <之前2024-06-30>"]


def test_a_table_below_a_clause_is_part_of_it() -> None:
    tree = parse_outline(f"工作方案\n一、分工\n{HEAD}| 1 | 甲 | 组织部 | 5月 |\n二、要求\n按期完成。")
    assert [(clause.id, clause.anchor) for clause in tree.walk()] == [
        ("一", "c-1"),
        ("一行1", "c-1-r-1"),
        ("二", "c-2"),
    ]


def test_missing_numbers_of_rows_are_told() -> None:
    notes = parse_outline(f"分解表\n{HEAD}| 1 | 甲 | 组织部 | 5月 |\n| 3 | 乙 | 组织部 | 5月 |").notes
    assert [note.text for note in notes] == ["行3：“3”之前缺2"]


def test_what_follows_a_table_sets_nothing_for_its_last_row() -> None:
    (row,) = parse_outline(f"分解表\n{HEAD}| 1 | 甲 | 组织部 | 5月 |\n以上12月底前总结。").walk()
    assert row.text.endswith("\n以上12月底前总结。")
    assert [str(each.until) for each in row.deadlines] == ["--05-31"]


def test_an_html_table() -> None:
    table = (
        "<table><tr><th>序号</th><th>任务</th><th>责任单位</th><th>时限</th></tr>"
        "<tr><td>1</td><td>甲</td><td rowspan='2'>组织部</td><td>5月20日</td></tr><tr><td>2</td><td>乙</td><td>6月</td></tr></table>"
    )
    assert read(table) == ["行1 甲 [责任组织部] <之前2024-05-20>", "行2 乙 [责任组织部] <之前2024-06-30>"]


def test_a_word_table_with_merged_cells() -> None:
    document = docx.Document()
    document.add_paragraph("2024年任务分解表")
    table = document.add_table(rows=0, cols=5)
    for row in (
        ["序号", "任务", "责任分工", "", "完成时限"],
        ["", "", "牵头单位", "配合单位", ""],
        ["1", "甲", "组织部", "宣传部", "5月20日"],
        ["2", "乙", "", "党支部", "每月"],
    ):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    for at in (0, 1, 4):
        table.cell(0, at).merge(table.cell(1, at))
    table.cell(0, 2).merge(table.cell(0, 3))
    table.cell(2, 2).merge(table.cell(3, 2))
    file = BytesIO()
    document.save(file)
    manuscript, problems = manuscript_of(file.getvalue(), Source("表.docx"))
    assert problems == []
    assert manuscript is not None
    assert told(parse_manuscript(manuscript)) == [
        "行1 甲 [牵头组织部、配合宣传部] <之前2024-05-20>",
        "行2 乙 [牵头组织部、配合党支部] <周期月>",
    ]


def test_a_number_in_the_cell_of_the_task_is_the_rows() -> None:
    tree = parse_outline(
        "分解表\n| 任务 | 责任单位 |\n| 1.换届 | 组织部 |\n| （二）学习 | 宣传部 |\n| 2.5小时党课 | 支部 |"
    )
    assert [(row.number, row.label, row.text.partition("\n")[0]) for row in tree.walk()] == [
        (1, "1.", "换届"),
        (2, "（二）", "学习"),
        (3, "", "2.5小时党课"),
    ]
    assert tree.notes == ()


def test_a_chinese_number_beside_a_group() -> None:
    rows = "| 一 | 组织 | | |\n| 1 | 换届 | 组织部 | 5月 |\n| 二 | 宣传 | | |\n| 2 | 学习 | 宣传部 | 6月 |"
    assert [row.partition(" ")[0] for row in read(HEAD + rows)] == ["组织", "组织行1", "宣传", "宣传行2"]


def test_a_table_that_was_copied_has_tabs_between_its_cells() -> None:
    table = "序号\t任务\t责任单位\t完成时限\n1\t换届\t组织部\t5月\n\t\t党支部\t6月\n按期完成。\t"
    assert read(table) == ["行1 换届 [责任组织部] <之前2024-05-31>", "行1〔2〕 换届 [责任党支部] <之前2024-06-30>"]


def test_a_unit_may_have_its_own_role() -> None:
    rows = "| 1 | 甲 | 宣传部（牵头）、组织部 | 5月 |\n| 2 | 乙 | 组织部牵头，党支部配合 | 6月 |"
    assert read(HEAD + rows) == [
        "行1 甲 [牵头宣传部、责任组织部] <之前2024-05-31>",
        "行2 乙 [牵头组织部、配合党支部] <之前2024-06-30>",
    ]


@pytest.mark.parametrize(
    ("behind", "count"),
    [
        ("| 序号 | 姓名 | 单位 | 时间 |\n| 1 | 甲 | 支部 | 5月 |", 1),
        ("| 事项 | 甲支部 | 乙支部 | 合计 |\n| 会议 | 1 | 2 | 3 |", 1),
        ("| 2 | 乙 | 组织部 | 6月 |", 2),
        ("| 3 | 乙 | 组织部 | 6月 |", 1),
        (f"{HEAD}| 1 | 乙 | 组织部 | 6月 |", 2),
    ],
)
def test_a_blank_line_ends_a_table_unless_it_goes_on(behind: str, count: int) -> None:
    assert len(read(f"{HEAD}| 1 | 甲 | 组织部 | 5月 |\n\n{behind}")) == count
