"""One branch as the second pass judged it: everything on record, whoever may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.dossier import Dossier
from generator.model.index import BranchEntry
from generator.model.judged_year import JudgedYear
from generator.model.problem import Problem
from generator.model.stage_count import StageCount
from generator.model.standard_set import StandardSet


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedBranch:
    """A judged branch before anything is withheld; pages and products get a `BranchView` of it.

    No `dossier` where its files cannot be read, no `years` then either.  `years` are those that it is judged for (A38),
    the current one first; `sets` the standards it was judged by, on `as_of`.  `cases` are counted from what only the
    restricted edition shows: no page has them but in sums that `stage_counts` lets through.
    """

    entry: BranchEntry
    dossier: Dossier | None
    years: tuple[JudgedYear, ...]
    problems: tuple[Problem, ...]
    sets: tuple[StandardSet, ...]
    as_of: date
    cases: tuple[StageCount, ...] = ()
