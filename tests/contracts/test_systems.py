"""Every system of the plan has a register, a rule, a page and a test, each declared where it belongs."""

from __future__ import annotations

import pytest

from generator.evaluate.checks import parameter_models
from generator.load.plan import load_plan
from generator.load.standards import load_standards
from generator.model.files import RECORD_FILES
from generator.model.plan_system import SYSTEMS
from generator.model.shape import kinds_within
from generator.present.kit.registry import page_kinds
from tests.contracts.systems import ROOT, SystemRow, system_rows

ROWS = system_rows()
MOST_UNJUDGED = 4


def test_there_are_forty_four_in_order() -> None:
    assert list(SYSTEMS) == [f"Y{number:02}" for number in range(1, 45)]
    assert [row.system.id for row in ROWS] == list(SYSTEMS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.system.id)
def test_every_cell_is_filled(row: SystemRow) -> None:
    assert row.registers
    assert row.rule
    assert row.pages
    assert row.tests


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.system.id)
def test_every_test_is_there(row: SystemRow) -> None:
    for name in row.tests:
        path = ROOT / name
        assert any(path.rglob("*.yml")) if name.endswith("/") else path.is_file()


def test_few_are_left_to_people_with_a_sentence_and_those_have_no_other_rule() -> None:
    left = [row for row in ROWS if row.system.unjudged]
    assert len(left) <= MOST_UNJUDGED
    assert all(row.rule == (row.system.unjudged,) for row in left)


def test_every_task_of_the_shipped_plan_has_a_standard_or_says_why_not() -> None:
    plan, problems = load_plan(ROOT / "records", ROOT, 2019)
    assert plan is not None, problems
    sets, _ = load_standards(ROOT / "docs", ROOT, parameter_models())
    cited = {basis.clause for row in sets[0].standards for basis in row.basis if basis.document == plan.id}
    for row in plan.tasks:
        has = bool(row.task.standards) or row.task.clause in cited
        assert has is (row.task.no_standard is None), row.task.clause


def test_nothing_names_a_system_that_is_not_there() -> None:
    kinds = {kind for file in RECORD_FILES if file.record for kind in kinds_within(file.record)}
    assert {id for kind in kinds for id in kind.SYSTEMS} <= set(SYSTEMS)
    assert {id for kind in page_kinds() for id in kind.systems} <= set(SYSTEMS)
