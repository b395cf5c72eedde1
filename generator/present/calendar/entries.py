"""年历事项 of one year, from the plan's phases and tasks, the standards' recurring duties and the school holidays.

A recurring duty is asked for in each natural month, quarter or year (A11) and is due on its last day; a yearly one may
have its day in the following year (A32).  A rule is asked for in the periods whose last day it was in force on (A31):
the plan's fourth Thursdays begin in March 2019, and January and February ask for a theme day on a day of the branch's
own choice.  Where the planned day holds, the end of the month is not listed as well.

软弱涣散 and 结果运用 (standards of the restricted edition) give no entry.  A deadline in the plan's own public text
stands as the plan's; it is in no branch's calendar where the plan gives the task to some branches only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from generator.model import words
from generator.model.calendar import BRANCHES, EVERYBODY, CalendarDay, CalendarOf, Entry, EntryKind, Repeat, branches_of
from generator.model.check import PlannedDay, Recurring, Schedule, YearlyWindow
from generator.model.kinds import ActivityKind, BranchKind, Duty
from generator.model.period import Cycle, Period, nth_weekday, periods
from generator.model.record import Audience
from generator.model.records.organisation import Holiday, Institution
from generator.model.records.plan import Phase, Plan, PlannedTask, clause_slug
from generator.model.standard import Criterion, DraftedBy, Standard
from generator.model.standard_set import StandardSet
from generator.model.words import short_day
from generator.present.kit.citations import Citations
from generator.present.kit.urls import plan_path, standard_path, task_path

_REMIND_PLANNED_DAY = 3
_REMIND_PLAN = 10
_BRANCHES = re.compile(r"各?(教职工|教师|机关|学生|离退休)?党支部")
_KINDS = {"教职工": (BranchKind.TEACHERS, BranchKind.OFFICES), "": tuple(BranchKind)}


def entries(
    plan: Plan | None,
    standards: StandardSet,
    institution: Institution,
    year: int,
    cites: Citations,
    *,
    below: str = "",
) -> tuple[Entry, ...]:
    """Every entry of a year, the plan's first, then the duties in the order of the standards; `below` as in a URL."""
    duties = _Duties(standards=standards, holidays=institution.holidays, year=year, cites=cites)
    return (*(_of_plan(plan, institution, below) if plan else ()), *duties.entries())


def _of_plan(plan: Plan, institution: Institution, below: str) -> Iterator[Entry]:
    own_names = {alias: unit.name for unit in institution.units for alias in unit.aliases}
    for phase in plan.phases:
        yield _phase(phase, EntryKind.PHASE_START, phase.since, plan_path(below))
        yield _phase(phase, EntryKind.PHASE_END, phase.until, plan_path(below))
    for row in plan.tasks:
        if row.task.due:
            yield _task(row, own_names, below)


def _phase(phase: Phase, kind: EntryKind, on: date, path: str) -> Entry:
    ends = kind is EntryKind.PHASE_END
    tasks = tuple(f"{task.clause} {task.name}" for task in phase.tasks if task.due is None) if ends else ()
    name = phase.short_name or phase.name
    return Entry(
        id=f"phase-{clause_slug(phase.clause)}-{'end' if ends else 'start'}",
        kind=kind,
        title=f"“{name}”阶段{'截止' if ends else '开始'}",
        short=name,
        basis=f"方案 {phase.clause}",
        owners=EVERYBODY,
        occasions=(CalendarDay(on, f"{len(tasks)} 项任务到期" if tasks else ""),),
        remind_days=_REMIND_PLAN if ends else 0,
        details=tasks,
        path=path,
    )


def _task(row: PlannedTask, own_names: Mapping[str, str], below: str) -> Entry:
    task = row.task
    crossing = f"跨阶段：列在{row.phase.clause}，期限在{_window(row.phase)}以外（A19）" if row.crosses_phases else ""
    return Entry(
        id=f"task-{task.slug}",
        kind=EntryKind.TASK,
        title=f"任务期限：{task.name}",
        short=task.name,
        basis=f"方案 {task.clause}",
        owners=frozenset({CalendarOf.INSTITUTION}).union(*(_owners(own_names.get(unit, unit)) for unit in task.units)),
        occasions=(CalendarDay(row.deadline, "跨阶段" if crossing else ""),),
        remind_days=_REMIND_PLAN,
        details=tuple(filter(None, (task.due_note, f"责任单位：{'、'.join(task.units)}", crossing))),
        path=task_path(task.slug, below),
    )


def _window(phase: Phase) -> str:
    return f"{short_day(phase.since)}—{short_day(phase.until)}"


def _owners(unit: str) -> frozenset[CalendarOf]:
    """Whose calendars a 责任单位 has; a part of the branches that only the plan knows has none."""
    if branch := _BRANCHES.fullmatch(unit):
        part = branch[1] or ""
        return branches_of(_KINDS[part] if part in _KINDS else (BranchKind(part),))
    return frozenset({CalendarOf.COMMITTEE}) if "基层党委" in unit or "党总支" in unit else frozenset()


@dataclass(frozen=True, kw_only=True)
class _Duties:
    """The recurring duties of one standard set in one year."""

    standards: StandardSet
    holidays: Sequence[Holiday]
    year: int
    cites: Citations

    def entries(self) -> Iterator[Entry]:
        for standard in self._shown:
            for criterion in standard.criteria:
                yield from self._of(standard, criterion)

    @property
    def _shown(self) -> Iterator[Standard]:
        return (row for row in self.standards.standards if row.audience is not Audience.RESTRICTED)

    @cached_property
    def _planned(self) -> Mapping[ActivityKind, Sequence[Criterion]]:
        """The criteria that plan a day, by the activity they plan it for."""
        found: dict[ActivityKind, list[Criterion]] = {}
        for row in chain.from_iterable(standard.criteria for standard in self._shown):
            if isinstance(schedule := self._schedule(row), PlannedDay):
                found.setdefault(schedule.kind, []).append(row)
        return found

    def _schedule(self, criterion: Criterion) -> Schedule | None:
        """When the criterion asks: by its check, or where that judges no single period by its own 年历."""
        check = self.standards.parameters.get(criterion.id)
        schedule = check.schedule() if check else None
        if criterion.recurrence and not isinstance(schedule, PlannedDay | YearlyWindow):
            return Recurring(criterion.recurrence.cycle, criterion.recurrence.name)
        return schedule

    def _of(self, standard: Standard, criterion: Criterion) -> Iterator[Entry]:
        match self._schedule(criterion):
            case PlannedDay() as planned:
                yield from self._planned_day(standard, criterion, planned)
            case YearlyWindow() as window:
                yield from self._window(standard, criterion, window)
            case Recurring() as recurring:
                yield from self._due(standard, criterion, recurring)

    def _planned_day(self, standard: Standard, criterion: Criterion, planned: PlannedDay) -> Iterator[Entry]:
        nth, weekday = planned.nth, planned.weekday
        months = [row for row in periods(Cycle.MONTH, self.year) if _in_force(criterion, row)]
        days = (nth_weekday(row.start.year, row.start.month, weekday, nth) for row in months)
        rule = f"每月第{words.numeral(nth)}个星期{words.WEEKDAYS[weekday]}"
        yield from self._entry(
            standard,
            criterion,
            EntryKind.PLANNED_DAY,
            [CalendarDay(on, self._holiday(on)) for on in days],
            title=f"{planned.kind}（{rule}）",
            short=planned.kind,
            cycle=Cycle.MONTH,
            repeat=Repeat(Cycle.MONTH, nth, weekday),
            remind_days=_REMIND_PLANNED_DAY,
            owners=EVERYBODY,
        )

    def _holiday(self, on: date) -> str:
        found = next((row for row in self.holidays if row.covers(on, on)), None)
        return f"在{found.name}内，可同月改期并写明理由" if found else ""

    def _window(self, standard: Standard, criterion: Criterion, window: YearlyWindow) -> Iterator[Entry]:
        start, end = (date.fromisoformat(f"{self.year}-{day}") for day in (window.since, window.until))
        if _in_force(criterion, Period.span(start, end, "")):
            occasions = [CalendarDay(end, f"{short_day(start)}起")]
            short = f"{window.name}{standard.name}"
            yield from self._entry(standard, criterion, EntryKind.DUE, occasions, short=short)

    def _due(self, standard: Standard, criterion: Criterion, recurring: Recurring) -> Iterator[Entry]:
        cycle, name, kinds = recurring
        asked = self._asked(criterion, cycle)
        rules = self._planned.get(kinds[0], ()) if cycle is Cycle.MONTH and len(kinds) == 1 else ()
        left = [row for row in asked if not any(_in_force(rule, row) for rule in rules)]
        note = "每月相对固定 1 天，由支部自定，不按计划日（A31）" if rules else ""
        days = [CalendarDay(row.deadline, note or _of_which_year(row)) for row in left]
        repeat = Repeat(cycle) if not left or len(left) == _span(asked, left) else None
        yield from self._entry(standard, criterion, EntryKind.DUE, days, short=name, cycle=cycle, repeat=repeat)

    def _asked(self, criterion: Criterion, cycle: Cycle) -> list[Period]:
        years = (self.year - 1, self.year)
        if cycle is Cycle.YEAR and criterion.deadline:
            asked: Iterable[Period] = (Period.year(year, criterion.deadline_of(year)) for year in years)
        else:
            asked = periods(cycle, self.year)
        return [row for row in asked if _in_force(criterion, row)]

    def _entry(
        self,
        standard: Standard,
        criterion: Criterion,
        kind: EntryKind,
        occasions: Sequence[CalendarDay],
        *,
        title: str = "",
        short: str = "",
        cycle: Cycle | None = None,
        repeat: Repeat | None = None,
        remind_days: int | None = None,
        owners: frozenset[CalendarOf] | None = None,
    ) -> Iterator[Entry]:
        """The entry, unless the year has no day for it."""
        if not occasions:
            return
        drafted = (criterion.drafted_by or standard.drafted_by) is DraftedBy.OWN
        yield Entry(
            id=f"duty-{criterion.id.replace('.', '-')}",
            kind=kind,
            title=title or criterion.text,
            short=short or standard.name,
            basis="；".join(self.cites.grounds(standard.basis)),
            owners=owners or self._owners(criterion),
            occasions=tuple(occasions),
            cycle=cycle,
            repeat=repeat if len(occasions) > 1 else None,
            remind_days=criterion.remind_days if remind_days is None else remind_days,
            details=(
                f"{standard.id} {standard.name}：{criterion.text}",
                *(["自拟的线，方案没有写（A35）"] if drafted else []),
            ),
            path=standard_path(self.standards.id, standard.slug),
        )

    def _owners(self, criterion: Criterion) -> frozenset[CalendarOf]:
        if criterion.duty is Duty.INSTITUTION:
            return frozenset({CalendarOf.INSTITUTION})
        if criterion.duty is Duty.COMMITTEE:
            return frozenset({CalendarOf.COMMITTEE})
        return BRANCHES & branches_of(self.standards.kinds)


def _in_force(criterion: Criterion, period: Period) -> bool:
    """Whether the rule was in force on the period's last day (A31)."""
    return (criterion.since or period.end) <= period.end <= (criterion.until or period.end)


def _of_which_year(period: Period) -> str:
    return f"{period.name}年度" if period.deadline > period.end else ""


def _span(asked: Sequence[Period], left: Sequence[Period]) -> int:
    """How many periods lie between the first and the last that are left, both included."""
    return asked.index(left[-1]) - asked.index(left[0]) + 1
