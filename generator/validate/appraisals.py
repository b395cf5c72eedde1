"""考核验收: steps that were skipped, ballots that add up, draws that can be repeated, decisions that are signed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.model.index import BranchEntry, Index
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record
from generator.model.records.appraisal import Appraisal
from generator.model.records.committee_appraisal import BallotCount, CommitteeAppraisal, ReportOpinion, ReviewNote
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.school_appraisal import Nomination, SchoolAppraisal
from generator.model.records.school_register import SchoolRegister
from generator.model.records.selection import Sampling
from generator.model.records.unit_register import register_year
from generator.model.scale import Scale
from generator.validate.draws import check_draws, check_sampled
from generator.validate.repeated import repeated

_Branches = Mapping[str, BranchEntry]


def check_appraisals(index: Index, branches: _Branches, standards: Collection[str], scale: Scale) -> Iterator[Problem]:
    """The Problems of what is kept of 考核验收, by 学校 and by committees; `scale` is the one of work reports."""
    steps: dict[int, dict[str, Appraisal]] = {}
    for entry in index.committees:
        for year, register in _by_year(entry.further, CommitteeRegister):
            for row in register.appraisals:
                steps.setdefault(year, {}).setdefault(row.branch, row)
                yield from _skipped(row)
    for entry in index.committees:
        for year, kept in _by_year(entry.further, CommitteeAppraisal):
            yield from _materials(kept, steps.get(year, {}), standards, scale)
    yield from _of_school(index, branches, steps, standards)


def _of_school(
    index: Index, branches: _Branches, steps: Mapping[int, Mapping[str, Appraisal]], standards: Collection[str]
) -> Iterator[Problem]:
    registers = dict(_by_year(index.further, SchoolRegister))
    own = {row.id for entry in index.committees for row in entry.roster}
    for year, register in registers.items():
        for sampling in register.samplings:
            yield from _unreviewed(sampling, own, steps.get(year, {}))
    for year, kept in _by_year(index.further, SchoolAppraisal):
        yield from check_draws(kept.draws, branches)
        yield from check_sampled(kept.draws, registers.get(year), branches)
        yield from _once("抽验意见", kept.samplings)
        for note in kept.samplings:
            yield from _known(note, standards)
        yield from _nominated(kept.nominations)


def _unreviewed(sampling: Sampling, own: Collection[str], steps: Mapping[str, Appraisal]) -> Iterator[Problem]:
    """Branches of the committees at hand that were drawn before their 复评."""
    hint = "请基层党委先复评，或补写“考核验收”里的复评日期。"
    for id in sampling.branches:
        reviewed = steps[id].committee_review_on if id in steps else None
        if id in own and (reviewed is None or reviewed > sampling.on):
            message = f"支部 {id} {sampling.on} 抽验，那时还没有复评日期"
            yield report("A102", sampling.where("branches"), message, hint)


def _by_year(files: Mapping[str, Record], kind: type[Any]) -> Iterator[tuple[int, Any]]:
    return ((register_year(name), row) for name, row in files.items() if isinstance(row, kind))


def _skipped(row: Appraisal) -> Iterator[Problem]:
    """A step that has a day while one before it has none."""
    steps = ("self_review_on", "mass_appraisal_on", "committee_review_on")
    missing: list[str] = []
    for name in steps:
        label = str(type(row).model_fields[name].alias)
        if getattr(row, name) is None:
            missing.append(label)
        elif missing:
            message = f"支部 {row.branch} 写了{label}，没有写{'、'.join(missing)}"
            yield report("A101", row.where(name), message, "请补写前一步的日期；没有做的，这一步不能算。")


def _materials(
    kept: CommitteeAppraisal, steps: Mapping[str, Appraisal], standards: Collection[str], scale: Scale
) -> Iterator[Problem]:
    yield from _once("群众测评", kept.ballots)
    yield from _once("复评意见", kept.reviews)
    yield from _once("述职评议意见", kept.reports)
    for count in kept.ballots:
        yield from _counted(count)
        yield from _same_day(count, steps, "mass_appraisal_on")
    for note in kept.reviews:
        yield from _known(note, standards)
        yield from _same_day(note, steps, "committee_review_on")
    for row in kept.reports:
        yield from _on_scale(row, scale)


def _counted(row: BallotCount) -> Iterator[Problem]:
    if row.returned > row.issued:
        message = f"收回（{row.returned}）多于发出（{row.issued}）"
        yield report("A103", row.where("returned"), message, "请核对计票单。")
    told = sum(each.ballots for each in row.choices) + (row.void or 0)
    if told > row.returned:
        message = f"各选项和无效的合起来 {told} 份，多于收回的 {row.returned} 份"
        yield report("A103", row.where("choices" if row.choices else "void"), message, "请核对计票单。")
    if row.choices and not row.enough:
        message = f"收回 {row.returned} 份，写了分项的结果"
        yield report("A104", row.where("choices"), message, "请删去“结果”，只留发出和收回；票封存。")


def _same_day(row: BallotCount | ReviewNote, steps: Mapping[str, Appraisal], name: str) -> Iterator[Problem]:
    label = str(Appraisal.model_fields[name].alias)
    step = steps.get(row.branch)
    on: date | None = getattr(step, name) if step else None
    if on != row.on:
        told = f"“考核验收”写的是 {on}" if on else f"“考核验收”里没有{label}的日期"
        yield report("A106", row.where("on"), f"支部 {row.branch} {label} {row.on}，{told}", "请核对两处的日期。")


def _known(row: ReviewNote, standards: Collection[str]) -> Iterator[Problem]:
    for item in row.items:
        if item.standard not in standards:
            hint = did_you_mean(item.standard, standards, "请写标准的编号，如 3.1。")
            yield report("R235", item.where("standard"), f"没有标准“{item.standard}”", hint)


def _on_scale(row: ReportOpinion, scale: Scale) -> Iterator[Problem]:
    for item in row.items:
        if scale.items and item.item not in scale.items:
            hint = did_you_mean(item.item, scale.items, f"请照量表（{scale.name}）的原文写。")
            yield report("A112", item.where("item"), f"量表里没有“{item.item}”", hint)


def _nominated(rows: Sequence[Nomination]) -> Iterator[Problem]:
    for row, first in repeated(rows, lambda row: (row.branch, row.selected_as)):
        message = f"支部 {row.branch} 推荐为{row.selected_as}写了两行，先见于 {first.source}"
        yield report("A114", row.where("branch"), message, "请合并成一行。")
    for row in rows:
        if row.unsigned:
            message = f"支部 {row.branch} 写了决定“{row.decision}”，没有写{'、'.join(row.unsigned)}"
            yield report("A113", row.where("decision"), message, "请补写；还没有决定的，“决定”不写。")


def _once(label: str, rows: Iterable[Any]) -> Iterator[Problem]:
    for row, first in repeated(rows, lambda row: row.branch):
        message = f"“{label}”里支部 {row.branch} 写了两行，先见于 {first.source}"
        yield report("A105", row.where("branch"), message, "请合并成一行。")
