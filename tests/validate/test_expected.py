"""A33: 应到 and its kin against the day's numbers, which are 16 full members, two probationary ones and two officers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

VOTE = "[{事项: 甲, 表决: {应到会有表决权: %s, 到会: 9, 赞成: 9%s}}]"


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({}, []),
        ({"应到": "17"}, ["R241"]),
        ({"应到": "17", "不计入": "{合计: 1}"}, []),
        ({"应到": "18", "不计入": "{合计: 1}"}, ["R241"]),
        ({"类型": "[支部委员会会议]", "应到": "2", "实到": "2"}, []),
        ({"类型": "[支部委员会会议]", "应到": "3", "实到": "2"}, ["R241"]),
        ({"类型": "[专题学习]", "应到": "9", "实到": "9"}, []),
        ({"议题": VOTE % (16, "")}, []),
        ({"议题": VOTE % (15, "")}, ["R241"]),
        ({"议题": VOTE % (15, ", 不计入: {合计: 1}")}, []),
        ({"应到": "17", "不计入": "{合计: 1}", "议题": VOTE % (15, "")}, []),  # the meeting's holds for its votes
    ],
)
def test_a33_what_differs_is_warned_of(activity: Callable[..., Any], fields: dict[str, str], codes: list[str]) -> None:
    assert [problem.code for problem in activity(**fields)] == codes


ELECTORAL = '{合计: 0, 依据: ["选举口径：上级同意并经大会通过"]}'


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"不计入": ELECTORAL}, ["R242"]),
        ({"不计入": '{合计: 0, 依据: ["无表决权、选举权"]}'}, []),
        ({"议题": VOTE % (16, f", 不计入: {ELECTORAL}")}, ["R242"]),
        ({"议题": VOTE % (16, f", 类别: 选举, 不计入: {ELECTORAL}")}, []),
    ],
)
def test_the_ground_of_elections_holds_for_elections_only(
    activity: Callable[..., Any], fields: dict[str, str], codes: list[str]
) -> None:
    assert [problem.code for problem in activity(**fields)] == codes


@pytest.mark.parametrize(
    ("kind", "codes"), [("一般议题", ["R124"]), ("选举", ["R124"]), ("接收预备党员", []), ("预备党员转正", [])]
)
def test_written_opinions_are_for_admission_and_confirmation(
    activity: Callable[..., Any], kind: str, codes: list[str]
) -> None:
    assert [problem.code for problem in activity(议题=VOTE % (16, f", 类别: {kind}, 书面意见: 1"))] == codes
