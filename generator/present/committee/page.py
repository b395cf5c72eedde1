"""The page of a committee where verdicts are shown: what its branches sum to, which gaps there are, and the list of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.disclose.stage_counts import shown_stages
from generator.model import words
from generator.model.finding import Verdict
from generator.model.index import BranchEntry
from generator.model.kinds import Duty
from generator.model.page import Page
from generator.model.stage_count import StageCount, stages_together
from generator.model.summary import BranchSummary, SetSums, above_in, sums_by_set
from generator.present.committee.branches import branch_list
from generator.present.committee.gaps import closing_lines, gap_lines, living_summaries, shown_sums
from generator.present.committee.plans import plan_lines, plan_tally
from generator.present.committee.views import CommitteeView
from generator.present.kit.appraisal_urls import committee_appraisal_path
from generator.present.kit.catalogue import StandardView
from generator.present.kit.page_kind import ID, JUDGED_EDITIONS, NUMBER, Heading, PageKind
from generator.present.kit.pager import ListPart
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import (
    COMMITTEES,
    committee_charts_path,
    committee_matrix_path,
    committee_meetings_path,
    committee_path,
    file_path,
    organizer_path,
    part_path,
    root,
)
from generator.present.kit.verdicts import CHIPS, LEGEND_ORDER, WITHHELD

_REGISTERS = {Duty.COMMITTEE: "基层党委的判定和台账", Duty.INSTITUTION: "学校的判定和台账"}
"""What the ways to the pages of the units are called."""

_SETTLED = (Verdict.MET, Verdict.UNMET, Verdict.ADVISORY)
"""What can be said of what is due and reconciled, and judged where people must judge it."""


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


def _pages(view: CommitteeView) -> Iterator[Page]:
    for part in view.parts:
        yield _page(view, part)


PAGES = (
    PageKind(
        name="committee",
        about="所属各支部、缺项和临期的条数、本级要办的事",
        subject=CommitteeView,
        paths=(committee_path(ID), part_path(committee_path(ID), NUMBER)),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=(
            Heading(2, "gaps", "缺项与临期"),
            Heading(2, "plans", "推进计划"),
            Heading(2, "counts", "按方面合计"),
            Heading(2, "development", "发展党员"),
            Heading(2, "above", "基层党委和学校的事项"),
            Heading(2, "branches", "支部"),
        ),
        make=_pages,
    ),
)


def _page(view: CommitteeView, part: ListPart[BranchEntry]) -> Page:
    """All branches are counted; the gaps listed are those of this page's."""
    site, entry, shown = view.site, view.entry, view.summaries_on(part).rows
    path = part.path(committee_path(entry.id))
    body = render(
        "committee/page",
        **branch_list(site, entry, part),
        verdicts=[CHIPS[verdict] for verdict in LEGEND_ORDER],
        names=[verdict.value for verdict in LEGEND_ORDER],
        counts=tuple(_counts(site, living_summaries(view.summaries))),
        stages=tuple(shown_stages(_stages(view), site.audience)),
        above=tuple(_above(site, sums_by_set(view.summaries))),
        register_files=[(_REGISTERS[duty], file) for duty, file in site.pages_above(entry.id).items()],
        gaps=tuple(gap_lines(site, shown)),
        closing=tuple(closing_lines(site, shown)),
        closing_year=site.year - 1,
        plans=plan_lines(shown),
        plan_tally=plan_tally(view.summaries),
        plan_clause=site.plan_clause(root(path)),
        plan_due=words.day(due) if (due := site.plans_due) else "",
        more_files=[
            ("组织员一页", file_path(part.path(organizer_path(entry.id)))),
            ("三会一课季度表", file_path(part.path(committee_meetings_path(entry.id)))),
            ("图表", file_path(committee_charts_path(entry.id))),
            *([("考核验收", file_path(committee_appraisal_path(entry.id)))] if site.shows_restricted else ()),
            *([("工作簿（填好发回）", book)] if (book := site.workbook_of(f"committee:{entry.id}")) else ()),
        ],
        matrix_file=file_path(part.path(committee_matrix_path(entry.id))),
        withheld=WITHHELD,
        hidden=_hidden(site, view.summaries),
    )
    return Page(path=path, kind="committee", title=part.title(entry.committee.name), body=body)


def _hidden(site: Site, summaries: Iterable[BranchSummary]) -> list[StandardView]:
    """The standards of the branches' sets whose verdicts this edition does not show."""
    sets = dict.fromkeys(row.sums.standard_set for row in summaries) or {None: None}
    return list(dict.fromkeys(view for id in sets for view in site.catalogue_of(id).withheld))


def _counts(site: Site, summaries: Iterable[BranchSummary]) -> Iterator[AspectCount]:
    """Every branch by the standards that it is judged by."""
    found: dict[int, Counter[Verdict]] = {}
    for row in summaries:
        for view, total in shown_sums(site, row.sums):
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
    """What the committee and 学校 have to do, once for each standard, also where several sets share it."""
    for _, _, view in site.standards:
        shared = [sums[id] for id in site.sharing(view) if id in sums]
        above = {} if view.withheld else above_in(shared, view.id)
        if above:
            yield AboveLine(view=view, chips=tuple((duty.value, CHIPS[verdict]) for duty, verdict in above.items()))


def _stages(view: CommitteeView) -> tuple[StageCount, ...]:
    """The cases of all branches by stage of the process; none of an edition of one branch, of which this would be no sum."""
    process = view.site.processes.on(view.site.as_of)
    if process is None or (view.site.scope is not None and view.site.scope.kind != "committee"):
        return ()
    none = tuple(StageCount(stage.title, 0, 0) for stage in process.stages)
    return stages_together([none, *(row.cases for row in living_summaries(view.summaries))])
