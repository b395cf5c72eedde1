"""Registers above the branches, held against the branches that there are and the days that they are about."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

import pytest

from generator.load.records import read_record
from generator.model.index import BranchEntry, CommitteeEntry, Index
from generator.model.kinds import BranchKind
from generator.model.record import Record
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.organisation import Committee, Institution
from generator.model.records.school_register import SchoolRegister
from generator.validate.committee_registers import check_carried_over
from generator.validate.unit_records import check_unit_records

INSTITUTION = Institution.model_validate({"名称": "示例大学"})
COMMITTEE = Committee.model_validate({"名称": "学院党委", "类型": "基层党委"})
Told = Callable[..., list[str]]


def index(committee: Record | None, school: Record | None, roster: Collection[str]) -> Index:
    branches = tuple(
        BranchEntry(id=id, committee="xx", name=id, kind=BranchKind.TEACHERS, folder=Path()) for id in roster
    )
    further = {"2019.yml": committee} if committee else {}
    entry = CommitteeEntry(id="xx", committee=COMMITTEE, branches=(), roster=branches, further=further)
    return Index(institution=INSTITUTION, committees=(entry,), further={"school/2019.yml": school} if school else {})


@pytest.fixture
def told(tmp_path: Path) -> Told:
    def read(text: str, kind: type[Record]) -> Record | None:
        if not text:
            return None
        (tmp_path / "2019.yml").write_text(text, encoding="utf-8")
        record, problems = read_record(tmp_path / "2019.yml", tmp_path, kind)
        assert problems == []
        return record

    def telling(committee: str = "", school: str = "", elsewhere: Collection[str] = ()) -> list[str]:
        files = index(read(committee, CommitteeRegister), read(school, SchoolRegister), ["xx-js1", "xx-bk1"])
        found = check_unit_records(files, ["xx-js1", "xx-bk1", *elsewhere], date(2019, 11, 25))
        return [str(row) for row in found]

    return telling


def test_a_joint_activity_names_branches_of_its_committee(told: Told) -> None:
    text = (
        "联合活动:\n  - 类型: [专题学习]\n    日期: 2019-06-27\n    主持: 党委副书记\n    议题: [{事项: 读原文}]\n"
        "    参加: [{支部: xx-js1, 应到: 9, 实到: 9}, {支部: xx-bk2, 应到: 9, 实到: 9}]\n"
    )
    (row,) = told(text)
    assert row.startswith("2019.yml:6:")
    assert "错误[R291] 没有支部“xx-bk2”。是否想写“xx-bk1”？" in row


def test_a_contact_branch_that_does_not_exist_is_told_with_its_place_and_the_nearest_one(told: Told) -> None:
    text = "联系点:\n  - 领导: 党委书记\n    联系支部: [xx-js1, xx-js2]\n"
    assert told(text) == ["2019.yml:3:11: 错误[R291] 没有支部“xx-js2”。是否想写“xx-js1”？"]


def test_a_committee_names_its_own_branches_only_and_the_institution_all(told: Told) -> None:
    text = "联系点:\n  - {领导: 党委书记, 联系支部: [wx-js1]}\n"
    assert "没有支部“wx-js1”" in told(text, elsewhere=["wx-js1"])[0]
    assert told(school=text, elsewhere=["wx-js1"]) == []


def test_a_visit_to_another_branch_names_both_places(told: Told) -> None:
    text = (
        "联系点:\n  - 领导: 院长\n    联系支部: [xx-js1]\n    活动:\n"
        "      - {日期: 2019-04-25, 支部: xx-bk1, 调研: 听课}\n"
    )
    (found,) = told(text)
    assert found.startswith("2019.yml:5:30: 错误[R292] 院长的活动写了支部“xx-bk1”，联系支部（第 3 行）里没有它。")


@pytest.mark.parametrize(
    ("day", "codes"),
    [("2018-12-31", ["R204"]), ("2019-01-01", []), ("2019-11-25", []), ("2019-11-26", ["R203"])],
)
def test_a_row_has_a_day_of_the_year_that_is_not_in_the_future(told: Told, day: str, codes: list[str]) -> None:
    found = told(f"研判:\n  - {{日期: {day}}}\n")
    assert [row[row.index("[") + 1 : row.index("]")] for row in found] == codes


def test_a_row_may_be_of_the_next_year_until_the_end_of_march(told: Told) -> None:
    assert "R204" not in str(told("研判:\n  - {日期: 2020-03-31}\n"))
    assert "R204" in str(told("研判:\n  - {日期: 2020-04-01}\n"))


def dues(carried_over: str, balance: str, through: str, *, allocated: str = "") -> CommitteeRegister:
    row = {"上年结余": carried_over, "收入": "0", "支出": "0", "结余": balance}
    more = {"补交党费": {**row, "上年结余": allocated, "结余": allocated}} if allocated else {}
    return CommitteeRegister.model_validate({"党费": {"截至": through, "一般党费": row, **more}})


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (dues("0", "3260.50", "2018-12-31"), dues("3260.50", "0", "2019-10-31"), 0),
        (dues("0", "3260.50", "2018-12-31"), dues("3260.51", "0", "2019-10-31"), 1),
        (dues("0", "3260.50", "2018-12-31"), dues("3260.5", "0", "2019-10-31"), 0),
        (dues("0", "3260.50", "2018-12-30"), dues("0", "0", "2019-10-31"), 0),
        (dues("0", "3260.50", "2019-01-05"), dues("0", "0", "2019-10-31"), 1),
        (dues("0", "5", "2018-12-31"), dues("5", "0", "2019-10-31", allocated="600"), 0),
        (dues("0", "5", "2018-12-31", allocated="600"), dues("5", "0", "2019-10-31", allocated="590"), 1),
    ],
)
def test_what_is_carried_over_is_what_was_left(
    before: CommitteeRegister, after: CommitteeRegister, expected: int
) -> None:
    found = list(check_carried_over({2018: before, 2019: after}))
    assert [row.code for row in found] == ["R293"] * expected
    assert list(check_carried_over({2017: before, 2019: after})) == []


def test_both_places_of_a_balance_are_named(tmp_path: Path) -> None:
    registers = {}
    for year, carried in ((2018, "7"), (2019, "9000.05")):
        path = tmp_path / f"{year}.yml"
        text = f"党费:\n  截至: {year}-12-31\n  一般党费: {{上年结余: {carried}, 收入: 0, 支出: 0, 结余: 9000.50}}\n"
        path.write_text(text, encoding="utf-8")
        record, _ = read_record(path, tmp_path, CommitteeRegister)
        assert record is not None
        registers[year] = record
    assert [str(row) for row in check_carried_over(registers)] == [
        (
            "2019.yml:3:16: 错误[R293] 一般党费上年结余写的是 9000.05，上年台账（2018.yml:3:37）的结余是 9000.50。"
            "请核对两年的账，改正写错的一处。"
        )
    ]
