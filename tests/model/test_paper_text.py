"""The marks in which samples are written."""

from __future__ import annotations

import pytest

from generator.model.paper import PaperTable, PaperText, TextLook
from generator.model.paper_text import paper_blocks, title_of


@pytest.mark.parametrize(
    ("line", "text", "look"),
    [
        ("# 题", "题", TextLook.TITLE),
        ("## 一、甲", "一、甲", TextLook.HEADING),
        ("> 待核", "待核", TextLook.NOTE),
        (": 某党委：", "某党委：", TextLook.PLAIN),
        ("@ 某支部", "某支部", TextLook.RIGHT),
        ("正文", "正文", TextLook.BODY),
        ("#没有空格", "#没有空格", TextLook.BODY),
    ],
)
def test_every_mark_is_a_look(line: str, text: str, look: TextLook) -> None:
    assert list(paper_blocks(f"\n{line}\n\n")) == [PaperText(text, look)]


def test_rows_that_follow_each_other_are_a_table_and_may_be_repeated() -> None:
    before, table, after = paper_blocks("甲\n| 姓名 | 赞成 |\n| | | ×3\n| 书记 |\n乙")
    assert isinstance(table, PaperTable)
    assert [[cell.text for cell in row] for row in table.rows] == [["姓名", "赞成"], *[["", ""]] * 3, ["书记", ""]]
    assert (before, after, table.heads) == (PaperText("甲"), PaperText("乙"), 1)


def test_a_row_without_its_end_is_kept_as_one_cell() -> None:
    (table,) = paper_blocks("| 甲 | 乙")
    assert isinstance(table, PaperTable)
    assert [cell.text for cell in table.rows[0]] == ["甲 | 乙"]


def test_the_title_is_the_first_one_or_the_first_line() -> None:
    assert title_of("> 注\n# 题\n# 另一题") == "题"
    assert title_of("甲\n乙") == "甲"
    assert title_of("") == ""
