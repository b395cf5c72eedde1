"""2.3 as §2.3 and A37 have it: who elects whom, appointments, candidates, by-elections, the last day of a term."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.finding import Finding

Ask = Callable[..., dict[str, Finding]]

TERM = {"年": "3", "提醒月": "6"}
MOVED = {"一般不超过月": "12"}
ELECTION = {"到会": "五分之四", "变更日": "2020-07-13"}


def only(findings: dict[str, Finding]) -> Finding:
    (finding,) = findings.values()
    return finding


def secretary(votes: int | None = None, meeting: int | None = None) -> dict[str, Any]:
    given = {"得票": votes, "大会得票": meeting}
    return {"职务": "书记", **{key: str(value) for key, value in given.items() if value is not None}}


def members(*votes: int) -> list[dict[str, str]]:
    posts = ("组织委员", "宣传委员", "纪检委员", "青年委员", "统战委员")
    return [{"职务": post, "得票": str(count)} for post, count in zip(posts, votes, strict=False)]


def election(on: str = "2022-06-16", **more: Any) -> dict[str, Any]:
    usual = {"日期": on, "应到有选举权": "14", "实到有选举权": "12", "当选": [secretary(12), *members(11, 7)]}
    return {key: value for key, value in (usual | more).items() if value is not None}


def judged(
    ask: Ask, *rows: dict[str, Any], profile: dict[str, Any] | None = None, as_of: str = "2024-11-25"
) -> Finding:
    return only(ask("选举", ELECTION, profile, registers={2022: {"换届": list(rows)}}, as_of=as_of))


ROLL = {"党员人数": [{"自": "2022-01-01", "正式": "16", "预备": "0"}]}
EXCLUDED = {"合计": "2", "依据": ["无表决权、选举权", "选举口径：上级同意并经大会通过"]}
BY_COMMITTEE: dict[str, Any] = {"产生方式": "支委会选", "支委会实到": "3", "应选": "3", "候选": "4"}


def test_t2_those_not_counted_are_taken_off_the_roll(ask: Ask) -> None:
    row = election(不计入=EXCLUDED, 当选=[secretary(3, 12), *members(11, 7)], **BY_COMMITTEE)
    finding = judged(ask, row, profile=ROLL)
    assert finding.verdict == "符合"
    assert "应到有选举权 14 人（已按规定扣除）、实到 12 人" in finding.reason
    assert "无表决权" not in finding.reason
    assert judged(ask, election(**BY_COMMITTEE), profile=ROLL).verdict == "提示"  # 12 of 16 would be too few


@pytest.mark.parametrize(
    ("full", "present", "verdict"),
    [
        (14, 12, "符合"),
        (15, 12, "符合"),  # both ways enough
        (16, 12, "提示"),  # by the roll too few
        (16, 10, "缺项"),  # too few both ways
    ],
)
def test_a33_what_comes_to_different_results_is_a_hint(ask: Ask, full: int, present: int, verdict: str) -> None:
    numbers = {"党员人数": [{"自": "2022-01-01", "正式": str(full), "预备": "1"}]}
    finding = judged(ask, election(实到有选举权=str(present), 当选=[secretary(9)]), profile=numbers)
    assert finding.verdict == verdict
    assert ("请核签到与名册" in finding.reason) == (verdict == "提示")


@pytest.mark.parametrize(
    ("votes", "present", "verdict"),
    [
        (3, "3", "符合"),  # three of three
        (2, "3", "符合"),
        (1, "3", "缺项"),
        (3, None, "符合"),  # whoever voted was there
        (2, None, "无记录"),  # two of three may be too few present
        (2, "2", "缺项"),  # two of three are fewer than four fifths
        (None, "3", "无记录"),
    ],
)
def test_the_new_committee_elects_its_secretary(ask: Ask, votes: int | None, present: str | None, verdict: str) -> None:
    row = election(**BY_COMMITTEE | {"支委会实到": present}, 当选=[secretary(votes, 12), *members(11, 7)])
    assert judged(ask, row).verdict == verdict


def test_the_votes_of_the_meeting_are_still_asked(ask: Ask) -> None:
    assert judged(ask, election(**BY_COMMITTEE, 当选=[secretary(3, 6), *members(11, 7)])).verdict == "缺项"
    assert judged(ask, election(**BY_COMMITTEE, 当选=[secretary(3, 12), *members(11, 6)])).verdict == "缺项"
    assert judged(ask, election(**BY_COMMITTEE, 当选=[secretary(3), *members(11, 7)])).verdict == "符合"


@pytest.mark.parametrize(
    ("method", "approval", "verdict", "words"),
    [
        ("大会选", {"批复": "学院党委批复"}, "符合", "批复：学院党委批复"),
        ("大会选", {}, "提示", "没有批复"),
        (None, {}, "符合", "没有写产生方式，请补录"),
    ],
)
def test_a_secretary_elected_by_the_meeting_needs_a_reply(
    ask: Ask, method: str | None, approval: dict[str, str], verdict: str, words: str
) -> None:
    finding = judged(ask, election(产生方式=method, **approval))
    assert finding.verdict == verdict
    assert words in finding.reason


@pytest.mark.parametrize("method", ["大会选", None])
@pytest.mark.parametrize("elected", [[secretary()], [secretary(12), {"职务": "组织委员"}]])
def test_who_was_elected_without_votes_cannot_be_judged(ask: Ask, method: str | None, elected: list[Any]) -> None:
    finding = judged(ask, election(产生方式=method, 当选=elected, 批复="学院党委批复"))
    assert finding.verdict == "无记录"
    assert "有当选没有写得票" in finding.reason


def test_without_a_committee_the_meeting_elects_the_secretary(ask: Ask) -> None:
    finding = judged(ask, election(产生方式="大会选", 当选=[secretary(12)], 应选="1", 候选="1"))
    assert finding.verdict == "符合"  # nor is a choice of candidates asked for
    assert "请补录" not in finding.reason


@pytest.mark.parametrize(
    ("seats", "candidates", "verdict"),
    [
        *((3, 3, "缺项"), (3, 4, "符合"), (5, 5, "缺项"), (5, 6, "符合"), (6, 7, "缺项"), (6, 8, "符合")),
        *((7, 8, "缺项"), (7, 9, "符合"), (3, None, "符合"), (None, 4, "符合")),
    ],
)
def test_more_candidates_than_seats(ask: Ask, seats: int | None, candidates: int | None, verdict: str) -> None:
    given = {"应选": seats and str(seats), "候选": candidates and str(candidates)}
    finding = judged(ask, election(**BY_COMMITTEE | given, 当选=[secretary(3, 12), *members(11, 7)]))
    assert finding.verdict == verdict
    assert ("没有写应选和候选人数，请补录" in finding.reason) == (None in (seats, candidates))


def test_fewer_elected_than_seats_is_no_gap(ask: Ask) -> None:
    row = election(**{**BY_COMMITTEE, "应选": "5", "候选": "6"}, 当选=[secretary(3, 12), *members(11, 7)])
    finding = judged(ask, row)
    assert finding.verdict == "符合"
    assert "当选 3 名，不足的另选或按规定减少名额" in finding.reason


SOUND = election(**BY_COMMITTEE, 当选=[secretary(3, 12), *members(11, 7)])


@pytest.mark.parametrize(
    ("row", "verdict", "words"),
    [
        (election("2022-06-20", 类别="另选", 应选="1", 候选="2", 当选=members(8)), "符合", ""),
        (election("2023-06-20", 类别="补选", 应选="1", 候选="2", 当选=members(8)), "符合", ""),
        (election("2023-06-20", 类别="增补", 应选="1", 候选="1", 当选=members(8)), "提示", "增补为等额"),
        (election("2023-06-20", 类别="补选", 当选=members(6)), "缺项", "没有超过实到的半数"),
        (
            election("2023-06-20", 类别="补选", 产生方式="大会选", 当选=[secretary(9), *members(9)]),
            "提示",
            "先补选为委员",
        ),
    ],
)
def test_posts_filled_since_are_judged_with_the_election(
    ask: Ask, row: dict[str, Any], verdict: str, words: str
) -> None:
    finding = judged(ask, SOUND, row)
    assert finding.verdict == verdict
    assert words in finding.reason
    assert "2022年6月16日选举" in finding.reason or verdict != "符合"


OFFICERS = {"支委": [{"职务": post, "自": "2022-06-16"} for post in ("书记", "组织委员", "宣传委员")]}


def test_a_committee_may_choose_its_secretary_anew(ask: Ask) -> None:
    row = {"日期": "2023-06-20", "类别": "补选", "产生方式": "支委会选", "支委会实到": "3", "当选": [secretary(2)]}
    assert judged(ask, SOUND, row, profile=OFFICERS).verdict == "符合"
    assert judged(ask, SOUND, {**row, "当选": [secretary(1)]}, profile=OFFICERS).verdict == "缺项"
    assert judged(ask, SOUND, {**row, "产生方式": "大会选"}, profile=OFFICERS).verdict == "无记录"


@pytest.mark.parametrize(
    ("approval", "reconciled", "verdict"),
    [({"批复": "学院党委文件"}, None, "符合"), ({}, "2024-10-31", "缺项"), ({}, None, "无记录")],
)
@pytest.mark.parametrize("method", ["指派", "批准机关指定"])
def test_of_an_appointment_the_approval_is_looked_at(
    ask: Ask, method: str, approval: dict[str, str], reconciled: str | None, verdict: str
) -> None:
    row = {"日期": "2024-09-12", "产生方式": method, "当选": [secretary()], **approval}
    profile = {"台账核对至": reconciled} if reconciled else {}
    finding = judged(ask, SOUND, row, profile=profile)
    assert finding.verdict == verdict
    assert f"书记由{'上级' if method == '指派' else ''}{method}，未经选举" in finding.reason


def test_t1_an_appointment_moves_no_term(ask: Ask) -> None:
    profile = {
        "支委": [
            {"职务": "书记", "自": "2023-06-20", "至": "2024-09-10"},
            {"职务": "书记", "自": "2024-09-12"},
            {"职务": "组织委员", "自": "2023-06-20"},
            {"职务": "宣传委员", "自": "2023-06-20"},
        ],
        "台账核对至": "2024-10-31",
    }
    elected = {**SOUND, "日期": "2023-06-20"}
    appointed = {"日期": "2024-09-12", "产生方式": "指派", "当选": [secretary()], "批复": "学院党委文件"}
    registers = {2023: {"换届": [elected]}, 2024: {"换届": [appointed]}}
    asked = {"registers": registers, "as_of": "2024-11-25"}
    votes, term = only(ask("选举", ELECTION, profile, **asked)), only(ask("任期", TERM, profile, **asked))
    assert (votes.verdict, term.verdict) == ("符合", "符合")
    assert "2024年9月12日书记由上级指派，未经选举，批复：学院党委文件" in votes.reason
    assert "到2026年6月20日" in term.reason
    assert only(ask("延期提前", MOVED, profile, **asked)).verdict == "不适用"


@pytest.mark.parametrize(
    ("more", "end"),
    [
        ({}, "2021年5月20日"),
        ({"届期": "2"}, "2020年5月20日"),
        ({"届满": "2021-06-30"}, "2021年6月30日"),
        ({"届期": "2", "届满": "2021-06-30"}, "2021年6月30日"),
        ({"届满": "2021-06-30", "延期": {"至": "2021-12-31", "批准": "学院党委批复"}}, "2021年12月31日"),
    ],
)
def test_the_last_day_is_the_extensions_the_replys_or_by_reckoning(ask: Ask, more: dict[str, Any], end: str) -> None:
    registers = {2018: {"换届": [{"日期": "2018-05-20", **more}]}}
    assert f"到{end}" in only(ask("任期", TERM, registers=registers)).reason


@pytest.mark.parametrize("kind", ["另选", "补选", "增补"])
def test_a_by_election_begins_no_term(ask: Ask, kind: str) -> None:
    registers = {2016: {"换届": [{"日期": "2016-06-20"}, {"日期": "2018-06-20", "类别": kind}]}}
    assert "到2019年6月20日" in only(ask("任期", TERM, {"台账核对至": "2019-10-31"}, registers=registers)).reason
    assert only(ask("延期提前", MOVED, registers=registers)).verdict == "不适用"


REPLY = {"批复": "学院党委批复"}


@pytest.mark.parametrize(
    ("on", "more", "verdict"),
    [
        ("2019-06-20", {}, "不适用"),  # the last day itself
        ("2019-06-19", {}, "提示"),
        ("2018-12-20", {}, "提示"),  # six months before
        ("2018-12-19", {}, "缺项"),
        ("2019-06-21", {}, "提示"),
        ("2019-07-20", {}, "提示"),  # thirty days after
        ("2019-07-21", {}, "缺项"),
        ("2018-12-19", {**REPLY, "批复日": "2018-12-19"}, "符合"),
        ("2018-12-19", {**REPLY, "批复日": "2018-12-20"}, "缺项"),  # too late to be an approval
        ("2018-12-19", REPLY, "提示"),  # when, it does not say
        ("2019-07-21", {**REPLY, "批复日": "2019-07-01"}, "符合"),
        ("2018-06-20", {**REPLY, "批复日": "2018-06-01"}, "符合"),
        ("2018-06-19", {**REPLY, "批复日": "2018-06-01"}, "提示"),  # more than a year early
        ("2018-06-19", {"首次选举": "合并"}, "不适用"),
    ],
)
def test_a37_how_early_and_how_late(ask: Ask, on: str, more: dict[str, str], verdict: str) -> None:
    registers = {2016: {"换届": [{"日期": "2016-06-20"}, {"日期": on, **more}]}}
    assert only(ask("延期提前", MOVED, {"台账核对至": "2019-10-31"}, registers=registers)).verdict == verdict


@pytest.mark.parametrize(
    ("parameters", "on", "verdict"),
    [
        ({"提前月": "3"}, "2019-03-20", "提示"),
        ({"提前月": "3"}, "2019-03-19", "缺项"),
        ({"延后日": "10"}, "2019-06-30", "提示"),
        ({"延后日": "10"}, "2019-07-01", "缺项"),
    ],
)
def test_a37_both_numbers_are_the_standards_to_choose(
    ask: Ask, parameters: dict[str, str], on: str, verdict: str
) -> None:
    registers = {2016: {"换届": [{"日期": "2016-06-20"}, {"日期": on}]}}
    profile = {"台账核对至": "2019-10-31"}
    assert only(ask("延期提前", {**MOVED, **parameters}, profile, registers=registers)).verdict == verdict


def test_a_designated_branch_has_no_term(ask: Ask) -> None:
    row = {"日期": "2019-03-12", "产生方式": "批准机关指定", "当选": [secretary()], "批复": "学院党委文件"}
    assert only(ask("任期", TERM, registers={2019: {"换届": [row]}})).verdict == "不适用"


def test_an_election_after_the_branch_was_dissolved_proves_nothing(ask: Ask) -> None:
    registers = {2018: {"换届": [{"日期": "2019-09-20"}]}}
    profile = {"撤销": "2019-11-25"}
    assert only(ask("任期", TERM, profile, registers=registers)).verdict == "符合"
    registers = {2018: {"换届": [{"日期": "2019-11-25"}, {"日期": "2019-11-26"}]}}
    finding = only(ask("任期", TERM, {"撤销": "2019-11-25"}, registers=registers, as_of="2019-11-25"))
    assert "2019年11月25日选举" in finding.reason
