"""What 学校 itself starts, guides and organises in a year: 部署, 主题党日指引, 特色活动 and 理论测试."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from generator.model.fields import Count, Day, Identifier, Name, Text, YearMonth
from generator.model.record import Audience, FormLayout, Record, entry
from generator.model.records.approval import Approval
from generator.model.records.training_class import Tier

_PUBLIC = Audience.PUBLIC
_SMALL = 10


class LaunchKind(StrEnum):
    """What the year's plan is started with."""

    MEETING = "会议"
    DOCUMENT = "文件"


class Launch(Record):
    """部署: a meeting at which the plan was passed on, or a document by which it was issued (方案三（一）1)."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y04",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = ()

    on: Day = entry("日期", example="2019-03-08", hint="会议写召开的一天，文件写印发的一天")
    kind: LaunchKind = entry("类别", example="会议")
    name: Name = entry("名称", example="党支部建设标准化动员部署会")
    number: Text | None = entry("文号", example="示大党组〔2019〕3号", default=None, hint="文件写文号")
    attended: Text | None = entry("范围", example="各基层党委书记、组织员，各支部书记", default=None, hint="写职务")


class ThemeGuide(Record):
    """主题党日指引: what the branches may take up in a month; a guide, so everybody may read it."""

    month: YearMonth = entry("月份", _PUBLIC, example="2019-03")
    theme: Name = entry("主题", _PUBLIC, example="学习支部工作条例")
    reading: tuple[Text, ...] = entry("参考内容", _PUBLIC, example=["支部工作条例第三章"], default=())


class GroupTurnout(Record):
    """参加: how many of one group should have come, and how many came."""

    group: Name = entry("对象", _PUBLIC, example="学生党员", hint="一层一类一行：教职工党员、学生党员……")
    expected: Count = entry("应参加", _PUBLIC, example="420")
    attended: Count = entry("实参加", _PUBLIC, example="402")

    @property
    def small(self) -> bool:
        """Whether so few were meant or came that pages leave the numbers out."""
        return min(self.expected, self.attended) < _SMALL


class CampaignKind(StrEnum):
    """特色活动的类别 (方案三（三）2–4)."""

    FLASH_MOB = "快闪"
    DISCUSSION = "大讨论"
    PIONEERS = "争先锋"
    OTHER = "其他"


class Campaign(Record):
    """特色活动: name, day, kind and turnout of an activity for many branches.

    The public edition has it once it is approved, and of its numbers only those that are not small.
    """

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y29",)
    APPROVED_AS: ClassVar[str] = "campaign"

    id: Identifier = entry("编号", _PUBLIC, example="2019-hd1", hint="一年里不重复；审批按它找")
    on: Day = entry("日期", _PUBLIC, example="2019-09-27", hint="办了几天的写第一天")
    until: Day | None = entry("至", _PUBLIC, example="2019-09-28", default=None)
    name: Name = entry("名称", _PUBLIC, example="“歌唱祖国”校园快闪")
    kind: CampaignKind = entry("类别", _PUBLIC, example="快闪")
    clause: Text | None = entry("条款", _PUBLIC, example="三（三）2", default=None, hint="方案的哪一项任务")
    hosts: tuple[Name, ...] = entry("主办", _PUBLIC, example=["党委宣传部"], default=())
    turnout: tuple[GroupTurnout, ...] = entry("参加", _PUBLIC, example=[{"对象": "学生党员"}], default=())
    archive: Text | None = entry("归档", example="党委宣传部图文档案 2019-27", default=None, hint="图文存放在哪里")
    approval: Approval | None = entry("审批", example={"提出": "党委宣传部"}, default=None, hint="没有审批的不进公开版")


class TestForm(StrEnum):
    """How knowledge of theory is tried: 测试 of everybody, 竞赛 of teams."""

    TEST = "测试"
    CONTEST = "竞赛"


class KnowledgeTest(Record):
    """理论测试: one test or contest of a level, and how many of each group took part; no person's result, no score."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y30",)

    on: Day = entry("日期", example="2019-10-17")
    name: Name = entry("名称", example="党的最新理论知识测试（学生党员场）")
    form: TestForm = entry("形式", example="测试")
    tier: Tier = entry("层级", example="学校")
    turnout: tuple[GroupTurnout, ...] = entry(
        "参加", example=[{"对象": "学生党员", "应参加": 420, "实参加": 402}], hint="只写人数，不写成绩"
    )
