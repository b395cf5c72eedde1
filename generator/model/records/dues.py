"""党费: how a committee kept the year's membership dues, in sums without payers, and when that was made known (方案三（二）9).

Whether an account adds up is a finding: what stands here is what was made known, right or wrong.  Only what no account
can hold (a negative amount, a third decimal) is badly written.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import Day, Text, Yuan
from generator.model.record import FormLayout, Record, entry


class DuesFund(StrEnum):
    """The two accounts, which are kept apart."""

    GENERAL = "一般党费"
    ALLOCATED = "补交党费"


class DuesAccount(Record):
    """One account of the year: what was there, what came, what went, what is left."""

    carried_over: Yuan = entry("上年结余", example="3260.50", hint="元")
    income: Yuan = entry("收入", example="18420.00", hint="元")
    expense: Yuan = entry("支出", example="12680.00", hint="元")
    balance: Yuan = entry("结余", example="9000.50", hint="上年结余加收入减支出")

    @property
    def due(self) -> Decimal:
        """What is left by the other three."""
        return self.carried_over + self.income - self.expense


class Expense(Record):
    """One expense from dues: approved on a day, by a numbered approval, and spent on a day."""

    matter: Text = entry("事项", example="订阅党员教育资料")
    fund: DuesFund = entry("账目", example="一般党费", default=DuesFund.GENERAL)
    approval: Text | None = entry("审批单", example="2019-3", default=None, hint="编号，写单号或会议纪要第几期")
    approved_on: Day | None = entry("审批日期", example="2019-04-08", default=None, hint="先审批后支出")
    spent_on: Day | None = entry("支出日期", example="2019-04-19", default=None, hint="批了还没有花的不写")
    amount: Yuan = entry("金额", example="3200.00", hint="实支数，元")

    @property
    def in_order(self) -> bool:
        """Whether it was approved, not later than on the day on which it was spent."""
        return self.spent_on is None or (self.approved_on is not None and self.approved_on <= self.spent_on)


class Dues(Record):
    """党费收支: up to a day, in two accounts, with every expense and the days on which the sums were made known."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y26",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="dues",
            title="党费收支公示",
            number="委02",
            revised=date(2026, 11, 28),
            standard="6.2",
            note="上年结余加收入减支出等于结余，一般党费和补交党费各算各的；只写合计，不写交纳人。",
            rows={"支出审批": 6},
            signatures=("经办人", "审核人"),
        ),
    )

    through: Day = entry("截至", example="2019-12-31", hint="各数算到哪一天")
    general: DuesAccount = entry("一般党费", example={"收入": "18420.00"})
    allocated: DuesAccount | None = entry(
        "补交党费", example={"收入": "2000.00"}, default=None, hint="上级下拨的补交党费，单列一本账"
    )
    expenses: tuple[Expense, ...] = entry(
        "支出审批", example=[{"事项": "订阅党员教育资料", "金额": "3200.00"}], default=(), hint="一笔一行"
    )
    notices: tuple[Day, ...] = entry(
        "公示日期", example=["2019-07-08", "2019-12-31"], default=(), hint="没有公示的不写"
    )

    @property
    def accounts(self) -> Iterator[tuple[DuesFund, DuesAccount]]:
        """The accounts that are kept."""
        yield DuesFund.GENERAL, self.general
        if self.allocated is not None:
            yield DuesFund.ALLOCATED, self.allocated
