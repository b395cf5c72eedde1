"""2.1 支部设置 and 2.2 支委会设置: A1 to A7 and A33, every line on both sides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.finding import Finding

Ask = Callable[..., dict[str, Finding]]

AT_LEAST_3 = {"计数": "正式党员", "至少": "3", "设置": "单独"}
AT_MOST_30 = {"计数": "党员", "至多": "30", "线": "软", "类型": ["教师", "学生"]}
AT_MOST_50 = {"计数": "党员", "至多": "50", "线": "软", "超出须理由": "是"}
UNITS = {"计数": "覆盖单位", "至多": "5", "线": "软", "设置": "联合"}
TOTAL = {"计数": "覆盖单位正式党员合计", "至少": "3", "设置": "联合"}
EACH = {"计数": "单个覆盖单位正式党员", "至多": "2", "线": "软", "设置": "联合"}
COMMITTEE = {"设置线": "7", "至少": "3", "一般至多": "5", "至多": "7"}
HARD = {"口径": {"A2": "缺项"}}
POSTS = ("书记", "副书记", "组织委员", "宣传委员", "纪检委员", "青年委员", "统战委员", "委员", "委员")


def members(full: int, probationary: int = 0, **more: Any) -> dict[str, Any]:
    return {"党员人数": [{"自": "2019-01-01", "正式": str(full), "预备": str(probationary)}], **more}


def units(*full: int) -> dict[str, Any]:
    listed = [{"名称": f"单位{number}", "正式党员": str(count)} for number, count in enumerate(full, start=1)]
    return {"覆盖单位": [{"自": "2018-06-20", "单位": listed}]}


def officers(*posts: str) -> list[dict[str, str]]:
    return [{"职务": post, "自": "2018-06-20", "分工": "兼管纪检"} for post in posts]


def only(findings: dict[str, Finding]) -> Finding:
    (finding,) = findings.values()
    return finding


@pytest.mark.parametrize(("full", "verdict"), [(2, "缺项"), (3, "符合"), (4, "符合")])
def test_a1_three_or_more_includes_three(ask: Ask, full: int, verdict: str) -> None:
    assert only(ask("人数范围", AT_LEAST_3, members(full))).verdict == verdict


def test_a6_probationary_members_do_not_make_three(ask: Ask) -> None:
    assert only(ask("人数范围", AT_LEAST_3, members(2, 1))).verdict == "缺项"


@pytest.mark.parametrize(
    ("full", "probationary", "verdict"), [(30, 0, "符合"), (29, 1, "符合"), (30, 1, "提示"), (31, 0, "提示")]
)
def test_a4_thirty_is_a_soft_line_that_counts_all_members(ask: Ask, full: int, probationary: int, verdict: str) -> None:
    assert only(ask("人数范围", AT_MOST_30, members(full, probationary, 类型="学生"))).verdict == verdict


@pytest.mark.parametrize("kind", ["机关", "离退休"])
def test_a4_thirty_holds_for_teachers_and_students_only(ask: Ask, kind: str) -> None:
    assert only(ask("人数范围", AT_MOST_30, members(40, 类型=kind))).verdict == "不适用"


@pytest.mark.parametrize(("full", "verdict"), [(50, "符合"), (51, "提示")])
def test_a4_fifty_is_a_soft_line_for_all(ask: Ask, full: int, verdict: str) -> None:
    assert only(ask("人数范围", AT_MOST_50, members(full, 类型="机关"))).verdict == verdict


def test_a4_beyond_fifty_the_reason_says_whether_one_is_written(ask: Ask) -> None:
    assert "没有写超员理由" in only(ask("人数范围", AT_MOST_50, members(51))).reason
    written = only(ask("人数范围", AT_MOST_50, members(51, 超员理由="学院党员集中")))
    assert written.verdict == "提示"
    assert "超员理由：学院党员集中" in written.reason


@pytest.mark.parametrize(("number", "verdict"), [(5, "符合"), (6, "提示")])
def test_a5_a_joint_branch_of_five_units(ask: Ask, number: int, verdict: str) -> None:
    assert only(ask("人数范围", UNITS, units(*[1] * number), criterion={"口径": ["A2"]})).verdict == verdict


def test_a2_the_institution_may_read_the_line_of_units_as_hard(ask: Ask) -> None:
    six = units(1, 1, 1, 1, 1, 1)
    soft = only(ask("人数范围", UNITS, six, criterion={"口径": ["A2"]}))
    assert "方案写成硬线，条例写“一般”" in soft.reason
    assert only(ask("人数范围", UNITS, six, institution=HARD, criterion={"口径": ["A2"]})).verdict == "缺项"
    assert only(ask("人数范围", UNITS, six, institution=HARD, standard={"口径": ["A2"]})).verdict == "缺项"
    assert only(ask("人数范围", UNITS, six, institution=HARD, criterion={"口径": ["A1"]})).verdict == "提示"
    assert (
        only(ask("人数范围", UNITS, units(1, 1, 1, 1, 1), institution=HARD, criterion={"口径": ["A2"]})).verdict
        == "符合"
    )


def test_a2_hardens_no_other_line(ask: Ask) -> None:
    finding = only(ask("人数范围", AT_MOST_30, members(31), institution=HARD, criterion={"口径": ["A2"]}))
    assert finding.verdict == "提示"


@pytest.mark.parametrize(("counts", "verdict"), [((1, 1), "缺项"), ((1, 2), "符合"), ((2, 2, 2), "符合")])
def test_a_joint_branch_needs_three_full_members_together(ask: Ask, counts: tuple[int, ...], verdict: str) -> None:
    assert only(ask("人数范围", TOTAL, units(*counts))).verdict == verdict


@pytest.mark.parametrize(("counts", "verdict"), [((2, 2), "符合"), ((2, 3), "提示")])
def test_a_unit_with_three_full_members_should_stand_alone(ask: Ask, counts: tuple[int, ...], verdict: str) -> None:
    finding = only(ask("人数范围", EACH, units(*counts)))
    assert finding.verdict == verdict
    assert verdict == "符合" or "单位2正式党员 3" in finding.reason
    assert "单位1正式党员 2" in finding.reason or verdict == "提示"


@pytest.mark.parametrize(
    ("parameters", "profile"),
    [
        ({**AT_LEAST_3, "设置": "联合"}, members(10)),
        (UNITS, members(10)),
        (TOTAL, members(10)),
        (EACH, members(10)),
        (AT_LEAST_3, {**members(2), **units(1, 1)}),
    ],
)
def test_a_line_for_the_other_setting_does_not_apply(
    ask: Ask, parameters: dict[str, Any], profile: dict[str, Any]
) -> None:
    assert only(ask("人数范围", parameters, profile)).verdict == "不适用"


@pytest.mark.parametrize(
    ("as_of", "verdict"), [("2019-06-27", "缺项"), ("2019-06-28", "符合"), ("2018-12-31", "无记录")]
)
def test_a33_numbers_are_those_of_the_day(ask: Ask, as_of: str, verdict: str) -> None:
    profile = {
        "党员人数": [{"自": "2019-06-28", "正式": "3", "预备": "0"}, {"自": "2019-01-01", "正式": "2", "预备": "0"}]
    }
    assert only(ask("人数范围", AT_LEAST_3, profile, as_of=as_of)).verdict == verdict


def test_a33_a_branch_is_joint_from_the_day_it_covers_units(ask: Ask) -> None:
    profile = {**members(2), **units(1, 1)}
    assert only(ask("人数范围", AT_LEAST_3, profile, as_of="2019-02-01")).verdict == "不适用"
    earlier = {**profile, "党员人数": [{"自": "2018-01-01", "正式": "2", "预备": "0"}]}
    assert only(ask("人数范围", AT_LEAST_3, earlier, as_of="2018-06-19")).verdict == "缺项"


@pytest.mark.parametrize(
    ("number", "verdict"),
    [(0, "缺项"), (2, "缺项"), (3, "符合"), (5, "符合"), (6, "提示"), (7, "提示"), (8, "提示"), (9, "提示")],
)
def test_a2_the_size_of_a_committee(ask: Ask, number: int, verdict: str) -> None:
    finding = only(ask("支委会设置", COMMITTEE, members(7, 支委=officers(*POSTS[:number]))))
    assert finding.verdict == verdict
    assert ("方案写作不超过 7 名，条例写作一般不超过 7 名" in finding.reason) == (number > 7)


@pytest.mark.parametrize(("number", "verdict"), [(7, "提示"), (8, "缺项")])
def test_a2_the_institution_may_read_seven_as_hard(ask: Ask, number: int, verdict: str) -> None:
    profile = members(20, 支委=officers(*POSTS[:number]))
    assert only(ask("支委会设置", COMMITTEE, profile, institution=HARD)).verdict == verdict


@pytest.mark.parametrize(("full", "verdict"), [(6, "符合"), (7, "缺项")])
def test_a1_from_seven_full_members_a_secretary_alone_does_not_do(ask: Ask, full: int, verdict: str) -> None:
    assert only(ask("支委会设置", COMMITTEE, members(full, 支委=officers("书记")))).verdict == verdict


@pytest.mark.parametrize(
    ("posts", "verdict"),
    [
        ((), "缺项"),
        (("书记",), "符合"),
        (("书记", "副书记"), "符合"),
        (("书记", "副书记", "副书记"), "提示"),
        (("书记", "书记"), "提示"),
        (("书记", "组织委员"), "提示"),
        (("组织委员",), "缺项"),
        (("副书记",), "缺项"),
    ],
)
def test_a_small_branch_has_one_secretary_and_perhaps_a_deputy(ask: Ask, posts: tuple[str, ...], verdict: str) -> None:
    assert only(ask("支委会设置", COMMITTEE, members(6, 支委=officers(*posts)))).verdict == verdict


@pytest.mark.parametrize(
    ("posts", "verdict"),
    [
        ((), "缺项"),  # nobody: both readings agree
        (("组织委员",), "缺项"),
        (("书记",), "提示"),
        (("书记", "副书记"), "提示"),
        (POSTS[:3], "提示"),
        (POSTS[:5], "提示"),
        (POSTS[:7], "提示"),
    ],
)
def test_a3_both_readings_are_worked_out_where_only_the_total_reaches_seven(
    ask: Ask, posts: tuple[str, ...], verdict: str
) -> None:
    finding = only(ask("支委会设置", COMMITTEE, members(6, 1, 支委=officers(*posts))))
    assert finding.verdict == verdict
    assert "按正式党员（条例）" in finding.reason
    assert "按党员（方案）" in finding.reason


def test_a3_six_in_all_is_small_by_both_readings(ask: Ask) -> None:
    assert only(ask("支委会设置", COMMITTEE, members(5, 1, 支委=officers("书记")))).verdict == "符合"


def test_a7_size_lines_count_probationary_members_and_committee_lines_do_not(ask: Ask) -> None:
    assert only(ask("人数范围", AT_MOST_30, members(28, 3))).verdict == "提示"
    assert only(ask("支委会设置", COMMITTEE, members(4, 2, 支委=officers("书记")))).verdict == "符合"


def test_officers_who_have_left_are_not_counted(ask: Ask) -> None:
    left = [{"职务": "书记", "自": "2015-09-10", "至": "2019-08-24"}]
    assert only(ask("支委会设置", COMMITTEE, members(5, 支委=left))).verdict == "缺项"
    assert only(ask("支委会设置", COMMITTEE, members(5, 支委=left), as_of="2019-08-24")).verdict == "符合"


def numbers(*rows: tuple[str, int]) -> dict[str, Any]:
    return {"党员人数": [{"自": since, "正式": str(full), "预备": "0"} for since, full in rows]}


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [("2019-08-31", "符合"), ("2019-09-01", "提示"), ("2019-11-30", "提示"), ("2019-12-01", "缺项")],
)
@pytest.mark.parametrize(
    "profile",
    [
        {**numbers(("2019-01-01", 6), ("2019-09-01", 7)), "支委": officers("书记")},  # seven reached
        {
            **numbers(("2019-01-01", 9)),
            "支委": [*officers("书记", "委员"), {"职务": "委员", "自": "2018-06-20", "至": "2019-08-31"}],
        },
        {
            **numbers(("2019-01-01", 9)),
            "支委": [*officers("委员", "委员", "委员"), {"职务": "书记", "自": "2018-06-20", "至": "2019-08-31"}],
        },
        {**numbers(("2019-01-01", 5)), "支委": [{"职务": "书记", "自": "2018-06-20", "至": "2019-08-31"}]},
    ],
)
def test_a41_ninety_days_from_the_day_a_line_is_crossed_or_a_post_falls_vacant(
    ask: Ask, profile: dict[str, Any], as_of: str, verdict: str
) -> None:
    finding = only(ask("支委会设置", COMMITTEE, profile, as_of=as_of))
    assert finding.verdict == verdict
    assert ("自2019年9月1日起，未满 90 日，应及时" in finding.reason) == (verdict == "提示")


def test_a41_the_days_are_the_standards_to_choose(ask: Ask) -> None:
    profile = {**numbers(("2019-01-01", 6), ("2019-11-20", 7)), "支委": officers("书记")}
    assert only(ask("支委会设置", {**COMMITTEE, "宽限日": "5"}, profile)).verdict == "提示"
    assert only(ask("支委会设置", {**COMMITTEE, "宽限日": "4"}, profile)).verdict == "缺项"


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [("2019-08-31", "符合"), ("2019-09-01", "提示"), ("2019-11-30", "提示"), ("2019-12-01", "缺项")],
)
@pytest.mark.parametrize(
    ("parameters", "profile"),
    [
        (AT_LEAST_3, numbers(("2019-01-01", 3), ("2019-09-01", 2))),
        (
            TOTAL,
            {
                "覆盖单位": [
                    {"自": day, "单位": [{"名称": "甲", "正式党员": full}]}
                    for day, full in (("2018-06-20", "3"), ("2019-09-01", "2"))
                ]
            },
        ),
    ],
)
def test_a41_a_branch_that_has_fallen_below_three(
    ask: Ask, parameters: dict[str, str], profile: dict[str, Any], as_of: str, verdict: str
) -> None:
    assert only(ask("人数范围", {**parameters, "宽限日": "90"}, profile, as_of=as_of)).verdict == verdict


@pytest.mark.parametrize(
    ("elected", "full", "verdict"), [("2017-06-20", 7, "符合"), ("2016-11-24", 7, "提示"), ("2017-06-20", 6, "提示")]
)
def test_a41_a_committee_elected_by_seven_stays_until_its_term_ends(
    ask: Ask, elected: str, full: int, verdict: str
) -> None:
    profile = {**numbers(("2016-01-01", full), ("2019-09-01", 6)), "支委": officers(*POSTS[:3])}
    registers = {2016: {"换届": [{"日期": elected}]}}
    assert only(ask("支委会设置", COMMITTEE, profile, registers=registers)).verdict == verdict


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        ({"职务": "宣传委员"}, "提示"),
        ({"职务": "宣传委员", "分工": "宣传和学习"}, "提示"),
        ({"职务": "宣传委员", "分工": "宣传，兼管纪检"}, "符合"),
        ({"职务": "宣传委员", "分工": "宣传与纪律教育"}, "符合"),
        ({"职务": "宣传委员", "兼任": ["纪检委员"]}, "符合"),
        ({"职务": "纪检委员"}, "符合"),
    ],
)
def test_a41_somebody_is_in_charge_of_discipline(ask: Ask, row: dict[str, Any], verdict: str) -> None:
    rows = [{"职务": "书记", "自": "2018-06-20"}, {"职务": "组织委员", "自": "2018-06-20"}, {"自": "2018-06-20", **row}]
    finding = only(ask("支委会设置", COMMITTEE, members(9, 支委=rows)))
    assert finding.verdict == verdict
    assert ("分管纪检" in finding.reason) == (verdict == "提示")


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        ([{"职务": "书记", "兼任": ["组织委员"]}, {"职务": "纪检委员"}], "缺项"),  # two people
        (
            [
                {"职务": "书记", "姓名": "甲乙"},
                {"职务": "组织委员", "姓名": "甲乙"},
                {"职务": "纪检委员", "姓名": "丙丁"},
            ],
            "缺项",
        ),
        (
            [
                {"职务": "书记", "姓名": "甲乙"},
                {"职务": "组织委员", "姓名": "戊己"},
                {"职务": "纪检委员", "姓名": "丙丁"},
            ],
            "符合",
        ),
    ],
)
def test_one_person_with_two_posts_is_one_person(ask: Ask, rows: list[dict[str, Any]], verdict: str) -> None:
    serving = [{"自": "2018-06-20", **row} for row in rows]
    assert only(ask("支委会设置", COMMITTEE, members(9, 支委=serving))).verdict == verdict


def test_on_a_day_of_handover_the_one_who_came_counts(ask: Ask) -> None:
    rows = [{"职务": "书记", "自": "2018-06-20", "至": "2019-11-25"}, {"职务": "书记", "自": "2019-11-25"}]
    assert only(ask("支委会设置", COMMITTEE, members(5, 支委=rows))).verdict == "符合"


@pytest.mark.parametrize(("as_of", "verdict"), [("2019-06-30", "不适用"), ("2019-07-01", "缺项")])
def test_a_joint_branch_that_became_single_is_judged_as_one(ask: Ask, as_of: str, verdict: str) -> None:
    joint = [*units(1, 1)["覆盖单位"], {"自": "2019-07-01", "单位": []}]
    assert only(ask("人数范围", AT_LEAST_3, {**members(2), "覆盖单位": joint}, as_of=as_of)).verdict == verdict
    for parameters in (UNITS, TOTAL, EACH):
        finding = only(ask("人数范围", parameters, {**members(2), "覆盖单位": joint}, as_of="2019-07-01"))
        assert finding.verdict == "不适用"


@pytest.mark.parametrize(("profile", "words"), [(members(9), "没有写支委"), ({"支委": []}, "党员人数")])
def test_what_the_profile_does_not_say_cannot_be_judged(ask: Ask, profile: dict[str, Any], words: str) -> None:
    finding = only(ask("支委会设置", COMMITTEE, profile))
    assert finding.verdict == "无记录"
    assert words in finding.reason


def test_the_reason_counts_the_posts_in_office(ask: Ask) -> None:
    some = only(ask("支委会设置", COMMITTEE, members(9, 1, 支委=officers("书记", "委员", "委员"))))
    assert "正式党员 9 名、预备党员 1 名，在任书记 1 名、委员 2 名" in some.reason
    none = only(ask("支委会设置", COMMITTEE, members(9, 支委=[])))
    assert "没有在任的书记和委员" in none.reason


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ({"至少": "3"}, "正式党员 9，要求至少 3"),
        ({"至多": "30"}, "正式党员 9，要求至多 30"),
        ({"至少": "3", "至多": "30"}, "正式党员 9，要求至少 3、至多 30"),
    ],
)
def test_the_reason_gives_number_and_lines(ask: Ask, lines: dict[str, str], words: str) -> None:
    assert only(ask("人数范围", {"计数": "正式党员", **lines}, members(9))).reason.endswith(words)
