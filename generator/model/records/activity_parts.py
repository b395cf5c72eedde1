"""What an activity's row holds: agenda and votes, lecture, theme, absences, what follows.  Election and development use them too."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import TypeAdapter, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from generator.model.fields import Count, Day, Name, Text
from generator.model.kinds import VoteKind
from generator.model.record import SOURCE_KEY, Audience, Record, RecordRule, entry

_COUNT: TypeAdapter[int] = TypeAdapter(Count)
_LIKE_A_NUMBER = re.compile(r"\d{6}|@")
_FAILED = ("未通过", "没有通过", "不予通过", "未获通过", "不通过", "暂缓")


class Ground(StrEnum):
    """依据 of an exclusion: a fixed vocabulary; the second holds for elections only."""

    NO_VOTE = "无表决权、选举权"
    ELECTION = "选举口径：上级同意并经大会通过"


class Exclusion(Record):
    """不计入: one total without persons and causes; its grounds are shown in the restricted edition only."""

    count: Count = entry("合计", example="1", hint="只写一个合计数，不分类，不写人，不写事由")
    grounds: tuple[Ground, ...] = entry("依据", Audience.RESTRICTED, example=["无表决权、选举权"], default=())


def misplaced_ground(*further: str) -> RecordRule:
    """That 不计入 names the ground of elections elsewhere, where these further clauses hold."""
    return RecordRule(
        "R242",
        "依据",
        (f"依据 含 {Ground.ELECTION}", *further),
        f"“{Ground.ELECTION}”只用于选举",
        f"请移到这次选举的“不计入”下；一般会议和表决只写“{Ground.NO_VOTE}”。",
        each="不计入",
    )


class Vote(Record):
    """表决: counts only; ballots are never kept."""

    RULES: ClassVar[tuple[RecordRule, ...]] = (
        RecordRule(
            "R120",
            "到会",
            ("到会 > 应到会有表决权",),
            "到会（{到会}）大于应到会有表决权（{应到会有表决权}）",
            "请核对表决记录；预备党员不计表决权。",
        ),
        RecordRule(
            "R120",
            "书面意见",
            ("到会 + 书面意见 > 应到会有表决权", "到会 <= 应到会有表决权"),
            "到会（{到会}）加书面意见（{书面意见}）大于应到会有表决权（{应到会有表决权}）",
            "请核对表决记录；到会的人不再计书面意见。",
        ),
        RecordRule(
            "R124",
            "书面意见",
            ("书面意见 > 0", f"类别 不含 {'|'.join(kind for kind in VoteKind if kind.takes_written)}"),
            "“{类别}”写了书面意见（{书面意见}），不计入赞成",
            "请删去书面意见，并核对赞成票数。",
        ),
        RecordRule(
            "R120",
            "赞成",
            ("赞成 + 反对 + 弃权 > 到会 + 书面意见", "书面意见 = 0"),
            "赞成、反对、弃权共 {赞成 + 反对 + 弃权} 票，大于到会（{到会}）",
            "请核对计票结果。",
        ),
        RecordRule(
            "R120",
            "赞成",
            ("赞成 + 反对 + 弃权 > 到会 + 书面意见", "书面意见 > 0"),
            "赞成、反对、弃权共 {赞成 + 反对 + 弃权} 票，大于到会（{到会}）加书面意见（{书面意见}）",
            "请核对计票结果。",
        ),
        misplaced_ground(f"/类别 不含 {VoteKind.ELECTION}"),
    )

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
