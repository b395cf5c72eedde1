"""`assess`: all findings of one branch and one year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from generator.evaluate.check_context import CheckContext
from generator.evaluate.checks import CHECKS
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import CheckParameters
from generator.evaluate.phrases import say_day
from generator.evaluate.record_index import RecordIndex
from generator.evaluate.year_context import NO_UPPER_REVIEWS, UpperReviews, YearContext
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, Finding, Verdict
from generator.model.kinds import Duty
from generator.model.period import Period
from generator.model.records.profile import Profile
from generator.model.standard import Criterion, DraftedBy, Standard, Usual
from generator.model.standard_set import StandardSet, choose

__all__ = ["UpperReviews", "YearContext", "assess"]


def assess(
    sets: Sequence[StandardSet], dossier: Dossier, context: YearContext, upper: UpperReviews = NO_UPPER_REVIEWS
) -> Assessment:
    """Judge one year of record of the unprojected dossier by the standard set that holds for its kind and year.

    The 评定 of duties of 基层党委 and 学校 come from `upper`: the same for every branch under them, whether or not the
    branch existed in the period.
    A branch to whose kind no set applies has no findings, and no set.  A criterion whose parameters did not validate is not
    judged: loading the standards has already reported it.
    """
    chosen = choose(sets, dossier.profile.kind, context.year, context.as_of)
    records = RecordIndex.build(dossier, context, upper)
    closing = records if context.year_end is context else RecordIndex.build(dossier, context.year_end, upper)
    return Assessment(
        branch=dossier.id,
        year=context.year,
        as_of=context.as_of,
        standard_set=chosen.id if chosen else None,
        findings=tuple(_findings(chosen, records, closing)) if chosen else (),
    )


class _Question(NamedTuple):
    """One criterion with everything about it that is the same for all branches.

    Each period comes with its outcome where none is to be judged: 不适用, the rule not being in force on its last day (A31).
    """

    standard: str
    criterion: Criterion
    judge: Callable[[CheckContext, Any], Outcome]
    parameters: CheckParameters
    readings: tuple[str, ...]
    own: bool
    periods: tuple[tuple[Period, Outcome | None], ...]


@lru_cache(maxsize=64)
def _questions(chosen: StandardSet, context: YearContext) -> tuple[_Question, ...]:
    """What a set asks of every branch, in order; computed once, at the first branch."""
    return tuple(
        _question(chosen, standard, criterion, parameters, context)
        for standard in chosen.standards
        for criterion in standard.criteria
        if isinstance(parameters := chosen.parameters.get(criterion.id), CheckParameters)
    )


def _question(
    chosen: StandardSet, standard: Standard, criterion: Criterion, parameters: CheckParameters, context: YearContext
) -> _Question:
    """A standard that does not apply in the set is answered once, for the year."""
    if left := chosen.inapplicable.get(standard.id):
        told = _inapplicable(f"标准集“{chosen.name}”不设这一项：{left.reason}")
        periods: tuple[tuple[Period, Outcome | None], ...] = ((Period.year(context.year), told),)
    else:
        asked = parameters.periods(criterion, context)
        periods = tuple((period, _not_in_force(criterion, period)) for period in asked)
    return _Question(
        standard=standard.id,
        criterion=criterion,
        judge=CHECKS[criterion.check].judge,
        parameters=parameters,
        readings=left.readings if left else criterion.readings or standard.readings,
        own=(criterion.drafted_by or standard.drafted_by) is DraftedBy.OWN,
        periods=periods,
    )


def _findings(chosen: StandardSet, records: RecordIndex, closing: RecordIndex) -> Iterator[Finding]:
    """`closing` indexes the records up to the end of a past year, for checks that judge the state of things (A38)."""
    for question in _questions(chosen, records.year_context):
        standard, criterion, judge, parameters, readings, _, periods = question
        once = parameters.once and criterion.duty is not Duty.BRANCH
        for period, not_in_force in periods:
            settled = not_in_force or (None if once else _not_existing(records.profile, period))
            verdict, reason, evidence, due = settled or judge(
                CheckContext(closing if period.is_day else records, criterion, readings, period), parameters
            )
            if verdict is Verdict.UNMET:
                verdict, reason = _downgraded(question, records.year_context, period, reason)
            yield Finding(
                standard,
                criterion.id,
                criterion.part,
                criterion.duty,
                period,
                verdict,
                reason,
                evidence,
                readings,
                due,
            )


def _downgraded(question: _Question, context: YearContext, period: Period, reason: str) -> tuple[Verdict, str]:
    """缺项 becomes 提示 where the line is our own (A35), or where the rule says 一般 (A40)."""
    usual = question.criterion.usual
    if question.own:
        return Verdict.ADVISORY, f"{reason}；这是自拟的线，最多提示（A35）"
    if usual is None:
        return Verdict.UNMET, reason
    if usual is Usual.ADVISORY:
        return Verdict.ADVISORY, f"{reason}；依据写“一般”，最多提示（A40）"
    if context.demanded(question.standard, question.criterion.id, period):
        return Verdict.UNMET, f"{reason}；条例、规划写“一般”，本校方案写成硬要求，从方案（A40）"
    return Verdict.ADVISORY, f"{reason}；条例、规划写“一般”，没有把它写成硬要求的方案，最多提示（A40）"


def _not_in_force(criterion: Criterion, period: Period) -> Outcome | None:
    """不适用 where the rule was not in force on the period's last day (A31)."""
    since, until = criterion.since, criterion.until
    if since is not None and since > period.end:
        return _inapplicable(f"本要点的规则自{say_day(since)}起施行，本期不按它判（A31）")
    if until is not None and until < period.end:
        return _inapplicable(f"本要点的规则到{say_day(until)}为止，本期不按它判（A31）")
    return None


def _not_existing(profile: Profile, period: Period) -> Outcome | None:
    """不适用 where the branch did not exist (A13)."""
    founded, dissolved = profile.founded, profile.dissolved
    if founded > period.end:
        return _inapplicable(f"支部于{say_day(founded)}成立，本期在成立以前（A13）")
    if dissolved is not None and dissolved < period.start:
        return _inapplicable(f"支部已于{say_day(dissolved)}撤销（A13）")
    return None


def _inapplicable(reason: str) -> Outcome:
    return Outcome(Verdict.NOT_APPLICABLE, reason)
