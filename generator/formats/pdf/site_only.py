"""What a page of the site says that its chapter in the book does not: the parts that bear the class `zb-site-only`.

Pages mark them in their source, by an attribute list: a heading with all of its section, the head of a table's column with
the column, or any other block or span by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

SITE_ONLY = "zb-site-only"
"""The class that marks them; the site shows them like anything else."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def drop_site_only(root: HtmlElement) -> list[str]:
    """Remove them from a chapter's tree; the text of each part that went, in the page's order."""
    dropped = []
    for marked in root.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {SITE_ONLY} ')]"):
        if root not in marked.iterancestors():
            continue  # gone with a section before it
        parts = list(_parts(marked))
        dropped.append("\n".join(part.text_content() for part in parts))
        for part in parts:
            part.drop_tree()
    return dropped


def section_of(heading: HtmlElement) -> Iterator[HtmlElement]:
    """The heading and what follows it, up to a heading of the same rank or above."""
    yield heading
    for part in heading.itersiblings():
        if part.tag in _HEADINGS and part.tag <= heading.tag:
            return
        yield part


def _parts(marked: HtmlElement) -> Iterator[HtmlElement]:
    if marked.tag in _HEADINGS:
        yield from section_of(marked)
    elif marked.tag == "th":
        yield from _column(marked)
    else:
        yield marked


def _column(head: HtmlElement) -> Iterator[HtmlElement]:
    """The cells of a column of a table without spans."""
    place = len(list(head.itersiblings(preceding=True)))
    table = next(head.iterancestors("table"))
    for row in table.iter("tr"):
        yield row[place]
