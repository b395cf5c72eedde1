"""The index of terms: where the chapters of a book treat each, with a link target at every place.

A place is a chapter or section that is named after the term, else its first mention in a chapter's text.  A term that
many chapters mention is listed where it is named or mentioned most: an index that names every page helps nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import html
from lxml.html import HtmlElement

from generator.model.book_matter import IndexEntry, IndexPlace, IndexTerm

_MOST = 8
"""Places of one term."""

_SKIPPED = {"pre", "code", "h1", "h2", "h3", "h4", "a", "summary", "caption"}
_SKIPPED_CLASSES = {"zb-bases", "zb-crumbs"}
_SECTIONS = ("h2", "h3")
_BLOCKS = ("p", "li", "td", "dd")


@dataclass
class _Found:
    """What one chapter says of a term: the place and how often."""

    place: IndexPlace
    times: int = 0


@dataclass
class _Chapters:
    """Mentions by term and chapter, in the book's order; `marks` counts the link targets that were set."""

    found: dict[str, dict[str, _Found]] = field(default_factory=dict)
    marks: Counter[str] = field(default_factory=Counter)

    def named(self, word: str, path: str, label: str) -> None:
        self.found.setdefault(word, {}).setdefault(path, _Found(IndexPlace(label, main=True)))

    def mentioned(self, word: str, path: str, times: int) -> str:
        """The id of a link target to be set, empty where the chapter has its place already."""
        by_path = self.found.setdefault(word, {})
        known = by_path.get(path)
        mark = ""
        if known is None:
            mark = f"index-{self.marks[path]}"
            self.marks[path] += 1
            known = by_path[path] = _Found(IndexPlace(f"{path}#{mark}"))
        known.times += times
        return mark

    def places(self, word: str) -> tuple[IndexPlace, ...]:
        """Where it is best read of, in the book's order."""
        rows = list(self.found.get(word, {}).values())
        best = sorted(rows, key=lambda row: (not row.place.main, -row.times))[:_MOST]
        return tuple(row.place for row in rows if row in best)


def index_terms(chapters: Sequence[tuple[str, HtmlElement]], terms: Sequence[IndexTerm]) -> tuple[IndexEntry, ...]:
    """The index in the order of the readings; link targets are set in the chapters' trees. Unmentioned terms are left out."""
    words = {term.word: term for term in terms}
    if not words:
        return ()
    pattern = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))
    seen = _Chapters()
    for path, root in chapters:
        _read(path, root, pattern, words, seen)
    rows = sorted(terms, key=lambda term: (term.order, term.word))
    entries = (IndexEntry(term.word, term.letter, seen.places(term.word), tuple(_below(term, seen))) for term in rows)
    return tuple(entry for entry in entries if entry.places)


def _below(term: IndexTerm, seen: _Chapters) -> Iterator[tuple[str, tuple[IndexPlace, ...]]]:
    for word in sorted(term.below, key=term.below.index):
        if places := seen.places(_key(term.word, word)):
            yield word, places


def _read(path: str, root: HtmlElement, pattern: re.Pattern[str], words: dict[str, IndexTerm], seen: _Chapters) -> None:
    for word in words:
        for label in _names(path, root, word):
            seen.named(word, path, label)
    for element in list(_texts(root)):
        _mark(element, path, pattern, words, seen)


def _names(path: str, root: HtmlElement, word: str) -> Iterator[str]:
    """The chapter's own label if its title has the word, else that of a section that is named after it."""
    title = next(root.iter("h1"), None)
    if title is not None and word in title.text_content():
        yield path
    for heading in root.iter(*_SECTIONS):
        if heading.get("id") and word in heading.text_content():
            yield f"{path}#{heading.get('id')}"


def _texts(root: HtmlElement) -> Iterator[HtmlElement]:
    """The blocks with running text."""
    for block in root.iter(*_BLOCKS):
        around = [block, *block.iterancestors()]
        skipped = any(set((found.get("class") or "").split()) & _SKIPPED_CLASSES for found in around)
        if not skipped and not any(child.tag in _BLOCKS for child in block.iterdescendants()):
            yield block


def _mark(
    block: HtmlElement, path: str, pattern: re.Pattern[str], words: dict[str, IndexTerm], seen: _Chapters
) -> None:
    text = block.text_content()
    for word, times in Counter(match[0] for match in pattern.finditer(text)).items():
        _set(block, word, seen.mentioned(word, path, times))
        for part in words[word].below:
            if part in text:
                _set(block, word, seen.mentioned(_key(word, part), path, times))


def _set(block: HtmlElement, word: str, mark: str) -> None:
    """A link target before the first mention in a block; at its beginning where markup divides the word."""
    if not mark:
        return
    target = html.Element("i", id=mark)
    for element in block.iter():
        if element.tag not in _SKIPPED and word in (element.text or ""):
            element.text, _, after = (element.text or "").partition(word)
            target.tail = word + after
            element.insert(0, target)
            return
        parent = element.getparent()
        if element is not block and parent is not None and word in (element.tail or ""):
            element.tail, _, after = (element.tail or "").partition(word)
            target.tail = word + after
            parent.insert(parent.index(element) + 1, target)
            return
    target.tail, block.text = block.text, None
    block.insert(0, target)


def _key(word: str, part: str) -> str:
    return f"{word}\0{part}"
