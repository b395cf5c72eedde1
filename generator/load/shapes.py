"""The shape of a record kind, read from its annotations: which fields hold records, which hold plain mappings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.record import SOURCE_KEY, Record


class Field(NamedTuple):
    """One field under its Chinese key: the record kind it holds, if any, and whether it is a plain mapping."""

    info: FieldInfo
    record: type[Record] | None
    mapping: bool


@cache
def fields_of(kind: type[Record]) -> Mapping[str, Field]:
    """The fields of a record kind by their Chinese keys."""
    fields = {}
    for name, info in kind.model_fields.items():
        if name != "source":
            record, mapping = _inside(info.annotation)
            fields[str(info.alias)] = Field(info, record, mapping)
    return fields


def kind_at(kind: type[Record] | None, path: Sequence[str | int]) -> type[Record] | None:
    """The record kind of the mapping at the end of `path`, or None where that is no record."""
    for step in path:
        if isinstance(step, str) and kind is not None:
            field = fields_of(kind).get(step)
            kind = field.record if field else None
    return kind


def strip_sources(block: dict[str, Any], kind: type[Record]) -> None:
    """Take the place back out of every mapping that does not become a record (参数)."""
    for key, inner in _plan(kind):
        value = block.get(key)
        if inner is None:
            _strip(value)
            continue
        for item in value if isinstance(value, list) else (value,):
            if isinstance(item, dict):
                strip_sources(item, inner)


@cache
def _plan(kind: type[Record]) -> tuple[tuple[str, type[Record] | None], ...]:
    """The keys under which plain mappings lie: directly (None), or somewhere inside another kind."""
    plan: list[tuple[str, type[Record] | None]] = []
    for key, field in fields_of(kind).items():
        if field.mapping:
            plan.append((key, None))
        elif field.record is not None and _plan(field.record):
            plan.append((key, field.record))
    return tuple(plan)


def _strip(value: object) -> None:
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            item.pop(SOURCE_KEY, None)
            waiting.extend(item.values())
        elif isinstance(item, list):
            waiting.extend(item)


def _inside(annotation: Any) -> tuple[type[Record] | None, bool]:
    """The record kind within `tuple[X, ...] | None` and the like, and whether a plain mapping comes first."""
    if get_origin(annotation) is dict:
        return None, True
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation, False
    found = [_inside(inner) for inner in get_args(annotation)]
    return next((each for each in found if each != (None, False)), (None, False))
