"""The lines that were read of the body, a cell, a text box or a note of a Word file."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.documents.word.package import LargePackageError
from generator.model.transcript import LeftOut, ReadLine, Reason

LINE_LIMIT = 30_000
"""Paragraphs and table rows at most; a handbook of five hundred pages has a third."""

_TEXT_LIMIT = 6_000_000
_CONTENTS_HEADINGS = re.compile(
    r"(?:[附插]?[图表]|图表|[插附]图表?|表格|图片)?(?:目[录次]|清单|索引)|contents|tableof(?:contents|figures|tables)|listof(?:figures|tables)"
)


class LineList:
    """The lines of one container, within the limits of a document."""

    def __init__(self, *, is_body: bool) -> None:
        self.lines: list[ReadLine] = []
        self.is_body = is_body
        self.is_begun = False
        """Whether a line of text was read: the first is no heading but the title."""

        self._size = 0

    def add(self, line: ReadLine) -> None:
        """The next line; raises LargePackageError beyond a limit."""
        if line.text is None and line.left_out and line.left_out[0].reason is Reason.CONTENTS:
            self._take_heading()
        self.lines.append(line)
        self._size += len(line.text or "")
        self.is_begun |= not line.is_row and bool(line.text and line.text.strip())
        if len(self.lines) > LINE_LIMIT:
            raise LargePackageError("Word 文件超过三万段")
        if self._size > _TEXT_LIMIT:
            raise LargePackageError("Word 文件里的文字超过六百万字")

    def leave(self, reason: Reason, words: str = "") -> None:
        """A whole block is left out here."""
        self.add(ReadLine(None, [LeftOut(reason, words, 0)]))

    def _take_heading(self) -> None:
        """The word 目录 above a table of contents goes with it."""
        at = len(self.lines)
        while at and self.lines[at - 1].text is not None and not (self.lines[at - 1].text or "").strip():
            at -= 1
        heading = (self.lines[at - 1].text if at else None) or ""
        if _CONTENTS_HEADINGS.fullmatch("".join(heading.replace("*", "").split()).lower()):
            self.lines[at - 1 :] = [ReadLine(None, [LeftOut(Reason.CONTENTS, heading, 0)])]


def moved(left_out: Sequence[LeftOut], by: int, length: int) -> Sequence[LeftOut]:
    """The places of a line's text of this length, where as many characters are put before it."""
    return [left._replace(at=min(max(left.at + by, 0), length + max(by, 0))) for left in left_out]


def joined_words(lines: Sequence[ReadLine]) -> str:
    """The words of the lines that are no rows of tables."""
    return " ".join(line.text for line in lines if line.text is not None and not line.is_row)
