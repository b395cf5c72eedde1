"""Every file under tests/examples/records is a test: a good one has no problem, a bad one those its first line names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.load.development_process import load_processes
from generator.load.records import read_record
from generator.model.dossier import Dossier
from generator.model.files import DEVELOPMENT, MEMBERS, RECORD_FILES, SHOWCASE
from generator.model.index import BranchEntry, CommitteeEntry, FolderState, Index, ShowcaseEntry
from generator.model.kinds import BranchKind, Duty
from generator.model.problem import Problem
from generator.model.problem_codes import CODES
from generator.model.record import Record
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.development_process import DevelopmentProcesses
from generator.model.records.organisation import Committee, Institution
from generator.model.records.paper_sample import PaperSample
from generator.model.records.plan import Plan
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.model.records.showcase import Showcase
from generator.model.records.sources import Sources
from generator.model.scale import Scale
from generator.model.standard_set import Criteria
from generator.validate.appraisals import check_appraisals
from generator.validate.development_process import check_processes
from generator.validate.dossiers import validate_dossier
from generator.validate.index import validate_index
from generator.validate.paper_samples import check_samples
from generator.validate.plan import validate_plan
from generator.validate.school_registers import check_school_registers
from generator.validate.sources import check_sources
from generator.validate.themed_projects import check_projects
from generator.validate.unit_records import check_unit_records
from tests.showcases import STORY

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "examples" / "records"
AS_OF = date(2019, 11, 25)
INSTITUTION = Institution.model_validate({"名称": "示例大学"})
COMMITTEE = Committee.model_validate({"名称": "信息学院党委", "类型": "基层党委"})
CITED = Sources.model_validate({"文件": [{"编号": "民法典", "名称": "中华人民共和国民法典", "可信度": "✔"}]})
TEACHERS = read_record(EXAMPLES / "branch/good/teachers.yml", EXAMPLES, Profile)[0]


def of_index(
    institution: Institution = INSTITUTION, committee: Committee = COMMITTEE, *shown: Showcase
) -> list[Problem]:
    branch = BranchEntry(id="b1", committee="xx", name="甲", kind=BranchKind.TEACHERS, folder=EXAMPLES)
    entries = tuple(ShowcaseEntry(branch=branch, showcase=each, prose=STORY, folder=EXAMPLES) for each in shown)
    committees = (CommitteeEntry(id="xx", committee=committee, branches=(branch,)),)
    index = Index(institution=institution, committees=committees, showcases=entries)
    return validate_index(index, {BranchKind.TEACHERS: {"3.1", "3.5"}}, AS_OF)


CRITERIA = Criteria({"1.2.1": Duty.BRANCH}, frozenset())


SCALE = Scale("七个有力", ("教育党员有力", "管理党员有力"))


def of_dossier(profile: Profile, registers: Mapping[int, Register]) -> list[Problem]:
    return validate_dossier(Dossier.assemble("b1", "xx", profile, registers), lambda _: CRITERIA, AS_OF)


def of_register(register: Register) -> list[Problem]:
    assert TEACHERS is not None
    return of_dossier(TEACHERS, {2019: register})


def of_further(name: str, record: Record) -> list[Problem]:
    """What is said of a further file of the branch, held against the process of the handbook."""
    assert TEACHERS is not None
    dossier = Dossier.assemble("b1", "xx", TEACHERS, {}, {name: record})
    return validate_dossier(dossier, lambda _: CRITERIA, AS_OF, processes=load_processes(ROOT / "docs", ROOT)[0])


def of_plan(plan: Plan) -> list[Problem]:
    units = [{"名称": "党委组织部", "别名": ["组织部"]}, {"名称": "基层党委"}]
    institution = Institution.model_validate({"名称": "示例大学", "责任单位": units})
    return validate_plan(plan, institution, {"3.1"}, ["政治建设"], ("三（一）", "三（一）1", "三（一）2"))


def of_file(record: Record) -> list[Problem]:
    """What is said of a record that has no part of its own: it stands beside a committee's profile."""
    further = {"2019.yml": record}
    committees = (CommitteeEntry(id="xx", committee=COMMITTEE, branches=(), further=further),)
    return validate_index(Index(institution=INSTITUTION, committees=committees), {}, AS_OF)


def of_unit(
    record: Record, name: str = "2019.yml", beside: Mapping[str, Record] | None = None, *, of_institution: bool = False
) -> list[Problem]:
    """What is said of a file above the branches, where there is a branch of each kind; `js2` ended in August 2019, two are 观摩点."""
    kinds = {
        "js1": BranchKind.TEACHERS,
        "jg1": BranchKind.OFFICES,
        "bk1": BranchKind.STUDENTS,
        "js2": BranchKind.TEACHERS,
    }
    ended = {"js2": date(2019, 8, 31)}
    points = {id: FolderState(names=(SHOWCASE.name,)) for id in ("js1", "jg1")}
    roster = tuple(
        BranchEntry(
            id=id,
            committee="xx",
            name=id,
            kind=kinds[id],
            folder=EXAMPLES,
            dissolved=ended.get(id),
            state=points.get(id, FolderState()),
        )
        for id in kinds
    )
    further = {name: record, **(beside or {})}
    own, above = ({}, further) if of_institution else (further, {})
    entry = CommitteeEntry(id="xx", committee=COMMITTEE, branches=roster, roster=roster, further=own)
    index = Index(institution=INSTITUTION, committees=(entry,), further=above)
    plan = read_record(EXAMPLES / "plan/good/whole.yml", EXAMPLES, Plan)[0]
    assert plan is not None
    branches = {row.id: row for row in roster}
    return [
        *of_file(record),
        *check_unit_records(index, branches if of_institution else [], AS_OF),
        *check_school_registers(index, branches, [plan], AS_OF),
        *check_projects([record], {"3.1", "3.5"}, AS_OF),
        *check_appraisals(index, branches, {"3.1"}, SCALE),
    ]


def of_materials(record: Record) -> list[Problem]:
    """考核材料 beside a register in which two branches have gone through their steps."""
    steps = [
        {"支部": "js1", "自评": "2019-11-05", "群众测评": "2019-11-08", "复评": "2019-11-20"},
        {"支部": "bk1", "自评": "2019-11-05", "群众测评": "2019-11-08"},
    ]
    register = CommitteeRegister.model_validate({"考核验收": steps})
    return of_unit(record, "2019-appraisal.yml", {"2019.yml": register})


def of_school(record: Record) -> list[Problem]:
    """What is said of a file of 学校, under which there is a committee."""
    return of_unit(record, "2019-appraisal.yml", of_institution=True)


SENSE: Mapping[str, Callable[[Any], list[Problem]]] = {
    "institution": of_index,
    "committee": lambda record: of_index(INSTITUTION, record),
    "branch": lambda record: of_dossier(record, {}),
    "register": of_register,
    "members": lambda record: of_further(MEMBERS.name, record),
    "development": lambda record: of_further(DEVELOPMENT.name, record),
    "plan": of_plan,
    "school-register": of_unit,
    "committee-register": of_unit,
    "rectification": of_unit,
    "committee-appraisal": of_materials,
    "school-appraisal": of_school,
    "last-places": partial(of_unit, name="2019-restricted.yml"),
    "showcase": lambda record: of_index(INSTITUTION, COMMITTEE, record),
}
"""What is asked of a record beyond its form, by its kind of file."""

KINDS: Mapping[str, tuple[type[Record], Callable[[Any], list[Problem]]]] = {
    **{file.id: (file.record, SENSE.get(file.id, of_file)) for file in RECORD_FILES if file.record is not None},
    "sources": (Sources, lambda record: check_sources(record, [], [])),
    "samples": (PaperSample, lambda record: list(check_samples([record], {"3.1"}, CITED))),
    "processes": (DevelopmentProcesses, lambda record: list(check_processes(record, CITED))),
}
FILES = sorted(EXAMPLES.glob("*/*/*.yml"))
GOOD = [path for path in FILES if path.parent.name == "good"]
BAD = [path for path in FILES if path.parent.name == "bad"]


def problems(path: Path) -> list[Problem]:
    kind, validate = KINDS[path.parts[-3]]
    record, found = read_record(path, EXAMPLES, kind)
    return found if record is None else found + validate(record)


def name(path: Path) -> str:
    return path.relative_to(EXAMPLES).as_posix()


@pytest.mark.parametrize("path", GOOD, ids=map(name, GOOD))
def test_a_good_file_has_no_problem(path: Path) -> None:
    later = [problem for problem in problems(path) if problem.code != "R203"]
    assert later == []


@pytest.mark.parametrize("path", BAD, ids=map(name, BAD))
def test_a_bad_file_has_the_problems_it_names(path: Path) -> None:
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    expected = first.removeprefix("#").split()
    assert expected
    found = problems(path)
    assert sorted({problem.code for problem in found}) == expected
    for problem in found:
        assert problem.source.path == name(path)
        assert problem.source.line >= 1
        assert problem.source.column >= 1
        assert problem.severity is CODES[problem.code].severity
        assert not problem.message.endswith("。")
        assert problem.hint.endswith(("。", "？", "）"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_has_good_and_bad_examples(kind: str) -> None:
    assert [path for path in GOOD if path.parts[-3] == kind]
    assert [path for path in BAD if path.parts[-3] == kind]


def test_every_example_is_of_a_known_kind() -> None:
    assert {path.parts[-3] for path in FILES} == set(KINDS)
    assert {path.parent.name for path in FILES} == {"good", "bad"}
