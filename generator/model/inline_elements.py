"""HTML elements that stand within a line of text: what is written before, in and after one is read together."""

from __future__ import annotations

import re

LINE_ELEMENTS = (
    "a|abbr|b|bdi|button|cite|code|data|del|dfn|em|i|img|input|ins|kbd|label|mark|picture|q|rp|rt|ruby|s|samp"
    "|source|span|strong|sub|sup|time|u|var|wbr"
)
"""Their names, as alternatives of a regular expression."""

LINE_TAG = re.compile(rf"</?(?:{LINE_ELEMENTS})\b[^>]*>")
"""Where one begins or ends."""
