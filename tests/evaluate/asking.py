"""Judge literal records by one criterion; `dossier`, `standard_set` and `held` make what is judged and what by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.evaluate.assess import NOTHING_ABOVE, Above, assess, judge_unit
from generator.evaluate.checks import CHECKS
from generator.evaluate.year_context import YearContext
from generator.load.development_process import load_processes
from generator.model.dossier import Dossier
from generator.model.files import DEVELOPMENT
from generator.model.finding import Finding
from generator.model.index import BranchEntry
from generator.model.kinds import BranchKind, Duty
from generator.model.record import SOURCE_KEY, Record, Source
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.development import Development
from generator.model.records.development_process import DevelopmentProcesses
from generator.model.records.last_places import LastPlaces
from generator.model.records.organisation import Committee, Institution
from generator.model.records.plan import Demands
from generator.model.records.profile import Profile
from generator.model.records.rectification import Rectifications
from generator.model.records.register import Register
from generator.model.records.school_register import SchoolRegister
from generator.model.standard import Standard
from generator.model.standard_set import StandardSet
from generator.model.unit_records import UnitRecords

Mapped = Mapping[str, Any]

PROFILE = {"名称": "示例学院第一教师党支部", "类型": "教师", "成立": "2015-09-10"}
CRITERION = {"编号": "9.9.1", "要求": "举例", "责任主体": "支部"}
STANDARD = {
    "编号": "9.9",
    "名称": "举例",
    "方面": "组织生活",
    "类别": "定量",
    "稿源": "整理",
    "依据": [{"文件": "方案2019", "可信度": "✔"}],
    "修订": [{"日期": "2019-03-01", "内容": "首次整理"}],
}


def standard_set(*criteria: Mapped, kinds: tuple[BranchKind, ...] = tuple(BranchKind), **more: Any) -> StandardSet:
    """A standard set of one standard with the given criteria."""
    standard = Standard.model_validate({**STANDARD, **more, "要点": [{**CRITERION, **each} for each in criteria]})
    parameters = {each.id: CHECKS[each.check].parameters.model_validate(each.parameters) for each in standard.criteria}
    return StandardSet(
        id="",
        name="举例",
        version="1",
        valid_from=None,
        valid_until=None,
        kinds=kinds,
        standards=(standard,),
        parameters=parameters,
    )


def _placed(written: Any, path: str, line: int = 1) -> Any:
    """What is written, with a position at every mapping in it: the rows of each list stand from line 10."""
    if isinstance(written, list):
        return [_placed(row, path, number) for number, row in enumerate(written, start=10)]
    if not isinstance(written, Mapping):
        return written
    return {SOURCE_KEY: Source(path, line, 3), **{key: _placed(value, path, line) for key, value in written.items()}}


def dossier(profile: Mapped | None, registers: Mapping[int | str, Mapped]) -> Dossier:
    """A dossier from literal profile and registers; the rows of each list stand in `<year>.yml` from line 10."""
    read = {
        int(year): Register.model_validate(_placed(register, f"{year}.yml")) for year, register in registers.items()
    }
    own = _placed({**PROFILE, **(profile or {})}, "branch.yml")
    return Dossier.assemble("b-1", "c", Profile.model_validate(own), read)


def ask(
    check: str,
    parameters: Mapped,
    profile: Mapped | None = None,
    activities: list[Mapped] | None = None,
    *,
    registers: Mapping[int | str, Mapped] | None = None,
    as_of: str = "2019-11-25",
    year: int | None = None,
    institution: Mapped | None = None,
    criterion: Mapped | None = None,
    standard: Mapped | None = None,
    demands: Mapping[int, Demands] | None = None,
    above: Above = NOTHING_ABOVE,
    unit: Mapped | None = None,
    receiver: Dossier | None = None,
    cases: Sequence[Mapped] | None = None,
    processes: Mapped | None = None,
) -> dict[str, Finding]:
    """The findings of one criterion by period."""
    day = date.fromisoformat(as_of)
    chosen = standard_set({"检查": check, "参数": parameters, **(criterion or {})}, **(standard or {}))
    school = Institution.model_validate({"名称": "示例大学", **(institution or {})})
    records: Mapping[int | str, Mapped] = {day.year: {"活动": activities or []}}
    branch = replace(dossier(profile, records if registers is None else registers), receiver=receiver)
    if cases is not None:
        branch = replace(
            branch, further={DEVELOPMENT.name: Development.model_validate(_placed({"发展": cases}, DEVELOPMENT.name))}
        )
    rules = shipped_processes() if processes is None else DevelopmentProcesses.model_validate(processes)
    context = YearContext(day, year or day.year, school, demands or {}, rules)
    if unit is not None:
        above = _above(unit, chosen, context)
    assessment = assess([chosen], branch, context, above)
    return {finding.period.name: finding for finding in assessment.findings}


@cache
def shipped_processes() -> DevelopmentProcesses:
    """发展党员流程 as the handbook has it."""
    root = Path(__file__).parents[2]
    found, problems = load_processes(root / "docs", root)
    assert problems == []
    return found


def _above(unit: Mapped, chosen: StandardSet, context: YearContext) -> Above:
    """`unit`: 台账 by year, 评定 and 支部 of the unit whose duty the criterion is, of a branch's its committee.

    校级台账 are the registers of 学校 that a committee finds beside its own, 倒序 the last places by year,
    整顿登记 that of a committee for 2019.
    """
    duty = chosen.standards[0].criteria[0].duty
    branches = tuple(map(_branch_entry, unit.get("支部", [])))
    own, school = (
        {year: _placed(row, f"{key}/{year}.yml") for year, row in unit.get(key, {}).items()}
        for key in ("台账", "校级台账")
    )
    if duty is Duty.INSTITUTION:
        files: dict[str, Record] = {f"school/{year}.yml": SchoolRegister.model_validate(own[year]) for year in own}
        for year, row in unit.get("倒序", {}).items():
            files[f"school/{year}-restricted.yml"] = LastPlaces.model_validate(_placed(row, f"{year}-restricted.yml"))
        records = UnitRecords.of(duty, "", context.institution, files, branches)
        return Above(None, {(context.year, ""): judge_unit(records, duty, chosen, context)})
    files = {f"{year}.yml": CommitteeRegister.model_validate(own[year]) for year in own}
    if "整顿登记" in unit:
        files["2019-rectification.yml"] = Rectifications.model_validate(unit["整顿登记"])
    committee = Committee.model_validate({"名称": "学院党委", "类型": "基层党委", **unit.get("党委", {})})
    records = UnitRecords.of(Duty.COMMITTEE, "c", committee, files, branches)
    read = {int(year): SchoolRegister.model_validate(row) for year, row in school.items()}
    return Above(replace(records, school=read))


def _branch_entry(row: Mapped) -> BranchEntry:
    return BranchEntry(
        id=row["编号"],
        committee="c",
        name=row.get("名称", row["编号"]),
        kind=BranchKind(row.get("类型", "教师")),
        folder=Path(),
        dissolved=date.fromisoformat(row["撤销"]) if "撤销" in row else None,
    )


def held(kinds: str | list[str], day: str, more: Mapped | None = None) -> Mapped:
    """One activity with everything required filled in."""
    listed = [kinds] if isinstance(kinds, str) else kinds
    return {"类型": listed, "日期": day, "主持": "支部书记", "应到": "16", "实到": "16", **(more or {})}
