"""预约回执: what a visitor gets once the visit is agreed: day, hours, meeting point and room, which no page tells."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import words
from generator.model.coming_visit import BookedVisit
from generator.model.index import ShowcaseEntry
from generator.model.paper import Paper, PaperLook, PaperText, TextLook, facts
from generator.present.kit.site import Site
from generator.present.kit.urls import landing_address
from generator.present.showcase.facts import COMMON_RULES, access, way_words

_TITLE = "观摩预约回执"
_BEFORE = "请带上本支部的两三个缺口和观摩记录单；每一站都可以问，也可以翻看样例。不用写体会文章，“没有可学的”也是结果。"


def booking_receipt(site: Site, entry: ShowcaseEntry, visit: BookedVisit, site_url: str) -> Paper:
    """The receipt on one sheet, signed by nobody: it names offices only."""
    rules = "；".join((*COMMON_RULES, *entry.showcase.rules))
    address = landing_address(site_url, entry.branch.id)
    blocks = (
        PaperText(_TITLE, TextLook.TITLE),
        PaperText(f"{visit.visitor}：", TextLook.PLAIN),
        PaperText("你们来观摩的预约已经安排好，请按下表前来。"),
        facts(tuple(_rows(entry, visit)), 9.0),
        PaperText("来之前", TextLook.HEADING),
        PaperText(_BEFORE),
        PaperText("参观须知", TextLook.HEADING),
        PaperText(f"{rules}。"),
        PaperText(f"改期、取消，请尽早告知；与网页不同的，以网页为准。{address}", TextLook.NOTE),
        PaperText(entry.branch.name, TextLook.RIGHT),
        PaperText(words.day(site.as_of), TextLook.RIGHT),
    )
    return Paper(_TITLE, blocks, PaperLook.SHEET)


def _rows(entry: ShowcaseEntry, visit: BookedVisit) -> Iterator[tuple[str, str]]:
    showcase, there = entry.showcase, entry.showcase.getting_there
    opening, contact = showcase.opening, showcase.opening.contact
    number = f"，座机 {contact.landline}" if contact.may_be_called else ""
    yield "观摩点", f"{entry.branch.name}：{showcase.title}"
    yield "日期", words.day_and_weekday(visit.day)
    yield "时间", f"{visit.since}—{visit.until}，全程约 {showcase.minutes} 分钟；请提前 10 分钟到"
    yield "集合处", opening.meeting_point
    if opening.room is not None:
        yield "房间", opening.room
    yield "人数", f"{visit.people} 人（每批至多 {opening.batch} 人）"
    yield "有事找", f"{contact.office}，{contact.post}{number}"
    yield "路线", " → ".join(f"{row.name}（{row.minutes} 分钟）" for row in showcase.route)
    yield "怎么到", way_words(there)
    yield "沿途", "　".join(f"{name}：{told}" for name, told in access(there))
