"""发展党员台账 and 党员名册: each case against the process and its own days, each roster against the day's headcount."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.model.dossier import Dossier
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.activity_parts import Vote
from generator.model.records.development import CaseStep, Development, DevelopmentCase, StepOutcome, Submission
from generator.model.records.development_process import DevelopmentProcesses
from generator.model.records.members import Members, RosterCount

_MONTHS = range(1, 13)


def check_development(held: Development, processes: DevelopmentProcesses, as_of: date) -> Iterator[Problem]:
    """The Problems of every case; steps are not looked up where no process is declared."""
    seen: dict[str, DevelopmentCase] = {}
    for case in held.cases:
        first = seen.setdefault(case.id, case)
        if first is not case:
            message = f"编号“{case.id}”用了两次，先见于第 {first.where('id').line} 行"
            yield report("R304", case.where("id"), message, "每名发展对象一个编号，请改成不重复的。")
        yield from _steps(case, processes, as_of)
        for row in case.steps:
            yield from _sense(row)


def _steps(case: DevelopmentCase, processes: DevelopmentProcesses, as_of: date) -> Iterator[Problem]:
    rows: tuple[CaseStep | Submission, ...] = (*case.steps, *case.submissions)
    for row in rows:
        if processes.versions and row.step not in processes.ids:
            hint = did_you_mean(row.step, processes.ids, "请写 docs/development.yml 里环节的编号。")
            yield report("R321", row.where("step"), f"流程里没有环节“{row.step}”", hint)
        if row.on > as_of:
            yield report("R203", row.where("on"), f"{row.on} 晚于截至日 {as_of}，不作依据", "请核对日期。")
    for each in case.steps:
        yield from _before_predecessor(each, case, processes)
    for sent in case.submissions:
        yield from _submitted_late(sent, case)


def _submitted_late(sent: Submission, case: DevelopmentCase) -> Iterator[Problem]:
    decided = [row for row in case.steps if row.step == sent.step]
    if decided and all(row.on < sent.on for row in decided):
        message = f"上报日 {sent.on} 晚于环节“{sent.step}”的日期（{_place(decided[-1])}）"
        yield report("R322", sent.where("on"), message, "先上报、后审批，请核对两处的日期。")


def _before_predecessor(row: CaseStep, case: DevelopmentCase, processes: DevelopmentProcesses) -> Iterator[Problem]:
    process = processes.on(row.on)
    step = process.steps.get(row.step) if process else None
    for id in step.after if step else ():
        earlier = [each for each in case.steps if each.step == id]
        if earlier and all(each.on > row.on for each in earlier):
            message = f"环节“{row.step}”的日期 {row.on} 早于环节“{id}”的日期（{_place(earlier[0])}）"
            yield report("R322", row.where("on"), message, "请核对两处的日期；确是先办的，改不了，由党委认定。")


def _place(row: CaseStep) -> str:
    return f"{row.on}，第 {row.source.line} 行"


def _sense(row: CaseStep) -> Iterator[Problem]:
    if (row.outcome is StepOutcome.POSTPONED) is not (row.months is not None):
        yield report("R324", row.where("outcome"), "结果和延长月数不相配", "结果是“延长”的写延长月数，别的不写。")
    if row.posting is not None and row.posting.until < row.posting.since:
        message = f"公示从 {row.posting.since} 到 {row.posting.until}"
        yield report("R122", row.posting.where("until"), message, "请核对起止日期。")
    if row.due is not None and row.filed is not None and row.filed > row.due:
        yield report("R324", row.where("filed"), f"已归（{row.filed}）多于应归（{row.due}）", "请核对材料目录。")
    if row.vote is not None:
        yield from _votes(row.vote)


def _votes(vote: Vote) -> Iterator[Problem]:
    cast = vote.ayes + vote.noes + vote.abstentions
    if vote.present > vote.entitled or cast > vote.present + vote.written:
        message = f"应到会有表决权 {vote.entitled}、到会 {vote.present}、书面意见 {vote.written}、三种票共 {cast}"
        yield report("R120", vote.where("present"), message, "请核对表决记录。")


def check_members(held: Members, dossier: Dossier, as_of: date) -> Iterator[Problem]:
    """The rosters that contradict the headcount of their day, and months that are none."""
    for row in held.rosters:
        if row.on > as_of:
            yield report("R203", row.where("on"), f"{row.on} 晚于截至日 {as_of}，不作依据", "请核对日期。")
        yield from _roster(row, dossier)


def _roster(row: RosterCount, dossier: Dossier) -> Iterator[Problem]:
    told = dossier.headcount(row.on)
    if told is not None and (told.full_members, told.probationary_members) != (
        row.full_members,
        row.probationary_members,
    ):
        counted = f"{row.full_members} 名正式、{row.probationary_members} 名预备"
        message = (
            f"名册 {row.on} 是{counted}，支部概况写 {told.full_members}、{told.probationary_members}（{told.source}）"
        )
        yield report("R325", row.where("full_members"), message, "请核对两处，改成一致。")
    for each in row.birthdays:
        if each.month not in _MONTHS:
            yield report("R117", each.where("month"), f"没有 {each.month} 月", "月份写 1 到 12。")
    people = sum(each.people for each in row.birthdays)
    if people > row.total:
        message = f"各月政治生日共 {people} 人，多于名册的 {row.total} 人"
        yield report("R325", row.where("birthdays"), message, "每名党员只计一次，请核对。")
