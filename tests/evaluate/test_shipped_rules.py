"""The shipped standards: from when each rule holds, and which rules say 一般 (A40)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.evaluate.checks import parameter_models
from generator.load.standards import load_standards
from generator.model.standard import Criterion, Usual

ROOT = Path(__file__).parents[2]
REGULATION = date(2018, 10, 28)
PLAN = date(2019, 3, 1)


def criteria() -> Iterator[Criterion]:
    """Those of the main set."""
    for standard in SETS[0].standards:
        yield from standard.criteria


SETS, _ = load_standards(ROOT / "docs", ROOT, parameter_models())
CRITERIA = {row.id: row for row in criteria()}

BY_REGULATION = {
    *("2.1.1", "2.1.2", "2.1.3", "2.1.4", "2.1.6", "2.2.1", "2.3.1", "2.3.2", "2.3.3", "2.4.1", "2.4.2", "2.4.3"),
    *("3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.3.1", "3.5.1", "3.6.1", "3.6.2", "3.6.3", "3.7.1", "3.7.2", "4.2.1"),
}
BY_RULES_OLDER_THAN_BOTH = {"5.5.1", "5.5.3"}
BY_PLAN = {"3.1.1", "3.2.1", "3.3.1", "3.4.1", "3.4.2", "3.5.1", "3.5.2", "4.3.1", "5.3.1"}
USUAL = {"3.6.2", "3.7.1", "5.5.1"}


def test_there_are_as_many_as_ever() -> None:
    assert len(CRITERIA) == 83


@pytest.mark.parametrize("id", CRITERIA)
def test_rules_of_the_regulation_hold_from_its_day_and_those_of_the_plan_from_its_own(id: str) -> None:
    expected = REGULATION if id in BY_REGULATION else None if id in BY_RULES_OLDER_THAN_BOTH else PLAN
    assert CRITERIA[id].since == expected


@pytest.mark.parametrize("id", CRITERIA)
def test_a40_which_rules_say_usual(id: str) -> None:
    expected = Usual.BY_PLAN if id in BY_PLAN else Usual.ADVISORY if id in USUAL else None
    assert CRITERIA[id].usual is expected
    assert ("A40" in CRITERIA[id].readings) == (expected is not None or id in ("2.3.1", "2.3.2"))


def test_a17_the_set_for_retired_branches_calls_32_hours_usual() -> None:
    (further,) = SETS[1:]
    (row,) = (row for standard in further.own for row in standard.criteria if row.id == "5.3.1")
    assert row.usual is Usual.ADVISORY
    assert "A17" in row.readings


def test_an_oath_is_among_the_rites() -> None:
    for id in ("1.4.1", "1.4.2"):
        assert "入党宣誓" in CRITERIA[id].parameters["记录"]
