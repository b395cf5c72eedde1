"""Where the registers hold the rows of each system that the plan calls for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from generator.model.files import RECORD_FILES
from generator.model.record import Record
from generator.model.record_file import RecordFile
from generator.model.shape import shape_of


class RegisteredAt(NamedTuple):
    """Where rows of a system stand: the file, and the keys that lead to them (none where it is the whole file)."""

    file: RecordFile
    keys: tuple[str, ...]
    record: type[Record]


@cache
def registered() -> Mapping[str, tuple[RegisteredAt, ...]]:
    """By system, every place in a file of records where its rows stand, in the order of the files."""
    found: dict[str, list[RegisteredAt]] = {}
    for file in RECORD_FILES:
        if file.record is not None:
            for place in _places(file, file.record, ()):
                for id in place.record.SYSTEMS:
                    found.setdefault(id, []).append(place)
    return {id: tuple(rows) for id, rows in found.items()}


def _places(file: RecordFile, kind: type[Record], keys: tuple[str, ...]) -> Iterator[RegisteredAt]:
    yield RegisteredAt(file, keys, kind)
    for shape in shape_of(kind):
        if shape.record is not None:
            yield from _places(file, shape.record, (*keys, shape.label))
