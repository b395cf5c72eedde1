"""Matrices: branches × standards of one committee, shapes only, with column sums: no branch has a sum of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.finding import Verdict
from generator.model.index import CommitteeEntry
from generator.model.page import Page
from generator.model.summary import BranchSummary, StandardSum
from generator.present.kit.catalogue import AspectView, StandardView
from generator.present.kit.fragments import escape, made
from generator.present.kit.pager import Part
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import branch_path, committee_matrix_path, committee_path, file_path, root, url
from generator.present.kit.verdicts import CELLS, CLASSES, LEGEND, MARKS, WITHHELD

COUNTED = (Verdict.UNMET, Verdict.DUE_SOON, Verdict.NO_RECORD, Verdict.MET)
"""The verdicts that matrices sum, in the order of their rows."""

_MARKS = {verdict: f'<b class="{CLASSES[verdict]}">{CELLS[verdict]}</b>' for verdict in Verdict}


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One standard as a column; a withheld one has no column."""

    view: StandardView
    css: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnGroup:
    """One aspect over its columns."""

    view: AspectView
    css: str
    span: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The columns of a matrix, and the one sentence about the standards that are left out of it.

    `widest` is the number of the aspect with the most columns: narrow screens, which show one at a time, begin with it.
    """

    groups: tuple[ColumnGroup, ...]
    columns: tuple[Column, ...]
    withheld: str
    widest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One branch."""

    name: str
    target: str
    gap: bool
    cells: Markup


def grid(site: Site) -> Grid:
    """The columns: every standard of the default set whose verdicts this edition shows."""
    shown = [(aspect, [row for row in aspect.standards if not row.withheld]) for aspect in site.default.aspects]
    hidden = [f"{row.id} {row.name}" for row in site.default.standards.values() if row.withheld]
    groups = tuple(_group(aspect, len(rows)) for aspect, rows in shown if rows)
    return Grid(
        groups=groups,
        widest=max(groups, key=lambda group: group.span).view.number if groups else 0,
        columns=tuple(Column(view=row, css=f"zb-a{row.aspect}") for _, rows in shown for row in rows),
        withheld=f"{'、'.join(hidden)}：{WITHHELD}，也不计入合计。" if hidden else "",
    )


def _group(aspect: AspectView, span: int) -> ColumnGroup:
    return ColumnGroup(view=aspect, css=f"zb-a{aspect.number}", span=span)


def matrix_page(site: Site, entry: CommitteeEntry, part: Part[BranchSummary]) -> Page:
    """A page of the matrix of one committee, branches in the order of the records."""
    first = committee_matrix_path(entry.id)
    path = part.path(first)
    columns = grid(site)
    title = part.title(f"{entry.committee.name}对照表")
    body = render(
        "committee/matrix",
        title=title,
        edition=site.edition,
        root=root(path),
        committee=entry.committee.name,
        committee_file=file_path(committee_path(entry.id)),
        grid=columns,
        rows=tuple(_row(path, summary, columns) for summary in part.rows),
        totals=tuple(_totals(part.rows, columns)),
        pages=part.links(first),
        marks=MARKS,
        legend=LEGEND,
    )
    return Page(path=path, kind="matrix", title=title, body=body)


def _row(path: str, summary: BranchSummary, columns: Grid) -> Row:
    target = url(path, branch_path(summary.id))
    sums = [summary.standards.get(column.view.id) for column in columns.columns]
    return Row(
        name=summary.name,
        target=target,
        gap=any(Verdict.UNMET in total.own for total in sums if total),
        cells=made([_cell(column, total, target) for column, total in zip(columns.columns, sums, strict=True)]),
    )


def _cell(column: Column, total: StandardSum | None, target: str) -> str:
    """What one branch shows on one standard; on grey where only others' duties are concerned."""
    if total is None or not total.verdicts:
        return f'<td class="{column.css}"></td>'
    gap = " zb-gap" if Verdict.UNMET in total.own else ""
    others = "" if total.own else " zb-others"
    marks = "".join([_MARKS[verdict] for verdict in total.verdicts])
    return f'<td class="{column.css}{gap}{others}"><a href="{escape(target)}#{column.view.anchor}">{marks}</a></td>'


def _totals(summaries: Iterable[BranchSummary], columns: Grid) -> Iterator[tuple[Verdict, tuple[tuple[str, int], ...]]]:
    """For each counted verdict, how many branches show it on each standard; branches that are dissolved are left out."""
    rows = tuple(row for row in summaries if not row.dissolved)
    for verdict in COUNTED:
        counts = [_count(rows, column.view.id, verdict) for column in columns.columns]
        yield verdict, tuple((column.css, count) for column, count in zip(columns.columns, counts, strict=True))


def _count(rows: Iterable[BranchSummary], standard: str, verdict: Verdict) -> int:
    found: Iterable[Mapping[str, StandardSum]] = (row.standards for row in rows)
    return sum(standard in sums and verdict in sums[standard].own for sums in found)
