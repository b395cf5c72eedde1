"""年度台账 of a committee (`2019.yml` beside `committee.yml`): what it answers for itself, by 归属年度."""

from __future__ import annotations

from generator.model.record import entry
from generator.model.records.dues import Dues
from generator.model.records.oversight import QuarterlyReview
from generator.model.records.unit_register import UnitRegister


class CommitteeRegister(UnitRegister):
    """年度台账 of a committee."""

    reviews: tuple[QuarterlyReview, ...] = entry(
        "研判", example=[{"日期": "2019-10-16", "纪要": "学院党委会议纪要第 9 期"}], default=(), hint="每季度一次"
    )
    dues: Dues | None = entry("党费", example={"截至": "2019-12-31"}, default=None, hint="收支合计，每年公示")
