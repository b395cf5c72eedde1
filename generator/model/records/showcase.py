"""观摩展示 (`showcase.md` front matter): what a model branch shows to visitors."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from generator.model.fields import Count, Day, Flag, Identifier, Name, StandardId, Text, YearMonth
from generator.model.kinds import ActivityKind, HonourLevel
from generator.model.record import Audience, Record, entry
from generator.model.records.approval import Approval
from generator.model.records.showcase_visit import GettingThere, Highlight, Opening, Station

_PUBLIC = Audience.PUBLIC

PHOTO_LIMIT = 30
"""The most photos of one showcase; a page that shows more is read by nobody."""


class Photo(Record):
    """A photo; without alternative text, or without the consent of the people in it, it is not shown."""

    file: Text = entry("文件", _PUBLIC, example="photos/room.jpg")
    alt: Text = entry("替代文字", _PUBLIC, example="活动室一角：长桌与记录架，画面中无人", default="")
    caption: Text = entry("图注", _PUBLIC, example="党员活动室", hint="25 字以内")
    people: Flag = entry("有人像", _PUBLIC, example="否", default=False)
    consent: Text | None = entry("肖像同意", example="已取得，见支部存档", default=None)
    place: Name = entry(
        "放在", _PUBLIC, example="封面", default="图集", hint="封面、怎么到、图集，正文的一个标题，或路线的一站"
    )


class Takeaway(Record):
    """带走: a blank form or a file that a visitor may use at home."""

    name: Name = entry("名称", _PUBLIC, example="支部党员大会记录样表")
    standard: StandardId = entry("标准", _PUBLIC, example="3.1")
    form: Identifier | None = entry("表", _PUBLIC, example="general-meeting", default=None, hint="本站空表的编号")
    file: Text | None = entry("文件", _PUBLIC, example="files/calendar.docx", default=None, hint="或者附一个文件")


class Milestone(Record):
    """来历: one step of how the branch got here."""

    month: YearMonth = entry("时间", _PUBLIC, example="2018-03")
    text: Text = entry("事", _PUBLIC, example="自查，列出十二条短板")


class HonourState(StrEnum):
    """How far an honour has come; an award has been given (表彰)."""

    CULTIVATED = "培育"
    NAMED = "命名"
    ACCEPTED = "通过验收"
    GIVEN = "表彰"


class ShowcaseHonour(Record):
    """荣誉: level, issuing body and state are always told, so that a university's own 样板 is never taken for another."""

    name: Name = entry("名称", _PUBLIC, example="标准化党支部")
    level: HonourLevel = entry("级别", _PUBLIC, example="校级")
    issued_by: Name = entry("发文单位", _PUBLIC, example="中共示例大学委员会")
    number: Text | None = entry("文号", _PUBLIC, example="示大党发〔2019〕21号", default=None)
    year: Count = entry("年度", _PUBLIC, example="2019")
    state: HonourState = entry("状态", _PUBLIC, example="命名")


class Strength(StrEnum):
    """七个有力: the duty of a branch that a showcase shows; our own tags, no judgement."""

    EDUCATE = "教育党员"
    MANAGE = "管理党员"
    SUPERVISE = "监督党员"
    ORGANIZE = "组织师生"
    PUBLICIZE = "宣传师生"
    UNITE = "凝聚师生"
    SERVE = "服务师生"


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
    why: Text = entry("一句话", _PUBLIC, example="组织生活有计划、有记录、有回音", hint="30 字以内")
    summary: Text | None = entry("摘要", _PUBLIC, example="自查发现……", default=None, hint="300 字以内")
    highlights: tuple[Highlight, ...] = entry(
        "看点", _PUBLIC, example=[{"看点": "一年一张表"}], hint="3 到 5 个：一项标准、一件东西、一站"
    )
    route: tuple[Station, ...] = entry(
        "路线", _PUBLIC, example=[{"站点": "党员活动室"}], hint="3 到 5 站，不超过 90 分钟，最后一站是交流"
    )
    opening: Opening = entry("开放", _PUBLIC, example={"方式": "预约"})
    getting_there: GettingThere = entry("怎么到", _PUBLIC, example={"楼": "图书馆"})
    history: tuple[Milestone, ...] = entry("来历", _PUBLIC, example=[{"时间": "2018-03"}], default=())
    honours: tuple[ShowcaseHonour, ...] = entry("荣誉", _PUBLIC, example=[{"名称": "标准化党支部"}], default=())
    takeaways: tuple[Takeaway, ...] = entry("带走", _PUBLIC, example=[{"名称": "记录样表"}], default=())
    strengths: tuple[Strength, ...] = entry("七个有力", _PUBLIC, example=["教育党员"], default=())
    rules: tuple[Text, ...] = entry(
        "须知", _PUBLIC, example=["修复室里不带水杯"], default=(), hint="共同的须知以外，这一处另有的"
    )
    numbers: Numbers | None = entry(
        "数说",
        _PUBLIC,
        example={"统计至": "2019-10-20", "次数": {"支部党员大会": 3}},
        default=None,
        hint="经审批公开的次数，审批时定格",
    )
    photos: tuple[Photo, ...] = entry("照片", _PUBLIC, example=[{"文件": "photos/room.jpg"}], default=())
    approval: Approval | None = entry("审批", _PUBLIC, example={"提出": "支部书记"}, default=None)
    name_consents: tuple[Text, ...] = entry(
        "姓名同意", _PUBLIC, example=["甲乙"], default=(), hint="文中写到的人，本人单独同意公开姓名的，逐个写在这里"
    )

    @property
    def standards(self) -> tuple[str, ...]:
        """对应标准: the standards of 看点, each once, in their order."""
        return tuple(dict.fromkeys(row.standard for row in self.highlights))

    @property
    def minutes(self) -> int:
        """How long the whole route takes."""
        return sum(station.minutes for station in self.route)

    @property
    def attached(self) -> tuple[str, ...]:
        """The files that it names beside its front matter, as paths from the branch's folder: photos, then templates."""
        files = (row.file for row in self.takeaways if row.file is not None)
        return (*(photo.file for photo in self.photos), *files)
