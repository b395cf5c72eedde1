"""What a standard's page shows besides its prose: its head, what is still missing and until when, and its basis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from generator.model import words
from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.standard import Basis, Criterion, DraftedBy, Standard
from generator.model.standard_set import StandardSet
from generator.model.summary import BranchSummary, CommitteeSummary, SetSums, StandardSum, above_in
from generator.present.handbook.sources import CREDIBILITY, particulars
from generator.present.kit.catalogue import StandardView
from generator.present.kit.citations import Citations, in_force
from generator.present.kit.findings import reading_links
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import (
    HANDBOOK_PDF,
    INSTITUTION_MATRIX,
    aspect_path,
    branch_path,
    committee_matrix_path,
    root,
    url,
)
from generator.present.kit.verdicts import CHIPS, WITHHELD
from generator.present.prose_pages.lists import MOST

_SOUGHT = (Verdict.UNMET, Verdict.DUE_SOON, Verdict.NO_RECORD, Verdict.AWAITING_REVIEW)
_DRAFT = {
    DraftedBy.OFFICIAL: "原文",
    DraftedBy.ARRANGED: "整理稿，待官方文本替换",
    DraftedBy.OWN: "自拟稿，待官方文本替换",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeGap:
    """One committee's branches on one standard: how many show each sought verdict, and the nearest deadline."""

    name: str
    target: str
    counts: tuple[int, ...]
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisLine:
    """One basis in the folded list: what is cited, how well it is known, and the particulars of its document."""

    cited: Markup
    credibility: str
    note: Markup
    document: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionLine:
    """One criterion in the folded table of bases."""

    id: str
    text: str
    part: str
    duty: str
    drafted_by: str
    since: Markup
    readings: Markup


def head(site: Site, path: str, meta: Mapping[str, Any]) -> str:
    """Under the H1: edition, aspect, category, whose draft it is, and what to print."""
    chosen, standard = _of_page(site, path, meta)
    return render(
        "handbook/head",
        edition=site.edition,
        aspect=f"{words.numeral(standard.aspect_number)} {standard.aspect}",
        aspect_target=url(path, aspect_path(standard.aspect_number)),
        category=standard.category.value,
        draft=_DRAFT[standard.drafted_by],
        version=standard.version or chosen.version,
        form_target=url(path, form) if (form := _form(site, chosen, standard)) else "",
        pdf_target=url(path, HANDBOOK_PDF) if site.handbook else "",
    )


def gap(
    site: Site,
    path: str,
    meta: Mapping[str, Any],
    totals: Sequence[CommitteeSummary],
    branches: Mapping[str, BranchSummary],
) -> str:
    """本期还差什么、到哪天: the scoped branch's own gap, else counts by committee.  The public edition says nothing."""
    if not site.judged:
        return ""
    chosen, standard = _of_page(site, path, meta)
    view = site.catalogues[chosen.id].standards[standard.id]
    if view.withheld:
        return render("handbook/withheld", withheld=WITHHELD)
    if site.scope is not None and site.scope.kind == "branch":
        return _branch_gap(site, path, view, branches.get(site.scope.id))
    return _committee_gaps(site, path, view, totals)


def basis(site: Site, path: str, meta: Mapping[str, Any]) -> str:
    """依据、版本与口径, folded."""
    chosen, standard = _of_page(site, path, meta)
    return render(
        "handbook/basis",
        bases=[_basis(row, root(path), site.cites) for row in standard.basis],
        set_name=chosen.name,
        version=standard.version or chosen.version,
        draft=_DRAFT[standard.drafted_by],
        criteria=[_line(path, standard, row) for row in standard.criteria],
        readings=reading_links(standard.readings, root(path)),
        revisions=[(words.day(row.on), row.text) for row in standard.revisions],
    )


def of_aspect(site: Site, path: str, totals: Sequence[CommitteeSummary]) -> str:
    """The standards of one aspect: what each asks and of whom; where verdicts are shown, how many branches lack it."""
    number = int(path.rstrip("/").rsplit("/", 1)[-1])
    aspect = next((row for row in site.default.aspects if row.number == number), None)
    standards = [view for _, _, view in site.standards if view.aspect == number]
    return render(
        "handbook/aspect",
        edition=site.edition,
        name=aspect.name if aspect else "",
        judged=site.judged,
        rows=[(view, url(path, view.path), _duties(view), _counted(site, view, totals)) for view in standards],
        chips=[CHIPS[verdict] for verdict in _SOUGHT],
        names=_SOUGHT,
        withheld=WITHHELD,
    )


def _counted(site: Site, view: StandardView, totals: Iterable[CommitteeSummary]) -> tuple[int, ...] | None:
    """How many branches show each verdict, of all that are judged by it; None where this edition may not say."""
    sets = site.sharing(view)
    return None if view.withheld else _counts(view, [_of_sets(total, sets) for total in totals])


def _of_page(site: Site, path: str, meta: Mapping[str, Any]) -> tuple[StandardSet, Standard]:
    """The set a standard's page belongs to, told by its path (`standards/<set>/3-1/`), and the standard."""
    parts = path.strip("/").split("/")
    set_id = parts[1] if len(parts) == 3 else ""
    chosen = next(row for row in site.sets if row.id == set_id)
    return chosen, next(row for row in chosen.standards if row.id == str(meta["编号"]))


def _form(site: Site, chosen: StandardSet, standard: Standard) -> str:
    """The blank form of a standard, from the site's root; empty where there is none."""
    criteria = site.catalogues[chosen.id].standards[standard.id].criteria
    return next((row.form for row in criteria if row.form), "")


def _branch_gap(site: Site, path: str, view: StandardView, summary: BranchSummary | None) -> str:
    shared = summary is not None and summary.sums.standard_set in site.sharing(view)
    total = summary.sums.standards.get(view.id) if summary and shared else None
    return render(
        "handbook/gap_branch",
        as_of=words.day(site.as_of),
        chips=_own_chips(total),
        met=total.met if total else 0,
        unmet=total.unmet if total else 0,
        due=_due(site.as_of, total.due if total else None),
        target=url(path, branch_path(summary.id), view.anchor) if summary else "",
        name=summary.name if summary else "",
    )


def _own_chips(total: StandardSum | None) -> list[tuple[str, Markup]]:
    labelled = (
        ("定量", total.quantitative if total else None),
        ("定性", total.qualitative if total else None),
        ("基层党委、学校事项", total.others if total else None),
    )
    return [(label, CHIPS[verdict]) for label, verdict in labelled if verdict is not None]


def _committee_gaps(site: Site, path: str, view: StandardView, totals: Sequence[CommitteeSummary]) -> str:
    sums = [(total, _of_sets(total, site.sharing(view))) for total in totals]
    rows = [row for row in (_committee_gap(site, path, view, *each) for each in sums) if any(row.counts)]
    every = [row for _, shared in sums for row in shared]
    return render(
        "handbook/gap",
        as_of=words.day(site.as_of),
        branches=sum(row.branches for row in every),
        sums=[
            (CHIPS[verdict], count)
            for verdict, count in zip(_SOUGHT, _counts(view, [shared for _, shared in sums]), strict=True)
            if count
        ],
        own=_is_own(view),
        due=_due(site.as_of, _nearest(every, view)),
        chips=[CHIPS[verdict] for verdict in _SOUGHT],
        names=_SOUGHT,
        rows=rows[:MOST],
        number=len(rows),
        matrix_target=url(path, INSTITUTION_MATRIX),
    )


def _of_sets(total: CommitteeSummary, sets: Collection[str]) -> list[SetSums]:
    """A committee's sums of those of its branches that are judged by some of these sets."""
    return [sums for id, sums in total.sets.items() if id in sets]


def _nearest(sums: Iterable[SetSums], view: StandardView) -> date | None:
    return min((row.due[view.id] for row in sums if view.id in row.due), default=None)


def _committee_gap(
    site: Site, path: str, view: StandardView, total: CommitteeSummary, shared: Sequence[SetSums]
) -> CommitteeGap:
    return CommitteeGap(
        name=total.name,
        target=url(path, committee_matrix_path(total.id)),
        counts=_counts(view, (shared,)),
        due=_due(site.as_of, _nearest(shared, view)),
    )


def _is_own(view: StandardView) -> bool:
    """Whether branches have a duty in it."""
    return any(row.own for row in view.criteria)


def _counts(view: StandardView, committees: Iterable[Sequence[SetSums]]) -> tuple[int, ...]:
    """How many branches show each verdict; where only others have a duty, how many committees, and 学校 once.

    `committees` are each one's sums of the sets to which the standard belongs.
    """
    sums: Counter[Verdict] = Counter()
    schools: set[Verdict] = set()
    for shared in committees:
        for row in shared:
            sums.update(row.counts.get(view.id, {}))
        above = {} if _is_own(view) else above_in(shared, view.id)
        sums.update(verdict for duty, verdict in above.items() if duty is Duty.COMMITTEE)
        schools.update(verdict for duty, verdict in above.items() if duty is Duty.INSTITUTION)
    sums.update(schools)
    return tuple(sums[verdict] for verdict in _SOUGHT)


def _due(as_of: date, due: date | None) -> str:
    return f"{words.day(due)}（{words.countdown(as_of, due)}）" if due else ""


def _basis(basis: Basis, root: str, cites: Citations) -> BasisLine:
    note = cites.handbook(str(escape(f"，{basis.note}")), root) if basis.note else Markup()
    document = cites.sources.by_id.get(basis.document)
    return BasisLine(
        cited=cites.basis(basis, root),
        credibility=f"{basis.credibility.value} {CREDIBILITY[basis.credibility]}",
        note=note,
        document=particulars(document) if document and document.id != cites.own else Markup(),
    )


def _line(path: str, standard: Standard, row: Criterion) -> CriterionLine:
    since = Markup("自{}起").format(in_force(row.since)) if row.since else Markup()
    until = Markup("至{}").format(in_force(row.until)) if row.until else Markup()
    return CriterionLine(
        id=row.id,
        text=row.text,
        part=row.part.value,
        duty=row.duty.value,
        drafted_by=(row.drafted_by or standard.drafted_by).value,
        since=since + until,
        readings=reading_links(row.readings, root(path)),
    )


def _duties(view: StandardView) -> str:
    return "、".join(_duty_names(view))


def _duty_names(view: StandardView) -> Iterator[str]:
    present = {row.duty for row in view.criteria}
    return (duty.value for duty in Duty if duty in present)
