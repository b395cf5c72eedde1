"""The text of a document as its file gives it, before it is parsed."""

from __future__ import annotations

from typing import NamedTuple

from generator.model.clause import Note


class Manuscript(NamedTuple):
    """A text with plain line feeds, and notes on what of its file is not in it.

    A table of a Word file or a web page is lines of cells: `| 甲 | 乙 |`.  A note's `start` is an offset in `text`; of what
    was left out it is where it would have stood.  `markup` is false where marks of Markdown and HTML are words, because
    the file has its own format.
    """

    text: str
    notes: tuple[Note, ...] = ()
    markup: bool = True
