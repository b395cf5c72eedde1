"""Two lists side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.aligned import changes, side_by_side


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("abc", "abc", []),
        ("abc", "axc", [("b", "x")]),
        ("abc", "ac", [("b", None)]),
        ("ac", "abc", [(None, "b")]),
        ("abc", "axyc", [("b", "x"), (None, "y")]),
        ("", "a", [(None, "a")]),
    ],
)
def test_changes(before: str, after: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert list(changes(before, after)) == expected


@given(st.lists(st.integers(0, 3)), st.lists(st.integers(0, 3)))
def test_nothing_is_lost_on_either_side(before: list[int], after: list[int]) -> None:
    pairs = list(side_by_side(before, after))
    assert [old for old, _ in pairs if old is not None] == before
    assert [new for _, new in pairs if new is not None] == after
