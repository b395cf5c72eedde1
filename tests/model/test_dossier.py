"""The dossier's look-ups: what was so on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.dossier import Dossier
from generator.model.record import SOURCE_KEY, Source
from generator.model.records.profile import Profile
from generator.model.records.register import Register


def dossier(registers: dict[int, dict[str, Any]] | None = None, **profile: Any) -> Dossier:
    basic = {"名称": "示例支部", "类型": "教师", "成立": "2015-09-10"}
    read = {year: Register.model_validate(register) for year, register in (registers or {}).items()}
    return Dossier.assemble("b", "c", Profile.model_validate(basic | profile), read)


def activity(day: str, *kinds: str, line: int = 1, path: str = "2019.yml") -> dict[str, Any]:
    row = {"类型": list(kinds or ("党课",)), "日期": day, "主持": "支部书记", "应到": "18", "实到": "16"}
    return {**row, SOURCE_KEY: Source(path, line, 5)}


def test_activities_of_all_registers_come_by_date() -> None:
    registers = {
        2020: {"活动": [activity("2020-01-10", path="2020.yml")]},
        2019: {"活动": [activity("2020-02-20", line=9), activity("2019-03-14", line=2)]},
    }
    assert [row.on.isoformat() for row in dossier(registers).activities] == ["2019-03-14", "2020-01-10", "2020-02-20"]


def test_rows_of_one_day_have_anchors_of_their_own_in_the_order_written() -> None:
    rows = [activity("2019-03-14", line=30), activity("2019-03-14", line=4), activity("2019-03-15", line=50)]
    found = dossier({2019: {"活动": rows}})
    anchors = {source.line: anchor for source, anchor in found.anchors.items()}
    assert anchors == {4: "a-2019-03-14-1", 30: "a-2019-03-14-2", 50: "a-2019-03-15-1"}
    evidence = found.evidence(found.activities[1])
    assert (evidence.source.line, evidence.anchor, evidence.label) == (30, "a-2019-03-14-2", "3月14日党课")


@pytest.mark.parametrize(
    ("day", "full"), [("2019-02-28", None), ("2019-03-01", 16), ("2019-06-27", 16), ("2019-06-28", 17)]
)
def test_a33_the_headcount_of_a_day(day: str, full: int | None) -> None:
    numbers = [{"自": "2019-06-28", "正式": "17", "预备": "1"}, {"自": "2019-03-01", "正式": "16", "预备": "2"}]
    found = dossier(党员人数=numbers).headcount(date.fromisoformat(day))
    assert (found and found.full_members) == full


def test_a7_the_total_counts_probationary_members() -> None:
    found = dossier(党员人数=[{"自": "2019-03-01", "正式": "16", "预备": "2"}]).headcount(date(2019, 3, 1))
    assert found is not None
    assert found.total == 18


@pytest.mark.parametrize(
    ("day", "posts"), [("2018-06-19", []), ("2018-06-20", ["书记"]), ("2019-08-31", ["书记"]), ("2019-09-01", [])]
)
def test_who_serves_on_a_day(day: str, posts: list[str]) -> None:
    found = dossier(支委=[{"职务": "书记", "自": "2018-06-20", "至": "2019-08-31"}])
    assert [officer.post.value for officer in found.officers(date.fromisoformat(day))] == posts


def term(post: str, since: str, until: str | None = None, **more: Any) -> dict[str, Any]:
    return {"职务": post, "自": since, **({"至": until} if until else {}), **more}


@pytest.mark.parametrize(
    ("rows", "posts"),
    [
        ([term("书记", "2018-06-20", "2019-06-20"), term("书记", "2019-06-20")], ["书记"]),
        (
            [
                term("书记", "2018-06-20", "2019-06-20"),
                term("委员", "2018-06-20", "2019-06-20"),
                term("书记", "2019-06-20"),
            ],
            ["委员", "书记"],  # nobody has come for the second: the last day still counts
        ),
        (
            [term("青年委员", "2018-06-20", "2019-06-20"), term("统战委员", "2019-06-20")],
            ["统战委员"],  # a new committee with other posts
        ),
        ([term("书记", "2019-06-20", "2019-06-20")], ["书记"]),
    ],
)
def test_on_a_day_of_handover_the_one_who_came_counts(rows: list[dict[str, Any]], posts: list[str]) -> None:
    assert [officer.post.value for officer in dossier(支委=rows).officers(date(2019, 6, 20))] == posts


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        ([term("书记", "2018-06-20", 姓名="甲乙"), term("组织委员", "2018-06-20", 姓名="甲乙")], 1),
        ([term("书记", "2018-06-20", 姓名="甲乙"), term("组织委员", "2018-06-20", 姓名="丙丁")], 2),
        ([term("书记", "2018-06-20"), term("组织委员", "2018-06-20")], 2),
        ([term("书记", "2018-06-20", 兼任=["组织委员"])], 1),
    ],
)
def test_one_person_with_two_posts_is_one_person(rows: list[dict[str, Any]], people: int) -> None:
    assert len(dossier(支委=rows).people(date(2019, 6, 20))) == people


def test_a_group_that_changes_its_leader_is_one_group_on_that_day() -> None:
    first, second = (
        {"名称": "第一党小组", "自": "2018-06-20", "至": "2019-06-20"},
        {"名称": "第一党小组", "自": "2019-06-20"},
    )
    assert len(dossier(党小组=[first, second]).groups(date(2019, 6, 20))) == 1


@pytest.mark.parametrize(
    ("day", "number"), [("2018-06-19", 0), ("2018-06-20", 1), ("2019-08-31", 1), ("2019-09-01", 0)]
)
def test_groups_of_a_day(day: str, number: int) -> None:
    found = dossier(党小组=[{"名称": "第一党小组", "自": "2018-06-20", "至": "2019-08-31"}])
    assert len(found.groups(date.fromisoformat(day))) == number


@pytest.mark.parametrize(
    ("day", "number"), [("2018-06-19", None), ("2018-06-20", 1), ("2019-01-01", 2), ("2019-07-01", None)]
)
def test_units_covered_on_a_day(day: str, number: int | None) -> None:
    one, other = {"名称": "甲中心", "正式党员": "2"}, {"名称": "乙中心", "正式党员": "1"}
    found = dossier(
        覆盖单位=[
            {"自": "2018-06-20", "单位": [one]},
            {"自": "2019-01-01", "单位": [one, other]},
            {"自": "2019-07-01", "单位": []},
        ]
    )
    coverage = found.coverage(date.fromisoformat(day))
    assert (coverage and len(coverage.units)) == number


def test_elections_of_all_registers_come_by_date() -> None:
    found = dossier({2019: {"换届": [{"日期": "2019-06-18"}]}, 2018: {"换届": [{"日期": "2016-06-20"}]}})
    assert [row.on.year for row in found.elections] == [2016, 2019]


def test_of_one_day_the_election_that_begins_the_term_comes_first() -> None:
    rows = [{"日期": "2019-06-18", "类别": "另选"}, {"日期": "2019-06-18"}]
    assert [row.kind.value for row in dossier({2019: {"换届": rows}}).elections] == ["换届", "另选"]


def test_what_the_profile_leaves_out_is_unknown_and_not_none_at_all() -> None:
    empty = dossier()
    assert (empty.profile.officers, empty.profile.groups, empty.headcount(date(2019, 1, 1))) == (None, None, None)
    assert dossier(党小组=[]).profile.groups == ()
