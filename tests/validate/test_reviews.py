"""One fact, one verdict: a 评定 stands where its duty is judged, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.dossier import Dossier
from generator.model.kinds import Duty
from generator.model.record import SOURCE_KEY, Source
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.organisation import Committee
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.model.unit_records import UnitRecords
from generator.validate.reviews import check_twice

BRANCH = "评定:\n  - {要点: ID, 结论: 符合, 评定单位: 学院党委, 日期: 2019-11-08, 意见: 有成效}\n"
ABOVE = BRANCH.replace("{要点", "{年度: 2019, 要点")
COMMITTEE = f"名称: 信息学院党委\n类型: 基层党委\n{ABOVE}"
SCHOOL = f"名称: 示例大学\n{ABOVE}"


@pytest.mark.parametrize(
    ("criterion", "told"),
    [
        ("1.2.1", []),
        ("6.3.2", ["要点 6.3.2 是基层党委的事项，不在这里评。请移到所属基层党委的 committee.yml"]),
        ("7.1.1", ["要点 7.1.1 是学校的事项，不在这里评。请移到records/institution.yml"]),
        ("7.3.1", ["要点 7.3.1 是学校的事项，不在这里评。请移到records/institution.yml"]),
    ],
)
def test_a_branch_judges_no_duty_of_others(found: Callable[..., Any], criterion: str, told: list[str]) -> None:
    problems = found(BRANCH.replace("ID", criterion))
    assert [problem.code for problem in problems] == ["R245"] * len(told)
    for problem, words in zip(problems, told, strict=True):
        assert str(problem).startswith("2019.yml:2:10: 错误[R245] ")
        assert words in str(problem)


@pytest.mark.parametrize(
    ("criterion", "codes"), [("6.3.2", []), ("7.1.1", ["R245"]), ("1.2.1", ["R245"]), ("9.9.9", ["R213"])]
)
def test_a_committee_judges_its_own(tree: Callable[..., Any], criterion: str, codes: list[str]) -> None:
    problems = tree(**{"units/xx/committee.yml": COMMITTEE.replace("ID", criterion)})
    assert [problem.code for problem in problems] == codes
    assert all(str(problem).startswith("records/units/xx/committee.yml:4:20: ") for problem in problems)


@pytest.mark.parametrize(
    ("criterion", "codes"), [("7.1.1", []), ("6.3.2", ["R245"]), ("1.2.1", ["R245"]), ("7.3.1", ["R220"])]
)
def test_the_institution_judges_its_own(tree: Callable[..., Any], criterion: str, codes: list[str]) -> None:
    assert [problem.code for problem in tree(**{"institution.yml": SCHOOL.replace("ID", criterion)})] == codes


def test_what_only_the_restricted_edition_shows_stands_apart(tree: Callable[..., Any]) -> None:
    apart = SCHOOL.replace("ID", "7.3.1").replace("\n评定", "\n专人评定")
    assert tree(**{"institution.yml": apart}) == []


def test_a_review_above_is_not_of_the_future(tree: Callable[..., Any]) -> None:
    later = SCHOOL.replace("ID", "7.1.1").replace("2019-11-08", "2019-11-26")
    assert [problem.code for problem in tree(**{"institution.yml": later})] == ["R203"]


@pytest.mark.parametrize(("dissolved", "codes"), [("2019-03-31", []), ("2019-04-01", ["R246"])])
def test_only_a_short_life_may_be_left_unjudged(found: Callable[..., Any], dissolved: str, codes: list[str]) -> None:
    profile = f"名称: 第一党支部\n类型: 教师\n成立: 2015-09-10\n撤销: {dissolved}\n"
    waiver = "不评: {理由: 三月底并入, 单位: 学院党委, 日期: 2019-11-20}\n"
    problems = found(waiver, profile)
    assert [problem.code for problem in problems] == codes
    assert all("“不评”不作依据" in str(problem) for problem in problems)


def test_that_word_is_not_of_the_future(found: Callable[..., Any]) -> None:
    profile = "名称: 第一党支部\n类型: 教师\n成立: 2015-09-10\n撤销: 2019-03-31\n"
    waiver = "不评: {理由: 三月底并入, 单位: 学院党委, 日期: 2019-11-26}\n"
    assert [problem.code for problem in found(waiver, profile)] == ["R203"]


def test_what_is_judged_from_records_is_not_reviewed_beside_them(
    found: Callable[..., Any], tree: Callable[..., Any]
) -> None:
    (problem,) = found(BRANCH.replace("ID", "3.1.1"))
    assert str(problem).startswith("2019.yml:2:10: 警告[R252] 要点 3.1.1 由台账判")
    (problem,) = tree(**{"units/xx/committee.yml": COMMITTEE.replace("ID", "6.2.3")})
    assert str(problem).startswith("records/units/xx/committee.yml:4:20: 警告[R252] ")


TABLES = """支部评定:
  - 要点: ID
    评定单位: 学院党委
    日期: 2019-11-08
    结论: 符合
    意见: 有成效
    支部: [{支部: b1, 结论: 提示}]
"""


@pytest.mark.parametrize(
    ("criterion", "codes"), [("1.2.1", []), ("6.3.2", ["R245"]), ("7.3.1", ["R220", "R245"]), ("9.9.9", ["R213"])]
)
def test_a_table_for_many_branches_is_of_their_duties(
    tree: Callable[..., Any], criterion: str, codes: list[str]
) -> None:
    problems = tree(**{"units/xx/2019.yml": TABLES.replace("ID", criterion)})
    assert sorted(problem.code for problem in problems) == codes
    assert all(str(problem).startswith("records/units/xx/2019.yml:2:9: ") for problem in problems)


@pytest.mark.parametrize(("criterion", "codes"), [("1.2.1", ["R220"]), ("7.3.1", ["R245"])])
def test_a_restricted_table_is_about_what_only_that_edition_shows(
    tree: Callable[..., Any], criterion: str, codes: list[str]
) -> None:
    """Else the reason of a finding that everybody sees would tell the restricted opinion."""
    text = TABLES.replace("ID", criterion).replace("支部评定", "专人支部评定")
    assert [problem.code for problem in tree(**{"units/xx/2019.yml": text})] == codes


def test_a_table_is_not_of_the_future(tree: Callable[..., Any]) -> None:
    later = TABLES.replace("ID", "1.2.1").replace("2019-11-08", "2019-11-26")
    assert [problem.code for problem in tree(**{"units/xx/2019.yml": later})] == ["R203"]


def test_two_tables_about_one_branch_are_told_with_both_places(tree: Callable[..., Any]) -> None:
    one = TABLES.replace("ID", "1.2.1")
    again = one.replace("支部评定:\n", "").replace("    结论: 符合\n", "")
    (told,) = tree(**{"units/xx/2019.yml": one + again})
    assert str(told) == (
        "records/units/xx/2019.yml:12:15: 警告[R253] 支部 b1 的要点 1.2.1 评了两次，"
        "先见于 records/units/xx/2019.yml:7:10。请合并成一条，例外的支部逐个列出。"
    )


def test_two_tables_about_all_others_are_told_with_both_places(tree: Callable[..., Any]) -> None:
    one = TABLES.replace("ID", "1.2.1")
    again = one.replace("支部评定:\n", "").replace("    支部: [{支部: b1, 结论: 提示}]\n", "")
    (told,) = tree(**{"units/xx/2019.yml": one + again})
    assert "8:9: 警告[R253] 要点 1.2.1 有两张表评其余各支部，先见于 records/units/xx/2019.yml:2:5" in str(told)


def test_a_branch_and_its_committee_say_a_thing_once() -> None:
    own = Register.model_validate(
        {"评定": [{SOURCE_KEY: Source("b1/2019.yml", 2, 5), "要点": "1.2.1", "结论": "符合"}]}
    )
    table = {SOURCE_KEY: Source("2019.yml", 2, 5), "要点": "1.2.1", "结论": "符合"}
    files = {"2019.yml": CommitteeRegister.model_validate({"支部评定": [table]})}
    head = Committee.model_validate({"名称": "学院党委", "类型": "基层党委"})
    profile = Profile.model_validate({"名称": "甲", "类型": "教师", "成立": "2015-09-10"})
    committee = UnitRecords.of(Duty.COMMITTEE, "xx", head, files, ())
    (told,) = check_twice(Dossier.assemble("b1", "xx", profile, {2019: own}), committee)
    assert str(told) == (
        "b1/2019.yml:2:5: 警告[R253] 要点 1.2.1 在基层党委的“支部评定”（2019.yml:2:5）里也评了。"
        "请留一处：成批评定的，删去支部台账里的这一条。"
    )
    assert list(check_twice(Dossier.assemble("b1", "xx", profile, {2018: own}), committee)) == []
