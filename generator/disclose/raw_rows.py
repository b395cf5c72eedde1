"""The rows of a register file, as its YAML holds them, that an audience may see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.model.record import SOURCE_KEY, Record, Source
from generator.model.register_sections import records_within


class ShownFiles(NamedTuple):
    """A unit's records as an audience may see them, by file name, and the words that it may see nowhere in them."""

    shown: Mapping[str, Record]
    hidden: tuple[str, ...]


def shown_rows(raw: Mapping[str, Any], shown: Record | None) -> Mapping[str, Any]:
    """A file's mapping without the rows that the record, as the audience may see it, does not hold; empty for no record.

    Rows are told by their places in the file: what a projection takes out, or a view withholds, is not there.  Fields that
    the audience may not see have no column; see `model/sheet.py`.
    """
    places = {each.source for each in records_within(shown)} if shown is not None else set()
    kept = _kept(raw, places) if shown is not None else {}
    return kept if isinstance(kept, Mapping) else {}


def _kept(value: Any, places: set[Source]) -> Any:
    if isinstance(value, Mapping):
        return {key: _kept(item, places) for key, item in value.items() if key != SOURCE_KEY}
    if isinstance(value, list):
        return [_kept(item, places) for item in value if not isinstance(item, Mapping) or item[SOURCE_KEY] in places]
    return value
