"""4.3 and 5.3 学时: 56 and 32 hours on both sides, pro-rated terms; A17 and A18."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from generator.model.finding import Finding

Ask = Callable[..., dict[str, Finding]]

OFFICERS = {"对象": "书记和委员", "每": "年", "至少": "56"}
MEMBERS = {"对象": "党员", "每": "年", "至少": "32"}
SECRETARY = {"职务": "书记", "自": "2018-06-20"}


def officer_hours(*rows: dict[str, str]) -> dict[int, Any]:
    return {2019: {"学时": {"书记和委员": list(rows)}}}


def member_hours(*rows: tuple[str, int]) -> dict[int, Any]:
    return {2019: {"学时": {"党员": [{"学时": hours, "人数": str(people)} for hours, people in rows]}}}


def after(ask: Ask, parameters: dict[str, str], profile: dict[str, Any], registers: dict[int, Any]) -> Finding:
    """The year 2019, seen when it is over and reconciled."""
    profile = {"台账核对至": "2019-12-31", **profile}
    return ask("学时", parameters, profile, registers=registers, as_of="2020-01-01", year=2019)["2019"]


@pytest.mark.parametrize(("hours", "verdict"), [("55.99", "缺项"), ("56", "符合"), ("56.0", "符合"), ("58", "符合")])
def test_an_officer_needs_56_hours(ask: Ask, hours: str, verdict: str) -> None:
    assert (
        after(ask, OFFICERS, {"支委": [SECRETARY]}, officer_hours({"职务": "书记", "学时": hours})).verdict == verdict
    )


def test_every_officer_needs_them(ask: Ask) -> None:
    profile = {"支委": [SECRETARY, {"职务": "组织委员", "自": "2018-06-20"}]}
    rows = ({"职务": "书记", "学时": "60"}, {"职务": "组织委员", "学时": "55"})
    finding = after(ask, OFFICERS, profile, officer_hours(*rows))
    assert finding.verdict == "缺项"
    assert "2 个任期中 1 个达到" in finding.reason


def test_reasons_name_no_one_who_fell_short(ask: Ask) -> None:
    finding = after(ask, OFFICERS, {"支委": [SECRETARY]}, officer_hours({"职务": "书记", "学时": "3"}))
    assert not re.search(r"(?<!\d)3 学时", finding.reason)
    assert "书记 " not in finding.reason


@pytest.mark.parametrize(
    ("term", "hours", "verdict"),
    [
        ({"自": "2019-09-01"}, "18.67", "符合"),  # four months: 18 and two thirds
        ({"自": "2019-09-01"}, "18.66", "缺项"),
        ({"自": "2019-09-02"}, "14", "符合"),  # September is not a full month: three months
        ({"自": "2019-09-02"}, "13.99", "缺项"),
        ({"自": "2018-06-20", "至": "2019-06-30"}, "28", "符合"),
        ({"自": "2018-06-20", "至": "2019-06-30"}, "27.99", "缺项"),
        ({"自": "2018-06-20", "至": "2019-06-29"}, "23.34", "符合"),  # five months: 23 and a third
        ({"自": "2018-06-20", "至": "2019-06-29"}, "23.33", "缺项"),
        ({"自": "2019-01-01"}, "55.99", "缺项"),
        ({"自": "2019-01-02"}, "51.34", "符合"),  # eleven months: 51 and a third
        ({"自": "2019-01-02"}, "51.33", "缺项"),
    ],
)
def test_a18_hours_are_asked_by_full_months_in_office(ask: Ask, term: dict[str, str], hours: str, verdict: str) -> None:
    finding = after(ask, OFFICERS, {"支委": [{"职务": "书记", **term}]}, officer_hours({"职务": "书记", "学时": hours}))
    assert finding.verdict == verdict
    assert ("按在任整月数折算" in finding.reason) == (term != {"自": "2019-01-01"})


@pytest.mark.parametrize(
    ("term", "verdict"),
    [
        ({"自": "2019-12-02"}, "不适用"),
        ({"自": "2019-12-01"}, "缺项"),
        ({"自": "2018-06-20", "至": "2019-01-30"}, "不适用"),
        ({"自": "2018-06-20", "至": "2019-01-31"}, "缺项"),
        ({"自": "2016-06-20", "至": "2018-06-19"}, "不适用"),
    ],
)
def test_a18_less_than_a_month_is_not_asked(ask: Ask, term: dict[str, str], verdict: str) -> None:
    assert after(ask, OFFICERS, {"支委": [{"职务": "书记", **term}]}, {}).verdict == verdict


def test_a18_two_terms_of_one_post_are_told_apart_by_their_first_day(ask: Ask) -> None:
    profile = {"支委": [{**SECRETARY, "至": "2019-06-30"}, {"职务": "书记", "自": "2019-07-01"}]}
    full = officer_hours(
        {"职务": "书记", "自": "2019-07-01", "学时": "28"}, {"职务": "书记", "自": "2018-06-20", "学时": "28"}
    )
    assert after(ask, OFFICERS, profile, full).verdict == "符合"
    unequal = officer_hours(
        {"职务": "书记", "自": "2019-07-01", "学时": "40"}, {"职务": "书记", "自": "2018-06-20", "学时": "27"}
    )
    assert after(ask, OFFICERS, profile, unequal).verdict == "缺项"
    nameless = officer_hours({"职务": "书记", "学时": "56"})
    assert after(ask, OFFICERS, profile, nameless).verdict == "缺项"  # whose row is it?


def test_a18_a_row_is_used_once(ask: Ask) -> None:
    profile = {"支委": [{"职务": "委员", "自": "2018-06-20"}, {"职务": "委员", "自": "2018-06-20"}]}
    one, other = {"职务": "委员", "学时": "56"}, {"职务": "委员", "自": "2018-06-20", "学时": "56"}
    assert after(ask, OFFICERS, profile, officer_hours(one)).verdict == "缺项"
    assert after(ask, OFFICERS, profile, officer_hours(one, one)).verdict == "符合"
    assert after(ask, OFFICERS, profile, officer_hours(other, other)).verdict == "符合"
    assert after(ask, OFFICERS, profile, officer_hours(one, other)).verdict == "符合"


def test_a_row_of_another_post_does_not_count(ask: Ask) -> None:
    assert (
        after(ask, OFFICERS, {"支委": [SECRETARY]}, officer_hours({"职务": "副书记", "学时": "60"})).verdict == "缺项"
    )


def test_a13_months_before_the_branch_existed_are_not_asked(ask: Ask) -> None:
    profile = {"成立": "2019-07-01", "支委": [{"职务": "书记", "自": "2019-01-01"}]}
    assert after(ask, OFFICERS, profile, officer_hours({"职务": "书记", "学时": "28"})).verdict == "符合"
    assert after(ask, OFFICERS, profile, officer_hours({"职务": "书记", "学时": "27"})).verdict == "不适用"


@pytest.mark.parametrize(
    ("as_of", "reconciled", "verdict"),
    [
        ("2019-12-21", "2019-12-21", "未到期"),
        ("2019-12-22", "2019-12-22", "临期"),
        ("2019-12-31", "2019-12-31", "临期"),
        ("2020-01-01", "2019-12-31", "缺项"),
        ("2020-01-01", "2019-12-30", "无记录"),
    ],
)
def test_a12_hours_short_of_the_line_wait_for_the_year(ask: Ask, as_of: str, reconciled: str, verdict: str) -> None:
    profile = {"支委": [SECRETARY], "台账核对至": reconciled}
    registers = officer_hours({"职务": "书记", "学时": "10"})
    assert ask("学时", OFFICERS, profile, registers=registers, as_of=as_of, year=2019)["2019"].verdict == verdict


def test_officers_unknown_or_none(ask: Ask) -> None:
    assert after(ask, OFFICERS, {}, {}).verdict == "无记录"
    assert after(ask, OFFICERS, {"支委": []}, {}).verdict == "不适用"


NUMBERS = {"党员人数": [{"自": "2018-09-01", "正式": "16", "预备": "2"}]}


@pytest.mark.parametrize(
    ("rows", "verdict", "words"),
    [
        ([("32", 18)], "符合", "18 名达到 32 学时"),
        ([("31.99", 18)], "缺项", "党员 0 名达到"),
        ([("32", 17)], "缺项", "17 名达到"),
        ([("40", 10), ("32", 8)], "符合", "18 名达到"),
        ([("40", 10), ("31.5", 8)], "缺项", "10 名达到"),
        ([("40", 18), ("20", 1)], "缺项", "18 名达到"),  # someone is short, whatever the numbers say
        ([("40", 18), ("20", 0)], "符合", "18 名达到"),
        ([("40", 20)], "符合", "20 名达到"),
        ([], "缺项", "党员 0 名达到"),
    ],
)
def test_a17_every_member_needs_32_hours_in_the_year(
    ask: Ask, rows: list[tuple[str, int]], verdict: str, words: str
) -> None:
    finding = after(ask, MEMBERS, NUMBERS, member_hours(*rows))
    assert finding.verdict == verdict
    assert words in finding.reason


def test_a17_members_are_those_of_the_years_last_day(ask: Ask) -> None:
    numbers = {"党员人数": [*NUMBERS["党员人数"], {"自": "2019-12-31", "正式": "20", "预备": "0"}]}
    assert after(ask, MEMBERS, numbers, member_hours(("32", 19))).verdict == "缺项"
    later = {"党员人数": [*NUMBERS["党员人数"], {"自": "2020-01-01", "正式": "20", "预备": "0"}]}
    assert after(ask, MEMBERS, later, member_hours(("32", 18))).verdict == "符合"


def test_a33_before_the_years_end_members_are_those_of_as_of(ask: Ask) -> None:
    numbers = {"党员人数": [*NUMBERS["党员人数"], {"自": "2019-11-26", "正式": "20", "预备": "0"}]}
    registers = member_hours(("32", 18))
    assert ask("学时", MEMBERS, numbers, registers=registers, as_of="2019-11-25")["2019"].verdict == "符合"
    assert ask("学时", MEMBERS, numbers, registers=registers, as_of="2019-11-26")["2019"].verdict == "未到期"


def test_without_a_headcount_members_cannot_be_judged(ask: Ask) -> None:
    assert after(ask, MEMBERS, {}, member_hours(("32", 18))).verdict == "无记录"


FOLLOWED = {"支委": [{**SECRETARY, "至": "2019-06-30"}, {"职务": "书记", "自": "2019-07-01"}]}


@pytest.mark.parametrize(
    ("rows", "reached"),
    [
        ([{"职务": "书记", "学时": "56"}], 0),  # one row without 自, two terms: it belongs to neither
        ([{"职务": "书记", "学时": "56"}, {"职务": "书记", "学时": "56"}], 0),
        ([{"职务": "书记", "自": "2018-01-01", "学时": "56"}], 0),
        ([{"职务": "书记", "自": "2019-07-01", "学时": "56"}], 1),
        ([{"职务": "书记", "自": "2019-07-01", "学时": "56"}, {"职务": "书记", "学时": "56"}], 2),
    ],
)
def test_a18_a_row_that_could_be_anyones_is_no_ones(ask: Ask, rows: list[dict[str, str]], reached: int) -> None:
    assert f"2 个任期中 {reached} 个达到" in after(ask, OFFICERS, FOLLOWED, officer_hours(*rows)).reason


def test_a18_the_only_row_of_a_post_is_its_only_officers_whatever_its_day(ask: Ask) -> None:
    row = {"职务": "书记", "自": "2018-06-21", "学时": "56"}
    assert after(ask, OFFICERS, {"支委": [SECRETARY]}, officer_hours(row)).verdict == "符合"


@pytest.mark.parametrize(("until", "verdict"), [("2018-12-31", "符合"), ("2019-01-01", "缺项")])
def test_a18_who_left_before_the_year_claims_no_row(ask: Ask, until: str, verdict: str) -> None:
    profile = {"支委": [{"职务": "书记", "自": "2015-09-10", "至": until}, {"职务": "书记", "自": "2019-01-01"}]}
    assert after(ask, OFFICERS, profile, officer_hours({"职务": "书记", "学时": "56"})).verdict == verdict


@pytest.mark.parametrize(("as_of", "verdict"), [("2019-11-01", "未到期"), ("2019-10-31", "不适用")])
def test_a18_a_term_is_asked_from_its_first_day(ask: Ask, as_of: str, verdict: str) -> None:
    profile = {"支委": [{"职务": "书记", "自": "2019-11-01"}]}
    assert ask("学时", OFFICERS, profile, registers={}, as_of=as_of, year=2019)["2019"].verdict == verdict


TWO_ROWS = [{**SECRETARY, "姓名": "甲乙"}, {"职务": "组织委员", "自": "2018-06-20", "姓名": "甲乙"}]
ONE_ROW = [{**SECRETARY, "兼任": ["组织委员"]}]


@pytest.mark.parametrize(
    ("officers", "hours", "verdict"),
    [
        (TWO_ROWS, {"书记": "56"}, "符合"),
        (TWO_ROWS, {"组织委员": "56"}, "符合"),
        (TWO_ROWS, {"书记": "28", "组织委员": "28"}, "缺项"),  # the same hours beside two posts
        (TWO_ROWS, {"书记": "28", "组织委员": "56"}, "符合"),
        (ONE_ROW, {"书记": "56"}, "符合"),
        (ONE_ROW, {"组织委员": "56"}, "符合"),
        (ONE_ROW, {"组织委员": "55"}, "缺项"),
    ],
)
def test_one_person_with_two_posts_is_one_person(
    ask: Ask, officers: list[dict[str, Any]], hours: dict[str, str], verdict: str
) -> None:
    rows = [{"职务": post, "学时": number} for post, number in hours.items()]
    finding = after(ask, OFFICERS, {"支委": officers}, officer_hours(*rows))
    assert finding.verdict == verdict
    assert "1 个任期中" in finding.reason


def test_one_person_with_one_post_after_the_other_has_two_terms(ask: Ask) -> None:
    officers = [
        {"职务": "组织委员", "自": "2018-06-20", "至": "2019-06-30", "姓名": "甲乙"},
        {"职务": "书记", "自": "2019-06-30", "姓名": "甲乙"},
    ]
    rows = officer_hours({"职务": "组织委员", "学时": "24"}, {"职务": "书记", "学时": "28"})
    assert "2 个任期中" in after(ask, OFFICERS, {"支委": officers}, rows).reason


def of_members(*rows: dict[str, str], excused: str | None = None) -> dict[int, Any]:
    hours = {"党员": list(rows), **({"不计学时": excused} if excused else {})}
    return {2019: {"学时": hours}}


@pytest.mark.parametrize(
    ("hours", "months", "verdict"),
    [("16", "6", "符合"), ("15.99", "6", "缺项"), ("16", None, "缺项"), ("0", "0", "符合")],
)
def test_a17_who_came_during_the_year_is_asked_by_whole_months(
    ask: Ask, hours: str, months: str | None, verdict: str
) -> None:
    came = {"学时": hours, "人数": "1", **({"在册月": months} if months else {})}
    finding = after(ask, MEMBERS, NUMBERS, of_members({"学时": "32", "人数": "17"}, came))
    assert finding.verdict == verdict
    assert ("其中 1 名按在册整月折算" in finding.reason) == (months is not None)


@pytest.mark.parametrize(("excused", "verdict"), [("2", "符合"), ("1", "缺项"), (None, "缺项")])
def test_a17_the_old_and_the_ill_may_be_excused(ask: Ask, excused: str | None, verdict: str) -> None:
    finding = after(ask, MEMBERS, NUMBERS, of_members({"学时": "32", "人数": "16"}, excused=excused))
    assert finding.verdict == verdict
    assert ("名经支委会同意不计" in finding.reason) == (excused is not None)


def test_reasons_say_all_year_how_many_lack_how_many_hours(ask: Ask) -> None:
    rows = officer_hours({"职务": "书记", "学时": "50"}, {"职务": "组织委员", "学时": "56"})
    officers = [SECRETARY, {**SECRETARY, "职务": "组织委员"}, {**SECRETARY, "职务": "宣传委员"}]
    reason = ask("学时", OFFICERS, {"支委": officers}, registers=rows)["2019"].reason
    assert "1 人还差 6 学时、1 人还差 56 学时" in reason
    met = ask("学时", OFFICERS, {"支委": [SECRETARY]}, registers=officer_hours({"职务": "书记", "学时": "56"}))["2019"]
    assert "还差" not in met.reason


def test_what_a_part_of_a_year_lacks_is_rounded_up(ask: Ask) -> None:
    officer = {**SECRETARY, "自": "2019-09-01"}
    reason = ask("学时", OFFICERS, {"支委": [officer]}, registers=officer_hours({"职务": "书记", "学时": "18.66"}))[
        "2019"
    ].reason
    assert "1 人还差 0.1 学时" in reason  # 18 and two thirds are asked


def test_members_without_hours_lack_all_of_them(ask: Ask) -> None:
    profile = {"党员人数": [{"自": "2018-09-01", "正式": "10", "预备": "2"}]}
    rows = {2019: {"学时": {"党员": [{"学时": "32", "人数": "5"}, {"学时": "30", "人数": "4"}]}}}
    reason = ask("学时", {"对象": "党员", "每": "年", "至少": "32"}, profile, registers=rows)["2019"].reason
    assert "4 人还差 2 学时、3 人还差 32 学时" in reason
