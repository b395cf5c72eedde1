"""观摩记录有无: which branches noted a visit and which points received one, by the notes of the visiting branches.

Of a note it shows from where, to where, when and how many people; what it says is the visiting branch's own.  Nothing is
ranked: branches stand in the order of the roster.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import words
from generator.model.noted_visit import NotedVisit
from generator.model.page import Page
from generator.present.committee.views import InstitutionView
from generator.present.kit.page_kind import JUDGED_EDITIONS, Heading, PageKind
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import COMMITTEES, VISITS_NOTED, branch_path, url

_QUARTERS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedRow:
    """One 观摩点: visits noted in each quarter, and who came, each with day and number of people."""

    name: str
    target: str
    quarters: tuple[int, ...]
    guests: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WentRow:
    """One committee: the names of its branches that noted a visit, and of those that did not."""

    name: str
    noted: str
    bare: str


def _pages(view: InstitutionView) -> Iterator[Page]:
    site = view.site
    visits = [visit for total in view.totals for visit in total.noted]
    title = f"{site.year}年观摩记录有无"
    body = render(
        "school/visits_noted",
        title=title,
        edition=site.edition,
        received=tuple(_received(site, visits)),
        went=tuple(_went(site, {visit.guest for visit in visits})),
    )
    yield Page(path=VISITS_NOTED, kind="visits-noted", title=title, body=body)


PAGES = (
    PageKind(
        name="visits-noted",
        about="观摩记录单交了没有：谁去过、谁接待过",
        subject=InstitutionView,
        paths=(VISITS_NOTED,),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=(Heading(2, "received", "接待"), Heading(2, "went", "去看")),
        make=_pages,
        systems=("Y35",),
    ),
)


def _received(site: Site, visits: Sequence[NotedVisit]) -> Iterator[ReceivedRow]:
    """Every 观摩点, and every other branch that somebody went to, in the order of the roster."""
    by_host: dict[str, list[NotedVisit]] = {}
    for visit in sorted(visits, key=lambda row: (row.on, row.guest)):
        by_host.setdefault(visit.host, []).append(visit)
    for branch in site.index.branches():
        rows = by_host.get(branch.id, [])
        if rows or branch.id in site.showcases:
            counted = Counter((row.on.month - 1) // 3 for row in rows)
            yield ReceivedRow(
                name=branch.name,
                target=url(VISITS_NOTED, branch_path(branch.id)),
                quarters=tuple(counted[at] for at in range(_QUARTERS)),
                guests=tuple(_guest(site, row) for row in rows),
            )


def _guest(site: Site, row: NotedVisit) -> str:
    entry = site.branches.get(row.guest)
    return f"{words.short_day(row.on)}，{entry.name if entry else row.guest}，{row.people} 人"


def _went(site: Site, guests: set[str]) -> Iterator[WentRow]:
    for entry in site.index.committees:
        named: Mapping[bool, list[str]] = {True: [], False: []}
        for branch in entry.living(site.as_of):
            named[branch.id in guests].append(branch.name)
        yield WentRow(name=entry.committee.name, noted="、".join(named[True]), bare="、".join(named[False]))
