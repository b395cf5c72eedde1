"""The columns of a matrix, standards under their aspects, and its tables, one for each standard set."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.finding import Verdict
from generator.present.kit.catalogue import AspectView, Catalogue, StandardView
from generator.present.kit.site import Site
from generator.present.kit.verdicts import WITHHELD

_Row = TypeVar("_Row")
_Judged = TypeVar("_Judged")

ColumnSums = tuple[tuple[Verdict, tuple[tuple[str, int], ...]], ...]
"""For each counted verdict, the class and the number of every column."""

COUNTED = (Verdict.UNMET, Verdict.DUE_SOON, Verdict.NO_RECORD, Verdict.MET)
"""The verdicts that matrices sum, in the order of their rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixColumn:
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
class MatrixColumns:
    """The columns of a matrix, and the one sentence about the standards that are left out of it.

    `widest` is the number of the aspect with the most columns: narrow screens, which show one at a time, begin with it.
    """

    groups: tuple[ColumnGroup, ...]
    columns: tuple[MatrixColumn, ...]
    withheld: str
    widest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixTable(Generic[_Row]):
    """The rows that are judged by one standard set, with its columns and their sums; a page may hold several.

    `tail` keeps the ids of the controls of several tables on a page unique; `name` is the set's where the table must say it.
    """

    tail: str
    name: str
    differing: tuple[StandardView, ...]
    grid: MatrixColumns
    rows: tuple[_Row, ...]
    totals: ColumnSums


def matrix_columns(catalogue: Catalogue) -> MatrixColumns:
    """The columns: every standard of a set whose verdicts this edition shows."""
    shown = [(aspect, [row for row in aspect.standards if not row.withheld]) for aspect in catalogue.aspects]
    hidden = [f"{row.id} {row.name}" for row in catalogue.withheld]
    groups = tuple(_group(aspect, len(rows)) for aspect, rows in shown if rows)
    return MatrixColumns(
        groups=groups,
        widest=max(groups, key=lambda group: group.span).view.number if groups else 0,
        columns=tuple(MatrixColumn(view=row, css=f"zb-a{row.aspect}") for _, rows in shown for row in rows),
        withheld=f"{'、'.join(hidden)}：{WITHHELD}，也不计入合计。" if hidden else "",
    )


def _group(aspect: AspectView, span: int) -> ColumnGroup:
    return ColumnGroup(view=aspect, css=f"zb-a{aspect.number}", span=span)


def matrix_tables(
    site: Site,
    rows: Mapping[str, Sequence[_Judged]],
    draw: Callable[[_Judged, MatrixColumns], _Row],
    count: Callable[[Sequence[_Judged], MatrixColumns], ColumnSums],
) -> Iterator[MatrixTable[_Row]]:
    """A table for each set that something of a page is judged by, in the order of the sets; an empty one for nothing."""
    given = rows or {site.default.id: ()}
    for number, catalogue in enumerate(row for id, row in site.catalogues.items() if id in given):
        columns = matrix_columns(catalogue)
        yield MatrixTable(
            tail=f"-{catalogue.id}" if number else "",
            name=catalogue.name if len(given) > 1 or catalogue is not site.default else "",
            differing=catalogue.differing,
            grid=columns,
            rows=tuple(draw(row, columns) for row in given[catalogue.id]),
            totals=count(given[catalogue.id], columns),
        )


def column_sums(columns: MatrixColumns, count: Callable[[MatrixColumn, Verdict], int]) -> ColumnSums:
    """The last rows of a matrix: for each counted verdict, what `count` gives for each column."""
    return tuple((verdict, tuple((row.css, count(row, verdict)) for row in columns.columns)) for verdict in COUNTED)
