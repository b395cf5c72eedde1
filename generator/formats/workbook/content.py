"""What a workbook of a unit holds, before it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from generator.model.record import Audience
from generator.model.shape import FieldKind
from generator.model.sheet import Cells
from generator.model.sheet_layout import SheetLayout


class FilledSheet(NamedTuple):
    """One sheet: its layout, the marked lines of an example and of the rows on record, and how many rows those are.

    `file` and `when` tell of which register it is a part, and when that is written.
    """

    layout: SheetLayout
    example: tuple[Cells, ...]
    lines: tuple[Cells, ...]
    rows: int
    file: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWorkbook:
    """The workbook of a unit and year, for one audience.

    `scope` is the unit (`branch:xx-1`, `committee:xx`, `school`), `recipient` who gets it back; `words` are what may be
    chosen in fields of a kind, `branches` the ids and names of the branches that its rows may name.
    """

    scope: str
    name: str
    recipient: str
    year: int
    as_of: date
    audience: Audience
    sheets: tuple[FilledSheet, ...]
    words: Mapping[FieldKind, tuple[str, ...]] = field(default_factory=dict)
    branches: tuple[tuple[str, str], ...] = ()

    @property
    def file_name(self) -> str:
        """What its file is called among others."""
        return f"{self.scope.replace(':', '-')}-{self.year}.xlsx"
