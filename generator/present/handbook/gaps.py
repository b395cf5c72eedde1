"""What is still missing on each standard, and until when: on its own page and on the page of its aspect."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.model import words
from generator.model.book_order import BookOrder
from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.placeholders import Slot
from generator.model.summary import BranchSummary, CommitteeSummary, SetSums, StandardSum, above_in
from generator.present.kit.catalogue import StandardView
from generator.present.kit.pager import MOST_LISTED
from generator.present.kit.pdf_urls import book_file
from generator.present.kit.print_links import PrintLink, print_links
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, standard_of_page
from generator.present.kit.templates import render
from generator.present.kit.urls import INSTITUTION_MATRIX, branch_path, committee_matrix_path, url
from generator.present.kit.verdicts import CHIPS, WITHHELD

_SOUGHT = (Verdict.UNMET, Verdict.DUE_SOON, Verdict.NO_RECORD, Verdict.AWAITING_REVIEW)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeGap:
    """One committee's branches on one standard: how many show each sought verdict, and the nearest deadline."""

    name: str
    target: str
    counts: tuple[int, ...]
    due: str


def _gap(at: SlotContext) -> str:
    """本期还差什么、到哪天: the scoped branch's own gap, else counts by committee.  The public edition says nothing."""
    site, path = at.site, at.path
    if not site.judged:
        return ""
    view = standard_of_page(at).view
    if view.withheld:
        return render("handbook/withheld", withheld=WITHHELD)
    if view.inapplicable:
        return ""
    if site.scope is not None and site.scope.kind == "branch":
        return _branch_gap(site, path, view, at.branches.get(site.scope.id))
    return _committee_gaps(site, path, view, at.totals)


def _of_aspect(at: SlotContext) -> str:
    """The standards of one aspect: what each asks and of whom; where verdicts are shown, how many branches lack it."""
    site, path = at.site, at.path
    aspect = site.default.aspect_at(path)
    standards = [view for _, _, view in site.standards if aspect and view.aspect == aspect.number]
    standards.sort(key=lambda view: [int(part) for part in view.id.split(".")])
    return render(
        "handbook/aspect",
        edition=site.edition,
        name=aspect.name if aspect else "",
        judged=site.judged,
        rows=[(view, url(path, view.path), _duties(view), _counted(site, view, at.totals)) for view in standards],
        prints=list(_printed(at)),
        chips=[CHIPS[verdict] for verdict in _SOUGHT],
        names=_SOUGHT,
        withheld=WITHHELD,
    )


SLOTS = {Slot.STANDARD_GAP: _gap, Slot.ASPECT_STANDARDS: _of_aspect}


def _printed(at: SlotContext) -> Iterator[PrintLink]:
    """The aspect as a PDF of its own."""
    aspect = at.site.default.aspect_at(at.path)
    rows = [(book_file(BookOrder(aspect=aspect.number)), "只印这个方面")] if aspect else []
    return print_links(at.site.prints, at.path, at.site.as_of, rows)


def _counted(site: Site, view: StandardView, totals: Iterable[CommitteeSummary]) -> tuple[int, ...] | None:
    """How many branches show each verdict, of all that are judged by it; None where this edition may not say."""
    sets = site.sharing(view)
    return None if view.withheld else _counts(view, [_of_sets(total, sets) for total in totals])


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
    lacking = [each for each in sums if any(_counts(view, each[1:]))]
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
        rows=[_committee_gap(site, path, view, *each) for each in lacking[:MOST_LISTED]],
        number=len(lacking),
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


def _duties(view: StandardView) -> str:
    return "、".join(_duty_names(view))


def _duty_names(view: StandardView) -> Iterator[str]:
    present = {row.duty for row in view.criteria}
    return (duty.value for duty in Duty if duty in present)
