"""What checks say of themselves to a reader: how often they ask and by when, which lines are soft, which numbers decide."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.evaluate.checks.attendance import Parameters as Attended
from generator.evaluate.checks.headcount import Parameters as Counted
from generator.evaluate.checks.yearly_list import Parameters as Listed
from generator.model.check import Asked, CheckDescription
from generator.model.decision_table import DecisionTable
from tests.evaluate.shipped import sets

SETS = sets()


@pytest.mark.parametrize(
    ("id", "often", "until"),
    [
        ("1.1.1", "每年", "4月30日前"),
        ("1.1.2", "每季", "季末前"),
        ("1.1.3", "每年评一次", "12月31日前"),
        ("1.4.1", "每年七一前后", "6月21日至7月10日"),
        ("1.4.3", "每名新预备党员", "大会通过后 6 个月内"),
        ("2.1.1", "随时", ""),
        ("2.3.1", "每 3 年", "届满前"),
        ("2.3.2", "每次延期、提前", "届满前报批"),
        ("2.3.3", "每次选举", ""),
        ("2.5.1", "每年", "8月31日前"),
        ("2.5.3", "9、10、11、12 月每月", "当月底前"),
        ("3.1.2", "每次表决", ""),
        ("3.2.1", "每月", "当月底前"),
        ("3.2.2", "每次会议", ""),
        ("3.5.2", "每月", "第四个星期四"),
        ("4.2.1", "每次会议", ""),
        ("5.1.1", "每名同志逐环节", ""),
        ("5.2.1", "每份材料", "审批后 1 个月内"),
        ("5.5.1", "每次转接", "90 日内回执到齐"),
        ("6.4.2", "每次活动", "活动后 7 天内"),
    ],
)
def test_a_check_says_how_often_it_asks_and_by_when(id: str, often: str, until: str) -> None:
    assert SETS[0].parameters[id].asked() == Asked(often, until)


def test_a_yearly_list_without_a_day_is_due_at_the_end_of_the_year() -> None:
    given = Listed.model_validate({"登记": "学习计划", "每": "年"})
    assert given.asked() == Asked("每年", "12月31日前")


def test_only_soft_lines_are_lenient() -> None:
    soft = Counted.model_validate({"计数": "党员", "至多": "30", "线": "软"})
    units = Counted.model_validate({"计数": "覆盖单位", "至多": "5", "线": "软"})
    hard = Counted.model_validate({"计数": "正式党员", "至少": "3"})
    assert [row.lenient(hard_lines=False) for row in (soft, units, hard)] == [True, True, False]
    assert [row.lenient(hard_lines=True) for row in (soft, units, hard)] == [True, False, False]
    assert not CheckDescription().lenient(hard_lines=False)


def test_only_meetings_of_committees_have_numbers_of_attendance() -> None:
    assert Attended.model_validate({"记录": "支部党员大会", "每": "季", "到会": "半数以上"}).decisions() == ()
    majority = Attended.model_validate({"记录": "支部委员会会议", "每": "月", "到会": "过半"})
    assert [table.rows for table in majority.decisions()] == [((3, 2), (4, 3), (5, 3), (6, 4), (7, 4))]
    assert CheckDescription().decisions() == ()


def tables(id: str) -> Iterator[DecisionTable]:
    """Those of the criteria of a standard."""
    for criterion in next(row for row in SETS[0].standards if row.id == id).criteria:
        yield from SETS[0].parameters[criterion.id].decisions()


def row_of(table: DecisionTable, number: int) -> tuple[int, ...]:
    """The row that is looked up by a number."""
    return next(row for row in table.rows if row[0] == number)


def test_a_meeting_of_sixteen() -> None:
    """Half may open a general matter, not an admission; half of the votes carry neither."""
    (votes,) = tables("3.1")
    assert [group.name for group in votes.groups] == ["一般议题", "接收、转正"]
    assert row_of(votes, 16) == (16, 8, 9, 9, 9)
    assert row_of(votes, 15) == (15, 8, 8, 8, 8)
    assert row_of(votes, 3) == (3, 2, 2, 2, 2)
    (admissions,) = tables("5.1")
    assert row_of(admissions, 16) == (16, 9, 9)


def test_a_committee_and_an_election() -> None:
    (committee,) = tables("3.2")
    assert committee.rows == ((3, 2), (4, 2), (5, 3), (6, 3), (7, 4))
    meeting, leaders, candidates = tables("2.3")
    assert row_of(meeting, 15) == (15, 12, 7, 8)
    assert row_of(meeting, 16) == (16, 13, 7, 9)
    assert leaders.rows[0] == (3, 3, 2, 2)
    assert candidates.rows == ((3, 4), (4, 5), (5, 6), (6, 8), (7, 9))
