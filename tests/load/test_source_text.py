from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.source_text import SourceText

PATTERNS = {"\u200b+": "", "：": ": ", "\t": "  ", "@": "□"}


def coordinates(text: str, index: int) -> tuple[int, int]:
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def always(new: str) -> Callable[[re.Match[str]], str]:
    return lambda _: new


@given(st.text("甲乙\n\u200b：\t@", max_size=40), st.permutations(sorted(PATTERNS)))
def test_whatever_is_amended_the_rest_keeps_its_place(text: str, patterns: list[str]) -> None:
    marked = "".join(chr(0x4E00 + n) if character in "甲乙" else character for n, character in enumerate(text))
    source_text = SourceText("f.yml", marked)
    for pattern in patterns:
        source_text.amend(re.compile(pattern), always(PATTERNS[pattern]))
    for index, character in enumerate(source_text.text):
        if character not in "\n：: □":
            source = source_text.source_at(index)
            assert (source.line, source.column) == coordinates(marked, marked.index(character))


@given(st.text("甲\n：", min_size=1, max_size=30), st.data())
def test_single_replacements_keep_the_rest_too(text: str, data: st.DataObject) -> None:
    marked = "".join(chr(0x4E00 + n) if character == "甲" else character for n, character in enumerate(text))
    source_text = SourceText("f.yml", marked)
    for _ in range(marked.count("：")):
        at = data.draw(st.sampled_from([n for n, character in enumerate(source_text.text) if character == "："]))
        source_text.replace(at, at + 1, data.draw(st.sampled_from(["", "; ", "；"])))
    for index, character in enumerate(source_text.text):
        if ord(character) >= 0x4E00 and character not in "：；":
            source = source_text.source_at(index)
            assert (source.line, source.column) == coordinates(marked, marked.index(character))


@pytest.mark.parametrize(("line", "text", "start"), [(0, "甲", 0), (1, "乙丙", 2), (2, "", 5), (3, "", 5)])
def test_lines_by_number(line: int, text: str, start: int) -> None:
    source_text = SourceText("f.yml", "甲\n乙丙\n")
    assert (source_text.line(line), source_text.offset(line)) == (text, start)
