"""结对共建 of a year, committee by committee; in the public edition the approved ones only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import words
from generator.model.page import Page
from generator.model.records.committee_work import Pairing
from generator.model.records.unit_register import unit_registers
from generator.present.committee.views import InstitutionView
from generator.present.kit.page_kind import EVERY_EDITION, NUMBER, YEAR, Heading, PageKind
from generator.present.kit.pager import ListPart, list_parts
from generator.present.kit.publication import publication_note
from generator.present.kit.school_urls import pairings_path
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.units import branch_links, pairings_of
from generator.present.kit.urls import SHOWCASES, part_path, url

_MOST = 100
"""Pairings on a page."""

_Kept = tuple[str, Pairing]
"""A committee's name and a pairing in its register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairingBlock:
    """One pairing as a page shows it."""

    anchor: str
    committee: str
    partner: str
    branches: Markup
    days: str
    done: tuple[tuple[str, str], ...]
    note: str


def _pages(view: InstitutionView) -> Iterator[Page]:
    """Those of each year of which this edition has any."""
    years = {year for entry in view.site.index.committees for year in unit_registers(entry.further)}
    for year in sorted(years | {view.site.year}, reverse=True):
        site = view.site.of(year)
        if kept := list(pairings_of(site)):
            yield from (_page(site, part) for part in list_parts(kept, _MOST))


def _page(site: Site, part: ListPart[_Kept]) -> Page:
    first = pairings_path(site.year_folder)
    path, title = part.path(first), part.title(f"{site.year}年结对共建")
    body = render(
        "school/pairings",
        title=title,
        edition=site.edition,
        back=url(path, SHOWCASES),
        rows=[_block(site, name, row, path) for name, row in part.rows],
        pages=part.links(first),
    )
    return Page(path=path, kind="pairings", title=title, body=body)


PAGES = (
    PageKind(
        name="pairings",
        about="党支部结对共建：和谁结对、办了哪几次",
        subject=InstitutionView,
        paths=(pairings_path(), pairings_path(YEAR), part_path(pairings_path(), NUMBER)),
        editions=EVERY_EDITION,
        tab=SHOWCASES,
        headings=(Heading(2, "pairings", "结对"),),
        make=_pages,
        systems=("Y33",),
    ),
)


def _block(site: Site, committee: str, row: Pairing, path: str) -> PairingBlock:
    until = f"至{words.day(row.until)}" if row.until else "起"
    return PairingBlock(
        anchor=row.id,
        committee=committee,
        partner=row.partner,
        branches=branch_links(site, row.branches, path),
        days=f"{words.day(row.since)}{until}",
        done=tuple((words.day(each.on), each.text) for each in row.days if each.on <= site.as_of),
        note=publication_note(site, row),
    )
