"""The placeholder pages from which MkDocs draws the shells that record pages are stamped into.

A shell's Markdown holds the same headings, with the same ids, as every page of its kind, so that the table of contents
is right on all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.record import Audience
from generator.present.kit.exact import plain
from generator.present.kit.site import Site

TITLE = "zhibu-sentinel-title"
"""Stands for the page's title in a placeholder, where stamping looks for it."""

_WIDE = ("matrix", "institution")
_Heading = tuple[int, str, str]
_MATRIX: tuple[_Heading, ...] = ((2, "matrix", "支部对照"), (2, "reading", "怎样看这张表"))
_INSTITUTION: tuple[_Heading, ...] = ((2, "matrix", "基层党委对照"), (2, "reading", "怎样看这张表"))
_BRANCH_HEAD: tuple[_Heading, ...] = (
    (2, "state", "八个结论"),
    (2, "todo", "本月要办"),
    (3, "gaps", "缺项待改"),
    (3, "yearly", "全年进度"),
    (2, "branch-plan", "推进计划与对策"),
    (2, "aspects", "各方面"),
    (2, "year", "全年"),
    (2, "findings", "逐项判定"),
)
_BRANCH_TAIL: tuple[_Heading, ...] = ((2, "register", "台账"), (2, "profile", "支部概况"))
_PUBLIC_BRANCH: tuple[_Heading, ...] = ((2, "profile", "支部概况"), (2, "more", "表格与展示"))
_COMMITTEE: tuple[_Heading, ...] = (
    (2, "gaps", "缺项与临期"),
    (2, "plans", "推进计划"),
    (2, "counts", "按方面合计"),
    (2, "above", "基层党委和学校的事项"),
    (2, "branches", "支部"),
)
_PLAN: tuple[_Heading, ...] = (
    (2, "course", "经过"),
    (2, "works", "工作"),
    (2, "remedies", "对策"),
    (2, "signatures", "签审"),
)
_PLAN_TASK: tuple[_Heading, ...] = ((2, "text", "方案原文"), (2, "standards", "落到哪些标准"))
_PLAN_UNIT: tuple[_Heading, ...] = ((2, "tasks", "任务单"),)
_PLAN_TRACE: tuple[_Heading, ...] = (
    (2, "clauses", "从条款看"),
    (2, "standards", "从标准看"),
    (2, "gaps", "没有对上的"),
)
_PLAN_YEAR: tuple[_Heading, ...] = (
    (2, "year", "全年"),
    (2, "phases", "阶段与任务"),
    (2, "goals", "“更加”目标"),
    (2, "documents", "文件清单"),
)
_PLAN_CALENDAR: tuple[_Heading, ...] = ((2, "months", "十二个月"), (2, "duties", "定期事项"))
_PLAN_OVERDUE: tuple[_Heading, ...] = (
    (2, "overdue", "期限已过，记录没有显示办结"),
    (2, "upcoming", "还没有到期限"),
)
_PUBLIC_COMMITTEE: tuple[_Heading, ...] = ((2, "branches", "支部"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShellSpec:
    """One page kind at one depth: `kind` as in `Page.kind`, the placeholder's URL path, its Markdown, its headings' ids."""

    kind: str
    path: str
    markdown: str
    headings: tuple[str, ...]


def shells(site: Site) -> tuple[ShellSpec, ...]:
    """The page kinds of one edition; the public one has no matrices and fewer headings."""
    bands, branch = _aspects(site, 2), (*_BRANCH_HEAD, *_aspects(site, 3), *_BRANCH_TAIL)
    if site.audience is Audience.PUBLIC:
        return (
            _shell("branch", "branches/zhibu-shell/", _PUBLIC_BRANCH),
            _shell("checklist", "branches/zhibu-shell/checklist/", bands),
            _shell("committee", "committees/zhibu-shell/", _PUBLIC_COMMITTEE),
            _shell("committee", "committees/zhibu-shell/2/", _PUBLIC_COMMITTEE),
            _shell("plan-task", "plan/tasks/zhibu-shell/", _PLAN_TASK),
            _shell("plan-task", "plan/year/tasks/zhibu-shell/", _PLAN_TASK),
            *_plan_shells(),
        )
    return (
        _shell("branch", "branches/zhibu-shell/", branch),
        _shell("checklist", "branches/zhibu-shell/checklist/", bands),
        _shell("branch-plan", "branches/zhibu-shell/plan/", _PLAN),
        _shell("branch", "branches/zhibu-shell/year/", branch),
        _shell("checklist", "branches/zhibu-shell/year/checklist/", bands),
        _shell("branch-plan", "branches/zhibu-shell/year/plan/", _PLAN),
        _shell("committee", "committees/zhibu-shell/", _COMMITTEE),
        _shell("committee", "committees/zhibu-shell/2/", _COMMITTEE),
        _shell("matrix", "committees/zhibu-shell/matrix/", _MATRIX),
        _shell("matrix", "committees/zhibu-shell/matrix/2/", _MATRIX),
        _shell("institution", "zhibu-shell/", _INSTITUTION),
        _shell("institution", "matrix/zhibu-shell/", _INSTITUTION),
        _shell("plan-task", "plan/tasks/zhibu-shell/", ((2, "standing", "完成情况"), *_PLAN_TASK)),
        _shell("plan-task", "plan/year/tasks/zhibu-shell/", ((2, "standing", "完成情况"), *_PLAN_TASK)),
        _shell("plan-overdue", "plan/zhibu-shell-overdue/", _PLAN_OVERDUE),
        _shell("plan-overdue", "plan/year/zhibu-shell-overdue/", _PLAN_OVERDUE),
        *_plan_shells(),
    )


def _aspects(site: Site, level: int) -> tuple[_Heading, ...]:
    """A heading for each aspect; every set of standards has the same ones."""
    return tuple((level, f"aspect-{row.number}", f"{row.numeral} {plain(row.name)}") for row in site.default.aspects)


def _plan_shells() -> tuple[ShellSpec, ...]:
    """The pages of the plan that are the same for everyone."""
    return (
        _shell("plan-unit", "plan/units/zhibu-shell/", _PLAN_UNIT),
        _shell("plan-text", "plan/zhibu-shell-text/", ()),
        _shell("plan-trace", "plan/zhibu-shell-trace/", _PLAN_TRACE),
        _shell("plan-unit", "plan/year/units/zhibu-shell/", _PLAN_UNIT),
        _shell("plan-text", "plan/year/zhibu-shell-text/", ()),
        _shell("plan-trace", "plan/year/zhibu-shell-trace/", _PLAN_TRACE),
        _shell("plan-year", "plan/zhibu-shell-year/", _PLAN_YEAR),
        _shell("plan-calendar", "plan/year/zhibu-shell-calendar/", _PLAN_CALENDAR),
    )


def _shell(kind: str, path: str, headings: Iterable[_Heading]) -> ShellSpec:
    rows = ((1, "page", TITLE), *headings)
    lines = (f"{'#' * level} {text} {{#{id}}}" for level, id, text in rows)
    hidden = "navigation, toc" if kind in _WIDE else "navigation"
    front = f"---\ntitle: {TITLE}\nhide: [{hidden}]\nsearch: {{exclude: true}}\n---\n\n"
    return ShellSpec(
        kind=kind, path=path, markdown=front + "\n\n".join(lines) + "\n", headings=tuple(id for _, id, _ in rows)
    )
