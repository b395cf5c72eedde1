"""观摩安排: points that are points, branches that go once and not to themselves, days and hours in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.files import SHOWCASE
from generator.model.index import BranchEntry
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.visit_schedule import PlannedVisit, PointTerms, VisitSchedule, VisitState
from generator.validate.profile import check_span
from generator.validate.repeated import repeated

_Branches = Mapping[str, BranchEntry]


def check_schedule(schedule: VisitSchedule, branches: _Branches) -> Iterator[Problem]:
    """The Problems of one round; `branches` are all there are.  That they exist, `check_unit_records` sees to."""
    yield from check_span(schedule, schedule.since, schedule.until)
    for span in schedule.away:
        yield from check_span(span, span.since, span.until)
    for terms in schedule.terms:
        yield from (*_no_point(terms, branches), *_no_committee(terms, branches))
    for row in schedule.visits:
        yield from (*_no_point(row, branches), *_row(row, schedule))
    standing = (row for row in schedule.visits if row.state is not VisitState.CANCELLED)
    for row, first in repeated(standing, lambda row: row.branch):
        message = f"支部 {row.branch} 在这一轮里写了两次，先见于 {first.source}"
        yield report("W203", row.where("branch"), message, "请留一行；没有去成的，状态写“取消”。")


def _no_point(row: PointTerms | PlannedVisit, branches: _Branches) -> Iterator[Problem]:
    entry = branches.get(row.host)
    if entry is not None and SHOWCASE.name not in entry.state.names:
        points = [id for id, each in branches.items() if SHOWCASE.name in each.state.names]
        hint = did_you_mean(row.host, points, "请写有 showcase.md 的支部。")
        yield report("W201", row.where("host"), f"支部 {row.host} 没有观摩展示，不是观摩点", hint)


def _no_committee(terms: PointTerms, branches: _Branches) -> Iterator[Problem]:
    known = {row.committee for row in branches.values()}
    for id in terms.committees:
        if id not in known:
            hint = did_you_mean(id, known, "请写 records/units/ 下的文件夹名。")
            yield report("W206", terms.where("committees"), f"没有基层党委“{id}”", hint)


def _row(row: PlannedVisit, schedule: VisitSchedule) -> Iterator[Problem]:
    if row.branch == row.host:
        yield report("W202", row.where("host"), f"支部 {row.branch} 去看自己", "请换一个观摩点。")
    if not schedule.covers(row.day):
        message = f"{row.day} 不在这一轮的 {schedule.since} 至 {schedule.until} 里"
        yield report("W204", row.where("day"), message, "请核对日期，或改这一轮的“自”“至”。")
    if row.since >= row.until:
        message = f"自 {row.since} 不早于至 {row.until}"
        yield report("W205", row.where("until"), message, "请核对两个时刻。")
