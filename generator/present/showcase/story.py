"""The story of a showcase with its pictures: each photo stands where it belongs."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model.index import ShowcaseEntry
from generator.model.showcase_story import COVER, STORY_HEADINGS, WAY, story_of
from generator.present.kit.exact import harmless
from generator.present.kit.pictures import PictureOnPage, picture_on

_ANCHORS = dict(
    zip(STORY_HEADINGS, ("start", "practice", "steps", "costs", "results", "unfinished", "suits"), strict=True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPart:
    """One part of the story: heading and anchor, its Markdown, and the photos that stand in it."""

    heading: str
    anchor: str
    text: Markup
    figures: tuple[PictureOnPage, ...]


def figures_at(entry: ShowcaseEntry, path: str, *places: str) -> tuple[PictureOnPage, ...]:
    """The photos that stand in these places, in the order of the record."""
    photos = (photo for photo in entry.showcase.photos if photo.place in places)
    return tuple(picture_on(path, entry, photo) for photo in photos)


def left_over(entry: ShowcaseEntry, path: str) -> tuple[PictureOnPage, ...]:
    """The photos that stand nowhere else on the page."""
    parts = (part.heading for part in story_of(entry.prose) if part.heading)
    shown = {COVER, WAY, *parts, *(station.name for station in entry.showcase.route)}
    places = {photo.place for photo in entry.showcase.photos} - shown
    return figures_at(entry, path, *places)


def story(entry: ShowcaseEntry, path: str) -> tuple[StoryPart, ...]:
    """The prose, part by part.  It keeps its Markdown; whatever else it holds is text."""
    return tuple(
        StoryPart(
            heading=part.heading,
            anchor=_ANCHORS.get(part.heading, ""),
            text=Markup(harmless(part.text)),  # noqa: S704 - Markdown, of which nothing is HTML now
            figures=figures_at(entry, path, part.heading) if part.heading else (),
        )
        for part in story_of(entry.prose)
    )
