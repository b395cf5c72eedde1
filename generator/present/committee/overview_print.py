"""全校总览 on paper: the institution's roll-ups as one document for the department, in the order of the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from generator.model import words
from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.overview_print import (
    AspectLine,
    OverviewPrint,
    SetOverview,
    StandardLine,
    StateCell,
    VerdictCounts,
)
from generator.model.summary import CommitteeSummary, SetSums
from generator.present.committee.by_set import CommitteeOfSet, committees_by_set, leading_state
from generator.present.committee.own_duties import duty_columns, shown_above
from generator.present.kit.catalogue import AspectView, Catalogue, StandardView
from generator.present.kit.sheet_heads import sheet_imprint
from generator.present.kit.site import Site
from generator.present.kit.verdicts import LEGEND_ORDER, WITHHELD

_TO_LOOK_AT = (Verdict.UNMET, Verdict.DUE_SOON, Verdict.NO_RECORD, Verdict.AWAITING_REVIEW)
"""What the table of aspects counts: the rest needs nobody's attention."""

_COUNTED = (*_TO_LOOK_AT, Verdict.ADVISORY, Verdict.MET)


def overview_print(site: Site, totals: Sequence[CommitteeSummary]) -> OverviewPrint:
    """The sums of all committees; `site` has to show conclusions."""
    if not site.judged:
        raise TypeError("an edition for the public has no roll-ups")
    columns, duties = _duties(site, totals)
    return OverviewPrint(
        imprint=sheet_imprint(site, f"{site.year}年度全校总览"),
        title=f"{site.institution.name}{site.year}年度党支部建设总览",
        facts=tuple(_facts(totals)),
        sets=tuple(_sets(site, totals)),
        counted=_COUNTED,
        standards=tuple(_standards(site, totals)),
        duty_columns=columns,
        duties=duties,
        plans=tuple(_plans(totals)),
        closing=tuple(_closing(site, totals)),
        closing_year=f"{site.year - 1}年",
        legend=LEGEND_ORDER,
    )


def _facts(totals: Sequence[CommitteeSummary]) -> Iterator[tuple[str, str]]:
    dissolved = sum(row.dissolved for row in totals)
    apart = f"，另有已撤销 {dissolved} 个" if dissolved else ""
    yield "基层党委（党总支）", f"{len(totals)} 个"
    yield "党支部", f"{sum(row.branches for row in totals)} 个{apart}"


def _sets(site: Site, totals: Sequence[CommitteeSummary]) -> Iterator[SetOverview]:
    grouped = [(each, list(rows)) for each, rows in groupby(committees_by_set(site, totals), lambda row: row.catalogue)]
    for catalogue, rows in grouped:
        yield _set(catalogue, rows, f"{catalogue.name}（{catalogue.kinds}）" if len(grouped) > 1 else "")


def _set(catalogue: Catalogue, rows: Sequence[CommitteeOfSet], name: str) -> SetOverview:
    aspects = [(aspect, _shown(aspect)) for aspect in catalogue.aspects if _shown(aspect)]
    standards = [view for _, views in aspects for view in views]
    hidden = "、".join(f"{view.id} {view.name}" for view in catalogue.withheld)
    return SetOverview(
        name=name,
        aspects=tuple(f"{aspect.numeral} {aspect.name}" for aspect, _ in aspects),
        committees=tuple(
            AspectLine(row.total.name, _branches(row), tuple(_of_aspect(row.sums, views) for _, views in aspects))
            for row in rows
        ),
        columns=tuple(view.id for view in standards),
        matrix=tuple(
            (row.total.name, tuple(StateCell(*leading_state(row.sums, view.id)) for view in standards)) for row in rows
        ),
        withheld=f"{hidden}：{WITHHELD}，也不计入合计。" if hidden else "",
    )


def _shown(aspect: AspectView) -> list[StandardView]:
    return [view for view in aspect.standards if not view.withheld]


def _branches(row: CommitteeOfSet) -> str:
    return f"{row.branches} 个支部" + (f"，另有已撤销 {row.dissolved} 个" if row.dissolved else "")


def _of_aspect(sums: SetSums | None, views: Iterable[StandardView]) -> VerdictCounts:
    found: Counter[Verdict] = Counter()
    for view in views if sums else ():
        found.update(sums.counts.get(view.id, {}) if sums else {})
    return tuple((verdict, found[verdict]) for verdict in _TO_LOOK_AT if found[verdict])


def _standards(site: Site, totals: Iterable[CommitteeSummary]) -> Iterator[StandardLine]:
    """Every standard on which branches have duties of their own, in the handbook's order; one that sets share stands there once."""
    sums = [(id, row) for total in totals for id, row in total.sets.items()]
    order = {id: at for at, id in enumerate(dict.fromkeys(row.view.id for row in site.standards))}
    for _, _, view in sorted(site.standards, key=lambda row: order[row.view.id]):
        shared = site.sharing(view)
        found = [row for id, row in sums if id in shared and row.counts.get(view.id)]
        if found and not view.withheld:
            yield _standard(view, found)


def _standard(view: StandardView, sums: Sequence[SetSums]) -> StandardLine:
    counts = [row.counts[view.id] for row in sums]
    due = [row.due[view.id] for row in sums if view.id in row.due]
    return StandardLine(
        f"{view.id} {view.name}" + (f"（{view.set_name}）" if view.set_name else ""),
        tuple(sum(row.get(verdict, 0) for row in counts) for verdict in _COUNTED),
        _until(due),
    )


def _until(due: Sequence[date]) -> str:
    return f"到{words.short_day(min(due))}" if due else ""


def _duties(
    site: Site, totals: Sequence[CommitteeSummary]
) -> tuple[tuple[str, ...], tuple[tuple[str, tuple[Verdict | None, ...]], ...]]:
    """The same table as on the page of 本级事项对照."""
    found: list[tuple[str, Mapping[StandardView, Verdict]]] = [
        (site.institution.name, shown_above(site, totals, Duty.INSTITUTION)),
        *((row.name, shown_above(site, [row], Duty.COMMITTEE)) for row in totals),
    ]
    columns = duty_columns(site, [above for _, above in found])
    rows = tuple((name, tuple(above.get(view) for view in columns)) for name, above in found)
    return tuple(f"{view.id}*" if view.set_name else view.id for view in columns), rows if columns else ()


def _plans(totals: Iterable[CommitteeSummary]) -> Iterator[tuple[str, ...]]:
    for row in totals:
        plans = row.plans
        if plans.asked:
            missing = plans.asked - plans.on_time - plans.late
            yield row.name, *(str(each) for each in (plans.asked, plans.on_time, plans.late, missing, plans.approved))


def _closing(site: Site, totals: Iterable[CommitteeSummary]) -> Iterator[tuple[str, VerdictCounts]]:
    """What of the year before can still change; a standard that this edition withholds is not counted."""
    for row in totals:
        found: Counter[Verdict] = Counter()
        for id, sums in row.closing.items():
            views = site.catalogue_of(id).standards
            for standard, counts in sums.counts.items():
                if not views[standard].withheld:
                    found.update(counts)
        if shown := tuple((verdict, found[verdict]) for verdict in _TO_LOOK_AT if found[verdict]):
            yield row.name, shown
