"""The organizer's page of a committee: what to ask each branch for, up to when registers are checked, and terms of office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.model import words
from generator.model.bookkeeping import TermOfOffice, said_entries
from generator.model.index import BranchEntry
from generator.model.page import Page
from generator.model.period import add_months
from generator.model.summary import BranchSummary, YearSums
from generator.present.committee.gaps import living_summaries, shown_sums
from generator.present.committee.views import CommitteeView
from generator.present.kit.page_kind import ID, JUDGED_EDITIONS, NUMBER, Heading, PageKind
from generator.present.kit.pager import ListPart
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import (
    COMMITTEES,
    branch_path,
    committee_path,
    file_path,
    organizer_path,
    part_path,
    root,
)

_TERMS_AHEAD, _LETTER = 12, 6
"""Months before the end of a term from which it stands in the list, and before which the committee writes to the branch."""


class ReconciledLine(NamedTuple):
    """Up to when the register of a branch is checked, and what was entered since."""

    name: str
    file: str
    through: str
    entered: str


class TermLine(NamedTuple):
    """A term of office with the day by which the branch is written to, and the four dates of the papers of its election."""

    name: str
    file: str
    ends: str
    left: str
    letter: str
    dates: tuple[str, ...]


def _pages(view: CommitteeView) -> Iterator[Page]:
    return (_page(view, part) for part in view.parts)


PAGES = (
    PageKind(
        name="organizer",
        about="组织员手上的账：台账核对到哪一天、缺什么、先办什么",
        subject=CommitteeView,
        paths=(organizer_path(ID), part_path(organizer_path(ID), NUMBER)),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=(
            Heading(2, "requests", "催办单"),
            Heading(2, "reconciled", "台账核对至"),
            Heading(2, "terms", "换届台账"),
        ),
        make=_pages,
        toc=False,
    ),
)


def _page(view: CommitteeView, part: ListPart[BranchEntry]) -> Page:
    site, entry = view.site, view.entry
    path = part.path(organizer_path(entry.id))
    rows = tuple(living_summaries(view.summaries_on(part).rows))
    title = part.title(f"{entry.committee.name}：组织员一页")
    body = render(
        "committee/organizer",
        title=title,
        edition=site.edition,
        root=root(path),
        committee=entry.committee.name,
        committee_file=file_path(part.path(committee_path(entry.id))),
        requests=[text for row in rows if (text := _request(site, row))],
        reconciled=[_reconciled(row) for row in rows],
        command=f"zhibu reconcile --committee {entry.id} --through {site.as_of.isoformat()}",
        terms=list(_terms(rows, site.as_of)),
        pages=part.links(organizer_path(entry.id)),
    )
    return Page(path=path, kind="organizer", title=title, body=body)


def _request(site: Site, row: BranchSummary) -> str:
    """One paragraph to copy: only what can still be made good in time, until when and by which clause."""
    year = site.year - 1
    found = [*_due(site, row.sums, ""), *_due(site.of(year), row.closing, f"{year}年度")]
    found.sort(key=lambda pair: pair[0])
    asked = [f"请于{_said(day, site.as_of)}前补{what}" for day, what in found]
    return f"{row.name}：{'；'.join(asked)}。" if asked else ""


def _due(site: Site, sums: YearSums, year: str) -> Iterator[tuple[date, str]]:
    for view, total in shown_sums(site, sums) if sums.standards else ():
        if total.due is not None:
            ground = f"（依据{view.grounds or view.id}）"
            yield total.due, f"{year}{view.name}{ground}"


def _reconciled(row: BranchSummary) -> ReconciledLine:
    through = words.day(row.books.reconciled) if row.books.reconciled else ""
    return ReconciledLine(row.name, file_path(branch_path(row.id)), through, said_entries(row.books.entered))


def _terms(rows: Iterable[BranchSummary], as_of: date) -> Iterator[TermLine]:
    """Terms that end within a year, or have ended, and those that have begun within a year, in the order of the roster."""
    for row in rows:
        term = row.books.term
        if term and (add_months(term.ends, -_TERMS_AHEAD) <= as_of or as_of < add_months(term.elected, _TERMS_AHEAD)):
            yield _term(row, term, as_of)


def _term(row: BranchSummary, term: TermOfOffice, as_of: date) -> TermLine:
    # The papers of an election that is over are known; those of the one to come are for the hand.
    over = as_of < add_months(term.ends, -_TERMS_AHEAD)
    dates = (term.requested, term.approved, term.elected, term.reported) if over else (None,) * 4
    return TermLine(
        name=row.name,
        file=file_path(branch_path(row.id)),
        ends=words.day(term.ends),
        left=words.countdown(as_of, term.ends),
        letter=words.day(add_months(term.ends, -_LETTER)),
        dates=tuple(words.day(each) if each else "" for each in dates),
    )


def _said(day: date, as_of: date) -> str:
    return words.short_day(day) if day.year == as_of.year else words.day(day)
