"""`zhibu visits propose`: a round of visits read from the records, planned, and written into the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.disclose.view import BranchView
from generator.edit.rewriting import SectionEdit, StandingText, rewritten
from generator.edit.transaction import FileChange
from generator.errors import ConfigurationError, RecordsRefusedError
from generator.evaluate.visits.plan import plan_visits, worth
from generator.evaluate.visits.rounds import VisitRound, find_gaps, visit_task
from generator.evaluate.visits.values import VisitPlan, VisitSlot
from generator.judge import judge_sound
from generator.model.files import SCHOOL_REGISTER
from generator.model.problem_codes import report
from generator.model.record import Audience
from generator.model.records.school_register import SchoolRegister
from generator.model.records.visit_schedule import VisitSchedule, VisitState
from generator.model.shape import shape_of
from generator.model.standard_set import set_of
from generator.products.visit_words import VisitWords
from generator.settings import Settings
from generator.survey import Survey, survey

_RELAX = "几条放在一起没有一种排法；请放宽其中一条，再排一次。"
_REASONS_HEAD = "只供组织部：这里写着各支部的缺口，不转发，不上网，不进站点。"


@dataclass(frozen=True)
class PlannedRound:
    """A round with the names of what takes part, and its best plan; what is 商定 stays in it."""

    round: VisitRound
    names: Mapping[str, str]
    plan: VisitPlan

    @cached_property
    def words(self) -> VisitWords:
        """How what belongs to the round is said."""
        return VisitWords(visit_task(self.round), self.names)

    def told(self) -> Iterator[str]:
        """The plan, batch by batch, without reasons: anybody in the party may read it."""
        batches: dict[VisitSlot, list[str]] = {}
        for id, slot in self.plan.items():
            batches.setdefault(slot, []).append(id)
        for slot, ids in sorted(batches.items()):
            yield f"{self.words.slot(slot)}：{'、'.join(self.words.name(id) for id in ids)}"

    def reasons(self) -> Iterator[str]:
        """Why each branch goes where it goes: those of its gaps that it can see there."""
        shown = {row.branch.id: row.showcase.standards for row in self.round.points}
        roots = self.round.roots
        yield from ("交叉观摩：为什么这样排", _REASONS_HEAD, "")
        for row in self.round.guests:
            if slot := self.plan.get(row.id):
                gaps = self.round.gaps.get(row.id, {}) if roots.get(row.id) == roots.get(slot.point) else {}
                seen = [f"{each}（{gaps[each]}）" for each in shown[slot.point] if each in gaps]
                yield f"{row.name} → {self.words.slot(slot)}：{'、'.join(seen) or '没有相合的缺口，按次序排'}"
        found = worth(visit_task(self.round), self.plan)
        yield from (
            "",
            f"照到的缺口按“看重”合计 {found.gain}；去本党委观摩点的 {found.own} 个（不比这一项的写 0）；各点支部数的平方合计 {found.squares}。",
        )


def read_round(settings: Settings, id: str | None) -> tuple[VisitRound, Mapping[str, str]]:
    """A round of the settings' year, the only one or that of the id, and the names of branches and committees.

    Raises RecordsRefusedError with every 错误 in the records, and ConfigurationError where there is no such round.
    """
    surveyed = survey(settings)
    rows = judge_sound(surveyed, "台账有错误，没有排。")
    views = {row.entry.id: BranchView.of(row, Audience.INTERNAL) for row in rows}
    years = {id: view.current.assessment for id, view in views.items() if view and view.current}
    roots = {id: _root(surveyed, year.standard_set) for id, year in years.items()}
    assert surveyed.index is not None
    assert surveyed.institution is not None
    registers = [row for row in surveyed.institution.registers.values() if isinstance(row, SchoolRegister)]
    found = VisitRound(
        schedule=_chosen(surveyed.institution.register(settings.year), id),
        branches=surveyed.institution.branches,
        points=surveyed.index.showcases,
        held=tuple(row for register in registers for row in register.visits),
        holidays=surveyed.index.institution.holidays,
        as_of=settings.as_of,
        gaps={id: find_gaps(year) for id, year in years.items()},
        roots=roots,
    )
    return found, {**surveyed.names["committee"], **surveyed.names["branch"]}


def propose(given: VisitRound, names: Mapping[str, str]) -> PlannedRound:
    """The best plan of a round.

    Raises RecordsRefusedError with what clashes, each set of constraints a Problem at the round.
    """
    task = visit_task(given)
    found = plan_visits(task)
    if found.clashes:
        said, place = VisitWords(task, names), given.schedule.where("id")
        told = (report("W210", place, said.clash(each), _RELAX) for each in found.clashes)
        raise RecordsRefusedError("观摩安排排不出来，什么都没有写。", told)
    return PlannedRound(given, names, found.plan)


def with_plan(settings: Settings, planned: PlannedRound) -> FileChange:
    """The register of 学校 with the plan: what is 拟 is replaced, all else stays.

    Raises ConfigurationError where the file is written in a way that this program does not change.
    """
    path = SCHOOL_REGISTER.at(settings.records, year=settings.year)
    old = path.read_bytes().decode("utf-8")
    standing = StandingText.read(old)
    rounds = standing.tree[_KEY] if standing else []
    at = next((n for n, row in enumerate(rounds) if row["编号"] == planned.round.schedule.id), None)
    if standing is None or at is None:
        raise ConfigurationError(f"{path} 里的“{_KEY}”读不出来。请先照 zhibu check 说的改好。")
    row = {**rounds[at], "行程": list(_rows(planned, rounds[at].get("行程") or ()))}
    new = rewritten(standing, {_KEY: SectionEdit(changed={at: row})}, [each.label for each in shape_of(SchoolRegister)])
    if new is None:
        raise ConfigurationError(f"{path} 里的“{_KEY}”改不了。请把下面的行程手工写进去。")
    return FileChange(path, old, new)


_KEY = str(SchoolRegister.model_fields["schedules"].alias)


def _rows(planned: PlannedRound, standing: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    kept = [row for row in standing if row.get("状态", VisitState.PROPOSED) != VisitState.PROPOSED]
    yield from kept
    agreed = {row.branch for row in planned.round.coming if row.state is VisitState.AGREED}
    for id, slot in sorted(planned.plan.items(), key=lambda pair: (pair[1], pair[0])):
        if id not in agreed:
            yield {
                "支部": id,
                "观摩点": slot.point,
                "日期": slot.on.isoformat(),
                "自": slot.since,
                "至": slot.until,
                "状态": VisitState.PROPOSED.value,
            }


def _chosen(register: object, id: str | None) -> VisitSchedule:
    rounds = register.schedules if isinstance(register, SchoolRegister) else ()
    found = [row for row in rounds if id is None or row.id == id]
    if len(found) == 1:
        return found[0]
    known = "、".join(row.id for row in rounds)
    if not rounds:
        raise ConfigurationError(f"学校年度台账里没有“{_KEY}”。请先写这一轮的编号、自、至。")
    raise ConfigurationError(f"请用 --round 写明哪一轮：{known}。")


def _root(surveyed: Survey, standard_set: str | None) -> str:
    found = set_of(surveyed.sets, standard_set)
    return found.root if found else ""
