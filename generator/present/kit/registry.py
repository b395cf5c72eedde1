"""What the modules of this room declare, found by importing all of them: page kinds, and who fills slots and values."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from generator.model.page import Page
from generator.model.record import Audience
from generator.present.kit.page_kind import PageKind

_ROOM = "generator.present"


@cache
def page_kinds() -> tuple[PageKind[Any], ...]:
    """Every declared page kind (`PAGES`), in the order of their paths: a page stands before those below it."""
    return tuple(sorted((kind for module in _modules() for kind in getattr(module, "PAGES", ())), key=_path))


def pages_about(subject: object, audience: Audience) -> Iterator[Page]:
    """Every page about `subject` in the edition of `audience`."""
    for kind in _kinds().get((type(subject), audience), ()):
        yield from kind.make(subject)


@cache
def register_kinds(audience: Audience) -> frozenset[str]:
    """The names of the kinds of page on which registers stand row by row in the edition of `audience`."""
    return frozenset(kind.name for kind in page_kinds() if kind.shows is not None and audience in kind.editions)


@cache
def slot_fillers() -> Mapping[str, Callable[..., str]]:
    """Who fills each slot (`SLOTS`)."""
    return _united("SLOTS")


@cache
def value_fillers() -> Mapping[str, Callable[..., str]]:
    """Who works out each value (`VALUES`)."""
    return _united("VALUES")


@cache
def block_fillers() -> Mapping[str, Callable[..., str]]:
    """Who makes the Markdown of each block (`BLOCKS`)."""
    return _united("BLOCKS")


@cache
def _kinds() -> Mapping[tuple[type, Audience], tuple[PageKind[Any], ...]]:
    """The kinds of each subject and edition, in one look: thousands of branches ask."""
    found: dict[tuple[type, Audience], tuple[PageKind[Any], ...]] = {}
    for kind in page_kinds():
        for audience in kind.editions:
            found[kind.subject, audience] = (*found.get((kind.subject, audience), ()), kind)
    return found


@cache
def _modules() -> tuple[ModuleType, ...]:
    found = pkgutil.walk_packages(import_module(_ROOM).__path__, f"{_ROOM}.")
    return tuple(import_module(row.name) for row in found if not row.ispkg)


def _path(kind: PageKind[Any]) -> str:
    return kind.paths[0]


def _united(name: str) -> dict[str, Callable[..., str]]:
    """The mappings of that name of all modules as one; no key may stand in two of them."""
    united: dict[str, Callable[..., str]] = {}
    for module in _modules():
        for key, filler in getattr(module, name, {}).items():
            if united.setdefault(key, filler) is not filler:
                raise ValueError(f"{module.__name__}.{name}: {key} has a filler already")
    return united
