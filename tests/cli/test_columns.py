"""Columns of a terminal: what a text takes, and where its lines end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.terminal.columns import display_width, padded, wrapped


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("党课", 4), ("（党）", 6), ("３", 2), ("e\u0301", 1), ("2019年", 6)]
)
def test_width(text: str, width: int) -> None:
    assert display_width(text) == width
    assert display_width(padded(text, 9)) == 9


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("支部党员大会", ["支部党员", "大会"]),
        ("三会一课，按时", ["三会一", "课，按时"]),
        ("台账见（附件）", ["台账见", "（附件）"]),
        ("写 --committee 即可", ["写", "--committee", "即可"]),
    ],
)
def test_lines_end_where_chinese_may_be_broken(text: str, lines: list[str]) -> None:
    assert wrapped(text, 8) == lines


@given(st.text(alphabet="党课，。（）ab -", max_size=40), st.integers(6, 20))
def test_nothing_is_lost(text: str, width: int) -> None:
    assert "".join("".join(wrapped(text, width)).split()) == "".join(text.split())
