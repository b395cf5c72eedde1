"""年历事项 from the standards: duties that recur.

A recurring duty is asked for in each natural month, quarter or year (A11) and is due on its last day; a yearly one may
have its day in the following year (A32).  A rule is asked for in the periods whose last day it was in force on (A31):
the plan's fourth Thursdays begin in March 2019, and January and February ask for a theme day on a day of the branch's
own choice.  Where the planned day holds, the end of the month is not listed as well.

软弱涣散 and 结果运用 (standards of the restricted edition) give no entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain

from generator.model import words
from generator.model.calendar import CalendarDay, CalendarOf, Entry, EntryKind, Repeat, branches_of
from generator.model.check import CheckDescription, PlannedDay, Recurring, Schedule, YearlyWindow
from generator.model.kinds import ActivityKind, Duty
from generator.model.period import Cycle, Period, nth_weekday, periods
from generator.model.record import Audience
from generator.model.records.organisation import Holiday
from generator.model.records.plan import Demands
from generator.model.standard import Criterion, DraftedBy, Standard
from generator.model.standard_set import StandardSet
from generator.model.words import short_day
from generator.present.kit.citations import Citations
from generator.present.kit.urls import standard_path

_REMIND_PLANNED_DAY = 3


def duty_entries(
    sets: Iterable[StandardSet], holidays: Sequence[Holiday], year: int, cites: Citations, demands: Demands | None
) -> Iterator[Entry]:
    """The duties of one year, in the order of the sets and their standards; `demands` are those of the year's plan.

    What several sets ask for alike is one entry, for the branches of all of them.
    """
    given, found = tuple(sets), dict[str, Entry]()
    for each in given:
        for row in _Duties(standards=each, holidays=holidays, year=year, cites=cites, demands=demands).entries():
            known = found.get(row.id)
            if known is not None and known == replace(row, owners=known.owners):
                found[row.id] = replace(known, owners=known.owners | row.owners)
            else:
                apart = row if known is None else replace(row, id=f"{row.id}-{each.id}")
                found[apart.id] = apart
    everyone = frozenset[CalendarOf]().union(*(branches_of(each.kinds) for each in given))
    return (_named_apart(row, everyone) for row in found.values())


def _named_apart(row: Entry, everyone: frozenset[CalendarOf]) -> Entry:
    """A duty of some kinds of branch only says of which, wherever it stands beside others."""
    asked = row.owners & everyone
    if not asked or asked == everyone:
        return row
    kinds = "、".join(owner.branch_kind for owner in CalendarOf if owner in asked and owner.branch_kind)
    return replace(row, short=f"{row.short}（{kinds}党支部）")


@dataclass(frozen=True, kw_only=True)
class _Duties:
    """The recurring duties of one standard set in one year."""

    standards: StandardSet
    holidays: Sequence[Holiday]
    year: int
    cites: Citations
    demands: Demands | None

    def entries(self) -> Iterator[Entry]:
        for standard in self._shown:
            for criterion in standard.criteria:
                yield from self._of(standard, criterion)

    @property
    def _shown(self) -> Iterator[Standard]:
        rows = (row for row in self.standards.standards if row.audience is not Audience.RESTRICTED)
        return (row for row in rows if row.id not in self.standards.inapplicable)

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
        if check is not None and (check.audience is Audience.RESTRICTED or self._is_off(check, criterion)):
            return None
        schedule = check.schedule() if check else None
        if criterion.recurrence and not isinstance(schedule, PlannedDay | YearlyWindow):
            return Recurring(criterion.recurrence.cycle, criterion.recurrence.name)
        return schedule

    def _is_off(self, check: CheckDescription, criterion: Criterion) -> bool:
        """Whether it is asked only where the year's plan does, and that does not."""
        asked = self.demands is not None and self.demands.asks(criterion.standard, date(self.year, 12, 31))
        return check.by_plan and not asked

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
            owners=frozenset({CalendarOf.INSTITUTION, CalendarOf.COMMITTEE}) | branches_of(self.standards.kinds),
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
        origin = self.standards.origin(standard.id)
        yield Entry(
            id="-".join(filter(None, ("duty", origin, criterion.id.replace(".", "-")))),
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
                *([f"标准集“{self.standards.name}”另行规定"] if self.standards.differs(standard.id) else []),
            ),
            path=standard_path(origin, standard.slug),
            criterion=criterion.id,
        )

    def _owners(self, criterion: Criterion) -> frozenset[CalendarOf]:
        if criterion.duty is Duty.INSTITUTION:
            return frozenset({CalendarOf.INSTITUTION})
        if criterion.duty is Duty.COMMITTEE:
            return frozenset({CalendarOf.COMMITTEE})
        return branches_of(self.standards.kinds)


def _in_force(criterion: Criterion, period: Period) -> bool:
    """Whether the rule was in force on the period's last day (A31)."""
    return (criterion.since or period.end) <= period.end <= (criterion.until or period.end)


def _of_which_year(period: Period) -> str:
    return f"{period.name}年度" if period.deadline > period.end else ""


def _span(asked: Sequence[Period], left: Sequence[Period]) -> int:
    """How many periods lie between the first and the last that are left, both included."""
    return asked.index(left[-1]) - asked.index(left[0]) + 1
