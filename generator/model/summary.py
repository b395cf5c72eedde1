"""Summaries: what is kept of a branch once its pages are written, for roll-ups and slots."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from generator.model.finding import Assessment, Finding, Verdict, roll_up
from generator.model.judged_year import PlanState, state_from_plain, state_to_plain
from generator.model.kinds import BranchKind, Duty, Part

_VERDICTS = {verdict.code: verdict for verdict in Verdict}


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
        return tuple(verdict for verdict in (self.quantitative, self.qualitative) if verdict is not None)

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


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchSummary:
    """One branch in roll-ups; `plan` is how its 推进计划 stands, None where the year's plan asks for none.

    `closing` are the sums of the year before while it is still being finished (上年收尾), by standard.  One that is
    `dissolved` is told apart and enters no sum (A39).
    """

    id: str
    name: str
    kind: BranchKind
    committee: str
    standards: Mapping[str, StandardSum]
    plan: PlanState | None = None
    closing: Mapping[str, StandardSum] = field(default_factory=dict)
    dissolved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeSummary:
    """One committee in roll-ups: for each standard, how many branches show which verdict, and the nearest due day.

    `above` are the conclusions on what the committee itself and 学校 have to do: judged once, and in no branch's count.
    `dissolved` are branches that are counted apart; `plans` counts how its branches' 推进计划 stand; `closing` counts, as
    `counts` does, what the year before shows while it is still being finished.
    """

    id: str
    name: str
    branches: int
    counts: Mapping[str, Mapping[Verdict, int]]
    due: Mapping[str, date]
    above: Mapping[str, Mapping[Duty, Verdict]] = field(default_factory=dict)
    dissolved: int = 0
    plans: PlanCounts = NO_PLANS
    closing: Mapping[str, Mapping[Verdict, int]] = field(default_factory=dict)


def summarise(
    assessment: Assessment,
    *,
    name: str,
    kind: BranchKind,
    committee: str,
    plan: PlanState | None = None,
    closing: Assessment | None = None,
    dissolved: bool = False,
) -> BranchSummary:
    """Sum an assessment, standard by standard; `closing` is that of the year before while it is still being finished."""
    return BranchSummary(
        id=assessment.branch,
        name=name,
        kind=kind,
        committee=committee,
        standards=_sums(assessment),
        plan=plan,
        closing=_sums(closing.matters()) if closing else {},
        dissolved=dissolved,
    )


def _sums(assessment: Assessment) -> Mapping[str, StandardSum]:
    grouped: dict[str, list[Finding]] = {}
    for finding in assessment.findings:
        grouped.setdefault(finding.standard, []).append(finding)
    return {standard: _sum(standard, findings) for standard, findings in grouped.items()}


def summarise_committee(id: str, name: str, branches: Iterable[BranchSummary]) -> CommitteeSummary:
    """Count the branches of a committee by standard and verdict.  A branch counts once for each standard and verdict.

    What is not the branches' own duty stands in none of these counts: it is the same for all, and told once.
    """
    due: dict[str, date] = {}
    given = tuple(branches)
    rows = tuple(row for row in given if not row.dissolved)
    for branch in rows:
        for standard, total in branch.standards.items():
            if total.due is not None:
                due[standard] = min(total.due, due.get(standard, total.due))
    above = {standard: sum_above(given, standard) for standard in _with_above(given)}
    return CommitteeSummary(
        id=id,
        name=name,
        branches=len(rows),
        counts=_count(row.standards for row in rows),
        due=due,
        above=above,
        dissolved=len(given) - len(rows),
        plans=count_plans(row.plan for row in rows if row.plan is not None),
        closing=_count(row.closing for row in rows),
    )


def sum_above(branches: Iterable[BranchSummary], standard: str) -> Mapping[Duty, Verdict]:
    """What 基层党委 and 学校 show on a standard: most of it is the same for all branches, and told once."""
    found: dict[Duty, set[Verdict]] = {}
    for branch in branches:
        total = branch.standards.get(standard)
        for duty, verdict in total.above.items() if total else ():
            found.setdefault(duty, set()).add(verdict)
    return {duty: roll_up(found[duty]) for duty in Duty if duty in found}


def _with_above(branches: Iterable[BranchSummary]) -> Iterable[str]:
    return dict.fromkeys(standard for branch in branches for standard, total in branch.standards.items() if total.above)


def _count(branches: Iterable[Mapping[str, StandardSum]]) -> Mapping[str, Mapping[Verdict, int]]:
    counts: dict[str, Counter[Verdict]] = {}
    for sums in branches:
        for standard, total in sums.items():
            counts.setdefault(standard, Counter()).update(set(total.own))
    return counts


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
    verdicts = [row.verdict for row in own]
    due = [row.due for row in own if row.verdict is Verdict.DUE_SOON and row.due is not None]
    return StandardSum(
        standard=standard,
        quantitative=_total([row.verdict for row in own if row.part is Part.QUANTITATIVE]),
        qualitative=_total([row.verdict for row in own if row.part is Part.QUALITATIVE]),
        committee=_total([row.verdict for row in findings if row.duty is Duty.COMMITTEE]),
        institution=_total([row.verdict for row in findings if row.duty is Duty.INSTITUTION]),
        met=verdicts.count(Verdict.MET),
        unmet=verdicts.count(Verdict.UNMET),
        due=min(due, default=None),
    )


def _total(verdicts: Sequence[Verdict]) -> Verdict | None:
    """By criterion first, then over the criteria: the same as over all findings, for roll-up takes the first present."""
    return roll_up(verdicts) if verdicts else None


def to_plain(summary: BranchSummary) -> list[Any]:
    """A branch's sums as JSON can hold them."""
    plan = state_to_plain(summary.plan) if summary.plan else None
    sums, closing = _sums_to_plain(summary.standards), _sums_to_plain(summary.closing)
    return [summary.id, summary.name, summary.kind.value, summary.committee, sums, plan, closing, summary.dissolved]


def from_plain(data: list[Any]) -> BranchSummary:
    """The sums that JSON holds."""
    id, name, kind, committee, sums, plan, closing, dissolved = data
    return BranchSummary(
        id=id,
        name=name,
        kind=BranchKind(kind),
        committee=committee,
        standards=_sums_from_plain(sums),
        plan=state_from_plain(plan) if plan else None,
        closing=_sums_from_plain(closing),
        dissolved=dissolved,
    )


def _sums_to_plain(sums: Mapping[str, StandardSum]) -> list[Any]:
    return [[row.standard, *map(_code, _parts(row)), row.met, row.unmet, _day(row.due)] for row in sums.values()]


def _parts(row: StandardSum) -> tuple[Verdict | None, ...]:
    return row.quantitative, row.qualitative, row.committee, row.institution


def _sums_from_plain(rows: list[Any]) -> Mapping[str, StandardSum]:
    sums = (
        StandardSum(
            standard=standard,
            quantitative=_verdict(quantitative),
            qualitative=_verdict(qualitative),
            committee=_verdict(above),
            institution=_verdict(institution),
            met=met,
            unmet=unmet,
            due=date.fromisoformat(due) if due else None,
        )
        for standard, quantitative, qualitative, above, institution, met, unmet, due in rows
    )
    return {row.standard: row for row in sums}


def _code(verdict: Verdict | None) -> str:
    return verdict.code if verdict is not None else ""


def _verdict(code: str) -> Verdict | None:
    return _VERDICTS[code] if code else None


def _day(due: date | None) -> str:
    return due.isoformat() if due else ""
