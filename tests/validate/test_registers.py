from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

HEAD = "名称: 甲\n类型: 教师\n成立: 2015-09-10\n"


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2018-12-31", ["R204"]),
        ("2019-01-01", []),
        ("2019-12-31", []),
        ("2020-01-01", []),
        ("2020-03-31", []),
        ("2020-04-01", ["R204"]),
    ],
)
def test_a_register_holds_the_year_and_three_months_more(found: Callable[..., Any], day: str, codes: list[str]) -> None:
    text = f"活动:\n  - {{类型: [专题学习], 日期: {day}, 主持: 甲, 应到: 1, 实到: 1, 议题: [{{事项: 乙}}]}}\n换届:\n  - {{日期: {day}}}\n"
    assert [problem.code for problem in found(text, as_of=date(2021, 1, 1))] == codes * 2


def test_a_wrong_year_names_the_right_file(found: Callable[..., Any]) -> None:
    (problem,) = found("换届:\n  - {日期: 2018-06-20}\n")
    assert str(problem) == "2019.yml:2:10: 错误[R204] 2018-06-20 不在 2019 年的台账里。请核对日期，或移到 2018.yml。"


@pytest.mark.parametrize(
    ("life", "day", "codes"),
    [
        ("成立: 2019-03-14\n", "2019-03-14", []),
        ("成立: 2019-03-14\n", "2019-03-13", ["R201"]),
        ("成立: 2015-09-10\n撤销: 2019-06-30\n", "2019-06-30", []),
        ("成立: 2015-09-10\n撤销: 2019-06-30\n", "2019-07-01", ["R202"]),
        ("成立: 2015-09-10\n", "2019-11-25", []),
        ("成立: 2015-09-10\n", "2019-11-26", ["R203"]),
    ],
)
def test_dates_lie_within_the_life_of_the_branch(
    found: Callable[..., Any], life: str, day: str, codes: list[str]
) -> None:
    problems = found(f"换届:\n  - {{日期: {day}}}\n", profile=f"名称: 甲\n类型: 教师\n{life}")
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ("应到有选举权: 16, 实到有选举权: 16, 发出票: 16, 收回票: 16, 当选: [{职务: 书记, 得票: 16}]", []),
        ("应到有选举权: 16, 实到有选举权: 17", ["实到有选举权（17）大于应到有选举权（16）"]),
        ("实到有选举权: 15, 发出票: 16", ["发出票（16）大于实到有选举权（15）"]),
        ("发出票: 15, 收回票: 16", ["收回票（16）大于发出票（15）"]),
        ("应到有选举权: 15, 收回票: 16", ["收回票（16）大于应到有选举权（15）"]),
        ("收回票: 15, 当选: [{职务: 书记, 得票: 16}]", ["书记得票（16）大于收回票（15）"]),
        ("当选: [{职务: 书记, 得票: 16}]", []),
        ("收回票: 15, 产生方式: 支委会选, 支委会实到: 3, 当选: [{职务: 书记, 大会得票: 15, 得票: 3}]", []),
        (
            "收回票: 15, 产生方式: 支委会选, 当选: [{职务: 书记, 大会得票: 16, 得票: 3}]",
            ["书记得票（16）大于收回票（15）"],
        ),
        ("产生方式: 支委会选, 支委会实到: 2, 当选: [{职务: 书记, 得票: 3}]", ["书记得票（3）大于支委会实到（2）"]),
        ("产生方式: 指派, 当选: [{职务: 书记}]", []),
        ("应选: 1, 当选: [{职务: 组织委员, 得票: 9}, {职务: 宣传委员, 得票: 9}]", ["当选 2 名，多于应选（1）"]),
        ("应选: 3, 当选: [{职务: 组织委员, 得票: 9}, {职务: 宣传委员, 得票: 9}]", []),
    ],
)
def test_ballots_add_up(found: Callable[..., Any], fields: Any, messages: list[str]) -> None:
    problems = [row for row in found(f"换届:\n  - {{日期: 2019-06-20, {fields}}}\n") if row.code != "R241"]
    assert [problem.message for problem in problems] == messages
    assert {problem.code for problem in problems} <= {"R121"}


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("应到有选举权: 16", []),
        ("应到有选举权: 14", ["R241"]),
        ('应到有选举权: 14, 不计入: {合计: 2, 依据: ["无表决权、选举权", "选举口径：上级同意并经大会通过"]}', []),
        ("应到有选举权: 16, 不计入: {合计: 2}", ["R241"]),
    ],
)
def test_a33_who_may_elect_is_what_the_day_says(found: Callable[..., Any], fields: str, codes: list[str]) -> None:
    assert [row.code for row in found(f"换届:\n  - {{日期: 2019-06-20, {fields}}}\n")] == codes


@pytest.mark.parametrize(
    ("on", "years", "codes"),
    [("2018-06-30", 2, []), ("2018-07-01", 2, ["R243"]), ("2018-07-01", 3, []), ("2018-07-01", None, [])],
)
def test_from_july_2018_a_term_is_three_years(
    found: Callable[..., Any], on: str, years: int | None, codes: Any
) -> None:
    length = f", 届期: {years}" if years else ""
    assert [row.code for row in found(f"换届:\n  - {{日期: {on}{length}}}\n", year=2018)] == codes


@pytest.mark.parametrize(
    ("month", "codes"),
    [
        ("2019-08", []),
        ("2019-12", []),
        ("2018-08", ["R204"]),
    ],
)
def test_an_exempt_month(found: Callable[..., Any], month: int, codes: list[str]) -> None:
    text = f"免开:\n  - {{类型: 主题党日, 月份: {month}, 理由: 暑假}}\n"
    assert [problem.code for problem in found(text)] == codes


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("要点: 1.2.1", []),
        ("要点: 1.2.9", ["R213"]),
        ("要点: 1.2.1, 日期: 2019-11-25", []),
        ("要点: 1.2.1, 日期: 2019-11-26", ["R203"]),
    ],
)
def test_a_review(found: Callable[..., Any], fields: Any, codes: list[str]) -> None:
    assert [problem.code for problem in found(f"评定:\n  - {{{fields}, 结论: 符合}}\n")] == codes


def test_an_unknown_criterion_names_the_nearest(found: Callable[..., Any]) -> None:
    (problem,) = found("评定:\n  - {要点: 1.2.l, 结论: 符合}\n")
    assert str(problem) == "2019.yml:2:10: 错误[R213] 没有评价要点“1.2.l”。是否想写“1.2.1”？"


OFFICERS = """支委:
  - {职务: 书记, 自: 2017-01-01, 至: 2019-06-30}
  - {职务: 书记, 自: 2019-07-01}
  - {职务: 副书记, 自: 2016-01-01, 至: 2018-12-31}
  - {职务: 委员, 自: 2017-01-01}
  - {职务: 委员, 自: 2018-01-01}
  - {职务: 组织委员, 自: 2017-01-01}
  - {职务: 宣传委员, 自: 2017-01-01, 至: 2019-01-01}
  - {职务: 纪检委员, 自: 2019-12-31}
  - {职务: 青年委员, 自: 2020-01-01}
"""


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("职务: 组织委员", []),
        ("职务: 组织委员, 自: 2017-01-01", []),
        ("职务: 组织委员, 自: 2017-01-02", ["R210"]),
        ("职务: 统战委员", ["R210"]),
        ("职务: 宣传委员", []),
        ("职务: 纪检委员", []),
        ("职务: 青年委员", ["R210"]),
        ("职务: 副书记", ["R210"]),
        ("职务: 书记", ["R211"]),
        ("职务: 书记, 自: 2019-07-01", []),
        ("职务: 委员", []),
    ],
)
def test_hours_belong_to_officers_of_the_year(found: Callable[..., Any], row: str, codes: list[str]) -> None:
    problems = found(f"学时:\n  书记和委员:\n    - {{{row}, 学时: 56}}\n", profile=HEAD + OFFICERS)
    assert [problem.code for problem in problems] == codes


def test_hours_without_officers_in_the_profile_are_not_missed(found: Callable[..., Any]) -> None:
    assert found("学时: {书记和委员: [{职务: 书记, 学时: 56}]}\n", profile=HEAD) == []


@pytest.mark.parametrize(
    ("people", "codes"),
    [((10, 9), []), ((10, 10), []), ((10, 11), ["R212"])],
)
def test_people_with_hours_are_no_more_than_the_members(
    found: Callable[..., Any], people: tuple[int, int], codes: list[str]
) -> None:
    counts = "党员人数:\n  - {自: 2018-01-01, 正式: 17, 预备: 3}\n  - {自: 2019-06-30, 正式: 10, 预备: 0}\n"
    rows = "".join(f"    - {{学时: 3{n}, 人数: {count}}}\n" for n, count in enumerate(people))
    assert [problem.code for problem in found(f"学时:\n  党员:\n{rows}", profile=HEAD + counts)] == codes


@pytest.mark.parametrize(("people", "codes"), [(30, []), (31, ["R212"])])
def test_the_largest_number_of_the_year_counts(found: Callable[..., Any], people: int, codes: list[str]) -> None:
    rows = (("2018-01-01", 20), ("2019-03-01", 30), ("2019-09-01", 10), ("2020-01-01", 99))
    counts = "".join(f"  - {{自: {day}, 正式: {number}, 预备: 0}}\n" for day, number in rows)
    problems = found(f"学时: {{党员: [{{学时: 36, 人数: {people}}}]}}\n", profile=f"{HEAD}党员人数:\n{counts}")
    assert [problem.code for problem in problems] == codes


def test_members_of_a_year_before_any_count_are_not_missed(found: Callable[..., Any]) -> None:
    assert found("学时: {党员: [{学时: 36, 人数: 99}]}\n", profile=HEAD) == []
