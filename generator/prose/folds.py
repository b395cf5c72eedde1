"""Sections of a page that are folded: `## 空表 {#blank .zb-folded}`, up to the next heading of its level."""

from __future__ import annotations

import re

_SECTION = re.compile(
    r'(?P<heading><h2\b[^>]*\bclass="[^"]*(?<![\w-])zb-folded(?![\w-])[^"]*"[^>]*>.*?</h2>)(?P<body>.*?)(?=<h2\b|</article>|\Z)',
    re.DOTALL,
)


def fold_sections(html: str) -> str:
    """Put each such section into a fold whose summary is its heading; in print and in the PDF it stands open."""
    return _SECTION.sub(_folded, html)


def _folded(found: re.Match[str]) -> str:
    return f'<details class="zb-fold zb-section"><summary>{found["heading"]}</summary>{found["body"]}</details>\n'
