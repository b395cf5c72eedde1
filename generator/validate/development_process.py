"""发展党员流程: its versions against one another, the steps that it names, the documents that it cites."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.development_process import DevelopmentProcess, DevelopmentProcesses
from generator.model.records.sources import Sources
from generator.validate.articles import check_cited


def check_processes(processes: DevelopmentProcesses, sources: Sources) -> Iterator[Problem]:
    """Ids given twice, steps that there are not, versions that overlap, documents that nobody declares."""
    for one, other in pairwise(processes.versions):
        if one.until is None or other.since is None or other.since <= one.until:
            message = f"“{other.id}”版没有接在“{one.id}”版之后"
            yield report("S131", other.source, message, "前一版写“至”，后一版写“自”，后一版从前一版止日的次日起。")
    for version in processes.versions:
        yield from _twice(version)
        yield from _unknown(version)
        if version.document not in sources.by_id:
            hint = did_you_mean(version.document, sources.by_id, "请写 docs/sources.yml 里文件的编号。")
            yield report("S113", version.where("document"), f"没有编号为“{version.document}”的文件", hint)
        for step in (step for stage in version.stages for step in stage.steps):
            yield from check_cited(step, step.clause, sources.by_id.get(version.document))


def _twice(version: DevelopmentProcess) -> Iterator[Problem]:
    seen: dict[str, Source] = {}
    for step in (step for stage in version.stages for step in stage.steps):
        first = seen.setdefault(step.id, step.where("id"))
        if first != step.where("id"):
            message = f"“{version.id}”版里环节“{step.id}”写了两次，先见于第 {first.line} 行"
            yield report("S131", step.where("id"), message, "一版里每个环节一个编号。")


def _unknown(version: DevelopmentProcess) -> Iterator[Problem]:
    for record, name, id in version.references:
        if id not in version.steps:
            hint = did_you_mean(id, version.steps, "请写这一版里环节的编号。")
            yield report("R321", record.where(name), f"“{version.id}”版里没有环节“{id}”", hint)
