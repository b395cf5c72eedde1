"""The branch page: what to do comes before what is.  In public: what the branch tells about itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from generator.disclose.view import BranchView
from generator.model import words
from generator.model.dossier import Dossier
from generator.model.judged_year import JudgedYear
from generator.model.page import Page
from generator.present.branch.aspects import aspect_rows
from generator.present.branch.checklist import blank_checklist, filled_checklist
from generator.present.branch.closing import Closing, closing
from generator.present.branch.head import branch_head, branch_name
from generator.present.branch.overview import overview, yearly
from generator.present.branch.plan import plan_pages, plan_section
from generator.present.branch.profile import facts, honour_line, introduction_barred
from generator.present.branch.register import activity_rows, other_rows
from generator.present.branch.todo import due_this_month, gaps
from generator.present.branch.year import calendar_rows
from generator.present.kit.catalogue import Catalogue
from generator.present.kit.findings import Judgement, judge
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import branch_path, root, url
from generator.present.kit.verdicts import LEGEND, WITHHELD


def branch_pages(site: Site, view: BranchView) -> Iterator[Page]:
    """The branch page, its checklist, and its plan to be signed; without conclusions, the public page and the blank form.

    Every further year has the same pages, below.
    """
    dossier = view.dossier
    if view.current is None:
        catalogue = site.catalogue_for(dossier.profile.kind)
        yield _public_page(site, dossier, catalogue)
        yield blank_checklist(site, dossier, catalogue)
        return
    told = [_Told(site, dossier, view.current)]
    told += [_Told(site.of(row.assessment.year), dossier, row) for row in view.further]
    closing = next((row.closing for row in told if row.site.year == site.year - 1 and row.judged.assessment.open), None)
    for row in told:
        yield _internal_page(row, [each.site for each in told], None if row.site.further else closing)
        yield filled_checklist(row.site, dossier, row.catalogue, row.judgement)
        yield from plan_pages(row.site, dossier, row.catalogue)


@dataclass(frozen=True)
class _Told:
    """One year of a branch as its pages tell of it."""

    site: Site
    dossier: Dossier
    judged: JudgedYear

    @property
    def path(self) -> str:
        return branch_path(self.dossier.id, self.site.below)

    @cached_property
    def catalogue(self) -> Catalogue:
        return self.site.catalogue_of(self.judged.assessment.standard_set)

    @cached_property
    def judgement(self) -> Judgement:
        return judge(self.catalogue, self.judged.assessment, root(self.path))

    @property
    def closing(self) -> Closing:
        matters = self.judged.assessment.matters()
        return closing(matters, judge(self.catalogue, matters, root(self.path)), self.path)


def _public_page(site: Site, dossier: Dossier, catalogue: Catalogue) -> Page:
    path = branch_path(dossier.id, site.below)
    body = render("branch/public", head=branch_head(site, dossier, path), **_profile(site, dossier, catalogue))
    return Page(path=path, kind="branch", title=branch_name(site, dossier.profile), body=body)


def _internal_page(told: _Told, years: Sequence[Site], last_year: Closing | None) -> Page:
    site, dossier, judgement, path = told.site, told.dossier, told.judgement, told.path
    activities, others = activity_rows(dossier, site.year, judgement.proves)
    body = render(
        "branch/page",
        head=branch_head(site, dossier, path),
        years=[(each.year, "" if each is site else url(path, branch_path(dossier.id, each.below))) for each in years],
        closing=last_year,
        year=site.year,
        month=site.as_of.month if site.as_of.year == site.year else 0,
        overview=overview(judgement),
        yearly=yearly(judgement, site.as_of),
        ended=_ended(dossier, site),
        tasks=due_this_month(judgement, site.as_of),
        gaps=gaps(judgement),
        plan=plan_section(site, dossier, told.catalogue, told.judged.plan),
        aspects=aspect_rows(told.catalogue, judgement, root(path)),
        calendar=calendar_rows(judgement),
        activities=activities,
        earlier=others,
        records=other_rows(dossier, site.year),
        folder=dossier.profile.source.path.rpartition("/")[0],
        legend=LEGEND,
        withheld=WITHHELD,
        **_profile(site, dossier, told.catalogue),
    )
    return Page(path=path, kind="branch", title=branch_name(site, dossier.profile), body=body)


def _ended(dossier: Dossier, site: Site) -> str:
    """That the branch is dissolved, and into which it was merged; nothing while it lives."""
    profile = dossier.profile
    if profile.dissolved is None or site.as_of < profile.dissolved:
        return ""
    entry = site.branches.get(profile.merged_into) if profile.merged_into else None
    into = f"，并入{entry.name}" if entry else ""
    return f"本支部已于{words.day(profile.dissolved)}撤销{into}。不留待办，另计，不入各项合计"


def _profile(site: Site, dossier: Dossier, catalogue: Catalogue) -> Mapping[str, object]:
    introduction = dossier.profile.introduction
    committee = site.committee_names.get(dossier.committee, "")
    cited = Markup("<cite>{}（{}）</cite>").format(catalogue.name, catalogue.version)
    return {
        "facts": facts(dossier, committee, cited, site.as_of),
        "introduction": introduction.text if introduction else "",
        "barred": introduction_barred(introduction, site.as_of),
        "honours": [honour_line(row) for row in introduction.honours] if introduction else [],
    }
