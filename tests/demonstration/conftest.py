from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from generator.evaluate.assess import Above, assess, judge_unit
from generator.evaluate.checks import parameter_models
from generator.evaluate.year_context import YearContext
from generator.load.index import load_index
from generator.load.plan import load_plan
from generator.load.records import load_dossier
from generator.load.standards import load_standards
from generator.media.showcase_pictures import uncached, with_pictures
from generator.model.dossier import Dossier
from generator.model.finding import Assessment
from generator.model.index import Index
from generator.model.kinds import BranchKind, Duty
from generator.model.problem import Problem
from generator.model.records.plan import Demands
from generator.model.standard_set import StandardSet, criteria_of, standards_of
from generator.model.unit_records import UnitRecords
from generator.validate.dossiers import validate_dossier
from generator.validate.index import validate_index
from generator.validate.reviews import check_upper_reviews

ROOT = Path(__file__).parents[2]
AS_OF = date(2019, 11, 25)


@dataclass(frozen=True)
class Demonstration:
    """The shipped records, read and judged once on the day they are pinned to."""

    sets: tuple[StandardSet, ...]
    index: Index
    dossiers: Mapping[str, Dossier]
    assessments: Mapping[str, Assessment]
    problems: tuple[Problem, ...]
    demands: Mapping[int, Demands]


@pytest.fixture(scope="session")
def demonstration() -> Demonstration:
    sets, problems = load_standards(ROOT / "docs", ROOT, parameter_models())
    index, found = load_index(ROOT / "records", ROOT)
    assert index is not None
    index = with_pictures(index, uncached)
    problems = [*problems, *found, *validate_index(index, dict.fromkeys(BranchKind, standards_of(sets)), AS_OF)]
    problems += check_upper_reviews(index, {duty: criteria_of(sets, duty) for duty in Duty}, AS_OF)
    dossiers: dict[str, Dossier] = {}
    for entry in index.branches():
        dossier, found = load_dossier(entry, ROOT)
        assert dossier is not None
        problems += [*found, *validate_dossier(dossier, lambda _: criteria_of(sets), AS_OF)]
        dossiers[entry.id] = dossier
    plan, found = load_plan(ROOT / "records", ROOT, AS_OF.year)
    assert plan is not None, found
    assert plan.demands is not None
    demands = {AS_OF.year: plan.demands}
    terms = YearContext(AS_OF, AS_OF.year, index.institution, demands)
    school = UnitRecords.of_institution(index)
    judged = {(AS_OF.year, each.id): judge_unit(school, Duty.INSTITUTION, each, terms) for each in sets}
    above = {row.id: Above(UnitRecords.of_committee(row, school.registers), judged) for row in index.committees}
    assessments = {id: assess(sets, dossier, terms, above[dossier.committee]) for id, dossier in dossiers.items()}
    return Demonstration(sets, index, dossiers, assessments, tuple(problems), demands)
