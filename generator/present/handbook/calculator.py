"""日期推算: what one date means for the following steps; the rules and the working days as data for a script.

The script counts days, months and working days, and knows no rule: all of them come from the process.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from generator.model.placeholders import Slot
from generator.model.records.development_process import (
    DevelopmentProcess,
    DevelopmentProcesses,
    Line,
    Postponement,
    ProcessStep,
    StartsFrom,
    StepInterval,
    WrittenRule,
)
from generator.model.working_days import KNOWN_YEARS, at_work
from generator.present.handbook.process_words import rule_source
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import CALCULATOR_SCRIPT, url

_WEEKEND = 5
_BEYOND = {Line.HARD: "", Line.SOFT: "越过只作提醒", Line.TOLD: "只作说明，不判"}


def _calculator(at: SlotContext) -> str:
    """The form, and its data; without scripts, what to do instead."""
    data = json.dumps(calculator_data(at.site.processes), ensure_ascii=False, separators=(",", ":"))
    return render("handbook/calculator", data=data.replace("<", "\\u003c"), script=url(at.path, CALCULATOR_SCRIPT))


SLOTS = {Slot.DATE_CALCULATOR: _calculator}


def calculator_data(processes: DevelopmentProcesses) -> dict[str, Any]:
    """Versions with their limits, and the days that are not what their weekday says."""
    return {
        "versions": [_version(row) for row in processes.versions],
        "years": [KNOWN_YEARS[0], KNOWN_YEARS[-1]],
        "exceptions": [day.isoformat() for day in _exceptions()],
    }


class _Limit(NamedTuple):
    """One limit: the option that it runs from, which step it is for, and after how many units it ends."""

    id: str
    start: str
    target: str
    kind: str
    number: int
    unit: str
    told: str


def _version(process: DevelopmentProcess) -> dict[str, Any]:
    return {
        "id": process.id,
        "document": process.document,
        "since": process.since.isoformat() if process.since else "",
        "until": process.until.isoformat() if process.until else "",
        "limits": [limit._asdict() for limit in _limits(process)],
    }


def _limits(process: DevelopmentProcess) -> Iterator[_Limit]:
    for number, rule in enumerate(process.intervals):
        yield from _of_interval(process, number, rule)
    for step in process.steps.values():
        yield from _of_step(process, step)
    if process.postponement is not None:
        yield from _postponed(process, process.postponement)
    if (leaving := process.leaving) is not None:
        start, target = _day_of(process, leaving.step), f"{_step(process, leaving.step)}：到这一天离开的，一般不办"
        yield _Limit("leaving", start, target, "until", leaving.at_least, leaving.unit, _told(leaving, leaving.line))


def _of_interval(process: DevelopmentProcess, number: int, rule: StepInterval) -> Iterator[_Limit]:
    start = _day_of(process, rule.since) if rule.starts is StartsFrom.DAY else f"{_step(process, rule.since)}：上报日"
    target, told = _step(process, rule.step), _told(rule, rule.line, rule.note)
    if rule.at_least is not None:
        yield _Limit(f"{number}-at-least", start, target, "earliest", rule.at_least, rule.unit, told)
    if rule.at_most is not None:
        yield _Limit(f"{number}-at-most", start, target, "latest", rule.at_most, rule.unit, told)
    if rule.special is not None:
        special = f"{target}（写明特殊情况的）"
        yield _Limit(f"{number}-special", start, special, "latest", rule.special, rule.unit, told)


def _of_step(process: DevelopmentProcess, step: ProcessStep) -> Iterator[_Limit]:
    title = _step(process, step.id)
    if (every := step.regularly) is not None:
        told = _told(step, every.line, every.note)
        yield _Limit(
            f"every-{step.id}", f"{title}：上一次", f"{title}：下一次", "latest", every.every, every.unit, told
        )
    if (notice := step.notice) is not None:
        first, last = f"{title}：公示第一天", f"{title}：公示最后一天"
        told = _told(step, notice.line)
        yield _Limit(f"notice-{step.id}", first, last, "earliest", notice.at_least, "工作日，首日算", told)


def _postponed(process: DevelopmentProcess, rule: Postponement) -> Iterator[_Limit]:
    """From the day that the time runs from: its end after the shortest and the longest postponement."""
    for number, row in enumerate(process.intervals):
        if row.step == rule.step and row.at_least is not None and row.unit is rule.unit:
            for months in (rule.at_least, rule.at_most):
                target, count = f"{_step(process, rule.step)}（延长 {months} 个{rule.unit}的）", row.at_least + months
                id, start = f"{number}-postponed-{months}", _day_of(process, row.since)
                yield _Limit(id, start, target, "earliest", count, rule.unit, _told(rule, rule.line))


def _told(rule: WrittenRule, line: Line, note: str | None = None) -> str:
    return "；".join(filter(None, (rule_source(rule), _BEYOND[line], note)))


def _step(process: DevelopmentProcess, id: str) -> str:
    return f"{id} {process.steps[id].name}"


def _day_of(process: DevelopmentProcess, id: str) -> str:
    return f"{_step(process, id)}：办的日期"


def _exceptions() -> Iterator[date]:
    """Working days on weekends and days off within the week, in the known years."""
    first, last = date(KNOWN_YEARS[0], 1, 1), date(KNOWN_YEARS[-1], 12, 31)
    for number in range((last - first).days + 1):
        day = first + timedelta(number)
        if at_work(day) is not (day.weekday() < _WEEKEND):
            yield day
