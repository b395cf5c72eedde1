"""The second pass: branch by branch, load → validate → evaluate, so that memory does not grow with the number of branches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache, partial

from generator.disclose.judged import JudgedBranch
from generator.disclose.raw_rows import ShownFiles
from generator.disclose.view import BranchView, seen_dossier, withhold_unit
from generator.disclose.withheld import hidden_only
from generator.errors import RecordsRefusedError
from generator.evaluate.assess import Above, assess, assess_unit
from generator.evaluate.branch_plan import judge_plan
from generator.evaluate.development.stages import stage_counts
from generator.evaluate.years import years_judged
from generator.formats.glyphs import unprinted_in
from generator.load.joint import JointRows, joint_rows
from generator.load.records import Replaced, load_dossier
from generator.model.checked import Checked
from generator.model.dossier import Dossier
from generator.model.files import BRANCH, REGISTER
from generator.model.finding import UnitAssessment
from generator.model.index import BranchEntry
from generator.model.judged_year import JudgedYear
from generator.model.problem import Problem, errors_in, has_errors
from generator.model.record import Audience
from generator.model.steps import STEPS
from generator.model.unit_records import UnitRecords
from generator.settings import Settings
from generator.survey import Rules, Survey, survey, with_names
from generator.validate.approvals import check_numbers
from generator.validate.dates import LATER
from generator.validate.dossiers import validate_dossier
from generator.validate.reviews import check_twice
from generator.validate.trainees import check_trainees


def judge(survey: Survey) -> Iterator[JudgedBranch]:
    """Load, validate and evaluate branch by branch."""
    if survey.index is not None and survey.rules is not None:
        for committee in survey.index.committees:
            above = survey.rules.above(survey.rules.unit(committee))
            for entry in committee.branches:
                yield judge_branch(survey.rules, entry, above)


def judge_sound(survey: Survey, refusal: str) -> list[JudgedBranch]:
    """Every branch, judged; raises RecordsRefusedError with every 错误 in the records and the sentence `refusal`."""
    rows = list(judge(survey)) if survey.sound else []
    if errors := errors_in((*survey.problems, *(told for row in rows for told in row.problems))):
        raise RecordsRefusedError(refusal, errors)
    return rows


def judge_branch(rules: Rules, entry: BranchEntry, above: Above) -> JudgedBranch:
    """Load, validate and evaluate one branch; `above` is what it quotes of its committee and the institution."""
    settings = rules.settings
    joint = _joint(above.committee).get(entry.id, {}) if above.committee else {}
    dossier, problems = load_dossier(entry, settings.root, joint)
    files = (entry.folder / name for name in entry.state.names if name.endswith(".yml"))
    problems += unprinted_in(with_names(files, settings), settings.typefaces)
    years: tuple[JudgedYear, ...] = ()
    if dossier is not None:
        problems += _problems(rules, dossier, above)
        years = tuple(_judge_years(rules, dossier, above))
    if rules.astray:
        problems = [row for row in problems if row.code not in LATER]
    return JudgedBranch(
        entry=entry,
        dossier=dossier,
        years=years,
        problems=tuple(problems),
        sets=rules.sets,
        as_of=settings.as_of,
        cases=stage_counts(dossier, rules.context.processes, settings.as_of) if dossier is not None else (),
    )


def records_shown(rules: Rules, entry: BranchEntry) -> tuple[ShownFiles | None, list[Problem]]:
    """The files of a branch for the edition's audience, without judging it; none where they have mistakes, which are told."""
    settings = rules.settings
    dossier, problems = load_dossier(entry, settings.root)
    if dossier is None or has_errors(problems):
        return None, problems
    seen = seen_dossier(dossier, rules.sets, settings.audience, settings.as_of)
    registers = {REGISTER.name.format(year=year): row for year, row in seen.registers.items()}
    return ShownFiles(
        {BRANCH.name: seen.profile, **registers, **seen.further},
        tuple(hidden_only(dossier.records, seen.records, settings.audience)),
    ), problems


@lru_cache(maxsize=8)
def _joint(committee: UnitRecords) -> Mapping[str, JointRows]:
    """The joint activities of a committee's branches, found once for all of them."""
    return joint_rows(committee.registers)


def _problems(rules: Rules, dossier: Dossier, above: Above) -> list[Problem]:
    criteria = partial(rules.criteria, dossier.profile.kind)
    processes = rules.context.processes
    problems = validate_dossier(dossier, criteria, rules.settings.as_of, rules.yearly, processes)
    own = above.committee.registers.values() if above.committee else ()
    problems += check_trainees((*rules.school.values(), *own), dossier)
    problems += check_twice(dossier, above.committee) if above.committee else ()
    return [*problems, *check_numbers(rules.numbers.get(dossier.id), dossier)]


def _judge_years(rules: Rules, dossier: Dossier, above: Above) -> Iterator[JudgedYear]:
    settings = rules.settings
    asked = years_judged(dossier, settings.year, settings.as_of.year, rules.planned)
    return (_judge_year(rules, dossier, year, above) for year in asked)


def _judge_year(rules: Rules, dossier: Dossier, year: int, above: Above) -> JudgedYear:
    assessment = assess(rules.sets, dossier, rules.context.of(year), above)
    due, register = rules.plans_due.get(year), dossier.registers.get(year)
    plan = judge_plan(dossier.profile, register, due, rules.settings.as_of) if due is not None else None
    return JudgedYear(assessment, plan)


def branch_problems(rules: Rules, entry: BranchEntry, above: Above, instead: Replaced) -> list[Problem]:
    """What is wrong with the files of a branch, some of which hold other records `instead`."""
    joint = _joint(above.committee).get(entry.id, {}) if above.committee else {}
    dossier, problems = load_dossier(entry, rules.settings.root, joint, instead)
    return problems + (_problems(rules, dossier, above) if dossier is not None else [])


def check(settings: Settings, audience: Audience = Audience.INTERNAL) -> Iterator[Checked]:
    """Every problem in the tree and every finding that a reader of that edition may see: nothing is kept of any branch.

    First what is wrong with the handbook and the files of institution and committees, and what these show about their own
    duties; then branch by branch.
    """
    STEPS.info("读台账和标准")
    surveyed = survey(settings)
    yield Checked(tuple(sorted(surveyed.problems)), units=tuple(judge_units(surveyed, audience)))
    for number, judged in enumerate(judge(surveyed), 1):
        STEPS.info("核对：第 %d 个支部", number)
        view = BranchView.of(judged, audience)
        yield Checked(tuple(sorted(judged.problems)), view.years if view else ())


def judge_units(surveyed: Survey, audience: Audience) -> Iterator[UnitAssessment]:
    """What 学校 and its committees show about their own duties; the public edition has no findings."""
    rules, school = surveyed.rules, surveyed.institution
    if surveyed.index is None or rules is None or school is None or audience is Audience.PUBLIC:
        return
    for unit in (school, *map(rules.unit, surveyed.index.committees)):
        yield from assessed_unit(rules, unit, audience)


def assessed_unit(rules: Rules, unit: UnitRecords, audience: Audience) -> Iterator[UnitAssessment]:
    """What a unit shows about its own duties to an audience: for the current year and those that it keeps registers of."""
    for year in rules.years_of(unit):
        for found in assess_unit(unit, rules.sets_of(unit, year), rules.context.of(year)):
            yield withhold_unit(found, rules.sets, audience)
