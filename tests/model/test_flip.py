"""Flips: what two assessments of one branch disagree about."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.finding import Assessment, Finding, UnitAssessment, Verdict
from generator.model.flip import Flip, flips, unit_flips
from generator.model.kinds import Duty, Part
from generator.model.period import Cycle, Period, periods

FIRST, SECOND, *_ = periods(Cycle.QUARTER, 2019)


def finding(criterion: str, period: Period, verdict: Verdict, reason: str = "记录显示", *readings: str) -> Finding:
    standard = criterion.rpartition(".")[0]
    return Finding(standard, criterion, Part.QUANTITATIVE, Duty.BRANCH, period, verdict, reason, (), readings)


def assessment(*rows: Finding, year: int = 2019, set_id: str = "") -> Assessment:
    return Assessment(branch="aa-1", year=year, as_of=date(2019, 11, 25), standard_set=set_id, findings=rows)


def told(before: list[Assessment], after: list[Assessment]) -> list[tuple[str, str, Verdict | None, Verdict | None]]:
    return [
        (
            row.shown.criterion,
            row.shown.period.name,
            row.before.verdict if row.before else None,
            row.after.verdict if row.after else None,
        )
        for row in flips(before, after)
    ]


def test_a_verdict_that_changes_is_a_flip_and_a_reason_is_none() -> None:
    same = finding("3.1.1", FIRST, Verdict.MET, "记录显示 2 次")
    before = assessment(finding("3.1.1", FIRST, Verdict.MET), finding("3.1.1", SECOND, Verdict.NO_RECORD))
    after = assessment(same, finding("3.1.1", SECOND, Verdict.UNMET))
    assert told([before], [after]) == [("3.1.1", "2019-Q2", Verdict.NO_RECORD, Verdict.UNMET)]


def test_the_state_of_a_day_is_compared_whichever_day_it_was() -> None:
    before = assessment(finding("2.1.1", Period.day(date(2019, 11, 24)), Verdict.ADVISORY))
    after = assessment(finding("2.1.1", Period.day(date(2019, 11, 25)), Verdict.UNMET))
    assert told([before], [after]) == [("2.1.1", "@2019-11-25", Verdict.ADVISORY, Verdict.UNMET)]


def test_a_criterion_of_one_side_only() -> None:
    before = assessment(finding("3.1.1", FIRST, Verdict.MET))
    after = assessment(finding("3.9.1", FIRST, Verdict.MET))
    assert told([before], [after]) == [
        ("3.9.1", "2019-Q1", None, Verdict.MET),
        ("3.1.1", "2019-Q1", Verdict.MET, None),
    ]


def test_years_that_one_side_does_not_judge_are_left_out() -> None:
    before = [assessment(finding("3.1.1", FIRST, Verdict.MET))]
    after = [assessment(finding("3.1.1", FIRST, Verdict.UNMET), year=2020), *before]
    assert told(before, after) == []


def test_a_flip_names_both_sets_and_all_readings() -> None:
    before = assessment(finding("3.1.1", FIRST, Verdict.MET, "", "A11"), set_id="")
    after = assessment(finding("3.1.1", FIRST, Verdict.UNMET, "", "A12"), set_id="office")
    (row,) = flips([before], [after])
    assert row.sets == ("", "office")
    assert row.readings == {"A11", "A12"}


def test_a_flip_without_findings_is_none() -> None:
    with pytest.raises(ValueError, match="at least one"):
        _ = Flip(2019, (None, None), None, None).shown


def test_what_units_are_asked_themselves_is_compared_unit_by_unit() -> None:
    def asked(unit: str, verdict: Verdict, set_id: str = "") -> UnitAssessment:
        rows = (finding("7.1.2", FIRST, verdict),)
        return UnitAssessment(
            duty=Duty.COMMITTEE, unit=unit, year=2019, as_of=date(2019, 11, 25), standard_set=set_id, findings=rows
        )

    before = [asked("", Verdict.MET), asked("aa", Verdict.NO_RECORD), asked("bb", Verdict.MET, "office")]
    after = [asked("", Verdict.MET), asked("aa", Verdict.MET), asked("bb", Verdict.UNMET)]
    assert [(unit, row.shown.verdict) for unit, row in unit_flips(before, after)] == [("aa", Verdict.MET)]
