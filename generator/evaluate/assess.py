"""`assess`: all findings of one branch and one year; what 基层党委 and 学校 have to do themselves is judged once, above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from generator.evaluate.check_context import CheckContext
from generator.evaluate.outcome import Outcome
from generator.evaluate.phrases import say_day
from generator.evaluate.questions import Question, inapplicable, questions
from generator.evaluate.record_index import RecordIndex
from generator.evaluate.unit_context import UnitContext
from generator.evaluate.year_context import YearContext
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, Finding, UnitAssessment
from generator.model.kinds import Duty
from generator.model.period import Period
from generator.model.records.profile import Profile
from generator.model.standard_set import StandardSet, choose, sets_for
from generator.model.unit_records import UnitRecords

ByCriterion = Mapping[str, tuple[Finding, ...]]
"""The findings of one unit and year by criterion, in the order of the year."""


@lru_cache(maxsize=64)
def judge_unit(unit: UnitRecords | None, duty: Duty, chosen: StandardSet, context: YearContext) -> ByCriterion:
    """The findings of a unit on its own duties, as one standard set asks; without a unit nothing is on record.

    Judged once for its own page and for the branches that quote it.
    """
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


def judge_institution(
    unit: UnitRecords, sets: Sequence[StandardSet], context: YearContext, kept: Iterable[int]
) -> Mapping[tuple[int, str], ByCriterion]:
    """What 学校 shows, by year and standard set: for every year that a branch may be judged for, `kept` among them."""
    kinds = {row.kind for row in unit.branches}
    years = {year for year in {*kept, *unit.registers} if year <= context.as_of.year} | {context.year}
    return {
        (year, chosen.id): judge_unit(unit, Duty.INSTITUTION, chosen, context.of(year))
        for year in sorted(years)
        for chosen in sets_for(sets, kinds, year, context.as_of)
    }


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


def assess(
    sets: Sequence[StandardSet], dossier: Dossier, context: YearContext, above: Above = NOTHING_ABOVE
) -> Assessment:
    """Judge one year of record of the unprojected dossier by the standard set that holds for its kind and year.

    What 基层党委 and 学校 have to do themselves is judged once, `above`, and quoted: the same for every branch under them,
    whether or not the branch existed in the period.
    A branch to whose kind no set applies has no findings, and no set.  A criterion whose parameters did not validate is not
    judged: loading the standards has already reported it.
    """
    chosen = choose(sets, dossier.profile.kind, context.year, context.as_of)
    return Assessment(
        branch=dossier.id,
        year=context.year,
        as_of=context.as_of,
        standard_set=chosen.id if chosen else None,
        findings=tuple(_findings(chosen, dossier, context, above)) if chosen else (),
    )


def _findings(chosen: StandardSet, dossier: Dossier, context: YearContext, above: Above) -> Iterator[Finding]:
    """Checks that judge the state of things see the records up to the end of a past year only (A38)."""
    records = RecordIndex.build(dossier, context, above.committee)
    at_end = context.year_end
    closing = records if at_end is context else RecordIndex.build(dossier, at_end, above.committee)
    quoted = above.quoted(chosen, context)
    for question in questions(chosen, context):
        if question.subject is not Duty.BRANCH:
            yield from quoted[question.criterion.id]
            continue
        for period, not_in_force in question.periods:
            index = closing if period.is_day else records
            settled = not_in_force or _not_existing(index.profile, period)
            yield question.finding(context, period, settled or _judged(question, index, period))


def _judged(question: Question, records: RecordIndex, period: Period) -> Outcome:
    context = CheckContext(records, question.criterion, question.readings, period)
    return question.judge(context, question.parameters)


def _not_existing(profile: Profile, period: Period) -> Outcome | None:
    """不适用 where the branch did not exist (A13)."""
    founded, dissolved = profile.founded, profile.dissolved
    if founded > period.end:
        return inapplicable(f"支部于{say_day(founded)}成立，本期在成立以前（A13）")
    if dissolved is not None and dissolved < period.start:
        return inapplicable(f"支部已于{say_day(dissolved)}撤销（A13）")
    return None
