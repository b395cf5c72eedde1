"""全年: the year as a calendar, a row a duty, a column a month; quarters span three."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from generator.model import words
from generator.model.finding import Finding, Verdict, roll_up
from generator.present.kit.catalogue import StandardView
from generator.present.kit.findings import Judgement
from generator.present.kit.fragments import calendar_cell, joined

_CYCLES = {1: "每月", 3: "每季"}


class CalendarPeriod(NamedTuple):
    """One period of a duty: how many months it spans, its conclusion (None where it has none), and its records' anchors."""

    span: int
    verdict: Verdict | None = None
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRow:
    """One standard's duties that return every month, or every quarter."""

    standard: StandardView
    cycle: str
    periods: tuple[CalendarPeriod, ...]

    @property
    def cells(self) -> Markup:
        """The periods as cells of a table."""
        return joined([_cell(row, self.standard.anchor) for row in self.periods])


def calendar_rows(judgement: Judgement) -> tuple[CalendarRow, ...]:
    """The branch's own duties that return within the year, in the order of the standards."""
    found: dict[tuple[str, int], dict[int, list[Finding]]] = {}
    for result, criterion in judgement.own():
        for finding in criterion.findings:
            if place := words.months(finding.period):
                first, span = place
                found.setdefault((result.view.id, span), {}).setdefault(first, []).append(finding)
    return tuple(_row(judgement.results[id].view, span, periods) for (id, span), periods in found.items())


def _row(standard: StandardView, span: int, periods: dict[int, list[Finding]]) -> CalendarRow:
    found = tuple([_period(span, periods.get(first)) for first in range(1, 13, span)])
    return CalendarRow(standard=standard, cycle=_CYCLES[span], periods=found)


def _period(span: int, findings: list[Finding] | None) -> CalendarPeriod:
    if not findings:
        return CalendarPeriod(span)
    verdict = roll_up(finding.verdict for finding in findings)
    return CalendarPeriod(span, verdict, tuple(sorted(set(_anchors(findings)))))


def _cell(row: CalendarPeriod, otherwise: str) -> str:
    if row.verdict is None:
        return f'<td colspan="{row.span}"></td>'
    return calendar_cell(row.span, row.verdict, row.anchors, otherwise)


def _anchors(findings: list[Finding]) -> Iterator[str]:
    return (evidence.anchor for finding in findings for evidence in finding.evidence if evidence.anchor)
