"""复评本: the 34 standards of a branch with what its records show; what was seen, opinion and signature are for people."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import words
from generator.model.page import Page
from generator.model.record import Audience
from generator.present.appraisal.kept import review_note
from generator.present.appraisal.shown import book_rows
from generator.present.branch.branch_year import BranchYear
from generator.present.branch.head import branch_head, branch_name
from generator.present.kit.appraisal_urls import review_book_path
from generator.present.kit.page_kind import ID, YEAR, AspectHeadings, PageKind
from generator.present.kit.templates import render
from generator.present.kit.urls import COMMITTEES


def _pages(year: BranchYear) -> Iterator[Page]:
    site, dossier = year.site, year.dossier
    note = review_note(site.committee_files(dossier.committee), site.year, dossier.id)
    path = review_book_path(dossier.id, site.year_folder)
    title = f"{branch_name(site, dossier.profile)}复评本"
    rows = book_rows(year.catalogue, year.judgement, note)
    body = render(
        "appraisal/review_book",
        head=branch_head(site, dossier, path),
        title=title,
        bands=[(aspect.number, f"{aspect.numeral} {aspect.name}", each) for aspect, each in rows.items()],
        reviewed=f"{words.day(note.on)}复评，{'、'.join(note.reviewers)}" if note else "",
        opinion=(note and note.opinion) or "",
    )
    yield Page(path=path, kind="review-book", title=title, body=body)


PAGES = (
    PageKind(
        name="review-book",
        about="考核复评用的对照册：逐条的判定和佐证，留出签写意见的地方",
        subject=BranchYear,
        paths=(review_book_path(ID), review_book_path(ID, YEAR)),
        editions=frozenset({Audience.RESTRICTED}),
        tab=COMMITTEES,
        headings=(AspectHeadings(2),),
        make=_pages,
        toc=False,
        systems=("Y37",),
    ),
)
