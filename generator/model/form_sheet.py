"""Blank forms as they lie on A4: cells with room to write, tables with rows, who signs.  They know nothing of Typst.

A text may hold boxes to tick, written `□` or, ticked already, `☑` before their words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class BlankCell(NamedTuple):
    """A label and the room beside it, so many `lines` to write on; `parts` stand there already and do not break."""

    label: str
    required: bool = False
    hint: str = ""
    parts: tuple[str, ...] = ()
    lines: int = 1


BlankRow = tuple[BlankCell, ...]
"""One cell of the sheet's full width, or two beside each other."""


class BlankTable(NamedTuple):
    """Rows to write in under heads; `widths` are parts of the sheet's width, `lines` how many each row has to write on.

    A table that `fills` the sheet gets as many more rows as there is room for.
    """

    label: str
    note: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: int = 1
    fills: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSheet:
    """One form: its number and the day since which it is as it is (in words), the standards it answers, what to write."""

    id: str
    number: str
    revised: str
    title: str
    note: str
    answers: tuple[str, ...]
    blocks: tuple[tuple[BlankRow, ...] | BlankTable, ...]
    signatures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormBooklet:
    """Several forms bound together, or one alone; `institution` and `note` (整理稿) stand at the foot of each.

    A form is the same in every edition and year: what is written on it decides who may see it.
    """

    title: str
    institution: str
    note: str
    as_of: date
    sheets: tuple[FormSheet, ...]
