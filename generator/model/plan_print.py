"""年度方案 on paper: phases and tasks with units, deadlines and, where the edition shows it, how they stand.

It knows nothing of a page's geometry.  Texts are finished words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.finding import Verdict
from generator.model.sheet_imprint import SheetImprint

StateCounts = tuple[tuple[Verdict, int], ...]
"""How many tasks show which conclusion."""


class PrintedTask(NamedTuple):
    """One task.  `verdict` is None where the edition shows no state; `withheld` is then the sentence about that, if any.

    `crosses` says that its deadline lies outside its phase, `left` how long that is.
    """

    clause: str
    name: str
    units: str
    deadline: str
    note: str
    crosses: bool
    left: str
    verdict: Verdict | None
    reason: str
    withheld: str


class PrintedPhase(NamedTuple):
    """One phase with its tasks: its window, where it stands in time, how its tasks stand."""

    title: str
    name: str
    clause: str
    window: str
    state: str
    counts: StateCounts
    tasks: tuple[PrintedTask, ...]


class RibbonPiece(NamedTuple):
    """Days of the year side by side; without a text nothing stands there."""

    days: int
    text: str
    window: str
    now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedYear:
    """The year as a ribbon: `months` in days, lanes of phases, and `before`, the days before today; `today` is empty in another year."""

    months: tuple[int, ...]
    lanes: tuple[tuple[RibbonPiece, ...], ...]
    before: int
    today: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPrint:
    """`overdue` and `upcoming` are empty where the edition shows no states, which `judged` says.

    `units` are units with the number of their tasks and these tasks; `goals` goals with their aspect, tasks and counts;
    `documents` name, office, day and 可信度; `handouts` recipients, copies, signed for, day.
    """

    imprint: SheetImprint
    title: str
    judged: bool
    facts: tuple[tuple[str, str], ...]
    ribbon: PrintedYear
    phases: tuple[PrintedPhase, ...]
    overdue: tuple[PrintedTask, ...]
    upcoming: tuple[PrintedTask, ...]
    withheld: str
    units: tuple[tuple[str, str, str], ...]
    goals: tuple[tuple[str, str, str, StateCounts], ...]
    documents: tuple[tuple[str, str, str, str], ...]
    handouts: tuple[tuple[str, str, str, str], ...]
