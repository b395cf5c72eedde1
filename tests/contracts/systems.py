"""A row for each system of the plan: where it is registered, what judges it, which pages show it, what proves it.

All of it is read from declarations: `系统` of standards, `SYSTEMS` of record kinds, `systems` and `shows` of page kinds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.evaluate.checks import CHECKS, parameter_models
from generator.load.standards import load_standards
from generator.model.files import PLAN, SHOWCASE
from generator.model.kinds import Duty
from generator.model.plan_system import SYSTEMS, PlanSystem
from generator.model.record import Record
from generator.model.record_file import Owner
from generator.model.records.plan import Task, TaskEvidence
from generator.model.standard import Criterion, Standard
from generator.model.standard_set import SetHead
from generator.present.kit.page_kind import ID
from generator.present.kit.registry import page_kinds
from generator.present.kit.urls import set_path, showcase_path, standard_path
from generator.present.plan.registered import RegisteredAt, registered

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "examples"
_OWNERS = {Duty.BRANCH: Owner.BRANCH, Duty.COMMITTEE: Owner.COMMITTEE, Duty.INSTITUTION: Owner.INSTITUTION}
_HANDBOOK: Mapping[type[Record], tuple[str, str, str]] = {
    Standard: ("docs/standards/*.md", standard_path("", ID), "tests/load/test_standards.py"),
    SetHead: ("docs/standards/*/index.md", set_path(ID), "tests/demonstration/test_sets.py"),
}
"""Kinds of the handbook, which are no records: their files, pages and tests."""


class SystemRow(NamedTuple):
    """One system with everything that is declared for it; `rule` is a sentence where software does not judge it."""

    system: PlanSystem
    registers: tuple[str, ...]
    rule: tuple[str, ...]
    pages: tuple[str, ...]
    tests: tuple[str, ...]


def system_rows() -> tuple[SystemRow, ...]:
    """Every system in its order."""
    return tuple(map(_row, SYSTEMS.values()))


def _row(system: PlanSystem) -> SystemRow:
    places = registered().get(system.id, ())
    criteria = _criteria(system.id)
    by_people = [row for row in criteria if CHECKS[row.check].parameters.by_people]
    reviewed = by_people if by_people and not places else []
    handbook = [row for kind, row in _HANDBOOK.items() if system.id in kind.SYSTEMS]
    tasks = tuple(_tasks(places))
    return SystemRow(
        system=system,
        registers=_unique(
            *(_place(each) for each in places),
            *(f"{_reviews(row.duty)} › 评定" for row in reviewed),
            *(file for file, _, _ in handbook),
        ),
        rule=_unique(
            *(f"{row.id} {row.check}{'（定性）' if row in by_people else ''}" for row in criteria),
            *tasks,
            *([system.unjudged] if system.unjudged else []),
        ),
        pages=_unique(
            *_pages(system.id, places, [_OWNERS[row.duty] for row in reviewed]), *(page for _, page, _ in handbook)
        ),
        tests=_unique(
            *(_cases(row) for row in criteria),
            *(f"tests/examples/records/{each.file.id}/" for each in places if not criteria),
            *(["tests/evaluate/test_task_rows.py"] if tasks else []),
            *(test for _, _, test in handbook),
        ),
    )


def _unique(*rows: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rows))


def _place(place: RegisteredAt) -> str:
    return " › ".join((f"records/{place.file.pattern}", *place.keys))


def _reviews(duty: Duty) -> str:
    return {
        Duty.BRANCH: "records/units/{committee}/{branch}/{year}.yml",
        Duty.COMMITTEE: "records/units/{committee}/committee.yml",
        Duty.INSTITUTION: "records/institution.yml",
    }[duty]


@cache
def _standards() -> tuple[Standard, ...]:
    sets, _ = load_standards(ROOT / "docs", ROOT, parameter_models())
    return sets[0].standards


def _criteria(id: str) -> tuple[Criterion, ...]:
    return tuple(
        row for standard in _standards() for row in standard.criteria if id in (row.systems or standard.systems)
    )


def _tasks(places: Sequence[RegisteredAt]) -> Iterator[str]:
    """What of the plan's progress rests on its rows."""
    evidence = {each.value for each in TaskEvidence}
    for each in places:
        if each.record is Task:
            yield "任务的期限和完成情况"
        elif each.keys and each.keys[-1] in evidence:
            yield f"方案任务的完成情况（台账: {each.keys[-1]}）"


def _pages(id: str, places: Sequence[RegisteredAt], reviewed: Sequence[Owner]) -> Iterator[str]:
    owners = {each.file.owner for each in places if each.file not in (PLAN, SHOWCASE)} | set(reviewed)
    for kind in page_kinds():
        if id in kind.systems or kind.shows in owners:
            yield f"{kind.name}（{kind.paths[0]}）"
    if any(each.file is SHOWCASE for each in places):
        yield showcase_path(ID)


def _cases(row: Criterion) -> str:
    return f"tests/examples/checks/{CHECKS[row.check].judge.__module__.rpartition('.')[2]}/"
