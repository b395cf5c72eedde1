"""时候: what readers are about to do, on the home page as cards and on a page of its own step by step."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.page import path_of_markdown
from generator.model.placeholders import Block, Slot
from generator.model.records.moments import Moment, MomentStep
from generator.present.kit.exact import plain
from generator.present.kit.left_out import is_left_out
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import MOMENTS, markdown_file, url


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentCard:
    """A moment on the home page: where it is told step by step, and what each step leads to."""

    name: str
    target: str
    steps: tuple[tuple[str, str], ...]


def _cards(at: SlotContext) -> str:
    """The moments as cards; nothing where none is declared."""
    cards = [_card(at, row) for row in at.site.moments.moments]
    return render("prose_pages/home_moments", cards=cards)


def _card(at: SlotContext, row: Moment) -> MomentCard:
    kept = (step for step in row.steps if not is_left_out(at.site, step.page.partition("#")[0]))
    return MomentCard(
        name=row.name,
        target=url(at.path, MOMENTS, row.id),
        steps=tuple((step.what, _target(at.path, step)) for step in kept),
    )


def _target(path: str, step: MomentStep) -> str:
    page, _, place = step.page.partition("#")
    return url(path, path_of_markdown(page), place)


def _page(site: Site, path: str) -> str:
    """A heading each, with its steps in order, as Markdown: MkDocs looks at its links like at any other."""
    folder = posixpath.dirname(markdown_file(path))
    return "\n\n".join(line for row in site.moments.moments for line in _section(row, folder))


def _section(row: Moment, folder: str) -> Iterator[str]:
    yield f"## {plain(row.name)} {{#{row.id}}}"
    yield "\n".join(f"1. [{plain(step.what)}]({_relative(step.page, folder)})" for step in row.steps)


def _relative(page: str, folder: str) -> str:
    name, mark, place = page.partition("#")
    return f"{posixpath.relpath(name, folder or '.')}{mark}{place}"


SLOTS = {Slot.HOME_MOMENTS: _cards}
BLOCKS = {Block.MOMENTS: _page}
