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
from generator.model.kinds import Duty, Part
from generator.model.record import Source
from generator.present.kit.catalogue import Catalogue, CriterionView, StandardView
from generator.present.kit.fragments import criterion_block, dots, finding_item, part_chips, quoted_line
from generator.present.kit.urls import READINGS, criterion_anchor, file_path
from generator.present.kit.verdicts import CHIPS

_READING = re.compile(r"A\d{1,3}", re.ASCII)


class Quoted(NamedTuple):
    """A link to what was judged above the branch: its words, and the file from the site's root."""

    label: str
    file: str


class CriterionResult(NamedTuple):
    """评价要点 with its periods; `tally` counts several of them, `block` shows it with all its findings.

    `quoted` is set where it was judged above the branch: who has the duty, and the link from the site's root to where it
    is shown in full, empty where this edition has no such page.
    """

    view: CriterionView
    verdict: Verdict
    chip: Markup
    dots: Markup
    findings: tuple[Finding, ...]
    tally: str
    block: str
    quoted: Quoted | None = None


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


class Places(NamedTuple):
    """Where what findings rest on is shown: the anchors of register rows on the page, and the pages of the units above.

    `root` leads from the page to the site's root; `above` are files from there, empty where the edition has no such page.
    """

    root: str
    anchors: Mapping[Source, str] = {}
    above: Mapping[Duty, str] = {}


def judge(catalogue: Catalogue, assessment: Assessment, places: Places) -> Judgement:
    """Arrange an assessment; a withheld standard, or criterion, has no result."""
    grouped: dict[str, list[Finding]] = {}
    anchors = places.anchors
    for finding in assessment.findings:
        evidence = finding.evidence
        shown = (
            finding if not evidence or evidence[0].anchor else placed(finding, anchors)
        )  # most are bare or activities
        grouped.setdefault(finding.criterion, []).append(shown)
    seen = (view for view in catalogue.standards.values() if not view.withheld)
    results = {view.id: _result(view, grouped, places) for view in seen}
    return Judgement(results=results, proves=_proves(results.values()))


def placed(finding: Finding, anchors: Mapping[Source, str]) -> Finding:
    """A finding whose evidence says where on the page it stands."""
    evidence = finding.evidence
    if not any(not row.anchor and row.source in anchors for row in evidence):
        return finding
    found = tuple([row if row.anchor else row._replace(anchor=anchors.get(row.source, "")) for row in evidence])
    return finding._replace(evidence=found)


def _result(view: StandardView, grouped: Mapping[str, Sequence[Finding]], places: Places) -> StandardResult:
    shown = (row for row in view.criteria if row.id in grouped and not row.withheld)
    criteria = tuple(_criterion(row, grouped[row.id], places) for row in shown)
    own = [row for row in criteria if row.view.own]
    totals = (
        _total([row.verdict for row in own if row.view.part is Part.QUANTITATIVE]),
        _total([row.verdict for row in own if row.view.part is Part.QUALITATIVE]),
        _total([row.verdict for row in criteria if not row.view.own]),
    )
    return StandardResult(view, *totals, criteria, part_chips(*totals))


def _total(verdicts: Sequence[Verdict]) -> Verdict | None:
    return roll_up(verdicts) if verdicts else None


def _criterion(view: CriterionView, findings: Sequence[Finding], places: Places) -> CriterionResult:
    found, root = tuple(findings), places.root
    if found[0].quoted:
        return _quoted(view, found, root, places.above.get(view.duty, ""))
    return criterion_result(view, found, root) if any(row.evidence for row in found) else _bare(view, found, root)


@lru_cache(maxsize=2048)
def _bare(view: CriterionView, findings: tuple[Finding, ...], root: str) -> CriterionResult:
    """A criterion without evidence, cached: most branches share the same finding of it."""
    return criterion_result(view, findings, root)


@lru_cache(maxsize=2048)
def _quoted(view: CriterionView, findings: tuple[Finding, ...], root: str, page: str) -> CriterionResult:
    """What was judged above, for all branches there: its conclusions, and the way to its reasons and records."""
    where = Quoted(f"引用{view.duty}的判定", f"{page}#{criterion_anchor(view.id)}" if page else "")
    link = quoted_line(where.label, f"{root}{where.file}" if where.file else "")
    return _summed(view, findings, root, link)._replace(quoted=where)


def criterion_result(view: CriterionView, findings: tuple[Finding, ...], root: str) -> CriterionResult:
    """A criterion with the reason and the records of each finding."""
    return _summed(view, findings, root, f'<ol class="zb-findings">\n{"".join(_items(findings))}</ol>\n')


def _summed(view: CriterionView, findings: tuple[Finding, ...], root: str, details: str) -> CriterionResult:
    verdict = roll_up([finding.verdict for finding in findings])
    chip = CHIPS[verdict]
    drawn = dots(tuple([(words.short_period(finding.period), finding.verdict) for finding in findings]))
    readings = reading_links(tuple(dict.fromkeys([code for finding in findings for code in finding.readings])), root)
    tally = _tally(findings)
    block = criterion_block(label=view.label, chip=chip, dots=drawn, tally=tally, readings=readings, details=details)
    return CriterionResult(view, verdict, chip, drawn, findings, tally, block)


def _tally(findings: Sequence[Finding]) -> str:
    if len(findings) == 1:
        return ""
    met = sum(finding.verdict is Verdict.MET for finding in findings)
    unmet = sum(finding.verdict is Verdict.UNMET for finding in findings)
    return f"{len(findings)} 期：{met} 期符合，{unmet} 期缺项"


def _items(findings: Sequence[Finding]) -> Iterator[str]:
    return (finding_item(first, last) for first, last in runs(findings))


def runs(findings: Sequence[Finding]) -> Iterator[tuple[Finding, Finding]]:
    """First and last of what is shown as one: every finding, but of bare ones that say the same a whole run."""
    start = 0
    for end in range(1, len(findings) + 1):
        if end < len(findings) and _same(findings[start], findings[end]):
            continue
        yield findings[start], findings[end - 1]
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
            for finding in criterion.findings if criterion.quoted is None else ():
                for evidence in finding.evidence:
                    found.setdefault(evidence.anchor, {})[result.view.id] = result.view.anchor
    return {anchor: _standard_links(tuple(ids.items())) for anchor, ids in found.items() if anchor}


@lru_cache(maxsize=1024)
def _standard_links(ids: tuple[tuple[str, str], ...]) -> Markup:
    return Markup(" ").join(Markup('<a href="#{}">{}</a>').format(anchor, id) for id, anchor in ids)
