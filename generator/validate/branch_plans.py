"""推进计划 and 对策: the order of the steps, and what a remedy refers to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from generator.model.dossier import Dossier
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.branch_plan import BranchPlan, PlanEvent, PlanStep, Remedy
from generator.model.standard_set import Known
from generator.validate.dates import NextYearDeadlines, in_existence, in_year


def check_plan(
    plan: BranchPlan, year: int, dossier: Dossier, as_of: date, yearly: NextYearDeadlines
) -> Iterator[Problem]:
    """The Problems of a plan: each step has a possible date, in order, and is allowed after the steps before it."""
    before: list[PlanEvent] = []
    for event in plan.course:
        yield from in_year(event, "on", year, yearly)
        yield from in_existence(event, "on", dossier, as_of)
        yield from _order(event, before)
        yield from _allowed(event, [row.step for row in before])
        before.append(event)


def check_remedies(remedies: Iterable[Remedy], year: int, dossier: Dossier, as_of: date) -> Iterator[Problem]:
    """The Problems of remedies by themselves: labels, standards, and possible dates."""
    for remedy in remedies:
        yield from _filled(remedy)
        yield from _days(remedy, year)
        if remedy.done is not None:
            yield from in_existence(remedy, "done", dossier, as_of)


def check_references(
    remedies: Iterable[Remedy], criteria: Collection[str], restricted: Collection[str]
) -> Iterator[Problem]:
    """Every remedy refers to known standards, and to none that only the restricted edition shows.

    Standards are known by the ids of their 评价要点; without any (they could not be read) references are not checked.
    """
    known, withheld = standards_among(criteria), standards_among(restricted)
    for remedy in remedies:
        yield from _known(remedy, known, withheld)


def _order(event: PlanEvent, before: list[PlanEvent]) -> Iterator[Problem]:
    if before and event.on < before[-1].on:
        message = f"{event.step}（{event.on}）早于前一步{before[-1].step}（{before[-1].on}）"
        yield report("R230", event.where("on"), message, "请核对日期；“经过”按先后一步一行。")


def _allowed(event: PlanEvent, before: list[PlanStep]) -> Iterator[Problem]:
    submitted = PlanStep.SUBMITTED in before
    match event.step:
        case PlanStep.SUBMITTED if submitted:
            yield report("R233", event.where("step"), "首次报送写了两次", "首次报送只有一次，以后的请写“再次报送”。")
        case PlanStep.RESUBMITTED if not submitted or not _returned(before):
            message = "这次再次报送之前没有退回" if submitted else "再次报送之前没有首次报送"
            yield report("R231", event.where("step"), message, "请在前面补上“首次报送”和“退回”，各写日期和单位。")
        case PlanStep.APPROVED if not submitted:
            yield report(
                "R232", event.where("step"), "审核通过之前没有首次报送", "请在前面补上“首次报送”，写明日期和单位。"
            )
    if PlanStep.APPROVED in before:
        yield report(
            "R234", event.where("step"), f"审核通过之后又有{event.step}", "请核对环节；通过后的修改记到“工作”里。"
        )


def _returned(before: list[PlanStep]) -> bool:
    """Whether the plan was returned since it was last submitted."""
    sent = (PlanStep.SUBMITTED, PlanStep.RESUBMITTED)
    last = max(number for number, step in enumerate(before) if step in sent)
    return PlanStep.RETURNED in before[last:]


def _filled(remedy: Remedy) -> Iterator[Problem]:
    if not remedy.labels:
        yield report("R110", remedy.where("labels"), "“类别”没有填内容", "请写弱化、虚化、边缘化中的一个或几个。")
    if not remedy.standards:
        yield report("R110", remedy.where("standards"), "“标准”没有填内容", '请写标准编号，如 ["3.5"]。')


def _known(remedy: Remedy, known: Collection[str], withheld: Collection[str]) -> Iterator[Problem]:
    for id in remedy.standards:
        if known and id not in known:
            hint = did_you_mean(id, known, "请写标准编号，如 3.5。")
            yield report("R235", remedy.where("standards"), f"没有标准“{id}”", hint)
        if id in withheld:
            message = f"标准 {id} 只在专人版显示，写在了“对策”里"
            yield report("R237", remedy.where("standards"), message, "请从“标准”里去掉，由专人另行登记。")


def _days(remedy: Remedy, year: int) -> Iterator[Problem]:
    for name, day in (("due", remedy.due), ("done", remedy.done)):
        if day is not None and day < date(year, 1, 1):
            message = f"对策写在 {year} 年，{day} 早于这一年"
            yield report("R236", remedy.where(name), message, f"请核对日期，或移到 {day.year}.yml。")


def standards_among(criteria: Collection[str]) -> Known[str]:
    """The standards whose 评价要点 these are, by id."""
    named = (id.rpartition(".")[0] for id in criteria)
    return Known({id: id for id in named}, criteria.dropped if isinstance(criteria, Known) else ())
