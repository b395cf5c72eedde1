"""What a standard set asks in a year: the criteria in order, each with its periods; the same for all who are asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from generator.evaluate.checks import CHECKS
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import CheckParameters
from generator.evaluate.phrases import say_day
from generator.evaluate.year_context import YearContext
from generator.model.finding import Finding, Verdict
from generator.model.kinds import Duty
from generator.model.period import Period
from generator.model.standard import Criterion, DraftedBy, Standard, Usual
from generator.model.standard_set import StandardSet


class Question(NamedTuple):
    """One criterion with everything about it that is the same for all who are asked.

    `subject` is whose records answer it.  Each period comes with its outcome where none is to be judged: 不适用, the rule
    not being in force on its last day (A31).
    """

    standard: str
    criterion: Criterion
    subject: Duty | None
    judge: Callable[[Any, Any], Outcome]
    parameters: CheckParameters
    readings: tuple[str, ...]
    own: bool
    periods: tuple[tuple[Period, Outcome | None], ...]

    def finding(self, context: YearContext, period: Period, outcome: Outcome) -> Finding:
        """The outcome as a finding; a gap on a line that may not give one is 提示."""
        verdict, reason, evidence, due, restricted = outcome
        if verdict is Verdict.UNMET:
            verdict, reason = self._downgraded(context, period, reason)
        criterion = self.criterion
        return Finding(
            self.standard,
            criterion.id,
            criterion.part,
            criterion.duty,
            period,
            verdict,
            reason,
            evidence,
            self.readings,
            due,
            restricted=restricted,
        )

    def _downgraded(self, context: YearContext, period: Period, reason: str) -> tuple[Verdict, str]:
        """缺项 becomes 提示 where the line is our own (A35), or where the rule says 一般 (A40)."""
        usual = self.criterion.usual
        if self.own:
            return Verdict.ADVISORY, f"{reason}；这是自拟的线，最多提示（A35）"
        if usual is None:
            return Verdict.UNMET, reason
        if usual is Usual.ADVISORY:
            return Verdict.ADVISORY, f"{reason}；依据写“一般”，最多提示（A40）"
        if context.demanded(self.standard, self.criterion.id, period):
            return Verdict.UNMET, f"{reason}；条例、规划写“一般”，本校方案写成硬要求，从方案（A40）"
        return Verdict.ADVISORY, f"{reason}；条例、规划写“一般”，没有把它写成硬要求的方案，最多提示（A40）"


@lru_cache(maxsize=64)
def questions(chosen: StandardSet, context: YearContext) -> tuple[Question, ...]:
    """What a set asks, in order; computed once, for the first who is asked."""
    return tuple(
        _question(chosen, standard, criterion, parameters, context)
        for standard in chosen.standards
        for criterion in standard.criteria
        if isinstance(parameters := chosen.parameters.get(criterion.id), CheckParameters)
    )


def _question(
    chosen: StandardSet, standard: Standard, criterion: Criterion, parameters: CheckParameters, context: YearContext
) -> Question:
    """A standard that does not apply in the set is answered once, for the year."""
    if left := chosen.inapplicable.get(standard.id):
        told = inapplicable(f"标准集“{chosen.name}”不设这一项：{left.reason}")
        periods: tuple[tuple[Period, Outcome | None], ...] = ((Period.year(context.year), told),)
    else:
        asked = parameters.periods(criterion, context)
        periods = tuple((period, _not_in_force(criterion, period)) for period in asked)
    return Question(
        standard=standard.id,
        criterion=criterion,
        subject=parameters.subject(criterion.duty),
        judge=CHECKS[criterion.check].judge,
        parameters=parameters,
        readings=left.readings if left else criterion.readings or standard.readings,
        own=(criterion.drafted_by or standard.drafted_by) is DraftedBy.OWN,
        periods=periods,
    )


def _not_in_force(criterion: Criterion, period: Period) -> Outcome | None:
    """不适用 where the rule was not in force on the period's last day (A31)."""
    since, until = criterion.since, criterion.until
    if since is not None and since > period.end:
        return inapplicable(f"本要点的规则自{say_day(since)}起施行，本期不按它判（A31）")
    if until is not None and until < period.end:
        return inapplicable(f"本要点的规则到{say_day(until)}为止，本期不按它判（A31）")
    return None


def inapplicable(reason: str) -> Outcome:
    """不适用, with the reason."""
    return Outcome(Verdict.NOT_APPLICABLE, reason)
