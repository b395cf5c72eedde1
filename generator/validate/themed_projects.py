"""主题立项: projects against their call, the standards, and the projects of other years."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record
from generator.model.records.school_register import SchoolRegister
from generator.model.records.themed_project import CompletionResult, ProjectCall, ThemedProject
from generator.validate.record_rules import broken_rules
from generator.validate.repeated import repeated


def check_projects(records: Iterable[Record], standards: Collection[str], as_of: date) -> Iterator[Problem]:
    """The Problems of all projects of all years; no `standards` are held against them where none are known."""
    registers = [row for row in records if isinstance(row, SchoolRegister)]
    calls = {call.id: call for row in registers for call in row.calls}
    projects = [project for row in registers for project in row.projects]
    for call in calls.values():
        yield from broken_rules(call)
    for project, first in repeated(projects, lambda row: row.id):
        if first.source.path != project.source.path:
            message = f"项目编号 {project.id} 已经用过，先见于 {first.source}"
            yield report("W314", project.where("id"), message, "请换一个编号；跨年的项目只写在申报那一年的台账里。")
    for project in projects:
        yield from broken_rules(project)
        yield from _project(project, standards, as_of)
        yield from _called(project, calls)


def _project(row: ThemedProject, standards: Collection[str], as_of: date) -> Iterator[Problem]:
    for id in row.standards:
        if standards and id not in standards:
            hint = did_you_mean(id, standards, "请写标准的编号，如 3.5。")
            yield report("W315", row.where("standards"), f"没有标准“{id}”", hint)
    ended = row.completion
    if ended is None:
        return
    if ended.ended_on > as_of:
        message = f"{ended.ended_on} 晚于截至日 {as_of}，不作依据"
        yield report("R203", ended.where("ended_on"), message, "请核对日期。")
    if ended.result is CompletionResult.PASSED and not row.results:
        message = f"项目 {row.id} 通过结项，没有写成果"
        yield report(
            "W316", row.where("completion"), message, "请写明留下了什么、谁在用；确实没有的，结论写“不予结项”。"
        )


def _called(row: ThemedProject, calls: Mapping[str, ProjectCall]) -> Iterator[Problem]:
    if row.call is None:
        return
    call = calls.get(row.call)
    if call is None:
        hint = did_you_mean(row.call, calls, "请写立项通知的编号，或把“通知”去掉。")
        yield report("W312", row.where("call"), f"没有立项通知“{row.call}”", hint)
        return
    if row.on > call.apply_until:
        message = f"{row.on} 申报，立项通知的申报截止是 {call.apply_until}（{call.source}）"
        yield report("W317", row.where("on"), message, "请核对日期；经批准延期的，改通知的截止日。")
    amount = row.funding.amount if row.funding else None
    if amount is not None and call.ceiling is not None and amount > call.ceiling:
        message = f"资助 {amount} 元，多于立项通知的上限 {call.ceiling} 元（{call.source}）"
        yield report("W313", row.where("funding"), message, "请核对两个数。")
