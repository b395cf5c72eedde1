"""The plan's year as a ribbon: months, phases and today, drawn in the proportion of their days."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model import words
from generator.model.records.plan import Phase, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class RibbonSpan:
    """Some days side by side; nothing stands in the gaps between phases."""

    days: int
    text: str = ""
    window: str = ""
    target: str = ""
    now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ribbon:
    """One year.  `before` are the days before today, `late` tells on which side of the mark there is room for its words."""

    year: int
    days: int
    months: tuple[int, ...]
    lanes: tuple[tuple[RibbonSpan, ...], ...]
    before: int
    today: str

    @property
    def late(self) -> bool:
        """Whether today lies in the second half of the year."""
        return self.before * 2 >= self.days


def ribbon(plan: Plan, as_of: date) -> Ribbon:
    """The ribbon of the plan's year; a day of another year has no mark on it."""
    year = int(plan.year)
    first = date(year, 1, 1)
    within = as_of.year == year
    return Ribbon(
        year=year,
        days=(date(year + 1, 1, 1) - first).days,
        months=tuple(monthrange(year, month)[1] for month in range(1, 13)),
        lanes=tuple(tuple(_lane(plan, lane, as_of, year)) for lane in _lanes(plan.phases)),
        before=(as_of - first).days if within else 0,
        today=words.short_day(as_of) if within else "",
    )


def _lanes(phases: Iterable[Phase]) -> list[list[Phase]]:
    """Phases one after the other; where two overlap, the later one goes below."""
    lanes: list[list[Phase]] = []
    for phase in sorted(phases, key=lambda phase: (phase.since, phase.until)):
        lane = next((lane for lane in lanes if lane[-1].until < phase.since), None)
        if lane is None:
            lanes.append([phase])
        else:
            lane.append(phase)
    return lanes


def _lane(plan: Plan, lane: Iterable[Phase], as_of: date, year: int) -> Iterator[RibbonSpan]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    at = first.toordinal()
    for phase in lane:
        since, until = max(phase.since, first).toordinal(), min(phase.until, last).toordinal()
        if since > until:
            continue
        if since > at:
            yield RibbonSpan(days=since - at)
        number = plan.phases.index(phase) + 1
        yield RibbonSpan(
            days=until - since + 1,
            text=f"{words.numeral(number)} {phase.short_name or phase.name}",
            window=f"{words.short_day(phase.since)}—{words.short_day(phase.until)}",
            target=f"#phase-{number}",
            now=phase.since <= as_of <= phase.until,
        )
        at = until + 1
    if at <= last.toordinal():
        yield RibbonSpan(days=last.toordinal() - at + 1)
