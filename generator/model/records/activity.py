"""活动: one meeting, lecture, theme day or rite, with the ten things its minutes hold."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from generator.model.fields import Count, Day, Hours, Name, Text, Times
from generator.model.kinds import ActivityKind
from generator.model.record import Audience, FormLayout, Record, RecordRule, entry
from generator.model.records.activity_parts import (
    Absences,
    AgendaItem,
    Exclusion,
    FollowUp,
    LateEntry,
    LeadersPresent,
    Lecture,
    MakeUp,
    ThemeDay,
    misplaced_ground,
)

_RESTRICTED = Audience.RESTRICTED

_NO_KIND = frozenset({"党小组", "党课", "主题党日", "宣誓人数", "学时", "录入", "补录", "备注"})
"""What no form needs but that of the kind of activity; 学时, 录入, 补录 and 备注 are written when the register is."""

_SIGNED = ("主持人", "记录人")

_WITH_AGENDA = (
    ActivityKind.GENERAL_MEETING,
    ActivityKind.COMMITTEE_MEETING,
    ActivityKind.GROUP_MEETING,
    ActivityKind.LIFE_MEETING,
    ActivityKind.APPRAISAL,
)
_FORMAL = "|".join(_WITH_AGENDA)
_NOT_YET = "请核对两个日期；还没有开的不要先记。"


def _only_with(kind: ActivityKind, key: str) -> RecordRule:
    hint = f"请在“类型”里加上{kind}，或删去“{key}”。"
    return RecordRule("R119", key, (f"有 {key}", f"类型 不含 {kind}"), f"类型里没有{kind}，却填了“{key}”", hint)


def _of_one_kind(kind: ActivityKind, key: str, inner: str) -> tuple[RecordRule, RecordRule]:
    """What activities of that kind must fill in, and no others may."""
    told, hint = f"{kind}没有填“{key}”", f"请补上“{key}”，写明{inner}。"
    return _only_with(kind, key), RecordRule("R118", "类型", (f"没有 {key}", f"类型 含 {kind}"), told, hint)


class Activity(Record):
    """活动."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y11", "Y12", "Y13", "Y14", "Y15", "Y28")

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="general-meeting",
            title="支部党员大会记录",
            number="支01",
            revised=date(2026, 11, 28),
            about=ActivityKind.GENERAL_MEETING,
            note="表决各栏每个议题填一行；接收预备党员和转正的，会前书面意见填在“书面意见”，计入票数，不计到会（可信度 ◐）。兼党课、主题党日的，另填那一张。",
            without=_NO_KIND | {"议题.表决.不计入"},
            paper={"列席人员（职务、人数）": ()},
            signatures=_SIGNED,
        ),
        FormLayout(
            id="committee-meeting",
            title="支部委员会会议记录",
            number="支02",
            revised=date(2026, 11, 28),
            about=ActivityKind.COMMITTEE_MEETING,
            note="应到写当天在任委员数，半数以上到会方可开会。",
            without=_NO_KIND | {"不计入", "议题.表决", "补学", "领导干部"},
            paper={"列席人员（职务、人数）": (), "讨论要点": ()},
            signatures=_SIGNED,
        ),
        FormLayout(
            id="group-meeting",
            title="党小组会记录",
            number="支03",
            revised=date(2026, 11, 28),
            about=ActivityKind.GROUP_MEETING,
            note="每个小组各用一张；主持写党小组组长，应到写小组党员数。",
            without=_NO_KIND - {"党小组"} | {"不计入", "议题.表决", "落实", "补学"},
            paper={"形成的意见": (), "报支部的事项": ()},
            signatures=_SIGNED,
        ),
        FormLayout(
            id="lecture",
            title="党课记录",
            number="支04",
            revised=date(2026, 11, 28),
            about=ActivityKind.LECTURE,
            note="书记讲的，主讲写“支部书记”，同时计入书记年度党课。",
            without=_NO_KIND - {"党课"} | {"不计入", "议题", "落实"},
            paper={"讲稿存放处": (), "讨论情况": ()},
            signatures=_SIGNED,
        ),
        FormLayout(
            id="theme-day",
            title="主题党日记录",
            number="支05",
            revised=date(2026, 11, 28),
            about=ActivityKind.THEME_DAY,
            heading=("计划日",),
            note="改期的写明理由和批准，没有改期的不填。",
            without=_NO_KIND - {"主题党日"} | {"不计入", "议题.表决", "落实"},
            paper={"图文存放处（有人像的先征得同意）": ()},
            signatures=_SIGNED,
        ),
        FormLayout(
            id="admission-oath",
            title="入党宣誓记录",
            number="支06",
            revised=date(2026, 11, 28),
            about=ActivityKind.ADMISSION_OATH,
            note="宣誓人数写宣誓的新预备党员，不写姓名；按人数与接收的表决相对。",
            without=_NO_KIND - {"宣誓人数"} | {"不计入", "议题.表决", "落实", "补学"},
            paper={"领誓人（职务）": (), "图文存放处（有人像的先征得同意）": ()},
            signatures=_SIGNED,
        ),
    )

    RULES: ClassVar[tuple[RecordRule, ...]] = (
        RecordRule("R110", "类型", ("没有 类型",), "“类型”没有填内容", "请写上活动类型，例如 [支部党员大会]。"),
        RecordRule("R123", "类型", ("类型 重复",), "同一类型写了两次", "请删去多写的一个。"),
        RecordRule("R103", "实到", ("实到 > 应到",), "实到（{实到}）大于应到（{应到}）", "请核对签到表。"),
        RecordRule(
            "R116",
            "缺席",
            ("缺席.请假 + 缺席.未请假 != 应到 - 实到", "实到 <= 应到"),
            "缺席共 {缺席.请假 + 缺席.未请假} 人，应到减实到是 {应到 - 实到} 人",
            "请核对签到表和请假情况。",
        ),
        RecordRule(
            "R118",
            "类型",
            ("没有 议题", f"类型 含 {_FORMAL}"),
            "{类型*}没有议题",
            "请补上“议题”，至少写一项“事项”。",
        ),
        # Studies, rites and the like have no required fields of their own, so they need at least one agenda item.
        RecordRule(
            "R118",
            "类型",
            (
                *("没有 议题", "没有 党课", "没有 主题党日", "有 类型"),
                f"类型 不含 {_FORMAL}|{ActivityKind.LECTURE}|{ActivityKind.THEME_DAY}",
            ),
            "{类型}没有写内容",
            "请补上“议题”，至少写一项“事项”。",
        ),
        *_of_one_kind(ActivityKind.LECTURE, "党课", "题目和主讲"),
        *_of_one_kind(ActivityKind.THEME_DAY, "主题党日", "主题"),
        *_of_one_kind(ActivityKind.GROUP_MEETING, "党小组", "党小组的名称"),
        _only_with(ActivityKind.ADMISSION_OATH, "宣誓人数"),
        RecordRule(
            "R276",
            "宣誓人数",
            ("宣誓人数 > 实到", f"类型 含 {ActivityKind.ADMISSION_OATH}"),
            "宣誓人数（{宣誓人数}）大于实到（{实到}）",
            "请核对签到表；宣誓的新预备党员也在实到里。",
        ),
        RecordRule("R277", "录入", ("录入 < 日期",), "录入（{录入}）早于活动（{日期}）", _NOT_YET),
        RecordRule("R277", "日期", ("日期 < /日期",), "录入（{日期}）早于活动（{/日期}）", _NOT_YET, each="补录"),
        RecordRule(
            "R103",
            "实到",
            ("实到 > 应到",),
            "领导干部实到（{实到}）大于应到（{应到}）",
            "请核对签到表。",
            each="领导干部",
        ),
        RecordRule(
            "R120",
            "到会",
            ("到会 > /实到",),
            "表决到会（{到会}）大于本次实到（{/实到}）",
            "请核对签到表和表决记录。",
            each="议题.表决",
        ),
        misplaced_ground(),
    )

    kinds: tuple[ActivityKind, ...] = entry(
        "类型", example=["支部党员大会", "党课"], hint="一次活动兼几类的都写上，各有议程（A16）"
    )
    on: Day = entry("日期", example="2019-03-14")
    time: Times | None = entry("时间", example="14:30-16:10", default=None)
    place: Text | None = entry("地点", example="教学楼302", default=None)
    chair: Text = entry("主持", example="支部书记", hint="写职务；受委托的写“副书记（受委托）”")
    recorder: Text | None = entry("记录", example="组织委员", default=None)
    expected: Count = entry("应到", example="18", hint="含预备党员；支委会写委员数，党小组会写组内党员数")
    excluded: Exclusion | None = entry(
        "不计入", example={"合计": 1}, default=None, hint="有不计入应到的才写一个合计数（A33）"
    )
    attended: Count = entry("实到", example="16")
    absences: Absences | None = entry(
        "缺席", example={"请假": 2, "未请假": 0}, default=None, hint="只写请假、未请假两类人数，不写事由和姓名"
    )
    agenda: tuple[AgendaItem, ...] = entry("议题", example=[{"事项": "审议支部推进计划"}], default=())
    lecture: Lecture | None = entry("党课", example={"题目": "学习支部工作条例", "主讲": "支部书记"}, default=None)
    group: Name | None = entry("党小组", example="第一党小组", default=None, hint="只有党小组会填，且必填")
    theme_day: ThemeDay | None = entry("主题党日", example={"主题": "重温入党初心"}, default=None)
    follow_ups: tuple[FollowUp, ...] = entry("落实", example=[{"事项": "报送基层党委", "责任": "组织委员"}], default=())
    hours: Hours | None = entry(
        "学时", example="2", default=None, hint="计学时的集中学习才写；学校的学时来源是“班次和活动”时用得着"
    )
    sworn: Count | None = entry(
        "宣誓人数", example="2", default=None, hint="只有入党宣誓填：宣誓的新预备党员几名；与接收的表决相对"
    )
    leaders: LeadersPresent | None = entry(
        "领导干部",
        example={"应到": 2, "实到": 1},
        default=None,
        hint="编有党员领导干部的支部填：应到几名、实到几名（3.8）",
    )
    make_up: MakeUp | None = entry("补学", example={"日期": "2019-03-18", "人数": 2}, default=None)
    original: Text | None = entry("原始记录", example="记录本第12页", default=None)
    entered: Day | None = entry("录入", example="2019-03-18", default=None, hint="哪一天录入台账；补录的写“补录”")
    late_entry: LateEntry | None = entry(
        "补录", example={"日期": "2019-04-02"}, default=None, hint="事后补录的写明日期，台账上显示“补录于×日”"
    )
    remarks: Text | None = entry("备注", _RESTRICTED, example="签到表另存", default=None)

    @property
    def entered_on(self) -> date | None:
        """The day on which it was entered in the register, where that is written."""
        return self.late_entry.on if self.late_entry is not None else self.entered

    @property
    def subject(self) -> str:
        """What it was about, in a few words: theme, lecture title, or the first item of the agenda."""
        if self.theme_day is not None:
            return self.theme_day.theme
        if self.lecture is not None:
            return self.lecture.title
        return self.agenda[0].matter if self.agenda else ""
