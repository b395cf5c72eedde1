"""Shared artifacts on paper: every PDF of a site that rests on more than one committee, each declared once in `PRINTED`.

They are made before the pages, which say how large they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap

from generator.build.handbook_pdf import handbook_bytes, printed_books
from generator.build.printing import set_sheets
from generator.build.shared_artifact import (
    Artifact,
    ArtifactFile,
    SharedContext,
    blank_forms,
    handbook,
    index,
    rules,
    showcases,
    sums,
    visitor_sheets,
)
from generator.build.unit_prints import UNIT_PRINTS
from generator.formats.pdf.duty_sheet import duty_source
from generator.formats.pdf.overview_print import overview_source
from generator.formats.pdf.plan_print import plan_source
from generator.present.committee.overview_print import overview_print
from generator.present.handbook.pocket import pocket_orders
from generator.present.handbook.rounds import duty_sheet
from generator.present.kit.pdf_urls import DUTIES_PDF, book_file, overview_pdf, plan_pdf
from generator.present.kit.urls import HANDBOOK_PDF
from generator.present.plan.plan_print import plan_print


def _handbook(context: SharedContext) -> Iterator[ArtifactFile]:
    edition, faces = context.edition, context.edition.survey.settings.typefaces
    yield ArtifactFile(HANDBOOK_PDF, handbook_bytes(edition.site, context.prose, context.prose.tree, faces))


def _pocket(context: SharedContext) -> Iterator[ArtifactFile]:
    site, settings = context.edition.site, context.edition.survey.settings
    orders = settings.books or tuple(pocket_orders(site))
    for order, data in printed_books(site, context.prose, context.prose.tree, settings.typefaces, orders):
        yield ArtifactFile(book_file(order), data)


def _showcase_sheets(context: SharedContext) -> Iterator[ArtifactFile]:
    faces = context.edition.survey.settings.typefaces
    return starmap(ArtifactFile, set_sheets(context.sheets, faces, context.cache, "sheets"))


def _plans(context: SharedContext) -> Iterator[ArtifactFile]:
    """Those of all years, each with how its tasks stand."""
    faces, home = context.edition.survey.settings.typefaces, context.site
    sites = [home, *(context.of_year(year) for year in home.plans if year != home.year)]
    sources = {plan_pdf(site.year): plan_source(plan_print(site, site.plan)) for site in sites if site.plan}
    return starmap(ArtifactFile, set_sheets(sources, faces, context.cache, "plan"))


def _overview(context: SharedContext) -> Iterator[ArtifactFile]:
    """Only where conclusions are shown, of the whole institution."""
    faces, site = context.edition.survey.settings.typefaces, context.edition.site
    shown = site.judged and site.whole
    sources = {overview_pdf(site.year): overview_source(overview_print(site, context.totals))} if shown else {}
    return starmap(ArtifactFile, set_sheets(sources, faces, context.cache, "overview"))


def _duties(context: SharedContext) -> Iterator[ArtifactFile]:
    faces, site = context.edition.survey.settings.typefaces, context.edition.site
    sources = {DUTIES_PDF: duty_source(duty_sheet(site))}
    return starmap(ArtifactFile, set_sheets(sources, faces, context.cache, "duties"))


def _forms(context: SharedContext) -> Iterator[ArtifactFile]:
    faces = context.edition.survey.settings.typefaces
    return starmap(ArtifactFile, set_sheets(context.forms, faces, context.cache, "forms"))


PRINTED = (
    Artifact(name="handbook", rests_on=(rules, handbook), make=_handbook, optional="pdf"),
    Artifact(name="pocket", rests_on=(rules, handbook, index, showcases), make=_pocket, optional="pdf"),
    Artifact(name="plan", rests_on=(rules, index, sums), make=_plans, optional="pdf"),
    Artifact(name="overview", rests_on=(rules, index, sums), make=_overview, optional="pdf"),
    Artifact(name="showcases", rests_on=(visitor_sheets,), make=_showcase_sheets, optional="pdf"),
    Artifact(name="duties", rests_on=(rules, index), make=_duties, optional="pdf"),
    Artifact(name="forms", rests_on=(blank_forms,), make=_forms, optional="pdf"),
)

OPTIONAL = tuple(row.name for row in PRINTED) + tuple(row.option for row in UNIT_PRINTS)
"""What `pdf` in `mkdocs.yml` may name."""
