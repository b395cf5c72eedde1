"""The straight line as far as judgement: load → validate → evaluate, in two passes; `edition` presents and publishes.

The first pass surveys standards and the index.  The second goes branch by branch, so that memory does not grow with
the number of branches.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from generator.errors import UnknownScopeError
from generator.evaluate.assess import Terms, assess, withhold
from generator.evaluate.branch_plan import judge_plan
from generator.evaluate.checks import parameter_models
from generator.load.dossiers import load_dossier
from generator.load.index import load_index
from generator.load.outline import outline
from generator.load.plan import check_folder, load_plan, load_plan_text
from generator.load.prose import check_prose, files_of
from generator.load.sources import load_sources
from generator.load.standards import load_standards
from generator.model.audience import Audience
from generator.model.clause import ClauseTree
from generator.model.dossier import Dossier
from generator.model.finding import Assessment
from generator.model.index import BranchEntry, CommitteeEntry, Index, Remembered
from generator.model.plan_state import PlanJudgement
from generator.model.problem import Problem, Severity
from generator.model.records.plan import Demands, Plan
from generator.model.records.sources import Sources
from generator.model.standard import StandardSet
from generator.present.slots import NAMES
from generator.settings import Scope, Settings
from generator.validate.dossiers import validate_dossier
from generator.validate.index import validate_index
from generator.validate.pictures import check_pictures
from generator.validate.plan import validate_plan
from generator.validate.sources import check_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What every branch is judged by, the same for all.

    `criteria` are all known 评价要点, none where a standard could not be read; `restricted` those whose conclusion only the restricted edition shows;
    `plans_due` is the last day for every branch's 推进计划, where the year's plan asks for one.
    """

    settings: Settings
    sets: tuple[StandardSet, ...]
    terms: Terms
    criteria: frozenset[str]
    restricted: frozenset[str]
    plans_due: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """The first pass: the rules, the year's plan, and which committees, branches and showcases there are.

    `index` is the part that the scope covers; `names` are those of everything that prose may link to, by kind and id.
    """

    settings: Settings
    index: Index | None
    sets: tuple[StandardSet, ...]
    sources: Sources
    plan: Plan | None
    plan_outline: ClauseTree | None
    names: Mapping[str, Mapping[str, str]]
    problems: tuple[Problem, ...]
    rules: Rules | None

    @property
    def sound(self) -> bool:
        """Whether an edition can be started: there is an index, and nothing so far stops publication."""
        return self.index is not None and not any(row.severity is Severity.ERROR for row in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One branch in the second pass; no dossier where its files cannot be read, no assessment then either.

    `plan` is its 推进计划 held against the deadline, where the year's plan has one.
    """

    entry: BranchEntry
    dossier: Dossier | None
    assessment: Assessment | None
    plan: PlanJudgement | None
    problems: tuple[Problem, ...]


def survey(settings: Settings, remembered: Remembered | None = None) -> Survey:
    """Load and validate what every branch is judged by; what is `remembered` of unchanged files is not read again."""
    sets, problems = load_standards(settings.docs, settings.root, parameter_models())
    sources, undeclared = load_sources(settings.docs, settings.root)
    index, more = load_index(settings.records, settings.root, remembered)
    problems += more
    plan, told = load_plan(settings.records, settings.root, settings.year)
    plan_text, unread = load_plan_text(settings.records, settings.root, settings.year)
    problems += [*undeclared, *told, *unread, *check_folder(settings.records, settings.root)]
    plan_outline = outline(plan_text, index.institution.units if index else ()) if plan_text is not None else None
    names = _names(index)
    sound = not any(row.severity is Severity.ERROR for row in more)
    faulty = {row.source.path for row in problems if row.severity is Severity.ERROR}
    problems += check_prose(settings.docs, settings.root, NAMES, names if sound else None, faulty)
    problems += check_pictures(files_of(settings.docs, settings.root), settings.root)
    if index is not None:
        index = narrow(index, settings.scope)
        known = [row for one in sets for row in one.standards] if all(one.complete for one in sets) else []
        standards, aspects = {row.id for row in known}, dict.fromkeys(row.aspect for row in known)
        problems += validate_index(index, standards, settings.as_of)
        clauses = [clause.id for clause in plan_outline.main.walk()] if plan_outline else None
        problems += validate_plan(plan, index.institution, standards, aspects, clauses) if plan else ()
        problems += [] if undeclared else check_sources(sources, sets, plan, clauses)
    return Survey(
        settings=settings,
        index=index,
        sets=sets,
        sources=sources,
        plan=plan,
        plan_outline=plan_outline,
        names=names,
        problems=tuple(problems),
        rules=_rules(settings, sets, index, plan) if index else None,
    )


def judge(survey: Survey) -> Iterator[Judged]:
    """Load, validate and evaluate branch by branch."""
    if survey.index is not None and survey.rules is not None:
        for entry in survey.index.branches():
            yield judge_branch(survey.rules, entry)


def judge_branch(rules: Rules, entry: BranchEntry) -> Judged:
    """Load, validate and evaluate one branch."""
    settings = rules.settings
    dossier, problems = load_dossier(entry, settings.root)
    assessment, plan = None, None
    if dossier is not None:
        problems += validate_dossier(dossier, rules.criteria, settings.as_of, rules.restricted)
        assessment = assess(rules.sets, dossier, rules.terms)
        if rules.plans_due is not None:
            register = dossier.registers.get(settings.year)
            plan = judge_plan(dossier.profile, register, rules.plans_due, settings.as_of)
    return Judged(entry=entry, dossier=dossier, assessment=assessment, plan=plan, problems=tuple(problems))


def check(settings: Settings) -> tuple[tuple[Problem, ...], tuple[Assessment, ...]]:
    """Every problem in the tree, sorted, and every finding that an internal reader may see."""
    surveyed = survey(settings)
    problems, assessments = list(surveyed.problems), []
    for judged in judge(surveyed):
        problems += judged.problems
        if judged.assessment and (seen := withhold(judged.assessment, surveyed.sets, Audience.INTERNAL)):
            assessments.append(seen)
    return tuple(sorted(problems)), tuple(assessments)


def narrow(index: Index, scope: Scope | None) -> Index:
    """The part of the index that the scope covers."""
    if scope is None:
        return index
    committees = tuple(filter(None, (_part(entry, scope) for entry in index.committees)))
    if not committees:
        known = (f"committee:{entry.id}" for entry in index.committees)
        near = get_close_matches(str(scope), [*known, *(f"branch:{entry.id}" for entry in index.branches())], n=1)
        raise UnknownScopeError(str(scope), near[0] if near else None)
    kept = {branch.id for entry in committees for branch in entry.branches}
    showcases = tuple(entry for entry in index.showcases if entry.branch.id in kept)
    return replace(index, committees=committees, showcases=showcases)


def _rules(settings: Settings, sets: tuple[StandardSet, ...], index: Index, plan: Plan | None) -> Rules:
    rows = [(standard, criterion.id) for one in sets for standard in one.standards for criterion in standard.criteria]
    return Rules(
        settings=settings,
        sets=sets,
        terms=Terms(settings.as_of, settings.year, index.institution, _demands(settings.year, plan)),
        plans_due=plan.branch_plans_due if plan else None,
        criteria=frozenset(id for _, id in rows) if all(one.complete for one in sets) else frozenset(),
        restricted=frozenset(id for standard, id in rows if standard.audience is Audience.RESTRICTED),
    )


def _demands(year: int, plan: Plan | None) -> dict[int, Demands]:
    demands = plan.demands if plan else None
    return {year: demands} if demands else {}


def _names(index: Index | None) -> dict[str, dict[str, str]]:
    if index is None:
        return {"committee": {}, "branch": {}, "showcase": {}}
    return {
        "committee": {entry.id: entry.committee.name for entry in index.committees},
        "branch": {entry.id: entry.name for entry in index.branches()},
        "showcase": {entry.branch.id: entry.showcase.title for entry in index.showcases},
    }


def _part(entry: CommitteeEntry, scope: Scope) -> CommitteeEntry | None:
    if scope.kind == "committee":
        return entry if entry.id == scope.id else None
    branches = tuple(branch for branch in entry.branches if branch.id == scope.id)
    return replace(entry, branches=branches) if branches else None
