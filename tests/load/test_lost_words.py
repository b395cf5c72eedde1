"""Words in braces that Markdown takes for attributes: reported where, and only where, it does not print them."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown

from generator.load.lost_words import lost_words
from generator.model.source_text import SourceText

LOST = [
    ("**甲**{填写} 乙", "1:6"),
    ("见[甲](a.md){备注 说明}", "1:11"),
    ("甲\n\n段落\n{备注}", "4:1"),
    ("## 标题 {说明}", "1:7"),
    ("| 姓名 {必填} | 乙 |\n| --- | --- |\n| 甲 | 乙 |", "1:6"),
    ("## 标题 {#a 说明}", "1:7"),
]
PRINTED = [
    "普通{填写}文字",
    "- 项 {备注}",
    "段落 {备注}",
    "**甲**\\{填写}",
    "**甲**（填写）",
    "`**甲**{填写}`",
    '## 标题 {#a .b title="填写"}',
    "**甲**{.b hidden}",
    "| 姓名 | {填写}乙 |\n| --- | --- |\n| 甲 | 乙 |",
]


def read(text: str) -> set[str]:
    """Those of the words that a reader sees."""
    shown = re.sub("<[^>]*>", "", Markdown(extensions=["attr_list", "tables"]).convert(text))
    return {word for word in ("填写", "备注", "说明", "必填") if word in shown}


@pytest.mark.parametrize(("text", "place"), LOST)
def test_what_is_not_printed_is_told_with_its_place(text: str, place: str) -> None:
    rows = list(lost_words(SourceText("docs/a.md", text)))
    assert [f"{row.source.line}:{row.source.column} {row.code}" for row in rows] == [f"{place} H120"]
    assert read(text) == set()


@pytest.mark.parametrize("text", PRINTED)
def test_what_is_printed_or_is_an_attribute_is_no_problem(text: str) -> None:
    assert list(lost_words(SourceText("docs/a.md", text))) == []
    assert read(text) or "{.b" in text or "{#a" in text
