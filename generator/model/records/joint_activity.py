"""联合活动: what several branches of a committee did together, entered once; each has numbers of its own."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from generator.model.fields import BranchId, Count, Day, Text, Times
from generator.model.kinds import ActivityKind
from generator.model.record import FormLayout, Record, entry
from generator.model.records.activity_parts import Absences, AgendaItem, LeadersPresent, Lecture, ThemeDay

NEVER_JOINT = frozenset(
    {
        ActivityKind.GENERAL_MEETING,
        ActivityKind.COMMITTEE_MEETING,
        ActivityKind.GROUP_MEETING,
        ActivityKind.LIFE_MEETING,
        ActivityKind.APPRAISAL,
    }
)
"""Meetings that a branch holds for itself: it has votes and minutes of its own there."""


class Participation(Record):
    """One branch that took part, and how many of it came."""

    branch: BranchId = entry("支部", example="xx-js1", hint="写支部的文件夹名")
    expected: Count = entry("应到", example="18", hint="这个支部应到的，含预备党员")
    attended: Count = entry("实到", example="16")
    absences: Absences | None = entry("缺席", example={"请假": 2}, default=None)
    sworn: Count | None = entry("宣誓人数", example="2", default=None, hint="只有入党宣誓填：这个支部宣誓的几名")
    leaders: LeadersPresent | None = entry("领导干部", example={"应到": 1, "实到": 1}, default=None)


class JointActivity(Record):
    """联合活动: it counts for every branch that took part, as if it stood in the branch's own register."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="joint-activity",
            title="联合活动登记",
            number="委05",
            revised=date(2026, 11, 28),
            standard="6.4",
            note="由主办的一方填一张，各支部不再另填；各写各的应到、实到。会议各开各的，不联合。",
            rows={"参加": 5},
            without=frozenset({"议题.表决"}),
            signatures=("主持人", "记录人"),
        ),
    )

    kinds: tuple[ActivityKind, ...] = entry(
        "类型", example=["党课", "主题党日", "入党宣誓"], hint="党课、主题党日、专题学习、政治仪式等"
    )
    on: Day = entry("日期", example="2019-06-27")
    time: Times | None = entry("时间", example="14:30-16:10", default=None)
    place: Text | None = entry("地点", example="学院报告厅", default=None)
    chair: Text = entry("主持", example="学院党委副书记", hint="写职务")
    recorder: Text | None = entry("记录", example="组织员", default=None)
    agenda: tuple[AgendaItem, ...] = entry("议题", example=[{"事项": "宣讲全会精神"}], default=())
    lecture: Lecture | None = entry("党课", example={"题目": "全会精神", "主讲": "学院党委书记"}, default=None)
    theme_day: ThemeDay | None = entry("主题党日", example={"主题": "走进校史馆"}, default=None)
    original: Text | None = entry("原始记录", example="学院党委会议室签到册", default=None)
    entered: Day | None = entry("录入", example="2019-07-01", default=None, hint="哪一天录入台账")
    participants: tuple[Participation, ...] = entry(
        "参加", example=[{"支部": "xx-js1", "应到": 18, "实到": 16}], hint="参加的支部各一行，至少两个"
    )
