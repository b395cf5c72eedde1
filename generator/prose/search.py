"""Chinese search: how text is cut into words, and the index as MkDocs and as a script for file://."""

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
"""Words of the field that the general dictionary cuts wrongly or does not know."""

_BREAK = r"[\s\u200b\u3000\-、。，．？！；：（）“”《》]+"
SEPARATOR = rf"{_BREAK}(?:[\u3400-\u9fff]{_BREAK})*"
"""What parts words in Material's index.  Characters that stand alone are taken for gaps: were 党 a word, Material would
read the question 党费 as 党 and anything."""

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+")
_GAP = "\u200b"


def segmenter(terms: Iterable[str]) -> Callable[[str], str]:
    """A function that puts zero-width spaces between the words of Chinese text, for Material's index.

    `terms` are words of the field that the general dictionary lacks.  A word of four characters that is two known
    words of two (民主评议) is cut into these, so that 评议 is found too.
    """
    words, known = _dictionary(frozenset(terms))

    def cut(match: re.Match[str]) -> str:
        pieces = (part for word in words(match[0]) for part in _halves(word, known))
        return f"{_GAP}{_GAP.join(pieces)}{_GAP}"

    return lambda text: _HAN.sub(cut, text)


def finish_index(site: Path) -> None:
    """Make the locations files, write Chinese as Chinese, and ship the index as a script too (Material on file://)."""
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


def forget() -> None:
    """Give up the dictionary, 50 MB; whoever cuts words again reads it anew."""
    _dictionary.cache_clear()


@cache
def _dictionary(terms: frozenset[str]) -> tuple[Callable[[str], Iterable[str]], Callable[[str], bool]]:
    """The tokenizer, made without jieba's chatter and without its cache file in the shared temporary folder."""
    import jieba  # noqa: PLC0415 - its import and dictionary cost a second, which only a build with search pays

    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for term in sorted(terms):
        tokenizer.add_word(term)
    frequency: dict[str, int] = tokenizer.FREQ

    def known(word: str) -> bool:
        return frequency.get(word, 0) > 0

    return tokenizer.lcut, known
