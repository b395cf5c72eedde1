"""A branch's sums as JSON can hold them: they are noted beside the site, so that its records need not be read again."""

from __future__ import annotations

from datetime import date
from typing import Any

from generator.model.finding import Verdict
from generator.model.judged_year import state_from_plain, state_to_plain
from generator.model.kinds import BranchKind
from generator.model.summary import BranchSummary, StandardSum, YearSums

_VERDICTS = {verdict.code: verdict for verdict in Verdict}


def to_plain(summary: BranchSummary) -> list[Any]:
    """A branch's sums as JSON can hold them."""
    plan = state_to_plain(summary.plan) if summary.plan else None
    sums, closing = _sums_to_plain(summary.sums), _sums_to_plain(summary.closing)
    return [summary.id, summary.name, summary.kind.value, summary.committee, sums, plan, closing, summary.dissolved]


def from_plain(data: list[Any]) -> BranchSummary:
    """The sums that JSON holds."""
    id, name, kind, committee, sums, plan, closing, dissolved = data
    return BranchSummary(
        id=id,
        name=name,
        kind=BranchKind(kind),
        committee=committee,
        sums=_sums_from_plain(sums),
        plan=state_from_plain(plan) if plan else None,
        closing=_sums_from_plain(closing),
        dissolved=dissolved,
    )


def _sums_to_plain(sums: YearSums) -> list[Any]:
    rows = sums.standards.values()
    return [
        sums.standard_set,
        [[row.standard, *map(_code, _parts(row)), row.met, row.unmet, _day(row.due)] for row in rows],
    ]


def _parts(row: StandardSum) -> tuple[Verdict | None, ...]:
    return row.quantitative, row.qualitative, row.committee, row.institution


def _sums_from_plain(data: list[Any]) -> YearSums:
    standard_set, rows = data
    sums = (
        StandardSum(
            standard=standard,
            quantitative=_verdict(quantitative),
            qualitative=_verdict(qualitative),
            committee=_verdict(above),
            institution=_verdict(institution),
            met=met,
            unmet=unmet,
            due=date.fromisoformat(due) if due else None,
        )
        for standard, quantitative, qualitative, above, institution, met, unmet, due in rows
    )
    return YearSums(standard_set, {row.standard: row for row in sums})


def _code(verdict: Verdict | None) -> str:
    return verdict.code if verdict is not None else ""


def _verdict(code: str) -> Verdict | None:
    return _VERDICTS[code] if code else None


def _day(due: date | None) -> str:
    return due.isoformat() if due else ""
