"""What the branches of a committee still lack, in this year and in the one before while it is being finished."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model import words
from generator.model.finding import Verdict
from generator.model.summary import BranchSummary, StandardSum, YearSums
from generator.present.kit.catalogue import StandardView
from generator.present.kit.site import Site
from generator.present.kit.urls import branch_path, file_path


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """What one branch still lacks, in the order of the standards."""

    name: str
    file: str
    unmet: tuple[StandardView, ...]
    due: tuple[tuple[StandardView, str], ...]
    no_record: tuple[StandardView, ...]


def gap_lines(site: Site, summaries: Iterable[BranchSummary]) -> Iterator[GapLine]:
    """The branches that lack anything."""
    lines = (_gap_line(site, row.name, file_path(branch_path(row.id)), row.sums) for row in living_summaries(summaries))
    return (line for line in lines if line.unmet or line.due or line.no_record)


def closing_lines(site: Site, summaries: Iterable[BranchSummary]) -> Iterator[GapLine]:
    """上年收尾: the same of the year before, while it is still being finished."""
    year = site.of(site.year - 1)
    lines = (
        _gap_line(year, row.name, file_path(branch_path(row.id, year.year_folder)), row.closing)
        for row in living_summaries(summaries)
        if row.closing.standards
    )
    return (line for line in lines if line.unmet or line.due or line.no_record)


def living_summaries(summaries: Iterable[BranchSummary]) -> Iterator[BranchSummary]:
    """Those that are not dissolved: the others leave nothing to be done (A39)."""
    return (row for row in summaries if not row.dissolved)


def _gap_line(site: Site, name: str, file: str, sums: YearSums) -> GapLine:
    found = shown_sums(site, sums)
    return GapLine(
        name=name,
        file=file,
        unmet=_with(found, Verdict.UNMET),
        due=tuple((view, _due(total.due, site.as_of)) for view, total in found if Verdict.DUE_SOON in total.own),
        no_record=_with(found, Verdict.NO_RECORD),
    )


def shown_sums(site: Site, sums: YearSums) -> list[tuple[StandardView, StandardSum]]:
    """The sums that this edition may show, with the standards of the set that they are of."""
    views = site.catalogue_of(sums.standard_set).standards
    return [(views[id], total) for id, total in sums.standards.items() if not views[id].withheld]


def _with(found: Iterable[tuple[StandardView, StandardSum]], verdict: Verdict) -> tuple[StandardView, ...]:
    return tuple(view for view, total in found if verdict in total.own)


def _due(due: date | None, as_of: date) -> str:
    return f"到{words.short_day(due)}，{words.countdown(as_of, due)}" if due else ""
