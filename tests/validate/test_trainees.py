"""Classes of 学校 against the branches whose people went to them."""

from __future__ import annotations

import pytest

from generator.model.record import SOURCE_KEY, Source
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.school_register import SchoolRegister
from generator.validate.trainees import check_trainees
from tests.evaluate.asking import dossier

_HEADCOUNT = {"党员人数": [{SOURCE_KEY: Source("branch.yml", 5, 3), "自": "2019-03-01", "正式": "3", "预备": "1"}]}


def told(on: str, *trainees: dict[str, str]) -> list[str]:
    held = {
        "编号": "a",
        "名称": "轮训班",
        "层级": "学校",
        "日期": on,
        "学时": "8",
        "内容": "学条例",
        "参加": [{SOURCE_KEY: Source("school/2019.yml", 40, 7), **row} for row in trainees],
    }
    register = SchoolRegister.model_validate({"培训": [held]})
    return [str(row) for row in check_trainees([register], dossier(_HEADCOUNT, {}))]


@pytest.mark.parametrize(("people", "more"), [(2, 0), (3, 0), (4, 1)])
def test_a_class_gives_no_more_people_than_the_branch_has(people: int, more: int) -> None:
    rows = told("2019-04-11", {"支部": "b-1", "人数": str(people)}, {"支部": "b-1", "人数": "1", "职务": "书记"})
    assert len(rows) == more


def test_both_places_are_named() -> None:
    (row,) = told("2019-04-11", {"支部": "b-1", "人数": "5"})
    assert row.startswith(
        "school/2019.yml:40:7: 警告[R310] 班次 a 写了支部 b-1 5 人，多于它当天的党员 4 人（branch.yml:5:3）"
    )


def test_other_branches_and_days_before_the_numbers_say_nothing() -> None:
    assert told("2019-04-11", {"支部": "b-2", "人数": "50"}) == []
    assert told("2019-02-28", {"支部": "b-1", "人数": "50"}) == []


@pytest.mark.parametrize(("name", "codes"), [("a", ["R290"]), ("轮训班", ["R290"]), ("另一个班", [])])
def test_what_the_host_has_entered_is_not_entered_again(name: str, codes: list[str]) -> None:
    row = {SOURCE_KEY: Source("b-1/2019.yml", 7, 5), "班次": name, "日期": "2019-04-11", "学时": "8", "人数": "2"}
    held = {"编号": "a", "名称": "轮训班", "层级": "基层党委", "日期": "2019-04-11", "学时": "8", "内容": "学条例"}
    register = CommitteeRegister.model_validate(
        {"培训": [{SOURCE_KEY: Source("xx/2019.yml", 3, 5), **held, "参加": [{"支部": "b-1", "人数": "2"}]}]}
    )
    found = list(check_trainees([register], dossier(_HEADCOUNT, {"2019": {"培训": [row]}})))
    assert [problem.code for problem in found] == codes
    assert all("xx/2019.yml:3:5" in problem.message for problem in found)
