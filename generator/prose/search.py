"""Chinese search: word segmentation for the index, and the index as JSON and as a script for file://."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from generator.prose.links import to_location

TERMS = (
    "主题党日",
    "党小组",
    "党小组会",
    "三会一课",
    "支委",
    "支委会",
    "软弱涣散",
    "对标争先",
    "推进计划",
    "双带头人",
    "双培养",
)
"""Terms that jieba's dictionary lacks or segments wrongly."""

_BREAK = r"[\s\u200b\u3000\-、。，．？！；：（）“”《》]+"
SEPARATOR = rf"{_BREAK}(?:[\u3400-\u9fff]{_BREAK})*"
"""The word separator of Material's index.  Single characters count as separators: if 党 were a word, Material would
read the query 党费 as 党 with a wildcard."""

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+")
_GAP = "\u200b"


def segmenter(terms: Iterable[str]) -> Callable[[str], str]:
    """A function that separates the words of Chinese text with zero-width spaces, for Material's index.

    `terms` are added to the dictionary.  A word of four characters that consists of two known words (民主评议) is split,
    so that 评议 is found as well.
    """
    words, known = _dictionary(frozenset(terms))

    def cut(match: re.Match[str]) -> str:
        pieces = (part for word in words(match[0]) for part in _halves(word, known))
        return f"{_GAP}{_GAP.join(pieces)}{_GAP}"

    return lambda text: _HAN.sub(cut, text)


def finish_index(site: Path) -> None:
    """Point locations at files, write Chinese unescaped, and add the index as a script, which Material needs on file://."""
    path = site / "search" / "search_index.json"
    if not path.is_file():
        return
    index: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    index["config"]["separator"] = SEPARATOR
    for entry in index["docs"]:
        entry["location"] = to_location(entry["location"])
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8")


def _halves(word: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    if len(word) == 4 and known(word[:2]) and known(word[2:]):
        return word[:2], word[2:]
    return (word,)


def free_dictionary() -> None:
    """Free the dictionary, 50 MB; the next call of `segmenter` loads it again."""
    _dictionary.cache_clear()


@cache
def _dictionary(terms: frozenset[str]) -> tuple[Callable[[str], Iterable[str]], Callable[[str], bool]]:
    """A tokenizer without jieba's log output and without its cache file in the shared temporary folder."""
    import jieba  # noqa: PLC0415 - import and dictionary take a second, only builds with search need them

    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    # Instead of Tokenizer.initialize, which reads and writes a pickled cache in the shared temporary folder.
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for term in sorted(terms):
        tokenizer.add_word(term)
    frequency: dict[str, int] = tokenizer.FREQ

    def known(word: str) -> bool:
        return frequency.get(word, 0) > 0

    return tokenizer.lcut, known
