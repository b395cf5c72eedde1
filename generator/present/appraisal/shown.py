"""What the registers show of a branch, standard by standard, as text for pages and papers alike; no conclusion is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model import words
from generator.model.finding import Finding, Verdict
from generator.model.records.committee_appraisal import ReviewNote, SeenMaterial
from generator.present.kit.catalogue import AspectView, Catalogue, StandardView
from generator.present.kit.findings import CriterionResult, Judgement, StandardResult
from generator.present.kit.verdicts import WITHHELD, WITHHELD_CRITERION

_PROVED = frozenset({Verdict.MET})
_OPEN = frozenset({Verdict.UNMET, Verdict.ADVISORY, Verdict.DUE_SOON, Verdict.NO_RECORD, Verdict.AWAITING_REVIEW})
_LISTED = 4


class ShownStandard(NamedTuple):
    """A standard with a line of text for each criterion."""

    view: StandardView
    lines: tuple[str, ...]


class BookRow(NamedTuple):
    """A standard with what the records show, and what reviewers have written, if they have."""

    shown: ShownStandard
    seen: str
    opinion: str


class StandardSides(NamedTuple):
    """What the records prove of a standard, and what is still open, side by side."""

    view: StandardView
    proved: tuple[str, ...]
    open: tuple[str, ...]


def shown_standards(aspect: AspectView, judgement: Judgement, *, own: bool = False) -> Iterator[ShownStandard]:
    """The standards of an aspect; of the branch's `own` duties only, where that is asked."""
    for view in aspect.standards:
        yield ShownStandard(view, tuple(_lines(view, judgement.results.get(view.id), own=own)))


def book_rows(
    catalogue: Catalogue, judgement: Judgement, note: ReviewNote | None
) -> Mapping[AspectView, tuple[BookRow, ...]]:
    """The rows of a 复评本 by aspect."""
    written = note.by_standard if note else {}
    return {
        aspect: tuple(_book_row(shown, written.get(shown.view.id)) for shown in shown_standards(aspect, judgement))
        for aspect in catalogue.aspects
    }


def _book_row(shown: ShownStandard, written: SeenMaterial | None) -> BookRow:
    return BookRow(shown, (written and written.seen) or "", (written and written.opinion) or "")


def standard_sides(catalogue: Catalogue, judgement: Judgement) -> Iterator[StandardSides]:
    """Every standard of which anything is proved or open; what does not apply or is not due is on neither side."""
    for view in catalogue.standards.values():
        result = judgement.results.get(view.id)
        criteria = result.criteria if result else ()
        proved = tuple(_side(criteria, _PROVED))
        left = tuple(_side(criteria, _OPEN))
        if proved or left:
            yield StandardSides(view, proved, left)


def _lines(view: StandardView, result: StandardResult | None, *, own: bool) -> Iterator[str]:
    if view.inapplicable:
        yield f"不适用：{view.inapplicable}"
    elif result is None:
        yield WITHHELD
    else:
        found = {row.view.id: row for row in result.criteria}
        for each in view.criteria:
            if each.withheld:
                yield f"{each.id} {WITHHELD_CRITERION}"
            elif (row := found.get(each.id)) is not None and (each.own or not own):
                yield _line(row)


def _line(row: CriterionResult) -> str:
    if row.quoted is not None:
        return f"{row.view.id} {row.quoted.label}：{row.verdict}"
    return f"{row.view.id} {_tally(row.findings)}"


def _tally(findings: Sequence[Finding]) -> str:
    """One period is told with its reason, several by how many there are of each conclusion."""
    if len(findings) == 1:
        return f"{findings[0].verdict}：{findings[0].reason}"
    counted = {verdict: [row for row in findings if row.verdict is verdict] for verdict in Verdict}
    return "；".join(
        f"{verdict} {len(rows)} 期" + (f"（{_named(rows)}）" if verdict in _OPEN else "")
        for verdict, rows in counted.items()
        if rows
    )


def _side(criteria: Iterable[CriterionResult], verdicts: frozenset[Verdict]) -> Iterator[str]:
    for row in criteria:
        rows = [finding for finding in row.findings if finding.verdict in verdicts]
        if row.quoted is not None and row.verdict in verdicts:
            yield f"{row.view.id} {row.quoted.label}：{row.verdict}"
        elif row.quoted is None and len(rows) == 1:
            yield f"{row.view.id} {rows[0].verdict}：{rows[0].reason}"
        elif row.quoted is None and rows:
            by_verdict = (each for each in Verdict if any(found.verdict is each for found in rows))
            told = (_counted(each, [found for found in rows if found.verdict is each]) for each in by_verdict)
            yield f"{row.view.id} {'；'.join(told)}"


def _counted(verdict: Verdict, rows: Sequence[Finding]) -> str:
    records = len({evidence.source for row in rows for evidence in row.evidence})
    proof = f"，{records} 条记录" if records else ""
    return f"{verdict} {len(rows)} 期（{_named(rows)}）{proof}"


def _named(rows: Sequence[Finding]) -> str:
    names = [words.short_period(row.period) for row in rows]
    return "、".join(names[:_LISTED]) + (f"等 {len(names)} 期" if len(names) > _LISTED else "")
