"""The year's plan: clauses, dates, units, standards, and agreement with the plan's own text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.organisation import Institution
from generator.model.records.plan import Phase, Plan, Task, clause_slug
from generator.validate.privacy import scan
from generator.validate.profile import check_span


def validate_plan(
    plan: Plan,
    institution: Institution,
    standards: Collection[str],
    aspects: Collection[str],
    clauses: Collection[str] | None,
) -> list[Problem]:
    """The Problems of a plan, sorted; `clauses` are those of its original text, None where that is not kept.

    If `standards` or `aspects` is empty, references to them are not checked.
    """
    tasks = [row.task for row in plan.tasks]
    problems = [*_duplicates([*plan.phases, *tasks]), *scan(plan)]
    for phase in plan.phases:
        problems += [*check_span(phase, phase.since, phase.until), *_misplaced_tasks(phase)]
    for task in tasks:
        problems += [*_unknown_standards(task, standards), *_unknown_units(task, plan, institution)]
    problems += _unknown_aspects(plan, aspects)
    problems += [*_subsets(plan, institution), *_handouts(plan), *_unwritten([*plan.phases, *tasks], clauses)]
    return sorted(problems)


def _duplicates(rows: Iterable[Phase | Task]) -> Iterator[Problem]:
    """Numbers of clauses are unique, because they are the URLs of the tasks' pages."""
    seen: dict[str, Source] = {}
    for row in rows:
        number = clause_slug(row.clause) or row.clause
        if number in seen:
            message = f"条款 {row.clause} 的编号在第 {seen[number].line} 行已经写过"
            yield report("R222", row.where("clause"), message, "每个条款只写一次，请核对编号。")
        seen.setdefault(number, row.source)


def _misplaced_tasks(phase: Phase) -> Iterator[Problem]:
    for task in phase.tasks:
        if not task.clause.startswith(phase.clause) or task.clause == phase.clause:
            message = f"任务 {task.clause} 不在阶段 {phase.clause} 之下"
            yield report("R223", task.where("clause"), message, f"{phase.clause}的任务写成 {phase.clause}1 这样。")


def _unknown_standards(task: Task, standards: Collection[str]) -> Iterator[Problem]:
    for id in task.standards:
        if standards and id not in standards:
            hint = did_you_mean(id, standards, "请写标准编号，如 3.1。")
            yield report("R224", task.where("standards"), f"没有标准 {id}", hint)
    for id in task.usual:
        if standards and id.rpartition(".")[0] not in task.standards:
            hint = "请写这项任务的标准下面的评价要点编号，如 3.5.1。"
            yield report("R224", task.where("usual"), f"“一般”里的 {id} 不在这项任务的标准之下", hint)


def _unknown_aspects(plan: Plan, aspects: Collection[str]) -> Iterator[Problem]:
    for goal in plan.goals:
        if aspects and goal.aspect is not None and goal.aspect not in aspects:
            hint = did_you_mean(goal.aspect, aspects, f"手册的方面有：{'、'.join(aspects)}。")
            yield report("R228", goal.where("aspect"), f"手册没有方面“{goal.aspect}”", hint)


def _unknown_units(task: Task, plan: Plan, institution: Institution) -> Iterator[Problem]:
    known = [*_names(institution), *(subset.name for subset in plan.subsets)]
    for name in task.units:
        if name not in known:
            hint = did_you_mean(name, known, "请写进 institution.yml 的“责任单位”，或写进方案的“条件子集”。")
            yield report("R225", task.where("units"), f"不认识责任单位“{name}”", hint)


def _subsets(plan: Plan, institution: Institution) -> Iterator[Problem]:
    known = list(_names(institution))
    for subset in plan.subsets:
        if subset.of not in known:
            hint = did_you_mean(subset.of, known, "“属于”须是 institution.yml 里的责任单位。")
            yield report("R225", subset.where("of"), f"不认识责任单位“{subset.of}”", hint)


def _names(institution: Institution) -> Iterator[str]:
    for unit in institution.units:
        yield from (unit.name, *unit.aliases)


def _handouts(plan: Plan) -> Iterator[Problem]:
    for row in plan.handouts:
        if row.signed > row.people:
            message = f"{row.recipients}签收（{row.signed}）多于应发（{row.people}）"
            yield report("R226", row.where("signed"), message, "请核对签收单。")


def _unwritten(rows: Iterable[Phase | Task], clauses: Collection[str] | None) -> Iterator[Problem]:
    if clauses is None:
        return
    for row in rows:
        if row.clause not in clauses:
            message = f"方案原文里没有{row.clause}这一条"
            yield report("R227", row.where("clause"), message, "请核对编号，或核对同名 .txt 里的原文。")
