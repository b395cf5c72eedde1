"""`Reconciliation`: between which days an empty place in a register means that nothing was done (A30)."""

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
