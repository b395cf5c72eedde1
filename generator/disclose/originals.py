"""The official handbook's own words (稿源: 原文), which go public only where the institution has declared that they may.

Without the declaration the public edition shows number and name of such a page, and why there is no more; every link
to it and into it stays good.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from generator.model.standard import Criterion, DraftedBy, Standard
from generator.model.standard_set import StandardSet

WHY = "这一页是官方手册的原文。学校没有声明“手册可公开”，公开版只列编号和名称。"
"""What stands in place of a page."""

_CRITERION = "官方手册原文，没有声明可以公开"
_FRONT = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_OFFICIAL = re.compile(r"""^["']?稿源["']?[ \t]*:[ \t]*["']?原文["']?[ \t]*$""", re.MULTILINE)
_TITLE = re.compile(r"^# .*$", re.MULTILINE)
_HEADING = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
_ID = re.compile(r'\sid="([^"<>]+)"')
_SLOT = re.compile(r"<!--\s*slot:.*?-->")
_MARKUP = re.compile(r"<[^<>]*>|\]\([^()]*\)|\{[#.:][^{}]*\}|[\\*_`\[\]]")
_RUN = re.compile(r"[\u3400-\u9fff]{8,}")


class _Original(NamedTuple):
    title: str
    body: str


def is_original(text: str) -> bool:
    """Whether a page of Markdown says of itself that its words are the official handbook's."""
    front = _FRONT.match(text)
    return front is not None and _OFFICIAL.search(front[1]) is not None


def original_pages(docs: Path) -> frozenset[Path]:
    """The pages under `docs` whose words are the official handbook's."""
    return frozenset(path for path in docs.rglob("*.md") if is_original(_read(path)))


def original_words(pages: Iterable[Path], sets: Iterable[StandardSet]) -> Iterator[str]:
    """What of these pages and of the criteria drawn from them may stand nowhere: stretches of eight characters and more."""
    rows = [_parted(_read(path)) for path in sorted(pages)]
    titles = "\n".join([*(row.title for row in rows), *(standard.name for one in sets for standard in one.standards)])
    texts = [*(row.body for row in rows), *(row.text for one in sets for row in _official(one))]
    for run in dict.fromkeys(run for text in texts for run in _RUN.findall(text)):
        if run not in titles:
            yield run


def without_originals(one: StandardSet) -> StandardSet:
    """A set as the public may see it: the criteria that are official words say no more than that."""
    hidden = {row.id for row in _official(one)}
    return replace(one, standards=tuple(_bare(standard, hidden) for standard in one.standards)) if hidden else one


def bare_page(content: str, title: str) -> str:
    """The HTML of a page whose words stay at home: its heading, why, its slots, and a place for every link into it."""
    heading = _HEADING.search(content)
    head = heading[0] if heading else f"<h1>{html.escape(title)}</h1>"
    known = set(_ID.findall(head))
    places = "".join(f'<span id="{id}"></span>' for id in dict.fromkeys(_ID.findall(content)) if id not in known)
    slots = "\n".join(_SLOT.findall(content))
    return f"{head}\n<p>{WHY}{places}</p>\n{slots}"


def _official(one: StandardSet) -> Iterator[Criterion]:
    for standard in one.standards:
        for row in standard.criteria:
            if (row.drafted_by or standard.drafted_by) is DraftedBy.OFFICIAL:
                yield row


def _bare(standard: Standard, hidden: set[str]) -> Standard:
    if not any(row.id in hidden for row in standard.criteria):
        return standard
    rows = (row.model_copy(update={"text": _CRITERION}) if row.id in hidden else row for row in standard.criteria)
    return standard.model_copy(update={"criteria": tuple(rows)})


def _parted(text: str) -> _Original:
    plain = html.unescape(_MARKUP.sub("", text[match.end() :] if (match := _FRONT.match(text)) else text))
    title = _TITLE.search(plain)
    return _Original(title[0] if title else "", _TITLE.sub("", plain, count=1))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig", errors="replace")
