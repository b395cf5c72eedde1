"""What the process of 发展党员 asks of a step, in a reader's words."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.records.development_process import (
    DevelopmentProcess,
    Line,
    ProcessStep,
    StartsFrom,
    StepInterval,
    WrittenRule,
)

_LINES = {Line.HARD: "", Line.SOFT: "（越过只作提醒）", Line.TOLD: "（只作说明，不判）"}
"""How a line is told apart; a hard one needs no words."""


def step_words(process: DevelopmentProcess, step: ProcessStep) -> Iterator[str]:
    """The conditions of a step, one short sentence each."""
    if step.note:
        yield step.note
    yield from (interval_words(row) for row in process.ending[step.id])
    yield from _facets(step)
    if (leaving := process.leaving) is not None and leaving.step == step.id:
        yield f"{leaving.at_least} 个{leaving.unit}内将离开的，一般不办{_noted(leaving.note)}{_LINES[leaving.line]}"
    if (put_off := process.postponement) is not None and put_off.step == step.id:
        span = f"{put_off.at_least} 至 {put_off.at_most} 个{put_off.unit}"
        yield f"可延长 {put_off.times} 次，{span}{_noted(put_off.note)}{_LINES[put_off.line]}"


def interval_words(rule: StepInterval) -> str:
    """环节3满 12 个月以后; 上报后 3 个月以内，特殊情况 6 个月以内."""
    since = "上报" if rule.starts is StartsFrom.SUBMITTED else f"环节{rule.since}"
    parts = [f"{since}满 {rule.at_least} 个{rule.unit}以后"] if rule.at_least is not None else []
    if rule.at_most is not None:
        special = f"，特殊情况 {rule.special} 个{rule.unit}以内" if rule.special is not None else ""
        parts.append(f"{since}后 {rule.at_most} 个{rule.unit}以内{special}")
    return f"{'，'.join(parts)}{_noted(rule.note)}{_LINES[rule.line]}"


def rule_source(rule: WrittenRule) -> str:
    """The clause with 可信度; — where no clause is known."""
    return f"{rule.clause or '—'} {rule.credibility.value}"


def _facets(step: ProcessStep) -> Iterator[str]:
    if step.regularly is not None:
        every, note = step.regularly, f"；{step.regularly.note}" if step.regularly.note else ""
        yield f"每 {every.every} 个{every.unit}一次{note}{_LINES[every.line]}"
    if step.notice is not None:
        yield f"公示不少于 {step.notice.at_least} 个工作日{_LINES[step.notice.line]}"
    if step.vote is not None:
        yield "到会、赞成都要超过应到会有表决权的半数"
    if step.approval:
        yield "由有审批权限的党委办，党总支只审议"
    if step.submitted:
        yield "须记上报日"


def _noted(note: str | None) -> str:
    return f"，{note}" if note else ""
