"""The checklist as a working copy on paper: what its page shows, with boxes to tick and cells to write in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.disclose.view import BranchView
from generator.model import words
from generator.model.checklist_copy import ChecklistCopy, CopyBand, CopyLine, CopyStandard
from generator.model.finding import Finding, Verdict
from generator.present.branch.branch_year import BranchYear, current_year
from generator.present.branch.head import branch_name
from generator.present.kit.catalogue import AspectView, CriterionView, StandardView
from generator.present.kit.findings import CriterionResult, Judgement, StandardResult
from generator.present.kit.fragments import anchor_day
from generator.present.kit.sheet_heads import sheet_imprint
from generator.present.kit.site import Site
from generator.present.kit.verdicts import LEGEND_ORDER, WITHHELD, WITHHELD_CRITERION

_LISTED = 3
"""Records that are named one by one; of more, their number is told."""

_NOTES = (
    "结论由记录得出；方框和“核对”栏留给现场手写。标“基层党委事项”“学校事项”的不算支部缺项。",
    "“各期”一格一期，从年初起；没有记录不等于没有办。",
)


def checklist_copy(site: Site, view: BranchView) -> ChecklistCopy:
    """The working copy of the edition's year; `view` has to show conclusions."""
    year = current_year(site, view)
    name = branch_name(site, year.dossier.profile)
    return ChecklistCopy(
        imprint=sheet_imprint(site, f"检查清单（{site.year}年度）", name),
        title=f"{name}{site.year}年度检查清单",
        facts=tuple(_facts(year)),
        notes=_NOTES,
        bands=tuple(_band(aspect, year.judgement) for aspect in year.catalogue.aspects if aspect.standards),
        legend=LEGEND_ORDER,
        signatures=("核对人（职务）", "支部在场人（职务）", "日期"),
    )


def _facts(year: BranchYear) -> Iterator[tuple[str, str]]:
    site, dossier = year.site, year.dossier
    day = dossier.profile.reconciled_through
    yield "所属", site.committee_names.get(dossier.committee, "")
    yield "类型", f"{dossier.profile.kind}党支部"
    yield (
        "标准集",
        f"{year.catalogue.name}（{year.catalogue.version}）" if year.chosen else "没有适用的标准集，不作判定",
    )
    yield "台账核对至", words.day(day) if day else "还没有核对过"


def _band(aspect: AspectView, judgement: Judgement) -> CopyBand:
    standards = tuple(_standard(view, judgement.results.get(view.id)) for view in aspect.standards)
    return CopyBand(f"{aspect.numeral}　{aspect.name}", standards)


def _standard(view: StandardView, result: StandardResult | None) -> CopyStandard:
    if result is None:
        return CopyStandard(view.id, view.name, view.mark, (), (), WITHHELD)
    found = {row.view.id: row for row in result.criteria}
    lines = tuple(_line(row, found.get(row.id)) for row in view.criteria)
    return CopyStandard(view.id, view.name, view.mark, tuple(_parts(result)), lines)


def _parts(result: StandardResult) -> Iterator[tuple[str, Verdict]]:
    """As on the page: 定量 and 定性 are never mixed, and others' duties stand apart from both."""
    named = (("定量", result.quantitative), ("定性", result.qualitative), ("基层党委、学校事项", result.others))
    return ((name, verdict) for name, verdict in named if verdict is not None)


def _line(view: CriterionView, result: CriterionResult | None) -> CopyLine:
    if view.withheld:
        return CopyLine(view.id, view.text, view.tags, withheld=WITHHELD_CRITERION)
    if result is None:
        return CopyLine(view.id, view.text, view.tags)
    return CopyLine(
        id=view.id,
        text=view.text,
        tags=view.tags,
        verdict=result.verdict,
        periods=tuple((words.short_period(row.period), row.verdict) for row in result.findings),
        proof=result.quoted.label if result.quoted else proof_words(result.findings),
    )


def proof_words(findings: Iterable[Finding]) -> str:
    """The records behind a criterion, each once: the days of activities, the labels of other rows."""
    found = dict.fromkeys((row.anchor, row.label) for finding in findings for row in finding.evidence)
    if len(found) > _LISTED:
        return f"{len(found)} 条记录"
    told = Counter(_proof(anchor, label) for anchor, label in found)
    return "、".join(text if number == 1 else f"{text} {number} 条" for text, number in told.items())


def _proof(anchor: str, label: str) -> str:
    day = anchor_day(anchor)
    return day if day and anchor.startswith("a-") else f"{label or '记录'}{day}"
