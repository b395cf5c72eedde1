"""References to articles of regulations in running text: 条例第十一条, 《…细则》第五条至第七条、第九条, 民法典第 1259 条.

An article is known by its key: its number (`11`), of a chapter with a `c` before it (`c6`); whatever is cited in other
words (基本任务) is its own key.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from generator.model.numerals import number

_NUMBER = r"[零〇一二两三四五六七八九十百千]{1,12}|\d{1,4}"
_ARTICLE = rf"第\s?(?:{_NUMBER})\s?[条章]"
_WITHIN = r"(?:第[一二三四五六七八九十]{1,3}[款项目])*"
_ONE = re.compile(rf"第\s?(?P<number>{_NUMBER})\s?(?P<unit>[条章]){_WITHIN}")
_RANGE = re.compile(rf"(?P<first>{_ARTICLE})\s?(?:至|到|—|-)\s?(?P<last>{_ARTICLE})")
_FURTHER = rf"(?:\s?(?:、|和|及|以及|至|到|—|-)\s?{_ARTICLE}{_WITHIN})*"
_BEFORE = "按据照依从由与和及或在见是以而说把看到给同指遵于有的用像对了"
"""Characters before a short name that do not make it the end of a longer one, as 选举 before 条例 does."""

_LONGEST_RANGE = 60


class CitedArticle(NamedTuple):
    """One article of a reference: its place in the text, the document's name with the first of them, and its key."""

    start: int
    end: int
    key: str


class ArticleReference(NamedTuple):
    """A document called by a name, and the articles that are cited of it."""

    name: str
    articles: tuple[CitedArticle, ...]


def article_keys(clause: str) -> tuple[str, ...]:
    """The keys of what a clause names, ranges filled in: 第十条至第十二条 → 10, 11, 12."""
    found: dict[str, None] = {}
    for match in _RANGE.finditer(clause):
        found.update(dict.fromkeys(_between(_key(match["first"]), _key(match["last"]))))
    found.update(dict.fromkeys(_key(match[0]) for match in _ONE.finditer(clause)))
    return tuple(sorted(found, key=_order)) or (clause,)


def articles_named(clause: str) -> tuple[str, ...]:
    """The keys of what a clause names itself: of a range its ends."""
    return tuple(dict.fromkeys(_key(match[0]) for match in _ONE.finditer(clause))) or (clause,)


def reference_pattern(names: Collection[str]) -> re.Pattern[str] | None:
    """What finds documents of these names followed by articles; None without a name.

    A name in 《》 is whole; a bare one is taken only where it cannot be the end of a longer name.
    """
    if not names:
        return None
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    bare = rf"(?:(?<![\u4e00-\u9fff》])|(?<=[{_BEFORE}]))(?P<bare>{known})"
    return re.compile(rf"(?:《(?P<quoted>{known})》|{bare})\s?(?P<articles>{_ARTICLE}{_WITHIN}{_FURTHER})")


def article_references(pattern: re.Pattern[str], text: str) -> Iterator[ArticleReference]:
    """Every reference in a text, in its order."""
    for found in pattern.finditer(text):
        at = found.start("articles")
        cited = [
            CitedArticle(at + one.start(), at + one.end(), _key(one[0])) for one in _ONE.finditer(found["articles"])
        ]
        cited[0] = cited[0]._replace(start=found.start())
        yield ArticleReference(found["quoted"] or found["bare"], tuple(cited))


def _key(article: str) -> str:
    found = _ONE.match(article)
    value = number(found["number"]) if found else None
    return article if found is None or value is None else f"{'c' if found['unit'] == '章' else ''}{value}"


def _between(first: str, last: str) -> Iterator[str]:
    """The numbers from one article to another; chapters and what is too far apart are not filled in."""
    if first.isdecimal() and last.isdecimal() and 0 < int(last) - int(first) <= _LONGEST_RANGE:
        yield from map(str, range(int(first), int(last) + 1))


def _order(key: str) -> tuple[bool, int, str]:
    return not key.isdecimal(), int(key) if key.isdecimal() else 0, key
