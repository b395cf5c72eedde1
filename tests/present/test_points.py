"""Observation points in lists: states, steps, order, half days, and the way from a standard to who shows it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.model.index import Index, ShowcaseEntry
from generator.model.kinds import BranchKind
from generator.model.placeholders import Slot
from generator.model.record import Audience
from generator.model.records.showcase_visit import GettingThere, Opening, Presence
from generator.model.standard_set import StandardSet
from generator.present.committee.views import institution_pages
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.showcase.cards import PointCard, point_card, step_free
from generator.present.showcase.leaflets import leaflets
from generator.present.showcase.sheets import half_days

MakeSite = Callable[..., Site]

_CONTACT = {"部门": "图书馆办公室", "职务": "组织委员"}
_FRIDAY = {"每": "周", "星期": "五", "自": "14:30", "至": "16:00"}


def opening(*slots: dict[str, Any], **more: Any) -> Opening:
    base = {"方式": "预约", "每批人数": "10", "提前几天": "3", "联系": _CONTACT, "集合处": "大厅"}
    return Opening.model_validate({**base, "时段": list(slots or (_FRIDAY,)), **more})


def with_(entry: ShowcaseEntry, **changed: Any) -> ShowcaseEntry:
    return replace(entry, showcase=entry.showcase.model_copy(update=changed))


@pytest.fixture
def entry(index: Index) -> ShowcaseEntry:
    return index.showcases[0]


def card(site: Site, entry: ShowcaseEntry, **changed: Any) -> PointCard:
    return point_card(site, with_(entry, **changed), "showcases/")


@pytest.mark.parametrize(
    ("given", "mode", "next_", "pause"),
    [
        (opening(方式="开放"), "开放", "11月29日（星期五）14:30—16:00", ""),
        (opening(), "预约", "11月29日（星期五）14:30—16:00", ""),
        (opening({"日期": "2019-11-25", "自": "09:00", "至": "10:00"}), "预约", "11月25日（星期一）09:00—10:00", ""),
        (opening({"日期": "2019-11-24", "自": "09:00", "至": "10:00"}), "预约", "", ""),
        (opening(方式="暂停", 暂停={"说明": "搬家"}), "暂停", "", "搬家"),
        (opening(方式="暂停", 暂停={"说明": "搬家", "至": "2019-11-25"}), "暂停", "", "搬家"),
        (
            opening(方式="暂停", 暂停={"说明": "搬家", "至": "2019-11-24"}),
            "预约",
            "11月29日（星期五）14:30—16:00",
            "",
        ),
    ],
    ids=["open", "by appointment", "today", "over", "paused", "last day of the pause", "pause over"],
)
def test_the_state_of_a_point_on_the_day(
    make_site: MakeSite, entry: ShowcaseEntry, given: Opening, mode: str, next_: str, pause: str
) -> None:
    made = card(make_site(), entry, opening=given)
    assert (made.state.mode.value, made.next, made.pause) == (mode, next_, pause)


@pytest.mark.parametrize(
    ("until", "state", "hours"),
    [("2019-11-25", "暂停参观", ("搬家",)), ("2019-11-24", "参观须预约", ("每周五 14:30—16:00",))],
)
def test_a_door_sign_says_paused_as_long_as_the_pause_lasts(
    make_site: MakeSite, entry: ShowcaseEntry, until: str, state: str, hours: tuple[str, ...]
) -> None:
    given = opening(方式="暂停", 暂停={"说明": "搬家", "至": until})
    sign = leaflets(make_site(), with_(entry, opening=given), "", {}).sign
    assert sign is not None
    assert (sign.state, sign.hours) == (state, hours)


@pytest.mark.parametrize(
    ("steps", "on_the_way", "lift", "told"),
    [
        ("无", "无", "无", "全程无台阶"),
        ("有", "无", "有", "有台阶，有电梯"),
        ("无", "有", "无", "有台阶，没有电梯"),
        ("有", "不详", "不详", "有台阶，电梯不详"),
        ("无", "不详", "有", "台阶不详"),
        ("不详", "无", "有", "台阶不详"),
    ],
)
def test_the_way_is_free_of_steps_only_where_every_part_is(
    entry: ShowcaseEntry, steps: str, on_the_way: str, lift: str, told: str
) -> None:
    there: GettingThere = entry.showcase.getting_there
    way = there.model_copy(update={"steps": Presence(steps), "lift": Presence(lift)})
    route = tuple(row.model_copy(update={"steps": Presence.ABSENT}) for row in entry.showcase.route)
    route = (*route[:-1], route[-1].model_copy(update={"steps": Presence(on_the_way)}))
    assert step_free(with_(entry, getting_there=way, route=route).showcase) == told


def other(index: Index, entry: ShowcaseEntry, **changed: Any) -> ShowcaseEntry:
    """The showcase of the second branch."""
    second = index.committees[0].branches[1]
    return with_(replace(entry, branch=second), title="另一处", **changed)


def test_half_days_are_those_on_which_two_points_are_open(
    make_site: MakeSite, index: Index, entry: ShowcaseEntry
) -> None:
    morning, evening = (
        {**_FRIDAY, "自": since, "至": until} for since, until in (("09:00", "10:00"), ("18:00", "19:00"))
    )
    first = with_(entry, opening=opening(_FRIDAY, morning))
    for slots, expected in (
        ((_FRIDAY,), ["11月29日（星期五） 下午", "12月6日（星期五） 下午"]),
        ((evening,), []),
        ((morning, {**_FRIDAY, "自": "17:59"}), ["11月29日（星期五） 上午", "12月6日（星期五） 上午"]),
    ):
        second = other(index, entry, opening=opening(*slots))
        site = make_site(index=replace(index, showcases=(first, second)))
        cards = [point_card(site, each, "points/route/") for each in site.index.showcases]
        assert [f"{row.day} {row.half}" for row in half_days(site, cards)][:2] == expected


def of_standard(site: Site, number: str) -> str:
    path = f"standards/{number.replace('.', '-')}/"
    return fill(SlotContext(site=site, path=path, meta={"编号": number}), Slot.STANDARD_POINTS)


def test_a_standard_leads_to_who_shows_it_and_says_where_nobody_does(make_site: MakeSite) -> None:
    site = make_site(Audience.PUBLIC)
    assert 'href="../../showcases/cs-1/index.html"' in of_standard(site, "3.1")
    assert "每周四 14:30—16:30" in of_standard(site, "3.1")
    assert "还没有展示这一项的观摩点" in of_standard(site, "4.1")
    assert of_standard(site, "2.5") == ""
    assert "还没有" in of_standard(replace(site, index=replace(site.index, showcases=())), "3.1")


def test_a_point_shows_the_standard_of_its_own_set(
    make_site: MakeSite, standard_set: StandardSet, entry: ShowcaseEntry
) -> None:
    """A branch of students is judged by another set, whose 3.1 is not that of the main one."""
    kinds = {BranchKind.STUDENTS}
    main = replace(standard_set, kinds=tuple(kind for kind in BranchKind if kind not in kinds))
    changed = tuple(row.model_copy(update={"name": "另一个"}) for row in standard_set.standards)
    further = replace(standard_set, id="xs", name="学生", kinds=tuple(kinds), standards=changed)
    site = make_site(sets=(main, further))
    shown = "把组织生活开在实验室旁"
    assert shown in of_standard(site, "3.1")
    assert shown not in fill(
        SlotContext(site=site, path="standards/xs/3-1/", meta={"编号": "3.1"}), Slot.STANDARD_POINTS
    )


def test_the_order_is_that_of_the_register(make_site: MakeSite, index: Index, entry: ShowcaseEntry) -> None:
    for rows in ((entry, other(index, entry)), (other(index, entry), entry)):
        text = fill(
            SlotContext(site=make_site(index=replace(index, showcases=rows)), path="showcases/"), Slot.SHOWCASES
        )
        assert re.findall(r'<li class="zb-point" id="([\w-]+)"', text) == [row.branch.id for row in rows]
        assert "按台账次序排列" in text


def test_every_standard_is_either_shown_by_a_point_or_told_to_be_lacking(make_site: MakeSite) -> None:
    site = make_site(Audience.PUBLIC)
    text = fill(SlotContext(site=site, path="showcases/"), Slot.SHOWCASES_BY_NEED)
    shown = re.findall(r'rowgroup" rowspan="1"><a [^>]*>(\S+) ', text)
    lacking = re.findall(r">(\d\.\d) ", text[text.index("<details>") : text.index("</details>")])
    assert sorted(shown + lacking) == ["1.1", "3.1", "3.5", "4.1"]


def test_the_printed_list_has_no_hours(make_site: MakeSite, index: Index) -> None:
    pages = {page.kind: page.body for page in institution_pages(make_site(Audience.PUBLIC), ())}
    assert re.findall(r"\d+:\d\d", pages["points-list"]) == []
    assert "2019年11月25日的名单" in pages["points-list"]
    bare = make_site(Audience.PUBLIC, index=replace(index, showcases=()))
    assert {page.kind for page in institution_pages(bare, ())} & {"points-list", "points-route"} == set()


def test_a_day_far_ahead_is_not_on_the_sheet(make_site: MakeSite, index: Index, entry: ShowcaseEntry) -> None:
    def halves(day: date) -> int:
        slot = {"日期": day.isoformat(), "自": "09:00", "至": "10:00"}
        rows = (with_(entry, opening=opening(slot)), other(index, entry, opening=opening(slot)))
        site = make_site(index=replace(index, showcases=rows))
        return len(list(half_days(site, [point_card(site, each, "") for each in rows])))

    assert (halves(date(2020, 1, 20)), halves(date(2020, 1, 21))) == (1, 0)
