"""Chinese words in the search index."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.prose.search import SEPARATOR, TERMS, finish_index, segmenter


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("民主评议", ["民主", "评议"]),
        ("述职评议", ["述职", "评议"]),
        ("三会一课", ["三会一课"]),
        ("主题党日", ["主题党日"]),
        ("第 3.1 项 党课 A", ["第", " 3.1 ", "项", " ", "党课", " A"]),
        ("abc", ["abc"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [word for word in segmenter(TERMS)(text).split("\u200b") if word] == words


def test_a_character_that_stands_alone_is_no_word() -> None:
    """Were 党 a word of the index, Material would read the question 党费 as 党 and anything."""
    text = segmenter(TERMS)("三、党的建设：按三（二）3，每月在支部上党课")
    words = [word for word in re.split(SEPARATOR, text) if word]
    assert [word for word in words if len(word) == 1 and word > "\u3400"] == []
    assert "党课" in words


def test_no_character_is_lost() -> None:
    text = "支部委员会会议每月召开一次，半数以上委员到会方可召开。"
    assert segmenter(TERMS)(text).replace("\u200b", "") == text


def test_the_index_is_shipped_as_json_and_as_a_script(tmp_path: Path) -> None:
    (tmp_path / "search").mkdir()
    index = {
        "config": {},
        "docs": [{"location": "", "title": "首页", "text": ""}, {"location": "a/#b", "title": "", "text": ""}],
    }
    (tmp_path / "search" / "search_index.json").write_text(json.dumps(index), encoding="utf-8")
    finish_index(tmp_path)
    text = (tmp_path / "search" / "search_index.json").read_text(encoding="utf-8")
    assert [entry["location"] for entry in json.loads(text)["docs"]] == ["index.html", "a/index.html#b"]
    assert "首页" in text
    assert (tmp_path / "search" / "search_index.js").read_text(encoding="utf-8") == f"var __index = {text}"


def test_a_site_without_search_has_no_index(tmp_path: Path) -> None:
    finish_index(tmp_path)
    assert not list(tmp_path.iterdir())
