"""The findings of one branch, grouped by standard and criterion and rendered once for all of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

from generator.model import words
from generator.model.finding import Assessment, Finding, Verdict, roll_up
from generator.model.kinds import Part
from generator.present.kit.catalogue import Catalogue, CriterionView, StandardView
from generator.present.kit.fragments import criterion_block, dots, finding_item, part_chips
from generator.present.kit.urls import READINGS, file_path
from generator.present.kit.verdicts import CHIPS

_READING = re.compile(r"A\d{1,3}", re.ASCII)


class CriterionResult(NamedTuple):
    """评价要点 with its periods; `block` shows it with all its findings."""

    view: CriterionView
    verdict: Verdict
    chip: Markup
    dots: Markup
    findings: tuple[Finding, ...]
    block: str


class StandardResult(NamedTuple):
    """标准 with its criteria: the branch's own 定量 and 定性 apart, others' duties apart from both.

    `chips` shows these conclusions.
    """

    view: StandardView
    quantitative: Verdict | None
    qualitative: Verdict | None
    others: Verdict | None
    criteria: tuple[CriterionResult, ...]
    chips: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One branch's results by standard id, and for each register row the standards it proves."""

    results: Mapping[str, StandardResult]
    proves: Mapping[str, Markup]

    def own(self) -> Iterator[tuple[StandardResult, CriterionResult]]:
        """Every criterion that is the branch's own duty, in the order of the standards."""
        for result in self.results.values():
            for criterion in result.criteria:
                if criterion.view.own:
                    yield result, criterion


def judge(catalogue: Catalogue, assessment: Assessment, root: str) -> Judgement:
    """Arrange an assessment.  `root` leads from the page to the site's root; a withheld standard has no result."""
    grouped: dict[str, list[Finding]] = {}
    for finding in assessment.findings:
        grouped.setdefault(finding.criterion, []).append(finding)
    shown = (view for view in catalogue.standards.values() if not view.withheld)
    results = {view.id: _result(view, grouped, root) for view in shown}
    return Judgement(results=results, proves=_proves(results.values()))


def _result(view: StandardView, grouped: Mapping[str, Sequence[Finding]], root: str) -> StandardResult:
    criteria = tuple(_criterion(row, grouped[row.id], root) for row in view.criteria if row.id in grouped)
    own = [row for row in criteria if row.view.own]
    totals = (
        _total([row.verdict for row in own if row.view.part is Part.QUANTITATIVE]),
        _total([row.verdict for row in own if row.view.part is Part.QUALITATIVE]),
        _total([row.verdict for row in criteria if not row.view.own]),
    )
    return StandardResult(view, *totals, criteria, part_chips(*totals))


def _total(verdicts: Sequence[Verdict]) -> Verdict | None:
    return roll_up(verdicts) if verdicts else None


def _criterion(view: CriterionView, findings: Sequence[Finding], root: str) -> CriterionResult:
    found = tuple(findings)
    return _with_records(view, found, root) if any(row.evidence for row in found) else _bare(view, found, root)


@lru_cache(maxsize=2048)
def _bare(view: CriterionView, findings: tuple[Finding, ...], root: str) -> CriterionResult:
    """A criterion without evidence, cached: most branches share the same finding of it."""
    return _with_records(view, findings, root)


def _with_records(view: CriterionView, findings: tuple[Finding, ...], root: str) -> CriterionResult:
    verdict = roll_up([finding.verdict for finding in findings])
    chip = CHIPS[verdict]
    drawn = dots(tuple([(words.short_period(finding.period), finding.verdict) for finding in findings]))
    readings = reading_links(tuple(dict.fromkeys([code for finding in findings for code in finding.readings])), root)
    items = "".join(_items(findings))
    return CriterionResult(
        view=view,
        verdict=verdict,
        chip=chip,
        dots=drawn,
        findings=findings,
        block=criterion_block(
            label=view.label, chip=chip, dots=drawn, tally=_tally(findings), readings=readings, items=items
        ),
    )


def _tally(findings: Sequence[Finding]) -> str:
    if len(findings) == 1:
        return ""
    met = sum(finding.verdict is Verdict.MET for finding in findings)
    unmet = sum(finding.verdict is Verdict.UNMET for finding in findings)
    return f"{len(findings)} 期：{met} 期符合，{unmet} 期缺项"


def _items(findings: Sequence[Finding]) -> Iterator[str]:
    """An item each; a run of bare findings that say the same becomes one."""
    start = 0
    for end in range(1, len(findings) + 1):
        if end < len(findings) and _same(findings[start], findings[end]):
            continue
        yield finding_item(findings[start], findings[end - 1])
        start = end


def _same(first: Finding, other: Finding) -> bool:
    bare = not first.evidence and not other.evidence
    return bare and first.verdict is other.verdict and first.reason == other.reason


@lru_cache(maxsize=1024)
def reading_links(readings: tuple[str, ...], root: str) -> Markup:
    """The codes of the 口径, each a link to its text."""
    return Markup("、").join(_reading(code, root) for code in readings)


def _reading(code: str, root: str) -> Markup:
    if not _READING.fullmatch(code):
        return escape(code)
    return Markup('<a href="{}{}">{}</a>').format(root, file_path(READINGS, code.lower()), code)


def _proves(results: Iterable[StandardResult]) -> Mapping[str, Markup]:
    found: dict[str, dict[str, str]] = {}
    for result in results:
        for criterion in result.criteria:
            for finding in criterion.findings:
                for evidence in finding.evidence:
                    found.setdefault(evidence.anchor, {})[result.view.id] = result.view.anchor
    return {anchor: _standard_links(tuple(ids.items())) for anchor, ids in found.items() if anchor}


@lru_cache(maxsize=1024)
def _standard_links(ids: tuple[tuple[str, str], ...]) -> Markup:
    return Markup(" ").join(Markup('<a href="#{}">{}</a>').format(anchor, id) for id, anchor in ids)
