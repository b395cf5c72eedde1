"""Where something is written: a position in a file, or in a sheet of a workbook."""

from __future__ import annotations

import re
from typing import NamedTuple

_SHEET = re.compile(r"\.\w+!")


class Source(NamedTuple):
    """A position in a file: path as the user would type it from the project root, line and column counted from 1.

    In a table, `path` is the file and its sheet (`台账.xlsx!活动`) and the position is told as spreadsheets tell it
    (`台账.xlsx!活动!D17`); a `column` of 0 is the whole row.
    """

    path: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        if _SHEET.search(self.path):
            return f"{self.path}!{column_letters(self.column)}{self.line}"
        return f"{self.path}:{self.line}:{self.column}"

    def of(self, key: str) -> Source:  # noqa: ARG002 - the loader's subclasses use it
        """The position of the value under `key`; the mapping's own position where that is not known."""
        return self


def column_letters(number: int) -> str:
    """The letters of a column of a table, counted from 1: A, Z, AA; none of 0."""
    letters = ""
    while number > 0:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters
