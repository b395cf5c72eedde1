"""The branch page: what to do comes before what is.  In public: what the branch tells about itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.dossier import Dossier
from generator.model.finding import Assessment
from generator.model.page import Page
from generator.model.plan_state import PlanJudgement
from generator.present.aspects import aspect_rows
from generator.present.branch_plan import plan_pages, plan_section
from generator.present.catalogue import Catalogue
from generator.present.checklist import blank_checklist, filled_checklist
from generator.present.findings import Judgement, judge
from generator.present.head import branch_head
from generator.present.links import root
from generator.present.profile import facts, honour_line
from generator.present.register import activity_rows, other_rows
from generator.present.site import Site
from generator.present.templates import render
from generator.present.todo import due_this_month, gaps
from generator.present.verdicts import LEGEND, WITHHELD
from generator.present.year import calendar_rows


def branch_pages(
    site: Site, dossier: Dossier, assessment: Assessment | None, plan: PlanJudgement | None = None
) -> Iterator[Page]:
    """The branch page, its checklist, and its plan to be signed; without an assessment, the public page and the blank form.

    `plan` is its 推进计划 held against the deadline, where there is one.
    """
    path = f"branches/{dossier.id}/"
    if assessment is None:
        catalogue = site.catalogue_for(dossier.profile.kind)
        yield _public_page(site, dossier, catalogue, path)
        yield blank_checklist(site, dossier, catalogue)
        return
    catalogue = site.catalogues.get(assessment.standard_set, site.default)
    judgement = judge(catalogue, assessment, root(path))
    yield _internal_page(site, dossier, catalogue, judgement, plan)
    yield filled_checklist(site, dossier, catalogue, judgement)
    yield from plan_pages(site, dossier, catalogue)


def _public_page(site: Site, dossier: Dossier, catalogue: Catalogue, path: str) -> Page:
    body = render("branch_public", head=branch_head(site, dossier, path), **_profile(site, dossier, catalogue))
    return Page(path=path, kind="branch", title=dossier.profile.name, body=body)


def _internal_page(
    site: Site, dossier: Dossier, catalogue: Catalogue, judgement: Judgement, plan: PlanJudgement | None
) -> Page:
    path = f"branches/{dossier.id}/"
    activities, earlier = activity_rows(dossier, site.year, judgement.proves)
    body = render(
        "branch",
        head=branch_head(site, dossier, path),
        year=site.year,
        month=site.as_of.month if site.as_of.year == site.year else 0,
        tasks=due_this_month(judgement, site.as_of),
        gaps=gaps(judgement),
        plan=plan_section(site, dossier, catalogue, plan),
        aspects=aspect_rows(catalogue, judgement, root(path)),
        calendar=calendar_rows(judgement),
        activities=activities,
        earlier=earlier,
        records=other_rows(dossier.registers.get(site.year)),
        folder=dossier.profile.source.path.rpartition("/")[0],
        legend=LEGEND,
        withheld=WITHHELD,
        **_profile(site, dossier, catalogue),
    )
    return Page(path=path, kind="branch", title=dossier.profile.name, body=body)


def _profile(site: Site, dossier: Dossier, catalogue: Catalogue) -> Mapping[str, object]:
    introduction = dossier.profile.introduction
    committee = site.committee_names.get(dossier.committee, "")
    return {
        "facts": facts(dossier, committee, f"{catalogue.name}（{catalogue.version}）", site.as_of),
        "introduction": introduction.text if introduction else "",
        "honours": [honour_line(row) for row in introduction.honours] if introduction else [],
    }
