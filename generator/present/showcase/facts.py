"""The fact box of a showcase, how to get there, and what every visitor is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.model import words
from generator.model.opening import next_open_day, paused, slot_words
from generator.model.records.showcase import Showcase
from generator.model.records.showcase_visit import GettingThere, Opening, OpeningMode
from generator.present.kit.site import Site

COMMON_RULES = (
    "拍照前先问；不拍签到册、名册和墙上的个人信息",
    "每批人数照上面写的，多了请分两批",
    "不送礼品，不用餐，不为观摩另做展板",
    "看到的个人信息不记、不传",
)
"""参观须知 of every showcase."""

_ACCESS = ("steps", "lift", "toilet", "seats", "hearing")


class VisitFact(NamedTuple):
    """One row of the fact box: its name, and one line for each thing there is to say."""

    label: str
    lines: tuple[str, ...]


def visit_facts(site: Site, showcase: Showcase) -> Iterator[VisitFact]:
    """What a visitor has to know before coming, in the order of the questions asked first."""
    opening, holidays = showcase.opening, site.institution.holidays
    yield VisitFact("开放时段", tuple(map(slot_words, opening.slots)))
    if not paused(opening, site.as_of) and (found := next_open_day(opening, site.as_of, holidays)):
        yield VisitFact("最近一次", (f"{words.short_day_and_weekday(found.day)} {found.hours}",))
    yield VisitFact("全程", (f"约 {showcase.minutes} 分钟",))
    yield VisitFact("每批", (f"至多 {opening.batch} 人",))
    yield VisitFact("预约", tuple(booking_words(opening)))
    yield VisitFact("集合处", (opening.meeting_point,))
    if showcase.approval is not None:
        yield VisitFact("更新日", (words.day(showcase.approval.on),))
        yield VisitFact("公开至", (words.day(showcase.approval.until),))


def access(there: GettingThere) -> tuple[tuple[str, str], ...]:
    """What there is on the way, each with 有, 无 or 不详."""
    answers = (there.steps, there.lift, there.toilet, there.seats, there.hearing)
    labels = (str(GettingThere.model_fields[name].alias) for name in _ACCESS)
    return tuple((label, answer.value) for label, answer in zip(labels, answers, strict=True))


def way_words(there: GettingThere) -> str:
    """How to get there in one sentence after another."""
    return f"{there.building}，{there.floor}；{there.door}。{there.last_metres.rstrip('。')}。"


def booking_words(opening: Opening) -> Iterator[str]:
    """How to come, and whom to ask."""
    contact = opening.contact
    if opening.mode is OpeningMode.OPEN:
        yield f"时段内直接来；有事问{contact.office}，{contact.post}"
    else:
        yield f"提前 {opening.notice_days} 天，向{contact.office}的{contact.post}约"
    if contact.landline is not None and contact.may_be_called:
        yield f"座机 {contact.landline}"
