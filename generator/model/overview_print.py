"""全校总览 on paper: what the branches of all committees sum to.  In the order of the records; nothing is ranked.

It knows nothing of a page's geometry.  Texts are finished words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.finding import Verdict
from generator.model.sheet_imprint import SheetImprint

VerdictCounts = tuple[tuple[Verdict, int], ...]
"""How often each of several verdicts is shown; those that are not shown are left out."""


class AspectLine(NamedTuple):
    """A committee, with how many branches it has, in words, and for each aspect what there is to look at."""

    name: str
    branches: str
    aspects: tuple[VerdictCounts, ...]


class StandardLine(NamedTuple):
    """A standard: how many branches show each of the counted verdicts, and the nearest day of what is nearly due."""

    name: str
    counts: tuple[int, ...]
    due: str


class StateCell(NamedTuple):
    """What is shown first, and how many branches show it; no number where it is judged once, above the branches."""

    verdict: Verdict | None
    branches: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOverview:
    """The branches that are judged by one standard set; `name` is empty where there is no other.

    `columns` are the numbers of the standards of `matrix`, `withheld` the sentence about those that have no column.
    """

    name: str
    aspects: tuple[str, ...]
    committees: tuple[AspectLine, ...]
    columns: tuple[str, ...]
    matrix: tuple[tuple[str, tuple[StateCell, ...]], ...]
    withheld: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPrint:
    """`counted` are the verdicts of `standards`, which hold every standard once, those of further sets with their set's name.

    `duties` are the columns and rows of what 学校 and its committees have to do themselves; `plans` tells by committee
    how the branches' 推进计划 stand; `closing` what of the year before can still change, by committee.
    """

    imprint: SheetImprint
    title: str
    facts: tuple[tuple[str, str], ...]
    sets: tuple[SetOverview, ...]
    counted: tuple[Verdict, ...]
    standards: tuple[StandardLine, ...]
    duty_columns: tuple[str, ...]
    duties: tuple[tuple[str, tuple[Verdict | None, ...]], ...]
    plans: tuple[tuple[str, ...], ...]
    closing: tuple[tuple[str, VerdictCounts], ...]
    closing_year: str
    legend: tuple[Verdict, ...]
