"""How much a criterion binds, how often and by when it is asked: worked out from it, its check and the year's plan."""

from __future__ import annotations

from generator.model.check import Asked, CheckDescription
from generator.model.records.organisation import SoftLine
from generator.model.standard import Criterion, Force, force_of
from generator.model.words import short_day
from generator.present.kit.site import HandbookStandard, Site


def criterion_force(site: Site, row: HandbookStandard, criterion: Criterion) -> Force:
    """How much a criterion binds on the last day of the year that is shown."""
    standard, check = row.standard, check_of(row, criterion)
    demands = site.plan.demands if site.plan else None
    demanded = demands is not None and demands.hold(standard.id, criterion.id, site.judged_on)
    found = force_of(criterion.drafted_by or standard.drafted_by, criterion.usual, demanded=demanded)
    hard_lines = site.institution.readings.hard_lines is SoftLine.UNMET
    return Force.USUAL if found is Force.HARD and check.lenient(hard_lines=hard_lines) else found


def when_asked(row: HandbookStandard, criterion: Criterion) -> Asked:
    """How often and by when; what may be done in the year after says so (A32)."""
    asked = check_of(row, criterion).asked()
    if criterion.recurrence is not None and not asked.until:
        asked = asked._replace(often=f"每{criterion.recurrence.cycle}")
    deadline = criterion.deadline_of(2018)  # 29 February is no deadline, so that any year will do
    return asked._replace(until=f"次年{short_day(deadline)}前") if deadline else asked


def check_of(row: HandbookStandard, criterion: Criterion) -> CheckDescription:
    """What a criterion asks of its check; of one that could not be read, nothing."""
    return row.standard_set.parameters.get(criterion.id, CheckDescription())
