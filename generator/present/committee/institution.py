"""The institution's roll-up: committees × standards, in pages of a hundred; and the data of 支部查找."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.finding import Verdict, roll_up
from generator.model.page import Page
from generator.model.summary import CommitteeSummary
from generator.present.committee.matrix import COUNTED, Column, Grid, grid
from generator.present.kit.pager import Part, parts
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import INSTITUTION_MATRIX, committee_matrix_path, root, url
from generator.present.kit.verdicts import CELLS, CLASSES, LEGEND, MARKS

_MOST = 100
"""Committees on a page: some 250 KB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The most pressing verdict of a committee's branches on one standard, and how many branches show it.

    Of a standard that is nobody's but the committee's and 学校's, their conclusion without a number: it is judged once.
    """

    css: str
    mark: Markup
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One committee."""

    name: str
    target: str
    branches: int
    dissolved: int
    gap: bool
    cells: tuple[Cell, ...]


def institution_pages(site: Site, totals: Sequence[CommitteeSummary]) -> Iterator[Page]:
    """`/matrix/`, `/matrix/2/` …; none where verdicts are not shown or only a part of the institution is built."""
    if not site.judged or not site.whole:
        return
    columns = grid(site)
    for part in parts(totals, _MOST):
        yield _page(site, columns, part)


def finder_script(site: Site) -> str:
    """The data of 支部查找 as a script, so that it also loads from a folder; no branch's verdict is in it."""
    rows = [
        [branch.id, branch.called(site.as_of), committee.committee.name, branch.kind.value]
        for committee in site.index.committees
        for branch in committee.branches
    ]
    data = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        data = data.replace(character, f"\\u{ord(character):04x}")
    return f"window.zhibuBranches={data};\n"


def _page(site: Site, columns: Grid, part: Part[CommitteeSummary]) -> Page:
    path = part.path(INSTITUTION_MATRIX)
    title = part.title(f"{site.institution.name}对照总表")
    body = render(
        "committee/institution",
        title=title,
        edition=site.edition,
        root=root(path),
        grid=columns,
        rows=tuple(_row(path, total, columns) for total in part.rows),
        totals=tuple(_totals(part.rows, columns)),
        marks=MARKS,
        legend=LEGEND,
        pages=part.links(INSTITUTION_MATRIX),
    )
    return Page(path=path, kind="institution", title=title, body=body)


def _row(path: str, total: CommitteeSummary, columns: Grid) -> Row:
    cells = tuple(_cell(column, total) for column in columns.columns)
    return Row(
        name=total.name,
        target=url(path, committee_matrix_path(total.id)),
        branches=total.branches,
        dissolved=total.dissolved,
        gap=any(_sum(total, column, Verdict.UNMET) for column in columns.columns),
        cells=cells,
    )


def _sum(total: CommitteeSummary, column: Column, verdict: Verdict) -> int:
    return total.counts.get(column.view.id, {}).get(verdict, 0)


def _cell(column: Column, total: CommitteeSummary) -> Cell:
    counts = total.counts.get(column.view.id, {})
    verdict = next((verdict for verdict in Verdict if counts.get(verdict)), None)
    if verdict is None:
        above = tuple(total.above.get(column.view.id, {}).values())
        mark, css = (CELLS[roll_up(above)], f" {CLASSES[roll_up(above)]} zb-others") if above else (Markup(""), "")
        return Cell(css=f"{column.css}{css}", mark=mark, count=0)
    gap = " zb-gap" if verdict is Verdict.UNMET else ""
    return Cell(css=f"{column.css} {CLASSES[verdict]}{gap}", mark=CELLS[verdict], count=counts[verdict])


def _totals(totals: Sequence[CommitteeSummary], columns: Grid) -> Iterator[tuple[Verdict, tuple[tuple[str, int], ...]]]:
    for verdict in COUNTED:
        counts = [sum(_sum(total, column, verdict) for total in totals) for column in columns.columns]
        yield verdict, tuple((column.css, count) for column, count in zip(columns.columns, counts, strict=True))
