"""年度荣誉: who was selected and awarded in a year, each with level, issuing body, document, grounds and state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model import words
from generator.model.kinds import HonourLevel
from generator.model.page import Page
from generator.model.records.honours import Award, Conferred, Selection
from generator.model.small_counts import FEWEST
from generator.present.committee.views import InstitutionView
from generator.present.kit.page_kind import EVERY_EDITION, YEAR, Heading, PageKind
from generator.present.kit.publication import publication_note
from generator.present.kit.school_urls import honours_path
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.units import branch_links, has_honours, school_register
from generator.present.kit.urls import SHOWCASES, url

_CONFERRED_BY = {
    HonourLevel.SCHOOL: "校级：学校自己选树、表彰的",
    HonourLevel.PROVINCE: "省级",
    HonourLevel.MINISTRY: "教育部",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HonourRow:
    """One honour as a page shows it; `note` says whether the public edition has it, where that is not plain."""

    anchor: str
    level: HonourLevel
    title: str
    whom: Markup
    document: str
    day: str
    notice: str
    grounds: str
    note: str


def _pages(view: InstitutionView) -> Iterator[Page]:
    """One for each year of which this edition has any."""
    for year in view.site.unit_years(view.site.index.further):
        site = view.site.of(year)
        path, title, kept = honours_path(site.year_folder), f"{site.year}年度荣誉", school_register(site)
        if has_honours(site):
            body = render(
                "school/honours",
                title=title,
                edition=site.edition,
                back=url(path, SHOWCASES),
                selections=list(_by_level(_selection(site, row, path) for row in kept.selections)),
                awards=list(_by_level(_award(site, row, path) for row in kept.awards)),
            )
            yield Page(path=path, kind="honours", title=title, body=body)


PAGES = (
    PageKind(
        name="honours",
        about="当年的表彰和授牌：级别、发文单位、文号和状态",
        subject=InstitutionView,
        paths=(honours_path(), honours_path(YEAR)),
        editions=EVERY_EDITION,
        tab=SHOWCASES,
        headings=(Heading(2, "selections", "选树"), Heading(2, "awards", "表彰")),
        make=_pages,
        systems=("Y32", "Y38"),
    ),
)


def _by_level(rows: Iterable[HonourRow]) -> Iterator[tuple[str, list[HonourRow]]]:
    """The rows of each level under its name, those of the school first; within one in the order of the register."""
    found = list(rows)
    for level, name in _CONFERRED_BY.items():
        if of_level := [row for row in found if row.level is level]:
            yield name, of_level


def _selection(site: Site, row: Selection, path: str) -> HonourRow:
    return HonourRow(
        anchor=row.id,
        level=row.level,
        title=row.titled,
        whom=branch_links(site, (row.branch,), path),
        document=_document(row),
        day=words.day(row.on),
        notice="",
        grounds=row.grounds,
        note=publication_note(site, row),
    )


def _award(site: Site, row: Award, path: str) -> HonourRow:
    notice = [words.day(day) for day in (row.notice_from, row.notice_until) if day is not None]
    return HonourRow(
        anchor=row.id,
        level=row.level,
        title=f"{row.level}{row.kind}（{row.state}）",
        whom=branch_links(site, row.branches, path) or Markup("{}").format(_people(row.people)),
        document=_document(row),
        day=words.day(row.on),
        notice="—".join(notice),
        grounds=row.grounds or "",
        note=publication_note(site, row),
    )


def _people(count: int | None) -> str:
    """How many, where that is no small number."""
    if count is None:
        return ""
    return f"{count} 名" if count >= FEWEST else f"不足 {FEWEST} 名，不列人数"


def _document(row: Conferred) -> str:
    return "，".join(filter(None, (row.issued_by, row.number)))
