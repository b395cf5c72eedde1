"""Draft of a year's plan from its clauses: `plan/<year>.yml` for a person to finish."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.documents.drafts.draft_text import draft_scalar
from generator.documents.drafts.drafted_phase import DraftedPhase
from generator.documents.drafts.phases import PlanOutline
from generator.documents.drafts.subsets import subsets_of
from generator.documents.drafts.tasks import task_due, task_name, task_units
from generator.documents.outline.years import year_in
from generator.model.clause import Clause, Document
from generator.model.clause_facts import DayOfYear
from generator.model.records.organisation import ResponsibleUnit

_GOAL = re.compile(r"[^，。；、：\s]{2,12}更加[^，。；、：\s]{2,10}?(?=的目标|[，。；、\s])")


_YEAR = re.compile(r"((?:19|20)\d\d)\s*年")


class PlanHead(NamedTuple):
    """What a plan is drafted with besides its own words: its year, its 编号, and the institution's units."""

    year: int
    id: str
    units: Sequence[ResponsibleUnit] = ()


def year_of(document: Document) -> int | None:
    """The year of a plan: its title's, or that of its date where that is later: a notice about last year is this year's work."""
    title = document.title or ""
    quoted = _YEAR.search(title)
    named = year_in(title) or (int(quoted[1]) if quoted else None)
    years = [year for year in (named, document.date.year if document.date else None) if year is not None]
    return max(years, default=None)


def to_yaml(outline: PlanOutline, head: PlanHead) -> str:
    """The draft as YAML."""
    return "".join(f"{line}\n" for line in _lines(outline, head))


def _lines(outline: PlanOutline, head: PlanHead) -> Iterator[str]:
    year = head.year
    yield f"# {year} 年工作方案，由原文导入；请核对每一行，补上简称、标准和台账。原文在同一文件夹的 {year}.txt"
    if outline.undivided:
        yield "# 原文没有分阶段：任务照任务分解表或一级标题起草，阶段的条款、名称和起止日期由人定"
    yield f"年度: {json.dumps(str(year))}"
    yield f"编号: {draft_scalar(head.id)}"
    yield f"名称: {draft_scalar(outline.document.title or '')}"
    goals = _goals(outline.document)
    yield "目标:" if goals else "目标: []"
    yield from (f"  - 名称: {draft_scalar(goal)}" for goal in goals)
    yield from _subsets(outline, head)
    yield "阶段:"
    for phase in outline.phases:
        yield from _phase(phase, outline.citations, year)


def _subsets(outline: PlanOutline, head: PlanHead) -> Iterator[str]:
    """条件子集: the parts of a unit that the tasks name."""
    named = [unit for phase in outline.phases for task in phase.tasks for unit in task_units(task)]
    rows = [
        f"  - {{名称: {draft_scalar(name)}, 属于: {draft_scalar(unit)}}}"
        for name, unit in subsets_of(named, head.units)
    ]
    if rows:
        yield "# 只管一部分单位的说法，写明它缩小的是哪个责任单位"
        yield "条件子集:"
        yield from rows


def _phase(phase: DraftedPhase, citations: Mapping[str, str], year: int) -> Iterator[str]:
    yield f"  - 条款: {draft_scalar(citations.get(phase.clause, phase.clause))}"
    yield f"    名称: {draft_scalar(phase.name)}"
    yield f"    自: {_day(phase.since, year)}"
    yield f"    至: {_day(phase.until, year)}"
    if not phase.tasks:
        units = "、".join(dict.fromkeys(mention.name for mention in phase.units))
        yield f"    任务: [] # 待补：原文没有分条{f'；写着责任单位：{units}' if units else ''}"
        return
    yield "    任务:"
    for task in phase.tasks:
        yield from _task(task, citations[task.id], year)


def _task(task: Clause, citation: str, year: int) -> Iterator[str]:
    due = task_due(task)
    yield f"      - 条款: {draft_scalar(citation)}"
    yield f"        名称: {draft_scalar(task_name(task))}"
    yield f"        责任单位: [{', '.join(draft_scalar(unit) for unit in task_units(task))}]"
    if due is not None:
        yield f"        期限: {_day(due.until, year)}"
    yield "        标准: []"


def _day(day: DayOfYear | None, year: int) -> str:
    """A day; without a year in the text it is in the plan's year.  What is not written is left for a person."""
    if day is None:
        return "# 待补：原文没有写"
    return str(day if day.year is not None else day._replace(year=year))


def _goals(document: Document) -> list[str]:
    """…更加…, as the goals of these plans are worded."""
    found = (goal for clause in document.walk() for goal in _GOAL.findall(clause.text))
    return list(dict.fromkeys(re.sub(r"^.*?(?:努力)?实现党支部", "", goal) for goal in found))
