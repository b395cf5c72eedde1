"""What nothing on record means: before a deadline, and after it between the days up to which a register was checked (A30)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.model.finding import Verdict
from generator.model.words import day as say_day


class Reconciliation(NamedTuple):
    """台账核对自 and 台账核对至; None where the register does not say."""

    since: date | None
    through: date | None

    def missing(self, as_of: date, start: date, deadline: date, shows: str) -> tuple[Verdict, str]:
        """What a gap between `start` and `deadline` is, once the deadline has passed: 缺项, or 无记录 where nobody checked."""
        # A reconciliation dated after as_of counts as one on as_of.
        reconciled = self.through and min(self.through, as_of)
        if self.since is not None and start < self.since:
            return Verdict.NO_RECORD, f"{shows}；台账自{say_day(self.since)}起核对，没有记录不等于没有做（A30）"
        if reconciled is not None and reconciled >= deadline:
            return Verdict.UNMET, f"{shows}；期限{say_day(deadline)}已过，台账核对至{say_day(reconciled)}"
        far = f"台账只核对至{say_day(reconciled)}" if reconciled else "台账没有写明核对到哪一天"
        return Verdict.NO_RECORD, f"{shows}；{far}，没有记录不等于没有做（A30）"


def open_until(as_of: date, deadline: date, shows: str, due: date, remind_days: int) -> tuple[Verdict, str]:
    """What is not on record before its deadline: 临期 in the last `remind_days`, the deadline itself included, else 未到期 (A12)."""
    near = (deadline - as_of).days < remind_days
    nearness = f"已在最后 {remind_days} 天内" if near else "还没有过"
    return Verdict.DUE_SOON if near else Verdict.NOT_DUE, f"{shows}；期限{say_day(due)}，{nearness}（A12）"
