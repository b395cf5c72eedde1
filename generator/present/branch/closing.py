"""上年收尾: what is left of the year before, beside the current one until its last deadline has passed (A38)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import words
from generator.model.finding import Assessment, Verdict
from generator.present.branch.todo import Task, gaps, open_tasks
from generator.present.kit.findings import Judgement
from generator.present.kit.urls import file_path
from generator.present.kit.verdicts import CHIPS

_SHOWN = (Verdict.NO_RECORD, Verdict.AWAITING_REVIEW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What can still be done in time, what is a gap already, and of the rest how much is not told by records.

    `file` is the year's own page, a link from the site's root; `until` the last day on which something may be done.
    """

    year: int
    file: str
    until: str
    tasks: tuple[Task, ...]
    gaps: tuple[Task, ...]
    counts: tuple[tuple[Markup, int], ...]


def closing(assessment: Assessment, judgement: Judgement, path: str) -> Closing:
    """The rest of a year whose own page is at `path`."""
    return Closing(
        year=assessment.year,
        file=file_path(path),
        until=words.day(assessment.closes),
        tasks=open_tasks(judgement, assessment.as_of),
        gaps=gaps(judgement),
        counts=tuple(_counts(judgement)),
    )


def _counts(judgement: Judgement) -> Iterator[tuple[Markup, int]]:
    found = Counter(row.verdict for _, criterion in judgement.own() for row in criterion.findings)
    return ((CHIPS[verdict], found[verdict]) for verdict in _SHOWN if found[verdict])
