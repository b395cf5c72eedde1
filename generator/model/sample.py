"""A sample of a record kind from the examples of its fields, as a mapping and as the YAML that somebody would write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.model.example import AS_DECLARED, ExampleContext
from generator.model.record import Record
from generator.model.shape import FieldKind, FieldShape, shape_of

_QUOTED = re.compile(r"[\[\]{},#&*!|>'\"%@`?:-]|\s|.*(?:: | #|[:,\[\]{}]).*|.*\s$|$|\d+\.\d+$")
"""What YAML, here or within brackets, would not read as the text that it is; a standard's number is no fraction."""


def sample(kind: type[Record], context: ExampleContext = AS_DECLARED) -> dict[str, Any]:
    """A mapping with every field filled in."""
    return {field.label: _value(field, context) for field in shape_of(kind)}


def sample_text(kind: type[Record], context: ExampleContext = AS_DECLARED) -> str:
    """The sample as YAML."""
    return as_yaml(sample(kind, context))


def as_yaml(mapping: Mapping[str, Any]) -> str:
    """A mapping of texts, lists and mappings as YAML, in blocks as far as a line would be too long."""
    return "".join(f"{line}\n" for line in _lines(mapping))


def _value(field: FieldShape, context: ExampleContext) -> Any:
    if field.kind is FieldKind.NUMBER:
        return Decimal(field.example)
    if field.record is None:
        return context.apply(field.example)
    return [sample(field.record, context)] if field.many else sample(field.record, context)


def _lines(mapping: Mapping[str, Any]) -> Iterator[str]:
    for key, value in mapping.items():
        if isinstance(value, dict) and _holds_records(value):
            yield f"{key}:"
            yield from (f"  {line}" for line in _lines(value))
        elif isinstance(value, list) and value and all(isinstance(row, dict) for row in value):
            yield f"{key}:"
            yield from _rows(value)
        else:
            yield f"{key}: {_flow(value)}"


def _rows(rows: list[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        if not _holds_records(row):
            yield f"  - {_flow(row)}"
            continue
        first, *others = _lines(row)
        yield f"  - {first}"
        yield from (f"    {line}" for line in others)


def _holds_records(mapping: Mapping[str, Any]) -> bool:
    """Whether a mapping is too much for one line."""
    return len(mapping) > 6 or any(isinstance(value, dict | list) for value in mapping.values())


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_flow(item)}' for key, item in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return f'"{value}"' if isinstance(value, str) and _QUOTED.match(value) else str(value)
