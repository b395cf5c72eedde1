"""佐证索引: for each thing on record of a year, where its paper original is kept and which criteria rest on it.

It tells what the register says; whether the paper is there, a person has to look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from generator.model.record import Record, Source
from generator.model.records.activity import Activity
from generator.model.register_sections import records_within
from generator.present.branch.branch_year import BranchYear

NOT_SAID = "台账没有写"
"""Where a register does not say in which book the original is."""


class PaperTrail(NamedTuple):
    """One line: day, what it is, where the paper is, file and line of the register, the criteria that rest on it."""

    on: str
    what: str
    original: str
    place: str
    criteria: str


TRAIL_COLUMNS = ("日期", "事项", "纸质原始记录", "台账（文件:行）", "用到的评价要点")


def paper_trails(year: BranchYear) -> tuple[PaperTrail, ...]:
    """Every activity of the year's register, and whatever else the conclusions of the year rest on, by day."""
    register = year.dossier.registers.get(year.site.year)
    known = {each.source: each for record in year.dossier.records for each in records_within(record)}
    used, labels = _used(year)
    rows = dict.fromkeys(row.source for row in register.activities) if register else {}
    sources = [*rows, *(source for source in used if source not in rows)]
    made = (_trail(source, known.get(source), labels.get(source, ""), used.get(source, ())) for source in sources)
    return tuple(sorted(made, key=lambda row: (row.on or "9999", row.place)))


def _used(year: BranchYear) -> tuple[Mapping[Source, Iterable[str]], Mapping[Source, str]]:
    """The criteria that rest on each place of the records, and what checks call it."""
    used: dict[Source, dict[str, None]] = {}
    labels: dict[Source, str] = {}
    for finding in year.judged.assessment.findings:
        for row in finding.evidence:
            used.setdefault(row.source, {})[finding.criterion] = None
            labels.setdefault(row.source, row.label)
    return used, labels


def _trail(source: Source, record: Record | None, label: str, criteria: Iterable[str]) -> PaperTrail:
    day = getattr(record, "on", None)
    activity = record if isinstance(record, Activity) else None
    what = "：".join(filter(None, _called(activity))) if activity else label
    original = (activity.original if activity else None) or NOT_SAID
    place = f"{source.path}:{source.line}" if source.line else source.path
    return PaperTrail(day.isoformat() if isinstance(day, date) else "", what, original, place, "、".join(criteria))


def _called(activity: Activity) -> Iterator[str]:
    yield "、".join(activity.kinds)
    yield activity.subject
