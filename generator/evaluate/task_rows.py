"""What the register of 学校 shows of a task of the year's plan: rows up to a day, and whether they finish it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from generator.evaluate.phrases import say_days
from generator.model.files import SCHOOL_REGISTER
from generator.model.index import Index
from generator.model.records.honours import Award, AwardState
from generator.model.records.plan import Handout, Plan, Task, TaskEvidence
from generator.model.records.school_activity import Campaign, KnowledgeTest, Launch, LaunchKind
from generator.model.records.school_register import SchoolRegister
from generator.model.records.selection import Visit
from generator.model.records.themed_project import ProjectFunding, ProjectReview

_Dated = Launch | Campaign | KnowledgeTest | Award | ProjectFunding | ProjectReview | Visit


class SchoolRows(NamedTuple):
    """What 学校 has on record for the plan's year: its register, the handed-out copies, and the branches there are."""

    register: SchoolRegister
    handouts: Sequence[Handout] = ()
    branches: Collection[str] = ()

    @classmethod
    def of(cls, index: Index, plan: Plan, as_of: date) -> SchoolRows:
        """What the index holds of the plan's year; branches that are dissolved by `as_of` are asked for nothing."""
        register = index.further.get(SCHOOL_REGISTER.pattern.format(year=plan.year))
        rows = (row for entry in index.committees for row in entry.roster if not row.ended(as_of))
        return cls(
            register=register if isinstance(register, SchoolRegister) else SchoolRegister(),
            handouts=plan.handouts,
            branches=frozenset(row.id for row in rows),
        )


@cache
def no_rows() -> SchoolRows:
    """Nothing on record; made when asked for, since a model takes milliseconds to be completed."""
    return SchoolRows(SchoolRegister())


class Shown(NamedTuple):
    """Whether the rows finish the task, and what they say."""

    finished: bool
    text: str


def shown_by_rows(evidence: TaskEvidence, task: Task, rows: SchoolRows, as_of: date) -> Shown:
    """What the rows of the section that shows the task say by that day."""
    return _READERS[evidence](task, rows, as_of)


def _launched(_: Task, rows: SchoolRows, as_of: date) -> Shown:
    """A plan is started by a document that issues it and a meeting that passes it on."""
    held = [row for row in rows.register.launches if row.on <= as_of]
    missing = "、".join(kind for kind in LaunchKind if kind not in {row.kind for row in held})
    return Shown(not missing, _counted("部署", held) + (f"，没有{missing}" if missing else ""))


def _handed_out(_: Task, rows: SchoolRows, as_of: date) -> Shown:
    given = [row for row in rows.handouts if row.on is None or row.on <= as_of]
    people, signed = sum(row.people for row in rows.handouts), sum(row.signed for row in given)
    return Shown(bool(given) and signed >= people, f"手册应发 {people} 册，签收 {signed} 册")


def _held(task: Task, rows: SchoolRows, as_of: date) -> Shown:
    """Activities that name the task's clause."""
    held = [row for row in rows.register.campaigns if row.clause == task.clause and row.on <= as_of]
    over = all((row.until or row.on) <= as_of for row in held)
    return Shown(bool(held) and over, _counted("特色活动", held) + ("" if over else "，还没有结束"))


def _tested(_: Task, rows: SchoolRows, as_of: date) -> Shown:
    held = [row for row in rows.register.tests if row.on <= as_of]
    groups = "、".join(dict.fromkeys(turnout.group for row in held for turnout in row.turnout))
    return Shown(bool(held), _counted("理论测试", held) + (f"，对象有{groups}" if groups else ""))


def _awarded(_: Task, rows: SchoolRows, as_of: date) -> Shown:
    told = [row for row in rows.register.awards if row.on <= as_of]
    given = [row for row in told if row.state is AwardState.GIVEN]
    return Shown(
        bool(given),
        _counted("表彰", given) + (f"，另有 {len(told) - len(given)} 项没有到表彰" if told != given else ""),
    )


def _funded(_: Task, rows: SchoolRows, as_of: date) -> Shown:
    told = [row for row in rows.register.projects if row.on <= as_of]
    decided = [row.decision for row in told if row.decision is not None and row.decision.on <= as_of]
    open_ = f"，{left} 项还在申报" if (left := len(told) - len(decided)) else ""
    return Shown(bool(told) and not open_, _counted("主题立项", decided) + open_)


def _visited(_: Task, rows: SchoolRows, as_of: date) -> Shown:
    """Every branch has visited another one, or received one."""
    held = [row for row in rows.register.visits if row.on <= as_of]
    seen = {id for row in held for id in (row.host, *row.guests)}
    left = len(set(rows.branches) - seen)
    return Shown(bool(held) and not left, _counted("交叉观摩", held) + f"，{left} 个支部还没有参加")


def _counted(section: str, rows: Iterable[_Dated]) -> str:
    days = sorted(row.on for row in rows)
    return f"{section} {len(days)} 条{say_days(days)}"


_READERS: Mapping[TaskEvidence, Callable[[Task, SchoolRows, date], Shown]] = {
    TaskEvidence.LAUNCHES: _launched,
    TaskEvidence.HANDOUTS: _handed_out,
    TaskEvidence.CAMPAIGNS: _held,
    TaskEvidence.TESTS: _tested,
    TaskEvidence.AWARDS: _awarded,
    TaskEvidence.PROJECTS: _funded,
    TaskEvidence.VISITS: _visited,
}

OF_SCHOOL = frozenset(_READERS)
"""What the register of 学校 shows, and the plan's own sheet of handed-out copies."""
