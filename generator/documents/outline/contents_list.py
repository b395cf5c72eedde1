"""Tables of contents (目录): a list of headings that come again below, with or without the word, dots and page numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.documents.outline.line_kinds import attachment_heading
from generator.model.clause import Style
from generator.model.text_line import TextLine

_HEADING = re.compile(
    r"[【\[［（(〔]?\s?(?:(?:本文|文章|章节|全文|总)?目\s{0,8}[录錄次]|contents|table of contents|_?toc_?\]?)"
    r"\s?[】\]］）)〕]?\s?[：:]?(?:[\s|]+页\s?[码次数])?$",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"(?:[（(\[［]|[-—–]\s?)?(?:第\s?|[Pp]\.?\s?)?(?<!\d)(\d{1,4}|[ivxIVX]{1,6}|[Ⅰ-Ⅻⅰ-ⅻ])(?:\s?页)?(?:[）)\]］]|\s?[-—–])?$"
)
_PAGE_LENGTH = 12
_LEADERS = ".．。·•・…‥⋯_—–－-─*"
_SPACES = " \t\u3000\u00a0"
_DOTS = 3
_WEIGHTS = {"…": 2, "⋯": 2, "‥": 2}
"""Dots that a leader has at least, one more where no page follows, and how many a character has."""

_BETWEEN = 20
"""Lines at most between a table of contents and the text."""

_CITED = re.compile(r"^第[零〇○一二三四五六七八九十百\d]{1,7}(?:[编篇章节]|部分)\s*")
"""第一章总则 without a space is no label in a text, because prose begins so too; of an entry it is the number."""

_LENGTH, _SENTENCE = 80, re.compile(r"[。；？！]")
_BREAKS = re.compile(r"[。：:（(；;，,]")
_PUNCTUATION = re.compile(r"[\s。：:；;，,、．.|]+")


class _Entry(NamedTuple):
    """A line read as an entry of a table of contents."""

    words: str
    label: tuple[Style, int] | None
    page: int | None
    """None without page number; 0 where it is roman."""

    dotted: bool
    others: tuple[str, str]
    """The words with what may be a page number, and without digits that stand right behind them."""


def contents_lines(lines: Sequence[TextLine]) -> Iterator[range]:
    """The lines of each table of contents, blank ones between its entries included."""
    found = _Contents(lines)
    at = 0
    while at < len(lines):
        block = found.block(at) if not lines[at].is_blank else None
        if block is not None and block.entries:
            yield range(block.start, block.entries[-1] + 1)
        at = max(at + 1, block.end if block is not None else 0)


class _Block(NamedTuple):
    """Lines that may be a table of contents: its entries, and where reading goes on."""

    start: int
    entries: Sequence[int]
    end: int


class _Contents:
    """The lines of a file, and where their words and numbers come last."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._lines = lines
        self._read: dict[int, _Entry] = {}

    def block(self, start: int) -> _Block | None:
        """The table of contents that may begin here; without entries if it is none, None if no entry is here."""
        heading = self._heading_end(start)
        if heading:
            entries, end = self._walk(heading, self._may_be_entry)
            return _Block(start, self._below_heading(entries, end), max(end, heading))
        if not self._begins(start):
            return None
        entries, end = self._walk(start, self._belongs)
        return _Block(start, entries if self._comes_again(entries, end) else (), end)

    def _heading_end(self, at: int) -> int:
        """Where the word 目录 ends that begins here, on one line or on two; 0 where it does not."""
        if _is_heading(self._lines[at]):
            return at + 1
        if self._lines[at].bare == "目":
            after = next((each for each in range(at + 1, min(at + 4, len(self._lines))) if self._lines[each].bare), at)
            return after + 1 if self._lines[after].bare in {"录", "次", "錄"} else 0
        return 0

    def _begins(self, at: int) -> bool:
        """Whether a line may be the first entry of a list without the word 目录."""
        return self._may_be_entry(at) and (self._lines[at].label is not None or self._entry(at).dotted)

    def _belongs(self, at: int) -> bool:
        """Whether a line may be a further entry of a list without the word 目录."""
        return self._begins(at) or (self._may_be_entry(at) and self._below(self._entry(at).words, at + 1))

    def _entry(self, at: int) -> _Entry:
        if at not in self._read:
            self._read[at] = _entry(self._lines[at])
        return self._read[at]

    def _may_be_entry(self, at: int) -> bool:
        line, entry = self._lines[at], self._entry(at)
        if entry.dotted or entry.page is not None:
            return True
        return len(line.bare) <= _LENGTH and not _SENTENCE.search(line.bare) and not line.bare.endswith(("：", ":"))

    def _walk(self, start: int, fits: Callable[[int], bool]) -> tuple[list[int], int]:
        """The lines from `start` that may be entries, and where the first of them comes again or they end."""
        entries: list[int] = []
        for at in range(start, len(self._lines)):
            if self._lines[at].is_blank:
                continue
            if _is_heading(self._lines[at]) or not fits(at) or self._returns(entries, at):
                return entries, at
            entries.append(at)
        return entries, len(self._lines)

    def _returns(self, entries: Sequence[int], at: int) -> bool:
        """Whether a line is the first heading of the text itself: the first entry once more."""
        if not entries or self._entry(at).page is not None or self._entry(at).dotted:
            return False
        here, first = self._entry(at), self._entry(entries[0])
        if len(here.words) > 1 and here.words == first.words:
            return True
        labelled = first.label or next(
            (self._entry(each).label for each in entries[:3] if self._entry(each).label), None
        )
        return labelled is not None and here.label == labelled

    @cached_property
    def _last(self) -> tuple[dict[str, int], dict[tuple[Style, int], int]]:
        """Where each heading's words, and each number, stand last."""
        words: dict[str, int] = {}
        labels: dict[tuple[Style, int], int] = {}
        for at, line in enumerate(self._lines):
            if line.is_blank:
                continue
            words.update(dict.fromkeys(self._headings(at), at))
            if line.label is not None:
                labels[line.label.style, line.label.number] = at
        return words, labels

    def _headings(self, at: int) -> Iterator[str]:
        """The words of a line as an entry would cite them: whole, up to its first stop, or with the next line."""
        words = self._lines[at].bare[: _LENGTH * 2] if self._lines[at].label is None else _behind_label(self._lines[at])
        yield _plain(words)
        for found in _first_breaks(words):
            yield _plain(words[:found])
        if at + 1 < len(self._lines) and self._lines[at + 1].label is None and len(words) < _LENGTH:
            yield _plain(words + self._lines[at + 1].bare[:_LENGTH])

    def _below(self, words: str, end: int) -> bool:
        return len(words) > 1 and self._last[0].get(words, -1) >= end

    def _confirmed(self, at: int, end: int) -> bool:
        """Whether an entry's words stand below; words that run on to the next line count as one entry."""
        entry = self._entry(at)
        if any(self._below(words, end) for words in entry.others):
            return True
        following = self._entry(at + 1).words if at + 1 < end and not self._lines[at + 1].is_blank else ""
        return self._below(entry.words, end) or (bool(following) and self._below(entry.words + following, end))

    def _below_heading(self, entries: Sequence[int], end: int) -> Sequence[int]:
        """The entries under the word 目录, up to the last that has a page or comes again."""
        sure = [at for at in entries if self._entry(at).dotted or self._confirmed(at, end)]
        paged = [at for at in entries if self._entry(at).page is not None]
        if len(paged) > 1:
            sure = sorted({*sure, *paged})
        numbered = [at for at in entries if self._is_numbered_below(self._entry(at).label, end)]
        if numbered and (len(sure) * 2 >= len(numbered) if sure else self._same_numbers(entries, numbered, end)):
            sure = sorted({*sure, *numbered})
        return self._up_to(entries, sure, end) if sure else ()

    def _same_numbers(self, entries: Sequence[int], numbered: Sequence[int], end: int) -> bool:
        """Whether the text has other words but the same numbers, beginning right behind the list."""
        if len(numbered) < 2 or end == len(self._lines) or not self._returns(entries, end):
            return False
        last = numbered[-1]
        return all(at in numbered for at in entries if at <= last) and entries[-1] == last

    def _is_numbered_below(self, label: tuple[Style, int] | None, end: int) -> bool:
        return label is not None and self._last[1].get(label, -1) >= end

    def _up_to(self, entries: Sequence[int], sure: Sequence[int], end: int) -> Sequence[int]:
        """All entries up to the last sure one, with the rest of its words where it runs over two lines."""
        last = sure[-1]
        after = next((at for at in entries if at > last), last)
        split = after == last + 1 and self._entry(after).label is None and not self._entry(last).dotted
        runs_on = split and self._below(self._entry(last).words + self._entry(after).words, end)
        if runs_on or self._lines[after].bare.isdecimal():
            last = after
        return [at for at in entries if at <= last]

    def _comes_again(self, entries: Sequence[int], end: int) -> bool:
        """Whether labels without the word 目录 are a table of contents: all come again, or most and all have pages."""
        if len(entries) < 2:
            return False
        rows = [self._entry(at) for at in entries]
        again = sum(self._confirmed(at, end) for at in entries)
        if all(row.dotted and row.page is not None for row in rows if row.label is not None) and _rising(rows):
            return again * 2 >= len(rows)
        return again == len(rows) and self._begins_text(entries, end)

    def _begins_text(self, entries: Sequence[int], end: int) -> bool:
        """Whether the text itself follows: it begins with the first entry, and has words between its headings."""
        begin = self._next_label[end] if end < len(self._lines) else end
        if begin == len(self._lines) or not self._returns(entries, begin) or not self._leads(entries[0], end, begin):
            return False
        if self._entry(begin).label != self._entry(entries[0]).label:
            return False
        return self._has_words(entries, begin)

    def _has_words(self, entries: Sequence[int], begin: int) -> bool:
        """Whether other lines stand between the headings: two forms with the same headings are no list and text."""
        expected = [self._entry(at).words for at in entries]
        filled = (at for at in range(begin, len(self._lines)) if not self._lines[at].is_blank)
        for words, at in zip(expected, filled, strict=False):
            if attachment_heading(self._lines[at]):
                return False
            if self._entry(at).words != words:
                return True
        return False

    def _leads(self, start: int, end: int, begin: int) -> bool:
        """Whether the lines between the list and the text are a preamble, or the title once more."""
        between = [self._lines[at] for at in range(end, min(begin, end + _BETWEEN)) if not self._lines[at].is_blank]
        above = {line.bare for line in self._lines[max(0, start - _BETWEEN) : start]}
        return not between or any(line.closes or line.bare in above for line in between)

    @cached_property
    def _next_label(self) -> Sequence[int]:
        """For each line the index of the next one with a label, itself included."""
        places, place = [0] * len(self._lines), len(self._lines)
        for at in reversed(range(len(self._lines))):
            place = at if self._lines[at].label is not None else place
            places[at] = place
        return places


def _rising(rows: Iterable[_Entry]) -> bool:
    pages = [row.page for row in rows if row.page]
    return pages == sorted(pages)


def _is_heading(line: TextLine) -> bool:
    return _HEADING.match(line.bare.strip("|" + _SPACES)) is not None


def _entry(line: TextLine) -> _Entry:
    """The words of a line without number, leader and page."""
    words = line.bare.strip("|" + _SPACES)
    page = _PAGE.search(words, max(0, len(words) - _PAGE_LENGTH))
    before = words[: page.start()] if page else words
    stem = before.rstrip(_LEADERS + _SPACES + "|")
    leader = before[len(stem) :]
    dotted = sum(_WEIGHTS.get(each, each in _LEADERS) for each in leader) >= _DOTS + (page is None)
    whole = _plain(_without_label(line, words))
    others = (whole, whole.rstrip("0123456789"))
    if page is not None and leader and (dotted or leader.strip(_LEADERS) or not page[1].isdecimal()):
        number = int(page[1]) if page[1].isdecimal() else 0
        return _Entry(_plain(_without_label(line, stem)), _label(line), number, dotted, others)
    return _Entry(_plain(_without_label(line, stem if dotted else words)), _label(line), None, dotted, others)


def _label(line: TextLine) -> tuple[Style, int] | None:
    return (line.label.style, line.label.number) if line.label is not None and line.is_numbered else None


def _without_label(line: TextLine, words: str) -> str:
    if line.label is None or not line.is_numbered:
        return _CITED.sub("", words, count=1)
    return words.removeprefix(line.label.text).removeprefix("**")


def _behind_label(line: TextLine) -> str:
    return line.text[line.label.body :][: _LENGTH * 2] if line.label and line.is_numbered else line.bare[: _LENGTH * 2]


def _first_breaks(words: str) -> Iterator[int]:
    """Where a heading may end that runs on into its text: the first two stops."""
    for count, found in enumerate(_BREAKS.finditer(words)):
        if count == 2:
            return
        yield found.start()


def _plain(words: str) -> str:
    return _PUNCTUATION.sub("", words.replace("**", ""))
