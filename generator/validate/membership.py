"""Registers of members as numbers (roster checks, transfers, dues, graduates' files, classes) against the headcount."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.dossier import Dossier
from generator.model.period import Cycle, first_of_month, periods
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record
from generator.model.records.dues_payment import DuesPayment
from generator.model.records.profile import Headcount
from generator.model.records.register import Register
from generator.model.records.roster import RosterCheck
from generator.model.records.training import ClassAttendance
from generator.validate.dates import NextYearDeadlines, in_existence, in_year, month_in_year
from generator.validate.record_rules import broken_rules


def check_membership(
    register: Register, dossier: Dossier, year: int, as_of: date, yearly: NextYearDeadlines
) -> Iterator[Problem]:
    """Every problem of the year's rows that tell of members as numbers, or only that something was done on a day."""
    for row in _dated(register):
        yield from in_year(row, "on", year, yearly)
        yield from in_existence(row, "on", dossier, as_of)
    for check in register.roster_checks:
        yield from _roster(check, dossier)
    for row in (*register.roster_checks, *register.transfers, *register.graduate_files, *register.difficulties):
        yield from broken_rules(row)
    yield from _dues(register, dossier, year)
    for counted in register.points_counted:
        yield from month_in_year(counted, "month", year)
        yield from _order(counted, "on", first_of_month(counted.month), f"{counted.month} 开始")
    for attended in register.training:
        yield from _class(attended, dossier)


def _dated(register: Register) -> Iterator[Record]:
    yield from register.roster_checks
    yield from register.transfers
    yield from (row for row in register.dues_payments if row.on is not None)
    yield from register.dues_notices
    yield from register.points_counted
    yield from register.points_posted
    yield from register.points_compared
    yield from register.graduate_files
    yield from register.training
    yield from register.difficulties


def _order(row: Record, name: str, before: date, what: str) -> Iterator[Problem]:
    """A later step is not dated before an earlier one."""
    on: date | None = getattr(row, name)
    if on is not None and on < before:
        label = type(row).model_fields[name].alias
        yield report("R286", row.where(name), f"{label}（{on}）早于{what}（{before}）", "请核对两个日期。")


def _at(row: Headcount) -> str:
    return f"支部概况第 {row.source.line} 行自 {row.since} 起是正式 {row.full_members}、预备 {row.probationary_members}"


def _roster(row: RosterCheck, dossier: Dossier) -> Iterator[Problem]:
    members = dossier.headcount(row.on)
    written = (row.full_members, row.probationary_members)
    if members is not None and written != (members.full_members, members.probationary_members):
        message = f"{row.on} 名册上是正式 {written[0]}、预备 {written[1]}，{_at(members)}"
        hint = "请核对名册；人数变了的，在支部概况的“党员人数”添一行（A33）。"
        yield report("R281", row.where("full_members"), message, hint)


def _dues(register: Register, dossier: Dossier, year: int) -> Iterator[Problem]:
    seen: dict[str, DuesPayment] = {}
    months = {month.name: month for month in periods(Cycle.MONTH, year)}
    for row in register.dues_payments:
        yield from month_in_year(row, "month", year)
        first = seen.setdefault(row.month, row)
        if first is not row:
            message = f"{row.month} 有两行，先见于第 {first.source.line} 行"
            yield report("R284", row.where("month"), message, "请合并成一行；以后补交的写在“补交”里。")
        paid = (row.paid or 0) + sum(late.people for late in row.later)
        if paid > row.expected:
            message = f"实交加补交（{paid} 人）多于应交人数（{row.expected}）"
            yield report("R283", row.where("expected"), message, "请核对收缴底册。")
        for late in row.later:
            yield from _order(late, "on", first_of_month(row.month), f"{row.month} 开始")
        if month := months.get(row.month):
            yield from _payers(row, dossier, (month.start, month.end))


def _payers(row: DuesPayment, dossier: Dossier, span: tuple[date, date]) -> Iterator[Problem]:
    """Nobody pays who is not on the roll: as many as on any day of the month at most."""
    start, end = span
    counts = [each for each in dossier.profile.headcounts or () if start <= each.since <= end]
    before = dossier.headcount(start)
    most = max((*counts, *((before,) if before else ())), key=lambda each: each.total, default=None)
    if most is not None and row.expected > most.total:
        message = f"{row.month} 应交 {row.expected} 人，多于党员 {most.total} 人：{_at(most)}"
        yield report("R285", row.where("expected"), message, "请核对收缴底册和支部概况的“党员人数”。")


def _class(row: ClassAttendance, dossier: Dossier) -> Iterator[Problem]:
    members = dossier.headcount(row.on)
    if members is not None and row.people > members.total:
        message = f"“{row.name}”本支部参加 {row.people} 人，多于党员 {members.total} 人：{_at(members)}"
        yield report("R289", row.where("people"), message, "请核对签到底册；别的支部的人由他们的支部登记。")
