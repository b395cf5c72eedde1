"""数说 of a showcase against the register of its branch."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.dossier import Dossier
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.model.records.showcase import Numbers
from generator.validate.approvals import check_numbers


def dossier(*activities: tuple[str, list[str]]) -> Dossier:
    profile = Profile.model_validate({"名称": "甲", "类型": "教师", "成立": "2015-09-10"})
    registers: dict[int, Any] = {}
    for day, kinds in activities:
        row = {"类型": kinds, "日期": day, "主持": "支部书记", "应到": "9", "实到": "8"}
        registers.setdefault(int(day[:4]), []).append(row)
    read = {year: Register.model_validate({"活动": rows}) for year, rows in registers.items()}
    return Dossier.assemble("b1", "xx", profile, read)


HELD = dossier(
    ("2018-12-31", ["党课"]),
    ("2019-01-01", ["支部党员大会", "党课"]),
    ("2019-10-20", ["支部党员大会"]),
    ("2019-10-21", ["支部党员大会"]),
)


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({"支部党员大会": "2", "党课": "1"}, []),
        ({"支部党员大会": "3"}, ["数说写支部党员大会 3 次，台账统计至 2019-10-20 是 2 次"]),
        ({"党课": "1", "主题党日": "1"}, ["数说写主题党日 1 次，台账统计至 2019-10-20 是 0 次"]),
    ],
)
def test_numbers_count_from_the_first_of_january_to_their_day(counts: dict[str, str], told: list[str]) -> None:
    numbers = Numbers.model_validate({"统计至": "2019-10-20", "次数": counts})
    problems = list(check_numbers(numbers, HELD))
    assert [row.message for row in problems] == told
    assert {row.code for row in problems} <= {"R251"}


def test_without_numbers_there_is_nothing_to_compare() -> None:
    assert list(check_numbers(None, HELD)) == []
