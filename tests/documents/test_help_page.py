"""The examples of the help page on documents are read as it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.documents.outline.parser import parse_outline
from generator.model.clause_facts import DeadlineKind

PAGE = Path(__file__).parents[2] / "docs/help/documents.md"
KINDS = {
    "到 5 月 20 日为止": (DeadlineKind.BY, {"05-20"}),
    "到 4 月的最后一天": (DeadlineKind.BY, {"04-30"}),
    "到 5 月 31 日、20 日": (DeadlineKind.BY, {"05-31", "05-20"}),
    "一段时间": (DeadlineKind.WINDOW, {"04-30", "06-30", "05-20"}),
    "周期": (DeadlineKind.RECURRING, {""}),
}


def examples() -> list[tuple[str, DeadlineKind, set[str]]]:
    section = PAGE.read_text(encoding="utf-8").partition("{#deadlines}")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (\S[^|]*) \| (\S[^|]*) \|$", section, re.MULTILINE)[1:]
    return [
        (words, kind, days)
        for written, told in rows
        for begin, (kind, days) in KINDS.items()
        if told.startswith(begin)
        for words in written.split("、")
    ]


def test_most_rows_are_examined() -> None:
    assert len(examples()) >= 15


@pytest.mark.parametrize(
    ("words", "kind", "days"), examples(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_an_expression_is_read_as_the_page_says(words: str, kind: DeadlineKind, days: set[str]) -> None:
    (clause,) = parse_outline(f"示例方案\n一、请{words}完成。\n").walk()
    (deadline,) = clause.deadlines
    assert (deadline.kind, str(deadline.until)[2:] if deadline.until else "") in {(kind, day) for day in days}


def test_lunar_days_are_told_and_not_converted() -> None:
    tree = parse_outline("示例方案\n一、农历正月十五前完成，腊月廿三收尾。\n")
    assert [note.kind.value for note in tree.notes] == ["农历", "农历"]
    assert not any(clause.deadlines for clause in tree.walk())
