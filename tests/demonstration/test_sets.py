"""The retired branches of the demonstration are judged by their own set: 方案四（一）, A17 and A22."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.evaluate.assess import assess
from generator.evaluate.year_context import YearContext
from generator.model.finding import Verdict
from generator.model.kinds import BranchKind
from generator.model.records.register import MemberHours, Register, TrainingHours
from tests.demonstration.conftest import Demonstration

RETIRED = {"lt-1", "lt-2", "lt-3"}


def test_each_kind_of_branch_has_its_set(demonstration: Demonstration) -> None:
    sets = {id: row.standard_set for id, row in demonstration.assessments.items()}
    assert {id for id, chosen in sets.items() if chosen == "lituixiu"} == RETIRED
    assert {chosen for id, chosen in sets.items() if id not in RETIRED} == {""}


def test_the_set_holds_only_what_the_plan_and_the_readings_say_otherwise(demonstration: Demonstration) -> None:
    main, retired = demonstration.sets
    assert [row.id for row in retired.own] == ["4.1", "5.3"]
    assert list(retired.inapplicable) == ["4.1"]
    assert [row.id for row in retired.standards] == [row.id for row in main.standards]
    shared = [row for row in retired.standards if not retired.differs(row.id)]
    assert len(shared) == 32
    assert all(any(row is each for each in main.standards) for row in shared)


def test_a22_a_retired_branch_is_in_no_list_of_dual_leaders(demonstration: Demonstration) -> None:
    for id in RETIRED:
        rows = [row for row in demonstration.assessments[id].findings if row.standard == "4.1"]
        assert {row.verdict for row in rows} == {Verdict.NOT_APPLICABLE}
        assert all("不在名单内" in row.reason for row in rows)


def test_a17_for_retired_branches_32_hours_are_no_hard_line(demonstration: Demonstration) -> None:
    """The same hours at the end of the year, in a retired branch and in one of teachers."""
    found = {}
    for kind in (BranchKind.RETIRED, BranchKind.TEACHERS):
        dossier = demonstration.dossiers["lt-1"]
        profile = dossier.profile.model_copy(update={"kind": kind, "reconciled_through": date(2019, 12, 31)})
        hours = TrainingHours.model_construct(
            officers=None, members=(MemberHours.model_validate({"学时": "20", "人数": "32"}),), excused=None
        )
        register: Register = dossier.registers[2019].model_copy(update={"hours": hours})
        changed = replace(dossier, profile=profile, registers={2019: register})
        context = YearContext(date(2020, 1, 15), 2019, demonstration.index.institution, demonstration.demands)
        judged = assess(demonstration.sets, changed, context)
        found[kind] = [row.verdict for row in judged.findings if row.criterion == "5.3.1"]
    assert found == {BranchKind.RETIRED: [Verdict.ADVISORY], BranchKind.TEACHERS: [Verdict.UNMET]}
