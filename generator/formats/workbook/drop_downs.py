"""What a column lets people enter: drop-downs, days, numbers; whatever else is typed is refused with a message.

Excel takes a list of up to 255 characters in line; a longer one stands in a column of a hidden sheet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.cell_text import NONE_STATED, SHORT_VALUES
from generator.model.record import column_letters
from generator.model.shape import FieldKind
from generator.model.sheet_layout import SheetColumn
from generator.model.workbook_stamp import LISTS_SHEET

_IN_LINE = 255
_DAYS = (61, 109574)
"""1900-03-01 and 2199-12-31, as Excel counts: it counts the days before wrongly."""

_TITLE = "填得不对"
_RULES: Mapping[FieldKind, Mapping[str, Any]] = {
    FieldKind.DAY: {
        "validate": "date",
        "criteria": "between",
        "minimum": _DAYS[0],
        "maximum": _DAYS[1],
        "error_message": "这一格写日期，如 2019-03-14。",
    },
    FieldKind.COUNT: {
        "validate": "integer",
        "criteria": "between",
        "minimum": 0,
        "maximum": 999_999_999,
        "error_message": "这一格写整数，不带单位，如 18。没有的写 0，不知道的不写。",
    },
    FieldKind.NUMBER: {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": 999_999_999,
        "error_message": "这一格写数，最多两位小数，不带单位，如 18.5。",
    },
}


class WordLists:
    """The lists of a workbook that are too long to stand in line, a column each of the hidden sheet."""

    def __init__(self, words: Mapping[FieldKind, tuple[str, ...]], year: int) -> None:
        """`words` are what may be chosen in fields of a kind."""
        self._words = {
            FieldKind.FLAG: ("是", "否"),
            FieldKind.MONTH: tuple(f"{year}-{month:02}" for month in range(1, 13)),
            **words,
        }
        self.columns: list[Sequence[str]] = []

    def rule(self, column: SheetColumn, *, none: bool = False) -> dict[str, Any] | None:
        """The validation of a column as XlsxWriter takes it; None where anything may be written.

        Where several words may stand in a cell, or the year's months may not be all, the list only offers.  `none` is set
        where the cell may also state that there are no rows.
        """
        words = column.choices or self._words.get(column.kind, ())
        words = (*words, NONE_STATED) if words and none else words
        if words:
            only = not column.many and column.kind is not FieldKind.MONTH
            told = {"error_title": _TITLE, "error_message": "请从下拉的选项里选。"} if only else {"show_error": False}
            return {"validate": "list", "source": self._source(words), **told}
        rule = None if column.many else _RULES.get(column.kind)
        return {**rule, "error_title": _TITLE} if rule else None

    def _source(self, words: tuple[str, ...]) -> list[str] | str:
        if len(",".join(words)) <= _IN_LINE and not any("," in word or word.strip() != word for word in words):
            return list(words)
        if words not in self.columns:
            self.columns.append(words)
        letter = column_letters(self.columns.index(words) + 1)
        return f"='{LISTS_SHEET}'!${letter}$1:${letter}${len(words)}"


def how_to_write(column: SheetColumn) -> str:
    """What a note at the head of a column says; empty where the head says it all."""
    several = (
        ""
        if not column.many
        else "可以写几项，用顿号隔开，或者一行一项。"
        if column.kind in SHORT_VALUES
        else "可以写几项，一行一项。"
    )
    needed = column.required and column.depth and f"写了“{column.path[column.depth - 1]}”的必填。"
    lines = (plainly(column.hint), several, needed)
    return "\n".join(line for line in lines if line)


def plainly(hint: str) -> str:
    """A hint of a declaration for those who fill in a workbook: an empty list is stated in its words."""
    return hint.replace("空列表", NONE_STATED).replace("[]", NONE_STATED)
