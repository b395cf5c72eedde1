"""What the pages of a branch are about: the branch as the public sees it, or one judged year of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.disclose.view import BranchView
from generator.model.dossier import Dossier
from generator.model.judged_year import JudgedYear
from generator.model.page import Beside, Page, PageLink
from generator.model.record import Source
from generator.model.words import still_called
from generator.present.branch.open_year import OpenYear
from generator.present.branch.register import anchors_on_page, shown_files
from generator.present.kit.catalogue import Catalogue
from generator.present.kit.findings import Judgement, Places, judge
from generator.present.kit.print_links import NO_PRINTS
from generator.present.kit.record_table import ShownFile
from generator.present.kit.registry import pages_about
from generator.present.kit.site import Site
from generator.present.kit.urls import branch_path, committee_path, root
from generator.present.kit.ways import with_trails


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicBranch:
    """A branch without any verdict."""

    site: Site
    dossier: Dossier

    @property
    def catalogue(self) -> Catalogue:
        """The standards that hold for its kind, the default ones where no set is for it."""
        return self.chosen or self.site.default

    @property
    def chosen(self) -> Catalogue | None:
        """The set that is for its kind."""
        return self.site.chosen_for(self.dossier.profile.kind)


@dataclass(frozen=True, kw_only=True)
class BranchYear:
    """One judged year of a branch; `site` is the edition for that year.

    `sites` are those of all years of the branch, the current one first.  `unfinished` is the year before while it is
    still being finished (A38), for the current year only, and so are its PDFs, `prints`: bytes by address.
    """

    site: Site
    dossier: Dossier
    judged: JudgedYear
    sites: tuple[Site, ...]
    unfinished: BranchYear | None = None
    prints: Mapping[str, int] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The URL path of its page."""
        return branch_path(self.dossier.id, self.site.year_folder)

    @property
    def under_way(self) -> bool:
        """Whether the branch has things to do now: it lives, and this is the year of `as_of`."""
        dissolved = self.dossier.profile.dissolved
        return self.site.year == self.site.as_of.year and (dissolved is None or dissolved > self.site.as_of)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The standards by which it was judged, the default ones where no set was for it."""
        return self.site.catalogue_of(self.judged.assessment.standard_set)

    @property
    def chosen(self) -> Catalogue | None:
        """The set by which it was judged."""
        return None if self.judged.assessment.standard_set is None else self.catalogue

    @property
    def open_years(self) -> tuple[OpenYear, ...]:
        """The year, and the one before while it is being finished."""
        return tuple(each.opened for each in (self, self.unfinished) if each is not None)

    @property
    def opened(self) -> OpenYear:
        """What of the year can still be done or made good."""
        site, judged = self.site, self.judged
        register = self.dossier.registers.get(site.year)
        return OpenYear(
            year=site.year,
            current=site.year == site.as_of.year,
            findings=judged.assessment if self.under_way else judged.assessment.matters(),
            catalogue=self.catalogue,
            standards=next(row for row in site.sets if row.id == self.catalogue.id),
            remedies=register.remedies if register else (),
            plan=judged.plan,
            clause=site.plan.branch_plans_clause if site.plan else "",
        )

    @cached_property
    def judgement(self) -> Judgement:
        """Its findings, arranged once for all its pages."""
        above = self.site.pages_above(self.dossier.committee)
        places = Places(root(self.path), anchors_on_page(self.dossier, self.files, self.cited), above)
        return judge(self.catalogue, self.judged.assessment, places)

    @cached_property
    def remaining(self) -> Judgement:
        """What of its findings can still change, for 上年收尾."""
        return judge(self.catalogue, self.judged.assessment.matters(), Places(root(self.path)))

    @cached_property
    def files(self) -> tuple[ShownFile, ...]:
        """What its page shows of the registers beside activities and plan."""
        return shown_files(self.dossier, self.site.year, self.cited)

    @cached_property
    def cited(self) -> frozenset[Source]:
        """Where the records stand that its own findings rest on, but for activities, which know their place."""
        proofs = (row for finding in self.judged.assessment.own for row in finding.evidence)
        return frozenset(row.source for row in proofs if not row.anchor)


def branch_pages(
    site: Site, view: BranchView, prints: Mapping[str, int] = NO_PRINTS, beside: Beside | None = None
) -> Iterator[Page]:
    """Every page of a branch, as its view has it; the further years' stand below the current one's.

    `prints` are its PDFs by address, with their size in bytes; `beside` are its neighbours in its committee.
    """
    dossier = view.dossier
    home = PageLink(still_called(dossier.profile.name, dossier.profile.dissolved, site.as_of), branch_path(dossier.id))
    name = site.committee_names.get(dossier.committee) if site.has_committees else None
    above = (PageLink(name, committee_path(dossier.committee)),) if name else ()
    for subject in _subjects(site, view, prints):
        yield from with_trails(pages_about(subject, site.audience), home, above, beside)


def current_year(site: Site, view: BranchView) -> BranchYear:
    """The edition's own year of a branch; `view` has to show conclusions."""
    current, *_ = _subjects(site, view)
    if not isinstance(current, BranchYear):
        raise TypeError("a view for the public has no years")
    return current


def _subjects(
    site: Site, view: BranchView, prints: Mapping[str, int] = NO_PRINTS
) -> Sequence[PublicBranch | BranchYear]:
    if view.current is None:
        return (PublicBranch(site=site, dossier=view.dossier),)
    sites = (site, *(site.of(row.assessment.year) for row in view.further))
    further = [
        BranchYear(site=each, dossier=view.dossier, judged=row, sites=sites)
        for each, row in zip(sites[1:], view.further, strict=True)
    ]
    unfinished = next((row for row in further if _is_unfinished(row, site.year)), None)
    current = BranchYear(
        site=site, dossier=view.dossier, judged=view.current, sites=sites, unfinished=unfinished, prints=prints
    )
    return (current, *further)


def _is_unfinished(row: BranchYear, year: int) -> bool:
    return row.site.year == year - 1 and row.judged.assessment.open
