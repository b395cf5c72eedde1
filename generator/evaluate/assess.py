"""`assess`: all findings of one branch and one year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.evaluate.check_context import CheckContext
from generator.evaluate.outcome import Outcome
from generator.evaluate.phrases import say_day
from generator.evaluate.questions import Question, inapplicable, questions
from generator.evaluate.record_index import RecordIndex
from generator.evaluate.units import NOTHING_ABOVE, Above
from generator.evaluate.year_context import YearContext
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, Finding
from generator.model.kinds import Duty
from generator.model.period import Period
from generator.model.records.profile import Profile
from generator.model.standard_set import StandardSet, choose


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
