"""What a showcase tells its visitors: exhibits, stations, opening slots and how to get there."""

from __future__ import annotations

import re
from enum import StrEnum

from generator.model.fields import Clock, Count, Day, Flag, Name, StandardId, Text
from generator.model.kinds import Weekday
from generator.model.record import Audience, Record, entry

_PUBLIC = Audience.PUBLIC

LANDLINE = re.compile(r"(?:0\d{2,3}[- ]?)?[2-9]\d{6,7}(?:[-转]\d{1,5})?", re.ASCII)
"""Area code, seven or eight digits that do not begin with 1, an extension."""


class ExhibitNature(StrEnum):
    """Whether an exhibit is the thing in use, a sample without names, or a copy."""

    ORIGINAL = "原件"
    SAMPLE = "样例"
    COPY = "复制"


class Presence(StrEnum):
    """Whether there is such a thing on the way; that nobody has looked is an answer, silence is none."""

    PRESENT = "有"
    ABSENT = "无"
    UNKNOWN = "不详"


class Highlight(Record):
    """看点: one standard, one thing in use, one station."""

    name: Name = entry("看点", _PUBLIC, example="古籍修复台前的主题党日")
    standard: StandardId = entry("标准", _PUBLIC, example="3.5")
    exhibit: Name = entry("物件", _PUBLIC, example="主题党日记录本", hint="正在用的东西，不为观摩另做")
    nature: ExhibitNature = entry("性质", _PUBLIC, example="样例", hint="原件、样例（去掉姓名）或复制")
    station: Name = entry("站点", _PUBLIC, example="党员活动室", hint="路线里的一站")


class Station(Record):
    """路线: one stop of the visit."""

    name: Name = entry("站点", _PUBLIC, example="党员活动室")
    minutes: Count = entry("分钟", _PUBLIC, example="15")
    text: Text = entry("看什么", _PUBLIC, example="墙上的年历与记录本样例")
    question: Text = entry("问什么", _PUBLIC, example="撞上考试周的那一次，是怎样改期的？")
    steps: Presence = entry("台阶", _PUBLIC, example="无", hint="到这一站要不要上下台阶")


class OpeningMode(StrEnum):
    """开放方式."""

    OPEN = "开放"
    BY_APPOINTMENT = "预约"
    PAUSED = "暂停"


class Repetition(StrEnum):
    """每: how a slot comes round."""

    WEEKLY = "周"
    MONTHLY = "月"


class OpeningSlot(Record):
    """时段: a weekday of every week, the nth weekday of every month, or a single day."""

    every: Repetition | None = entry("每", _PUBLIC, example="周", default=None, hint="周或月；只开一天的写日期")
    nth: Count | None = entry("第", _PUBLIC, example="4", default=None, hint="每月的第几个，1 到 5")
    weekday: Weekday | None = entry("星期", _PUBLIC, example="五", default=None)
    on: Day | None = entry("日期", _PUBLIC, example="2019-11-28", default=None)
    since: Clock = entry("自", _PUBLIC, example="14:30")
    until: Clock = entry("至", _PUBLIC, example="16:00")


class OpeningPause(Record):
    """暂停: why there are no visits for a while, in one sentence, and the last day of it where it is known."""

    told: Text = entry("说明", _PUBLIC, example="活动室搬到三楼，搬好以后再约")
    until: Day | None = entry("至", _PUBLIC, example="2019-12-15", default=None, hint="暂停的最后一天")


class BookingContact(Record):
    """联系: the office to book with, never a person; a landline only where the unit itself has published it."""

    office: Name = entry("部门", _PUBLIC, example="图书馆办公室")
    post: Name = entry("职务", _PUBLIC, example="组织委员")
    landline: Text | None = entry("座机", _PUBLIC, example="0000-61234567", default=None, hint="不写手机号")
    landline_published: Flag = entry(
        "座机已公开", _PUBLIC, example="是", default=False, hint="本单位已经公开过这个号码的写“是”"
    )

    def audience_here(self, name: str) -> Audience:
        """A number that the unit has not published itself, or that is no landline, is for nobody outside."""
        if name == "landline" and not self.may_be_called:
            return Audience.INTERNAL
        return self.audience_of(name)

    @property
    def may_be_called(self) -> bool:
        """Whether there is a landline that the unit has published."""
        return self.landline_published and bool(self.landline and LANDLINE.fullmatch(self.landline))


class Opening(Record):
    """开放: when, for how many, with whom to book, and where to meet."""

    mode: OpeningMode = entry("方式", _PUBLIC, example="预约", hint="开放、预约或暂停")
    pause: OpeningPause | None = entry("暂停", _PUBLIC, example={"说明": "活动室搬到三楼"}, default=None)
    slots: tuple[OpeningSlot, ...] = entry(
        "时段", _PUBLIC, example=[{"每": "周", "星期": "五", "自": "14:30", "至": "16:00"}]
    )
    batch: Count = entry("每批人数", _PUBLIC, example="15")
    notice_days: Count = entry("提前几天", _PUBLIC, example="3")
    contact: BookingContact = entry("联系", _PUBLIC, example={"部门": "图书馆办公室"})
    meeting_point: Text = entry("集合处", _PUBLIC, example="图书馆一层大厅")
    room: Text | None = entry("房间", example="图书馆 305", default=None, hint="只写进预约回执，不上网页")


class GettingThere(Record):
    """怎么到: building, floor and door, the last metres in words, and what there is on the way."""

    building: Name = entry("楼", _PUBLIC, example="图书馆")
    floor: Name = entry("层", _PUBLIC, example="三层")
    door: Text = entry("门", _PUBLIC, example="东门，平时开左边一扇")
    last_metres: Text = entry("最后五十米", _PUBLIC, example="进门右转，过借还台，楼梯口上三层，左手第二间")
    steps: Presence = entry("台阶", _PUBLIC, example="有")
    lift: Presence = entry("电梯", _PUBLIC, example="有")
    toilet: Presence = entry("卫生间", _PUBLIC, example="有")
    seats: Presence = entry("座位", _PUBLIC, example="不详")
    hearing: Presence = entry("助听", _PUBLIC, example="无", hint="助听设备或字幕")
