"""方案原文: the plan's own words with an anchor a clause, and what of the handbook and the tasks goes with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.clause import NOT_THE_DOCUMENTS, Clause, ClauseTree, DocumentPart
from generator.model.page import Page
from generator.model.records.plan import Plan
from generator.present.kit.catalogue import StandardView
from generator.present.kit.page_kind import EVERY_EDITION, YEAR, PageKind
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import plan_path, plan_text_path, root, task_path, url
from generator.present.plan.citing import cited, named_standard
from generator.present.plan.plan_year import PlanYear


@dataclass(frozen=True, slots=True, kw_only=True)
class TextClause:
    """One clause: its number and its paragraphs as they are written, and the links beside it."""

    anchor: str
    level: int
    label: str
    paragraphs: tuple[Markup, ...]
    task: str
    standards: tuple[tuple[str, str], ...]


def _pages(year: PlanYear) -> Iterator[Page]:
    """None where the plan's own words are not kept."""
    site, plan, outline = year.site, year.plan, year.site.plan_outline
    if outline is None:
        return
    title = "方案原文"
    body = render(
        "plan/text",
        site=site,
        title=title,
        name=outline.main.title or plan.name,
        plan_target=url(site.text_path, site.plan_path),
        before=tuple(_loose(site, outline, before=True)),
        after=tuple(_loose(site, outline, before=False)),
        clauses=tuple(_clauses(site, plan)),
    )
    yield Page(path=site.text_path, kind="plan-text", title=title, body=body)


PAGES = (
    PageKind(
        name="plan-text",
        about="工作方案的原文，逐条有自己的位置",
        subject=PlanYear,
        paths=(plan_text_path(), plan_text_path(YEAR)),
        editions=EVERY_EDITION,
        tab=plan_path(),
        headings=(),
        make=_pages,
    ),
)


_ELSEWHERE = NOT_THE_DOCUMENTS | {DocumentPart.CLAUSE, DocumentPart.TITLE}


def _loose(site: Site, outline: ClauseTree, *, before: bool) -> Iterator[Markup]:
    """What stands before the first clause (salutation, preamble) or after it (signature, date).

    The title stands above; a table of contents and what a web page left are no words of the plan.
    """
    first = next((piece.start for piece in outline.segments if piece.part is DocumentPart.CLAUSE), len(outline.text))
    for piece in outline.segments:
        if piece.part not in _ELSEWHERE and (piece.start < first) is before:
            yield from _paragraphs(site, outline.text[piece.start : piece.end])


def _clauses(site: Site, plan: Plan) -> Iterator[TextClause]:
    tasks = {row.task.clause: url(site.text_path, task_path(row.task.slug, site.year_folder)) for row in plan.tasks}
    by_standard = cited(site, plan)
    for id, clause in site.clauses.items():
        resting = [view for view, clauses in by_standard.items() if id in clauses]
        yield _clause(site, clause, tasks.get(id, ""), resting)


def _clause(site: Site, clause: Clause, task: str, standards: Iterable[StandardView]) -> TextClause:
    return TextClause(
        anchor=clause.anchor,
        level=clause.level,
        label=clause.label,
        paragraphs=tuple(_paragraphs(site, clause.text)),
        task=task,
        standards=tuple(named_standard(view, site.text_path) for view in standards),
    )


def _paragraphs(site: Site, text: str) -> Iterator[Markup]:
    """The lines that say something; a clause of the plan that they cite is linked."""
    for line in text.split("\n"):
        if line.strip():
            yield site.cites.linked(line.strip(), root(site.text_path))
