"""A day in a register: within its year, within the branch's life, and not after `as_of`.

The day is what `record` holds in the field called `name`; its place is looked for only where something is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.dossier import Dossier
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.base import Record


def in_year(record: Record, name: str, year: int) -> Iterator[Problem]:
    """归属年度 (A32): the year itself, and for what is finished late the next year up to 31 March."""
    on: date = getattr(record, name)
    if not date(year, 1, 1) <= on <= date(year + 1, 3, 31):
        yield report("R204", record.where(name), f"{on} 不在 {year} 年的台账里", f"请核对日期，或移到 {on.year}.yml。")


def in_life(record: Record, name: str, dossier: Dossier, as_of: date) -> Iterator[Problem]:
    """A branch has no records before it was founded; what lies after its end or after `as_of` proves nothing."""
    on: date = getattr(record, name)
    founded, dissolved = dossier.profile.founded, dossier.profile.dissolved
    if on < founded:
        yield report(
            "R201", record.where(name), f"{on} 早于支部成立（{founded}）", "请核对日期，或支部概况里的“成立”。"
        )
    elif dissolved is not None and on > dissolved:
        told = f"{on} 晚于支部撤销（{dissolved}），不作依据"
        yield report("R202", record.where(name), told, "请核对日期，或支部概况里的“撤销”。")
    elif on > as_of:
        told = f"{on} 晚于截至日 {as_of}，不作依据"
        yield report("R203", record.where(name), told, "请核对日期；还没有开的不要先记。")
