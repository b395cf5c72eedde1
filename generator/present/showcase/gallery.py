"""The list of observation points: cards, the same sorted by what is sought, and on the home page the first few."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.model.placeholders import Slot
from generator.present.kit.catalogue import StandardView
from generator.present.kit.school_urls import (
    POINTS_LIST,
    POINTS_ROUTE,
    POINTS_SCRIPT,
    honours_path,
    pairings_path,
    projects_path,
)
from generator.present.kit.slots import SlotContext, standard_of_page
from generator.present.kit.templates import render
from generator.present.kit.units import has_honours, has_projects, pairings_of
from generator.present.kit.urls import SHOWCASES, open_days_file, root, url
from generator.present.showcase.cards import PointCard, point_card, point_cards, points_showing

_ON_HOME = 3
"""Points that the home page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointGroup:
    """Points that have something in common; `target` is the page about that, where there is one."""

    name: str
    target: str
    points: tuple[PointCard, ...]


def _all(at: SlotContext) -> str:
    """Every point as a card, in the order of the register; what leads to other lists."""
    site, path = at.site, at.path
    return render(
        "showcase/gallery",
        cards=point_cards(site, path),
        script=f"{root(path)}{POINTS_SCRIPT}",
        more=list(_more(at)),
        home=False,
    )


def _on_home(at: SlotContext) -> str:
    """The first few of them, and the way to all."""
    cards = point_cards(at.site, at.path)
    return render("showcase/gallery", cards=cards[:_ON_HOME], total=len(cards), all=url(at.path, SHOWCASES), home=True)


def _sorted_by_need(at: SlotContext) -> str:
    """The points by standard, committee, kind and honour: plain sections, for a reader without scripts and on paper."""
    site, path = at.site, at.path
    cards = point_cards(site, path)
    shown = {view for card in cards for view in _views(at, card)}
    lacking = [
        view for _, _, view in site.standards if view not in shown and not view.withheld and not view.inapplicable
    ]
    return render(
        "showcase/by_need",
        standards=list(_by_standard(at, cards)),
        lacking=[(f"{view.id} {view.name}", url(path, view.path)) for view in lacking] if cards else [],
        groups=[
            ("按基层党委", list(_grouped(cards, lambda card: (card.committee,)))),
            ("按支部类型", list(_grouped(cards, lambda card: (card.kind,)))),
            ("按荣誉", list(_grouped(cards, lambda card: card.honours))),
        ]
        if cards
        else [],
    )


def _of_standard(at: SlotContext) -> str:
    """On a standard's own page: the points that show it, with their hours; that there is none is told as well."""
    view = standard_of_page(at).view
    if view.withheld or view.inapplicable:
        return ""
    points = [point_card(at.site, entry, at.path) for entry in points_showing(at.site, view)]
    return render("showcase/of_standard", points=points, all=url(at.path, SHOWCASES))


SLOTS = {
    Slot.STANDARD_POINTS: _of_standard,
    Slot.SHOWCASES: _all,
    Slot.SHOWCASES_BY_NEED: _sorted_by_need,
    Slot.HOME_SHOWCASES: _on_home,
}


def _more(at: SlotContext) -> Iterator[tuple[str, str]]:
    """Other lists that this edition has."""
    site, path = at.site, at.path
    if site.whole and site.index.showcases:
        yield "打印一览表", url(path, POINTS_LIST)
        yield "半天路线单", url(path, POINTS_ROUTE)
        yield "开放日历（.ics）", url(path, open_days_file())
    if has_honours(site):
        yield f"{site.year}年度荣誉", url(path, honours_path())
    if has_projects(site):
        yield f"{site.year}年主题立项", url(path, projects_path())
    if any(pairings_of(site)):
        yield f"{site.year}年结对共建", url(path, pairings_path())


def _views(at: SlotContext, card: PointCard) -> Iterator[StandardView]:
    known = at.site.catalogue_for(at.site.branches[card.id].kind).standards
    return (known[id] for id in card.ids if id in known)


def _by_standard(at: SlotContext, cards: Iterable[PointCard]) -> Iterator[PointGroup]:
    """The standards that any point shows, in the order of the handbook, each with its points."""
    found: dict[StandardView, list[PointCard]] = {}
    for card in cards:
        for view in _views(at, card):
            found.setdefault(view, []).append(card)
    for view in sorted(found, key=lambda view: [int(part) for part in view.id.split(".")]):
        name = f"{view.id} {view.name}{f'（{view.set_name}）' if view.set_name else ''}"
        yield PointGroup(name=name, target=url(at.path, view.path), points=tuple(found[view]))


def _grouped(cards: Iterable[PointCard], keys: Callable[[PointCard], Iterable[str]]) -> Iterator[PointGroup]:
    """The points by what they have in common, groups and points in the order of the register."""
    found: dict[str, list[PointCard]] = {}
    for card in cards:
        for key in keys(card):
            found.setdefault(key, []).append(card)
    yield from (PointGroup(name=name, target="", points=tuple(rows)) for name, rows in found.items())
