"""本月要办 and 缺项待改: what a branch has to do, before what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.model.finding import Finding, Verdict
from generator.present import words
from generator.present.catalogue import StandardView
from generator.present.findings import CriterionResult, Judgement, StandardResult
from generator.present.verdicts import CHIPS


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do, or one gap to mend: what the criterion asks, until when or for which periods, and why."""

    chip: Markup
    text: str
    when: str
    left: str
    reason: str
    standard: StandardView
    form: str


def due_this_month(judgement: Judgement, as_of: date) -> tuple[Task, ...]:
    """临期, and 未到期 that falls due in this month; the nearest first."""
    return _tasks(judgement, as_of, month=(as_of.year, as_of.month))


def open_tasks(judgement: Judgement, as_of: date) -> tuple[Task, ...]:
    """Everything that can still be done in time, whenever it falls due; the nearest first."""
    return _tasks(judgement, as_of, month=None)


def gaps(judgement: Judgement) -> tuple[Task, ...]:
    """缺项 of the branch's own duties, in the order of the standards, a criterion each."""
    return tuple(_gaps(judgement.own()))


def _tasks(judgement: Judgement, as_of: date, month: tuple[int, int] | None) -> tuple[Task, ...]:
    found = [
        (due, _due_task(result, criterion, finding, due, as_of))
        for result, criterion in judgement.own()
        for finding in criterion.findings
        if (due := finding.open_until(as_of)) is not None
        and (month in (None, (due.year, due.month)) or finding.verdict is Verdict.DUE_SOON)
    ]
    return tuple(task for _, task in sorted(found, key=lambda pair: pair[0]))


def _due_task(result: StandardResult, criterion: CriterionResult, finding: Finding, due: date, as_of: date) -> Task:
    same_year = due.year == as_of.year
    return Task(
        chip=CHIPS[finding.verdict],
        text=criterion.view.text,
        when=f"到{words.short_day(due) if same_year else words.day(due)}",
        left=words.countdown(as_of, due),
        reason=finding.reason,
        standard=result.view,
        form=criterion.view.form,
    )


def _gaps(criteria: Iterable[tuple[StandardResult, CriterionResult]]) -> Iterator[Task]:
    for result, criterion in criteria:
        missing = [finding for finding in criterion.findings if finding.verdict is Verdict.UNMET]
        if missing:
            yield Task(
                chip=CHIPS[Verdict.UNMET],
                text=criterion.view.text,
                when="、".join(words.short_period(finding.period) for finding in missing),
                left=f"{len(missing)} 期" if len(missing) > 1 else "",
                reason=missing[0].reason if len(missing) == 1 else "",
                standard=result.view,
                form=criterion.view.form,
            )
