"""Standards read well: what stands before the folds is short, and an example and a non-example are marked as such."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

STANDARDS = Path(__file__).parents[2] / "docs" / "standards"
PAGES = sorted(path for path in STANDARDS.rglob("[1-9]*.md") if "\n不适用:" not in path.read_text(encoding="utf-8"))
BEFORE_THE_FOLDS = 1_500

_FOLDED = re.compile(r"^## [^\n]*\.zb-folded[^\n]*\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_CALLOUT = re.compile(r"^\?\?\? [^\n]*\n(?:\n|    [^\n]*\n)*", re.MULTILINE)
_LINK = re.compile(r"\[([^\]\[]*)\]\([^)]*\)")
_MARKUP = re.compile(r"<!--.*?-->|<[^>]+>|\{[^}\n]*\}|[\s|#*>`-]", re.DOTALL)


def read_first(text: str) -> str:
    """What a reader of the page sees before unfolding anything, without blanks and markup."""
    body = text.split("---\n", 2)[2]
    return _MARKUP.sub("", _LINK.sub(r"\1", _CALLOUT.sub("", _FOLDED.sub("", body))))


def test_folds_links_and_markup_do_not_count() -> None:
    text = """---
编号: "1.1"
---

# 1.1 标准

<!-- slot: standard-head -->

## 要求 {#requirement}

见[口径](../readings.md)。

??? example "例"

    不算

## 空表 {#blank .zb-folded}

不算

## 检查 {#inspection}

| 甲 | 乙 |
|---|---|
"""
    assert read_first(text) == "1.1标准要求见口径。检查甲乙"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_says_what_is_to_be_done_in_few_words(path: Path) -> None:
    assert len(read_first(path.read_text(encoding="utf-8"))) <= BEFORE_THE_FOLDS


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_has_an_example_and_a_non_example(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.search(r"^\*\*例[一二三]?\*\*：|^\?\?\? example", text, re.MULTILINE), "例"
    assert "\n**反例**：" in text, "反例"
