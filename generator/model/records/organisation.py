"""学校 (`institution.yml`) and 基层党委（党总支） (`committee.yml`)."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from generator.model.fields import Day, Flag, Name, Text
from generator.model.record import Audience, Record, entry
from generator.model.records.review import Reviewed

_PUBLIC = Audience.PUBLIC


class ResponsibleUnit(Record):
    """责任单位, with the other ways in which documents write its name."""

    name: Name = entry("名称", _PUBLIC, example="党委组织部")
    aliases: tuple[Name, ...] = entry("别名", _PUBLIC, example=["组织部"], default=())


class Holiday(Record):
    """假期: school holidays and examination weeks (A36)."""

    name: Name = entry("名称", _PUBLIC, example="暑假")
    since: Day = entry("自", _PUBLIC, example="2019-07-13")
    until: Day = entry("至", _PUBLIC, example="2019-09-01")

    def covers(self, start: date, end: date) -> bool:
        """Whether every day from `start` to `end` lies in this holiday."""
        return self.since <= start and end <= self.until


class SoftLine(StrEnum):
    """How a line is read that the plan draws hard and the regulation soft (A2)."""

    ADVISORY = "提示"
    UNMET = "缺项"


class Counting(StrEnum):
    """Whether an activity of several kinds counts for each of them or for the first only (A16)."""

    EACH = "合并计次"
    FIRST = "只计首类"


class HoursSource(StrEnum):
    """Where training hours are taken from: sums that a branch enters, or the classes and activities that give hours."""

    SUMS = "汇总"
    SESSIONS = "班次和活动"


class Readings(Record):
    """口径 that an institution may set for itself."""

    hard_lines: SoftLine = entry("A2", _PUBLIC, example="提示", default=SoftLine.ADVISORY)
    combined: Counting = entry("A16", _PUBLIC, example="合并计次", default=Counting.EACH)


class Publicity(Record):
    """公开设置: what the institution has declared."""

    handbook_authorised: Flag = entry(
        "手册可公开", _PUBLIC, example="是", default=False, hint="官方手册全文公开须有授权"
    )
    name_consents: tuple[Text, ...] = entry(
        "姓名同意",
        _PUBLIC,
        example=["甲乙"],
        default=(),
        hint="手册正文写到的人，本人单独同意公开姓名的，逐个写在这里",
    )


class Institution(Reviewed):
    """学校."""

    name: Name = entry("名称", _PUBLIC, example="示例大学")
    notice: Text | None = entry("声明", _PUBLIC, example="本站内容供内部参考", default=None, hint="写在首页的一句话")
    feedback_office: Name | None = entry(
        "意见受理", _PUBLIC, example="党委组织部", default=None, hint="对手册的意见交给哪个部门；不写个人和邮箱"
    )
    units: tuple[ResponsibleUnit, ...] = entry("责任单位", _PUBLIC, example=[{"名称": "党委组织部"}], default=())
    holidays: tuple[Holiday, ...] = entry(
        "假期", _PUBLIC, example=[{"名称": "暑假", "自": "2019-07-13", "至": "2019-09-01"}], default=()
    )
    hours_source: HoursSource = entry(
        "学时来源",
        _PUBLIC,
        example="汇总",
        default=HoursSource.SUMS,
        hint="汇总：按支部台账的“学时”；班次和活动：按各班次、支部登记的培训和写了学时的活动",
    )
    readings: Readings = entry("口径", _PUBLIC, example={"A2": "提示"}, default=Readings.model_validate({}))
    publicity: Publicity = entry(
        "公开设置", _PUBLIC, example={"手册可公开": "是"}, default=Publicity.model_validate({})
    )

    def free(self, start: date, end: date) -> str:
        """The names of the holidays that cover every day from `start` to `end`, one after another; else empty (A36)."""
        touching = [row for row in self.holidays if row.since <= end and start <= row.until]
        covered = start
        for row in sorted(touching, key=lambda row: row.since):
            if row.since > covered:
                return ""
            covered = max(covered, row.until + timedelta(1))
        return "、".join(row.name for row in touching) if covered > end else ""


class CommitteeKind(StrEnum):
    """基层党委 may approve; 党总支 deliberates only."""

    COMMITTEE = "基层党委"
    GENERAL_BRANCH = "党总支"


class Committee(Reviewed):
    """基层党委（党总支）."""

    name: Name = entry("名称", _PUBLIC, example="学院党委")
    kind: CommitteeKind = entry("类型", _PUBLIC, example="基层党委")
    may_approve: Flag | None = entry(
        "审批权限", _PUBLIC, example="是", default=None, hint="不写就依类型：基层党委有，党总支没有"
    )

    @property
    def approves(self) -> bool:
        """Whether it may approve admissions, by its kind where it does not say."""
        return self.kind is CommitteeKind.COMMITTEE if self.may_approve is None else self.may_approve
