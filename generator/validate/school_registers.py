"""年度台账 of 学校: numbers written twice, awards, samples, and branches that must exist on the day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter
from typing import Any

from generator.model.approved import pieces
from generator.model.approved_rows import ApprovedRow, rows_to_approve
from generator.model.index import BranchEntry, Index
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record
from generator.model.records.approval import Approval, ApprovedFor
from generator.model.records.honours import Conferred
from generator.model.records.last_places import LastPlaces
from generator.model.records.oversight import Inspection, QuarterlyReview
from generator.model.records.plan import Plan
from generator.model.records.school_activity import Campaign, GroupTurnout, ThemeGuide
from generator.model.records.selection import Sampling
from generator.model.records.training_class import TrainingClass
from generator.model.records.unit_register import register_year
from generator.model.records.visit_schedule import VisitSchedule
from generator.model.register_sections import records_within
from generator.model.shape import shape_of
from generator.validate.approvals import check_approval
from generator.validate.conferred import check_conferred
from generator.validate.profile import check_span
from generator.validate.repeated import repeated
from generator.validate.unit_records import branches_named
from generator.validate.visits import check_schedule

_TOLD_BY = ("id", "month")

_Branches = Mapping[str, BranchEntry]


def check_school_registers(index: Index, branches: _Branches, plans: Iterable[Plan], as_of: date) -> Iterator[Problem]:
    """The Problems of what 学校 keeps beside its profile, and of what committees keep alike; `branches` are all there are.

    That branches are known and dates of the year, `check_unit_records` sees to.
    """
    clauses = {plan.year: [row.task.clause for row in plan.tasks] for plan in plans}
    files = [*index.further.items(), *(row for each in index.committees for row in each.further.items())]
    for name, record in files:
        year = str(register_year(name))
        for row in records_within(record):
            yield from _row(row, year, clauses.get(year), branches)
        for each in rows_to_approve(record):
            if each.approval is not None:
                yield from _approved(each, each.approval, as_of)


def _approved(row: ApprovedRow, approval: Approval, as_of: date) -> Iterator[Problem]:
    if row.decided:
        yield from check_approval(approval, row.name, as_of, pieces(row.row))
    elif approval.scope is ApprovedFor.PUBLIC:
        message = f"{row.name}还没有定下来，写了社会公开的审批，不进公开版"
        yield report("W301", row.row.where("approval"), message, "定下来以后再报审批；不公开的，把审批去掉。")


def _row(row: Any, year: str, tasks: Collection[str] | None, branches: _Branches) -> Iterator[Problem]:
    yield from (*_repeated(row), *_ended(row, branches, date(int(year), 1, 1)))
    yield from _of_branches(row, branches)
    match row:
        case Inspection() | QuarterlyReview():
            yield from _closed_before(row)
        case GroupTurnout() if row.attended > row.expected:
            message = f"实参加（{row.attended}）大于应参加（{row.expected}）"
            yield report("R103", row.where("attended"), message, "请核对签到表。")
        case ThemeGuide():
            yield from _guide(row, year)
        case TrainingClass() | Campaign():
            yield from check_span(row, row.on, row.until)
            yield from _task(row, year, tasks)
        case Conferred():
            yield from check_conferred(row)


def _of_branches(row: Any, branches: _Branches) -> Iterator[Problem]:
    """What is said of several branches at once."""
    match row:
        case Sampling():
            yield from _drawn(row, branches)
        case VisitSchedule():
            yield from check_schedule(row, branches)
        case LastPlaces():
            yield from _last_places(row, branches)


def _closed_before(row: Inspection | QuarterlyReview) -> Iterator[Problem]:
    for issue in row.issues:
        if issue.closed_on is not None and issue.closed_on < row.on:
            message = f"{issue.closed_on} 销号，早于发现问题的 {row.on}（{row.source}）"
            yield report("R303", issue.where("closed_on"), message, "请核对两个日期。")


def _guide(row: ThemeGuide, year: str) -> Iterator[Problem]:
    if row.month[:4] != year:
        message = f"{row.month} 不在 {year} 年的台账里"
        yield report("R204", row.where("month"), message, f"请核对月份，或移到 {row.month[:4]}.yml。")


def _task(row: Campaign | TrainingClass, year: str, tasks: Collection[str] | None) -> Iterator[Problem]:
    if isinstance(row, Campaign) and row.clause is not None and tasks is not None and row.clause not in tasks:
        hint = did_you_mean(row.clause, tasks, "请写方案里任务的条款，如 三（三）2；方案里没有的不写。")
        yield report("R305", row.where("clause"), f"{year} 年的方案没有任务“{row.clause}”", hint)


def _drawn(row: Sampling, branches: _Branches) -> Iterator[Problem]:
    for id in row.branches:
        if id in branches and branches[id].kind not in row.kinds:
            message = f"支部 {id} 是{branches[id].kind}党支部，“类别”写的是{'、'.join(row.kinds)}"
            yield report("R309", row.where("branches"), message, "请补上类别，或核对支部。")


def _last_places(record: LastPlaces, branches: _Branches) -> Iterator[Problem]:
    """倒序管理 stands for a part of the branches that there were on the day on which it was settled."""
    lived = sum(not row.ended(record.settled_on) for row in branches.values())
    if record.denominator > lived:
        message = f"分母 {record.denominator} 多于 {record.settled_on} 全校的支部 {lived} 个"
        yield report(
            "R308", record.where("denominator"), message, "请核对参加排序的支部数，或 records/units/ 下的支部。"
        )
    yield from _twice("名单", record.rows, "branch")


def _ended(row: Any, branches: _Branches, start: date) -> Iterator[Problem]:
    """Every branch that a row names exists on the day of the row, or where it has none, at the start of the year."""
    on = getattr(row, "on", None) or start
    for name, id in branches_named(row):
        entry = branches.get(id)
        if entry is not None and entry.dissolved is not None and entry.dissolved < on:
            message = f"支部 {id} 已于 {entry.dissolved} 撤销（{entry.committee}/{id}/branch.yml），这里写的是 {on}"
            yield report("R302", row.where(name), message, "请核对日期；合并了的写接收支部。")


def _repeated(record: Record) -> Iterator[Problem]:
    """Rows of one section that are told by a number or by their month."""
    for shape in shape_of(type(record)):
        if shape.many and shape.record is not None:
            for name in _TOLD_BY:
                if name in shape.record.model_fields:
                    yield from _twice(shape.label, getattr(record, shape.name), name)


def _twice(label: str, rows: Iterable[Any], name: str) -> Iterator[Problem]:
    for row, first in repeated(rows, attrgetter(name)):
        message = f"“{label}”里 {getattr(row, name)} 写了两次，先见于 {first.source}"
        yield report("R304", row.where(name), message, "请合并，或给其中一行换一个。")
