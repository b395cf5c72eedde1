"""Matrices: branches × standards of one committee, shapes only, with column sums: no branch has a sum of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from markupsafe import Markup

from generator.model.finding import Verdict
from generator.model.index import CommitteeEntry
from generator.model.page import Page
from generator.model.summary import BranchSummary, StandardSum
from generator.present.kit.catalogue import AspectView, Catalogue, StandardView
from generator.present.kit.fragments import escape, made
from generator.present.kit.pager import Part
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import branch_path, committee_matrix_path, committee_path, file_path, root, url
from generator.present.kit.verdicts import CELLS, CLASSES, LEGEND, MARKS, WITHHELD

_Row = TypeVar("_Row")
_Judged = TypeVar("_Judged")

Totals = tuple[tuple[Verdict, tuple[tuple[str, int], ...]], ...]
"""For each counted verdict, the class and the number of every column."""

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
class Table(Generic[_Row]):
    """The rows that are judged by one standard set, with its columns and their sums; a page may hold several.

    `tail` tells the ids of the controls of one table from another's; `name` is the set's where the table must say it.
    """

    tail: str
    name: str
    differing: tuple[StandardView, ...]
    grid: Grid
    rows: tuple[_Row, ...]
    totals: Totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One branch."""

    name: str
    target: str
    gap: bool
    cells: Markup


def grid(catalogue: Catalogue) -> Grid:
    """The columns: every standard of a set whose verdicts this edition shows."""
    shown = [(aspect, [row for row in aspect.standards if not row.withheld]) for aspect in catalogue.aspects]
    hidden = [f"{row.id} {row.name}" for row in catalogue.withheld]
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
    title = part.title(f"{entry.committee.name}对照表")
    body = render(
        "committee/matrix",
        title=title,
        edition=site.edition,
        root=root(path),
        committee=entry.committee.name,
        committee_file=file_path(committee_path(entry.id)),
        tables=tuple(tables(site, _by_set(site, part.rows), partial(_row, path), _totals)),
        pages=part.links(first),
        marks=MARKS,
        legend=LEGEND,
    )
    return Page(path=path, kind="matrix", title=title, body=body)


def tables(
    site: Site,
    rows: Mapping[str, Sequence[_Judged]],
    draw: Callable[[_Judged, Grid], _Row],
    count: Callable[[Sequence[_Judged], Grid], Totals],
) -> Iterator[Table[_Row]]:
    """A table for each set that something of a page is judged by, in the order of the sets; an empty one for nothing."""
    given = rows or {site.default.id: ()}
    for number, catalogue in enumerate(row for id, row in site.catalogues.items() if id in given):
        columns = grid(catalogue)
        yield Table(
            tail=f"-{catalogue.id}" if number else "",
            name=catalogue.name if len(given) > 1 or catalogue is not site.default else "",
            differing=catalogue.differing,
            grid=columns,
            rows=tuple(draw(row, columns) for row in given[catalogue.id]),
            totals=count(given[catalogue.id], columns),
        )


def _by_set(site: Site, summaries: Iterable[BranchSummary]) -> Mapping[str, Sequence[BranchSummary]]:
    """Branches by the set that they are judged by; those that no set is for stand with the default one's."""
    found: dict[str, list[BranchSummary]] = {}
    for row in summaries:
        found.setdefault(site.catalogue_of(row.sums.standard_set).id, []).append(row)
    return found


def _row(path: str, summary: BranchSummary, columns: Grid) -> Row:
    target = url(path, branch_path(summary.id))
    sums = [summary.sums.standards.get(column.view.id) for column in columns.columns]
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


def _totals(summaries: Iterable[BranchSummary], columns: Grid) -> Totals:
    """For each counted verdict, how many branches show it on each standard; branches that are dissolved are left out."""
    rows = tuple(row for row in summaries if not row.dissolved)
    return totals(columns, partial(_count, rows))


def totals(columns: Grid, count: Callable[[Column, Verdict], int]) -> Totals:
    """The last rows of a matrix: for each counted verdict, what `count` gives for each column."""
    return tuple((verdict, tuple((row.css, count(row, verdict)) for row in columns.columns)) for verdict in COUNTED)


def _count(rows: Iterable[BranchSummary], column: Column, verdict: Verdict) -> int:
    found = (row.sums.standards.get(column.view.id) for row in rows)
    return sum(total is not None and verdict in total.own for total in found)
