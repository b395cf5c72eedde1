"""What 学校 arranges among branches in a year: 抽验 and 交叉观摩, by branches and documents; no persons."""

from __future__ import annotations

from typing import ClassVar

from generator.model.fields import BranchId, Day, Text
from generator.model.kinds import BranchKind
from generator.model.record import FormLayout, Record, entry


class Sampling(Record):
    """抽验: the branches of some kinds that 学校 has drawn to see whether their reviews hold (方案三（四）3)."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y37",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = ()

    on: Day = entry("日期", example="2019-12-03", hint="查了几天的写最后一天")
    kinds: tuple[BranchKind, ...] = entry("类别", example=["教师"], hint="这一次抽的是哪几类支部")
    branches: tuple[BranchId, ...] = entry("支部", example=["xx-js1"], hint="抽到的支部，写文件夹名")
    archive: Text | None = entry("结果归档", example="组织部考核卷 2019-4", default=None, hint="抽验意见存放在哪里")


class Visit(Record):
    """观摩: branches that visited an 观摩点, and which lack they found in themselves (方案三（四）1)."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y35",)

    on: Day = entry("日期", example="2019-11-12")
    host: BranchId = entry("观摩点", example="xx-js1", hint="接待的支部")
    guests: tuple[BranchId, ...] = entry("来访支部", example=["wx-js1"])
    learnt: Text | None = entry("收获", example="会前报议题", default=None)
    lacks: Text | None = entry("对照问题", example="本支部会议议题空泛", default=None)
