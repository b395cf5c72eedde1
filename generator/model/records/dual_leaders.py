"""双带头人: in how many of the listed branches the secretary leads in both party building and learning (方案三（二）5).

Everybody sees numbers only; which branches they are, 专人 alone.  So the numbers are written down apart from the rows, and
findings rest on the numbers.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from generator.model.fields import BranchId, Count, Day
from generator.model.record import Audience, FormLayout, Record, entry


class DualLeaderCount(Record):
    """How many secretaries were recognised up to a day."""

    on: Day = entry("日期", example="2019-12-13")
    recognised: Count = entry("已认定", example="1", hint="名单内书记已认定为双带头人的支部数")
    teachers: Count | None = entry(
        "其中教师支部", example="1", default=None, hint="名单里还有别类支部的必填；都是教师支部的不写"
    )


class SecretaryVacancy(Record):
    """A listed branch that has no secretary."""

    branch: BranchId = entry("支部", example="xx-js3")
    since: Day = entry("自", example="2019-10-20")
    until: Day | None = entry("至", example="2019-11-30", default=None, hint="还空着的不写")

    def days(self, on: date) -> int | None:
        """For how many days it has been vacant on that day; None where it is not."""
        there = on < self.since or (self.until is not None and self.until < on)
        return None if there else (on - self.since).days


class Recognition(Record):
    """A listed branch whose secretary was recognised (认定), on a day."""

    branch: BranchId = entry("支部", example="xx-js1")
    recognised_on: Day = entry("认定日期", example="2019-03-05")


class DualLeaders(Record):
    """The list that is the denominator, the numbers, and for 专人 the rows behind them."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y21",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="dual-leaders",
            title="双带头人认定登记",
            number="委04",
            revised=date(2026, 11, 28),
            standard="4.1",
            note="“认定”一表由专人保管，别的版别只出合计。",
            signatures=("登记人（职务）",),
        ),
    )

    listed: tuple[BranchId, ...] = entry(
        "名单", example=["xx-js1", "xx-js2"], default=(), hint="分母；不写就是全部教师支部"
    )
    counts: tuple[DualLeaderCount, ...] = entry(
        "合计", example=[{"日期": "2019-12-13", "已认定": "1"}], default=(), hint="核一次写一行"
    )
    vacancies: tuple[SecretaryVacancy, ...] = entry("书记空缺", example=[{"支部": "xx-js3"}], default=())
    recognitions: tuple[Recognition, ...] = entry(
        "认定", Audience.RESTRICTED, example=[{"支部": "xx-js1", "认定日期": "2019-03-05"}], default=()
    )

    def last_count(self, on: date) -> DualLeaderCount | None:
        """The numbers as they were last written down up to that day."""
        return max((row for row in self.counts if row.on <= on), key=lambda row: row.on, default=None)
