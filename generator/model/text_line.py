"""A line of a document with its offsets, and the label (number) that it begins with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.clause import UNNUMBERED_STYLES, Style

_CLOSES = (*"。！？；;.!?", "。”", "！”", "？”", "；”", "。）")
_SENTENCE_CLOSES = tuple(each for each in _CLOSES if each[0] not in "；;")


class Label(NamedTuple):
    """The label at the beginning of a line; `body` is the offset of the text behind it.

    `inserted` is 1 of 第三条之一, an article that was put in later.  A label that is not `firm` may be prose: 第五条… without
    a space; the numbers before and after decide.  `rank` is how deep a label is nested that says so itself, as in a table.
    """

    style: Style
    number: int
    text: str
    body: int
    inserted: int = 0
    firm: bool = True
    rank: float | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line, from `start` to `end` with its line feed; `bare` is its text without Markdown marks.

    `heading` is the level of a Markdown heading: 1 for `# `, 0 where the line is none.  A `quoted` line is wording that the
    document quotes over several lines: no clause, title or part of the document itself.
    """

    start: int
    end: int
    text: str
    bare: str
    label: Label | None
    heading: int = 0
    quoted: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether it has no visible text."""
        return not self.bare

    @property
    def is_numbered(self) -> bool:
        """Whether its label is a number, not a word or heading."""
        return self.label is not None and self.label.style not in UNNUMBERED_STYLES

    @property
    def closes(self) -> bool:
        """Whether it ends a sentence."""
        return self.bare.endswith(_CLOSES)

    @property
    def closes_paragraph(self) -> bool:
        """Whether it ends a sentence that no further item follows: with a full stop, not with a semicolon."""
        return self.bare.endswith(_SENTENCE_CLOSES)
