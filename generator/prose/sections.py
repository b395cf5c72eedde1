"""The text that a finished page shows, by section: what is searched.

A section begins at a heading with an id and ends at the next one.  Works on the HTML that this program and MkDocs write,
which is valid: elements are cut out by their tags, without a tree, since a site has a thousand sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from generator.model.inline_elements import LINE_ELEMENTS

UNSEARCHED = "data-unsearched"
"""The attribute of an element whose text is no part of what is searched: what changes with the day or with records."""

_ARTICLE = re.compile(r"<article\b[^>]*>")
_SILENT = re.compile(
    r"<(script|style|svg|select|textarea|template)\b.*?</\1>"
    r'|<a class="headerlink".*?</a>|<p class="zb-(?:print-head|edition)".*?</p>|<!--.*?-->',
    re.DOTALL,
)
_HEADING = re.compile(r'<h([1-4])\b[^>]*?\bid="([^"]*)"[^>]*>(.*?)</h\1>', re.DOTALL)
_UNSEARCHED = re.compile(rf"<([a-z][a-z0-9]*)\b[^>]*?\s{UNSEARCHED}\b[^>]*>")
_BLOCK = re.compile(rf"<(?!/?(?:{LINE_ELEMENTS})\b)[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_FOLDED = re.compile(r'<summary><span[^>]*>([^<]*)(.*)</summary>\n<div[^>]*? id="([^"]*)"')
_SUMMARY = "<summary>"
_BETWEEN = "\0"
"""A character that HTML cannot hold."""

_SHORT = 2000
"""HTML of a section of a unit's page whose text is kept, at most: of a longer one the heading will do."""

_BLANKS = "\t\xa0\u3000"
_RUN = re.compile(" {2,}")


class PageSection(NamedTuple):
    """A part of a page: the fragment of its address (empty for the head of the page), its heading, and its text.

    A line of the text is a block of the page: a paragraph, an item of a list, a cell of a table.
    """

    anchor: str
    heading: str
    text: str


class RegisterRow(NamedTuple):
    """A row of a register: the fragment of its address, and its cells, a line each."""

    anchor: str
    text: str


def article_of(html: str) -> str:
    """The article of a page as the theme wrote it; empty where there is none."""
    found = _ARTICLE.search(html)
    return html[found.end() : html.rindex("</article>")] if found else ""


def page_sections(article: str) -> Iterator[PageSection]:
    """The sections of an article.  What stands before the first heading belongs to the head of the page."""
    _, *pieces = _HEADING.split(_SILENT.sub("", _without_unsearched(article)))
    for at in range(0, len(pieces), 4):
        _, anchor, heading, body = pieces[at : at + 4]
        yield PageSection(anchor if at else "", _shown(heading).replace("\n", " "), _shown(body))


def register_rows(body: str) -> list[RegisterRow]:
    """Every row of a table that has an address of its own."""
    found = [row[: row.index("</tr>")].partition(">") for row in body.split('<tr id="')[1:]]
    anchors = (head[: head.index('"')] for head, _, _ in found)
    return list(map(RegisterRow, anchors, _shown_each(cells for _, _, cells in found)))


def unit_sections(body: str) -> list[PageSection]:
    """The sections of a page of a branch or committee, and its findings by standard, which are folded.

    Of the head and of a long section there is the heading alone, of a finding what its summary says.
    """
    anchors, said = list[str](), list[str]()
    _, *pieces = _HEADING.split(body)
    for at in range(0, len(pieces), 4):
        _, anchor, heading, text = pieces[at : at + 4]
        folded = _FOLDED.findall(text) if _SUMMARY in text else []
        anchors += (anchor if at else "", *(id for _, _, id in folded))
        said += (heading, text if at and len(text) <= _SHORT else "")
        said += (part for name, verdict, _ in folded for part in (name, verdict))
    shown = _shown_each(said)
    return list(map(PageSection, anchors, shown[::2], shown[1::2]))


def _shown_each(pieces: Iterable[str]) -> list[str]:
    """What each piece of HTML says; hundreds of short ones are sooner read as one."""
    return [text.strip() for text in _shown(_BETWEEN.join(pieces)).split(_BETWEEN)]


def _shown(html: str) -> str:
    """What a piece of HTML says: a line a block, without blanks at the ends of lines."""
    text = unescape(_TAG.sub("", _BLOCK.sub("\n", html.replace("\n", " "))))
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    return "\n".join(filter(None, map(str.strip, _RUN.sub(" ", text).split("\n"))))


def _without_unsearched(html: str) -> str:
    """HTML without the elements that are marked as no part of what is searched, whatever they hold."""
    while (found := _UNSEARCHED.search(html)) is not None:
        html = html[: found.start()] + html[_end(html, found[1], found.end()) :]
    return html


def _end(html: str, tag: str, at: int) -> int:
    """Where the element ends whose opening tag ends at `at`."""
    depth = 1
    for found in re.compile(rf"<(/?){tag}\b[^>]*>").finditer(html, at):
        depth += -1 if found[1] else 1
        if depth == 0:
            return found.end()
    return len(html)
