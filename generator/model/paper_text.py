"""The marks in which samples are written, as blocks of a paper.

A line is a paragraph: `# ` title, `## ` heading, `> ` note, `: ` without indent, `@ ` signature, any other running text;
lines `| a | b |` that follow each other are a table whose first row says what the columns are, and `×5` behind one makes
five rows of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from generator.model.paper import PaperBlock, PaperTable, PaperText, TextLook, headed_table

_MARKS = {
    "## ": TextLook.HEADING,
    "# ": TextLook.TITLE,
    "> ": TextLook.NOTE,
    ": ": TextLook.PLAIN,
    "@ ": TextLook.RIGHT,
}
_ROW = re.compile(r"\|(?P<cells>.*)\|(?:\s*×(?P<times>[1-9]\d?))?\s*")
_NARROWEST, _WIDEST = 3.0, 10.0
_ROW_HEIGHT = 10.0


def paper_blocks(text: str) -> Iterator[PaperBlock]:
    """The blocks of a text; empty lines only part them."""
    lines = [line.strip() for line in text.split("\n")]
    for is_row, group in groupby((line for line in lines if line), key=lambda line: line.startswith("|")):
        if is_row:
            yield _table([row for line in group for row in _rows(line)])
        else:
            yield from map(_paragraph, group)


def title_of(text: str) -> str:
    """The first title of a text; its first line where it has none."""
    blocks = [block for block in paper_blocks(text) if isinstance(block, PaperText)]
    return next((block.text for block in blocks if block.look is TextLook.TITLE), blocks[0].text if blocks else "")


def _paragraph(line: str) -> PaperText:
    mark = next((mark for mark in _MARKS if line.startswith(mark)), "")
    return PaperText(line.removeprefix(mark).strip(), _MARKS.get(mark, TextLook.BODY))


def _rows(line: str) -> list[tuple[str, ...]]:
    found = _ROW.fullmatch(line)
    if found is None:
        return [(line.strip("| "),)]
    return [tuple(cell.strip() for cell in found["cells"].split("|"))] * int(found["times"] or 1)


def _table(rows: list[tuple[str, ...]]) -> PaperTable:
    columns = max(map(len, rows))
    heads, *filled = [(*row, *[""] * (columns - len(row))) for row in rows]
    widths = tuple(min(_WIDEST, max(_NARROWEST, *(len(row[at]) for row in (heads, *filled)))) for at in range(columns))
    return headed_table(heads, filled, widths, (8.0, _ROW_HEIGHT))
