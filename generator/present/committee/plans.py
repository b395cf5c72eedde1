"""推进计划 of a committee's branches: how many of them stand how, and a line for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.model import words
from generator.model.finding import Verdict
from generator.model.judged_year import PlanState
from generator.model.summary import BranchSummary, count_plans
from generator.present.kit.urls import branch_path, file_path
from generator.present.kit.verdicts import CHIPS

_MISSING = (Verdict.UNMET, Verdict.NO_RECORD)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One branch's plan; `overdue` is how many of its remedies are past their date, empty where none is."""

    name: str
    file: str
    chip: Markup
    submitted: str
    step: str
    overdue: str


def plan_lines(summaries: Sequence[BranchSummary]) -> tuple[PlanLine, ...]:
    """A line for each branch: those that no record shows as handed in first, then late ones, each in the records' order."""
    found = [(row, row.plan) for row in summaries if row.plan is not None]
    return tuple(_line(row, plan) for row, plan in sorted(found, key=lambda pair: _rank(pair[1])))


def plan_tally(summaries: Sequence[BranchSummary]) -> str:
    """How many branches are asked, and how many plans came on time, came late, and stand approved; empty for none."""
    counts = count_plans(row.plan for row in summaries if row.plan is not None)
    if not counts.asked:
        return ""
    missing = counts.asked - counts.on_time - counts.late
    parts = (("按期首次报送", counts.on_time), ("逾期首次报送", counts.late), ("没有首次报送的记录", missing))
    shown = "，".join(f"{label} {number} 个" for label, number in parts if number)
    return f"应报 {counts.asked} 个支部：{shown}；其中已审核通过 {counts.approved} 个"


def _rank(plan: PlanState) -> int:
    if not plan.asked:
        return 4
    if plan.submitted is None:
        return 0 if plan.verdict in _MISSING else 2
    return 1 if plan.late else 3


def _line(row: BranchSummary, plan: PlanState) -> PlanLine:
    return PlanLine(
        name=row.name,
        file=file_path(branch_path(row.id), "branch-plan"),
        chip=CHIPS[plan.verdict],
        submitted=_day(plan.submitted),
        step=f"{plan.step}（{_day(plan.on)}）" if plan.step else "",
        overdue=f"{plan.overdue} 条" if plan.overdue else "",
    )


def _day(day: date | None) -> str:
    return words.short_day(day) if day else ""
