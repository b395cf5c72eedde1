"""Verdicts and roll-up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.finding import Verdict, roll_up

ORDER = ("缺项", "临期", "无记录", "待人工评", "提示", "符合", "未到期", "不适用")
VERDICTS = st.lists(st.sampled_from(Verdict))


def test_there_are_eight_values_in_the_order_of_roll_up() -> None:
    assert tuple(verdict.value for verdict in Verdict) == ORDER


@pytest.mark.parametrize("rank", range(len(ORDER) - 1))
def test_the_graver_of_two_neighbours_is_the_sum(rank: int) -> None:
    grave, mild = Verdict(ORDER[rank]), Verdict(ORDER[rank + 1])
    assert roll_up([mild, grave]) is grave
    assert roll_up([grave, mild]) is grave


def test_met_until_june_and_july_not_yet_due_is_met() -> None:
    assert roll_up([Verdict.MET] * 6 + [Verdict.NOT_DUE] * 6) is Verdict.MET


def test_nothing_at_all_does_not_apply() -> None:
    assert roll_up([]) is Verdict.NOT_APPLICABLE


@given(VERDICTS, VERDICTS)
def test_roll_up_by_parts_is_roll_up_of_all(one: list[Verdict], other: list[Verdict]) -> None:
    assert roll_up([roll_up(one), roll_up(other)]) is roll_up(one + other)


@given(
    st.lists(st.sampled_from(Verdict), min_size=1).flatmap(lambda row: st.tuples(st.just(row), st.permutations(row)))
)
def test_the_order_in_which_verdicts_come_does_not_matter(rows: tuple[list[Verdict], list[Verdict]]) -> None:
    assert roll_up(rows[0]) is roll_up(rows[1])
    assert roll_up(rows[0]) in rows[0]


@pytest.mark.parametrize(
    ("verdict", "code"),
    list(
        zip(
            ORDER,
            ("unmet", "due_soon", "no_record", "awaiting_review", "advisory", "met", "not_due", "not_applicable"),
            strict=True,
        )
    ),
)
def test_codes_are_the_english_names(verdict: str, code: str) -> None:
    assert Verdict(verdict).code == code


def test_every_verdict_has_a_shape_of_its_own() -> None:
    assert len({verdict.shape for verdict in Verdict}) == len(Verdict)
