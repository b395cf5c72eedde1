"""The second pass: branch by branch, load → validate → evaluate, so that memory does not grow with the number of branches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.evaluate.assess import UpperReviews, assess, withhold
from generator.evaluate.branch_plan import judge_plan
from generator.evaluate.years import years
from generator.formats.glyphs import unprinted_in
from generator.load.records import load_dossier
from generator.model.checked import Checked
from generator.model.dossier import Dossier
from generator.model.finding import Assessment
from generator.model.index import BranchEntry
from generator.model.judged_year import JudgedYear, PlanJudgement
from generator.model.problem import Problem
from generator.model.record import Audience
from generator.model.standard import StandardSet
from generator.settings import Settings
from generator.survey import Rules, Survey, named, survey
from generator.validate.approvals import check_numbers
from generator.validate.dates import LATER
from generator.validate.dossiers import validate_dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One branch in the second pass; no dossier where its files cannot be read, no assessment then either.

    `assessment` and `plan` are those of the current year, `further` those of the other years that it is judged for (A38).
    """

    entry: BranchEntry
    dossier: Dossier | None
    assessment: Assessment | None
    plan: PlanJudgement | None
    further: tuple[JudgedYear, ...]
    problems: tuple[Problem, ...]

    @property
    def assessments(self) -> tuple[Assessment, ...]:
        """Every year's, the current one's first."""
        return (self.assessment, *(row.assessment for row in self.further)) if self.assessment else ()


def judge(survey: Survey) -> Iterator[Judged]:
    """Load, validate and evaluate branch by branch."""
    if survey.index is not None and survey.rules is not None:
        for committee in survey.index.committees:
            above = UpperReviews.of(survey.index.institution, committee.committee)
            for entry in committee.branches:
                yield judge_branch(survey.rules, entry, above)


def judge_branch(rules: Rules, entry: BranchEntry, above: UpperReviews) -> Judged:
    """Load, validate and evaluate one branch; `above` is what its committee and the institution have judged."""
    settings = rules.settings
    dossier, problems = load_dossier(entry, settings.root)
    files = (entry.folder / name for name in entry.state.names if name.endswith(".yml"))
    problems += unprinted_in(named(files, settings), settings.typefaces)
    if dossier is None:
        return Judged(entry=entry, dossier=None, assessment=None, plan=None, further=(), problems=tuple(problems))
    problems += validate_dossier(dossier, rules.criteria, settings.as_of, rules.restricted, rules.yearly)
    problems += check_numbers(rules.numbers.get(entry.id), dossier)
    if rules.astray:
        problems = [row for row in problems if row.code not in LATER]
    asked = years(dossier, settings.year, settings.as_of.year, rules.planned)
    current, *further = (_judge_year(rules, dossier, year, above) for year in asked)
    return Judged(
        entry=entry,
        dossier=dossier,
        assessment=current.assessment,
        plan=current.plan,
        further=tuple(further),
        problems=tuple(problems),
    )


def _judge_year(rules: Rules, dossier: Dossier, year: int, above: UpperReviews) -> JudgedYear:
    assessment = assess(rules.sets, dossier, rules.context.of(year), above)
    due, register = rules.plans_due.get(year), dossier.registers.get(year)
    plan = judge_plan(dossier.profile, register, due, rules.settings.as_of) if due is not None else None
    return JudgedYear(assessment, plan)


def check(settings: Settings) -> Iterator[Checked]:
    """Every problem in the tree and every finding that an internal reader may see: nothing is kept of any branch.

    First what is wrong with the handbook and the files of institution and committees, then branch by branch.
    """
    surveyed = survey(settings)
    yield Checked(tuple(sorted(surveyed.problems)))
    for judged in judge(surveyed):
        yield Checked(tuple(sorted(judged.problems)), tuple(_withheld(judged, surveyed.sets)))


def _withheld(judged: Judged, sets: Sequence[StandardSet]) -> Iterator[JudgedYear]:
    """Every year of a branch as an internal reader may see it, the current one first."""
    current = (JudgedYear(judged.assessment, judged.plan),) if judged.assessment else ()
    for assessment, plan in (*current, *judged.further):
        if seen := withhold(assessment, sets, Audience.INTERNAL):
            yield JudgedYear(seen, plan)
