from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


def test_a_sound_meeting_has_no_problem(activity: Callable[..., Any]) -> None:
    assert activity(缺席="{请假: 1, 未请假: 1}") == []


def test_more_attended_than_expected(activity: Callable[..., Any]) -> None:
    (problem,) = activity(实到="19")
    assert str(problem) == "2019.yml:6:9: 错误[R103] 实到（19）大于应到（18）。请核对签到表。"


@pytest.mark.parametrize(("attended", "codes"), [("0", []), ("18", []), ("19", ["R103"])])
def test_attended_against_expected(activity: Callable[..., Any], attended: str, codes: list[str]) -> None:
    assert [problem.code for problem in activity(实到=attended)] == codes


@pytest.mark.parametrize(
    ("absences", "codes"),
    [("{请假: 2}", []), ("{请假: 1, 未请假: 1}", []), ("{未请假: 1}", ["R116"]), ("{请假: 3}", ["R116"]), (None, [])],
)
def test_absences_add_up(activity: Callable[..., Any], absences: str, codes: list[str]) -> None:
    assert [problem.code for problem in activity(缺席=absences)] == codes


def test_absences_are_told_with_both_sums(activity: Callable[..., Any]) -> None:
    (problem,) = activity(缺席="{请假: 1}")
    assert str(problem) == "2019.yml:8:9: 警告[R116] 缺席共 1 人，应到减实到是 2 人。请核对签到表和请假情况。"


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"类型": "[支部委员会会议]", "议题": None, "应到": "2", "实到": "2"}, ["R118"]),
        ({"类型": "[组织生活会]", "议题": None}, ["R118"]),
        ({"类型": "[党课]", "议题": None}, ["R118"]),
        ({"类型": "[党课]", "议题": None, "党课": "{题目: 甲, 主讲: 支部书记}"}, []),
        ({"类型": "[支部党员大会, 党课]", "党课": "{题目: 甲, 主讲: 支部书记}"}, []),
        ({"类型": "[支部党员大会, 党课]", "议题": None, "党课": "{题目: 甲, 主讲: 支部书记}"}, ["R118"]),
        ({"类型": "[支部党员大会]", "党课": "{题目: 甲, 主讲: 支部书记}"}, ["R119"]),
        ({"类型": "[主题党日]", "议题": None}, ["R118"]),
        ({"类型": "[主题党日]", "议题": None, "主题党日": "{主题: 甲}"}, []),
        ({"类型": "[支部党员大会]", "主题党日": "{主题: 甲}"}, ["R119"]),
        ({"类型": "[党小组会]"}, ["R118"]),
        ({"类型": "[党小组会]", "党小组": "第一党小组"}, []),
        ({"党小组": "第一党小组"}, ["R119"]),
        ({"类型": "[专题学习]"}, []),
        ({"类型": "[专题学习]", "议题": None}, ["R118"]),
        ({"类型": "[主题党日, 重温入党誓词]", "议题": None, "主题党日": "{主题: 甲}"}, []),
        ({"类型": "[重温入党誓词]", "议题": None}, ["R118"]),
        ({"类型": "[]"}, ["R110"]),
        ({"类型": "[支部党员大会, 支部党员大会]"}, ["R123"]),
    ],
)
def test_each_kind_tells_what_it_was_about(activity: Callable[..., Any], fields: Any, codes: list[str]) -> None:
    assert [problem.code for problem in activity(**fields)] == codes


@pytest.mark.parametrize(
    ("day", "group", "codes"),
    [
        ("2019-03-14", "第一党小组", []),
        ("2019-03-14", "第三党小组", ["R207"]),
        ("2019-06-30", "第二党小组", []),
        ("2019-07-01", "第二党小组", ["R207"]),
        ("2018-06-20", "第一党小组", ["R204"]),
        ("2018-06-19", "第一党小组", ["R204", "R207"]),
    ],
)
def test_a_group_must_exist_on_the_day(activity: Callable[..., Any], day: str, group: str, codes: list[str]) -> None:
    assert [problem.code for problem in activity(类型="[党小组会]", 日期=day, 党小组=group)] == codes


def test_an_unknown_group_names_the_nearest(activity: Callable[..., Any]) -> None:
    (problem,) = activity(类型="[党小组会]", 党小组="第一小组")
    assert str(problem) == "2019.yml:8:10: 错误[R207] 2019-03-14 没有党小组“第一小组”。是否想写“第一党小组”？"


def test_without_groups_in_the_profile_none_is_missed(activity: Callable[..., Any]) -> None:
    assert activity("名称: 甲\n类型: 教师\n成立: 2015-09-10\n", 类型="[党小组会]", 党小组="甲组") == []


@pytest.mark.parametrize(
    ("vote", "messages"),
    [
        ("应到会有表决权: 16, 到会: 14, 赞成: 14", []),
        ("应到会有表决权: 16, 到会: 14, 赞成: 10, 反对: 3, 弃权: 1", []),
        ("应到会有表决权: 16, 到会: 14, 赞成: 10, 反对: 3, 弃权: 2", ["赞成、反对、弃权共 15 票，大于到会（14）"]),
        ("类别: 接收预备党员, 应到会有表决权: 16, 到会: 14, 赞成: 15, 书面意见: 1", []),
        (
            "类别: 接收预备党员, 应到会有表决权: 16, 到会: 14, 赞成: 16, 书面意见: 1",
            ["赞成、反对、弃权共 16 票，大于到会（14）加书面意见（1）"],
        ),
        ("应到会有表决权: 16, 到会: 16, 赞成: 16", []),
        ("应到会有表决权: 15, 到会: 16, 赞成: 16", ["到会（16）大于应到会有表决权（15）"]),
        ("类别: 接收预备党员, 应到会有表决权: 16, 到会: 14, 赞成: 14, 书面意见: 2", []),
        (
            "类别: 接收预备党员, 应到会有表决权: 16, 到会: 14, 赞成: 14, 书面意见: 3",
            ["到会（14）加书面意见（3）大于应到会有表决权（16）"],
        ),
        ("应到会有表决权: 18, 到会: 17, 赞成: 17", ["表决到会（17）大于本次实到（16）"]),
    ],
)
def test_votes_add_up(activity: Callable[..., Any], vote: str, messages: list[str]) -> None:
    problems = [row for row in activity(议题=f"[{{事项: 甲, 表决: {{{vote}}}}}]") if row.code != "R241"]
    assert [problem.message for problem in problems] == messages
    assert {problem.code for problem in problems} <= {"R120"}


def test_a_vote_is_named_at_its_field(activity: Callable[..., Any]) -> None:
    (problem,) = activity(议题="[{事项: 甲, 表决: {应到会有表决权: 16, 到会: 14, 赞成: 15}}]")
    assert (problem.source.line, problem.source.column) == (7, 48)
