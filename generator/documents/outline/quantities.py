"""Numbers that a clause sets: 3名以上, 不超过5个, 一般在30人以内, 不少于32学时, 一般为3-5名."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.clause_facts import Bound, Quantity
from generator.model.numerals import HAN, number

_BEFORE = {
    "不超过": Bound.AT_MOST,
    "不多于": Bound.AT_MOST,
    "不高于": Bound.AT_MOST,
    "不得超过": Bound.AT_MOST,
    "最多": Bound.AT_MOST,
    "至多": Bound.AT_MOST,
    "不少于": Bound.AT_LEAST,
    "不得少于": Bound.AT_LEAST,
    "不低于": Bound.AT_LEAST,
    "不得低于": Bound.AT_LEAST,
    "至少": Bound.AT_LEAST,
    "最少": Bound.AT_LEAST,
    "不足": Bound.LESS,
    "不满": Bound.LESS,
    "少于": Bound.LESS,
    "低于": Bound.LESS,
    "超过": Bound.MORE,
    "多于": Bound.MORE,
    "高于": Bound.MORE,
    "约": Bound.ABOUT,
}
_AFTER = {
    "及以上": Bound.AT_LEAST,
    "以上": Bound.AT_LEAST,
    "及以下": Bound.AT_MOST,
    "以下": Bound.AT_MOST,
    "以内": Bound.AT_MOST,
    "之内": Bound.AT_MOST,
    "左右": Bound.ABOUT,
}
_UNITS = "个工作日|个月|个百分点|个|名|人次|人|位|次|学时|课时|小时|分钟|分|天|周|亿元|万元|元|万|％|%|阶段|环节|方面|项|条|份|册|届|期|篇|轮|类|支|场|票|倍"
_DIGITS = r"\d+(?:[,，]\d{3})*(?:\.\d+)?"
_PRE, _POST = ("|".join(sorted(words, key=len, reverse=True)) for words in (_BEFORE, _AFTER))
_QUANTITY = re.compile(
    rf"""(?P<before>{_PRE})?\s?(?<![\d.])(?:(?P<low>{_DIGITS})(?:\s?[-－—–~～至到]{{1,2}}\s?(?P<high>{_DIGITS}))?
    |(?P<han>[{HAN}]{{1,5}}))\s?(?P<unit>{_UNITS})(?![月日号])(?P<after>{_POST})?""",
    re.VERBOSE,
)
_SOFTENERS = re.compile("(?P<soft>一般|原则上)|[，。；,;\n]")
"""Words that make the following numbers soft, and punctuation that ends their effect."""


def quantities_in(words: str) -> tuple[Quantity, ...]:
    """The numbers of a text whose titles are masked, at offsets in it.  Chinese numerals count only with a bound: 一个 is usually an article, not a number."""
    return tuple(_quantities(words))


def _quantities(words: str) -> Iterator[Quantity]:
    turns = _SOFTENERS.finditer(words)
    turn: re.Match[str] | None = next(turns, None)
    soft = False
    for found in _QUANTITY.finditer(words):
        while turn is not None and turn.start() < found.start():
            soft, turn = turn["soft"] is not None, next(turns, None)
        if found["low"] or found["before"] or found["after"]:
            yield _quantity(found, soft=soft)


def _quantity(found: re.Match[str], *, soft: bool) -> Quantity:
    value = number(found["han"]) if found["han"] else None
    low = found["low"].replace(",", "").replace("，", "") if found["low"] else str(value)
    return Quantity(
        _bound(found),
        low,
        found["high"],
        found["unit"],
        soft,
        found[0].strip(),
        found.start() + len(found[0]) - len(found[0].lstrip()),
        found.end(),
    )


def _bound(found: re.Match[str]) -> Bound:
    if found["high"]:
        return Bound.BETWEEN
    return _BEFORE.get(found["before"] or "") or _AFTER.get(found["after"] or "") or Bound.EXACTLY
