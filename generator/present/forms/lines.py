"""What a hand fills in on a blank form, line by line: the same on the printed page and in the Word file."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from generator.model.form import Form, FormField
from generator.model.shape import FieldKind

_ROOM = 12
"""Characters from which on a value gets room for two lines."""

_BLANKS = {
    FieldKind.DAY: "　　　　年　　月　　日",
    FieldKind.MONTH: "　　　　年　　月",
    FieldKind.TIMES: "　　：　　至　　：",
    FieldKind.FLAG: "□ 是　□ 否",
}


class FormLine(NamedTuple):
    """A row: one field, or several of one group beside each other, each with what stands in its place.

    `roomy` is set where a sentence or two are to be written, `below` where it stands below the tables.
    """

    label: str
    hint: str
    required: bool
    roomy: bool
    parts: tuple[str, ...]
    below: bool = False


def form_lines(form: Form) -> list[FormLine]:
    """Its lines above and below the tables, fields of one group beside each other."""
    grouped = groupby(enumerate(form.lines), key=lambda row: row[1].path[:-1] or row[0])
    return [_line([field for _, field in rows], form) for _, rows in grouped]


def _line(fields: list[FormField], form: Form) -> FormLine:
    first, required = fields[0], any(field.required for field in fields)
    if not first.group:
        below = first.label in form.layout.below
        return FormLine(first.label, first.hint, required, _is_roomy(first), _blank(first, form), below)
    parts = (part for field in fields for part in _named(field, form))
    return FormLine(first.group, "", required=False, roomy=any(map(_is_roomy, fields)), parts=tuple(parts))


def _named(field: FormField, form: Form) -> tuple[str, ...]:
    room, *others = _blank(field, form) or ("　" * field.width,)
    return (f"{field.label} {room}", *others)


def _is_roomy(field: FormField) -> bool:
    return field.width >= _ROOM


def _blank(field: FormField, form: Form) -> tuple[str, ...]:
    """What stands where the hand writes: boxes to tick, or 年, 月 and 日 with room between them."""
    if field.choices:
        return tuple(f"{'☑' if word == form.layout.about else '□'} {word}" for word in field.choices)
    return (_BLANKS[field.kind],) if field.kind in _BLANKS else ()
