"""双培养 (方案三（三）6): how many were trained each way, on which day, on what grounds; nobody by name."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import Count, Day, Text
from generator.model.record import FormLayout, Record, entry


class CultivationWay(StrEnum):
    """The two directions."""

    TO_MEMBER = "学术骨干成为党员"
    TO_ACADEMIC = "党员成为学术骨干"


class Cultivation(Record):
    """双培养: people of one direction who were recognised on a day."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y31",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="cultivation",
            title="双培养登记",
            number="委06",
            revised=date(2026, 11, 28),
            log=True,
            standard="5.6",
            note="两个方向各记各的，只写人数；名单由专人保管。",
            signatures=("登记人（职务）",),
        ),
    )

    on: Day = entry("日期", example="2019-06-28", hint="审批或认定的日期")
    way: CultivationWay = entry("方向", example="学术骨干成为党员")
    people: Count = entry("人数", example="1")
    grounds: Text = entry("认定依据", example="党委会议纪要第 6 期", hint="文件、会议，不写姓名")
