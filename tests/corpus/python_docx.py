"""The corpus as Word files made by python-docx: typed numbers, in plain paragraphs or in heading styles; tables."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
from docx.document import Document

from tests.corpus.original import Kind, Line, Original, lines_of_original


def _saved(original: Original, add: Callable[[Document, Line], None]) -> bytes:
    document = docx.Document()
    for line in lines_of_original(original):
        if line.kind is Kind.ROWS:
            _add_table(document, line.rows)
        else:
            add(document, line)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _add_table(document: Document, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for cell, words in zip(table.rows[at].cells, row, strict=True):
            cell.text = words


def _plain(document: Document, line: Line) -> None:
    document.add_paragraph(line.label + line.words)


def _headed(document: Document, line: Line) -> None:
    """Title and clauses with others below them in heading styles, line breaks between the lines of 落款."""
    if line.kind is Kind.TITLE:
        document.add_heading(line.words, 0)
    elif line.item is not None and line.item.children and line.kind is Kind.CLAUSE:
        document.add_heading(line.label + line.words, min(line.depth + 1, 9))
    else:
        document.add_paragraph(line.label + line.words)


PYTHON_DOCX: dict[str, Callable[[Original], bytes]] = {
    "python-docx.docx": lambda original: _saved(original, _plain),
    "python-docx-headings.docx": lambda original: _saved(original, _headed),
}
"""By what the file name ends with."""
