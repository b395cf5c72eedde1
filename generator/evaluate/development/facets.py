"""What the record of a step must show of itself: who took it, votes, numbers, training, age, notice, repetition, leaving."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from generator.evaluate.development.case_view import CaseNote, CaseView, beyond, written_in
from generator.evaluate.phrases import say_day
from generator.evaluate.two_counts import Ruling, combine, judge_both
from generator.evaluate.vote_rules import vote_rulings
from generator.model.finding import Verdict
from generator.model.kinds import VoteKind
from generator.model.records.activity_parts import Vote
from generator.model.records.development import CaseStep, DecidingBody
from generator.model.records.development_process import DevelopmentProcess, Line, ProcessStep, Regularly
from generator.model.unit_records import UnitRecords
from generator.model.working_days import working_days_between

Facet = Callable[[CaseView, CaseStep, DevelopmentProcess], Iterator[CaseNote]]


def facet_notes(view: CaseView, row: CaseStep, process: DevelopmentProcess) -> Iterator[CaseNote]:
    """Everything that the step's own record must show."""
    for facet in _FACETS:
        yield from facet(view, row, process)


def _approval(view: CaseView, row: CaseStep, process: DevelopmentProcess) -> Iterator[CaseNote]:
    """A 党总支 deliberates only, and so does a committee without the power to approve."""
    step = process.steps[row.step]
    if not step.approval:
        return
    if row.by is None:
        yield view.unrecorded(row, process, "由谁办")
    elif not _may_approve(row.by, view.terms.committee):
        text = f"{view.title(row.step, process)}由{row.by}办，它没有审批权限，只能审议{written_in(process, step)}"
        yield CaseNote(Verdict.UNMET, text, row)


def _may_approve(by: DecidingBody, committee: UnitRecords | None) -> bool:
    approving = committee is None or committee.approving
    return by is DecidingBody.INSTITUTION or (by is DecidingBody.COMMITTEE and approving)


def _vote(view: CaseView, row: CaseStep, process: DevelopmentProcess) -> Iterator[CaseNote]:
    """The votes of the step, or where it has none the votes of its kind at the branch's meetings of that day."""
    step = process.steps[row.step]
    if step.vote is None:
        return
    votes = [row.vote] if row.vote is not None else _votes_of_the_day(view, row, step.vote)
    if not votes:
        yield view.unrecorded(row, process, "表决")
        return
    verdict, text = combine(_ruling(view, row, step.vote, vote) for vote in votes)
    if verdict is not Verdict.MET:
        yield CaseNote(
            verdict, f"{view.title(row.step, process)}{say_day(row.on)}{text}{written_in(process, step)}", row
        )


def _votes_of_the_day(view: CaseView, row: CaseStep, kind: VoteKind) -> list[Vote]:
    meetings = (each for each in view.terms.dossier.activities if each.on == row.on)
    return [item.vote for each in meetings for item in each.agenda if item.vote is not None and item.vote.kind is kind]


def _ruling(view: CaseView, row: CaseStep, kind: VoteKind, vote: Vote) -> Ruling:
    entitled = view.terms.dossier.entitled(row.on, vote.excluded)
    asked = vote.model_copy(update={"kind": kind})
    return judge_both(vote.entitled, entitled, lambda of: combine(vote_rulings(asked, of, row.on, failed=row.refused)))


def _number(view: CaseView, row: CaseStep, process: DevelopmentProcess) -> Iterator[CaseNote]:
    step = process.steps[row.step]
    if (line := step.number) is None:
        return
    if row.people is None:
        yield view.unrecorded(row, process, "人数")
    elif not line.at_least <= row.people <= line.at_most:
        limits = f"{line.at_least}" if line.at_least == line.at_most else f"{line.at_least} 到 {line.at_most}"
        text = f"{view.title(row.step, process)}记 {row.people} 名，应是正式党员 {limits} 名{written_in(process, step)}"
        yield CaseNote(Verdict.UNMET, text, row)


def _course(view: CaseView, row: CaseStep, process: DevelopmentProcess) -> Iterator[CaseNote]:
    step = process.steps[row.step]
    if (line := step.course) is None:
        return
    if row.days is None and row.hours is None:
        yield view.unrecorded(row, process, "培训的天数或学时")
    elif (row.days or 0) < line.days and (row.hours or 0) < line.hours:
        held = "、".join([f"{row.days} 天"] * (row.days is not None) + [f"{row.hours} 学时"] * (row.hours is not None))
        text = f"{view.title(row.step, process)}记 {held}，一般不少于 {line.days} 天或 {line.hours} 学时{written_in(process, step)}"
        yield CaseNote(beyond(line.line), text, row)


def _age(view: CaseView, row: CaseStep, process: DevelopmentProcess) -> Iterator[CaseNote]:
    if process.steps[row.step].of_age and row.of_age is None:
        yield view.unrecorded(row, process, "满 18 岁由谁核对")


def _notice(view: CaseView, row: CaseStep, process: DevelopmentProcess) -> Iterator[CaseNote]:
    step = process.steps[row.step]
    if (line := step.notice) is None or line.line is Line.TOLD:
        return
    if row.posting is None:
        yield view.unrecorded(row, process, "公示起止")
        return
    days, provisional = working_days_between(row.posting.since, row.posting.until)
    if days < line.at_least:
        counted = f"{days} 个工作日{'（暂算：没有这一年的放假安排）' if provisional else ''}"
        text = f"{view.title(row.step, process)}公示 {counted}，应不少于 {line.at_least} 个{written_in(process, step)}"
        yield CaseNote(beyond(line.line), text, row)


def _leaving(view: CaseView, row: CaseStep, process: DevelopmentProcess) -> Iterator[CaseNote]:
    rule, leaves = process.leaving, view.case.leaving
    if rule is None or rule.step != row.step or leaves is None or leaves < row.on:
        return
    if leaves <= (edge := rule.unit.after(row.on, rule.at_least).day):
        text = f"{view.title(row.step, process)}{say_day(row.on)}，预计{say_day(leaves)}离开，在 {rule.at_least} 个{rule.unit}以内"
        until = f"（到{say_day(edge)}），一般不办"
        yield CaseNote(beyond(rule.line), f"{text}{until}{written_in(process, rule)}", row)


def regular_notes(view: CaseView) -> Iterator[CaseNote]:
    """Repetitions that came too late, and one that is due, in the period that is judged."""
    for row in view.rows:
        process = view.process(row.on)
        step = process.steps.get(row.step) if process else None
        if process is not None and step is not None and step.regularly is not None:
            yield from _regular(view, row, process, step, step.regularly)


def _regular(
    view: CaseView, row: CaseStep, process: DevelopmentProcess, step: ProcessStep, rule: Regularly
) -> Iterator[CaseNote]:
    period, title = view.terms.period, view.title(row.step, process)
    held = sorted({row.on, *(day for day in row.repeated if day <= view.last_day)})
    closed = min((each.on for each in view.rows if _follows(each, row, process)), default=None)
    for one, other in pairwise([*held, closed] if closed is not None else held):
        latest = rule.unit.after(one, rule.every).day
        if latest < other and period.start <= other <= period.end:
            text = f"{title}{say_day(one)}的下一次到{say_day(other)}，相隔超过 {rule.every} 个{rule.unit}"
            yield CaseNote(beyond(rule.line), f"{text}{written_in(process, step)}", row)
    due = rule.unit.after(held[-1], rule.every).day
    if closed is None and view.due_here(due):
        shows = f"{title}{say_day(held[-1])}以后没有记录，每 {rule.every} 个{rule.unit}一次{written_in(process, step)}"
        note = view.ahead(row, due, shows) if due >= view.terms.as_of else view.missing(row, (held[-1], due), shows)
        yield note._replace(verdict=Verdict.ADVISORY) if note.verdict is Verdict.UNMET else note


def _follows(each: CaseStep, row: CaseStep, process: DevelopmentProcess) -> bool:
    """Whether a step closes the time in which another is repeated."""
    step = process.steps.get(each.step)
    return step is not None and row.step in step.after and each.on >= row.on


_FACETS: tuple[Facet, ...] = (_approval, _vote, _number, _course, _age, _notice, _leaving)
