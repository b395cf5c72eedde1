"""Many words looked for in a page, or in many texts.

Nearly every word is refused by its n-grams of Chinese characters, which do not occur in the texts; the others are sought
in what the texts hold without repetitions.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from generator.model.inline_elements import LINE_TAG

_HAN = re.compile(r"[\u3400-\u9fff]{2,}")

_CUT = re.compile(r'[<>"\n]')

_LINE = re.compile(".+")

_BATCH = 1_000_000

_LONGEST = 3
"""The longest n-grams that are kept: most names have two or three characters and need no further search."""

_WRITTEN_OTHERWISE = re.compile("[&<>\"']").search
"""Whether HTML writes a word otherwise; next to none are."""


_ASCII = bytes(range(128))
"""Two thirds of a page, in which no Chinese word can stand."""

_ASCII_BUT_SIGNS = bytes(byte for byte in range(128) if byte not in b"<>")
_SPEAKING_TAG = re.compile(rb"(<[^<>\0]+>)")
"""A tag of which something is left without ASCII: it parts what is written around it."""

_NEEDS_TAG = re.compile("[<>]").search
"""Whether a word may begin or end within a tag."""

_FEW = 100
"""So many words are sooner looked for one by one than by way of all pairs of characters of a page."""


class SearchedTexts:
    """Texts that are asked for many words.

    They are gone through once, and again only for the words that may reach over the end of a piece, all of them together:
    the texts may be read from files each time.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts
        self._plain: dict[str, None] = {}
        self._joined = "\n".join(map(self._mixed, _batches(self._not_plain())))

    def holds(self, word: str) -> bool:
        """Whether any of the texts holds the word, as it is or as HTML writes it."""
        return next(self.held((word,)), None) is not None

    def held(self, words: Iterable[str]) -> Iterator[str]:
        """Those of the words that any of the texts holds; they may be a million, and are let go one by one."""
        across: dict[str, None] = {}
        for word in words:
            if self._may_hold(word):
                if _CUT.search(word):
                    across[word] = None
                elif self._holds_in_a_piece(word):
                    yield word
        for text in self._texts if across else ():
            for word in [word for word in across if stands_in(word, text)]:
                del across[word]
                yield word
            if not across:
                return

    def _may_hold(self, word: str) -> bool:
        """Whether all that is Chinese in a word stands in the texts."""
        return self._knows(word) and (
            _HAN.fullmatch(word) is not None or all(map(self._runs.__contains__, _bounded_runs(word)))
        )

    def _holds_in_a_piece(self, word: str) -> bool:
        if _HAN.fullmatch(word):
            return len(word) <= _LONGEST or word in self._runs
        return stands_in(word, self._joined) or (word.isascii() and any(stands_in(word, text) for text in self._plain))

    def pieces(self) -> Iterator[str]:
        """All that the texts hold, mostly once: what stands between line ends, tags and quotation marks, and ASCII texts whole."""
        yield from self._plain
        yield from (found[0] for found in _LINE.finditer(self._joined))

    def _knows(self, word: str) -> bool:
        """Whether every n-gram of the word occurs somewhere."""
        known = self._grams
        for run in _HAN.findall(word):
            size = min(len(run), _LONGEST)
            for at in range(len(run) - size + 1):
                if run[at : at + size] not in known:
                    return False
        return True

    def _not_plain(self) -> Iterator[str]:
        """The texts but those that are ASCII alone, which are kept whole: a site map holds millions of pieces, and none of a Chinese word.

        It stands in a site twice, once packed, and is kept once.
        """
        for text in self._texts:
            if text.isascii():
                self._plain[text] = None
            else:
                yield text

    def _mixed(self, texts: Iterable[str]) -> str:
        """The pieces of some texts that are not ASCII alone; the others, two thirds of them, hold no Chinese word and are kept apart."""
        pieces = _pieces(texts)
        if plain := "\n".join(filter(str.isascii, pieces)):
            self._plain[plain] = None
        return "\n".join(piece for piece in pieces if not piece.isascii())

    @cached_property
    def _runs(self) -> str:
        """Every run of Chinese characters once, each between line ends: what is all Chinese stands within one of them."""
        return "\n".join(("", *{found[0] for found in _HAN.finditer(self._joined)}, ""))

    @cached_property
    def _grams(self) -> frozenset[str]:
        """Every two and every three characters that stand side by side in the runs."""
        runs = self._runs
        sizes = range(2, _LONGEST + 1)
        return frozenset(runs[at : at + size] for size in sizes for at in range(len(runs) - size + 1))


def _pieces(texts: Iterable[str]) -> Collection[str]:
    """The pieces of some texts, each once: pages share two thirds of their lines."""
    lines = dict.fromkeys(line for text in texts for line in text.split("\n"))
    return dict.fromkeys(_CUT.split("\n".join(lines)))


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Texts in lists of some million characters, so that memory does not grow with them."""
    batch: list[str] = []
    size = 0
    for text in texts:
        batch.append(text)
        size += len(text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    yield batch


def stands_in(word: str, text: str) -> bool:
    """Whether a text holds a word, as it is or as HTML writes it."""
    return word in text or (_WRITTEN_OTHERWISE(word) is not None and html.escape(word) in text)


def read_through(text: str) -> str:
    """The lines of a page in which inline elements cut words apart, as they are read: 赵<abbr>甲</abbr> is 赵甲."""
    if LINE_TAG.search(text) is None:
        return ""
    written = set(text.split("\n"))
    return "\n".join(line for line in LINE_TAG.sub("", text).split("\n") if line not in written)


def suspected(words: Collection[str], data: bytes) -> list[str]:
    """Those of the words that may stand in a page, as it is written or read, whose bytes are `data`.

    Nearly all do not, and that is quickly told.
    """
    chinese = _text_and_tags(data)
    if chinese is None:
        return list(words)
    found = _chinese_parts(tuple(words))
    if len(words) >= _FEW:
        known = frozenset(_pairs(chinese))
        found = [each for each in found if known.issuperset(each.pairs)]
    return [each.word for each in found if each.chinese in chinese]


def _text_and_tags(data: bytes) -> str | None:
    """What a page says besides ASCII, without its tags, and after it what they say; None where one does not end.

    A tag that says nothing leaves a mark: where a sign < stands before it, what lies between is not taken for a tag.
    """
    parts = _SPEAKING_TAG.split(data.translate(None, _ASCII_BUT_SIGNS).replace(b"<>", b"\0"))
    text = b"".join(parts[::2])
    return None if b"<" in text else b"".join((text, *parts[1::2])).translate(None, b"<>\0").decode()


class _Sought(NamedTuple):
    """A word, what it holds besides ASCII, and every two characters of that which stand side by side.

    Of a word that holds the sign of a tag nothing is asked: it may reach from a tag into the text.
    """

    word: str
    chinese: str
    pairs: frozenset[str]


@lru_cache(maxsize=4)
def _chinese_parts(words: tuple[str, ...]) -> Sequence[_Sought]:
    """The words as they are sought in Chinese text alone; a branch has several pages, a committee some more."""
    parts = ((word, "" if _NEEDS_TAG(word) else _chinese(word.encode())) for word in words)
    return [_Sought(word, part, frozenset(_pairs(part))) for word, part in parts]


def _pairs(text: str) -> Iterator[str]:
    return (text[at : at + 2] for at in range(len(text) - 1))


def _chinese(data: bytes) -> str:
    """What is left of a text without its ASCII characters."""
    return data.translate(None, _ASCII).decode()


def _bounded_runs(word: str) -> Iterator[str]:
    """The Chinese runs of a word, with a line end where the word goes on in other characters: there a text's run ends too."""
    for run in _HAN.finditer(word):
        before = "\n" if run.start() else ""
        after = "\n" if run.end() < len(word) else ""
        yield f"{before}{run[0]}{after}"
