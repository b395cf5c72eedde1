"""3.1 to 3.4: how often, by whom and by which groups; A8 to A11, A14 and A16."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.finding import Finding

Ask = Callable[..., dict[str, Finding]]
Held = Callable[..., dict[str, Any]]

QUARTERLY = {"记录": "支部党员大会", "每": "季", "至少": "1"}
COMMITTEE = {"记录": "支部委员会会议", "每": "月", "至少": "1", "无支委会": "不适用"}
GROUPS = {"记录": "党小组会", "每": "月", "至少": "1", "逐组": "是"}
LECTURES = {"记录": "党课", "每": "季", "至少": "1"}
BY_SECRETARY = {"记录": "党课", "每": "年", "至少": "1", "主讲": "书记"}
RECONCILED = {"台账核对至": "2019-10-31"}
FIRST_ONLY = {"口径": {"A16": "只计首类"}}


def verdicts(findings: dict[str, Finding]) -> dict[str, str]:
    return {name: finding.verdict.value for name, finding in findings.items()}


def test_lectures_of_others_are_no_lack_of_records(ask: Ask, held: Held) -> None:
    lecture = held("党课", "2019-03-14", {"党课": {"题目": "学习条例", "主讲": "宣传委员"}})
    spoken = ask("频次", BY_SECRETARY, RECONCILED, [lecture])["2019"].reason
    assert "书记讲的党课 0 次，别人讲的 1 次" in spoken
    assert "没有记录" not in spoken
    assert "书记讲的党课没有记录" in ask("频次", BY_SECRETARY, RECONCILED, [])["2019"].reason


def test_a11_a_quarter_is_the_natural_one_and_two_meetings_do_not_serve_the_next(ask: Ask, held: Held) -> None:
    rows = [held("支部党员大会", "2019-03-30"), held("支部党员大会", "2019-03-31"), held("支部党员大会", "2019-07-01")]
    assert verdicts(ask("频次", QUARTERLY, RECONCILED, rows)) == {
        "2019-Q1": "符合",
        "2019-Q2": "缺项",
        "2019-Q3": "符合",
        "2019-Q4": "未到期",
    }


@pytest.mark.parametrize(("number", "verdict"), [(1, "缺项"), (2, "符合"), (3, "符合")])
def test_at_least_includes_the_number_itself(ask: Ask, held: Held, number: int, verdict: str) -> None:
    rows = [held("支部党员大会", f"2019-05-{day:02d}") for day in range(1, number + 1)]
    assert ask("频次", {**QUARTERLY, "至少": "2"}, RECONCILED, rows)["2019-Q2"].verdict == verdict


def test_a16_one_activity_of_two_kinds_counts_for_both_and_says_so(ask: Ask, held: Held) -> None:
    rows = [held(["支部党员大会", "党课"], "2019-05-10"), held("党课", "2019-05-20")]
    meeting = ask("频次", QUARTERLY, RECONCILED, rows)["2019-Q2"]
    lecture = ask("频次", LECTURES, RECONCILED, rows)["2019-Q2"]
    assert meeting.verdict == lecture.verdict == "符合"
    assert "其中 1 次与党课合并计次" in meeting.reason
    assert "2 次（5月10日、5月20日）" in lecture.reason
    assert "其中 1 次与支部党员大会合并计次" in lecture.reason


def test_a16_the_institution_may_count_the_first_kind_only(ask: Ask, held: Held) -> None:
    rows = [held(["支部党员大会", "党课"], "2019-05-10")]
    assert ask("频次", QUARTERLY, RECONCILED, rows, institution=FIRST_ONLY)["2019-Q2"].verdict == "符合"
    lecture = ask("频次", LECTURES, RECONCILED, rows, institution=FIRST_ONLY)["2019-Q2"]
    assert lecture.verdict == "缺项"
    assert "另有 1 次兼类活动只计首类" in lecture.reason


def test_a16_two_kinds_counted_together_are_not_combined_with_another(ask: Ask, held: Held) -> None:
    parameters = {"记录": ["党课", "专题学习"], "每": "季", "至少": "1"}
    finding = ask("频次", parameters, {}, [held(["党课", "专题学习"], "2019-05-10")])["2019-Q2"]
    assert "党课或专题学习 1 次" in finding.reason
    assert "合并计次" not in finding.reason


def test_an_activity_of_one_kind_is_not_called_combined(ask: Ask, held: Held) -> None:
    assert "合并计次" not in ask("频次", QUARTERLY, {}, [held("支部党员大会", "2019-05-10")])["2019-Q2"].reason


def small(full: int, *posts: str, **more: Any) -> dict[str, Any]:
    return {
        **RECONCILED,
        "党员人数": [{"自": "2019-01-01", "正式": str(full), "预备": "3"}],
        "支委": [{"职务": post, "自": "2018-06-20"} for post in posts],
        **more,
    }


@pytest.mark.parametrize(
    ("profile", "verdict"),
    [
        (small(6, "书记"), "不适用"),
        (small(6, "书记", "副书记"), "不适用"),
        (small(6), "不适用"),
        (small(7, "书记"), "缺项"),  # from seven on a committee is asked for
        (small(6, "书记", "组织委员", "宣传委员"), "缺项"),  # it has a committee
        (small(7, "书记", 未设支委会理由="正在筹备选举"), "缺项"),  # a reason does not outweigh the numbers
        (
            {**RECONCILED, "支委": [], "未设支委会理由": "正式党员不足 7 名"},
            "不适用",
        ),  # where they are not known it holds
        ({**RECONCILED, "支委": [{"职务": "书记", "自": "2018-06-20"}]}, "无记录"),
        (RECONCILED, "无记录"),
    ],
)
def test_a8_a_small_branch_without_a_committee_holds_no_committee_meetings(
    ask: Ask, profile: dict[str, Any], verdict: str
) -> None:
    assert ask("频次", COMMITTEE, profile)["2019-06"].verdict == verdict


def test_a8_is_judged_on_the_last_day_of_the_month(ask: Ask) -> None:
    numbers = [{"自": "2019-01-01", "正式": "6", "预备": "0"}, {"自": "2019-06-30", "正式": "7", "预备": "0"}]
    profile = small(6, "书记") | {"党员人数": numbers}
    findings = ask("频次", {**COMMITTEE, "宽限日": "0"}, profile)
    assert findings["2019-05"].verdict == findings["2019-06"].verdict == "不适用"
    assert findings["2019-07"].verdict == "缺项"


@pytest.mark.parametrize(("since", "verdict"), [("2019-06-02", "不适用"), ("2019-06-01", "缺项")])
def test_a41_a_branch_that_has_just_reached_seven_has_ninety_days(ask: Ask, since: str, verdict: str) -> None:
    numbers = [{"自": "2019-01-01", "正式": "6", "预备": "0"}, {"自": since, "正式": "7", "预备": "0"}]
    profile = small(6, "书记") | {"党员人数": numbers}
    assert ask("频次", COMMITTEE, profile)["2019-08"].verdict == verdict


def test_a8_the_running_month_is_judged_on_as_of(ask: Ask) -> None:
    numbers = [{"自": "2019-01-01", "正式": "6", "预备": "0"}, {"自": "2019-08-27", "正式": "7", "预备": "0"}]
    profile = small(6, "书记") | {"党员人数": numbers}
    assert ask("频次", COMMITTEE, profile, as_of="2019-11-25")["2019-11"].verdict == "不适用"
    assert ask("频次", COMMITTEE, profile, as_of="2019-11-26")["2019-11"].verdict == "临期"


def test_a8_a_recorded_meeting_counts_whatever_the_number(ask: Ask, held: Held) -> None:
    rows = [held("支部委员会会议", "2019-06-05")]
    assert ask("频次", COMMITTEE, RECONCILED, rows)["2019-06"].verdict == "符合"
    assert ask("频次", {**COMMITTEE, "至少": "2"}, RECONCILED, rows)["2019-06"].verdict == "无记录"


def test_a8_is_read_only_where_the_standard_says_so(ask: Ask) -> None:
    assert ask("频次", {**COMMITTEE, "无支委会": "不适用"}, small(3))["2019-06"].verdict == "不适用"
    assert ask("频次", {"记录": "支部委员会会议", "每": "月", "至少": "1"}, small(3))["2019-06"].verdict == "缺项"


def grouped(*groups: dict[str, str], **more: Any) -> dict[str, Any]:
    return {**RECONCILED, "党小组": list(groups), **more}


FIRST = {"名称": "第一党小组", "自": "2018-06-20"}
SECOND = {"名称": "第二党小组", "自": "2018-06-20"}


@pytest.mark.parametrize(
    ("profile", "verdict", "words"),
    [
        (grouped(未划党小组理由="党员少"), "不适用", "理由：党员少"),
        (grouped(), "无记录", "没有写未划党小组的理由"),
        (grouped({**FIRST, "至": "2019-05-31"}), "无记录", "没有写未划党小组的理由"),
        (grouped({**FIRST, "至": "2019-05-31"}, 未划党小组理由="党员少"), "不适用", "理由：党员少"),
        (grouped({**FIRST, "至": "2019-06-01"}), "不适用", "没有整期存在的党小组"),
        (RECONCILED, "无记录", "没有写党小组"),
    ],
)
def test_a9_without_groups_there_are_no_group_meetings(
    ask: Ask, profile: dict[str, Any], verdict: str, words: str
) -> None:
    finding = ask("频次", GROUPS, profile)["2019-06"]
    assert finding.verdict == verdict
    assert words in finding.reason


@pytest.mark.parametrize(
    ("profile", "verdict"),
    [
        (grouped(未划党小组理由="党员少"), "符合"),
        (grouped(), "缺项"),
        (grouped({**FIRST, "组长": "丙丁"}), "符合"),
        (grouped(FIRST), "缺项"),
        (grouped({**FIRST, "至": "2019-10-31"}), "缺项"),  # the last group has ended and no reason is written
        (RECONCILED, "无记录"),
    ],
)
def test_a9_groups_are_led_or_their_absence_is_explained(ask: Ask, profile: dict[str, Any], verdict: str) -> None:
    assert ask("党小组设置", {}, profile)["@2019-11-25"].verdict == verdict


def test_a10_every_group_is_asked_for_itself(ask: Ask, held: Held) -> None:
    rows = [
        held("党小组会", "2019-05-10", {"党小组": "第一党小组"}),
        held("党小组会", "2019-05-11", {"党小组": "第二党小组"}),
        held("党小组会", "2019-06-10", {"党小组": "第一党小组"}),
        held("党小组会", "2019-06-20", {"党小组": "第一党小组"}),
    ]
    findings = ask("频次", GROUPS, grouped(FIRST, SECOND), rows)
    assert findings["2019-05"].verdict == "符合"
    assert "党小组会第一党小组 1 次、第二党小组 1 次" in findings["2019-05"].reason
    assert findings["2019-06"].verdict == "缺项"
    assert "第二党小组的党小组会不足 1 次" in findings["2019-06"].reason
    assert "第一党小组、第二党小组" in findings["2019-07"].reason


@pytest.mark.parametrize(
    ("dates", "verdict"),
    [
        ({"自": "2019-06-01"}, "缺项"),
        ({"自": "2019-06-02"}, "符合"),  # not there for the whole month: not asked
        ({"自": "2018-06-20", "至": "2019-06-30"}, "缺项"),
        ({"自": "2018-06-20", "至": "2019-06-29"}, "符合"),
    ],
)
def test_a10_a_group_is_asked_for_its_whole_months(ask: Ask, held: Held, dates: dict[str, str], verdict: str) -> None:
    rows = [held("党小组会", "2019-06-10", {"党小组": "第一党小组"})]
    profile = grouped(FIRST, {"名称": "第二党小组", **dates})
    assert ask("频次", GROUPS, profile, rows)["2019-06"].verdict == verdict


def test_a10_a_month_without_any_whole_group_is_not_asked(ask: Ask, held: Held) -> None:
    profile = grouped({"名称": "第一党小组", "自": "2019-06-10"})
    assert ask("频次", GROUPS, profile)["2019-06"].verdict == "不适用"
    rows = [held("党小组会", "2019-06-20", {"党小组": "第一党小组"})]
    assert ask("频次", GROUPS, profile, rows)["2019-06"].verdict == "符合"


def test_a10_a_group_that_changes_its_leader_within_the_month_is_one_group(ask: Ask) -> None:
    profile = grouped({**FIRST, "至": "2019-06-14"}, {"名称": "第一党小组", "自": "2019-06-15"})
    assert ask("频次", GROUPS, profile)["2019-06"].verdict == "缺项"


def test_a10_in_a_holiday_month_groups_too_get_a_hint(ask: Ask, held: Held) -> None:
    school = {"假期": [{"名称": "暑假", "自": "2019-07-13", "至": "2019-09-01"}]}
    findings = ask("频次", {**GROUPS, "假期": "提示"}, grouped(FIRST), institution=school)
    assert (findings["2019-07"].verdict, findings["2019-08"].verdict) == ("缺项", "提示")
    assert ask("频次", GROUPS, grouped(FIRST), institution=school)["2019-08"].verdict == "缺项"
    rows = [held("党小组会", "2019-08-10", {"党小组": "第一党小组"})]
    part = ask("频次", {**GROUPS, "假期": "提示"}, grouped(FIRST, SECOND), rows, institution=school)["2019-08"]
    assert part.verdict == "提示"  # one group met and the other did not
    assert "第二党小组的党小组会不足" in part.reason
    assert (
        ask("频次", {**GROUPS, "假期": "提示"}, grouped(FIRST), rows, institution=school)["2019-08"].verdict == "符合"
    )


@pytest.mark.parametrize(
    ("speaker", "verdict"), [("支部书记", "符合"), ("书记", "符合"), ("副书记", "未到期"), ("学院党委书记", "未到期")]
)
def test_a14_only_the_branchs_own_secretary_counts_as_secretary(
    ask: Ask, held: Held, speaker: str, verdict: str
) -> None:
    rows = [held("党课", "2019-05-10", {"党课": {"题目": "学条例", "主讲": speaker}})]
    assert ask("频次", BY_SECRETARY, {}, rows)["2019"].verdict == verdict


def test_a14_a_lecture_by_the_secretary_is_the_quarters_lecture_too(ask: Ask, held: Held) -> None:
    rows = [held("党课", "2019-05-10", {"党课": {"题目": "学条例", "主讲": "支部书记"}})]
    assert ask("频次", LECTURES, {}, rows)["2019-Q2"].verdict == "符合"
    assert "书记讲的党课 1 次（5月10日）" in ask("频次", BY_SECRETARY, {}, rows)["2019"].reason


@pytest.mark.parametrize(
    ("presence", "attended", "verdict"),
    [("半数以上", 3, "符合"), ("半数以上", 2, "缺项"), ("过半", 4, "符合"), ("过半", 3, "缺项")],
)
def test_a1_half_or_more_includes_half_and_more_than_half_does_not(
    ask: Ask, held: Held, presence: str, attended: int, verdict: str
) -> None:
    rows = [held("支部委员会会议", "2019-11-05", {"应到": "6", "实到": str(attended)})]
    finding = ask("到会", {"记录": "支部委员会会议", "每": "月", "到会": presence}, {}, rows)["2019-11"]
    assert finding.verdict == verdict  # the month is still running: what has happened is judged at once


@pytest.mark.parametrize(("attended", "verdict"), [(3, "符合"), (2, "缺项")])
def test_half_of_an_odd_number(ask: Ask, held: Held, attended: int, verdict: str) -> None:
    rows = [held("支部委员会会议", "2019-11-05", {"应到": "5", "实到": str(attended)})]
    parameters = {"记录": "支部委员会会议", "每": "月", "到会": "半数以上"}
    assert ask("到会", parameters, {}, rows)["2019-11"].verdict == verdict


def test_attendance_names_only_the_meetings_that_fell_short(ask: Ask, held: Held) -> None:
    rows = [held("支部委员会会议", f"2019-11-0{day}", {"应到": "5", "实到": str(day)}) for day in (2, 3, 4)]
    finding = ask("到会", {"记录": "支部委员会会议", "每": "月", "到会": "半数以上"}, {}, rows)["2019-11"]
    assert "11月2日" in finding.reason
    assert "11月3日" not in finding.reason
    assert [evidence.anchor for evidence in finding.evidence] == ["a-2019-11-02-1"]


FIVE = [{"职务": post, "自": "2018-06-20"} for post in ("书记", "副书记", "组织委员", "宣传委员", "纪检委员")]
HALF = {"记录": "支部委员会会议", "每": "月", "到会": "半数以上"}


@pytest.mark.parametrize(
    ("officers", "expected", "attended", "verdict"),
    [
        (FIVE, 3, 2, "缺项"),  # five in office, whatever the list of names at the door says
        (FIVE, 5, 3, "符合"),
        (FIVE[:3], 5, 2, "符合"),
        ([*FIVE[:4], {**FIVE[4], "职务": "青年委员", "至": "2019-11-04"}], 4, 2, "符合"),
        ([{**FIVE[0], "至": "2019-11-05"}, {"职务": "书记", "自": "2019-11-05"}, *FIVE[1:4]], 4, 2, "符合"),
    ],
)
def test_a33_a_committee_is_its_list_of_members(
    ask: Ask, held: Held, *, officers: list[dict[str, str]], expected: int, attended: int, verdict: str
) -> None:
    rows = [held("支部委员会会议", "2019-11-05", {"应到": str(expected), "实到": str(attended)})]
    assert ask("到会", HALF, {"支委": officers}, rows)["2019-11"].verdict == verdict


@pytest.mark.parametrize(("dissolved", "verdict"), [("2019-06-10", "符合"), ("2019-06-09", "不适用")])
def test_a_meeting_after_the_branch_was_dissolved_proves_nothing(
    ask: Ask, held: Held, dissolved: str, verdict: str
) -> None:
    rows = [held("支部党员大会", "2019-06-10")]
    assert ask("频次", QUARTERLY, {"撤销": dissolved}, rows)["2019-Q2"].verdict == verdict


@pytest.mark.parametrize(
    ("attended", "agenda", "words"),
    [
        ("5", [{"事项": "通报"}], "5月10日到会 5/20，未作表决"),
        ("9", [{"事项": "通报"}], "5月10日到会 9/20，未作表决"),
        ("10", [{"事项": "通报"}], ""),
        ("5", [{"事项": "审议", "表决": {"应到会有表决权": "20", "到会": "5", "赞成": "5"}}], ""),
    ],
)
def test_a_meeting_to_which_few_came_is_told(ask: Ask, held: Held, attended: str, agenda: Any, words: str) -> None:
    rows = [held("支部党员大会", "2019-05-10", {"应到": "20", "实到": attended, "议题": agenda})]
    finding = ask("频次", QUARTERLY, {}, rows)["2019-Q2"]
    assert finding.verdict == "符合"
    assert ("未作表决" in finding.reason) == bool(words)
    assert words in finding.reason


HOLIDAYS = {"假期": [{"名称": "暑假", "自": "2019-07-13", "至": "2019-09-01"}]}


@pytest.mark.parametrize(
    ("parameters", "profile"), [(COMMITTEE, small(9, "书记", "组织委员", "宣传委员")), (GROUPS, grouped(FIRST, SECOND))]
)
def test_t5_a_whole_month_of_holiday_needs_no_approval_for_committee_and_groups(
    ask: Ask, parameters: dict[str, str], profile: dict[str, Any]
) -> None:
    findings = ask("频次", {**parameters, "假期": "提示，不另要批准"}, profile, institution=HOLIDAYS)
    assert [findings[f"2019-{month}"].verdict for month in ("07", "08", "09")] == ["缺项", "提示", "缺项"]
    assert "批准" not in findings["2019-08"].reason
    running = ask("频次", {**parameters, "假期": "提示，不另要批准"}, profile, institution=HOLIDAYS, as_of="2019-08-25")
    assert running["2019-08"].verdict == "未到期"
    assert running["2019-08"].due is None  # so that nobody is reminded


def test_t5_a_quarter_is_not_shortened_by_holidays(ask: Ask) -> None:
    assert ask("频次", QUARTERLY, RECONCILED, institution=HOLIDAYS)["2019-Q3"].verdict == "缺项"
