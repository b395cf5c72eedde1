"""What the date calculator has to say: `python development.py` writes, as JSON, days and their limits by the Python rules.

Every limit of every version gets 1,000 days on which the version is in force: ends of months, leap days and the days around
holidays, and the rest at random from a fixed seed.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from generator.load.development_process import load_processes
from generator.model.records.development_process import Bounds, DevelopmentProcess, StepInterval, Unit
from generator.model.working_days import CountedDay, working_day_after

ROOT = Path(__file__).parents[2]
DAYS = 1000
FIRST, LAST = date(2004, 1, 1), date(2040, 12, 31)
SEED = 20261128

Ends = Callable[[date], CountedDay | None]


def limits(process: DevelopmentProcess) -> Iterator[tuple[str, Ends]]:
    """The id of each limit that the calculator has, and the day on which it ends."""
    for number, rule in enumerate(process.intervals):
        yield from _of_interval(number, rule)
        put_off = process.postponement
        if put_off is not None and rule.step == put_off.step and rule.at_least is not None:
            for months in (put_off.at_least, put_off.at_most):
                yield f"{number}-postponed-{months}", _after(rule.unit, rule.at_least + months)
    for step in process.steps.values():
        if step.regularly is not None:
            yield f"every-{step.id}", _after(step.regularly.unit, step.regularly.every)
        if step.notice is not None:
            yield f"notice-{step.id}", _posted(step.notice.at_least)
    if process.leaving is not None:
        yield "leaving", _after(process.leaving.unit, process.leaving.at_least)


def _of_interval(number: int, rule: StepInterval) -> Iterator[tuple[str, Ends]]:
    if rule.at_least is not None:
        yield f"{number}-at-least", lambda day: rule.bounds(day).earliest
    if rule.at_most is not None:
        yield f"{number}-at-most", lambda day: rule.bounds(day).latest
    if rule.special is not None:
        yield f"{number}-special", lambda day: _special(rule, day).latest


def _special(rule: StepInterval, day: date) -> Bounds:
    return rule.bounds(day, special=True)


def _after(unit: Unit, number: int) -> Ends:
    return lambda day: unit.after(day, number)


def _posted(number: int) -> Ends:
    """The last day of a notice whose first day counts."""
    return lambda day: working_day_after(day - timedelta(1), number)


def days(process: DevelopmentProcess) -> list[date]:
    """The days on which the version is asked."""
    first, last = max(process.since or FIRST, FIRST), min(process.until or LAST, LAST)
    every = [first + timedelta(number) for number in range((last - first).days + 1)]
    edges = [day for day in every if (day + timedelta(1)).day == 1 or (day.month in (1, 2, 9, 10) and day.year % 4 == 0)]
    chooser = random.Random(SEED)  # the same days in every run
    return sorted({*chooser.sample(edges, DAYS // 2), *chooser.sample(every, DAYS)})[: 2 * DAYS]


def main() -> None:
    """Write every day with what the limits of its version say."""
    processes, problems = load_processes(ROOT / "docs", ROOT)
    if problems:
        sys.exit("\n".join(map(str, problems)))
    found = [_version(process) for process in processes.versions]
    json.dump(found, sys.stdout)


def _version(process: DevelopmentProcess) -> dict[str, object]:
    asked = days(process)
    ends = {id: [_told(end(day)) for day in asked] for id, end in limits(process)}
    return {"id": process.id, "days": [day.isoformat() for day in asked], "ends": ends}


def _told(end: CountedDay | None) -> list[object]:
    return [end.day.isoformat(), end.provisional] if end else []


if __name__ == "__main__":
    main()
