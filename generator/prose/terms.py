"""Terms of the glossary in running text: `<abbr>` with the meaning where a page first has the term.

One page is marked without knowing of any other: its HTML and the terms are all that it depends on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape

_PIECES = re.compile(r"(<!--.*?-->|<[^>]+>)", re.DOTALL)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)\b")
_APART = frozenset(
    (
        "a",
        "abbr",
        "button",
        "caption",
        "code",
        "dt",
        "label",
        "pre",
        "script",
        "select",
        "style",
        "summary",
        "svg",
        "th",
    )
)
_HEADING = re.compile("h[1-6]")
"""Elements in which nothing is marked: headings, links, samples, and what is a name already."""

_TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)


@dataclass(frozen=True)
class Terms:
    """Terms, each with its meaning as plain text."""

    meanings: Mapping[str, str]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Any of them, the longest that stands there."""
        return re.compile("|".join(map(re.escape, sorted(self.meanings, key=lambda word: (-len(word), word)))))


def mark_terms(html: str, terms: Terms) -> str:
    """The HTML of a page's body with the first mention of each term explained, but for those that its H1 is about."""
    if not terms.meanings:
        return html
    title = _TITLE.search(html)
    left = set(terms.meanings) - {word for word in terms.meanings if title and word in title[1]}
    return "".join(_marked(_PIECES.split(html), terms, left))


def _marked(pieces: Iterable[str], terms: Terms, left: set[str]) -> Iterable[str]:
    def explain(found: re.Match[str]) -> str:
        word = found[0]
        if word not in left:
            return word
        left.discard(word)
        return f'<abbr class="zb-term" title="{escape(terms.meanings[word])}">{word}</abbr>'

    depth = 0
    for piece in pieces:
        if piece.startswith("<"):
            depth += _step(piece)
            yield piece
        else:
            yield piece if depth or not piece.strip() else terms.pattern.sub(explain, piece)


def _step(tag: str) -> int:
    """Into (1) or out of (-1) an element in which nothing is marked, else 0."""
    found = _TAG.match(tag)
    if found is None or not (found["name"] in _APART or _HEADING.fullmatch(found["name"])):
        return 0
    return -1 if found["end"] else 1
