"""Observation points (观摩点) in lists: what a visitor chooses by, the same on every page that lists them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import words
from generator.model.index import ShowcaseEntry
from generator.model.opening import OpenDay, next_open_day, slot_words
from generator.model.records.showcase import Showcase
from generator.model.records.showcase_visit import OpeningMode, Presence
from generator.present.kit.catalogue import StandardView
from generator.present.kit.pictures import PictureOnPage, picture_on
from generator.present.kit.site import Site
from generator.present.kit.urls import showcase_path, url
from generator.present.showcase.opening_state import OpeningState, opening_state


@dataclass(frozen=True, slots=True, kw_only=True)
class PointCard:
    """One point in a list.

    `id` is its place on the list of all points, to which signs and posters lead; `standards` are label and address of each,
    `ids` their numbers; `next` is its next open day, empty while it is paused; `pause` is why, in one sentence.
    """

    id: str
    title: str
    why: str
    branch: str
    kind: str
    committee: str
    target: str
    picture: PictureOnPage | None
    standards: tuple[tuple[str, str], ...]
    ids: tuple[str, ...]
    honours: tuple[str, ...]
    minutes: int
    batch: int
    state: OpeningState
    next: str
    pause: str
    slots: tuple[str, ...]
    place: str
    steps: str
    booking: str


def point_cards(site: Site, path: str) -> list[PointCard]:
    """Every point that this edition shows, in the order of the register, for the page at `path`."""
    return [point_card(site, entry, path) for entry in site.index.showcases]


def point_card(site: Site, entry: ShowcaseEntry, path: str) -> PointCard:
    """One point, for the page at `path`."""
    branch, showcase = entry.branch, entry.showcase
    opening = showcase.opening
    state = opening_state(opening, site.as_of)
    return PointCard(
        id=branch.id,
        title=showcase.title,
        why=showcase.why,
        branch=branch.called(site.as_of),
        kind=branch.kind.value,
        committee=site.committee_names.get(branch.committee, ""),
        target=url(path, showcase_path(branch.id)),
        picture=picture_on(path, entry, showcase.photos[0]) if showcase.photos else None,
        standards=site.catalogue_for(branch.kind).links(showcase.standards, path),
        ids=showcase.standards,
        honours=tuple(f"{row.level}{row.name}（{row.state}）" for row in showcase.honours),
        minutes=showcase.minutes,
        batch=opening.batch,
        state=state,
        next=""
        if state.mode is OpeningMode.PAUSED
        else _said(next_open_day(opening, site.as_of, site.institution.holidays)),
        pause=state.pause,
        slots=tuple(map(slot_words, opening.slots)),
        place=f"{showcase.getting_there.building}，{showcase.getting_there.floor}",
        steps=step_free(showcase),
        booking=f"{opening.contact.office}，{opening.contact.post}",
    )


def step_free(showcase: Showcase) -> str:
    """Whether the whole way can be made without steps; that nobody has looked is told, too."""
    there = showcase.getting_there
    on_the_way = (there.steps, *(station.steps for station in showcase.route))
    if Presence.PRESENT in on_the_way:
        return f"有台阶，{'有电梯' if there.lift is Presence.PRESENT else '没有电梯' if there.lift is Presence.ABSENT else '电梯不详'}"
    return "台阶不详" if Presence.UNKNOWN in on_the_way else "全程无台阶"


def points_showing(site: Site, view: StandardView) -> Iterator[ShowcaseEntry]:
    """The points that show a standard, of the set by which each one's branch is judged."""
    for entry in site.index.showcases:
        known = site.catalogue_for(entry.branch.kind).standards
        if any(known.get(id) is view for id in entry.showcase.standards):
            yield entry


def _said(found: OpenDay | None) -> str:
    return f"{words.short_day_and_weekday(found.day)}{found.hours}" if found else ""
