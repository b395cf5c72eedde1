"""Sections (栏) of a committee's register that a check's parameters may name: those whose record has what it looks at."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from generator.model.record import Record
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.school_register import SchoolRegister
from generator.model.shape import FieldKind, shape_of


class CommitteeSection(NamedTuple):
    """A section: its field in the register, and the record kind of its rows."""

    name: str
    record: type[Record]


@cache
def sections_with(attribute: str) -> Mapping[str, CommitteeSection]:
    """The sections of which each row, or the one record, has the attribute; by Chinese key."""
    return {
        field.label: CommitteeSection(field.name, field.record)
        for field in shape_of(CommitteeRegister)
        if field.record is not None and _has(field.record, attribute)
    }


def section_with(attribute: str, what: str) -> AfterValidator:
    """The validator of a parameter that names one of them; `what` says in a reader's words what such a section is."""

    def check(value: str) -> str:
        if value not in sections_with(attribute):
            told = {"value": value, "expected": "、".join(sections_with(attribute))}
            raise PydanticCustomError("enum", "“{value}”不是" + what, told)
        return value

    return AfterValidator(check)


def day_field(kind: type[Record], label: str) -> str:
    """The field of a record kind that holds the day under a Chinese key; a wrong key is an error of the parameters."""
    days = {field.label: field.name for field in shape_of(kind) if field.kind is FieldKind.DAY}
    if label not in days:
        raise PydanticCustomError("enum", "“{value}”不是写日期的栏", {"value": label, "expected": "、".join(days)})
    return days[label]


def drawing_section(label: str) -> str:
    """The field of 学校's register that holds draws of branches under a Chinese key; a wrong key is an error as above."""
    rows = (field for field in shape_of(SchoolRegister) if field.record is not None)
    draws = {row.label: row.name for row in rows if row.record and {"on", "branches"} <= row.record.model_fields.keys()}
    if label not in draws:
        told = {"value": label, "expected": "、".join(draws)}
        raise PydanticCustomError("enum", "“{value}”不是学校抽支部的一栏", told)
    return draws[label]


def _has(kind: type[Record], attribute: str) -> bool:
    return attribute in kind.model_fields or hasattr(kind, attribute)
