"""One table for other programs: CSV that Excel opens right and computes nothing of, and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.model.shape import FieldKind

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell of a CSV file for a formula."""

_BOM = "\ufeff"


class FlatTable(NamedTuple):
    """A table: its title, its columns with what stands in them, its rows as texts, and the same as objects for JSON."""

    title: str
    columns: tuple[tuple[str, FieldKind], ...]
    rows: Sequence[tuple[str, ...]]
    objects: Sequence[Mapping[str, Any]]


def to_csv(table: FlatTable, *, marked: bool) -> str:
    """The table as CSV; `marked` puts a byte order mark before it, by which Excel knows that it is UTF-8.

    A text that would be a formula has an apostrophe before it.
    """
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow([name for name, _ in table.columns])
    writer.writerows([[_defused(cell) for cell in row] for row in table.rows])
    return _BOM * marked + made.getvalue()


def to_json_rows(table: FlatTable) -> str:
    """The table as a JSON array, an object a line."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in table.objects)
    return f"[\n{lines}\n]\n"


def _defused(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
