"""党费交纳: how many members of a branch were to pay their dues in a month, and how many did; no names, no single amount."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from generator.model.fields import Count, Day, Text, YearMonth, Yuan
from generator.model.record import Audience, FormLayout, Record, entry
from generator.model.small_counts import audience_of_count


class LatePayment(Record):
    """补交: how many paid afterwards for the month, and when."""

    on: Day = entry("日期", example="2019-04-12")
    people: Count = entry("人数", example="1")


class DuesPayment(Record):
    """党费交纳 of one month, or of the quarter that ends with it where the branch has agreed to pay by quarter.

    Of fewer than ten who are to pay, how many have not is 专人, and with it every number that tells.
    """

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="dues-payment",
            title="党费交纳登记",
            number="支21",
            revised=date(2026, 11, 28),
            note="只写人数和合计，不写个人交费额；收缴底册由支部留存。经批准少交、免交的不计应交。",
            signatures=("组织委员", "上级收款人"),
        ),
    )

    month: YearMonth = entry("月份", example="2019-03", hint="按季交纳的写该季最后一个月")
    expected: Count = entry("应交人数", example="18", hint="经批准少交、免交的不计在内")
    paid: Count | None = entry("实交人数", example="17", default=None, hint="当月（季）交了的；以后补交的写在补交里")
    amount: Yuan | None = entry("合计", example="386.50", default=None, hint="元，支部合计")
    on: Day | None = entry("上交日期", example="2019-03-29", default=None, hint="交给上级的日期；还没有上交的不写")
    later: tuple[LatePayment, ...] = entry("补交", example=[{"日期": "2019-04-12", "人数": "1"}], default=())

    def audience_here(self, name: str) -> Audience:
        """What tells how many of a few have not paid is 专人."""
        return audience_of_count(self.expected) if name in _TELLING else self.audience_of(name)

    def owing(self, day: date) -> int:
        """How many have not paid for the month on that day."""
        return self.expected - (self.paid or 0) - sum(row.people for row in self.later if row.on <= day)


_TELLING = ("paid", "amount", "later")


class QuarterlyDues(Record):
    """按季交纳: that the branch has agreed that dues are paid by quarter, and where."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="quarterly-dues",
            title="按季交纳党费登记",
            number="支22",
            revised=date(2026, 11, 28),
            log=True,
            note="经支部同意才按季交；每年写一次。",
            signatures=("支部书记",),
        ),
    )

    on: Day = entry("日期", example="2019-01-10", hint="支部同意的日期，从这一天所在的季起按季看")
    meeting: Text = entry("会议", example="支部党员大会")
