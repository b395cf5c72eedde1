"""本级事项对照: 学校 and its committees × the standards on which they have duties of their own, in pages of a hundred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.finding import Verdict, roll_up
from generator.model.kinds import Duty
from generator.model.page import Page
from generator.model.summary import CommitteeSummary
from generator.present.committee.own_duties import Above, duty_columns, shown_above
from generator.present.committee.views import InstitutionView
from generator.present.kit.catalogue import StandardView
from generator.present.kit.fragments import joined
from generator.present.kit.page_kind import JUDGED_EDITIONS, NUMBER, Heading, PageKind
from generator.present.kit.pager import ListPart, list_parts
from generator.present.kit.school_urls import institution_duties_path
from generator.present.kit.templates import render
from generator.present.kit.urls import (
    COMMITTEES,
    INSTITUTION_MATRIX,
    committee_register_path,
    institution_register_path,
    part_path,
    url,
)
from generator.present.kit.verdicts import CELLS, CLASSES, LEGEND

_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """One unit: its name with the link to its own page, and a cell for each standard."""

    name: str
    target: str
    gap: bool
    cells: Markup


def _pages(view: InstitutionView) -> Iterator[Page]:
    for part in list_parts(view.totals, _MOST):
        yield _page(view, part)


PAGES = (
    PageKind(
        name="duties",
        about="各基层党委自己要办的事做到哪一步",
        subject=InstitutionView,
        paths=(institution_duties_path(), part_path(institution_duties_path(), NUMBER)),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=(Heading(2, "matrix", "本级事项对照"), Heading(2, "reading", "怎样看这张表")),
        make=_pages,
        toc=False,
    ),
)


def _page(view: InstitutionView, part: ListPart[CommitteeSummary]) -> Page:
    site, first = view.site, institution_duties_path()
    path, title = part.path(first), part.title(f"{view.site.institution.name}本级事项对照")
    school = shown_above(site, view.totals, Duty.INSTITUTION)
    found = [(row, shown_above(site, [row], Duty.COMMITTEE)) for row in part.rows]
    shown = duty_columns(site, [school, *(above for _, above in found)])
    rows = [_row(site.institution.name, url(path, institution_register_path()), school, shown)]
    rows += [_row(row.name, url(path, committee_register_path(row.id)), above, shown) for row, above in found]
    body = render(
        "committee/duties",
        title=title,
        edition=site.edition,
        back=url(path, INSTITUTION_MATRIX),
        columns=[(f"{view.id}*" if view.set_name else view.id, view.name, url(path, view.path)) for view in shown],
        rows=rows if shown else [],
        legend=LEGEND,
        pages=part.links(first),
    )
    return Page(path=path, kind="duties", title=title, body=body)


def _row(name: str, target: str, above: Above, columns: Iterable[StandardView]) -> UnitRow:
    cells = joined(_cell(above.get(view)) for view in columns)
    return UnitRow(name=name, target=target, gap=roll_up(above.values()) is Verdict.UNMET, cells=cells)


def _cell(verdict: Verdict | None) -> str:
    if verdict is None:
        return "<td></td>"
    gap = " zb-gap" if verdict is Verdict.UNMET else ""
    return f'<td class="{CLASSES[verdict]}{gap}">{CELLS[verdict]}</td>'
