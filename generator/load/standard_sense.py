"""What one standard by itself cannot say: its id and its file, its grounds, its criteria."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from generator.model.check import CheckDescription
from generator.model.kinds import Part
from generator.model.nearest import did_you_mean
from generator.model.plan_system import SYSTEMS
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record, Source
from generator.model.standard import Category, Criterion, Standard
from generator.model.standard_set import Inapplicable

_ID = re.compile(r"[1-9]\.[1-9]\d*", re.ASCII)
_READING = re.compile(r"A[1-9]\d?", re.ASCII)


def misnamed(row: Standard | Inapplicable, path: Path) -> Iterator[Problem]:
    """An id that is none, or not that of the file."""
    if not _ID.fullmatch(row.id) or row.slug != path.stem:
        told = f"编号“{row.id}”与文件名 {path.name} 不一致"
        yield report("S104", row.where("id"), told, f"编号 {row.id} 的文件名应是 {row.slug}.md。")


def check_standard(standard: Standard, seen: dict[str, Source]) -> Iterator[Problem]:
    """A standard by itself; `seen` are the criteria of its set so far, with their places."""
    if not standard.criteria:
        yield report(
            "S109", standard.where("criteria"), "没有写评价要点", "请至少写一条要点；由人评的写“检查: 人工评”。"
        )
    yield from check_grounds(standard)
    yield from _same_as_before(standard)
    yield from _systems(standard)
    for row in standard.criteria:
        yield from (*_systems(row), *_criterion(row, standard))
    yield from _doubles(standard, seen)


def _systems(row: Standard | Criterion) -> Iterator[Problem]:
    for id in row.systems:
        if id not in SYSTEMS:
            hint = did_you_mean(id, SYSTEMS, "请写 Y01 到 Y44，不对应哪个系统的不写。")
            yield report("S140", row.where("systems"), f"没有系统“{id}”", hint)


def check_levels(standard: Standard, parameters: Mapping[str, CheckDescription]) -> Iterator[Problem]:
    """A 责任主体 whose records the criterion's check cannot judge."""
    for row in standard.criteria:
        asked = parameters.get(row.id)
        if asked is not None and asked.subject(row.duty) is None:
            told = f"检查“{row.check}”判不了责任主体是{row.duty}的要点"
            hint = "请改“责任主体”，或换一种判得了的检查；由人评的写“人工评”。"
            yield report("S130", row.where("duty"), told, hint)


def check_grounds(row: Standard | Inapplicable) -> Iterator[Problem]:
    """依据, 修订 and 口径."""
    if not row.basis:
        hint = "请至少写一条：{文件: 支部工作条例, 条款: 第十一条, 可信度: ✔}。"
        yield report("S106", row.where("basis"), "没有写依据", hint)
    days = [revision.on for revision in row.revisions]
    if not days or days != sorted(days):
        told = "修订没有按日期先后排列" if days else "没有写修订"
        yield report("S114", row.where("revisions"), told, "请写：{日期: 2026-11-22, 内容: 首次整理}，早的在前。")
    yield from _before(row)
    yield from _readings(row)


def _before(row: Standard | Inapplicable) -> Iterator[Problem]:
    """改前 of a criterion of another standard; one that is no longer asked for may stay."""
    for revision in row.revisions:
        for id in revision.before:
            if not id.startswith(f"{row.id}."):
                told = f"修订的“改前”里，“{id}”不是标准 {row.id} 的要点"
                yield report("S160", revision.where("before"), told, f"请写 {row.id}.1 这样的编号。")


def _same_as_before(standard: Standard) -> Iterator[Problem]:
    """改前 that reads as the criterion does now, where nothing was changed later."""
    asked = {row.id: row.text for row in standard.criteria}
    last = {id: revision for revision in standard.revisions for id in revision.before}
    for id, revision in last.items():
        if asked.get(id) == revision.before[id]:
            told = f"修订的“改前”里，{id} 和现在的要求一字不差"
            yield report("S160", revision.where("before"), told, "请写改以前的要求；没有改的删去这一行。")


def check_days(record: Record, since: date | None, until: date | None) -> Iterator[Problem]:
    """生效 after 失效."""
    if since is not None and until is not None and since > until:
        name = "valid_until" if "valid_until" in type(record).model_fields else "until"
        yield report("R122", record.where(name), "“生效”晚于“失效”", "请核对两个日期。")


def in_order(standard: Standard) -> list[int]:
    """Its place among others: 3.2 before 3.10."""
    return [int(part) for part in standard.id.split(".")]


def _criterion(row: Criterion, standard: Standard) -> Iterator[Problem]:
    tail = row.id.removeprefix(f"{standard.id}.")
    if tail == row.id or not tail.isdecimal():
        told = f"评价要点“{row.id}”不在标准 {standard.id} 之下"
        yield report("S105", row.where("id"), told, f"请写成 {standard.id}.1、{standard.id}.2 这样。")
    if standard.category is not Category.MIXED and row.part != Part(standard.category.value):
        told = f"标准是{standard.category}，这一条要点却是{row.part}"
        yield report("S111", row.where("part"), told, "请改成一致，两样都有的标准写“类别: 混合”。")
    yield from check_days(row, row.since, row.until)
    yield from _readings(row)


def _readings(record: Standard | Inapplicable | Criterion) -> Iterator[Problem]:
    for reading in record.readings:
        if not _READING.fullmatch(reading):
            yield report("S108", record.where("readings"), f"“{reading}”不是口径编号", "请写歧义表里的编号，如 A11。")


def _doubles(standard: Standard, seen: dict[str, Source]) -> Iterator[Problem]:
    for row in standard.criteria:
        place = row.where("id")
        first = seen.setdefault(row.id, place)
        if first != place:
            yield report("S103", place, f"评价要点“{row.id}”的编号用了两次，先见于 {first}", "请改成不重复的编号。")
