"""Rows of registers that go public one by one, each by its own 审批: found by their record kind, not listed.

A record kind that stands in a register as a list, has a 审批 and says in `APPROVED_AS` what it is called, is one: the
public edition holds those of its rows only that are approved as they are written now.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple, TypeVar

from generator.model.approved import Barred, barred, pieces
from generator.model.record import Record
from generator.model.records.approval import Approval
from generator.model.shape import FieldShape, shape_of

_Register = TypeVar("_Register", bound=Record)


class ApprovedRow(NamedTuple):
    """A row with a 审批 of its own; `label` is what its section is called, `approval` None where it has none yet."""

    label: str
    row: Record
    approval: Approval | None

    @property
    def kind(self) -> str:
        """What `zhibu approve` calls it."""
        return self.row.APPROVED_AS

    @property
    def id(self) -> str:
        """What the row is called; empty where it is not."""
        return str(getattr(self.row, "id", None) or "")

    @property
    def name(self) -> str:
        """What messages call it."""
        return f"{self.label} {self.id} ".rstrip() + " "

    @property
    def decided(self) -> bool:
        """Whether it says what has been decided; a proposal is never public, whoever has approved it."""
        return bool(getattr(self.row, "decided", True))

    def barred(self, day: date) -> Barred | None:
        """Why an approved row may not be published on that day; None where it may, or has no approval."""
        return barred(self.approval, day, pieces(self.row)) if self.approval else None

    def public(self, day: date) -> bool:
        """Whether the public edition of that day holds it."""
        return self.approval is not None and self.decided and self.barred(day) is None


@cache
def approved_fields(register: type[Record]) -> tuple[FieldShape, ...]:
    """The lists of a register whose rows have a 审批 of their own."""
    return tuple(row for row in shape_of(register) if row.many and row.record is not None and row.record.APPROVED_AS)


def rows_to_approve(register: Record) -> Iterator[ApprovedRow]:
    """Every such row of a register, in its order."""
    for field in approved_fields(type(register)):
        yield from _rows(register, field)


def approved_only(register: _Register, day: date) -> _Register:
    """The register without the rows that the public edition of that day does not hold."""
    update = {
        field.name: tuple(each.row for each in _rows(register, field) if each.public(day))
        for field in approved_fields(type(register))
    }
    return register.model_copy(update=update) if update else register


def approved_row(row: Record, label: str = "") -> ApprovedRow:
    """A single row with its approval; `label` is what its section is called."""
    return ApprovedRow(label, row, getattr(row, "approval", None))


def _rows(register: Record, field: FieldShape) -> Iterator[ApprovedRow]:
    for row in getattr(register, field.name) or ():
        yield approved_row(row, field.label)
