"""`zhibu visits check`: the visits of a round as people have changed them, held against its terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.evaluate.visits.audit import BrokenConstraint, audit
from generator.evaluate.visits.constraints import ConstraintKind, NamedConstraint
from generator.evaluate.visits.plan import plan_visits, worth
from generator.evaluate.visits.rounds import VisitRound, slot_of, visit_task
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.products.visit_words import VisitWords


def review_visits(given: VisitRound, names: Mapping[str, str]) -> tuple[tuple[Problem, ...], str]:
    """What is wrong with the visits of a round as they stand, and how many gaps they meet beside the best plan."""
    task = visit_task(given, agreed=False)
    plan = {row.branch: slot_of(row) for row in given.coming}
    best = plan_visits(task).plan
    more = f"；不管已经商定的，最好的排法是 {worth(task, best).gain}" if best else ""
    said, broken = VisitWords(task, names), audit(task, plan)
    problems = (
        *_unregistered(given, said),
        *_missing(given, said, [row.constraint for row in broken if not row.visits]),
        *_breaking(given, said, broken),
    )
    return problems, f"现在的行程照到的缺口，按“看重”合计 {worth(task, plan).gain}{more}。"


def _unregistered(given: VisitRound, said: VisitWords) -> Iterator[Problem]:
    for row in given.unregistered:
        message = f"{said.name(row.branch)}商定 {said.slot(slot_of(row))}，还没有登记"
        yield report("W213", row.where("day"), message, "去过的请记进“交叉观摩”；没有去成的，状态写“取消”。")


def _missing(given: VisitRound, said: VisitWords, missing: Iterable[NamedConstraint]) -> Iterator[Problem]:
    place, rows = given.schedule.where("visits"), tuple(missing)
    if going := [row.about for row in rows if row.kind is ConstraintKind.GOES]:
        hint = "请给它们排上；这一轮不去的，写进“不参加”并写明理由。"
        yield report("W212", place, f"{said.listed(going)}还没有去处", hint)
    for row in rows:
        if row.kind is ConstraintKind.RECEIVES:
            hint = "请排支部去；这一轮不接待的，在“各点”里写批次 0。"
            yield report("W212", place, f"{said.demand(row)}，现在不够", hint)


def _breaking(given: VisitRound, said: VisitWords, broken: Iterable[BrokenConstraint]) -> Iterator[Problem]:
    rows = {row.branch: row for row in given.coming}
    for found in broken:
        if found.visits:
            yield report("W211", rows[found.visits[0]].source, said.broken(found), "请改行程，或改这一轮的条件。")
