"""年度台账 of 学校 and 基层党委: branches that exist, dates of the year, contact branches that were named."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import cache

from generator.model.index import Index
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record
from generator.model.records.approval import Approval, Withdrawal
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.leader_contact import LeaderContact
from generator.model.records.unit_register import UnitRegister, register_year
from generator.model.register_sections import records_within
from generator.model.shape import FieldKind, shape_of
from generator.validate.committee_registers import check_committee_registers
from generator.validate.dates import DEFAULT_DEADLINES, NextYearDeadlines, in_year
from generator.validate.profile import check_span

_OF_ANY_YEAR = (Approval, Withdrawal)
"""What may be decided in another year than that of the register."""


def check_unit_records(
    index: Index, all_branches: Collection[str], as_of: date, yearly: NextYearDeadlines = DEFAULT_DEADLINES
) -> Iterator[Problem]:
    """The Problems of all registers above the branches; `all_branches` are those of the whole institution.

    A committee's register names its own branches only.
    """
    for name, record in index.further.items():
        yield from _file(name, record, all_branches, as_of, yearly)
    for entry in index.committees:
        own = {row.id for row in entry.roster}
        for name, record in entry.further.items():
            yield from _file(name, record, own, as_of, yearly)
        kept = {register_year(name): row for name, row in entry.further.items() if isinstance(row, CommitteeRegister)}
        yield from check_committee_registers(kept)


def _file(
    name: str, record: Record, branches: Collection[str], as_of: date, yearly: NextYearDeadlines
) -> Iterator[Problem]:
    rows = tuple(records_within(record))
    for row in rows:
        yield from _unknown(row, branches)
        if isinstance(row, LeaderContact):
            yield from _contact(row)
    if isinstance(record, UnitRegister):
        yield from _reconciled(record, as_of)
        year = register_year(name)
        for row in rows:
            on = getattr(row, "on", None)
            if on is not None and not isinstance(row, _OF_ANY_YEAR):
                yield from _dated(row, on, year, as_of, yearly)


def branches_named(row: Record) -> Iterator[tuple[str, str]]:
    """The branches that a row itself names: the field and the id."""
    for name, many in _branch_fields(type(row)):
        value = getattr(row, name)
        for id in value if many else (value,):
            if id is not None:
                yield name, id


@cache
def _branch_fields(kind: type[Record]) -> tuple[tuple[str, bool], ...]:
    return tuple((row.name, row.many) for row in shape_of(kind) if row.kind is FieldKind.BRANCH)


def _unknown(row: Record, branches: Collection[str]) -> Iterator[Problem]:
    for name, id in branches_named(row):
        if id not in branches:
            hint = did_you_mean(id, branches, "请写支部的文件夹名；撤销的支部，文件夹也留着。")
            yield report("R291", row.where(name), f"没有支部“{id}”", hint)


def _contact(row: LeaderContact) -> Iterator[Problem]:
    if row.since is not None:
        yield from check_span(row, row.since, row.until)
    for visit in row.visits:
        if visit.branch not in row.branches:
            place = row.where("branches")
            message = f"{row.leader}的活动写了支部“{visit.branch}”，联系支部（第 {place.line} 行）里没有它"
            yield report("R292", visit.where("branch"), message, "请核对支部；确是联系点的，补进“联系支部”。")


def _reconciled(record: UnitRegister, as_of: date) -> Iterator[Problem]:
    through = record.reconciled_through
    if through is not None and through > as_of:
        message = f"台账核对至 {through}，晚于截至日 {as_of}，按截至日算"
        yield report("R214", record.where("reconciled_through"), message, "请核对日期；核对不能写到还没有到的日子。")


def _dated(row: Record, on: date, year: int, as_of: date, yearly: NextYearDeadlines) -> Iterator[Problem]:
    yield from in_year(row, "on", year, yearly)
    if on > as_of:
        yield report("R203", row.where("on"), f"{on} 晚于截至日 {as_of}，不作依据", "请核对日期。")
