"""The lines of a text with their offsets, and the label (number) that each begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.documents.outline.doubtful_labels import without_prose_labels
from generator.documents.outline.labels import bare_of, label_of
from generator.documents.outline.quoted_wording import without_quoted_labels
from generator.documents.outline.run_in_items import with_items_apart
from generator.model.clause import Note
from generator.model.text_line import TextLine

_HEADING_MARK = re.compile(r"[ \t]*(#{1,6})[ \t]")


def lines_of(text: str) -> tuple[list[TextLine], list[Note]]:
    """Every line of a folded text, and what is irregular about the marks around quoted wording.

    Only a line feed ends a line, but items that share one are lines of their own.
    """
    lines, notes = without_quoted_labels(list(_lines(text)))
    return list(with_items_apart(list(without_prose_labels(lines)))), notes


def _lines(text: str) -> Iterator[TextLine]:
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        words = text[start:end].removesuffix("\n")
        heading = _HEADING_MARK.match(words)
        bare = bare_of(words)
        level = len(heading[1]) if heading else 0
        yield TextLine(
            start, end, words, bare.rstrip("# ") if level else bare, label_of(words) if bare else None, level
        )
        start = end
