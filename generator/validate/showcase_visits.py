"""What a visitor rests on: lengths, the story's headings, exhibits, route, opening and where photos stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.opening import complete
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record, Source
from generator.model.records.showcase import Showcase
from generator.model.records.showcase_visit import Opening, OpeningMode, Station
from generator.model.showcase_story import (
    COVER,
    GALLERY,
    LONGEST_STORY,
    REQUIRED_HEADINGS,
    STORY_HEADINGS,
    WAY,
    StorySection,
    story_length,
    story_of,
)

LONGEST_VISIT = 90
"""Minutes of a whole route."""

_FEWEST, _MOST = 3, 5
_TALK = ("交流", "座谈", "讨论", "问答", "聊")
"""Words by which a station is known to be the talk at the end."""


class _Limit(NamedTuple):
    field: str
    most: int


_LONGEST = (_Limit("why", 30), _Limit("summary", 300))
_LONGEST_CAPTION = 25


def check_visit(showcase: Showcase) -> Iterator[Problem]:
    """The Problems of the front matter that a visitor would notice."""
    for limit in _LONGEST:
        yield from _long(showcase, limit)
    for photo in showcase.photos:
        yield from _long(photo, _Limit("caption", _LONGEST_CAPTION))
    yield from _highlights(showcase)
    yield from _route(showcase, showcase.route)
    yield from _opening(showcase.opening)
    yield from _photo_places(showcase)


def story_problems(prose: str) -> Iterator[tuple[Problem, int]]:
    """The Problems of the prose, each with its line, counted from 1."""
    parts = story_of(prose)
    names = [part.heading for part in parts if part.heading]
    yield from _headings(parts)
    for missing in (name for name in REQUIRED_HEADINGS if name not in names):
        told = f"正文没有“{missing}”一节"
        yield report("W103", Source(), told, f"请补上“## {missing}”，照实写；没有的也写一句为什么没有。"), 1
    length = story_length(prose)
    if length > LONGEST_STORY:
        yield (
            report("W101", Source(), f"正文有 {length} 字，超过 {LONGEST_STORY} 字", "请删去看得到的、人人都一样的。"),
            1,
        )


def _headings(parts: Sequence[StorySection]) -> Iterator[tuple[Problem, int]]:
    last, order = -1, "、".join(STORY_HEADINGS)
    for part in parts:
        if part.heading and part.heading not in STORY_HEADINGS:
            message = f"正文的标题“{part.heading}”不在规定之内"
            yield report("W102", Source(), message, f"正文只用这些标题：{order}。"), part.line
        elif part.heading:
            at = STORY_HEADINGS.index(part.heading)
            if at <= last:
                yield report("W102", Source(), f"“{part.heading}”的次序不对", f"次序是：{order}。"), part.line
            last = max(last, at)


def _long(record: Record, limit: _Limit) -> Iterator[Problem]:
    text = str(getattr(record, limit.field) or "")
    if len(text) > limit.most:
        label = type(record).model_fields[limit.field].alias
        message = f"“{label}”有 {len(text)} 字，超过 {limit.most} 字"
        yield report("W101", record.where(limit.field), message, "请写得短些，细节留给正文和现场。")


def _highlights(showcase: Showcase) -> Iterator[Problem]:
    count, stations = len(showcase.highlights), {station.name for station in showcase.route}
    if not _FEWEST <= count <= _MOST:
        yield report("W104", showcase.where("highlights"), f"看点有 {count} 个", "请写三到五个，一个只说一件东西。")
    for row in showcase.highlights:
        if row.station not in stations:
            message = f"看点“{row.name}”的站点“{row.station}”不在路线里"
            yield report("W106", row.where("station"), message, f"路线里有：{'、'.join(sorted(stations))}。")


def _route(showcase: Showcase, route: Sequence[Station]) -> Iterator[Problem]:
    place = showcase.where("route")
    if not _FEWEST <= len(route) <= _MOST:
        yield report("W105", place, f"路线有 {len(route)} 站", "请定三到五站。")
    if showcase.minutes > LONGEST_VISIT:
        message = f"路线共 {showcase.minutes} 分钟，超过 {LONGEST_VISIT} 分钟"
        yield report("W105", place, message, "请减去一站，或缩短几站。")
    if route and not any(word in f"{route[-1].name}{route[-1].text}" for word in _TALK):
        message = f"路线的最后一站“{route[-1].name}”不是交流"
        yield report("W105", route[-1].where("name"), message, "请把最后一站留给交流：来的人问，主人答。")


def _opening(opening: Opening) -> Iterator[Problem]:
    for slot in opening.slots:
        if not complete(slot):
            hint = "请写全：每: 周、星期；或每: 月、第、星期；或日期；自早于至。"
            yield report("W108", slot.where("since"), "这一个开放时段没有写全", hint)
    contact = opening.contact
    if contact.landline is not None and not contact.may_be_called:
        message = "联系的座机没有写明本单位已经公开，或者不是座机的写法"
        yield report(
            "W109", contact.where("landline"), message, "号码是座机、已经公开的，补写“座机已公开: 是”；否则删去。"
        )
    if (opening.mode is OpeningMode.PAUSED) != (opening.pause is not None):
        told = "方式是暂停，没有写说明" if opening.pause is None else "写了暂停的说明，方式不是暂停"
        yield report("W110", opening.where("mode"), told, "请两处写成一致：方式: 暂停，暂停: {说明: …, 至: …}。")


def _photo_places(showcase: Showcase) -> Iterator[Problem]:
    known = (COVER, *STORY_HEADINGS, *(station.name for station in showcase.route), WAY, GALLERY)
    for photo in showcase.photos:
        if photo.place not in known:
            message = f"照片“{photo.file}”放在“{photo.place}”，没有这个地方"
            yield report("W107", photo.where("place"), message, f"可以放在：{'、'.join(known)}。")
