"""Links of the handbook's Markdown: files that are not there, but for those of an aspect that was dropped."""

from __future__ import annotations

import pytest

from generator.load.prose_links import link_problems

FILES = {"aspects/3.md", "standards/3-1.md", "standards/further/3-1.md", "help/using.md"}


@pytest.mark.parametrize(
    ("page", "target", "code"),
    [
        ("standards/3-1.md", "3-2.md", ["H114"]),
        ("standards/3-1.md", "4-2.md", []),
        ("standards/3-1.md", "4-2.md#rule", []),
        ("standards/further/3-1.md", "../4-2.md", []),
        ("help/using.md", "../aspects/4.md", []),
        ("help/using.md", "../aspects/3.md", []),
        ("help/using.md", "../standards/further/4-1.md", []),
        ("help/using.md", "../standards/further/3-9.md", ["H114"]),
        ("help/using.md", "4-2.md", ["H114"]),
    ],
)
def test_a_link_to_a_dropped_aspect_is_none(page: str, target: str, code: list[str]) -> None:
    assert [problem.code for problem in link_problems(f"见[那里]({target})。\n", page, page, FILES)] == code
