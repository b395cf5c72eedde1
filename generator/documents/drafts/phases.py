"""The phases (阶段) of a plan: found by the word 阶段 or by the time in which they run, at whatever level they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from generator.documents.drafts.draft_text import first_line
from generator.documents.drafts.drafted_phase import ORDINAL, DraftedPhase, undated_name
from generator.documents.drafts.tasks import tasks_below
from generator.documents.drafts.undivided import is_all_table, undivided_phases
from generator.model.clause import Clause, ClauseTree, Document, Style
from generator.model.clause_facts import Deadline, DeadlineKind

_NAMED = re.compile(
    rf"{ORDINAL}(?![的末性])|[^。；：:\n]{{2,40}}?(?<![个各该本和])阶段(?=\s*(?:[（(：:。，,—–~-]|\d|$))"
)
_TIMED = re.compile(r"[（(]?(?:[^\W\d]{0,4}时间|[^\W\d]{0,4}时限|起止日期)(?:安排|节点|要求)?\s*[：:]")
_BRACKETS = re.compile(r"[（(【〔][^（）()【】〔〕]*")
_HEADING_LENGTH = 200
"""Characters in which a phase says its name and its time; more would be searched for every time that a clause sets."""

_DATED_LEVELS = 2
"""Phases that only their time tells from tasks are clauses of the first two levels."""


class PlanOutline(NamedTuple):
    """What a plan is drafted from.

    `phases` are those of the document, or where it has none (`undivided`) one for each task table, else for each clause of
    the first level that names units; `loose` are the clauses that name units, and the rows of task tables, in no phase.
    `citations` are by the clauses' ids in the file.
    """

    document: Document
    phases: tuple[DraftedPhase, ...]
    undivided: bool
    loose: tuple[Clause, ...]
    citations: Mapping[str, str]


class _Likeness(IntEnum):
    """How much a clause looks like a phase.

    LOOSE has a time in its first sentence, UNTIL a last day in brackets behind its name (a phase only among others),
    DATED a time there or in a line 时间：…, NAMED the word 阶段.
    """

    NONE = 0
    LOOSE = 1
    UNTIL = 2
    DATED = 3
    NAMED = 4


class _Group(NamedTuple):
    """The sibling clauses that may be phases; of several groups the greatest holds them."""

    rank: int
    depth: int
    clauses: tuple[Clause, ...]


def plan_outline(tree: ClauseTree) -> PlanOutline:
    """The phases and tasks of a plan; of several documents in a file, of the one that has the clearest phases."""
    main = tree.main
    documents = sorted(tree.documents, key=lambda document: document is not main)
    found = [(document, _groups(document)) for document in documents]
    document, groups = max(found, key=lambda row: max((group.rank for group in row[1]), default=0))
    clauses = _best(groups)
    phases = tuple(_phase(clause) for clause in clauses)
    citations = {each.id: citation for citation, each in tree.citations.items()}
    if phases:
        headed = main if is_all_table(document) else document
        return PlanOutline(headed, phases, undivided=False, loose=tuple(_loose(tree, clauses)), citations=citations)
    return PlanOutline(main, tuple(undivided_phases(tree)), undivided=True, loose=(), citations=citations)


def _loose(tree: ClauseTree, phases: Sequence[Clause]) -> Iterator[Clause]:
    """The clauses outside these phases that would be tasks inside one."""
    within = {each.id for clause in phases for each in clause.walk()}
    return (each for each in tree.walk() if each.id not in within and (each.units or each.style is Style.ROW))


def _groups(document: Document) -> list[_Group]:
    families = [document.clauses, *(clause.children for clause in document.walk())]
    return [group for family in families if (group := _group(family)) is not None]


def _group(family: Sequence[Clause]) -> _Group | None:
    """The clauses among siblings that are phases, if any; the more clearly and the more of them, the higher their rank."""
    liked = [(_likeness(clause), clause) for clause in family]
    top = max((likeness for likeness, _ in liked), default=_Likeness.NONE)
    if top is _Likeness.UNTIL:
        return None
    least = _Likeness.UNTIL if top > _Likeness.UNTIL else _Likeness.LOOSE
    members = tuple(clause for likeness, clause in liked if likeness >= least)
    if top is _Likeness.NONE or (top < _Likeness.NAMED and not _may_be_dated(members, family)):
        return None
    several = len(members) > 1
    if not several and (top is _Likeness.LOOSE or not (_window(members[0]) or members[0].children)):
        return None
    rank = {_Likeness.NAMED: (3, 5), _Likeness.DATED: (2, 4), _Likeness.LOOSE: (0, 1)}[top][several]
    return _Group(rank, -members[0].level, members)


def _may_be_dated(members: Sequence[Clause], family: Sequence[Clause]) -> bool:
    return members[0].level <= _DATED_LEVELS and (len(members) == 1 or len(members) * 2 >= len(family))


def _best(groups: Sequence[_Group]) -> tuple[Clause, ...]:
    """The clauses of the highest rank, and of these the outermost."""
    best = max(((group.rank, group.depth) for group in groups), default=None)
    return tuple(clause for group in groups if (group.rank, group.depth) == best for clause in group.clauses)


def _likeness(clause: Clause) -> _Likeness:
    words = first_line(clause)[:_HEADING_LENGTH]
    if clause.style is Style.ROW:
        return _Likeness.NONE
    if _NAMED.match(words):
        return _Likeness.NAMED
    sentence = words.partition("。")[0]
    brackets = "".join(_BRACKETS.findall(sentence))
    if _window_in(clause, brackets) or any(_timed_windows(clause)):
        return _Likeness.DATED
    if _last_day_in(clause, brackets):
        return _Likeness.UNTIL
    return _Likeness.LOOSE if _window_in(clause, sentence) else _Likeness.NONE


def _phase(clause: Clause) -> DraftedPhase:
    window = _window(clause)
    tasks = tuple(tasks_below(child for child in clause.children if not _TIMED.match(child.text)))
    since, until = (window.since, window.until) if window else (None, None)
    return DraftedPhase(clause.id, undated_name(clause, window), since, until, tasks, () if tasks else clause.units)


def _window(clause: Clause) -> Deadline | None:
    """The time in which a phase runs: in its heading or the sentence after it, or in a line 时间：…; else until when."""
    heading = "。".join(first_line(clause)[:_HEADING_LENGTH].split("。")[:2])
    found = (_window_in(clause, heading), *_timed_windows(clause), _last_day_in(clause, heading))
    return next((time for time in found if time), None)


def _timed_windows(clause: Clause) -> Iterator[Deadline | None]:
    """The times in lines 时间：…, its own and those of clauses below it."""
    yield from (_window_in(clause, line) for line in clause.text.split("\n") if _TIMED.match(line.strip()))
    yield from (_window_in(child, child.text) for child in clause.children if _TIMED.match(child.text))


def _window_in(clause: Clause, words: str) -> Deadline | None:
    windows = (each for each in clause.deadlines if each.kind is DeadlineKind.WINDOW)
    return next((each for each in windows if each.text in words[:_HEADING_LENGTH]), None)


def _last_day_in(clause: Clause, words: str) -> Deadline | None:
    days = (each for each in clause.deadlines if each.kind is DeadlineKind.BY)
    return next((each for each in days if each.text in words), None)
