"""What 学校 confers or has been conferred in a year: 选树 and 表彰, by branches and documents; persons only as numbers."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from generator.model.fields import BranchId, Count, Day, Identifier, Name, Text
from generator.model.kinds import HonourLevel
from generator.model.record import Audience, Record, entry
from generator.model.records.approval import Approval

_PUBLIC = Audience.PUBLIC


class Conferred(Record):
    """What selections and awards have in common: by whom, by which document."""

    level: HonourLevel = entry("级别", _PUBLIC, example="校级", hint="谁发的文就是谁的级别；学校自己选树的写校级")
    issued_by: Name = entry("发文单位", _PUBLIC, example="中共示例大学委员会")
    number: Text | None = entry("文号", _PUBLIC, example="示大党发〔2019〕41号", default=None)
    approval: Approval | None = entry("审批", example={"提出": "党委组织部"}, default=None, hint="没有审批的不进公开版")


class SelectedAs(StrEnum):
    """What a branch was selected as."""

    STANDARDIZED = "标准化党支部"
    MODEL = "样板党支部"


class SelectionState(StrEnum):
    """How far it has come."""

    CULTIVATED = "培育"
    NAMED = "命名"
    ACCEPTED = "通过验收"


class Selection(Conferred):
    """选树: one branch selected as 标准化 or 样板, by whom, on what grounds, by which document."""

    APPROVED_AS: ClassVar[str] = "selection"
    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y38",)

    id: Identifier = entry("编号", _PUBLIC, example="2019-xs1", hint="一年里不重复；审批按它找")
    branch: BranchId = entry("支部", _PUBLIC, example="xx-js1")
    selected_as: SelectedAs = entry("选树", _PUBLIC, example="标准化党支部")
    on: Day = entry("日期", _PUBLIC, example="2019-12-20", hint="发文的一天")
    grounds: Text = entry("依据", _PUBLIC, example="复评、抽验意见，学院党委推荐")
    state: SelectionState = entry("状态", _PUBLIC, example="命名")

    @property
    def titled(self) -> str:
        """The title as it is always shown, level before and state behind: 校级样板党支部（培育）."""
        return f"{self.level}{self.selected_as}（{self.state}）"


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


class Award(Conferred):
    """表彰: one award with its notice, its document and its state; branches by id, persons only as a number."""

    APPROVED_AS: ClassVar[str] = "award"
    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y32",)

    id: Identifier = entry("编号", _PUBLIC, example="2019-bz1", hint="一年里不重复；审批按它找")
    kind: AwardKind = entry("奖项", _PUBLIC, example="先进党支部")
    branches: tuple[BranchId, ...] = entry("支部", _PUBLIC, example=["xx-js1"], default=(), hint="先进党支部写文件夹名")
    people: Count | None = entry("人数", _PUBLIC, example="12", default=None, hint="优秀个人只写人数，不写姓名")
    on: Day = entry("日期", _PUBLIC, example="2019-06-28", hint="到这个状态的一天；已表彰的写发文的一天")
    notice_from: Day | None = entry("公示自", _PUBLIC, example="2019-06-14", default=None)
    notice_until: Day | None = entry("公示至", _PUBLIC, example="2019-06-20", default=None)
    grounds: Text | None = entry("依据", _PUBLIC, example="支部推荐，公示无异议", default=None)
    state: AwardState = entry("状态", _PUBLIC, example="表彰")

    @property
    def decided(self) -> bool:
        """Whether it has been given; who is only recommended, or stands on a notice, is nobody's to publish."""
        return self.state is AwardState.GIVEN
