"""The classes that 学校 held against the branches whose people went to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.dossier import Dossier
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.school_register import SchoolRegister
from generator.model.records.unit_register import UnitRegister


def check_trainees(registers: Mapping[int, UnitRegister], dossier: Dossier) -> Iterator[Problem]:
    """No class gives more people than the branch had members on its first day; both places are named."""
    for register in registers.values():
        attended = register.attended.get(dossier.id, ()) if isinstance(register, SchoolRegister) else ()
        for held, rows in attended:
            members = dossier.headcount(held.on)
            people = sum(row.people for row in rows)
            if members is not None and people > members.total:
                known = f"党员 {members.total} 人（{members.source}）"
                message = f"班次 {held.id} 写了支部 {dossier.id} {people} 人，多于它当天的{known}"
                yield report("R310", rows[-1].where("people"), message, "请核对班次的人数，或支部概况的党员人数。")
