"""表决: three rules by what is voted on and by the day, each on both sides of its line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.finding import Finding

Ask = Callable[..., dict[str, Finding]]
Held = Callable[..., dict[str, Any]]

VOTES = {"记录": "支部党员大会", "每": "季"}


def meeting(
    held: Held,
    kind: str,
    entitled: int,
    present: int,
    ayes: int,
    *,
    on: str = "2019-03-14",
    resolution: str = "通过",
    **more: str,
) -> Any:
    vote = {"类别": kind, "应到会有表决权": str(entitled), "到会": str(present), "赞成": str(ayes), **more}
    return held("支部党员大会", on, {"议题": [{"事项": "某事项", "表决": vote, "决议": resolution}]})


@pytest.mark.parametrize(
    ("kind", "present", "ayes", "verdict"),
    [
        ("一般议题", 8, 8, "缺项"),  # exactly half may meet, but half is no majority
        ("一般议题", 9, 9, "符合"),
        ("一般议题", 7, 9, "缺项"),
        ("接收预备党员", 8, 9, "缺项"),  # exactly half may not meet, whatever was written beforehand
        ("接收预备党员", 9, 9, "符合"),
        ("接收预备党员", 9, 8, "缺项"),
        ("预备党员转正", 8, 16, "缺项"),
        ("预备党员转正", 9, 16, "符合"),
        ("选举", 12, 12, "缺项"),  # 12 of 16 is under four fifths
        ("选举", 13, 13, "符合"),
        ("选举", 14, 7, "缺项"),  # half of those present
        ("选举", 14, 8, "符合"),
    ],
)
def test_quorum_and_majority_by_kind(ask: Ask, held: Held, *, kind: str, present: int, ayes: int, verdict: str) -> None:
    finding = ask("表决", VOTES, {}, [meeting(held, kind, 16, present, ayes)])["2019-Q1"]
    assert finding.verdict == verdict
    assert verdict == "符合" or kind in finding.reason


def test_exactly_half_may_meet_on_a_general_matter(ask: Ask, held: Held) -> None:
    rows = [meeting(held, "一般议题", 16, 8, 8, resolution="未通过")]
    assert ask("表决", VOTES, {}, rows)["2019-Q1"].verdict == "符合"
    rows = [meeting(held, "一般议题", 16, 7, 7, resolution="未通过")]
    assert ask("表决", VOTES, {}, rows)["2019-Q1"].verdict == "缺项"


@pytest.mark.parametrize(
    ("on", "present", "verdict"),
    [
        ("2020-07-12", 11, "缺项"),
        ("2020-07-12", 12, "提示"),
        ("2020-07-12", 13, "符合"),
        ("2020-07-13", 12, "符合"),
        ("2020-07-13", 11, "缺项"),
    ],
)
def test_the_line_for_elections_moved_on_13_july_2020(
    ask: Ask, held: Held, on: str, present: int, verdict: str
) -> None:
    rows = [meeting(held, "选举", 15, present, 11, on=on)]
    assert ask("表决", VOTES, {}, rows, as_of="2020-11-25")["2020-Q3"].verdict == verdict


def test_written_votes_count_as_ayes_and_not_as_presence(ask: Ask, held: Held) -> None:
    rows = [meeting(held, "接收预备党员", 16, 9, 9, 书面意见="1")]
    assert ask("表决", VOTES, {}, rows)["2019-Q1"].verdict == "符合"
    rows = [meeting(held, "接收预备党员", 16, 8, 9, 书面意见="1")]
    assert ask("表决", VOTES, {}, rows)["2019-Q1"].verdict == "缺项"


def test_a7_only_those_entitled_count(ask: Ask, held: Held) -> None:
    rows = [meeting(held, "一般议题", 16, 9, 9) | {"应到": "20", "实到": "12"}]
    assert ask("表决", VOTES, {}, rows)["2019-Q1"].verdict == "符合"


def test_a_vote_recorded_as_failed_is_in_order(ask: Ask, held: Held) -> None:
    failed = ask("表决", VOTES, {}, [meeting(held, "一般议题", 16, 14, 8, resolution="未通过")])["2019-Q1"]
    passed = ask("表决", VOTES, {}, [meeting(held, "一般议题", 16, 14, 8, resolution="通过")])["2019-Q1"]
    assert (failed.verdict, passed.verdict) == ("符合", "缺项")


def test_one_faulty_vote_among_several_is_named(ask: Ask, held: Held) -> None:
    rows = [meeting(held, "一般议题", 16, 14, 14), meeting(held, "一般议题", 16, 7, 7, on="2019-03-20")]
    finding = ask("表决", VOTES, {}, rows)["2019-Q1"]
    assert finding.verdict == "缺项"
    assert "2019年3月20日“某事项”" in finding.reason
    assert "3月14日" not in finding.reason
    assert [evidence.anchor for evidence in finding.evidence] == ["a-2019-03-20-1"]


def test_without_votes_there_is_nothing_to_judge(ask: Ask, held: Held) -> None:
    rows = [held("支部党员大会", "2019-03-14", {"议题": [{"事项": "通报"}]}), held("党课", "2019-06-14")]
    findings = ask("表决", VOTES, {}, rows)
    assert findings["2019-Q1"].verdict == findings["2019-Q2"].verdict == "不适用"


ROLL = {"党员人数": [{"自": "2019-01-01", "正式": "12", "预备": "0"}]}


@pytest.mark.parametrize(
    ("entitled", "present", "verdict"),
    [
        (8, 6, "提示"),  # six of eight are enough, six of the twelve on the roll are not
        (12, 6, "缺项"),
        (8, 7, "符合"),  # enough both ways
        (8, 4, "缺项"),  # too few both ways
    ],
)
def test_t4_a_number_that_stands_in_two_places(ask: Ask, held: Held, entitled: int, present: int, verdict: str) -> None:
    finding = ask("表决", VOTES, ROLL, [meeting(held, "接收预备党员", entitled, present, present)])["2019-Q1"]
    assert finding.verdict == verdict
    assert ("登记 8 名、按当日人数 12 名" in finding.reason) == (entitled == 8)
    assert ("请核签到与名册" in finding.reason) == (verdict == "提示")


def test_a33_those_not_counted_are_taken_off_the_roll(ask: Ask, held: Held) -> None:
    row = meeting(held, "接收预备党员", 8, 6, 6)
    assert ask("表决", VOTES, ROLL, [{**row, "不计入": {"合计": "4"}}])["2019-Q1"].verdict == "符合"


@pytest.mark.parametrize("kind", ["一般议题", "选举"])
def test_written_opinions_count_for_admission_and_confirmation_only(ask: Ask, held: Held, kind: str) -> None:
    present, ayes = ("9", 9) if kind == "一般议题" else ("16", 9)
    rows = [meeting(held, kind, 16, int(present), ayes)]
    assert ask("表决", VOTES, {}, rows)["2019-Q1"].verdict == "符合"
    rows = [meeting(held, kind, 16, int(present), ayes, 书面意见="1")]
    assert ask("表决", VOTES, {}, rows)["2019-Q1"].verdict == "缺项"


@pytest.mark.parametrize(
    ("resolution", "verdict"),
    [
        ("未通过", "符合"),
        ("没有通过", "符合"),
        ("不予通过", "符合"),
        ("暂缓", "符合"),
        ("暂缓接收", "符合"),
        ("通过", "缺项"),
    ],
)
def test_a_vote_that_failed_is_told_in_many_words(ask: Ask, held: Held, resolution: str, verdict: str) -> None:
    rows = [meeting(held, "接收预备党员", 16, 14, 8, resolution=resolution)]
    assert ask("表决", VOTES, {}, rows)["2019-Q1"].verdict == verdict
