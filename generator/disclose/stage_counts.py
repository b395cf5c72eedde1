"""Counts of 发展党员 as an edition may show them: none below ten, and none that follows from others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.record import Audience
from generator.model.stage_count import StageCount

LEAST = 10
"""Fewer people than that can be told from one another."""


class ShownStage(NamedTuple):
    """A stage with its counts; None where a count is too small, or another one would follow from it."""

    title: str
    cases: int | None
    overdue: int | None


def shown_stages(rows: Iterable[StageCount], audience: Audience) -> Iterator[ShownStage]:
    """Stage by stage.

    No sum of stages is ever shown, so that a hidden one cannot be found by subtraction; how many are overdue is shown only
    where neither they nor the others of the stage are too few.
    """
    for row in rows:
        if audience.sees(Audience.RESTRICTED):
            yield ShownStage(*row)
            continue
        both = min(row.overdue, row.cases - row.overdue) >= LEAST
        yield ShownStage(row.title, row.cases if row.cases >= LEAST else None, row.overdue if both else None)
