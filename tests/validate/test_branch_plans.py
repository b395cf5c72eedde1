"""推进计划 and 对策: what the steps and the remedies cannot all be true about, both sides of each line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.model.dossier import Dossier
from generator.model.kinds import Duty
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.model.standard_set import Criteria
from generator.validate.dossiers import validate_dossier

Found = Callable[..., Any]
DISCUSSED, SUBMITTED, RETURNED = "支部讨论 2019-05-09", "首次报送 2019-05-17", "退回 2019-05-22"
RESUBMITTED, APPROVED = "再次报送 2019-05-24", "审核通过 2019-06-12"
PROFILE = "名称: 甲\n类型: 教师\n成立: 2015-09-10\n"


def course(*events: str) -> str:
    rows = (event.split() for event in events)
    lines = (f"    - {{环节: {step}, 日期: {day}, 单位: 学院党委}}\n" for step, day in rows)
    return "推进计划:\n  经过:\n" + "".join(lines)


def remedy(**changes: str) -> str:
    fields = {"问题": "甲", "类别": "[虚化]", "标准": '["3.1"]', "措施": "乙", "责任": "组织委员", "期限": "2019-09-30"}
    return "对策:\n  - {" + ", ".join(f"{key}: {value}" for key, value in (fields | changes).items()) + "}\n"


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([DISCUSSED, SUBMITTED, RETURNED, RESUBMITTED, APPROVED], []),
        ([DISCUSSED, "首次报送 2019-05-09"], []),  # the same day is in order
        ([DISCUSSED, "首次报送 2019-05-08"], [("R230", 4)]),
        ([SUBMITTED, "审核通过 2019-05-17"], []),
        ([SUBMITTED, "审核通过 2019-05-16"], [("R230", 4)]),
        ([SUBMITTED, RESUBMITTED], [("R231", 4)]),
        ([RETURNED, RESUBMITTED], [("R231", 4)]),  # the committee returned it, but it was never handed in
        ([SUBMITTED, RETURNED, RESUBMITTED, "再次报送 2019-05-28"], [("R231", 6)]),
        ([SUBMITTED, RETURNED, RESUBMITTED, "退回 2019-05-27", "再次报送 2019-05-28", APPROVED], []),
        ([DISCUSSED, APPROVED], [("R232", 4)]),
        ([APPROVED], [("R232", 3)]),
        ([SUBMITTED, "首次报送 2019-05-24"], [("R233", 4)]),
        ([SUBMITTED, APPROVED, "退回 2019-06-12"], [("R234", 5)]),
        ([SUBMITTED, APPROVED, "审核通过 2019-06-13"], [("R234", 5)]),
    ],
)
def test_each_step_follows_from_those_before(found: Found, places: Any, events: list[str], expected: Any) -> None:
    assert places(found(course(*events))) == expected


def test_a_step_is_told_with_line_and_column(found: Found) -> None:
    (problem,) = found(course(SUBMITTED, "审核通过 2019-05-16"))
    assert str(problem) == (
        "2019.yml:4:22: 错误[R230] 审核通过（2019-05-16）早于前一步首次报送（2019-05-17）。"
        "请核对日期；“经过”按先后一步一行。"
    )
    (problem,) = found(course(DISCUSSED, APPROVED))
    assert str(problem).startswith("2019.yml:4:12: 错误[R232] 审核通过之前没有首次报送。")


@pytest.mark.parametrize(
    ("life", "day", "codes"),
    [
        ("成立: 2019-05-17\n", "2019-05-17", []),
        ("成立: 2019-05-18\n", "2019-05-17", ["R201"]),
        ("成立: 2015-09-10\n撤销: 2019-05-17\n", "2019-05-17", []),
        ("成立: 2015-09-10\n撤销: 2019-05-16\n", "2019-05-17", ["R202"]),
        ("成立: 2015-09-10\n", "2019-11-25", []),
        ("成立: 2015-09-10\n", "2019-11-26", ["R203"]),
        ("成立: 2015-09-10\n", "2018-12-31", ["R204"]),
        ("成立: 2015-09-10\n", "2019-01-01", []),
    ],
)
@pytest.mark.parametrize("text", [course, lambda event: remedy(完成=event.split()[1])], ids=["step", "remedy"])
def test_days_lie_within_the_year_and_the_life_of_the_branch(
    found: Found, text: Callable[[str], str], life: str, day: str, codes: list[str]
) -> None:
    expected = [{"R204": "R236"}.get(code, code) for code in codes] if text is not course else codes
    problems = found(text(f"首次报送 {day}"), profile=f"名称: 甲\n类型: 教师\n{life}")
    assert [problem.code for problem in problems] == expected


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"标准": '["1.2", "3.1"]'}, []),
        ({"标准": '["3.11"]'}, ["R235"]),
        ({"标准": '["3.1.1"]'}, ["R235"]),  # a criterion is no standard
        ({"标准": '["9.8", "9.9"]'}, ["R235", "R235"]),
        ({"标准": "[]"}, ["R110"]),
        ({"类别": "[]"}, ["R110"]),
        ({"类别": "[弱化, 虚化, 边缘化]"}, []),
        ({"期限": "2019-01-01"}, []),
        ({"期限": "2018-12-31"}, ["R236"]),
        ({"期限": "2020-06-30"}, []),
    ],
)
def test_a_remedy_answers_standards_that_there_are(found: Found, changes: dict[str, str], codes: list[str]) -> None:
    assert [problem.code for problem in found(remedy(**changes))] == codes


def test_an_unknown_standard_is_told_with_its_place_and_the_nearest(found: Found) -> None:
    (problem,) = found(remedy(标准='["3.11"]'))
    assert str(problem) == "2019.yml:2:27: 错误[R235] 没有标准“3.11”。是否想写“3.1”？"


@pytest.mark.parametrize(("standard", "codes"), [("2.5", ["R237"]), ("3.1", [])])
def test_no_remedy_tells_of_what_only_the_restricted_edition_shows(standard: str, codes: list[str]) -> None:
    row = {"问题": "甲", "类别": ["弱化"], "标准": [standard], "措施": "乙", "责任": "支部书记", "期限": "2019-09-30"}
    profile = Profile.model_validate({"名称": "甲", "类型": "教师", "成立": "2015-09-10"})
    dossier = Dossier.assemble("b1", "xx", profile, {2019: Register.model_validate({"对策": [row]})})
    criteria = Criteria(dict.fromkeys(("2.5.1", "3.1.1"), Duty.BRANCH), frozenset({"2.5.1"}))
    problems = validate_dossier(dossier, lambda _: criteria, date(2019, 11, 25))
    assert [problem.code for problem in problems] == codes


def test_where_no_standards_are_known_none_are_missed() -> None:
    row = {"问题": "甲", "类别": ["弱化"], "标准": ["9.9"], "措施": "乙", "责任": "支部书记", "期限": "2019-09-30"}
    profile = Profile.model_validate({"名称": "甲", "类型": "教师", "成立": "2015-09-10"})
    dossier = Dossier.assemble("b1", "xx", profile, {2019: Register.model_validate({"对策": [row]})})
    assert validate_dossier(dossier, lambda _: Criteria({}, frozenset()), date(2019, 11, 25)) == []
