"""考核验收 of branches: on which days its steps were done, one row a branch; no marks, votes or ranks (方案三（四）3)."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from generator.model.fields import BranchId, Day
from generator.model.record import FormLayout, Record, entry


class Appraisal(Record):
    """The days of a branch's steps; the last, 抽验, is 学校's and stands in its own register."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y37",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="appraisal",
            title="考核验收登记",
            number="委03",
            revised=date(2026, 11, 28),
            standard="7.2",
            note="四步各有日期，次序不乱；得分、票数、等次不写。",
            signatures=("登记人（职务）",),
        ),
    )

    branch: BranchId = entry("支部", example="xx-js1")
    self_review_on: Day | None = entry("自评", example="2019-11-05", default=None, hint="日期；还没有做的不写")
    mass_appraisal_on: Day | None = entry("群众测评", example="2019-11-08", default=None)
    committee_review_on: Day | None = entry("复评", example="2019-11-20", default=None)
