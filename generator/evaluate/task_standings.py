"""The status of each task of the year's plan: from the register that shows it, else from the office's progress notes.

The deadline is the one in the task's own text, else the end of its phase (A19); it is itself a day on time.  Until it
has passed an unfinished task is 未到期, and 临期 in the last ten days.  After it, missing notes alone are never a gap:
缺项 needs a note dated after the deadline that the task is still under way, which corresponds to 台账核对至 of a
register.  A note dated up to the deadline says nothing about the time after it: 无记录, as without any note (A30).
Notes dated after `as_of` do not count.

What 学校 does itself its register shows: rows that finish the task, or a gap once that register was reconciled to the
deadline.  提示 comes from the register of 推进计划 only: all were submitted, but some late.  Plans that are missing there are
无记录, because a branch that has not recorded its plan may well have one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from generator.evaluate.phrases import say_day
from generator.evaluate.task_rows import OF_SCHOOL, SchoolRows, no_rows, shown_by_rows
from generator.model.finding import Verdict, roll_up
from generator.model.kinds import Duty
from generator.model.reconciliation import Reconciliation
from generator.model.record import Audience
from generator.model.records.plan import Plan, PlannedTask, Progress, Task, TaskEvidence, TaskState
from generator.model.standing import TaskStanding
from generator.model.summary import CommitteeSummary, PlanCounts, above_in

REMIND_WITHIN = timedelta(days=10)
"""The last days, the deadline among them, in which an unfinished task is 临期."""

_STANDARDS = {
    TaskEvidence.DUAL_LEADERS: ("4.1",),
    TaskEvidence.CONTACT_POINTS: ("6.3",),
    TaskEvidence.RECTIFICATION: ("2.5",),
}
"""The standards whose findings show a task: branch by branch, or once for each committee and for 学校."""


class _Conclusion(NamedTuple):
    verdict: Verdict
    reason: str
    evidence: str = ""


def standings(
    plan: Plan,
    totals: Sequence[CommitteeSummary],
    as_of: date,
    audience: Audience,
    *,
    sets: Collection[str] = ("",),
    whole: bool = True,
    rows: SchoolRows | None = None,
) -> Mapping[str, TaskStanding]:
    """The status of every task, by clause; empty for the public edition, which shows no conclusions.

    `sets` are the standard sets in which an id means what it means to the plan: those of the default set's numbering.
    Where `totals` do not cover the `whole` institution, tasks that registers of branches show are left out; `rows` are
    what 学校 has on record itself, if anything.
    """
    if audience is Audience.PUBLIC:
        return {}
    asked = (row for row in plan.tasks if whole or row.task.shown_by in (None, *OF_SCHOOL - {TaskEvidence.VISITS}))
    counted = [replace(total, sets={id: row for id, row in total.sets.items() if id in sets}) for total in totals]
    return {row.task.clause: standing(row, counted, as_of, audience, rows) for row in asked}


def standing(
    row: PlannedTask,
    totals: Sequence[CommitteeSummary],
    as_of: date,
    audience: Audience,
    rows: SchoolRows | None = None,
) -> TaskStanding:
    """The status of one task, all sets of `totals` taken together; 整顿 is withheld from all but the restricted edition."""
    task = row.task
    hidden = task.shown_by is TaskEvidence.RECTIFICATION and not audience.sees(Audience.RESTRICTED)
    shown = None if hidden else _conclude(row, totals, as_of, rows)
    return TaskStanding(
        clause=task.clause,
        due=row.deadline,
        crosses_phases=row.crosses_phases,
        verdict=shown.verdict if shown else None,
        reason=shown.reason if shown else "",
        evidence=shown.evidence if shown else "",
    )


def latest(task: Task, as_of: date) -> Progress | None:
    """The latest progress note up to `as_of`; of several on one day, the one written last."""
    known = [row for row in task.progress if row.on <= as_of]
    # The index decides between notes of one day: max alone would keep the first.
    return max(enumerate(known), key=lambda item: (item[1].on, item[0]))[1] if known else None


def _conclude(
    row: PlannedTask, totals: Sequence[CommitteeSummary], as_of: date, school: SchoolRows | None
) -> _Conclusion:
    register = row.task.shown_by
    if register is None:
        return _stated(latest(row.task, as_of), row.deadline, as_of)
    if register is TaskEvidence.BRANCH_PLANS:
        return _by_plans([total.plans for total in totals], row.deadline, as_of)
    if register in OF_SCHOOL:
        return _by_rows(register, row, school or no_rows(), as_of)
    return _by_standards(_STANDARDS.get(register, row.task.standards), totals, row.deadline, as_of)


def _by_rows(register: TaskEvidence, row: PlannedTask, school: SchoolRows, as_of: date) -> _Conclusion:
    finished, text = shown_by_rows(register, row.task, school, as_of)
    shows = f"记录显示{text}"
    if finished:
        return _Conclusion(Verdict.MET, shows)
    if as_of <= row.deadline:
        return _open(shows, row.deadline, as_of)
    reconciled = Reconciliation(None, school.register.reconciled_through)
    return _Conclusion(*reconciled.missing(as_of, row.phase.since, row.deadline, shows))


def _stated(said: Progress | None, due: date, as_of: date) -> _Conclusion:
    if said is None:
        return _open("记录显示没有完成情况的说明", due, as_of)
    what = f"记录显示{say_day(said.on)}{said.office}记为“{said.state}”" + (f"：{said.text}" if said.text else "")
    evidence = said.evidence or ""
    if said.state is TaskState.DONE:
        return _Conclusion(Verdict.MET, f"{what}{'（在期限之后记）' if said.on > due else ''}", evidence)
    if due < said.on:
        return _Conclusion(Verdict.UNMET, f"{what}；期限{say_day(due)}已过", evidence)
    return _open(what, due, as_of)._replace(evidence=evidence)


def _open(shows: str, due: date, as_of: date) -> _Conclusion:
    """Not known to be finished: the deadline is still ahead, or no note was written after it."""
    if as_of <= due:
        verdict = Verdict.DUE_SOON if due - as_of < REMIND_WITHIN else Verdict.NOT_DUE
        return _Conclusion(verdict, f"{shows}；期限{say_day(due)}，还没有过")
    reason = f"{shows}；期限{say_day(due)}已过，其后没有说明，没有记录不等于没有做（A30）"
    return _Conclusion(Verdict.NO_RECORD, reason)


def _by_plans(counts: Sequence[PlanCounts], due: date, as_of: date) -> _Conclusion:
    asked, on_time, late, approved = (sum(row[place] for row in counts) for place in range(4))
    shows = f"记录显示应报推进计划 {asked} 份，按期报送 {on_time} 份，逾期报送 {late} 份，已审核 {approved} 份"
    if asked and on_time + late >= asked:
        return _Conclusion(Verdict.ADVISORY if late else Verdict.MET, shows)
    if as_of <= due or not asked:
        return _open(shows, due, as_of)
    missing = f"{shows}；期限{say_day(due)}已过，{asked - on_time - late} 份没有报送记录，没有记录不等于没有做（A30）"
    return _Conclusion(Verdict.NO_RECORD, missing)


def _counted(standard: str, totals: Sequence[CommitteeSummary]) -> Iterator[tuple[Verdict, str]]:
    """Each verdict with its number of branches, of committees (their own duties), and that of 学校."""
    branches, committees = Counter[Verdict](), Counter[Verdict]()
    institution: Verdict | None = None
    for total in totals:
        for sums in total.sets.values():
            branches.update(sums.counts.get(standard, {}))
        above = above_in(total.sets.values(), standard)
        committees.update(above[duty] for duty in above if duty is Duty.COMMITTEE)
        institution = above.get(Duty.INSTITUTION, institution)
    schools = Counter({institution: 1} if institution else {})
    for counts, unit in ((branches, " {} 个支部"), (committees, " {} 个基层党委"), (schools, "（学校）")):
        for verdict, number in counts.items():
            if number and verdict is not Verdict.NOT_APPLICABLE:
                yield verdict, f"{verdict}{unit.format(number)}"


def _by_standards(standards: Sequence[str], totals: Sequence[CommitteeSummary], due: date, as_of: date) -> _Conclusion:
    counted = {standard: rows for standard in standards if (rows := list(_counted(standard, totals)))}
    asked = {verdict for rows in counted.values() for verdict, _ in rows}
    shows = "；".join(_shown(standard, rows) for standard, rows in counted.items())
    none = f"标准 {'、'.join(standards)} 没有判定"
    shows = f"记录显示{shows or none}"
    if asked == {Verdict.MET}:
        return _Conclusion(Verdict.MET, shows)
    return _open(shows, due, as_of) if as_of <= due or not asked else _Conclusion(roll_up(asked), shows)


def _shown(standard: str, rows: Sequence[tuple[Verdict, str]]) -> str:
    """What one standard's findings add up to, the gravest first."""
    return f"标准 {standard}：" + "，".join(text for verdict in Verdict for found, text in rows if found is verdict)
