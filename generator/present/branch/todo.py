"""本月要办, 缺项待改 and 上年收尾: what a branch has to do, before what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from generator.model import words
from generator.model.finding import Assessment, Finding, Verdict, roll_up
from generator.model.period import Period
from generator.present.kit.catalogue import StandardView
from generator.present.kit.findings import CriterionResult, Judgement, StandardResult
from generator.present.kit.urls import file_path
from generator.present.kit.verdicts import CHIPS

_UNTOLD = (Verdict.NO_RECORD, Verdict.AWAITING_REVIEW)


@dataclass(frozen=True, slots=True, kw_only=True)
class TodoCard:
    """One thing to do, or one gap to mend: what the criterion asks, until when or for which periods, and why."""

    verdict: Verdict
    text: str
    when: str
    left: str
    reason: str
    standard: StandardView
    form: str

    @property
    def chip(self) -> Markup:
        """The conclusion on its tint."""
        return CHIPS[self.verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What can still be done in time, what is a gap already, and how much of the rest the records do not show.

    `file` is the year's own page, a link from the site's root; `until` the last day on which something may be done.
    """

    year: int
    file: str
    until: str
    tasks: tuple[TodoCard, ...]
    gaps: tuple[TodoCard, ...]
    unjudged: tuple[tuple[Verdict, int], ...]

    @property
    def counts(self) -> tuple[tuple[Markup, int], ...]:
        """What is not judged, as chips."""
        return tuple([(CHIPS[verdict], number) for verdict, number in self.unjudged])


class _Open(NamedTuple):
    """One criterion that can still be met in time."""

    due: date
    verdict: Verdict
    result: StandardResult
    criterion: CriterionResult
    finding: Finding


def due_this_month(judgement: Judgement, as_of: date) -> tuple[TodoCard, ...]:
    """临期, and 未到期 that falls due in this month; the nearest first."""
    return _tasks(judgement, as_of, month=(as_of.year, as_of.month))


def gaps(judgement: Judgement) -> tuple[TodoCard, ...]:
    """缺项 of the branch's own duties, in the order of the standards, a criterion each."""
    return tuple(_gaps(judgement.own()))


def closing(assessment: Assessment, judgement: Judgement, path: str) -> Closing:
    """What of a year whose own page is at `path` can still change: `judgement` has no other findings."""
    return Closing(
        year=assessment.year,
        file=file_path(path),
        until=words.day(assessment.closes),
        tasks=_tasks(judgement, assessment.as_of, month=None),
        gaps=gaps(judgement),
        unjudged=tuple(_counts(judgement)),
    )


def _tasks(judgement: Judgement, as_of: date, month: tuple[int, int] | None) -> tuple[TodoCard, ...]:
    """What can still be done in time, in one month or whenever it falls due; the nearest first."""
    found: dict[tuple[str, Period], list[_Open]] = {}
    for result, criterion in judgement.own():
        for finding in criterion.findings:
            due = finding.open_until(as_of)
            if due and (month in (None, (due.year, due.month)) or finding.verdict is Verdict.DUE_SOON):
                found.setdefault(finding.occasion, []).append(_Open(due, finding.verdict, result, criterion, finding))
    groups = sorted(found.values(), key=lambda rows: min(row.due for row in rows))
    return tuple(_due_task(rows, as_of) for rows in groups)


def _due_task(rows: Sequence[_Open], as_of: date) -> TodoCard:
    """One card for what is done at one stroke: until the nearest of its days."""
    first = min(rows, key=lambda row: row.due)
    due = first.due
    return TodoCard(
        verdict=roll_up(row.verdict for row in rows),
        text="；".join(row.criterion.view.text for row in rows),
        when=f"到{words.short_day(due) if due.year == as_of.year else words.day(due)}",
        left=words.countdown(as_of, due),
        reason=first.finding.reason,
        standard=first.result.view,
        form=next((row.criterion.view.form for row in rows if row.criterion.view.form), ""),
    )


def _gaps(criteria: Iterable[tuple[StandardResult, CriterionResult]]) -> Iterator[TodoCard]:
    for result, criterion in criteria:
        missing = [finding for finding in criterion.findings if finding.verdict is Verdict.UNMET]
        if missing:
            yield TodoCard(
                verdict=Verdict.UNMET,
                text=criterion.view.text,
                when="、".join(words.short_period(finding.period) for finding in missing),
                left=f"{len(missing)} 期" if len(missing) > 1 else "",
                reason=missing[0].reason if len(missing) == 1 else "",
                standard=result.view,
                form=criterion.view.form,
            )


def _counts(judgement: Judgement) -> Iterator[tuple[Verdict, int]]:
    found = Counter(row.verdict for _, criterion in judgement.own() for row in criterion.findings)
    return ((verdict, found[verdict]) for verdict in _UNTOLD if found[verdict])
