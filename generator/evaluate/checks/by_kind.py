"""分类计数: do the rows of a section count enough people of every kind?

The section (记录) has dated rows, each of one kind (分类) and with a number of people (合计).  The numbers of the period are
added up by kind; each has to reach the least number by itself, and more of one kind do not make up for another.  For a
year that may be finished in the next, rows count up to its deadline (A32).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters
from generator.evaluate.phrases import say_period
from generator.evaluate.section_parameters import section_with, sections_with
from generator.evaluate.timing import insufficient
from generator.evaluate.unit_context import UnitContext
from generator.model.check import RecordKind, Recurring
from generator.model.fields import Count, Text
from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.record import Audience, entry
from generator.model.shape import FieldKind, FieldShape, shape_of

NAME = "分类计数"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.DUE_SOON, Verdict.NOT_DUE, Verdict.NO_RECORD)

_PUBLIC = Audience.PUBLIC


class Parameters(PeriodicParameters):
    """Which section, how often, and how many people of each kind."""

    levels: ClassVar[frozenset[Duty]] = frozenset({Duty.COMMITTEE})
    section: Annotated[Text, section_with("people", "写日期、分类和人数的一栏")] = entry(
        "记录", _PUBLIC, example="双培养"
    )
    at_least: Count = entry("至少", _PUBLIC, example="1", default=1, hint="每一类每期至少几人")

    def schedule(self) -> Recurring:
        """Due at the end of each period."""
        return Recurring(self.cycle, self.section)

    def forms(self) -> tuple[RecordKind, ...]:
        """The section's rows."""
        return (sections_with("people")[self.section].record,)


def judge(context: UnitContext, parameters: Parameters) -> Outcome:
    """Whether every kind reaches its number."""
    rows, kinds = tuple(_rows(context, parameters)), _kinds(parameters)
    counts: Counter[str] = Counter()
    for row in rows:
        counts[getattr(row, kinds.name)] += row.people
    told = "，".join(f"{kind} {counts[kind]} 人" for kind in kinds.choices)
    shows = f"记录显示{say_period(context.period)}{parameters.section}{told}，要求各至少 {parameters.at_least} 人"
    evidence = context.registered(parameters.section, rows)
    if all(counts[kind] >= parameters.at_least for kind in kinds.choices):
        return Outcome(Verdict.MET, shows, evidence)
    return insufficient(context, shows, evidence)


def _rows(context: UnitContext, parameters: Parameters) -> Iterator[Any]:
    rows = getattr(context.register, sections_with("people")[parameters.section].name, ())
    return (row for row in rows if context.counts(row.on))


def _kinds(parameters: Parameters) -> FieldShape:
    """The field that tells the kind: the one whose words are a closed vocabulary."""
    fields = shape_of(sections_with("people")[parameters.section].record)
    return next(field for field in fields if field.kind is FieldKind.CHOICE)
