"""What a plan demands (A40)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.records.plan import Demands, Plan


def plan(*phases: tuple[str, list[dict[str, Any]]]) -> Plan:
    rows = [
        {"条款": f"三（{number}）", "名称": "甲", "自": since, "至": "2019-12-31", "任务": tasks}
        for number, (since, tasks) in zip("一二三", phases, strict=False)
    ]
    return Plan.model_validate({"年度": "2019", "编号": "方案2019", "名称": "方案", "阶段": rows})


def task(*standards: str, **more: Any) -> dict[str, Any]:
    return {"条款": "三（一）1", "名称": "乙", "责任单位": ["党支部"], "标准": list(standards), **more}


def test_a_plan_demands_what_its_tasks_name_from_its_first_day() -> None:
    made = plan(("2019-05-01", [task("3.1", "3.5", 一般=["3.5.1"])]), ("2019-03-01", [task("4.3")]))
    assert made.demands == Demands(date(2019, 3, 1), frozenset({"3.1", "3.5", "4.3"}), frozenset({"3.5.1"}))


def test_a_plan_without_phases_demands_nothing() -> None:
    assert plan().demands is None


@pytest.mark.parametrize(
    ("standard", "criterion", "day", "holds"),
    [
        ("3.1", "3.1.1", date(2019, 3, 1), True),
        ("3.1", "3.1.1", date(2019, 2, 28), False),
        ("3.2", "3.2.1", date(2019, 3, 1), False),
        ("3.1", "3.1.2", date(2019, 3, 1), False),
    ],
)
def test_a_demand_holds_for_its_standards_but_for_some_criteria(
    standard: str, criterion: str, day: date, *, holds: bool
) -> None:
    assert Demands(date(2019, 3, 1), frozenset({"3.1"}), frozenset({"3.1.2"})).hold(standard, criterion, day) is holds
