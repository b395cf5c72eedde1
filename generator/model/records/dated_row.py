"""Rows of a register that say that something was done on a day, and no more than a check has to know."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from generator.model.fields import Day, YearMonth
from generator.model.record import FormLayout, Record, entry


class DatedRow(Record):
    """Something done on a day; how often it is asked for, a standard says (登记频次)."""

    on: Day = entry("日期", example="2019-03-28")


class PointsCounted(DatedRow):
    """积分统计 of one month: that study points were counted, never whose or how many."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y19",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="points-counted",
            title="积分统计登记",
            number="支24",
            revised=date(2026, 11, 28),
            log=True,
            note="只登记统计过没有；个人积分只在支部内张贴，不录入台账，不排名。",
            signatures=("统计人（职务）", "核对人（职务）"),
        ),
    )

    month: YearMonth = entry("月份", example="2019-03", hint="统计的是哪个月；次月初统计的写上个月")


class PointsPosted(DatedRow):
    """积分公示: that study points were posted within the branch."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y19",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="points-posted",
            title="积分公示登记",
            number="支25",
            revised=date(2026, 11, 28),
            log=True,
            note="张贴在支部活动场所，期满撤下；这里只登记哪天张贴的。",
            signatures=("张贴人（职务）",),
        ),
    )


class PointsCompared(DatedRow):
    """积分评比: that study points were compared for the year; the outcome is not kept."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y19",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="points-compared",
            title="积分评比登记",
            number="支26",
            revised=date(2026, 11, 28),
            log=True,
            note="只登记哪天评比的；评比办法和结果由支部留存，不录入台账。",
            signatures=("支部书记",),
        ),
    )


class DuesNotice(DatedRow):
    """党费公布: that members were told how the branch's dues were collected."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="dues-notice",
            title="公布党费收缴登记",
            number="支23",
            revised=date(2026, 11, 28),
            log=True,
            note="在支部党员大会上公布，或在支部内张贴；只公布合计，不公布个人交费额。",
            signatures=("公布人（职务）",),
        ),
    )
