"""Sections of a page that are folded: `## 空表 {#blank .zb-folded}`, up to the next heading of its level."""

from __future__ import annotations

import re

_SECTION = re.compile(
    r'(?P<heading><h2\b[^>]*\bclass="[^"]*(?<![\w-])zb-folded(?![\w-])[^"]*"[^>]*>.*?</h2>)(?P<body>.*?)(?=<h2\b|</article>|\Z)',
    re.DOTALL,
)
_PERMALINK = re.compile(r'<a class="headerlink"[^>]*>.*?</a>', re.DOTALL)


def fold_sections(html: str) -> str:
    """Put each such section into a fold whose summary is its heading; in print and in the PDF it stands open."""
    return _SECTION.sub(_folded, html)


def _folded(found: re.Match[str]) -> str:
    # A summary is a control, and may hold no other (axe): the heading keeps its id, and loses the link to itself.
    heading = _PERMALINK.sub("", found["heading"])
    return f'<details class="zb-fold zb-section"><summary>{heading}</summary>{found["body"]}</details>\n'
