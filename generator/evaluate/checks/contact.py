"""联系点: has every leader enough contact branches of each kind, and been to each of them?

Judges the leaders who are in post at the end of the period, 教职工支部 (教师 and 机关) and 学生支部 apart; the numbers are lower
bounds, more branches do no harm, and two leaders may share one.  A kind of which the unit has no branch is not asked for
(A20).  A contact branch counts once the leader's visits there are on record: a mere name is not enough.  Leaders
(班子成员) for whom there is no row have no contact branch.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_period
from generator.evaluate.timing import insufficient
from generator.evaluate.unit_context import UnitContext, cite_rows
from generator.model.check import RecordKind
from generator.model.fields import Count
from generator.model.finding import Verdict
from generator.model.kinds import BranchKind, Duty
from generator.model.record import Audience, entry
from generator.model.records.leader_contact import LeaderContact

NAME = "联系点"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.DUE_SOON, Verdict.NOT_DUE, Verdict.NO_RECORD, Verdict.NOT_APPLICABLE)

_PUBLIC = Audience.PUBLIC
_STAFF = frozenset({BranchKind.TEACHERS, BranchKind.OFFICES})
_STUDENTS = frozenset({BranchKind.STUDENTS})


class Parameters(PeriodicParameters):
    """How many branches of each kind a leader is in touch with, and how many visits make a contact branch count."""

    levels: ClassVar[frozenset[Duty]] = frozenset({Duty.COMMITTEE, Duty.INSTITUTION})
    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    staff: Count = entry("教职工支部", _PUBLIC, example="1", hint="每人至少联系几个")
    students: Count = entry("学生支部", _PUBLIC, example="1", hint="每人至少联系几个")
    visits: Count = entry("活动", _PUBLIC, example="1", default=1, hint="每个联系支部至少几次活动记录")

    def forms(self) -> tuple[RecordKind, ...]:
        """The table of leaders and their branches."""
        return (LeaderContact,)


class _Asked(NamedTuple):
    """How many branches of a kind every leader has to be in touch with."""

    label: str
    kinds: frozenset[BranchKind]
    number: int


def judge(context: UnitContext, parameters: Parameters) -> Outcome:
    """Whether every leader has the contact branches that are asked for, with visits on record."""
    all_kinds = (_Asked("教职工支部", _STAFF, parameters.staff), _Asked("学生支部", _STUDENTS, parameters.students))
    present = {row.kind for row in context.branches}
    asked = tuple(row for row in all_kinds if row.number and present & row.kinds)
    absent = "、".join(row.label for row in all_kinds if row.number and not present & row.kinds)
    note = f"；没有{absent}，这一类不适用（A20）" if absent else ""
    if not asked:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{say_period(context.period)}{note.removeprefix('；')}")
    rows = _serving(context)
    shows, complete = _compared(context, parameters, asked, rows)
    evidence = cite_rows("联系点", rows)
    if complete:
        return Outcome(Verdict.MET, shows + note, evidence)
    return insufficient(context, shows + note, evidence)


def _serving(context: UnitContext) -> tuple[LeaderContact, ...]:
    register = context.register
    return tuple(row for row in register.contacts if row.serves(context.day)) if register else ()


def _compared(
    context: UnitContext, parameters: Parameters, asked: Sequence[_Asked], rows: Sequence[LeaderContact]
) -> tuple[str, bool]:
    """What the records show, and whether it suffices."""
    told = (context.register.leaders if context.register else None) or 0
    leaders = max(told, len(rows))
    if not leaders:
        return f"记录显示{say_period(context.period)}没有登记班子成员的联系点", False
    due = leaders * sum(row.number for row in asked)
    gaps = [gap for row in rows for gap in _gaps(context, parameters.visits, asked, row)]
    missing = sum(number for _, number in gaps) + (leaders - len(rows)) * sum(row.number for row in asked)
    lacking = [text for text, _ in gaps] + ([f"{leaders - len(rows)} 人没有排联系点"] if leaders > len(rows) else [])
    shows = f"记录显示{say_period(context.period)}班子成员 {leaders} 人，应有联系关系 {due} 个，有活动记录的 {due - missing} 个"
    return shows + (f"；{'，'.join(lacking)}" if lacking else ""), not lacking


def _gaps(context: UnitContext, least: int, asked: Sequence[_Asked], row: LeaderContact) -> Iterator[tuple[str, int]]:
    """For each kind of which a leader has too few branches: in words, and how many are missing."""
    visits = Counter(visit.branch for visit in row.visits if context.counts(visit.on))
    for each in asked:
        named = [id for id in dict.fromkeys(row.branches) if _kind(context, id) in each.kinds]
        visited = sum(visits[id] >= least for id in named)
        if visited < each.number:
            unvisited = f"，另有 {len(named) - visited} 个没有活动记录" if len(named) > visited else ""
            yield f"{row.leader}差{each.label} {each.number - visited} 个{unvisited}", each.number - visited


def _kind(context: UnitContext, id: str) -> BranchKind | None:
    branch = context.records.by_id.get(id)
    return branch.kind if branch else None
