"""Summaries: 定量 and 定性 apart, the branch's duties apart from others'."""

from __future__ import annotations

from datetime import date

from generator.model.finding import Assessment, Finding, Verdict
from generator.model.period import Period
from generator.model.records.profile import BranchKind
from generator.model.standard import Duty, Part
from generator.model.summary import BranchSummary, StandardSum, summarise, summarise_committee

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


def summed(*findings: Finding, id: str = "b-1") -> BranchSummary:
    assessment = Assessment(branch=id, as_of=date(2019, 11, 25), standard_set="", findings=findings)
    return summarise(assessment, name="示例支部", kind=BranchKind.TEACHERS, committee="c")


def only(*findings: Finding) -> StandardSum:
    return summed(*findings).standards["3.1"]


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
    assert dict(total.counts["3.1"]) == {MET: 2, AWAITING: 1, DUE: 2}
    assert dict(total.counts["3.2"]) == {MET: 1}
    assert total.due == {"3.1": date(2019, 11, 28)}


def test_a_committee_without_branches_counts_nothing() -> None:
    total = summarise_committee("c", "示例学院党委", [])
    assert (total.branches, total.counts, total.due) == (0, {}, {})
