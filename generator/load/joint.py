"""Joint activities as the branches see them: rows of the committee's registers, by branch and year of record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.record import Record
from generator.model.records.activity import Activity
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.joint_activity import JointActivity, Participation
from generator.model.records.register import Register

JointRows = Mapping[int, Sequence[Activity]]
"""The joint activities of one branch, by year of record."""


def joint_rows(registers: Mapping[int, Record]) -> Mapping[str, JointRows]:
    """The joint activities in a committee's registers, by branch."""
    found: dict[str, dict[int, list[Activity]]] = {}
    for year, register in registers.items():
        for row in register.joint if isinstance(register, CommitteeRegister) else ():
            for part in row.participants:
                found.setdefault(part.branch, {}).setdefault(year, []).append(_activity_of(row, part))
    return found


def with_joint(registers: Mapping[int, Register], joint: JointRows) -> Mapping[int, Register]:
    """A branch's registers with the joint activities among its own; they count like them."""
    if not joint:
        return registers
    made = dict(registers)
    for year, rows in joint.items():
        register = made.get(year, Register())
        made[year] = register.model_copy(update={"activities": (*register.activities, *rows)})
    return made


def _activity_of(row: JointActivity, part: Participation) -> Activity:
    """What it is in the register of one branch; its place is that of the branch's own row."""
    return Activity.model_construct(
        source=part.source,
        kinds=row.kinds,
        on=row.on,
        time=row.time,
        place=row.place,
        chair=row.chair,
        recorder=row.recorder,
        expected=part.expected,
        attended=part.attended,
        absences=part.absences,
        agenda=row.agenda,
        lecture=row.lecture,
        theme_day=row.theme_day,
        sworn=part.sworn,
        leaders=part.leaders,
        original=row.original,
        entered=row.entered,
    )
