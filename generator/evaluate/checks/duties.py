"""分工: are duties recorded for everybody in office on `as_of`?

Without officers it is 不适用, because 支委会设置 reports that.
"""

from __future__ import annotations

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import CheckParameters
from generator.evaluate.phrases import say_day
from generator.evaluate.timing import unknown
from generator.model.finding import Verdict
from generator.model.records.profile import persons

NAME = "分工"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.NO_RECORD, Verdict.NOT_APPLICABLE)


class Parameters(CheckParameters):
    """Nothing to set."""


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether the duties of all in office are written down."""
    if context.profile.officers is None:
        return unknown(context, "支部概况没有写支委，不能判断分工")
    officers, day = context.dossier.officers(context.as_of), say_day(context.as_of)
    if not officers:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{day}没有在任的书记和委员，分工无从判断；设置另判")
    people = persons(officers)
    idle = [rows[0] for rows in people if all(officer.duties is None for officer in rows)]
    if idle:
        posts = "、".join(officer.post for officer in idle)
        return Outcome(Verdict.UNMET, f"记录显示{day}{posts}没有写分工", cite("支委", *idle))
    return Outcome(Verdict.MET, f"记录显示{day}在任 {len(people)} 人都有分工", cite("支委", *officers))
