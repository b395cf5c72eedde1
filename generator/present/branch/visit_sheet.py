"""观摩记录单 of a branch: one A4 to take along on a visit, with the branch's name and its own gaps written in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

from generator.model.files import declared_forms
from generator.model.finding import Verdict
from generator.model.form import Form
from generator.model.page import Page
from generator.model.records.visit_note import VisitNote
from generator.model.words import short_period
from generator.present.branch.branch_year import BranchYear
from generator.present.branch.head import branch_head, branch_name
from generator.present.forms.printed import printed
from generator.present.kit.findings import CriterionResult, Judgement
from generator.present.kit.page_kind import ID, JUDGED_EDITIONS, PageKind
from generator.present.kit.templates import render
from generator.present.kit.urls import COMMITTEES, visit_sheet_path

_BEFORE = "会前"
_MOST_PERIODS = 3
_MARKS = "\x00\x01\x02\x03\x04\x05\x06"
"""Stand for the branch's name and the cells of three gaps in a sheet that is drawn once for all branches."""


class GapCell(NamedTuple):
    """One gap: the number and name of its standard, and what is asked with the periods in which it is not shown."""

    standard: str
    gap: str


def gaps_to_take(judgement: Judgement, most: int) -> list[GapCell]:
    """The first gaps of the branch's own duties, 缺项 before 提示, a standard each."""
    own = list(judgement.own())
    found: dict[str, GapCell] = {}
    for verdict in (Verdict.UNMET, Verdict.ADVISORY):
        for result, row in own:
            if row.verdict is verdict:
                found.setdefault(result.view.id, GapCell(f"{result.view.id} {result.view.name}", _said(row, verdict)))
    return list(found.values())[:most]


def _said(row: CriterionResult, verdict: Verdict) -> str:
    periods = [short_period(each.period) for each in row.findings if each.verdict is verdict]
    more = "等" if len(periods) > _MOST_PERIODS else ""
    return f"{row.view.text}（{verdict.value}：{'、'.join(periods[:_MOST_PERIODS])}{more}）"


def _pages(year: BranchYear) -> Iterator[Page]:
    if not year.under_way:
        return
    site, dossier = year.site, year.dossier
    path, name = visit_sheet_path(dossier.id), branch_name(site, dossier.profile)
    sheet = _sheet()
    rows = gaps_to_take(year.judgement, _rows(sheet))
    words = [name, *(cell for row in rows for cell in row)]
    words += [""] * (len(_MARKS) - len(words))
    text = _drawn(sheet)
    for mark, word in zip(_MARKS, words, strict=True):
        text = text.replace(mark, escape(word))
    title = f"{name}观摩记录单"
    head = branch_head(site, dossier, path)
    body = render("branch/visit_sheet", head=head, title=title, form=sheet, tables=Markup(text), filled=len(rows))  # noqa: S704 - escaped above
    yield Page(path=path, kind="visit-sheet", title=title, body=body)


PAGES = (
    PageKind(
        name="visit-sheet",
        about="带去观摩的记录单，本支部的差距已经填好，打印即用",
        subject=BranchYear,
        paths=(visit_sheet_path(ID),),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=(),
        make=_pages,
        systems=("Y35",),
        toc=False,
    ),
)


@lru_cache(maxsize=1)
def _sheet() -> Form:
    return next(form for form in declared_forms() if form.record is VisitNote)


def _rows(form: Form) -> int:
    return next(table.rows for table in form.tables if table.label == _BEFORE)


@lru_cache(maxsize=1)
def _drawn(form: Form) -> str:
    cells = [(_MARKS[at], _MARKS[at + 1]) for at in range(1, len(_MARKS), 2)]
    return printed(form, {form.heading[0]: _MARKS[0]}, {_BEFORE: cells})
