"""倒序管理 (`school/2019-restricted.yml`): places and grounds as persons have entered them; the program ranks nobody (A23)."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from generator.model.fields import BranchId, Count, Day, Text
from generator.model.record import Audience, Record, entry

_RESTRICTED = Audience.RESTRICTED


class LastGround(StrEnum):
    """The only grounds that the plan knows (方案三（四）3)."""

    WORK = "工作不力"
    DUTY = "责任落实不到位"


class LastPlace(Record):
    """One branch in the last places: its place as persons have set it, and the grounds."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y39",)

    branch: BranchId = entry("支部", _RESTRICTED, example="xx-js1", hint="支部的文件夹名")
    place: Count = entry("名次", _RESTRICTED, example="1", hint="倒数第几，由人排；并列的写同一个数")
    ground: LastGround | None = entry("事由", _RESTRICTED, example="工作不力", default=None)
    facts: Text | None = entry("事实", _RESTRICTED, example="全年没有研究支部工作", default=None)
    on: Day | None = entry("日期", _RESTRICTED, example="2019-12-12", default=None, hint="认定的一天")
    basis: Text | None = entry("依据", _RESTRICTED, example="复评、抽验意见", default=None)

    @property
    def missing(self) -> tuple[str, ...]:
        """The Chinese keys of what the grounds still lack."""
        names = ("ground", "facts", "on", "basis")
        return tuple(str(type(self).model_fields[name].alias) for name in names if getattr(self, name) is None)


class LastPlaces(Record):
    """倒序管理 of one year; kept by few, and absent from most copies of the records."""

    denominator: Count = entry("分母", _RESTRICTED, example="47", hint="参加排序的支部数，看结果以前定")
    settled_on: Day = entry("确定日期", _RESTRICTED, example="2019-12-02", hint="定分母的一天")
    rows: tuple[LastPlace, ...] = entry(
        "名单", _RESTRICTED, example=[{"支部": "xx-js1", "名次": 1}], default=(), hint="名次和事由由人写，程序不排名"
    )
