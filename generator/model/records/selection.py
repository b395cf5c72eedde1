"""What 学校 selects in a year: 抽验, 选树, 表彰, 主题立项 and 交叉观摩, by branches and documents; persons only as numbers."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from generator.model.fields import BranchId, Count, Day, Identifier, Name, Text
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


class SelectedAs(StrEnum):
    """What a branch was selected as."""

    STANDARDIZED = "标准化党支部"
    MODEL = "样板党支部"


class SelectionLevel(StrEnum):
    """Who selected: a school's 样板 is never shown without its level, so that nobody takes it for the ministry's."""

    SCHOOL = "校级"
    PROVINCE = "省级"
    MINISTRY = "教育部"


class SelectionState(StrEnum):
    """How far it has come."""

    CULTIVATED = "培育"
    NAMED = "命名"
    ACCEPTED = "通过验收"


class Selection(Record):
    """选树: one branch selected as 标准化 or 样板, by whom, on what grounds, by which document."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y38",)

    branch: BranchId = entry("支部", example="xx-js1")
    selected_as: SelectedAs = entry("选树", example="标准化党支部")
    level: SelectionLevel = entry("级别", example="校级")
    on: Day = entry("日期", example="2019-12-20")
    grounds: Text = entry("依据", example="复评、抽验意见，学院党委推荐")
    number: Text | None = entry("文号", example="示大党发〔2019〕41号", default=None)
    state: SelectionState = entry("状态", example="命名")


class AwardKind(StrEnum):
    """三类先进 (方案三（三）7)."""

    BRANCH = "先进党支部"
    MEMBER = "优秀共产党员"
    WORKER = "优秀党务工作者"


class AwardState(StrEnum):
    """How far an award has come."""

    PROPOSED = "推荐"
    NOTICE = "公示"
    GIVEN = "表彰"


class Award(Record):
    """表彰: one award with its notice, its document and its state; branches by id, persons only as a number."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y32",)

    kind: AwardKind = entry("奖项", example="先进党支部")
    branches: tuple[BranchId, ...] = entry("支部", example=["xx-js1"], default=(), hint="先进党支部写文件夹名")
    people: Count | None = entry("人数", example="12", default=None, hint="优秀个人只写人数，不写姓名")
    on: Day = entry("日期", example="2019-06-28", hint="到这个状态的一天；已表彰的写发文的一天")
    notice_from: Day | None = entry("公示自", example="2019-06-14", default=None)
    notice_until: Day | None = entry("公示至", example="2019-06-20", default=None)
    number: Text | None = entry("文号", example="示大党发〔2019〕20号", default=None)
    state: AwardState = entry("状态", example="表彰")


class ProjectState(StrEnum):
    """How far a themed project has come."""

    APPLIED = "申报"
    FUNDED = "立项"
    FINISHED = "结项"
    REJECTED = "未立项"


class ThemedProject(Record):
    """主题立项: one branch's project of organizational life, and how far it has come (方案三（四）2)."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y36",)

    id: Identifier = entry("编号", example="2019-lx1")
    branch: BranchId = entry("支部", example="xx-js1")
    name: Name = entry("题目", example="代码评审里的组织生活")
    on: Day = entry("日期", example="2019-11-14", hint="到这个状态的一天")
    state: ProjectState = entry("状态", example="立项")
    funds: Count | None = entry("资助", example="3000", default=None, hint="元")


class Visit(Record):
    """观摩: branches that visited an 观摩点, and which lack they found in themselves (方案三（四）1)."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y35",)

    on: Day = entry("日期", example="2019-11-12")
    host: BranchId = entry("观摩点", example="xx-js1", hint="接待的支部")
    guests: tuple[BranchId, ...] = entry("来访支部", example=["wx-js1"])
    learnt: Text | None = entry("收获", example="会前报议题", default=None)
    lacks: Text | None = entry("对照问题", example="本支部会议议题空泛", default=None)
