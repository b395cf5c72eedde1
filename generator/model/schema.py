"""A record kind as JSON Schema 2020-12, for editors that complete keys and mark mistakes while somebody types.

The schema is of a file as any YAML reader sees it: a text that looks like a number is a number to it.  It knows no sense
across fields and no invisible characters; `zhibu check` does.
"""

from __future__ import annotations

import json
from typing import Any

from generator.model.example import AS_DECLARED, ExampleContext
from generator.model.record import Record
from generator.model.shape import FieldKind, FieldShape, kinds_within, shape_of

_TEXT = {"type": ["string", "number"], "minLength": 1, "maxLength": 2000}
_WRITTEN: dict[FieldKind, dict[str, Any]] = {
    FieldKind.DAY: {"type": "string", "format": "date"},
    FieldKind.MONTH: {"type": "string", "pattern": r"^[12]\d{3}-\d{2}$"},
    FieldKind.TIMES: {"type": "string", "pattern": r"^\d{1,2}:\d{2}"},
    FieldKind.COUNT: {"type": "integer", "minimum": 0},
    FieldKind.NUMBER: {"type": "number", "minimum": 0},
    FieldKind.FLAG: {"enum": ["是", "否"]},
    FieldKind.IDENTIFIER: {"type": ["string", "integer"], "pattern": "^[a-z0-9][a-z0-9-]{0,39}$"},
    FieldKind.BRANCH: {"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,39}$"},
    FieldKind.CRITERION: _TEXT,
    FieldKind.STANDARD: _TEXT,
    FieldKind.NAME: _TEXT | {"maxLength": 100},
    FieldKind.PERSON: _TEXT | {"maxLength": 100},
    FieldKind.TEXT: _TEXT,
    FieldKind.MAPPING: {"type": "object"},
}


def json_schema(kind: type[Record], title: str, context: ExampleContext = AS_DECLARED) -> str:
    """The schema as JSON."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **_object(kind, context),
        "$defs": {each.__name__: _object(each, context) for each in kinds_within(kind)[1:]},
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _object(kind: type[Record], context: ExampleContext) -> dict[str, Any]:
    fields = shape_of(kind)
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {field.label: _property(field, context) for field in fields},
        "required": [field.label for field in fields if field.required],
    }


def _property(field: FieldShape, context: ExampleContext) -> dict[str, Any]:
    value = {"type": "array", "items": _value(field)} if field.many else _value(field)
    told = {"description": field.hint} if field.hint else {}
    return {**value, **told, "examples": [context.apply(field.example)]}


def _value(field: FieldShape) -> dict[str, Any]:
    if field.record is not None:
        return {"$ref": f"#/$defs/{field.record.__name__}"}
    return {"enum": list(field.choices)} if field.choices else _WRITTEN[field.kind]
