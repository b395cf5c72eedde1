"""Two sheets of paper for visitors: the list of all points without hours, and a route over two or three on a half day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from generator.model import words
from generator.model.opening import open_days
from generator.model.page import Page
from generator.present.committee.views import InstitutionView
from generator.present.kit.page_kind import EVERY_EDITION, Heading, PageKind
from generator.present.kit.school_urls import POINTS_LIST, POINTS_ROUTE, ROUTE_SCRIPT
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import SHOWCASES, open_days_file, root, url
from generator.present.showcase.cards import PointCard, point_cards

_AHEAD = timedelta(weeks=8)
_MOST = 40
"""Half days on the route sheet."""
_PARTS = (("12:00", "上午"), ("18:00", "下午"), ("24:00", "晚上"))
"""The parts of a day, by when they end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfDay:
    """A half day on which several points are open, each with its hours."""

    day: str
    half: str
    points: tuple[tuple[PointCard, str], ...]


def _list(view: InstitutionView) -> Iterator[Page]:
    site, path = view.site, POINTS_LIST
    if cards := point_cards(site, path):
        title = "观摩点一览表"
        day = words.day(site.as_of)
        body = render(
            "showcase/list",
            title=title,
            edition=site.edition,
            day=day,
            back=url(path, SHOWCASES),
            calendar=url(path, open_days_file()),
            cards=cards,
        )
        yield Page(path=path, kind="points-list", title=title, body=body)


def _route(view: InstitutionView) -> Iterator[Page]:
    site, path = view.site, POINTS_ROUTE
    if cards := point_cards(site, path):
        title = "半天路线单"
        body = render(
            "showcase/route",
            title=title,
            edition=site.edition,
            back=url(path, SHOWCASES),
            cards=cards,
            halves=list(half_days(site, cards))[:_MOST],
            until=words.day(site.as_of + _AHEAD),
            script=f"{root(path)}{ROUTE_SCRIPT}",
        )
        yield Page(path=path, kind="points-route", title=title, body=body)


PAGES = (
    PageKind(
        name="points-list",
        about="各观摩点一览：地点、时段、看什么、怎么约",
        subject=InstitutionView,
        paths=(POINTS_LIST,),
        editions=EVERY_EDITION,
        tab=SHOWCASES,
        headings=(Heading(2, "points", "观摩点"),),
        make=_list,
        systems=("Y34",),
    ),
    PageKind(
        name="points-route",
        about="半天看两三个观摩点的路线单",
        subject=InstitutionView,
        paths=(POINTS_ROUTE,),
        editions=EVERY_EDITION,
        tab=SHOWCASES,
        headings=(Heading(2, "days", "哪个半天"), Heading(2, "points", "看哪几处"), Heading(2, "sheet", "路线单")),
        make=_route,
        systems=("Y34",),
    ),
)


def half_days(site: Site, cards: list[PointCard]) -> Iterator[HalfDay]:
    """The half days of the next weeks on which at least two points are open, in their order."""
    by_id = {card.id: card for card in cards}
    found: dict[tuple[str, str, str], list[tuple[PointCard, str]]] = {}
    for entry in site.index.showcases:
        opening = entry.showcase.opening
        for each in open_days(opening, site.as_of, site.as_of + _AHEAD, site.institution.holidays):
            half = next(name for end, name in _PARTS if each.since < end)
            day = words.short_day_and_weekday(each.day)
            row = (by_id[entry.branch.id], each.hours)
            found.setdefault((each.day.isoformat(), day, half), []).append(row)
    for key in sorted(found, key=lambda key: (key[0], min(hours for _, hours in found[key]))):
        if len(found[key]) > 1:
            yield HalfDay(day=key[1], half=key[2], points=tuple(found[key]))
