"""培训: classes that members of a branch attended, in hours and numbers; no names."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from generator.model.fields import Count, Day, Hours, Name
from generator.model.kinds import Post
from generator.model.record import FormLayout, Record, entry


class ClassAttendance(Record):
    """培训: one class and how many members of the branch attended it."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y06",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="training",
            title="参加培训登记",
            number="支28",
            revised=date(2026, 11, 28),
            log=True,
            note="班次自己登记了各支部人数的，支部不再登记。签到底册有姓名，由支部留存，不录入台账。",
            signatures=("核对人（职务）",),
        ),
    )

    name: Name = entry("班次", example="春季学期党员轮训班")
    on: Day = entry("日期", example="2019-04-20", hint="结业的日期")
    hours: Hours = entry("学时", example="8")
    people: Count = entry("人数", example="12", hint="本支部参加的党员")
    posts: tuple[Post, ...] = entry("职务", example=["书记"], default=(), hint="参加的书记和委员，按职务写")
