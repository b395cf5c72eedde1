"""人工评: what did a person conclude about this criterion for the year?

Takes the conclusion of the year's 评定 once office, date and opinion are written; of several the latest.  One that lacks
any of the three is 待人工评, and the reason says which (A29).  Without any, the standard says what it is: 待人工评 for what
people must judge, 无记录 for what records would have shown.  In a year that the branch did not live through, a missing
评定 is 不适用 (A13).  A 评定 dated after `as_of` is not there yet.

Reports: 符合、缺项、提示、不适用、待人工评、无记录
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from generator.evaluate.asked import AskedEach, Yearly
from generator.evaluate.case import Case, Outcome, cite
from generator.evaluate.timing import unknown
from generator.evaluate.words import say_day, say_period
from generator.model.audience import Audience
from generator.model.fields import entry
from generator.model.finding import Verdict
from generator.model.records.register import Review

NAME = "人工评"

_PUBLIC = Audience.PUBLIC


class Missing(StrEnum):
    """What it is that no 评定 is on record."""

    AWAITING = "待人工评"
    NO_RECORD = "无记录"


class Parameters(AskedEach):
    """What a missing 评定 means."""

    cycle: Yearly = entry("每", _PUBLIC, example="年")
    missing: Missing = entry("缺", _PUBLIC, example="待人工评", default=Missing.AWAITING)


def judge(case: Case, parameters: Parameters) -> Outcome:
    """The person's conclusion, or that there is none yet."""
    reviews = case.ledger.reviews.get((case.period.start.year, case.criterion.id), ())
    rows = [row for row in reviews if row.on is None or row.on <= case.as_of]
    complete = [row for row in rows if row.office and row.on and row.opinion]
    if complete:
        return _concluded(max(complete, key=lambda row: row.on or date.min))
    if rows:
        shows = f"记录显示{say_period(case.period)}有评定，缺{'、'.join(_lacking(rows[-1]))}，还不能采用（A29）"
        return Outcome(Verdict.AWAITING_REVIEW, shows, cite("评定", rows[-1]))
    return _none(case, parameters)


def _concluded(review: Review) -> Outcome:
    day = say_day(review.on) if review.on else ""
    reason = f"记录显示{review.office}{day}评定为{review.result}，意见：{review.opinion}"
    return Outcome(Verdict(review.result.value), reason, cite(f"{day}评定", review))


def _lacking(review: Review) -> Iterator[str]:
    if review.office is None:
        yield "评定单位"
    if review.on is None:
        yield "日期"
    if review.opinion is None:
        yield "意见"


def _none(case: Case, parameters: Parameters) -> Outcome:
    period = say_period(case.period)
    if parameters.missing is Missing.NO_RECORD:
        return unknown(case, f"台账里没有{period}的记录，也没有评定，没有记录不等于没有做（A30）")
    return unknown(case, f"台账里没有{period}的评定，由人评的事项不默认符合（A29）", Verdict.AWAITING_REVIEW)
