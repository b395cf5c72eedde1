"""The shape of a record kind, read from its annotations: what stands under each Chinese key.

Forms, field tables, samples and JSON Schemas are made from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from generator.model import fields
from generator.model.record import Audience, Record


class FieldKind(StrEnum):
    """What is written in a field, in a reader's words."""

    DAY = "日期"
    MONTH = "月份"
    TIMES = "时间"
    COUNT = "整数"
    NUMBER = "数"
    FLAG = "是或否"
    CHOICE = "选项"
    IDENTIFIER = "编号"
    BRANCH = "支部编号"
    CRITERION = "要点编号"
    STANDARD = "标准编号"
    NAME = "名称"
    PERSON = "姓名"
    TEXT = "文字"
    RECORD = "一组栏目"
    MAPPING = "各项的数"


_TYPES = {
    fields.YearMonth: FieldKind.MONTH,
    fields.Times: FieldKind.TIMES,
    fields.Clock: FieldKind.TIMES,
    fields.Identifier: FieldKind.IDENTIFIER,
    fields.BranchId: FieldKind.BRANCH,
    fields.CriterionId: FieldKind.CRITERION,
    fields.StandardId: FieldKind.STANDARD,
    fields.Name: FieldKind.NAME,
    fields.PersonName: FieldKind.PERSON,
    fields.Text: FieldKind.TEXT,
}
_PLAIN = {
    date: FieldKind.DAY,
    bool: FieldKind.FLAG,
    int: FieldKind.COUNT,
    Decimal: FieldKind.NUMBER,
    str: FieldKind.TEXT,
    dict: FieldKind.MAPPING,
}


class FieldShape(NamedTuple):
    """One field: its name in Python, its Chinese key, and what stands there.

    `many` is set for a list; `record` is the record kind of the field or of each row; `choices` are the words to choose
    from.  `default` is what it is worth where it is left out.
    """

    name: str
    label: str
    kind: FieldKind
    many: bool
    required: bool
    audience: Audience
    hint: str
    example: Any
    choices: tuple[str, ...] = ()
    record: type[Record] | None = None
    default: Any = None


@cache
def shape_of(kind: type[Record]) -> tuple[FieldShape, ...]:
    """The fields of a record kind, in order: its own, then those that it has in common with others."""
    hints = get_type_hints(kind, include_extras=True)
    names = sorted(kind.model_fields, key=lambda name: name not in kind.__annotations__)
    return tuple(_shape(kind, name, hints[name]) for name in names if name != "source")


def kinds_below(kind: type[Record]) -> Iterator[type[Record]]:
    """The record kinds that stand directly in one."""
    return (field.record for field in shape_of(kind) if field.record is not None)


@cache
def kinds_within(kind: type[Record]) -> tuple[type[Record], ...]:
    """A record kind and every one that stands in it, at any depth, each once."""
    found = [kind]
    for each in found:  # which grows as it is gone through
        found += [below for below in dict.fromkeys(kinds_below(each)) if below not in found]
    return tuple(found)


def person_keys(kind: type[Record]) -> frozenset[str]:
    """The Chinese keys under which names of persons stand in a record kind, at any depth."""
    return keys_of(kind, FieldKind.PERSON)


@cache
def keys_of(kind: type[Record], *of: FieldKind) -> frozenset[str]:
    """The Chinese keys of the fields in which something of one of these kinds stands, at any depth."""
    return frozenset(field.label for each in kinds_within(kind) for field in shape_of(each) if field.kind in of)


def _shape(kind: type[Record], name: str, hint: Any) -> FieldShape:
    info = kind.model_fields[name]
    value, many = _inside(hint)
    plain = get_args(value)[0] if get_origin(value) is Annotated else value
    is_record = isinstance(plain, type) and issubclass(plain, Record)
    choices = tuple(each.value for each in plain) if isinstance(plain, type) and issubclass(plain, Enum) else ()
    return FieldShape(
        name=name,
        label=str(info.alias),
        kind=FieldKind.RECORD if is_record else FieldKind.CHOICE if choices else _kind(value, plain),
        many=many,
        required=info.is_required(),
        audience=kind.audience_of(name),
        hint=info.description or "",
        example=(info.examples or [""])[0],
        choices=choices,
        record=plain if is_record else None,
        default=None if info.is_required() else info.default,
    )


def _kind(value: Any, plain: Any) -> FieldKind:
    known = next((kind for declared, kind in _TYPES.items() if declared == value), None)
    return known or _PLAIN[get_origin(plain) or plain]


def _inside(hint: Any) -> tuple[Any, bool]:
    """The annotation within `tuple[X, ...] | None` and the like, and whether there are many."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return _inside(next(each for each in get_args(hint) if each is not type(None)))
    if origin is tuple:
        return _inside(get_args(hint)[0])[0], True
    return hint, False
