"""谈话次数: how often has each kind of pair talked in the year?

支委之间, 支委与党员 and 党员之间 are each judged by themselves, by the latest sums in the year's register up to `as_of`; sums
run from the beginning of the year.  How many were reached, of how many, is told and not judged.  A branch without a
committee because it is too small has no 支委之间: 不适用 (A8, A41).
"""

from __future__ import annotations

from datetime import date

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.lasting import GRACE_DAYS
from generator.evaluate.no_committee import no_committee
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_day
from generator.evaluate.timing import insufficient
from generator.evaluate.year_context import YearContext
from generator.model.check import RecordKind, Recurring
from generator.model.fields import Count
from generator.model.finding import Verdict
from generator.model.period import Period
from generator.model.record import Audience, entry
from generator.model.records.talks import PairKind, Talks, TalkTally
from generator.model.standard import Criterion

NAME = "谈话次数"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NO_RECORD,
    Verdict.NOT_APPLICABLE,
)

_PUBLIC = Audience.PUBLIC


class Parameters(PeriodicParameters):
    """Which kinds of pair, and how often a year."""

    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    pairs: tuple[PairKind, ...] = entry("类别", _PUBLIC, example=["支委之间", "支委与党员", "党员之间"])
    at_least: Count = entry("至少", _PUBLIC, example="1")
    grace_days: Count = entry(
        "宽限日", _PUBLIC, example="90", default=GRACE_DAYS, hint="刚满 7 名的，几日以内不要求支委之间（A41）"
    )

    def periods(self, criterion: Criterion, context: YearContext) -> tuple[Period, ...]:
        """The year once for each kind of pair, under its name."""
        (year,) = super().periods(criterion, context)
        return tuple(year._replace(name=f"{year.name}-{pair}") for pair in self.pairs)

    def schedule(self) -> Recurring:
        """Due at the end of the year."""
        return Recurring(self.cycle)

    def forms(self) -> tuple[RecordKind, ...]:
        """The year's sums."""
        return (Talks,)


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether one kind of pair has talked often enough."""
    pair = PairKind(context.period.name.partition("-")[2])
    register = context.records.register(context.period.start.year)
    talks = register.talks if register else None
    tally = _latest_tally(talks, pair, context.as_of)
    shows = f"记录显示{context.period.start.year}年{pair}谈心{_told(tally)}，一般至少 {parameters.at_least} 次"
    evidence = cite("谈心谈话", tally)
    if tally is not None and tally.times >= parameters.at_least:
        return Outcome(Verdict.MET, shows, evidence)
    without = no_committee(context, shows, parameters.grace_days) if pair is PairKind.OFFICERS else None
    return without or insufficient(context, shows, evidence)


def _latest_tally(talks: Talks | None, pair: PairKind, as_of: date) -> TalkTally | None:
    known = (row for row in (talks.tallies if talks else ()) if row.pair is pair and row.through <= as_of)
    return max(known, key=lambda row: row.through, default=None)


def _told(tally: TalkTally | None) -> str:
    if tally is None:
        return "没有记录"
    meant = f"，应谈 {tally.meant} 人" if tally.meant is not None else ""
    return f"到{say_day(tally.through)}共 {tally.times} 次，已谈 {tally.reached} 人{meant}"
