"""Comments that head the rows of a month, as people write them: `# 二月`, `# 12 月`, `# 2019年3月`."""

from __future__ import annotations

import re
from typing import Any

from generator.edit.text_edits import TextEdits
from generator.model.numerals import number

_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])(?:-\d\d)?$")
_MONTH = re.compile(r"[ \t]*#[#\s\-—=－]*(?:\d{4}\s*年\s*)?(\d\d?|[一二三四五六七八九十]{1,2})\s*月份?[\s\-—=－：:]*$")


def heading_end(edits: TextEdits, start: int, end: int, row: Any) -> int:
    """Where a row goes between two others: behind the comment that heads its month, else at the beginning of the gap."""
    month = month_of(row)
    at = start
    while month and at < end:
        behind = edits.line_end(at)
        if _headed(edits.text[at:behind].rstrip("\r\n")) == month:
            return behind
        at = behind
    return start


def month_of(row: Any) -> int | None:
    """The month of the first day in a row."""
    values = row.values() if isinstance(row, dict) else ()
    found = (_DAY.match(value) for value in values if isinstance(value, str))
    return next((int(match[1]) for match in found if match), None)


def _headed(line: str) -> int | None:
    found = _MONTH.match(line)
    return number(found[1]) if found else None
