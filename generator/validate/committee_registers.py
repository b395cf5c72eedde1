"""年度台账 of a committee: dues over the turn of the year, one row a branch, numbers that fit the rows behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.appraisal import Appraisal
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.dual_leaders import DualLeaderCount, DualLeaders
from generator.model.records.dues import Dues
from generator.validate.joint import check_joint_rows
from generator.validate.repeated import repeated


def check_committee_registers(registers: Mapping[int, CommitteeRegister]) -> Iterator[Problem]:
    """The Problems of a committee's registers, by year, that no row has by itself."""
    yield from check_carried_over(registers)
    for register in registers.values():
        yield from check_joint_rows(register.joint)
        yield from _once(register.appraisals)
        if register.dual_leaders is not None:
            for count in register.dual_leaders.counts:
                yield from _counted(register.dual_leaders, count)


def check_carried_over(registers: Mapping[int, CommitteeRegister]) -> Iterator[Problem]:
    """What is carried over is what was left the year before.

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


def _once(rows: tuple[Appraisal, ...]) -> Iterator[Problem]:
    for row, first in repeated(rows, lambda row: row.branch):
        message = f"支部 {row.branch} 写了两行，先见于第 {first.source.line} 行"
        yield report("R294", row.where("branch"), message, "请合并成一行。")


def _counted(kept: DualLeaders, count: DualLeaderCount) -> Iterator[Problem]:
    """Numbers against one another, and against the rows behind them where these are there."""
    if count.teachers is not None and count.teachers > count.recognised:
        message = f"其中教师支部（{count.teachers}）多于已认定（{count.recognised}）"
        yield report("R295", count.where("teachers"), message, "请核对两个数。")
    if kept.listed and count.recognised > len(kept.listed):
        message = f"已认定（{count.recognised}）多于名单内的支部（{len(kept.listed)}，{kept.where('listed')}）"
        yield report("R295", count.where("recognised"), message, "请核对合计和名单。")
    rows = {row.branch for row in kept.recognitions if row.recognised_on <= count.on}
    if kept.recognitions and len(rows) != count.recognised:
        place = kept.where("recognitions")
        message = f"{count.on} 合计已认定 {count.recognised} 个，认定表（{place}）到这一天是 {len(rows)} 个"
        yield report("R295", count.where("recognised"), message, "请核对合计和认定表；换了书记的，改认定表里那一行。")
