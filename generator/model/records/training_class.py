"""培训班次: one training class, entered once by whoever held it, with how many people of which branch attended."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import BranchId, Count, Day, Hours, Identifier, Name, Text
from generator.model.kinds import Post
from generator.model.record import FormLayout, Record, entry


class Tier(StrEnum):
    """层级: who holds a class, a test or an activity."""

    ABOVE = "上级"
    INSTITUTION = "学校"
    COMMITTEE = "基层党委"


class Trainees(Record):
    """How many people of one branch attended a class, by post where the hours of officers count; never who."""

    branch: BranchId = entry("支部", example="xx-js1", hint="支部的文件夹名")
    people: Count = entry("人数", example="2")
    post: Post | None = entry("职务", example="书记", default=None, hint="书记、委员参加的，一个职务一行；一般党员不写")


class TrainingClass(Record):
    """班次: name, level, day, hours and subject of a class, and from which branches people came."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y06",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="training-class",
            title="培训班次登记",
            number="委15",
            revised=date(2026, 11, 28),
            standard="4.3",
            note="签到册有姓名，由主办单位留存，不录入；录入的是各支部的人数。",
            rows={"参加": 8},
            paper={"签到册": ("支部", "职务", "参加人签到")},
            signatures=("经办人（职务）",),
        ),
    )

    id: Identifier = entry("编号", example="2019-sj1", hint="一年里不重复，别处引用它")
    name: Name = entry("名称", example="党支部书记轮训班（第一期）")
    tier: Tier = entry("层级", example="学校", hint="谁办的：上级、学校、基层党委")
    on: Day = entry("日期", example="2019-04-11", hint="办了几天的写第一天")
    until: Day | None = entry("至", example="2019-04-12", default=None, hint="最后一天；只办一天的不写")
    hours: Hours = entry("学时", example="16", hint="每人的学时")
    subject: Text = entry("内容", example="学习支部工作条例，逐项学习手册")
    trainees: tuple[Trainees, ...] = entry("参加", example=[{"支部": "xx-js1", "人数": 2}], default=())

    @property
    def last_day(self) -> date:
        """The day on which it was over."""
        return self.until or self.on
