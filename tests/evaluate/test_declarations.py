"""What the calendar and the blank forms learn from a criterion's parameters."""

from __future__ import annotations

from typing import Any

import pytest

from generator.evaluate.checks import CHECKS, parameter_models
from generator.model.check import PlannedDay, RecordKind, Recurring, Schedule, YearlyWindow
from generator.model.kinds import ActivityKind
from generator.model.period import Cycle
from generator.model.records.election import Election
from generator.model.records.register import TrainingHours

LECTURE, MEETING = ActivityKind("党课"), ActivityKind("支部党员大会")


@pytest.mark.parametrize(
    ("check", "parameters", "schedule", "forms"),
    [
        ("频次", {"记录": "支部党员大会", "每": "季", "至少": "1"}, Recurring(Cycle.QUARTER, MEETING, (MEETING,)), (MEETING,)),
        ("频次", {"记录": "党课", "每": "年", "至少": "1", "主讲": "书记"}, Recurring(Cycle.YEAR, "书记讲的党课", (LECTURE,)), (LECTURE,)),
        ("频次", {"记录": ["支部党员大会", "党课"], "每": "月", "至少": "1"}, Recurring(Cycle.MONTH, "", (MEETING, LECTURE)), (MEETING, LECTURE)),
        ("日期规则", {"记录": "主题党日", "每": "月", "第几个": "4", "星期": "四"}, PlannedDay(ActivityKind("主题党日"), 4, 3), ("主题党日",)),
        ("时段", {"名称": "七一", "自": "06-21", "至": "07-10", "记录": "党课", "至少": "1"}, YearlyWindow("七一", "06-21", "07-10"), (LECTURE,)),
        ("学时", {"对象": "党员", "每": "年", "至少": "32"}, Recurring(Cycle.YEAR), (TrainingHours,)),
        ("到会", {"记录": "支部党员大会", "每": "季", "到会": "半数以上"}, None, (MEETING,)),
        ("表决", {"记录": "支部党员大会", "每": "年"}, None, (MEETING,)),
        ("任期", {"年": "3", "提醒月": "6"}, None, (Election,)),
        ("选举", {"到会": "五分之四", "变更日": "2020-07-13"}, None, (Election,)),
        ("人工评", {"每": "年", "记录": ["党课", "接收预备党员"]}, None, (LECTURE,)),
        ("人工评", {"每": "年", "记录": "全部活动"}, None, ()),
        ("党小组设置", {}, None, ()),
    ],
)  # fmt: skip
def test_a_check_declares_when_it_is_due_and_what_answers_it(
    check: str, parameters: dict[str, Any], schedule: Schedule | None, forms: tuple[RecordKind, ...]
) -> None:
    model = CHECKS[check].parameters.model_validate(parameters)
    assert model.schedule() == schedule
    assert model.forms() == forms


def test_every_check_has_a_model_of_its_parameters() -> None:
    assert parameter_models() == {name: check.parameters for name, check in CHECKS.items()}
