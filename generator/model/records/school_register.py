"""年度台账 of 学校 (`school/2019.yml`): what it does for all branches, by 归属年度."""

from __future__ import annotations

from generator.model.record import Audience, entry
from generator.model.records.classes_held import ClassesHeld
from generator.model.records.honours import Award, Selection
from generator.model.records.oversight import Inspection
from generator.model.records.school_activity import Campaign, KnowledgeTest, Launch, ThemeGuide
from generator.model.records.selection import Sampling, Visit
from generator.model.records.themed_project import ProjectCall, ThemedProject
from generator.model.records.unit_register import UnitRegister
from generator.model.records.visit_schedule import VisitSchedule


class SchoolRegister(ClassesHeld, UnitRegister):
    """年度台账 of 学校."""

    launches: tuple[Launch, ...] = entry(
        "部署", example=[{"日期": "2019-03-08", "类别": "会议"}], default=(), hint="方案的会议和文件"
    )
    guides: tuple[ThemeGuide, ...] = entry(
        "主题党日指引", Audience.PUBLIC, example=[{"月份": "2019-03", "主题": "学习支部工作条例"}], default=()
    )
    campaigns: tuple[Campaign, ...] = entry(
        "特色活动", Audience.PUBLIC, example=[{"编号": "2019-hd1", "日期": "2019-09-27"}], default=()
    )
    tests: tuple[KnowledgeTest, ...] = entry(
        "理论测试", example=[{"日期": "2019-10-17", "形式": "测试"}], default=(), hint="不写任何人的成绩"
    )
    inspections: tuple[Inspection, ...] = entry(
        "督查", example=[{"日期": "2019-10-18", "方式": "随机抽查"}], default=(), hint="每季度一次"
    )
    awards: tuple[Award, ...] = entry(
        "表彰", Audience.PUBLIC, example=[{"奖项": "先进党支部", "日期": "2019-06-28"}], default=()
    )
    calls: tuple[ProjectCall, ...] = entry(
        "立项通知", Audience.PUBLIC, example=[{"编号": "2019-tz1", "名称": "主题立项通知"}], default=()
    )
    projects: tuple[ThemedProject, ...] = entry(
        "主题立项", Audience.PUBLIC, example=[{"编号": "2019-lx1", "支部": "xx-js1"}], default=()
    )
    visits: tuple[Visit, ...] = entry(
        "交叉观摩", example=[{"日期": "2019-11-12", "观摩点": "xx-js1"}], default=(), hint="谁看谁，一次一行"
    )
    schedules: tuple[VisitSchedule, ...] = entry(
        "观摩安排", example=[{"编号": "2019-gm1", "自": "2019-11-01"}], default=(), hint="一轮一项：条件和行程"
    )
    samplings: tuple[Sampling, ...] = entry(
        "抽验", example=[{"日期": "2019-12-03", "类别": ["教师"]}], default=(), hint="学校分类抽验"
    )
    selections: tuple[Selection, ...] = entry(
        "选树",
        Audience.PUBLIC,
        example=[{"支部": "xx-js1", "选树": "标准化党支部"}],
        default=(),
        hint="标准化党支部、样板党支部",
    )
