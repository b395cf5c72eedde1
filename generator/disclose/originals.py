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
from typing import NamedTuple, TypeVar

from generator.model.standard import Criterion, DraftedBy, Standard
from generator.model.standard_set import Inapplicable, StandardSet

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


_Revised = TypeVar("_Revised", Standard, Inapplicable)


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
    texts = [*(row.body for row in rows), *(text for one in sets for text in _official_texts(one))]
    for run in dict.fromkeys(run for text in texts for run in _RUN.findall(text)):
        if run not in titles:
            yield run


def without_originals(one: StandardSet) -> StandardSet:
    """A set as the public may see it: the criteria that are official words say no more than that, nor how they read before."""
    if next(_official_texts(one), None) is None:
        return one
    by_id = {row.id: row for row in one.standards}
    left_out = {id: _without_wordings(row, by_id[id]) for id, row in one.inapplicable.items() if id in by_id}
    return replace(one, standards=tuple(map(_bare, one.standards)), inapplicable={**one.inapplicable, **left_out})


def bare_page(content: str, title: str) -> str:
    """The HTML of a page whose words stay at home: its heading, why, its slots, and a place for every link into it."""
    heading = _HEADING.search(content)
    head = heading[0] if heading else f"<h1>{html.escape(title)}</h1>"
    known = set(_ID.findall(head))
    places = "".join(f'<span id="{id}"></span>' for id in dict.fromkeys(_ID.findall(content)) if id not in known)
    slots = "\n".join(_SLOT.findall(content))
    return f"{head}\n<p>{WHY}{places}</p>\n{slots}"


def _official_texts(one: StandardSet) -> Iterator[str]:
    """The wording of its official criteria, that of today and those before."""
    for standard in one.standards:
        yield from (row.text for row in standard.criteria if _is_official(row, standard))
        yield from _wordings_before(standard, standard)
        if standard.id in one.inapplicable:
            yield from _wordings_before(one.inapplicable[standard.id], standard)


def _wordings_before(revised: Standard | Inapplicable, standard: Standard) -> Iterator[str]:
    """How official criteria of a standard read before they were revised."""
    before = ((id, text) for revision in revised.revisions for id, text in revision.before.items())
    return (text for id, text in before if _was_official(id, standard))


def _is_official(row: Criterion, standard: Standard) -> bool:
    return (row.drafted_by or standard.drafted_by) is DraftedBy.OFFICIAL


def _was_official(id: str, standard: Standard) -> bool:
    """Whether a criterion was official words; of one that is no longer asked for, as its standard is."""
    row = next((row for row in standard.criteria if row.id == id), None)
    return _is_official(row, standard) if row is not None else standard.drafted_by is DraftedBy.OFFICIAL


def _bare(standard: Standard) -> Standard:
    shown = _without_wordings(standard, standard)
    if not any(_is_official(row, standard) for row in standard.criteria):
        return shown
    rows = (
        row.model_copy(update={"text": _CRITERION}) if _is_official(row, standard) else row for row in standard.criteria
    )
    return shown.model_copy(update={"criteria": tuple(rows)})


def _without_wordings(revised: _Revised, standard: Standard) -> _Revised:
    """What was revised, without how official criteria of the standard read before."""
    if next(_wordings_before(revised, standard), None) is None:
        return revised
    revisions = (
        row.model_copy(
            update={"before": {id: text for id, text in row.before.items() if not _was_official(id, standard)}}
        )
        for row in revised.revisions
    )
    return revised.model_copy(update={"revisions": tuple(revisions)})


def _parted(text: str) -> _Original:
    plain = html.unescape(_MARKUP.sub("", text[match.end() :] if (match := _FRONT.match(text)) else text))
    title = _TITLE.search(plain)
    return _Original(title[0] if title else "", _TITLE.sub("", plain, count=1))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8-sig", errors="replace")
