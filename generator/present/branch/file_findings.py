"""逐项判定 of a branch's file on paper: every criterion with its periods, what the records show, and which those are.

What every line would repeat is said once by `NOTE`: that the records show it, and which register a record stands in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from generator.model import words
from generator.model.branch_file import FileAspect, FileCriterion, FileFinding, FileStandard
from generator.model.finding import Evidence, Finding, Verdict
from generator.model.period import Period
from generator.model.record_file import Owner
from generator.present.kit.catalogue import AspectView, Catalogue, CriterionView, StandardView
from generator.present.kit.findings import CriterionResult, Judgement, StandardResult, runs
from generator.present.kit.fragments import file_of, without_tags
from generator.present.kit.record_table import file_title
from generator.present.kit.verdicts import LEGEND_ORDER, WITHHELD, WITHHELD_CRITERION

LISTED = 3
"""Records that a finding names; of more there is the number, for the register says of each row what it proves."""

_SHOWN = "记录显示"
_DATE_GOES_ON = re.compile(r"[\d年月日度、至—－-]")
_NO_VERDICTS = "本年没有判定"


def file_aspects(catalogue: Catalogue, judgement: Judgement, year: int) -> tuple[FileAspect, ...]:
    """The aspects with their standards, in the handbook's order."""
    return tuple([_aspect(row, judgement, year) for row in catalogue.aspects if row.standards])


def judged_note(folder: str, year: int) -> str:
    """What holds for every line; `folder` is where the branch's records are kept."""
    return (
        f"理由都是“{_SHOWN}”的；佐证没有注明哪一本的，在{year}年度台账。"
        f"超过 {LISTED} 条的只写条数，台账“证明”一栏写着是哪几条。\n记录文件在 {folder}。"
    )


def told_reason(reason: str, period: Period) -> str:
    """A reason without the words that say that records show it, and without its period, which stands beside it."""
    told = reason.removeprefix(_SHOWN)
    rest = told.removeprefix(words.day(period.start) if period.is_day else words.period(period))
    return told if not rest or _DATE_GOES_ON.match(rest) else rest


def first_clause(finding: Finding) -> str:
    """What of a reason has to be read first."""
    return told_reason(finding.reason, finding.period).partition("；")[0]


def _aspect(view: AspectView, judgement: Judgement, year: int) -> FileAspect:
    standards = tuple([_standard(row, judgement.results.get(row.id), year) for row in view.standards])
    return FileAspect(f"{view.numeral}　{view.name}", standards)


def _standard(view: StandardView, result: StandardResult | None, year: int) -> FileStandard:
    name = f"{view.name}（{view.mark}）" if view.mark else view.name
    if result is None:
        return FileStandard(view.id, name, told=WITHHELD)
    found = {row.view.id: row for row in result.criteria}
    lines = [_criterion(row, found.get(row.id), year) for row in view.criteria if row.withheld or row.id in found]
    return FileStandard(
        id=view.id,
        name=name,
        basis=without_tags(view.basis),
        quantitative=result.quantitative,
        qualitative=result.qualitative,
        others=result.others,
        short=_short(result) if lines else _NO_VERDICTS,
        criteria=tuple(lines),
    )


def _short(result: StandardResult) -> str:
    """The reason of what is not met, the most pressing first; else how many periods show what."""
    own = [row for criterion in result.criteria if criterion.view.own for row in criterion.findings]
    order = list(Verdict)
    pressing = min(own, key=lambda row: order.index(row.verdict), default=None)
    if pressing is None:
        return ""
    if pressing.verdict not in (Verdict.MET, Verdict.NOT_DUE, Verdict.NOT_APPLICABLE):
        return f"{words.short_period(pressing.period)}：{first_clause(pressing)}"
    counts = Counter(row.verdict for row in own)
    return "，".join(f"{verdict} {counts[verdict]} 期" for verdict in LEGEND_ORDER if counts[verdict])


def _criterion(view: CriterionView, result: CriterionResult | None, year: int) -> FileCriterion:
    tags = "".join([f"（{tag}）" for tag in view.tags])
    if view.withheld or result is None:
        return FileCriterion(view.id, f"{view.text}{tags}", told=WITHHELD_CRITERION)
    readings = dict.fromkeys(code for row in result.findings for code in row.readings)
    notes = (result.tally, f"口径 {'、'.join(readings)}" if readings else "")
    quoted = result.quoted
    return FileCriterion(
        id=view.id,
        text=f"{view.text}{tags}",
        verdict=result.verdict,
        periods=tuple([row.verdict for row in result.findings]),
        note="　".join(filter(None, notes)),
        told=f"{quoted.label}：判一次，各支部相同" if quoted else "",
        findings=() if quoted else tuple([_finding(*run, view.id, year) for run in runs(result.findings)]),
    )


def _finding(first: Finding, last: Finding, criterion: str, year: int) -> FileFinding:
    period = words.short_period(first.period)
    return FileFinding(
        period=period if first is last else f"{period}至{words.short_period(last.period)}",
        verdict=first.verdict,
        reason=told_reason(first.reason, first.period),
        evidence=evidence_words(first.evidence, criterion, year),
    )


def evidence_words(rows: Iterable[Evidence], criterion: str, year: int) -> str:
    """The records that a finding of a criterion rests on, a few by name; `year` is that of the register."""
    found = Counter(_record(row, year) for row in rows)
    if len(found) > LISTED:
        return f"{found.total()} 条记录，台账“证明”一栏写 {criterion.rpartition('.')[0]} 的"
    return "、".join([f"{record} {number} 条" if number > 1 else record for record, number in found.items()])


def _record(row: Evidence, year: int) -> str:
    name = file_of(row.source)
    label = row.label or "记录"
    if name == f"{year}.yml":
        return label
    stem = name.partition(".")[0]
    return f"{label}（{f'{stem}年度台账' if stem.isdigit() else file_title(Owner.BRANCH, name)}）"
