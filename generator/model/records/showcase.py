"""观摩展示 (`showcase.md` front matter): what a model branch shows to visitors."""

from __future__ import annotations

from typing import ClassVar

from generator.model.fields import Count, Day, Flag, Name, StandardId, Text
from generator.model.kinds import ActivityKind
from generator.model.record import Audience, Record, entry
from generator.model.records.approval import Approval

_PUBLIC = Audience.PUBLIC

PHOTO_FORMATS = ("JPEG", "PNG", "WEBP")
"""What a photo may be, by content."""

PIXEL_LIMIT = 50_000_000
"""More pixels than any camera a branch owns; a small file may claim far more."""


class Station(Record):
    """路线: one stop of the visit."""

    name: Name = entry("站点", _PUBLIC, example="党员活动室")
    minutes: Count = entry("分钟", _PUBLIC, example="15")
    text: Text = entry("看什么", _PUBLIC, example="支部工作展板与记录本样例")


class Photo(Record):
    """A photo; alternative text is required, and people in it must have agreed."""

    file: Text = entry("文件", _PUBLIC, example="photos/room.jpg")
    alt: Text = entry("替代文字", _PUBLIC, example="活动室一角：长桌与记录架，画面中无人")
    caption: Text = entry("图注", _PUBLIC, example="党员活动室")
    people: Flag = entry("有人像", _PUBLIC, example="否", default=False)
    consent: Text | None = entry("肖像同意", example="已取得，见支部存档", default=None)


class Takeaway(Record):
    """带走: something a visitor may use at home."""

    name: Name = entry("名称", _PUBLIC, example="支部党员大会记录样表")
    standard: Text | None = entry("对应标准", _PUBLIC, example="3.1", default=None)


class Numbers(Record):
    """数说: how many activities of each kind the register showed when the showcase was approved; they stay so (A42)."""

    through: Day = entry("统计至", _PUBLIC, example="2019-10-20", hint="从当年 1 月 1 日数到这一天")
    counts: dict[ActivityKind, Count] = entry(
        "次数", _PUBLIC, example={"支部党员大会": 3}, hint="由 zhibu approve 数出"
    )


class Showcase(Record):
    """观摩展示."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y34",)

    title: Name = entry("标题", _PUBLIC, example="把党课开到实验台边")
    why: Text = entry("一句话", _PUBLIC, example="组织生活有计划、有记录、有回音")
    highlights: tuple[Text, ...] = entry("看点", _PUBLIC, example=["一年一张表"], hint="三条")
    standards: tuple[StandardId, ...] = entry("对应标准", _PUBLIC, example=["3.1", "3.5"])
    route: tuple[Station, ...] = entry("路线", _PUBLIC, example=[{"站点": "党员活动室", "分钟": 15, "看什么": "……"}])
    open_hours: tuple[Text, ...] = entry("开放时段", _PUBLIC, example=["每周四 14:30—16:30"])
    takeaways: tuple[Takeaway, ...] = entry("带走", _PUBLIC, example=[{"名称": "记录样表"}], default=())
    numbers: Numbers | None = entry(
        "数说",
        _PUBLIC,
        example={"统计至": "2019-10-20", "次数": {"支部党员大会": 3}},
        default=None,
        hint="经审批公开的次数，审批时定格",
    )
    photos: tuple[Photo, ...] = entry("照片", _PUBLIC, example=[{"文件": "photos/room.jpg"}], default=())
    approval: Approval | None = entry("审批", example={"提出": "支部书记"}, default=None)
    name_consents: tuple[Text, ...] = entry(
        "姓名同意", _PUBLIC, example=["甲乙"], default=(), hint="文中写到的人，本人单独同意公开姓名的，逐个写在这里"
    )
