"""年度台账 of 学校 (`school/2019.yml`): what it does for all branches, by 归属年度."""

from __future__ import annotations

from generator.model.record import entry
from generator.model.records.oversight import Inspection
from generator.model.records.unit_register import UnitRegister


class SchoolRegister(UnitRegister):
    """年度台账 of 学校."""

    inspections: tuple[Inspection, ...] = entry(
        "督查", example=[{"日期": "2019-10-18", "方式": "随机抽查"}], default=(), hint="每季度一次"
    )
