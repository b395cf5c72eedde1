"""What of a year's register does not end with the year: rows that the next register begins with, and rows still open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.model.record import Record
from generator.model.shape import FieldKind, FieldShape, shape_of


class OpenRow(NamedTuple):
    """A row that is not over: the labels that lead to it (督查·问题), and its first words."""

    path: str
    text: str


class CarriedOver(NamedTuple):
    """What the next year's register begins with, by top-level key as a YAML file holds it; `to_date` lacks a day each."""

    sections: Mapping[str, Any]
    to_date: Mapping[str, Any]


def carried(register: type[Record], tree: Mapping[str, Any]) -> CarriedOver:
    """What of a year's register the next one begins with."""
    to_date: dict[str, Any] = {}
    found: dict[str, Any] = {key: tree[key] for key in register.LASTING if key in tree}
    for field in shape_of(register):
        runs = field.record.RUNS_ON if field.record else None
        if runs is not None and runs.carried and field.many:
            rows = [row for row in _rows(tree.get(field.label)) if not _over(field, row)]
            kept = [
                {key: _left(value, key, runs.anew) for key, value in row.items() if key not in runs.without}
                for row in rows
            ]
            (to_date if runs.anew else found).update({field.label: kept} if kept else {})
    return CarriedOver(found, to_date)


def still_open(register: type[Record], tree: Mapping[str, Any], path: str = "") -> Iterator[OpenRow]:
    """Every row at any depth that is not over and stays where it is, in the order of the register."""
    for field in shape_of(register):
        if field.record is None:
            continue
        own = f"{path}·{field.label}" if path else field.label
        for row in _rows(tree.get(field.label)):
            runs = field.record.RUNS_ON
            if runs and not runs.carried and not _over(field, row) and (not runs.about or row.get(runs.about)):
                yield OpenRow(own, _words(field.record, row, runs.about))
            yield from still_open(field.record, row, own)


def _left(value: Any, key: str, anew: str) -> Any:
    return "" if key == anew else value


def _over(field: FieldShape, row: Mapping[str, Any]) -> bool:
    runs = field.record.RUNS_ON if field.record else None
    return runs is not None and any(row.get(key) for key in runs.over)


def _rows(value: Any) -> list[Mapping[str, Any]]:
    rows = value if isinstance(value, list) else [value]
    return [row for row in rows if isinstance(row, dict)]


def _words(kind: type[Record], row: Mapping[str, Any], about: str) -> str:
    texts = (
        field.label for field in shape_of(kind) if field.required and field.kind in (FieldKind.TEXT, FieldKind.NAME)
    )
    return str(row.get(about or next(texts)) or "")
