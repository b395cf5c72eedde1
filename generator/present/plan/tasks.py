"""One page a task: the plan's own words, whose it is, until when, what it serves, how it stands, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.model import words
from generator.model.page import Page
from generator.model.records.plan import Task, TaskEvidence
from generator.present.kit.page_kind import EVERY_EDITION, ID, JUDGED_EDITIONS, YEAR, Heading, PageKind
from generator.present.kit.school_urls import campaigns_path, honours_path, projects_path
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.units import has_honours, has_projects, school_register
from generator.present.kit.urls import institution_register_path, plan_path, root, task_path, url
from generator.present.plan.plan_year import PlanYear
from generator.present.plan.rows import TaskRow, task_rows

_REGISTERS = {
    TaskEvidence.BRANCH_PLANS: "各支部台账里的推进计划",
    TaskEvidence.DUAL_LEADERS: "标准 4.1 的判定",
    TaskEvidence.CONTACT_POINTS: "标准 6.3 的判定",
    TaskEvidence.STANDARDS: "它落到的各项标准的判定",
    TaskEvidence.HANDOUTS: "方案的手册配发登记",
}
"""What shows a task, where it is no section of the register of 学校."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What an office has stated by `as_of`."""

    on: str
    office: str
    state: str
    text: Markup
    evidence: str


def _pages(year: PlanYear) -> Iterator[Page]:
    """One for each task, with the ones before and after it."""
    site, plan = year.site, year.plan
    tasks = [row.task for row in plan.tasks]
    for number, task in enumerate(tasks):
        path = task_path(task.slug, site.year_folder)
        rows = task_rows(site, plan, path)
        row = rows[number]
        body = render(
            "plan/task",
            site=site,
            title=_title(row),
            row=row,
            plan_target=url(path, site.plan_path),
            text=_words(site, task, path),
            text_target=url(path, site.text_path, site.clause_anchors.get(task.clause, ""))
            if site.clause_anchors
            else "",
            register=_register(site, task, path),
            shown=list(_shown(site, task, path)),
            statements=tuple(_statements(site, task, path)),
            before=rows[number - 1] if number else None,
            after=rows[number + 1] if number + 1 < len(rows) else None,
        )
        yield Page(path=path, kind="plan-task", title=_title(row), body=body)


PAGES = (
    PageKind(
        name="plan-task",
        about="方案里的一项任务：原文、责任单位、期限和落到的标准",
        subject=PlanYear,
        paths=(task_path(ID), task_path(ID, YEAR)),
        editions=EVERY_EDITION,
        tab=plan_path(),
        headings=(
            Heading(2, "standing", "完成情况", JUDGED_EDITIONS),
            Heading(2, "text", "方案原文"),
            Heading(2, "standards", "落到哪些标准"),
        ),
        make=_pages,
        systems=("Y03", "Y04", "Y05", "Y30", "Y32", "Y35", "Y36"),
    ),
)


def _register(site: Site, task: Task, path: str) -> Markup:
    """What shows how the task stands; a section of the register of 学校 is linked, where this edition has its page."""
    shown = task.shown_by
    if shown is None or shown is TaskEvidence.RECTIFICATION or not site.judged:
        return Markup("")
    text = escape(_REGISTERS.get(shown, f"学校年度台账的“{shown}”"))
    if shown not in _REGISTERS and site.whole:
        text = Markup('<a href="{}">{}</a>').format(url(path, institution_register_path(site.year_folder)), text)
    return Markup("由{}看出，不另报完成情况").format(text)


def _shown(site: Site, task: Task, path: str) -> Iterator[tuple[str, str]]:
    """What has been made public of a task: its activities, and the page of what was conferred or funded."""
    for row in school_register(site).campaigns if site.whole else ():
        if row.clause == task.clause:
            yield row.name, url(path, campaigns_path(site.year_folder), row.id)
    if task.shown_by is TaskEvidence.AWARDS and has_honours(site):
        yield f"{site.year}年度荣誉", url(path, honours_path(site.year_folder))
    if task.shown_by is TaskEvidence.PROJECTS and has_projects(site):
        yield f"{site.year}年主题立项", url(path, projects_path(site.year_folder))


def _title(row: TaskRow) -> str:
    return f"{row.clause} {row.name}"


def _words(site: Site, task: Task, path: str) -> tuple[Markup, ...]:
    """The clause's own words, a paragraph each; what they cite of the plan is linked."""
    clause = site.clauses.get(task.clause)
    paragraphs = clause.text.split("\n") if clause else ()
    return tuple(site.cites.linked(each, root(path)) for each in paragraphs if each.strip())


def _statements(site: Site, task: Task, path: str) -> Iterator[Statement]:
    for row in sorted(task.progress, key=lambda row: row.on):
        if row.on <= site.as_of and site.judged:
            yield Statement(
                on=words.day(row.on),
                office=row.office,
                state=row.state.value,
                text=site.cites.linked(row.text or "", root(path)),
                evidence=row.evidence or "",
            )
