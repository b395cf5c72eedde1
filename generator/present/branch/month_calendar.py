"""The calendar of a month of a branch: what falls due on which day, what was held, and school holidays."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from generator.model.month_sheet import SheetDay
from generator.model.records.activity import Activity
from generator.model.records.organisation import Holiday
from generator.present.branch.due_rows import DueRow

_DAYS = 7


def month_weeks(
    month: date, rows: Iterable[DueRow], held: Iterable[Activity], holidays: Sequence[Holiday]
) -> tuple[tuple[SheetDay | None, ...], ...]:
    """The weeks from Monday on; `month` is any day of it, `held` are the activities that the register has by now."""
    due, kinds = _due(rows), _held(held)
    days = Calendar().itermonthdates(month.year, month.month)
    shown = [_day(day, due, kinds, holidays) if day.month == month.month else None for day in days]
    return tuple(tuple(shown[at : at + _DAYS]) for at in range(0, len(shown), _DAYS))


def _day(
    day: date, due: Mapping[date, Sequence[str]], held: Mapping[date, Sequence[str]], holidays: Iterable[Holiday]
) -> SheetDay:
    holiday = next((row.name for row in holidays if row.covers(day, day)), "")
    return SheetDay(day.day, "、".join(due.get(day, ())), "、".join(held.get(day, ())), holiday)


def _due(rows: Iterable[DueRow]) -> Mapping[date, Sequence[str]]:
    """The numbers of the standards by day; what no standard asks for is told as 其他."""
    found: dict[date, dict[str, None]] = defaultdict(dict)
    for row in rows:
        found[row.due][row.standard.id if row.standard else "其他"] = None
    return {day: tuple(ids) for day, ids in found.items()}


def _held(activities: Iterable[Activity]) -> Mapping[date, Sequence[str]]:
    found: dict[date, dict[str, None]] = defaultdict(dict)
    for row in activities:
        found[row.on].update(dict.fromkeys(row.kinds))
    return {day: tuple(kinds) for day, kinds in found.items()}
