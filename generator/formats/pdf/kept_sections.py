"""A chapter of which a book takes some sections only, as a part of the handbook takes the readings that it rests on."""

from __future__ import annotations

from lxml.html import HtmlElement

from generator.formats.pdf.site_only import section_of


def keep_sections(root: HtmlElement, kept: frozenset[str]) -> None:
    """Remove from a chapter's tree every section, told by the id of its `h2` or `h3`, that neither is nor holds a kept one.

    What stands before the first section stays.
    """
    for heading in root.xpath(".//h2 | .//h3"):
        section = list(section_of(heading)) if heading.getparent() is not None else []
        if section and kept.isdisjoint(part.get("id") for part in section if part.tag in ("h2", "h3")):
            for part in section:
                part.drop_tree()
