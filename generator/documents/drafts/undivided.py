"""Plans without phases: their task tables, else their clauses that name units, in phases without days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.documents.drafts.drafted_phase import DraftedPhase, undated_name
from generator.documents.drafts.tasks import tasks_below
from generator.model.clause import Clause, ClauseTree, Document, Style


def is_all_table(document: Document) -> bool:
    """Whether the document has rows of task tables and their groups, and no other clauses."""
    walked = [*document.walk()]
    return bool(walked) and all(clause.is_tabular for clause in walked)


def undivided_phases(tree: ClauseTree) -> Iterator[DraftedPhase]:
    """A phase for every task table; where there is none, for every clause of the first level below which units are named."""
    tables = [*_tables(tree)]
    yield from tables
    for clause in () if tables else tree.main.clauses:
        if any(each.units for child in clause.children for each in child.walk()):
            yield DraftedPhase(clause.id, undated_name(clause, None), None, None, tuple(tasks_below(clause.children)))


def _tables(tree: ClauseTree) -> Iterator[DraftedPhase]:
    """A phase for every table.

    One that stands in no clause has the name of its attachment; else each of its groups is a phase, and the rows without
    a group are one.
    """
    for document in tree.documents:
        attached = bool(document.name)
        rows = tuple(_rows(document.clauses) if attached else filter(_is_row, document.clauses))
        if rows:
            id = document.name or Style.ROW.value
            yield DraftedPhase(id, document.title or "任务", None, None, rows)
        for clause in document.walk():
            below = tuple(_rows(clause.children))
            if below and (not _groups_rows(clause) or (clause.level == 1 and not attached)):
                yield DraftedPhase(clause.id, undated_name(clause, None), None, None, below)


def _is_row(clause: Clause) -> bool:
    return clause.style is Style.ROW


def _rows(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The rows among siblings, and those of their groups."""
    for clause in clauses:
        if _is_row(clause):
            yield clause
        elif _groups_rows(clause):
            yield from _rows(clause.children)


def _groups_rows(clause: Clause) -> bool:
    """Whether a clause is a group of rows in a table."""
    return clause.is_tabular and not _is_row(clause)
