"""The committee page: its branches; where verdicts are shown, what they sum to and which gaps there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.model import words
from generator.model.finding import Verdict
from generator.model.index import BranchEntry, CommitteeEntry
from generator.model.kinds import BranchKind
from generator.model.page import Page
from generator.model.summary import BranchSummary, SetSums, StandardSum, YearSums, above_in, sums_by_set
from generator.present.branch.plan import plan_clause
from generator.present.committee.matrix import matrix_page
from generator.present.committee.plans import plan_lines, plan_tally
from generator.present.kit.catalogue import StandardView
from generator.present.kit.pager import Part, parts
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import (
    branch_path,
    committee_matrix_path,
    committee_path,
    file_path,
    root,
    showcase_path,
)
from generator.present.kit.verdicts import CHIPS, LEGEND_ORDER, WITHHELD

_SETTLED = (Verdict.MET, Verdict.UNMET, Verdict.ADVISORY)
"""What can be said of what is due and reconciled, and judged where people must judge it."""

_MOST = 20
"""Branches on a page: some 220 KB where every one of them lacks everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchLine:
    """One branch in the list."""

    name: str
    kind: str
    file: str
    showcase_file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectCount:
    """How many conclusions of each kind the branches show in one aspect.

    `judged` are those on what was due and reconciled, and `met` of them 符合; what is not due, not recorded or not judged
    by anyone is in neither.
    """

    name: str
    file: str
    counts: tuple[int, ...]
    met: int
    judged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AboveLine:
    """One standard on which the committee or 学校 has a duty of its own: judged once for all branches."""

    view: StandardView
    chips: tuple[tuple[str, Markup], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """What one branch still lacks, in the order of the standards."""

    name: str
    file: str
    unmet: tuple[StandardView, ...]
    due: tuple[tuple[StandardView, str], ...]
    no_record: tuple[StandardView, ...]


def committee_pages(site: Site, entry: CommitteeEntry, summaries: Sequence[BranchSummary]) -> Iterator[Page]:
    """The committee page and, where verdicts are shown, its matrix; both in pages of `_MOST` branches."""
    known = {row.id: row for row in summaries}
    for part in parts(entry.branches, _MOST):
        shown = part.of([known[branch.id] for branch in part.rows if branch.id in known])
        yield _page(site, entry, summaries, part, shown.rows)
        if site.judged:
            yield matrix_page(site, entry, shown)


def _page(
    site: Site,
    entry: CommitteeEntry,
    summaries: Sequence[BranchSummary],
    part: Part[BranchEntry],
    shown: Sequence[BranchSummary],
) -> Page:
    """`summaries` are those of all its branches, which are counted; `shown` those of this page's, whose gaps are told."""
    first = committee_path(entry.id)
    path = part.path(first)
    title = part.title(entry.committee.name)
    living = entry.living(site.as_of)
    shared: Mapping[str, object] = {
        "title": title,
        "kind": entry.committee.kind,
        "edition": site.edition,
        "root": root(path),
        "number": len(living),
        "dissolved": len(entry.branches) - len(living),
        "branches": [_line(site, branch.id, branch.called(site.as_of), branch.kind) for branch in part.rows],
        "kinds": "，".join(_kinds(living)),
        "pages": part.links(first),
    }
    if not site.judged:
        return Page(path=path, kind="committee", title=title, body=render("committee/public", **shared))
    body = render(
        "committee/page",
        **shared,
        verdicts=[CHIPS[verdict] for verdict in LEGEND_ORDER],
        names=[verdict.value for verdict in LEGEND_ORDER],
        counts=tuple(_counts(site, _living(summaries))),
        above=tuple(_above(site, sums_by_set(summaries))),
        gaps=tuple(_gaps(site, shown)),
        closing=tuple(_closing(site, shown)),
        closing_year=site.year - 1,
        plans=plan_lines(shown),
        plan_tally=plan_tally(summaries),
        plan_clause=plan_clause(site, root(path)),
        plan_due=words.day(due) if (due := site.plans_due) else "",
        matrix_file=file_path(part.path(committee_matrix_path(entry.id))),
        withheld=WITHHELD,
        hidden=_hidden(site, summaries),
    )
    return Page(path=path, kind="committee", title=title, body=body)


def _line(site: Site, id: str, name: str, kind: BranchKind) -> BranchLine:
    showcase = file_path(showcase_path(id)) if id in site.showcases else ""
    return BranchLine(name=name, kind=kind, file=file_path(branch_path(id)), showcase_file=showcase)


def _kinds(branches: Iterable[BranchEntry]) -> Iterator[str]:
    counts = Counter(branch.kind for branch in branches)
    return (f"{kind} {counts[kind]} 个" for kind in BranchKind if counts[kind])


def _hidden(site: Site, summaries: Iterable[BranchSummary]) -> list[StandardView]:
    """The standards of the branches' sets whose verdicts this edition does not show."""
    sets = dict.fromkeys(row.sums.standard_set for row in summaries) or {None: None}
    return list(dict.fromkeys(view for id in sets for view in site.catalogue_of(id).withheld))


def _counts(site: Site, summaries: Iterable[BranchSummary]) -> Iterator[AspectCount]:
    """Every branch by the standards that it is judged by."""
    found: dict[int, Counter[Verdict]] = {}
    for row in summaries:
        for view, total in _shown(site, row.sums):
            found.setdefault(view.aspect, Counter()).update(total.own)
    for aspect in site.default.aspects:
        counts = found.get(aspect.number, Counter())
        yield AspectCount(
            name=f"{aspect.numeral} {aspect.name}",
            file=aspect.file,
            counts=tuple(counts[verdict] for verdict in LEGEND_ORDER),
            met=counts[Verdict.MET],
            judged=sum(counts[verdict] for verdict in _SETTLED),
        )


def _above(site: Site, sums: Mapping[str, SetSums]) -> Iterator[AboveLine]:
    """What the committee and 学校 have to do, told once: of a standard that several sets share too."""
    for _, _, view in site.standards:
        shared = [sums[id] for id in site.sharing(view) if id in sums]
        above = {} if view.withheld else above_in(shared, view.id)
        if above:
            yield AboveLine(view=view, chips=tuple((duty.value, CHIPS[verdict]) for duty, verdict in above.items()))


def _gaps(site: Site, summaries: Iterable[BranchSummary]) -> Iterator[GapLine]:
    lines = (_gap_line(site, row.name, file_path(branch_path(row.id)), row.sums) for row in _living(summaries))
    return (line for line in lines if line.unmet or line.due or line.no_record)


def _closing(site: Site, summaries: Iterable[BranchSummary]) -> Iterator[GapLine]:
    """上年收尾: the same of the year before, while it is still being finished."""
    year = site.of(site.year - 1)
    lines = (
        _gap_line(year, row.name, file_path(branch_path(row.id, year.below)), row.closing)
        for row in _living(summaries)
        if row.closing.standards
    )
    return (line for line in lines if line.unmet or line.due or line.no_record)


def _living(summaries: Iterable[BranchSummary]) -> Iterator[BranchSummary]:
    """Those that are not dissolved: the others leave nothing to be done (A39)."""
    return (row for row in summaries if not row.dissolved)


def _gap_line(site: Site, name: str, file: str, sums: YearSums) -> GapLine:
    found = _shown(site, sums)
    return GapLine(
        name=name,
        file=file,
        unmet=_with(found, Verdict.UNMET),
        due=tuple((view, _due(total.due, site.as_of)) for view, total in found if Verdict.DUE_SOON in total.own),
        no_record=_with(found, Verdict.NO_RECORD),
    )


def _shown(site: Site, sums: YearSums) -> list[tuple[StandardView, StandardSum]]:
    """The sums that this edition may show, with the standards of the set that they are of."""
    views = site.catalogue_of(sums.standard_set).standards
    return [(views[id], total) for id, total in sums.standards.items() if not views[id].withheld]


def _with(found: Iterable[tuple[StandardView, StandardSum]], verdict: Verdict) -> tuple[StandardView, ...]:
    return tuple(view for view, total in found if verdict in total.own)


def _due(due: date | None, as_of: date) -> str:
    return f"到{words.short_day(due)}，{words.countdown(as_of, due)}" if due else ""
