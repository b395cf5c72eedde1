"""党费 of one year held against the year before: what is carried over is what was left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.dues import Dues


def check_carried_over(registers: Mapping[int, CommitteeRegister]) -> Iterator[Problem]:
    """The Problems of a committee's dues over the turn of each year.

    Nothing can be compared where the earlier account ends before its year does, or an account is new.
    """
    for year, register in registers.items():
        before = registers.get(year - 1)
        if register.dues is None or before is None or before.dues is None:
            continue
        if before.dues.through >= date(year - 1, 12, 31):
            yield from _compared(register.dues, before.dues)


def _compared(dues: Dues, before: Dues) -> Iterator[Problem]:
    earlier = dict(before.accounts)
    for fund, account in dues.accounts:
        last = earlier.get(fund)
        if last is not None and last.balance != account.carried_over:
            message = f"{fund}上年结余写的是 {account.carried_over}，上年台账（{last.where('balance')}）的结余是 {last.balance}"
            yield report("R293", account.where("carried_over"), message, "请核对两年的账，改正写错的一处。")
