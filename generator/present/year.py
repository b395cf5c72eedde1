"""全年: the year as a calendar, a row a duty, a column a month; quarters span three."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.finding import Finding, roll_up
from generator.present import words
from generator.present.catalogue import StandardView
from generator.present.findings import Judgement
from generator.present.verdicts import CLASSES, MARKS

_CYCLES = {1: "每月", 3: "每季"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One period of one duty: the verdict's shape, the days on which it was done, and where that is shown."""

    span: int
    css: str
    mark: Markup
    days: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRow:
    """One standard's duties that return every month, or every quarter."""

    standard: StandardView
    cycle: str
    cells: tuple[Cell, ...]


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
    cells = (_cell(standard, span, periods.get(first)) for first in range(1, 13, span))
    return CalendarRow(standard=standard, cycle=_CYCLES[span], cells=tuple(cells))


def _cell(standard: StandardView, span: int, findings: list[Finding] | None) -> Cell:
    if not findings:
        return Cell(span=span, css="zb-none", mark=Markup(""), days="", target="")
    verdict = roll_up(finding.verdict for finding in findings)
    anchors = sorted(set(_anchors(findings)))
    return Cell(
        span=span,
        css=CLASSES[verdict],
        mark=MARKS[verdict],
        days="、".join(dict.fromkeys(_day(anchor, span) for anchor in anchors)),
        target=anchors[0] if anchors else standard.anchor,
    )


def _anchors(findings: list[Finding]) -> Iterator[str]:
    return (evidence.anchor for finding in findings for evidence in finding.evidence if evidence.anchor)


def _day(anchor: str, span: int) -> str:
    """The day told by a register row's anchor (`a-2019-03-14-1`): 14日, within a quarter 3.14."""
    _, _, month, day, *_ = anchor.split("-")
    return f"{int(day)}日" if span == 1 else f"{int(month)}月{int(day)}日"
