"""时段: were there enough activities of the kinds in a window of the year, such as the weeks around 1 July?

The window is a period of its own, both ends included; its last day is the deadline.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from generator.evaluate.check_context import CheckContext
from generator.evaluate.month_day import MonthDay, say_month_day
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import CheckParameters
from generator.evaluate.phrases import say_days
from generator.evaluate.timing import insufficient
from generator.evaluate.year_context import YearContext
from generator.model.check import Asked, RecordKind, YearlyWindow
from generator.model.fields import Count, OneOrMany, Text
from generator.model.finding import Verdict
from generator.model.kinds import ActivityKind
from generator.model.period import Period
from generator.model.record import Audience, entry
from generator.model.standard import Criterion
from generator.model.words import short_day

NAME = "时段"
VERDICTS = (Verdict.MET, Verdict.UNMET, Verdict.DUE_SOON, Verdict.NOT_DUE, Verdict.NO_RECORD, Verdict.NOT_APPLICABLE)

_PUBLIC = Audience.PUBLIC


class Parameters(CheckParameters):
    """Which activities, in which window of the year, and how many."""

    kinds: Annotated[tuple[ActivityKind, ...], OneOrMany] = entry("记录", _PUBLIC, example=["重温入党誓词"])
    name: Text = entry("名称", _PUBLIC, example="七一前后")
    since: MonthDay = entry("自", _PUBLIC, example="06-21")
    until: MonthDay = entry("至", _PUBLIC, example="07-10")
    at_least: Count = entry("至少", _PUBLIC, example="1", default=1)

    @field_validator("until")
    @classmethod
    def _after_since(cls, value: str, info: ValidationInfo) -> str:
        if value < info.data.get("since", value):
            raise PydanticCustomError("order", "“至”早于“自”", {"value": value})
        return value

    def periods(self, criterion: Criterion, context: YearContext) -> tuple[Period, ...]:  # noqa: ARG002 - one signature for all
        """The window in the year."""
        start, end = (date.fromisoformat(f"{context.year}-{day}") for day in (self.since, self.until))
        return (Period.span(start, end, f"{context.year}-{self.name}"),)

    def asked(self) -> Asked:
        """Within some days of every year."""
        return Asked(f"每年{self.name}", f"{say_month_day(self.since)}至{say_month_day(self.until)}")

    def schedule(self) -> YearlyWindow:
        """Due on the window's last day."""
        return YearlyWindow(self.name, self.since, self.until)

    def forms(self) -> tuple[RecordKind, ...]:
        """The records of the activities."""
        return self.kinds


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether the window's activities suffice."""
    rows = context.counted(parameters.kinds)
    first, last = context.period.start, context.period.end
    window = f"{first.year}年{parameters.name}（{short_day(first)}—{short_day(last)}）"
    what = "、".join(parameters.kinds)
    shows = (
        f"记录显示{window}{what} {len(rows)} 次{say_days([row.on for row in rows])}，要求至少 {parameters.at_least} 次"
    )
    evidence = context.evidence(rows)
    return (
        Outcome(Verdict.MET, shows, evidence)
        if len(rows) >= parameters.at_least
        else insufficient(context, shows, evidence)
    )
