"""归属年度 (A32): which days a row in a year's register may bear; the deadline is the standards', not the program's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.model.record import Record
from generator.model.records.activity import Activity
from generator.model.standard import Standard
from generator.model.standard_set import StandardSet
from generator.validate.dates import DEFAULT_DEADLINES, NextYearDeadlines, in_year

MEETING = {"主持": "支部书记", "应到": "9", "实到": "8"}


def activity(kind: str, day: str) -> Activity:
    return Activity.model_validate({**MEETING, "类型": [kind], "日期": day})


@pytest.fixture
def asking() -> Callable[[str | None], NextYearDeadlines]:
    """What follows from a set with one yearly matter that has this 截止."""

    def make(deadline: str | None) -> NextYearDeadlines:
        criterion: dict[str, Any] = {
            "编号": "3.6.1",
            "要求": "每年一次",
            "责任主体": "支部",
            "检查": "频次",
            "参数": {"记录": "组织生活会", "每": "年", "至少": "1"},
            **({"截止": deadline} if deadline else {}),
        }
        standard = Standard.model_validate(
            {
                "编号": "3.6",
                "名称": "组织生活会",
                "方面": "组织生活",
                "类别": "定量",
                "稿源": "整理",
                "依据": [{"文件": "条例", "可信度": "✔"}],
                "修订": [{"日期": "2019-03-01", "内容": "首次整理"}],
                "要点": [criterion],
            }
        )
        return NextYearDeadlines.of(
            [
                StandardSet(
                    id="",
                    name="",
                    version="",
                    valid_from=None,
                    valid_until=None,
                    kinds=(),
                    standards=(standard,),
                    parameters={},
                )
            ]
        )

    return make


@pytest.mark.parametrize(
    ("deadline", "kind", "day", "refused"),
    [
        ("次年04-30", "组织生活会", "2020-04-10", False),
        ("次年02-28", "组织生活会", "2020-03-15", False),  # late, which is judged
        ("次年02-28", "组织生活会", "2020-12-31", False),
        ("次年02-28", "组织生活会", "2021-01-01", True),
        ("次年02-28", "党课", "2020-02-28", False),
        ("次年02-28", "党课", "2020-02-29", True),
        ("次年04-30", "党课", "2020-04-30", False),
        ("次年04-30", "党课", "2020-05-01", True),
        (None, "党课", "2020-03-31", False),
        (None, "党课", "2020-04-01", True),
        ("次年04-30", "组织生活会", "2018-12-31", True),
    ],
)
def test_the_days_of_a_register_end_with_the_deadlines_of_its_matters(
    asking: Callable[[str | None], NextYearDeadlines], deadline: str | None, kind: str, day: str, *, refused: bool
) -> None:
    found = list(in_year(activity(kind, day), "on", 2019, asking(deadline)))
    assert [row.code for row in found] == (["R204"] if refused else [])


def test_without_a_notice_the_last_day_is_31_march() -> None:
    assert DEFAULT_DEADLINES.last(2019, Record.model_validate({})) == date(2020, 3, 31)
