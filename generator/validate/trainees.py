"""The classes that 学校 and 基层党委 held against the branches whose people went to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.dossier import Dossier
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.classes_held import attended_by
from generator.model.records.training_class import TrainingClass
from generator.model.records.unit_register import UnitRegister


def check_trainees(registers: Iterable[UnitRegister], dossier: Dossier) -> Iterator[Problem]:
    """No class gives more people than the branch had members on its first day, and none is entered twice."""
    for held, rows in attended_by(dossier.id, registers):
        members = dossier.headcount(held.on)
        people = sum(row.people for row in rows)
        if members is not None and people > members.total:
            known = f"党员 {members.total} 人（{members.source}）"
            message = f"班次 {held.id} 写了支部 {dossier.id} {people} 人，多于它当天的{known}"
            yield report("R310", rows[-1].where("people"), message, "请核对班次的人数，或支部概况的党员人数。")
        yield from _twice(held, dossier)


def _twice(held: TrainingClass, dossier: Dossier) -> Iterator[Problem]:
    for register in dossier.registers.values():
        for row in register.training:
            if row.name in (held.id, held.name):
                message = f"班次“{row.name}”已由主办单位登记了本支部的人数（{held.source}）"
                yield report("R290", row.where("name"), message, "请删去这一行；人数不对的，请主办单位改。")
