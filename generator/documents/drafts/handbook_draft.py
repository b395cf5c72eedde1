"""Draft of a handbook from its clauses: Markdown pages for a person to finish."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.model.clause import FORMAL_STYLES, Clause, Document, Style

_LEADING = re.compile(r"^(\d*)([.)+:-])")
"""Marks that begin a list or a rule.  After a number that needs a space as well, but escaping is harmless."""

_SPECIAL = str.maketrans(
    {mark: f"\\{mark}" for mark in "\\`*_{}[]#!"} | {mark: f"&#{ord(mark)};" for mark in "&<>|~?^="}
)
"""Python-Markdown 3 unescapes a backslash only before the first group; the others become character references."""


def pages_of(document: Document) -> dict[str, str]:
    """File names and contents: a page for each article, else for each second-level clause, else for each clause; an index."""
    clauses = _chosen(document)
    pages = {f"{clause.anchor}.md": _page(clause, document) for clause in clauses}
    return {"index.md": _index(document, clauses), **pages}


def _chosen(document: Document) -> list[Clause]:
    articles = [clause for clause in document.walk() if clause.style is Style.ARTICLE]
    if articles:
        return articles
    return [each for clause in document.clauses for each in (clause.children or (clause,))]


def _index(document: Document, clauses: list[Clause]) -> str:
    """The table of contents, with the text that is on no page: the preamble and the clauses above those with pages."""
    paragraphs = [f"{markdown_escaped(line)}\n" for line in (document.preamble or "").split("\n") if line]
    pages = {each.anchor for each in clauses}
    rows = [row for clause in document.clauses for row in _rows(clause, pages)]
    return f"{_front(document, None)}# {markdown_escaped(document.title or '未命名')}\n\n" + "\n".join(
        [*paragraphs, *rows]
    )


def _rows(clause: Clause, pages: set[str]) -> Iterator[str]:
    if clause.anchor in pages:
        yield f"- [{_heading(clause)}]({clause.anchor}.md)\n"
        return
    first, *lines = _lines(clause)
    yield f"{'#' * min(clause.level + 1, 6)} {markdown_escaped(first)}\n"
    yield from (f"{markdown_escaped(line)}\n" for line in lines)
    for child in clause.children:
        yield from _rows(child, pages)


def _page(clause: Clause, document: Document) -> str:
    return f"{_front(document, clause)}# {_heading(clause)}\n\n" + "\n".join(marked_paragraphs(clause))


def _front(document: Document, clause: Clause | None) -> str:
    """The front matter; 稿源 is 原文, because the text is the document's own."""
    rows = {"稿源": "原文", "出处": document.title or "", "条款": clause.id if clause else None}
    lines = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in rows.items() if value is not None
    )
    return f"---\n{lines}---\n"


def _heading(clause: Clause) -> str:
    """The number and, if short, the first sentence; the text below repeats it in full."""
    words = clause.text.partition("\n")[0].strip()
    heading = words.partition("。")[0]
    return markdown_escaped(f"{clause.id} {heading}" if 0 < len(heading) <= 30 else clause.id)


def marked_paragraphs(clause: Clause) -> Iterator[str]:
    """The paragraphs of a clause and of those below it as Markdown, each clause below with its anchor."""
    for each in clause.walk():
        anchor = f'<a id="{each.anchor}"></a>' if each is not clause else ""
        for at, line in enumerate(_lines(each)):
            yield f"{'' if at else anchor}{markdown_escaped(line)}\n"


def _lines(clause: Clause) -> list[str]:
    """A clause's own paragraphs, the first with its number."""
    first, *rest = clause.text.split("\n")
    between = " " if clause.style in FORMAL_STYLES and first.strip() else ""
    return [f"{clause.label}{between}{first.strip()}", *(line.strip() for line in rest if line.strip())]


def markdown_escaped(words: str) -> str:
    """A line of the document with all Markdown and HTML syntax markdown_escaped."""
    return _LEADING.sub(_escape_leading, words.translate(_SPECIAL))


def _escape_leading(found: re.Match[str]) -> str:
    return f"{found[1]}&#{ord(found[2])};"
