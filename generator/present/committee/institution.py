"""The institution's roll-up: committees × standards, in pages of a hundred."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.model.finding import Verdict
from generator.model.page import Page
from generator.model.summary import SetSums
from generator.present.committee.by_set import CommitteeOfSet, committees_by_set, leading_state
from generator.present.committee.columns import ColumnSums, MatrixColumn, MatrixColumns, column_sums, matrix_tables
from generator.present.committee.views import InstitutionView
from generator.present.kit.appraisal_urls import institution_appraisal_path
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
    # set by set, so that a page never holds more rows than `_MOST`
    for part in list_parts(tuple(committees_by_set(view.site, view.totals)), _MOST):
        yield _page(view.site, part)


PAGES = (
    PageKind(
        name="institution",
        about="全校对照总表：各基层党委、各项标准的结论",
        subject=InstitutionView,
        paths=(INSTITUTION_MATRIX, part_path(INSTITUTION_MATRIX, NUMBER)),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=(Heading(2, "matrix", "基层党委对照"), Heading(2, "reading", "怎样看这张表")),
        make=_pages,
        toc=False,
    ),
)


def _page(site: Site, part: ListPart[CommitteeOfSet]) -> Page:
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


def _by_set(rows: Sequence[CommitteeOfSet]) -> Mapping[str, Sequence[CommitteeOfSet]]:
    ids = dict.fromkeys(row.catalogue.id for row in rows)
    return {id: [row for row in rows if row.catalogue.id == id] for id in ids}


def _row(path: str, row: CommitteeOfSet, columns: MatrixColumns) -> CommitteeRow:
    return CommitteeRow(
        name=row.total.name,
        target=url(path, committee_matrix_path(row.total.id)),
        branches=row.branches,
        dissolved=row.dissolved,
        gap=any(_sum(row, column, Verdict.UNMET) for column in columns.columns),
        cells=tuple(_cell(column, row.sums) for column in columns.columns),
    )


def _sum(row: CommitteeOfSet, column: MatrixColumn, verdict: Verdict) -> int:
    return row.sums.counts.get(column.view.id, {}).get(verdict, 0) if row.sums else 0


def _cell(column: MatrixColumn, sums: SetSums | None) -> CommitteeCell:
    verdict, count = leading_state(sums, column.view.id)
    if verdict is None:
        return CommitteeCell(css=column.css, mark=Markup(""), count=0)
    if not count:
        return CommitteeCell(css=f"{column.css} {CLASSES[verdict]} zb-others", mark=CELLS[verdict], count=0)
    gap = " zb-gap" if verdict is Verdict.UNMET else ""
    return CommitteeCell(css=f"{column.css} {CLASSES[verdict]}{gap}", mark=CELLS[verdict], count=count)


def _totals(rows: Sequence[CommitteeOfSet], columns: MatrixColumns) -> ColumnSums:
    return column_sums(columns, lambda column, verdict: sum(_sum(row, column, verdict) for row in rows))
