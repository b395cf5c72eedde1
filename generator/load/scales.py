"""`docs/scales.md`: the scales, read from the page that people replace: a heading with its anchor, and a numbered list."""

from __future__ import annotations

import re
from pathlib import Path

from generator.model.scale import NO_SCALE, Scale

PAGE = "scales.md"
BRANCH_SCALE = "branches"
"""The anchor of the scale for branches."""

_HEADING = re.compile(r"^## (?P<name>[^：:{]+?)(?:[：:][^{]*)?\s*\{#(?P<anchor>[\w-]+)\}\s*$", re.MULTILINE)
_ITEM = re.compile(r"^\d+\.\s+(.+?)\s*$", re.MULTILINE)


def load_scale(docs: Path, anchor: str) -> Scale:
    """The scale under the heading with that anchor; NO_SCALE where the page or the heading is not there."""
    page = docs / PAGE
    text = page.read_text(encoding="utf-8", errors="replace") if page.is_file() else ""
    headings = list(_HEADING.finditer(text))
    ends = [*(found.start() for found in headings[1:]), len(text)]
    for found, end in zip(headings, ends, strict=False):
        if found["anchor"] == anchor:
            return Scale(found["name"], tuple(_ITEM.findall(text, found.end(), end)))
    return NO_SCALE
