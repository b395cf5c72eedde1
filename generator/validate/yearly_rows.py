"""学习计划, 履职清单, 谈心谈话 and the steps of 3.6 in a year's register: dates, order, and the meetings they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum

from generator.model.dossier import Dossier
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.life_steps import AppraisalStep, LifeMeetingStep
from generator.model.records.register import Register
from generator.model.records.talks import Talks, TalkTally
from generator.model.records.yearly_list import ADOPTING, DutyItem, YearlyList
from generator.validate.dates import NextYearDeadlines, in_existence, in_year
from generator.validate.record_rules import broken_rules


def check_yearly_rows(
    register: Register, year: int, dossier: Dossier, as_of: date, yearly: NextYearDeadlines
) -> Iterator[Problem]:
    """Every problem of what a register holds once a year."""
    for row in (*((register.study_plan,) if register.study_plan else ()), *register.duty_lists):
        yield from _adopted(row, register, as_of)
    for item in (item for row in register.duty_lists for item in row.items):
        yield from _item(item, year, as_of)
    if register.talks is not None:
        yield from _talks(register.talks, year, dossier, as_of)
    for course in (register.life_meeting, register.appraisal):
        if course is not None:
            yield from _steps(course.steps, year, dossier, as_of, yearly)


def _adopted(row: YearlyList, register: Register, as_of: date) -> Iterator[Problem]:
    if row.meeting not in ADOPTING:
        told = f"“{row.meeting}”不议定计划和清单"
        yield report("R274", row.where("meeting"), told, "请写支部委员会会议或支部党员大会。")
    elif row.on > as_of:
        yield report("R203", row.where("on"), f"{row.on} 晚于截至日 {as_of}，不作依据", "请核对日期。")
    elif register.activities and not any(
        held.on == row.on and row.meeting in held.kinds for held in register.activities
    ):
        told = f"{row.on} 的台账里没有{row.meeting}"
        yield report("R274", row.where("on"), told, f"请核对日期和会议，或补录那天的{row.meeting}。")


def _item(item: DutyItem, year: int, as_of: date) -> Iterator[Problem]:
    if item.due.year < year:
        told = f"期限 {item.due} 早于 {year} 年"
        yield report("R204", item.where("due"), told, f"请核对日期，或移到 {item.due.year}.yml。")
    for name, on in (("done", item.done), ("carried_over", item.carried_over)):
        if on is not None and on > as_of:
            yield report("R203", item.where(name), f"{on} 晚于截至日 {as_of}，不作依据", "请核对日期。")


def _talks(talks: Talks, year: int, dossier: Dossier, as_of: date) -> Iterator[Problem]:
    before: dict[str, TalkTally] = {}
    for row in talks.tallies:
        yield from _within(row, year, as_of)
        yield from _people(row, dossier)
        last = before.get(row.pair)
        if last is not None and (row.through <= last.through or row.times < last.times):
            told = f"{row.pair}到 {row.through} 共 {row.times} 次，前面一行到 {last.through} 已有 {last.times} 次"
            yield report("R278", row.where("times"), told, "计数从年初累计，后一行的日期更晚、次数不会更少，请核对。")
        before[row.pair] = row


def _within(row: TalkTally, year: int, as_of: date) -> Iterator[Problem]:
    if row.through.year != year:
        told = f"{row.through} 不在 {year} 年的台账里"
        yield report("R204", row.where("through"), told, f"请核对日期，或移到 {row.through.year}.yml。")
    elif row.through > as_of:
        yield report("R203", row.where("through"), f"{row.through} 晚于截至日 {as_of}，不作依据", "请核对日期。")


def _people(row: TalkTally, dossier: Dossier) -> Iterator[Problem]:
    yield from broken_rules(row)
    members = dossier.headcount(row.through)
    most = max(row.reached, row.meant or 0)
    if members is not None and most > members.total:
        told = f"{row.pair}写了 {most} 人，{row.through} 的党员只有 {members.total} 人（{members.source}）"
        yield report("R278", row.where("reached"), told, "请核对谈话的人数和支部概况的党员人数。")


def _steps(
    steps: Sequence[LifeMeetingStep | AppraisalStep],
    year: int,
    dossier: Dossier,
    as_of: date,
    yearly: NextYearDeadlines,
) -> Iterator[Problem]:
    for number, row in enumerate(steps):
        yield from in_year(row, "on", year, yearly)
        yield from in_existence(row, "on", dossier, as_of)
        for other in steps[:number]:
            yield from _order(row, other)


def _order(row: LifeMeetingStep | AppraisalStep, other: LifeMeetingStep | AppraisalStep) -> Iterator[Problem]:
    """Two steps, `other` being written first: each stands once, and the earlier one was not taken later."""
    if row.step is other.step:
        yield report(
            "R273", row.where("step"), f"“{row.step}”写了两次，先见于 {other.source}", "每一步只写做完的那一天。"
        )
        return
    rank, place = _rank(row.step), _rank(other.step)
    if (row.on < other.on and rank > place) or (row.on > other.on and rank < place):
        first, then = (row, other) if rank < place else (other, row)
        told = f"{then.step}（{then.on}）早于{first.step}（{first.on}，见 {first.source}）"
        yield report("R273", then.where("on"), told, "请核对日期；先做后补的，照实写，由评定的人看。")


def _rank(step: Enum) -> int:
    return list(type(step)).index(step)
