"""What is said of survivors is said of lines that are there; the tenth is a tenth."""

from __future__ import annotations

import pytest

from tests.mutation.__main__ import CHECKS, ROOT, Change, explanations, in_tenth


@pytest.mark.parametrize("change", explanations(), ids=lambda change: f"{change.function}: {change.after}")
def test_an_explanation_is_of_a_line_that_is_there(change: Change) -> None:
    module = change.function.partition(".")[0]
    source = (ROOT / CHECKS / f"{module}.py").read_text(encoding="utf-8")
    assert change.before in " ".join(source.split())
    assert len(explanations()[change]) > 8


def test_a_tenth_of_the_mutants_is_taken_the_same_every_time() -> None:
    names = [f"generator.evaluate.checks.hours.x__terms__mutmut_{number}" for number in range(4000)]
    taken = [name for name in names if in_tenth(name)]
    assert 360 < len(taken) < 440
    assert taken == [name for name in names if in_tenth(name)]
