"""Markup of Office files (OOXML, OpenDocument) as a reader sees it: words whole, whatever runs they are cut into."""

from __future__ import annotations

import html
import re
from decimal import Decimal

_END = re.compile(
    r"</(?:\w+:)?(?:p|h|c|si|tc|row|tr|table-cell|list-item|comment|text|is)>|<(?:\w+:)?(?:br|tab|cr)\b[^>]*>"
)
"""Where a paragraph, a cell or a line ends; all other tags stand within words."""

_TAG = re.compile(r"<[^<>]*>")
_SCIENTIFIC = re.compile(r"(<(?:\w+:)?v>)(\d(?:\.\d+)?E\+?\d{1,2})(?=</)")
"""A long number as Excel keeps it: 1.3800138E10."""


def office_texts(markup: str) -> str:
    """The text of a part, a line for each paragraph or cell; and the markup, whose attributes name authors and tell alt texts."""
    plain = _SCIENTIFIC.sub(lambda found: f"{found[1]}{int(Decimal(found[2]))}", markup)
    text = _TAG.sub("", _END.sub("\n", plain))
    return f"{html.unescape(text)}\n{markup}"
