"""Findings on what 基层党委 and 学校 have to do themselves: judged once, and quoted by every branch below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.evaluate.questions import questions
from generator.evaluate.unit_records import UnitContext, UnitRecords
from generator.evaluate.year_context import YearContext
from generator.model.finding import Finding, UnitAssessment
from generator.model.kinds import Duty
from generator.model.standard_set import StandardSet

ByCriterion = Mapping[str, tuple[Finding, ...]]
"""The findings of one unit and year by criterion, in the order of the year."""


def judge_unit(unit: UnitRecords | None, duty: Duty, chosen: StandardSet, context: YearContext) -> ByCriterion:
    """The findings of a unit on its own duties, as one standard set asks; without a unit nothing is on record."""
    records = unit or UnitRecords(duty, "", "", {}, {}, {}, ())
    found: dict[str, tuple[Finding, ...]] = {}
    for question in questions(chosen, context):
        if question.subject is duty:
            rows = []
            for period, settled in question.periods:
                seen = context.year_end if period.is_day else context
                asked = UnitContext(records, seen, question.criterion, question.readings, period)
                outcome = settled or question.judge(asked, question.parameters)
                rows.append(question.finding(context, period, outcome))
            found[question.criterion.id] = tuple(rows)
    return found


def assess_unit(unit: UnitRecords, sets: Iterable[StandardSet], context: YearContext) -> tuple[UnitAssessment, ...]:
    """All findings of a unit for a year: by the first set, and by each further one what that asks otherwise."""
    told: set[Finding] = set()
    made = []
    for chosen in sets:
        rows = [row for each in judge_unit(unit, unit.duty, chosen, context).values() for row in each]
        fresh = tuple(row for row in rows if row not in told)
        told.update(fresh)
        if fresh:
            made.append(
                UnitAssessment(
                    duty=unit.duty,
                    unit=unit.id,
                    year=context.year,
                    as_of=context.as_of,
                    standard_set=chosen.id,
                    findings=fresh,
                )
            )
    return tuple(made)


@dataclass(frozen=True, eq=False)
class Above:
    """What a branch quotes: its committee's records, and the findings of 学校 by year and standard set.

    Those of 学校 are judged before any branch, for only then are all of its branches known.
    """

    committee: UnitRecords | None
    institution: Mapping[tuple[int, str], ByCriterion] = field(default_factory=dict)

    def quoted(self, chosen: StandardSet, context: YearContext) -> ByCriterion:
        """The findings of both by criterion, for one year and set; judged for the first branch that asks."""
        return _quoted(self, chosen, context)


@lru_cache(maxsize=64)
def _quoted(above: Above, chosen: StandardSet, context: YearContext) -> ByCriterion:
    own = judge_unit(above.committee, Duty.COMMITTEE, chosen, context)
    school = above.institution.get((context.year, chosen.id))
    if school is None:
        school = judge_unit(None, Duty.INSTITUTION, chosen, context)
    return {id: _quote(rows) for id, rows in (*own.items(), *school.items())}


def _quote(rows: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(row._replace(quoted=True) for row in rows)


NOTHING_ABOVE = Above(None)
"""Where neither the committee nor 学校 has anything on record."""
