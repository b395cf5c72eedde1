"""Summaries: what is kept of a branch once its pages are written, for roll-ups and slots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from generator.model.bookkeeping import NO_BOOKS, Bookkeeping
from generator.model.finding import Assessment, Finding, Verdict, roll_up
from generator.model.judged_year import PlanState
from generator.model.kinds import BranchKind, Duty, Part
from generator.model.noted_visit import NotedVisit
from generator.model.stage_count import StageCount
from generator.model.year_course import NO_COURSE, YearCourse, courses_together


class StandardSum(NamedTuple):
    """What the records show about one standard: 定量 and 定性 apart, 支部 duties apart from others' duties.

    `quantitative` and `qualitative` sum the branch's own duties (None where the standard has no such part); `committee`
    and `institution` those of 基层党委 and 学校, which are the same for every branch below (None where there are none).  `met` and `unmet` count periods of the
    branch's own duties; `due` is the nearest day on which something of the branch's own falls due (临期).
    """

    standard: str
    quantitative: Verdict | None
    qualitative: Verdict | None
    committee: Verdict | None
    institution: Verdict | None
    met: int
    unmet: int
    due: date | None

    @property
    def own(self) -> tuple[Verdict, ...]:
        """The one or two conclusions on the branch's own duties: none where only others' are concerned (A34)."""
        return tuple([verdict for verdict in (self.quantitative, self.qualitative) if verdict is not None])

    @property
    def above(self) -> Mapping[Duty, Verdict]:
        """The conclusions on what 基层党委 and 学校 have to do."""
        given = ((Duty.COMMITTEE, self.committee), (Duty.INSTITUTION, self.institution))
        return {duty: verdict for duty, verdict in given if verdict is not None}

    @property
    def others(self) -> Verdict | None:
        """Both of them in one."""
        return _total(tuple(self.above.values()))

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What is shown of the standard: the conclusions on the branch's own duties, on others' where it has none."""
        return self.own or tuple(verdict for verdict in (self.others,) if verdict is not None)


class PlanCounts(NamedTuple):
    """推进计划 of several branches: of how many one is asked, and how many came on time, came late, stand approved."""

    asked: int = 0
    on_time: int = 0
    late: int = 0
    approved: int = 0


NO_PLANS = PlanCounts()
"""What stands where the year's plan asks for none."""


class YearSums(NamedTuple):
    """One branch's sums for one year by standard, and the standard set it is judged by; None where no set is for it."""

    standard_set: str | None
    standards: Mapping[str, StandardSum]


NO_SUMS = YearSums(None, {})
"""Those of a branch that nothing is asked of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchSummary:
    """One branch in roll-ups; `plan` is how its 推进计划 stands, None where the year's plan asks for none.

    `closing` are the sums of the year before while it is still being finished (上年收尾), which another set may hold for.
    One that is `dissolved` is told apart and enters no sum (A39).  `course` is how the year went.  `books` are for the organizer of its
    committee; `cases` of 发展党员 may be shown only in the sum of a committee; `noted` are the visits that it noted.
    """

    id: str
    name: str
    kind: BranchKind
    committee: str
    sums: YearSums
    plan: PlanState | None = None
    closing: YearSums = NO_SUMS
    dissolved: bool = False
    course: YearCourse = NO_COURSE
    books: Bookkeeping = NO_BOOKS
    cases: tuple[StageCount, ...] = ()
    noted: tuple[NotedVisit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSums:
    """A committee's branches that are judged by one standard set: for each standard, how many show which verdict.

    `dissolved` ones are counted apart; `due` are the nearest due days; `above` are the conclusions on what the committee itself and 学校 have to do: judged
    once, and in no branch's count.
    """

    branches: int
    dissolved: int
    counts: Mapping[str, Mapping[Verdict, int]]
    due: Mapping[str, date]
    above: Mapping[str, Mapping[Duty, Verdict]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeSummary:
    """One committee in roll-ups: its branches' sums by the standard set that they are judged by, then by standard.

    What two sets say under one id may not be the same, and is added up by those only who know that it is.
    `dissolved` are branches that are counted apart; `plans` counts how its branches' 推进计划 stand; `closing` is what
    `sets` is, of the year before while it is still being finished; `course` is how the year went with its branches; `noted`
    are the visits that they noted.
    """

    id: str
    name: str
    branches: int
    sets: Mapping[str, SetSums]
    dissolved: int = 0
    plans: PlanCounts = NO_PLANS
    closing: Mapping[str, SetSums] = field(default_factory=dict)
    course: YearCourse = NO_COURSE
    noted: tuple[NotedVisit, ...] = ()


def summarise(
    assessment: Assessment,
    *,
    name: str,
    kind: BranchKind,
    committee: str,
    plan: PlanState | None = None,
    closing: Assessment | None = None,
    dissolved: bool = False,
    course: YearCourse = NO_COURSE,
    books: Bookkeeping = NO_BOOKS,
    noted: tuple[NotedVisit, ...] = (),
) -> BranchSummary:
    """Sum an assessment, standard by standard; `closing` is that of the year before while it is still being finished."""
    return BranchSummary(
        id=assessment.branch,
        name=name,
        kind=kind,
        committee=committee,
        sums=_sums(assessment),
        plan=plan,
        closing=_sums(closing.matters()) if closing else NO_SUMS,
        dissolved=dissolved,
        course=course,
        books=books,
        noted=noted,
    )


def _sums(assessment: Assessment) -> YearSums:
    grouped: dict[str, list[Finding]] = {}
    for finding in assessment.findings:
        grouped.setdefault(finding.standard, []).append(finding)
    return YearSums(assessment.standard_set, {id: _sum(id, findings) for id, findings in grouped.items()})


def summarise_committee(id: str, name: str, branches: Iterable[BranchSummary]) -> CommitteeSummary:
    """Count the branches of a committee by set, standard and verdict.  A branch counts once for each standard and verdict.

    What is not the branches' own duty stands in none of these counts: it is the same for all, and told once.
    """
    given = tuple(branches)
    rows = tuple(row for row in given if not row.dissolved)
    return CommitteeSummary(
        id=id,
        name=name,
        branches=len(rows),
        sets=sums_by_set(given),
        dissolved=len(given) - len(rows),
        plans=count_plans(row.plan for row in rows if row.plan is not None),
        closing=_by_set([(row.closing, row.dissolved) for row in given]),
        course=courses_together(row.course for row in rows),
        noted=tuple(visit for row in given for visit in row.noted),
    )


def sums_by_set(branches: Iterable[BranchSummary]) -> Mapping[str, SetSums]:
    """The sums of several branches by the set that they are judged by."""
    return _by_set([(row.sums, row.dissolved) for row in branches])


def _by_set(rows: Iterable[tuple[YearSums, bool]]) -> Mapping[str, SetSums]:
    """Sums of several branches, each with whether it is dissolved, by the set they are judged by."""
    found: dict[str, list[tuple[YearSums, bool]]] = {}
    for sums, dissolved in rows:
        if sums.standard_set is not None:
            found.setdefault(sums.standard_set, []).append((sums, dissolved))
    return {id: _set_sums(each) for id, each in found.items()}


def _set_sums(rows: Sequence[tuple[YearSums, bool]]) -> SetSums:
    living = [sums.standards for sums, dissolved in rows if not dissolved]
    due: dict[str, date] = {}
    for standards in living:
        for standard, total in standards.items():
            if total.due is not None:
                due[standard] = min(total.due, due.get(standard, total.due))
    every = [sums.standards for sums, _ in rows]
    with_above = dict.fromkeys(id for standards in every for id, total in standards.items() if total.above)
    return SetSums(
        branches=len(living),
        dissolved=len(rows) - len(living),
        counts=_count(living),
        due=due,
        above=_above(tuple((id, _together([row[id].above for row in every if id in row])) for id in with_above)),
    )


def above_in(sets: Iterable[SetSums], standard: str) -> Mapping[Duty, Verdict]:
    """What 基层党委 and 学校 show on a standard that several sets have: most of it is the same for all, and told once."""
    return dict(_together([row.above[standard] for row in sets if standard in row.above]))


def _together(rows: Iterable[Mapping[Duty, Verdict]]) -> tuple[tuple[Duty, Verdict], ...]:
    found: dict[Duty, set[Verdict]] = {}
    for row in rows:
        for duty, verdict in row.items():
            found.setdefault(duty, set()).add(verdict)
    return tuple((duty, roll_up(found[duty])) for duty in Duty if duty in found)


@lru_cache(4096)  # thousands of committees are counted, and most of it comes to the same: one object for what is equal
def _above(rows: tuple[tuple[str, tuple[tuple[Duty, Verdict], ...]], ...]) -> Mapping[str, Mapping[Duty, Verdict]]:
    return {id: dict(row) for id, row in rows}


@lru_cache(4096)
def _counts(rows: tuple[tuple[Verdict, int], ...]) -> Mapping[Verdict, int]:
    return dict(rows)


def _count(branches: Iterable[Mapping[str, StandardSum]]) -> Mapping[str, Mapping[Verdict, int]]:
    counts: dict[str, Counter[Verdict]] = {}
    for sums in branches:
        for standard, total in sums.items():
            counts.setdefault(standard, Counter()).update(set(total.own))
    # In the order of the verdicts, not of a set: what rests on equal sums is not made again.
    return {id: _counts(tuple((row, count[row]) for row in Verdict if row in count)) for id, count in counts.items()}


def count_plans(states: Iterable[PlanState]) -> PlanCounts:
    """How the 推进计划 of several branches stand."""
    rows = tuple(states)
    return PlanCounts(
        asked=sum(row.asked for row in rows),
        on_time=sum(row.on_time for row in rows),
        late=sum(row.late for row in rows),
        approved=sum(row.approved for row in rows),
    )


def _sum(standard: str, findings: Sequence[Finding]) -> StandardSum:
    own = [row for row in findings if row.duty is Duty.BRANCH]
    quantitative = [row.verdict for row in own if row.part is Part.QUANTITATIVE]
    qualitative = [row.verdict for row in own if row.part is Part.QUALITATIVE] if len(quantitative) < len(own) else ()
    above = [row for row in findings if row.duty is not Duty.BRANCH] if len(own) < len(findings) else ()
    verdicts = (*quantitative, *qualitative)
    return StandardSum(
        standard=standard,
        quantitative=_total(quantitative),
        qualitative=_total(qualitative),
        committee=_total([row.verdict for row in above if row.duty is Duty.COMMITTEE]),
        institution=_total([row.verdict for row in above if row.duty is Duty.INSTITUTION]),
        met=verdicts.count(Verdict.MET),
        unmet=verdicts.count(Verdict.UNMET),
        due=_nearest(own) if Verdict.DUE_SOON in verdicts else None,
    )


def _nearest(findings: Iterable[Finding]) -> date | None:
    """The nearest day on which something falls due."""
    days = (row.due for row in findings if row.verdict is Verdict.DUE_SOON and row.due is not None)
    return min(days, default=None)


def _total(verdicts: Sequence[Verdict]) -> Verdict | None:
    """By criterion first, then over the criteria: the same as over all findings, for roll-up takes the first present."""
    return roll_up(verdicts) if verdicts else None
