"""In which stage cases stand, and which are overdue: counts of a branch, for the sum of its committee."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.evaluate.development.stages import stage_counts
from generator.model.files import DEVELOPMENT
from generator.model.records.development import Development
from generator.model.stage_count import StageCount, stages_together
from tests.evaluate.asking import dossier, shipped_processes

AS_OF = date(2019, 11, 25)


def counted(*cases: dict[str, Any], as_of: date = AS_OF) -> dict[str, tuple[int, int]]:
    rows = [{"编号": f"f{number}", **case} for number, case in enumerate(cases)]
    held = Development.model_validate({"发展": rows})
    branch = dossier({}, {})
    branch = branch.assemble("b-1", "c", branch.profile, {}, {DEVELOPMENT.name: held})
    counts = stage_counts(branch, shipped_processes(), as_of)
    return {row.title: (row.cases, row.overdue) for row in counts if row.cases}


def case(*steps: tuple[int, str], **more: Any) -> dict[str, Any]:
    return {"环节": [{"环节": str(step), "日期": day} for step, day in steps], **more}


def test_a_case_stands_in_the_stage_of_its_last_step() -> None:
    assert counted(case((1, "2019-09-05"), (2, "2019-09-20"))) == {"申请人": (1, 0)}
    assert counted(case((1, "2019-03-05"), (2, "2019-03-20"), (3, "2019-09-20"))) == {"积极分子": (1, 0)}
    assert counted(case((14, "2019-05-05"), (15, "2019-11-20"), (16, "2019-11-22"))) == {"接收中": (1, 0)}


def test_what_came_after_the_day_or_was_refused_takes_nobody_further() -> None:
    assert counted(case((1, "2019-09-05"), (3, "2019-11-26"), (2, "2019-09-20"))) == {"申请人": (1, 0)}
    refused = case((2, "2019-09-20"))
    refused["环节"].append({"环节": "3", "日期": "2019-10-05", "结果": "未通过"})
    assert counted(refused) == {"申请人": (1, 0)}


@pytest.mark.parametrize(("day", "overdue"), [("2019-10-24", 1), ("2019-10-25", 0)])
def test_a_step_is_overdue_on_the_day_after_its_limit(day: str, overdue: int) -> None:
    assert counted(case((1, day))) == {"申请人": (1, overdue)}


@pytest.mark.parametrize(("stopped", "found"), [("2019-11-25", {}), ("2019-11-26", {"申请人": (1, 0)})])
def test_a_case_that_was_given_up_is_not_counted(stopped: str, found: dict[str, tuple[int, int]]) -> None:
    assert counted(case((1, "2019-11-05"), 停止=stopped)) == found


def test_a_case_that_was_finally_approved_is_not_counted_but_one_that_was_put_off_is() -> None:
    assert counted(case((23, "2019-05-05"), (24, "2019-06-20"))) == {}
    assert counted(case((24, "2019-06-20"), (25, "2019-07-02"))) == {}
    put_off = case((22, "2019-09-05"))
    put_off["环节"].append({"环节": "24", "日期": "2019-10-20", "结果": "延长", "延长月数": "6"})
    assert counted(put_off) == {"预备党员": (1, 0)}


def test_without_a_register_or_a_process_nothing_is_counted() -> None:
    assert stage_counts(dossier({}, {}), shipped_processes(), AS_OF) == ()
    assert counted(case((1, "2019-09-05")), as_of=date(2019, 9, 4)) == {}


def test_counts_of_branches_are_summed_by_stage() -> None:
    one = (StageCount("申请人", 6, 1), StageCount("积极分子", 2, 0))
    other = (StageCount("申请人", 5, 2),)
    assert stages_together([one, (), other]) == (StageCount("申请人", 11, 3), StageCount("积极分子", 2, 0))
