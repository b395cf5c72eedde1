"""The tasks (任务) of a phase: the clauses that name responsible units, at whatever depth, and the rows of a task table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.documents.drafts.draft_text import first_line, short_name
from generator.model.clause import Clause, Style
from generator.model.clause_facts import Deadline, DeadlineKind

_TOLD = re.compile(
    r"[（(]?(?:责任|牵头|主办|承办|协办|配合)[^\s：:，。；（）()]{0,4}\s*[：:].*|[（(][^（）()]{1,60}(?:牵头|负责|配合|前)[）)]"
)
"""Units and time behind the words of a task."""


def tasks_below(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """These clauses, or those below a clause that only groups them."""
    for clause in clauses:
        if _is_heading(clause):
            yield from tasks_below(clause.children)
        else:
            yield clause


def _is_heading(clause: Clause) -> bool:
    """Whether the tasks are its children: it names no units itself, and rows or at least half of its children do."""
    if clause.units or not clause.children:
        return False
    naming = sum(bool(child.units) or child.style is Style.ROW or _is_heading(child) for child in clause.children)
    return naming * 2 >= len(clause.children) and (naming > 1 or len(clause.children) == 1)


def task_units(task: Clause) -> list[str]:
    """Every unit that the task and what is below it name, once."""
    return list(dict.fromkeys(mention.unit for clause in task.walk() for mention in clause.units))


def task_due(task: Clause) -> Deadline | None:
    """The last one-off deadline; recurring ones do not count, and windows only in a row of a table."""
    once = {DeadlineKind.BY, DeadlineKind.DAY} | ({DeadlineKind.WINDOW} if task.style is Style.ROW else set())
    found = [
        deadline
        for clause in task.walk()
        for deadline in clause.deadlines
        if deadline.kind in once and deadline.until is not None
    ]
    return max(found, key=lambda deadline: str(deadline.until), default=None)


def task_name(task: Clause) -> str:
    """The first sentence if it is short, else its text up to the first comma."""
    return short_name(_TOLD.sub("", first_line(task)).rstrip())
