"""2.3 按期换届: the three years, the six months, extension and earliness, quorum and majority."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.model.finding import Finding

Ask = Callable[..., dict[str, Finding]]

TERM = {"年": "3", "提醒月": "6"}
MOVED = {"一般不超过月": "12"}
ELECTION = {"到会": "五分之四", "变更日": "2020-07-13"}


def elections(*rows: dict[str, Any]) -> dict[int, Any]:
    return {2015: {"换届": list(rows)}}


def only(findings: dict[str, Finding]) -> Finding:
    (finding,) = findings.values()
    return finding


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [
        ("2018-12-20", "符合"),  # six months before, to the day
        ("2018-12-21", "临期"),
        ("2019-06-20", "临期"),  # the last day itself
        ("2019-06-21", "提示"),  # A37: thirty days past it
        ("2019-07-20", "提示"),
        ("2019-07-21", "缺项"),
        ("2016-06-20", "符合"),
    ],
)
def test_a_term_is_three_years_to_the_day(ask: Ask, as_of: str, verdict: str) -> None:
    finding = only(
        ask("任期", TERM, {"台账核对至": "2019-06-20"}, registers=elections({"日期": "2016-06-20"}), as_of=as_of)
    )
    assert finding.verdict == verdict
    assert (finding.due is not None) == (verdict == "临期")


@pytest.mark.parametrize(("reconciled", "verdict"), [("2019-06-20", "缺项"), ("2019-06-19", "无记录")])
def test_a30_a_term_past_its_end_is_a_gap_only_if_reconciled_to_its_last_day(
    ask: Ask, reconciled: str, verdict: str
) -> None:
    registers = elections({"日期": "2016-06-20"})
    assert only(ask("任期", TERM, {"台账核对至": reconciled}, registers=registers)).verdict == verdict


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [("2019-02-28", "临期"), ("2019-03-01", "提示"), ("2018-08-28", "符合"), ("2018-08-29", "临期")],
)
def test_a_term_begun_on_29_february_ends_on_28_february(ask: Ask, as_of: str, verdict: str) -> None:
    finding = only(ask("任期", TERM, registers=elections({"日期": "2016-02-29"}), as_of=as_of))
    assert finding.verdict == verdict
    assert "到2019年2月28日" in finding.reason


def test_the_latest_election_up_to_as_of_counts(ask: Ask) -> None:
    registers = elections({"日期": "2016-06-20"}, {"日期": "2019-06-18"})
    assert only(ask("任期", TERM, registers=registers, as_of="2019-06-18")).verdict == "符合"
    assert only(ask("任期", TERM, registers=registers, as_of="2019-06-17")).verdict == "临期"


@pytest.mark.parametrize(
    ("extension", "verdict"),
    [
        ({"至": "2019-12-20", "批准": "学院党委批复"}, "临期"),
        ({"至": "2019-11-25", "批准": "学院党委批复"}, "临期"),  # the last day of the extension is as_of
        ({"至": "2019-11-24", "批准": "学院党委批复"}, "提示"),
        ({"至": "2019-10-25", "批准": "学院党委批复"}, "无记录"),
        ({"至": "2019-12-20"}, "无记录"),  # without approval it moves nothing
        ({"批准": "学院党委批复"}, "无记录"),  # nor without a day
        ({"至": "2019-01-01", "批准": "学院党委批复"}, "无记录"),  # and it cannot shorten the term
    ],
)
def test_an_approved_extension_moves_the_last_day(ask: Ask, extension: dict[str, str], verdict: str) -> None:
    registers = elections({"日期": "2016-06-20", "延期": extension})
    assert only(ask("任期", TERM, registers=registers)).verdict == verdict


@pytest.mark.parametrize(("until", "verdict"), [("2020-06-20", "符合"), ("2020-06-21", "提示")])
def test_an_extension_is_usually_at_most_twelve_months(ask: Ask, until: str, verdict: str) -> None:
    registers = elections({"日期": "2016-06-20", "延期": {"至": until, "批准": "学院党委批复"}})
    assert only(ask("延期提前", MOVED, registers=registers)).verdict == verdict


@pytest.mark.parametrize(
    ("as_of", "reconciled", "verdict"),
    [
        ("2019-06-10", "2019-05-31", "未到期"),
        ("2019-06-11", "2019-05-31", "临期"),
        ("2019-06-20", "2019-05-31", "临期"),
        ("2019-06-21", "2019-06-20", "缺项"),
        ("2019-06-21", "2019-06-19", "无记录"),
    ],
)
def test_an_extension_may_be_approved_until_the_term_ends(ask: Ask, as_of: str, reconciled: str, verdict: str) -> None:
    registers = elections({"日期": "2016-06-20", "延期": {"至": "2019-12-20"}})
    finding = only(ask("延期提前", MOVED, {"台账核对至": reconciled}, registers=registers, as_of=as_of))
    assert finding.verdict == verdict


def test_an_extension_must_say_until_when(ask: Ask) -> None:
    registers = elections({"日期": "2016-06-20", "延期": {"批准": "学院党委批复"}})
    finding = only(ask("延期提前", MOVED, registers=registers))
    assert finding.verdict == "无记录"
    assert "没有写延到哪一天" in finding.reason


APPROVED = {"提前": {"批准": "学院党委批复"}}


@pytest.mark.parametrize(
    ("on", "more", "verdict"),
    [
        ("2018-12-20", {}, "提示"),  # six months before the term's end
        ("2018-12-19", {}, "缺项"),
        ("2018-12-19", APPROVED, "符合"),
        ("2018-06-20", APPROVED, "符合"),  # twelve months early
        ("2018-06-19", APPROVED, "提示"),
        ("2018-06-19", {}, "缺项"),
        ("2019-05-20", {"提前": {"理由": "书记调任"}}, "提示"),
        ("2019-05-20", APPROVED, "符合"),
    ],
)
def test_an_early_election_needs_approval(ask: Ask, on: str, more: dict[str, Any], verdict: str) -> None:
    registers = elections({"日期": "2016-06-20"}, {"日期": on, **more})
    assert only(ask("延期提前", MOVED, {"台账核对至": "2019-10-31"}, registers=registers)).verdict == verdict


@pytest.mark.parametrize(("reconciled", "verdict"), [("2018-01-10", "缺项"), ("2018-01-09", "无记录")])
def test_a30_an_early_election_without_approval(ask: Ask, reconciled: str, verdict: str) -> None:
    registers = elections({"日期": "2016-06-20"}, {"日期": "2018-01-10"})
    assert only(ask("延期提前", MOVED, {"台账核对至": reconciled}, registers=registers)).verdict == verdict


def test_early_without_an_earlier_election_on_record_is_judged_by_its_approval(ask: Ask) -> None:
    assert only(ask("延期提前", MOVED, registers=elections({"日期": "2018-01-10", **APPROVED}))).verdict == "符合"


def test_early_and_extended_gives_the_graver(ask: Ask) -> None:
    row = {"日期": "2018-01-10", "延期": {"至": "2021-06-10", "批准": "学院党委批复"}}
    registers = elections({"日期": "2016-06-20"}, row)
    assert only(ask("延期提前", MOVED, {"台账核对至": "2019-10-31"}, registers=registers)).verdict == "缺项"


def test_without_elections_nothing_was_moved(ask: Ask) -> None:
    assert only(ask("延期提前", MOVED, registers={})).verdict == "不适用"
    assert only(ask("选举", ELECTION, registers={})).verdict == "无记录"


def ballot(on: str, entitled: int, present: int, *votes: int) -> dict[int, Any]:
    elected = [{"职务": "书记", "得票": str(count)} for count in votes]
    return elections({"日期": on, "应到有选举权": str(entitled), "实到有选举权": str(present), "当选": elected})


@pytest.mark.parametrize(
    ("on", "present", "verdict"),
    [
        ("2020-07-12", 12, "提示"),  # exactly four fifths of fifteen, the day before the line moved
        ("2020-07-12", 11, "缺项"),
        ("2020-07-12", 13, "符合"),
        ("2020-07-13", 12, "符合"),
        ("2020-07-13", 11, "缺项"),
    ],
)
def test_four_fifths_by_the_day_of_the_election(ask: Ask, on: str, present: int, verdict: str) -> None:
    registers = ballot(on, 15, present, present)
    assert only(ask("选举", ELECTION, registers=registers, as_of="2020-11-25")).verdict == verdict


@pytest.mark.parametrize(("votes", "verdict"), [((8,), "缺项"), ((9,), "符合"), ((16, 8), "缺项"), ((), "无记录")])
def test_whoever_is_elected_has_more_than_half_of_those_present(ask: Ask, votes: tuple[int, ...], verdict: str) -> None:
    assert only(ask("选举", ELECTION, registers=ballot("2018-06-20", 16, 16, *votes))).verdict == verdict


def test_too_few_present_is_a_gap_even_without_votes(ask: Ask) -> None:
    assert only(ask("选举", ELECTION, registers=ballot("2018-06-20", 16, 10))).verdict == "缺项"


@pytest.mark.parametrize("key", ["应到有选举权", "实到有选举权"])
def test_an_election_without_one_of_its_figures_cannot_be_judged(ask: Ask, key: str) -> None:
    row = {"日期": "2018-06-20", key: "16", "当选": [{"职务": "书记", "得票": "15"}]}
    finding = only(ask("选举", ELECTION, registers=elections(row)))
    assert finding.verdict == "无记录"
    assert "没有写应到和实到" in finding.reason


@pytest.mark.parametrize(
    ("extension", "words"),
    [
        ({}, "任期 3 年，到2019年6月20日；期限"),
        ({"延期": {"至": "2019-07-20", "批准": "学院党委批复"}}, "经批准延期到2019年7月20日（批准：学院党委批复）"),
        ({"延期": {"至": "2019-07-20"}}, "延期没有写明期限和批准，或不晚于届满，不计"),
        ({"延期": {"至": "2019-06-20", "批准": "学院党委批复"}}, "延期没有写明期限和批准，或不晚于届满，不计"),
    ],
)
def test_the_reason_says_what_became_of_an_extension(ask: Ask, extension: dict[str, Any], words: str) -> None:
    registers = elections({"日期": "2016-06-20", **extension})
    assert words in only(ask("任期", TERM, {"台账核对至": "2019-10-31"}, registers=registers)).reason


@pytest.mark.parametrize(
    ("on", "present", "words"),
    [("2020-07-12", 12, "恰为五分之四"), ("2020-07-12", 5, "要求五分之四以上"), ("2020-07-13", 5, "要求五分之四以上")],
)
def test_the_reason_gives_the_line_of_the_day(ask: Ask, on: str, present: int, words: str) -> None:
    assert words in only(ask("选举", ELECTION, registers=ballot(on, 15, present, present), as_of="2020-11-25")).reason
