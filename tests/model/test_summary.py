"""Summaries: 定量 and 定性 apart, the branch's duties apart from others'."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.build.manifest import Manifest, ManifestArtifact, ManifestCommittee
from generator.model.finding import Assessment, Finding, Verdict
from generator.model.judged_year import PlanState
from generator.model.kinds import BranchKind, Duty, Part
from generator.model.period import Period
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.branch_plan import PlanStep
from generator.model.summary import (
    BranchSummary,
    PlanCounts,
    SetSums,
    StandardSum,
    above_in,
    summarise,
    summarise_committee,
)
from generator.output.cache import Cache

MET, UNMET, DUE, NOT_DUE = Verdict.MET, Verdict.UNMET, Verdict.DUE_SOON, Verdict.NOT_DUE
AWAITING, NO_RECORD = Verdict.AWAITING_REVIEW, Verdict.NO_RECORD


def finding(
    verdict: Verdict,
    *,
    standard: str = "3.1",
    part: Part = Part.QUANTITATIVE,
    duty: Duty = Duty.BRANCH,
    due: date | None = None,
) -> Finding:
    return Finding(
        standard=standard,
        criterion=f"{standard}.1",
        part=part,
        duty=duty,
        period=Period.year(2019),
        verdict=verdict,
        reason="记录显示有",
        due=due,
    )


def summed(
    *findings: Finding, id: str = "b-1", plan: PlanState | None = None, standard_set: str | None = ""
) -> BranchSummary:
    assessment = Assessment(
        branch=id, year=2019, as_of=date(2019, 11, 25), standard_set=standard_set, findings=findings
    )
    return summarise(assessment, name="示例支部", kind=BranchKind.TEACHERS, committee="c", plan=plan)


def sums_of(*branches: BranchSummary) -> SetSums:
    """Of branches that are all judged by the default set."""
    return summarise_committee("c", "示例学院党委", branches).sets[""]


def only(*findings: Finding) -> StandardSum:
    return summed(*findings).sums.standards["3.1"]


def test_the_two_parts_are_never_mixed() -> None:
    total = only(finding(MET), finding(AWAITING, part=Part.QUALITATIVE))
    assert (total.quantitative, total.qualitative, total.others) == (MET, AWAITING, None)
    assert total.verdicts == (MET, AWAITING)


def test_a_part_that_the_standard_has_not_is_none() -> None:
    assert (only(finding(MET)).qualitative, only(finding(MET, part=Part.QUALITATIVE)).quantitative) == (None, None)


def test_a34_what_others_owe_is_not_the_branchs_gap() -> None:
    total = only(finding(MET), finding(UNMET, duty=Duty.COMMITTEE), finding(NO_RECORD, duty=Duty.INSTITUTION))
    assert (total.quantitative, total.others, total.met, total.unmet) == (MET, UNMET, 1, 0)
    assert total.verdicts == (MET,)


def test_a34_a_standard_owed_by_others_alone_shows_theirs() -> None:
    total = only(finding(UNMET, duty=Duty.COMMITTEE, due=None))
    assert total.verdicts == (UNMET,)
    assert (total.quantitative, total.qualitative) == (None, None)


def test_periods_met_and_unmet_are_counted_beside_the_sum() -> None:
    total = only(finding(MET), finding(MET), finding(UNMET), finding(NOT_DUE))
    assert (total.quantitative, total.met, total.unmet) == (UNMET, 2, 1)


def test_the_nearest_day_is_that_of_what_is_due_soon() -> None:
    total = only(
        finding(DUE, due=date(2019, 11, 30)),
        finding(DUE, due=date(2019, 11, 28)),
        finding(NOT_DUE, due=date(2019, 11, 26)),
        finding(DUE, due=date(2019, 11, 27), duty=Duty.COMMITTEE),
    )
    assert total.due == date(2019, 11, 28)
    assert only(finding(NOT_DUE, due=date(2019, 12, 31))).due is None


def test_a_committee_counts_a_branch_once_for_each_verdict_of_a_standard() -> None:
    both = summed(finding(MET), finding(MET, part=Part.QUALITATIVE))
    mixed = summed(finding(MET), finding(AWAITING, part=Part.QUALITATIVE), id="b-2")
    gap = summed(finding(DUE, due=date(2019, 11, 30)), id="b-3")
    soon = summed(finding(DUE, due=date(2019, 11, 28)), finding(MET, standard="3.2"), id="b-4")
    total = summarise_committee("c", "示例学院党委", [both, mixed, gap, soon])
    assert (total.id, total.name, total.branches) == ("c", "示例学院党委", 4)
    assert dict(total.sets[""].counts["3.1"]) == {MET: 2, AWAITING: 1, DUE: 2}
    assert dict(total.sets[""].counts["3.2"]) == {MET: 1}
    assert total.sets[""].due == {"3.1": date(2019, 11, 28)}


def test_counts_stand_in_the_order_of_the_verdicts_so_that_equal_sums_are_the_same_json() -> None:
    rows = [summed(finding(verdict), finding(MET, part=Part.QUALITATIVE)) for verdict in reversed(Verdict)]
    assert list(sums_of(*rows).counts["3.1"]) == list(Verdict)


def test_what_is_judged_above_is_told_once_and_counted_for_no_branch() -> None:
    theirs = finding(UNMET, standard="7.1", duty=Duty.COMMITTEE)
    school = finding(MET, standard="7.1", duty=Duty.INSTITUTION)
    rows = [summed(finding(MET), theirs, school, id=id) for id in ("b-1", "b-2", "b-3")]
    total = summarise_committee("c", "示例学院党委", rows)
    assert dict(total.sets[""].counts["7.1"]) == {}
    assert total.sets[""].above == {"7.1": {Duty.COMMITTEE: UNMET, Duty.INSTITUTION: MET}}
    assert dict(total.sets[""].counts["3.1"]) == {MET: 3}


def test_where_only_the_committee_can_act_on_one_branch_the_most_pressing_is_told() -> None:
    rows = [summed(finding(verdict, duty=Duty.COMMITTEE), id=verdict.name) for verdict in (MET, UNMET, MET)]
    assert sums_of(*rows).above == {"3.1": {Duty.COMMITTEE: UNMET}}
    assert above_in([sums_of(rows[0]), sums_of(rows[1])], "3.1") == {Duty.COMMITTEE: UNMET}
    assert above_in([sums_of(*rows)], "9.9") == {}


def test_a_dissolved_branch_is_counted_apart() -> None:
    gone = replace(summed(finding(UNMET, due=date(2019, 11, 28)), id="b-2"), dissolved=True)
    total = summarise_committee("c", "示例学院党委", [summed(finding(MET)), gone])
    assert (total.branches, total.dissolved) == (1, 1)
    assert dict(total.sets[""].counts["3.1"]) == {MET: 1}


def test_a_committee_without_branches_counts_nothing() -> None:
    total = summarise_committee("c", "示例学院党委", [])
    assert (total.branches, total.sets) == (0, {})


def test_branches_of_two_sets_are_never_added_up_under_one_id() -> None:
    """A standard of one id asks another thing of each: three branches of one set and two of another, which has one more."""
    rows = [summed(finding(UNMET), id=f"b-{number}") for number in range(3)]
    rows += [
        summed(finding(MET), finding(DUE, standard="3.2"), id=f"r-{number}", standard_set="r") for number in (3, 4)
    ]
    rows += [summed(id="b-5", standard_set=None)]
    total = summarise_committee("c", "示例学院党委", rows)
    assert total.branches == 6
    assert {id: (row.branches, dict(row.counts["3.1"])) for id, row in total.sets.items()} == {
        "": (3, {UNMET: 3}),
        "r": (2, {MET: 2}),
    }
    assert [list(row.counts) for row in total.sets.values()] == [["3.1"], ["3.1", "3.2"]]


def test_the_year_before_is_summed_by_the_set_that_held_then() -> None:
    last = Assessment(branch="b", year=2018, as_of=date(2019, 1, 9), standard_set="old", findings=(finding(UNMET),))
    now = replace(last, year=2019, standard_set="new", findings=(finding(MET),))
    row = summarise(now, name="示例支部", kind=BranchKind.TEACHERS, committee="c", closing=last)
    total = summarise_committee("c", "示例学院党委", [row])
    assert {id: dict(sums.counts["3.1"]) for id, sums in total.sets.items()} == {"new": {MET: 1}}
    assert {id: dict(sums.counts["3.1"]) for id, sums in total.closing.items()} == {"old": {UNMET: 1}}


DAY, LATER = date(2019, 5, 20), date(2019, 5, 21)
PLANS = {
    "nothing asked for": None,
    "not of this branch": PlanState(Verdict.NOT_APPLICABLE, DAY, PlanStep.APPROVED, LATER),
    "approved": PlanState(MET, DAY, PlanStep.APPROVED, date(2019, 6, 12)),
    "returned": PlanState(MET, DAY, PlanStep.RETURNED, LATER),
    "late and approved": PlanState(UNMET, LATER, PlanStep.APPROVED, date(2019, 6, 12)),
    "missing": PlanState(UNMET, step=PlanStep.DISCUSSED, on=DAY, overdue=2),
    "no record": PlanState(NO_RECORD),
    "not due": PlanState(NOT_DUE),
}


def test_plans_are_counted_where_they_are_asked_for() -> None:
    rows = [summed(finding(MET), id=f"b-{number}", plan=plan) for number, plan in enumerate(PLANS.values())]
    assert summarise_committee("c", "示例学院党委", rows).plans == PlanCounts(asked=6, on_time=2, late=1, approved=2)
    assert summarise_committee("c", "示例学院党委", rows[:2]).plans == PlanCounts()


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_a_branch_survives_the_way_through_the_cache(plan: PlanState | None, tmp_path: Path) -> None:
    cache = Cache(tmp_path, "1")
    row = summed(finding(DUE, due=LATER), finding(UNMET, duty=Duty.COMMITTEE), plan=plan)
    row = replace(row, closing=summed(finding(NOT_DUE, due=DAY)).sums, dissolved=True)
    cache.write("branch", row)
    assert cache.read("branch", BranchSummary) == row


def test_a_committee_survives_the_way_through_the_manifest(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "1")
    rows = [summed(finding(DUE, due=LATER), id=id, plan=plan) for id, plan in PLANS.items()]
    total = summarise_committee("c", "示例学院党委", rows)
    problem = report("R103", Source("records/units/c/b/2019.yml", 3, 5), "实到大于应到", "请核对。")
    kept = ManifestCommittee(
        key="k", stat="s", record="{}", branches=(), pages=(), total=total, further={2018: total}, problems=(problem,)
    )
    manifest = Manifest(
        rules="r", read_at=1, committees={"c": kept}, artifacts={"finder": ManifestArtifact("k", ("a.js",))}
    )
    cache.write("manifest", manifest)
    assert cache.read("manifest", Manifest) == manifest
