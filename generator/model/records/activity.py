"""活动: one meeting, lecture, theme day or rite, with the ten things its minutes hold."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import TypeAdapter, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import Count, Day, Hours, Name, Text, Times
from generator.model.kinds import ActivityKind, VoteKind
from generator.model.record import SOURCE_KEY, Audience, FormLayout, Record, entry

_RESTRICTED = Audience.RESTRICTED
_COUNT: TypeAdapter[int] = TypeAdapter(Count)
_LIKE_A_NUMBER = re.compile(r"\d{6}|@")
_FAILED = ("未通过", "没有通过", "不予通过", "未获通过", "不通过", "暂缓")


class Vote(Record):
    """表决: counts only; ballots are never kept."""

    kind: VoteKind = entry("类别", example="一般议题", default=VoteKind.GENERAL)
    entitled: Count = entry("应到会有表决权", example="16", hint="不含预备党员")
    excluded: Exclusion | None = entry(
        "不计入", example={"合计": 1}, default=None, hint="不写就用本次活动的；选举口径的只能写在这里"
    )
    present: Count = entry("到会", example="14", hint="到会的有表决权人数")
    ayes: Count = entry("赞成", example="14", hint="接收、转正含会前书面赞成")
    noes: Count = entry("反对", example="0", default=0)
    abstentions: Count = entry("弃权", example="0", default=0)
    written: Count = entry("书面意见", example="0", default=0, hint="会前书面赞成，计入票数、不计到会")


class AgendaItem(Record):
    """议题, with its vote and resolution where there are any."""

    matter: Text = entry("事项", example="审议支部推进计划")
    vote: Vote | None = entry("表决", example={"应到会有表决权": 16}, default=None)
    resolution: Text | None = entry("决议", example="通过", default=None)

    @property
    def failed(self) -> bool:
        """Whether the 决议 says that the matter was not passed or was put off."""
        return any(word in (self.resolution or "") for word in _FAILED)


class Lecture(Record):
    """党课: its title and who gave it."""

    title: Name = entry("题目", example="学习支部工作条例")
    speaker: Text = entry("主讲", example="支部书记", hint="写职务；书记写“支部书记”，书记年度党课据此认定（A14）")

    @property
    def by_secretary(self) -> bool:
        """Whether the branch's own secretary gave it."""
        return self.speaker in ("支部书记", "书记", "党支部书记")


class Rescheduling(Record):
    """改期: why a theme day was not held on its planned day."""

    reason: Text = entry("理由", example="计划日在暑假内")
    approval: Text | None = entry("批准", example="学院党委组织员同意", default=None)


class ThemeDay(Record):
    """主题党日: its theme and, if it was moved, why."""

    theme: Text = entry("主题", example="重温入党初心")
    rescheduled: Rescheduling | None = entry("改期", example={"理由": "计划日在暑假内"}, default=None)


class FollowUp(Record):
    """落实: what is to be done afterwards, by whom, until when."""

    matter: Text = entry("事项", example="报送基层党委")
    responsible: Text = entry("责任", example="组织委员", hint="写职务")
    due: Day | None = entry("期限", example="2019-05-10", default=None)


class MakeUp(Record):
    """补学 of those who were absent."""

    on: Day = entry("日期", example="2019-03-18")
    people: Count = entry("人数", example="2")


class Absences(Record):
    """缺席: how many had asked leave and how many had not; why is nobody's business here, for health is no record's.

    Older registers wrote reasons as keys: they are read as 请假 and not kept.
    """

    on_leave: Count = entry("请假", example="2", default=0)
    without_leave: Count = entry("未请假", example="0", default=0)

    @property
    def total(self) -> int:
        """All who were absent."""
        return self.on_leave + self.without_leave

    @model_validator(mode="before")
    @classmethod
    def _without_reasons(cls, value: Any) -> Any:
        reasons = [key for key in value if key not in _ABSENCE_KEYS] if isinstance(value, dict) else ()
        if not reasons:
            return value
        if any(_LIKE_A_NUMBER.search(str(key)) for key in reasons):
            raise PydanticCustomError("absences", "“缺席”只写请假、未请假的人数，不写号码")
        kept = {key: value[key] for key in _ABSENCE_KEYS if key in value}
        return {**kept, "请假": _people(kept.get("请假", 0), *(value[key] for key in reasons))}


class LeadersPresent(Record):
    """领导干部 on the branch's roll, at one of its activities: how many were expected, how many came (双重组织生活)."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y16",)

    expected: Count = entry("应到", example="2", hint="编在本支部的党员领导干部")
    attended: Count = entry("实到", example="1")


class LateEntry(Record):
    """补录: that the row was entered afterwards, and when; it is shown with the row (Y44)."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y44",)

    on: Day = entry("日期", example="2019-04-02")
    reason: Text | None = entry("说明", example="记录本送审，月末补录", default=None)


_ABSENCE_KEYS = ("请假", "未请假", SOURCE_KEY)


def _people(*counts: object) -> int:
    try:
        return sum(map(_COUNT.validate_python, counts))
    except ValidationError:
        raise PydanticCustomError("absences", "“缺席”的人数应写非负整数") from None


_NO_KIND = frozenset({"党小组", "党课", "主题党日", "宣誓人数", "学时", "录入", "补录", "备注"})
"""What no form needs but that of the kind of activity; 学时, 录入, 补录 and 备注 are written when the register is."""

_SIGNED = ("主持人", "记录人")


class Ground(StrEnum):
    """依据 of an exclusion: a fixed vocabulary; the second holds for elections only."""

    NO_VOTE = "无表决权、选举权"
    ELECTION = "选举口径：上级同意并经大会通过"


class Exclusion(Record):
    """不计入: one total without persons and causes; its grounds are shown in the restricted edition only."""

    count: Count = entry("合计", example="1", hint="只写一个合计数，不分类，不写人，不写事由")
    grounds: tuple[Ground, ...] = entry("依据", Audience.RESTRICTED, example=["无表决权、选举权"], default=())


class Activity(Record):
    """活动."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y11", "Y12", "Y13", "Y14", "Y15", "Y28")

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="general-meeting",
            title="支部党员大会记录",
            about=ActivityKind.GENERAL_MEETING,
            note="表决各栏每个议题填一行；接收预备党员和转正的，会前书面意见填在“书面意见”，计入票数，不计到会（可信度 ◐）。兼党课、主题党日的，另填那一张。",
            without=_NO_KIND | {"议题.表决.不计入"},
            paper={"列席人员（职务、人数）": ()},
            signatures=_SIGNED,
        ),
        FormLayout(
            id="committee-meeting",
            title="支部委员会会议记录",
            about=ActivityKind.COMMITTEE_MEETING,
            note="应到写当天在任委员数，半数以上到会方可开会。",
            without=_NO_KIND | {"不计入", "议题.表决", "补学", "领导干部"},
            paper={"列席人员（职务、人数）": (), "讨论要点": ()},
            signatures=_SIGNED,
        ),
        FormLayout(
            id="group-meeting",
            title="党小组会记录",
            about=ActivityKind.GROUP_MEETING,
            note="每个小组各用一张；主持写党小组组长，应到写小组党员数。",
            without=_NO_KIND - {"党小组"} | {"不计入", "议题.表决", "落实", "补学"},
            paper={"形成的意见": (), "报支部的事项": ()},
            signatures=_SIGNED,
        ),
        FormLayout(
            id="lecture",
            title="党课记录",
            about=ActivityKind.LECTURE,
            note="书记讲的，主讲写“支部书记”，同时计入书记年度党课。",
            without=_NO_KIND - {"党课"} | {"不计入", "议题", "落实"},
            paper={"讲稿存放处": (), "讨论情况": ()},
            signatures=_SIGNED,
        ),
        FormLayout(
            id="theme-day",
            title="主题党日记录",
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
            about=ActivityKind.ADMISSION_OATH,
            note="宣誓人数写宣誓的新预备党员，不写姓名；按人数与接收的表决相对。",
            without=_NO_KIND - {"宣誓人数"} | {"不计入", "议题.表决", "落实", "补学"},
            paper={"领誓人（职务）": (), "图文存放处（有人像的先征得同意）": ()},
            signatures=_SIGNED,
        ),
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
