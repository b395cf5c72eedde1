"""支部档案 on paper: one branch's year as one document, in the words of its pages.

It knows nothing of a page's geometry.  Texts are finished words; an empty one is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.finding import Verdict
from generator.model.sheet_imprint import SheetImprint


class VerdictCount(NamedTuple):
    """How many criteria show one verdict, and what a person can do about it."""

    verdict: Verdict
    number: int
    advice: str


class FileTask(NamedTuple):
    """One thing to do, to mend or to have judged: until when or for which periods, why, and under which clause."""

    verdict: Verdict
    text: str
    when: str
    standard: str
    basis: str
    reason: str = ""


class TaskPart(NamedTuple):
    """What there is to do of one sort, and a sentence beside it; both are empty where there is nothing to say."""

    name: str
    note: str
    tasks: tuple[FileTask, ...]


class FileTable(NamedTuple):
    """Rows under named columns; a row is as long as `columns`, and names itself in the first."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class FileFinding(NamedTuple):
    """One period, or a run of equal ones: its conclusion, what the records show, and which records those are."""

    period: str
    verdict: Verdict
    reason: str
    evidence: str


class FileCriterion(NamedTuple):
    """评价要点: what is asked (with whose duty and draft it is), conclusion and periods, tally and 口径, and its findings.

    `told` stands in the place of findings: for a criterion that is withheld, or judged above the branch.
    """

    id: str
    text: str
    verdict: Verdict | None = None
    periods: tuple[Verdict, ...] = ()
    note: str = ""
    told: str = ""
    findings: tuple[FileFinding, ...] = ()


class FileStandard(NamedTuple):
    """标准: its conclusions (定量, 定性, 基层党委、学校事项) and its criteria; `short` says the first thing to look at.

    `told` stands in the place of all that where the standard is withheld.
    """

    id: str
    name: str
    basis: str = ""
    quantitative: Verdict | None = None
    qualitative: Verdict | None = None
    others: Verdict | None = None
    short: str = ""
    told: str = ""
    criteria: tuple[FileCriterion, ...] = ()


class FileAspect(NamedTuple):
    """方面 with its standards."""

    name: str
    standards: tuple[FileStandard, ...]


class CalendarLine(NamedTuple):
    """One duty of every month or quarter: for each period its months, its conclusion, and the days of its records."""

    name: str
    cycle: str
    periods: tuple[tuple[int, Verdict | None, str], ...]


class PlanPart(NamedTuple):
    """推进计划与对策: how the plan stands in a sentence, its steps, its work, the remedies and how they stand."""

    verdict: Verdict | None
    told: str
    steps: tuple[str, ...]
    works: FileTable
    remedies: FileTable
    tally: str


class VisitPart(NamedTuple):
    """One note of a visit: a sentence, what was brought along, what was compared, facts, what may become a remedy."""

    told: str
    before: tuple[str, ...]
    compared: FileTable
    facts: tuple[tuple[str, str], ...]
    proposed: FileTable


class ClosingPart(NamedTuple):
    """上年收尾: a sentence, what can still be done or is a gap, and what is not judged."""

    told: str
    tasks: tuple[FileTask, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchFile:
    """The whole file.

    `lead` says what the branch is in a line; `state` and `judged_note` stand beside counts and findings.  There are no
    counts in a year that nothing is asked for.  `tasks` are what is due, what lacks, what the year still asks, what nobody
    has judged.
    """

    imprint: SheetImprint
    title: str
    lead: str
    state: str
    counts: tuple[VerdictCount, ...]
    tasks: tuple[TaskPart, ...]
    closing: ClosingPart | None
    facts: tuple[tuple[str, str], ...]
    introduction: tuple[str, ...]
    calendar: tuple[CalendarLine, ...]
    plan: PlanPart | None
    visits: tuple[VisitPart, ...]
    judged_note: str
    aspects: tuple[FileAspect, ...]
    activities: FileTable
    earlier: FileTable
    registers: tuple[FileTable, ...]
