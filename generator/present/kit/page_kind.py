"""`PageKind`: the declaration of one kind of record page.

A module that makes pages declares them in `PAGES`, where `registry` finds them.  Shells, tabs, the pages of a further
year, the contracts of snapshots, links and weight, and what the build asks for are derived from the declarations.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from generator.model.page import Page
from generator.model.record import Audience
from generator.model.record_file import Owner

EVERY_EDITION = frozenset(Audience)
JUDGED_EDITIONS = EVERY_EDITION - {Audience.PUBLIC}
"""The editions that show verdicts of single branches."""

PUBLIC_EDITION = frozenset({Audience.PUBLIC})

ID, YEAR, NUMBER = "{id}", "{year}/", "{number}"
"""Placeholders in the paths of a declaration: an id or slug, the folder of a further year, a count."""

_S = TypeVar("_S")


class Heading(NamedTuple):
    """A heading that every page of a kind has, in the order of the page; `editions` are those that show it."""

    level: int
    id: str
    text: str
    editions: frozenset[Audience] = EVERY_EDITION


class AspectHeadings(NamedTuple):
    """A heading for each aspect of the handbook: `aspect-1` …"""

    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind(Generic[_S]):
    """One kind of record page.

    `name` is what `Page.kind` says; two kinds may share it if no edition has both.  `about` tells in a few words what such a
    page holds, for its description.  `subject` is the class of what a
    page is about, and `make` gives the pages of one such object, none where it has none.  `paths` are the URL paths of
    such pages with placeholders, the first one shortest.  `tab` is the URL path of the prose page whose tab lights up.
    `headings` follow the page's H1, whose id is `page`.  `toc` is off for tables that need the whole width.  `shows`
    is whose registers stand on it row by row, `systems` are the plan's systems that it is made for
    (`model/plan_system.py`).
    """

    name: str
    about: str
    subject: type[_S]
    paths: tuple[str, ...]
    editions: frozenset[Audience]
    tab: str
    headings: tuple[Heading | AspectHeadings, ...]
    make: Callable[[_S], Iterable[Page]]
    toc: bool = True
    shows: Owner | None = None
    systems: tuple[str, ...] = ()
