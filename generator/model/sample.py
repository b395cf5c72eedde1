"""A sample of a record kind from the examples of its fields, as a mapping and as the YAML that somebody would write."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator.model.example import AS_DECLARED, ExampleContext
from generator.model.record import Record
from generator.model.shape import FieldKind, FieldShape, shape_of
from generator.model.yaml_lines import YamlStyle


def sample(kind: type[Record], context: ExampleContext = AS_DECLARED) -> dict[str, Any]:
    """A mapping with every field filled in."""
    return {field.label: _value(field, context) for field in shape_of(kind)}


def sample_text(kind: type[Record], context: ExampleContext = AS_DECLARED) -> str:
    """The sample as YAML."""
    return as_yaml(sample(kind, context))


def as_yaml(mapping: Mapping[str, Any]) -> str:
    """A mapping of texts, lists and mappings as YAML, in blocks as far as a line would be too long."""
    return "".join(f"{line}\n" for key, value in mapping.items() for line in YamlStyle().entry(key, value))


def _value(field: FieldShape, context: ExampleContext) -> Any:
    if field.kind is FieldKind.NUMBER:
        return Decimal(field.example)
    if field.record is None:
        return context.apply(field.example)
    return [sample(field.record, context)] if field.many else sample(field.record, context)
