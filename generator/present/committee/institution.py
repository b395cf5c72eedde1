"""The institution's roll-up: committees × standards, in pages of a hundred."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from generator.model.finding import Verdict, roll_up
from generator.model.page import Page
from generator.model.summary import CommitteeSummary, SetSums
from generator.present.committee.columns import ColumnSums, MatrixColumn, MatrixColumns, column_sums, matrix_tables
from generator.present.committee.views import InstitutionView
from generator.present.kit.appraisal_urls import institution_appraisal_path
from generator.present.kit.catalogue import Catalogue
from generator.present.kit.page_kind import JUDGED_EDITIONS, NUMBER, Heading, PageKind
from generator.present.kit.pager import ListPart, list_parts
from generator.present.kit.school_urls import institution_charts_path, institution_duties_path
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.units import school_register
from generator.present.kit.urls import (
    COMMITTEES,
    INSTITUTION_MATRIX,
    committee_matrix_path,
    file_path,
    institution_register_path,
    part_path,
    root,
    url,
    visits_path,
)
from generator.present.kit.verdicts import CELLS, CLASSES, LEGEND, MARKS

_MOST = 100
"""Committees on a page: some 250 KB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeCell:
    """The most pressing verdict of a committee's branches on one standard, and how many branches show it.

    Of a standard that is nobody's but the committee's and 学校's, their conclusion without a number: it is judged once.
    """

    css: str
    mark: Markup
    count: int


class _Judged(NamedTuple):
    """A committee with its branches that are judged by one set; no sums where no set is for any of them."""

    catalogue: Catalogue
    total: CommitteeSummary
    sums: SetSums | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeRow:
    """One committee, or of it the branches that are judged by one standard set."""

    name: str
    target: str
    branches: int
    dissolved: int
    gap: bool
    cells: tuple[CommitteeCell, ...]


def _pages(view: InstitutionView) -> Iterator[Page]:
    for part in list_parts(tuple(_judged(view.site, view.totals)), _MOST):
        yield _page(view.site, part)


PAGES = (
    PageKind(
        name="institution",
        subject=InstitutionView,
        paths=(INSTITUTION_MATRIX, part_path(INSTITUTION_MATRIX, NUMBER)),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=(Heading(2, "matrix", "基层党委对照"), Heading(2, "reading", "怎样看这张表")),
        make=_pages,
        toc=False,
    ),
)


def _judged(site: Site, committees: Sequence[CommitteeSummary]) -> Iterator[_Judged]:
    """Set by set, so that a page never holds more rows than `_MOST`."""
    for id, catalogue in site.catalogues.items():
        for total in committees:
            if id in total.sets or (catalogue is site.default and not total.sets):
                yield _Judged(catalogue, total, total.sets.get(id))


def _page(site: Site, part: ListPart[_Judged]) -> Page:
    path = part.path(INSTITUTION_MATRIX)
    title = part.title(f"{site.institution.name}对照总表")
    body = render(
        "committee/institution",
        title=title,
        edition=site.edition,
        root=root(path),
        tables=tuple(matrix_tables(site, _by_set(part.rows), partial(_row, path), _totals)),
        more_files=[
            ("学校的判定和台账", file_path(institution_register_path())),
            ("本级事项对照", file_path(institution_duties_path())),
            ("图表", file_path(institution_charts_path())),
            *([("考核验收", file_path(institution_appraisal_path()))] if site.shows_restricted else ()),
            *([("交叉观摩", file_path(visits_path()))] if _has_visits(site) else ()),
        ],
        marks=MARKS,
        legend=LEGEND,
        pages=part.links(INSTITUTION_MATRIX),
    )
    return Page(path=path, kind="institution", title=title, body=body)


def _has_visits(site: Site) -> bool:
    register = school_register(site)
    return bool(register.visits or register.schedules)


def _by_set(rows: Sequence[_Judged]) -> Mapping[str, Sequence[_Judged]]:
    ids = dict.fromkeys(row.catalogue.id for row in rows)
    return {id: [row for row in rows if row.catalogue.id == id] for id in ids}


def _row(path: str, row: _Judged, columns: MatrixColumns) -> CommitteeRow:
    return CommitteeRow(
        name=row.total.name,
        target=url(path, committee_matrix_path(row.total.id)),
        branches=row.sums.branches if row.sums else row.total.branches,
        dissolved=row.sums.dissolved if row.sums else row.total.dissolved,
        gap=any(_sum(row, column, Verdict.UNMET) for column in columns.columns),
        cells=tuple(_cell(column, row.sums) for column in columns.columns),
    )


def _sum(row: _Judged, column: MatrixColumn, verdict: Verdict) -> int:
    return row.sums.counts.get(column.view.id, {}).get(verdict, 0) if row.sums else 0


def _cell(column: MatrixColumn, sums: SetSums | None) -> CommitteeCell:
    counts = sums.counts.get(column.view.id, {}) if sums else {}
    verdict = next((verdict for verdict in Verdict if counts.get(verdict)), None)
    if verdict is None:
        above = tuple(sums.above.get(column.view.id, {}).values()) if sums else ()
        mark, css = (CELLS[roll_up(above)], f" {CLASSES[roll_up(above)]} zb-others") if above else (Markup(""), "")
        return CommitteeCell(css=f"{column.css}{css}", mark=mark, count=0)
    gap = " zb-gap" if verdict is Verdict.UNMET else ""
    return CommitteeCell(css=f"{column.css} {CLASSES[verdict]}{gap}", mark=CELLS[verdict], count=counts[verdict])


def _totals(rows: Sequence[_Judged], columns: MatrixColumns) -> ColumnSums:
    return column_sums(columns, lambda column, verdict: sum(_sum(row, column, verdict) for row in rows))
