"""Counts of a few people are for the restricted edition, on their rows and in reasons."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.finding import Finding, Verdict
from generator.model.kinds import Duty, Part
from generator.model.period import Period
from generator.model.record import Audience, Record
from generator.model.records.dues_payment import DuesPayment
from generator.model.records.graduate_files import GraduateFiles
from generator.model.records.roster import RosterCheck


def shown(record: Record, audience: Audience) -> dict[str, Any]:
    return {
        str(type(record).model_fields[name].alias): value
        for name, value in record.project(audience)
        if name != "source" and value not in (None, ())
    }


def dues(expected: int) -> DuesPayment:
    late = [{"日期": "2019-04-12", "人数": "1"}]
    row = {"月份": "2019-03", "应交人数": str(expected), "实交人数": "8", "合计": "160", "上交日期": "2019-03-29"}
    return DuesPayment.model_validate({**row, "补交": late})


@pytest.mark.parametrize(("expected", "hidden"), [(9, {"实交人数", "合计", "补交"}), (10, set()), (11, set())])
def test_of_fewer_than_ten_nobody_is_told_how_many_paid(expected: int, hidden: set[str]) -> None:
    row = dues(expected)
    assert shown(row, Audience.RESTRICTED).keys() - shown(row, Audience.INTERNAL).keys() == hidden
    assert shown(row, Audience.INTERNAL)["应交人数"] == expected


def test_of_a_roster_only_the_counts_of_ten_and_more_away_are_shown() -> None:
    away = {"流动党员": "9", "出国（境）": "10", "毕业未落实单位": "11", "失去联系": "0"}
    row = RosterCheck.model_validate({"日期": "2019-03-28", "正式": "5", "预备": "3", **away})
    assert shown(row, Audience.INTERNAL).keys() == {"日期", "正式", "预备", "出国（境）", "毕业未落实单位"}
    assert shown(row, Audience.RESTRICTED).keys() >= away.keys()


@pytest.mark.parametrize(
    ("listed", "kept"), [(9, set()), (10, {"应核查", "已核查", "已归档"}), (18, {"应核查", "已核查", "已归档"})]
)
def test_of_graduates_files_no_few_are_told_apart(listed: int, kept: set[str]) -> None:
    counts = {"应核查": listed, "已核查": listed, "有缺漏": 4, "已补正": 3, "已归档": listed}
    row = GraduateFiles.model_validate({"名单日期": "2019-05-20", **{key: str(value) for key, value in counts.items()}})
    assert shown(row, Audience.INTERNAL).keys() - {"名单日期"} == kept
    assert shown(row, Audience.RESTRICTED).keys() - {"名单日期"} == counts.keys()


def test_only_the_restricted_edition_reads_on() -> None:
    period = Period.month(2019, 3)
    row = Finding("5.5", "5.5.3", Part.QUANTITATIVE, Duty.BRANCH, period, Verdict.MET, "九人", restricted="；实交八人")
    assert row.told_to(Audience.INTERNAL).reason == "九人"
    assert row.told_to(Audience.RESTRICTED).reason == "九人；实交八人"
    assert {row.told_to(each).restricted for each in Audience} == {""}
