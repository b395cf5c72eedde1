"""Every way in which a 推进计划 and a remedy can stand occurs in the demonstration."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from generator.cli.options import read_settings
from generator.judge import judge
from generator.model.judged_year import PlanState
from generator.model.records.branch_plan import PlanStep, Remedy, RemedyLabel
from generator.model.records.register import Register
from generator.model.summary import PlanCounts, count_plans
from generator.survey import survey

ROOT = Path(__file__).parents[2]
AS_OF = date(2019, 11, 25)


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[PlanState, Register]]:
    settings = read_settings(ROOT / "mkdocs.yml", {"as_of": AS_OF.isoformat()})
    rows = judge(survey(settings))
    return {
        row.entry.id: (row.years[0].plan.state, row.dossier.registers[2019])
        for row in rows
        if row.dossier and row.years[0].plan
    }


@pytest.mark.parametrize(
    ("branch", "verdict", "submitted", "step"),
    [
        ("xx-js1", "符合", "2019-05-10", "审核通过"),
        ("xx-js3", "符合", "2019-05-20", "审核通过"),  # the last day itself
        ("wx-bk2", "缺项", "2019-05-21", "审核通过"),  # the day after, whatever became of it later
        ("sm-js1", "符合", "2019-05-20", "审核通过"),  # returned and handed in again after the deadline
        ("jg-hq", "符合", "2019-05-16", "审核通过"),  # returned twice
        ("sm-yjs", "符合", "2019-05-20", "再次报送"),  # in review again
        ("jg-cwc", "符合", "2019-05-17", "首次报送"),  # in review
        ("xx-yjs1", "符合", "2019-05-17", "退回"),
        ("jf-wl", "缺项", None, "基层党委初审"),  # never handed in, register reconciled
        ("lt-2", "无记录", None, None),  # never reconciled
        ("sm-bk", "无记录", None, None),  # reconciled to April only
        ("wx-cz", "不适用", None, None),  # founded the day after the deadline
        ("xx-yjs2", "不适用", None, None),  # dissolved before it
        ("jf-tsg2", "符合", "2019-05-16", "审核通过"),  # dissolved after it
    ],
)
def test_what_each_branch_is_there_to_show(
    found: dict[str, tuple[PlanState, Register]], branch: str, verdict: str, submitted: str | None, step: str | None
) -> None:
    state, _ = found[branch]
    assert (state.verdict, state.submitted and state.submitted.isoformat(), state.step) == (verdict, submitted, step)


def test_how_many_are_asked_and_how_they_stand(found: dict[str, tuple[PlanState, Register]]) -> None:
    assert count_plans(state for state, _ in found.values()) == PlanCounts(asked=29, on_time=25, late=1, approved=23)


def test_remedies_are_of_every_label_and_stand_in_every_way(found: dict[str, tuple[PlanState, Register]]) -> None:
    rows = [remedy for _, register in found.values() for remedy in register.remedies]
    assert {label for row in rows for label in row.labels} == set(RemedyLabel)
    assert any(len(row.labels) > 1 for row in rows)
    assert any(len(row.standards) > 1 for row in rows)
    counts = Counter(_stands(row) for row in rows)
    assert set(counts) == {"done", "under way", "past its date"}
    assert counts["past its date"] == sum(state.overdue for state, _ in found.values()) > 1


def test_every_step_occurs_and_some_plans_list_their_work(found: dict[str, tuple[PlanState, Register]]) -> None:
    plans = [register.plan for _, register in found.values() if register.plan]
    assert {event.step for plan in plans for event in plan.course} == set(PlanStep)
    assert any(plan.works for plan in plans)


def _stands(row: Remedy) -> str:
    if row.done is not None:
        return "done"
    return "past its date" if row.due < AS_OF else "under way"
