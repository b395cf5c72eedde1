"""Themed projects of all years together: one id a project, and no completion of days to come."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.index import Index
from generator.model.record import SOURCE_KEY, Source
from generator.model.records.organisation import Institution
from generator.model.records.school_register import SchoolRegister
from generator.validate.school_registers import check_school_registers
from generator.validate.themed_projects import check_projects

FUNDED = {"编号": "2019-lx1", "支部": "xx-js1", "题目": "甲", "申报": "2019-11-05", "立项": {"日期": "2019-11-14"}}
REJECTED = {"日期": "2020-10-20", "结论": "不予结项"}


def register(year: int, **changes: Any) -> SchoolRegister:
    row = FUNDED | changes | {SOURCE_KEY: Source(f"records/school/{year}.yml", 3, 5)}
    return SchoolRegister.model_validate({"主题立项": [row]})


@pytest.mark.parametrize(("id", "expected"), [("2019-lx1", ["W314"]), ("2020-lx1", [])])
def test_an_id_is_taken_once_in_all_years(id: str, expected: list[str]) -> None:
    found = check_projects([register(2019), register(2020, 编号=id)], ["3.5"], date(2020, 12, 1))
    assert [problem.code for problem in found] == expected


def test_an_id_that_stands_twice_in_one_register_is_not_told_as_of_two_years() -> None:
    # The register of one year tells it itself (R304); W314 is of two years.
    found = check_projects([register(2019), register(2019)], ["3.5"], date(2020, 12, 1))
    assert [problem.code for problem in found] == []


@pytest.mark.parametrize(("as_of", "expected"), [(date(2020, 10, 20), []), (date(2020, 10, 19), ["R203"])])
def test_a_completion_of_days_to_come_proves_nothing(as_of: date, expected: list[str]) -> None:
    found = check_projects([register(2019, 结项=REJECTED)], ["3.5"], as_of)
    assert [problem.code for problem in found] == expected


@pytest.mark.parametrize(("scope", "expected"), [("社会公开", ["W301"]), ("党内公开", [])])
def test_an_application_is_not_approved_for_the_public(scope: str, expected: list[str]) -> None:
    approval = {
        "提出": "组织部",
        "审核": "副部长",
        "审批": "部长",
        "日期": "2019-11-06",
        "期限": "2020-12-31",
        "范围": scope,
    }
    applied = {key: value for key, value in FUNDED.items() if key != "立项"} | {"审批": approval}
    record = SchoolRegister.model_validate({"主题立项": [applied]})
    index = Index(
        institution=Institution.model_validate({"名称": "示例大学"}), committees=(), further={"school/2019.yml": record}
    )
    found = check_school_registers(index, {}, [], date(2019, 11, 25))
    assert [problem.code for problem in found if problem.code == "W301"] == expected
