"""Matrices: branches × standards of one committee, shapes only, with column sums: no branch has a sum of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.model.finding import Verdict
from generator.model.page import Page
from generator.model.summary import BranchSummary, StandardSum
from generator.present.committee.columns import ColumnSums, MatrixColumn, MatrixColumns, column_sums, matrix_tables
from generator.present.committee.views import CommitteeView
from generator.present.kit.fragments import escape, joined
from generator.present.kit.page_kind import ID, JUDGED_EDITIONS, NUMBER, Heading, PageKind
from generator.present.kit.pager import ListPart
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import (
    COMMITTEES,
    branch_path,
    committee_matrix_path,
    committee_path,
    file_path,
    part_path,
    root,
    url,
)
from generator.present.kit.verdicts import CELLS, CLASSES, LEGEND, MARKS

_MARKS = {verdict: f'<b class="{CLASSES[verdict]}">{CELLS[verdict]}</b>' for verdict in Verdict}


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchRow:
    """One branch."""

    name: str
    target: str
    gap: bool
    cells: Markup


def _pages(view: CommitteeView) -> Iterator[Page]:
    """Branches in the order of the records."""
    for part in view.parts:
        yield _page(view, view.summaries_on(part))


PAGES = (
    PageKind(
        name="matrix",
        about="所属支部逐项对照，一格一个结论，可以只看缺项",
        subject=CommitteeView,
        paths=(committee_matrix_path(ID), part_path(committee_matrix_path(ID), NUMBER)),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=(Heading(2, "matrix", "支部对照"), Heading(2, "reading", "怎样看这张表")),
        make=_pages,
        toc=False,
    ),
)


def _page(view: CommitteeView, part: ListPart[BranchSummary]) -> Page:
    site, entry = view.site, view.entry
    first = committee_matrix_path(entry.id)
    path = part.path(first)
    title = part.title(f"{entry.committee.name}对照表")
    body = render(
        "committee/matrix",
        title=title,
        edition=site.edition,
        root=root(path),
        committee=entry.committee.name,
        committee_file=file_path(committee_path(entry.id)),
        tables=tuple(matrix_tables(site, _by_set(site, part.rows), partial(_row, path), _totals)),
        pages=part.links(first),
        marks=MARKS,
        legend=LEGEND,
    )
    return Page(path=path, kind="matrix", title=title, body=body)


def _by_set(site: Site, summaries: Iterable[BranchSummary]) -> Mapping[str, Sequence[BranchSummary]]:
    """Branches by the set that they are judged by; those that no set is for stand with the default one's."""
    found: dict[str, list[BranchSummary]] = {}
    for row in summaries:
        found.setdefault(site.catalogue_of(row.sums.standard_set).id, []).append(row)
    return found


def _row(path: str, summary: BranchSummary, columns: MatrixColumns) -> BranchRow:
    target = url(path, branch_path(summary.id))
    sums = [summary.sums.standards.get(column.view.id) for column in columns.columns]
    return BranchRow(
        name=summary.name,
        target=target,
        gap=any(Verdict.UNMET in total.own for total in sums if total),
        cells=joined([_cell(column, total, target) for column, total in zip(columns.columns, sums, strict=True)]),
    )


def _cell(column: MatrixColumn, total: StandardSum | None, target: str) -> str:
    """What one branch shows on one standard; on grey where only others' duties are concerned."""
    if total is None or not total.verdicts:
        return f'<td class="{column.css}"></td>'
    gap = " zb-gap" if Verdict.UNMET in total.own else ""
    others = "" if total.own else " zb-others"
    marks = "".join([_MARKS[verdict] for verdict in total.verdicts])
    return f'<td class="{column.css}{gap}{others}"><a href="{escape(target)}#{column.view.anchor}">{marks}</a></td>'


def _totals(summaries: Iterable[BranchSummary], columns: MatrixColumns) -> ColumnSums:
    """For each counted verdict, how many branches show it on each standard; branches that are dissolved are left out."""
    rows = tuple(row.sums.standards for row in summaries if not row.dissolved)
    counts = {column.view.id: _counts(rows, column.view.id) for column in columns.columns}
    return column_sums(columns, lambda column, verdict: counts[column.view.id][verdict])


def _counts(rows: Iterable[Mapping[str, StandardSum]], standard: str) -> Counter[Verdict]:
    found = (row.get(standard) for row in rows)
    return Counter(verdict for total in found if total is not None for verdict in set(total.own))
