"""提醒: what falls due in the next days, as plain text to paste into a work group.

Only what can still be done in time: no conclusion, nothing that is past its day, no names, and nothing of a standard that
only the restricted edition shows.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from generator.model import words
from generator.model.finding import Assessment, Finding
from generator.model.judged_year import PlanJudgement
from generator.model.kinds import Duty
from generator.model.period import Period
from generator.model.records.branch_plan import Remedy
from generator.model.standard import Criterion, Standard
from generator.model.standard_set import StandardSet
from generator.present.kit.citations import Citations

_REMEDY_CLAUSE = "方案 二"


class Reminder(NamedTuple):
    """One thing to do: until when, what, and by which standard and clause."""

    due: date
    text: str
    ground: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchReminders:
    """What one branch has to do, the nearest first."""

    committee: str
    branch: str
    rows: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days that a reminder looks at: `as_of` and so many days after it, both ends included."""

    as_of: date
    days: int

    @property
    def until(self) -> date:
        """The last of them."""
        return self.as_of + timedelta(self.days)

    def holds(self, day: date) -> bool:
        """Whether a day lies within the window."""
        return self.as_of <= day <= self.until


def occasions(
    assessment: Assessment, known: Container[str], window: Window
) -> Iterator[tuple[date, tuple[Finding, ...]]]:
    """What of the branch's own duties falls due, with its day: the findings of known criteria that one action settles."""
    found: dict[tuple[str, Period], list[tuple[date, Finding]]] = {}
    for row in assessment.findings:
        due = row.open_until(window.as_of)
        if row.duty is Duty.BRANCH and due and window.holds(due) and row.criterion in known:
            found.setdefault(row.occasion, []).append((due, row))
    for rows in found.values():
        yield min(due for due, _ in rows), tuple(row for _, row in rows)


def duties(assessment: Assessment, standards: StandardSet, cites: Citations, window: Window) -> Iterator[Reminder]:
    """The branch's own duties that fall due; `assessment` holds nothing that its readers may not see."""
    known = _criteria(standards)
    for due, rows in occasions(assessment, known, window):
        text = "；".join(known[row.criterion][1].text for row in rows)
        if assessment.year != window.as_of.year:
            text = f"{text}（{assessment.year}年度）"
        yield Reminder(due, text, _ground(known[rows[0].criterion][0], cites))


def plan_reminder(plan: PlanJudgement | None, clause: str, window: Window) -> Iterator[Reminder]:
    """The 推进计划, where it is asked for, not handed in yet, and its day is near."""
    if plan is not None and plan.state.asked and plan.state.submitted is None and window.holds(plan.due):
        yield Reminder(plan.due, "报送支部推进计划", f"方案 {clause}")


def remedy_reminders(remedies: Iterable[Remedy], standards: StandardSet, window: Window) -> Iterator[Reminder]:
    """Remedies that are not done and whose day is near, described by what is to be done, not by what was wrong."""
    names = {row.id: row.name for row in standards.standards}
    for row in remedies:
        is_open = row.done is None or row.done > window.as_of
        if is_open and window.holds(row.due):
            answered = "、".join(f"{id} {names.get(id, '')}".strip() for id in row.standards)
            yield Reminder(row.due, f"对策：{row.measure}（责任 {row.responsible}）", f"{answered}；{_REMEDY_CLAUSE}")


def branch_reminders(committee: str, branch: str, rows: Iterable[Reminder]) -> BranchReminders:
    """One branch's reminders in the order of their days, otherwise as they were found."""
    return BranchReminders(committee=committee, branch=branch, rows=tuple(sorted(rows, key=lambda row: row.due)))


def reminder_text(branches: Sequence[BranchReminders], window: Window) -> str:
    """The whole text; where nothing falls due, one sentence."""
    due = [row for row in branches if row.rows]
    span = f"{words.day(window.as_of)}至{words.day(window.until)}"
    if not due:
        return f"{span}，记录里没有到期的事项。\n"
    parts = [f"【近期事项提醒】{span}到期的事项如下，请对照安排。", *_grouped(due, window.as_of.year)]
    parts.append("以上由记录整理，截至当日；已经办好的请及时记入台账。内部工作提醒，请勿外传。")
    return "\n\n".join(parts) + "\n"


def _grouped(branches: Iterable[BranchReminders], year: int) -> Iterator[str]:
    """A block for each branch, its committee above the first of its branches."""
    above = ""
    for branch in branches:
        head = f"◇ {branch.committee}\n\n" if branch.committee != above else ""
        above = branch.committee
        lines = (f"{number}. {_line(row, year)}" for number, row in enumerate(branch.rows, 1))
        yield head + "\n".join([branch.branch, *lines])


def _line(row: Reminder, year: int) -> str:
    day = words.short_day(row.due) if row.due.year == year else words.day(row.due)
    return f"{day}（{words.weekday(row.due)}）前：{row.text}。依据 {row.ground}"


def _ground(standard: Standard, cites: Citations) -> str:
    return "；".join(filter(None, (f"{standard.id} {standard.name}", "、".join(cites.grounds(standard.basis)))))


def _criteria(standards: StandardSet) -> Mapping[str, tuple[Standard, Criterion]]:
    return {criterion.id: (standard, criterion) for standard in standards.standards for criterion in standard.criteria}
