"""`Site`: what every page of one edition has in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from generator.model import words
from generator.model.clause import Clause, ClauseTree
from generator.model.example import ExampleContext
from generator.model.index import BranchEntry, Index, ShowcaseEntry
from generator.model.kinds import BranchKind, Duty
from generator.model.record import Audience, Record
from generator.model.records.development_process import NO_PROCESSES, DevelopmentProcesses
from generator.model.records.moments import NO_MOMENTS, Moments
from generator.model.records.organisation import Institution
from generator.model.records.paper_sample import PaperSample
from generator.model.records.plan import Plan
from generator.model.records.sources import Sources
from generator.model.records.unit_register import unit_registers, unit_years
from generator.model.standard import DraftedBy, Standard
from generator.model.standard_set import StandardSet, choose, judged_on
from generator.model.standing import TaskStanding
from generator.present.kit import urls
from generator.present.kit.catalogue import Catalogue, StandardView, aspect_names, catalogues
from generator.present.kit.citations import Citations, PlanText
from generator.settings import Scope


class HandbookStandard(NamedTuple):
    """A standard of the handbook, as data and as pages show it, and the set that it was met in."""

    standard_set: StandardSet
    standard: Standard
    view: StandardView


@dataclass(frozen=True, kw_only=True)
class Site:
    """One edition, for one year of record: institution, standards, reference date, audience, and the year's plan.

    `year` is the year that is shown; `plans` and `outlines` are those of all years.  `home` is the edition's own year where
    this is another one, whose pages stand in `year_folder`.  `standings` are the states of the plan's tasks by clause, once
    all committees are made.  `every_name` are the names of all branches by id, where the edition is one branch's part.
    `printed_showcases` are the branches whose guides lie in it; `prints` are its PDFs about no single branch, bytes by address.
    """

    institution: Institution
    index: Index
    sets: tuple[StandardSet, ...]
    sources: Sources
    as_of: date
    year: int
    audience: Audience
    plans: Mapping[int, Plan] = field(default_factory=dict)
    outlines: Mapping[int, ClauseTree] = field(default_factory=dict)
    home: Site | None = None
    plan: Plan | None = None
    plan_outline: ClauseTree | None = None
    standings: Mapping[str, TaskStanding] = field(default_factory=dict)
    scope: Scope | None = None
    printed_showcases: frozenset[str] = frozenset()
    prints: Mapping[str, int] = field(default_factory=dict)
    packages: bool = False
    site_package: bool = False
    processes: DevelopmentProcesses = NO_PROCESSES
    samples: Mapping[str, PaperSample] = field(default_factory=dict)
    moments: Moments = NO_MOMENTS
    every_name: Mapping[str, str] = field(default_factory=dict)

    @property
    def judged(self) -> bool:
        """Whether this edition shows verdicts of single branches; the public one never does."""
        return self.audience is not Audience.PUBLIC

    @property
    def shows_restricted(self) -> bool:
        """Whether this edition shows what is marked for the restricted one."""
        return self.audience.sees(Audience.RESTRICTED)

    @cached_property
    def edition(self) -> str:
        """The line every page carries: 党内版 · 2019年度 · 截至 2019年11月25日."""
        return f"{self.audience.label} · {self.year}年度 · 截至 {words.day(self.as_of)}"

    @property
    def example_context(self) -> ExampleContext:
        """For whom examples of records are shown."""
        return ExampleContext(self.year, self.institution.name)

    @property
    def draft_note(self) -> str:
        """What every PDF and calendar says of itself while any standard is not the official text; else nothing."""
        drafted = any(row.drafted_by is not DraftedBy.OFFICIAL for one in self.sets for row in one.standards)
        return "整理稿，非正式公文" if drafted else ""

    @cached_property
    def year_folder(self) -> str:
        """The part of a URL path that pages of a further year have in addition: `2018/`; empty for the edition's own year."""
        return f"{self.year}/" if self.further else ""

    @property
    def further(self) -> bool:
        """Whether this is another year than the edition's own."""
        return self.home is not None

    def of(self, year: int) -> Site:
        """The same edition for another year, with the plan of that year."""
        home = self.home or self
        if year == home.year:
            return home
        if year not in home.other_years:
            plan, outline = home.plans.get(year), home.outlines.get(year)
            home.other_years[year] = replace(home, year=year, home=home, plan=plan, plan_outline=outline, standings={})
        return home.other_years[year]

    @cached_property
    def other_years(self) -> dict[int, Site]:
        """Cache of the other years."""
        return {}

    @property
    def plan_path(self) -> str:
        """The URL path of the plan's front page: `plan/`, that of a further year `plan/2018/`."""
        return urls.plan_path(self.year_folder)

    @property
    def text_path(self) -> str:
        """The URL path of the plan's own words."""
        return urls.plan_text_path(self.year_folder)

    @property
    def judged_on(self) -> date:
        """The day whose rules hold: the end of the judged year, or `as_of` if that is earlier."""
        return judged_on(self.year, self.as_of)

    @property
    def plans_due(self) -> date | None:
        """The last day for every branch's 推进计划; None where the year's plan asks for none."""
        return self.plan.branch_plans_due if self.plan else None

    def plan_clause(self, root: str) -> Markup:
        """The clause that asks every branch for a 推进计划, as a link; empty where the year's plan asks for none."""
        clause = self.plan.branch_plans_clause if self.plan else ""
        return self.cites.clause(clause, root) if clause else Markup()

    @property
    def other_plans(self) -> tuple[Site, ...]:
        """The same edition in the other years that there is a plan for, the latest first."""
        return tuple(self.of(year) for year in sorted(self.plans, reverse=True) if year != self.year)

    def unit_years(self, further: Mapping[str, Record]) -> tuple[int, ...]:
        """The years that a unit above the branches is judged for: the edition's own, those of its registers, of plans."""
        home = self.home or self
        return unit_years({*home.plans, *unit_registers(further)}, home.year, home.as_of)

    def pages_above(self, committee: str) -> Mapping[Duty, str]:
        """The files of the pages that show in full what a committee's branches quote, as far as there are any."""
        found: dict[Duty, str] = {}
        entry = self.index.committee(committee) if self.has_committees else None
        if entry is not None and self.year in self.unit_years(entry.further):
            found[Duty.COMMITTEE] = urls.file_path(urls.committee_register_path(committee, self.year_folder))
        if self.whole and self.year in self.unit_years(self.index.further):
            found[Duty.INSTITUTION] = urls.file_path(urls.institution_register_path(self.year_folder))
        return found

    @property
    def whole(self) -> bool:
        """Whether this edition covers the whole institution, so that the roll-up exists."""
        return self.scope is None

    @property
    def alone(self) -> bool:
        """Whether this edition is one branch's part."""
        return self.scope is not None and self.scope.kind == "branch"

    @property
    def hands_out_workbooks(self) -> bool:
        """Whether workbooks lie in this edition: it is a unit's part, for people who keep its records."""
        return self.scope is not None and self.audience is not Audience.PUBLIC

    def workbook_of(self, scope: str, dissolved: date | None = None) -> str:
        """The file of a unit's workbook; empty where there is none in this edition, or not of this year."""
        lived = dissolved is None or dissolved > date(self.year, 1, 1) or not self.has_committees
        shown = self.hands_out_workbooks and self.home is None and lived
        return urls.workbook_file(scope, self.year) if shown else ""

    @property
    def has_committees(self) -> bool:
        """Whether committees have pages in this edition; one branch's part has none."""
        return self.scope is None or self.scope.kind == "committee"

    @cached_property
    def catalogues(self) -> Mapping[str, Catalogue]:
        """The standard sets by id, as this edition shows them."""
        aspects = aspect_names(self.sets)
        root = urls.root(urls.branch_path("", self.year_folder))
        return catalogues(self.sets, audience=self.audience, cites=self.cites, aspects=aspects, root=root)

    @cached_property
    def cites(self) -> Citations:
        """How this edition cites plans and regulations."""
        own = self.plan.id if self.plan else ""
        years = [row for row in (self, *self.other_plans) if row.plan_outline]
        told = ((row, {id: clause.text for id, clause in row.clauses.items()}) for row in years)
        texts = {row.plan.id: PlanText(row.text_path, row.clause_anchors, words) for row, words in told if row.plan}
        return Citations(sources=self.sources, own=own, texts=texts, on=self.judged_on)

    @cached_property
    def clauses(self) -> Mapping[str, Clause]:
        """The clauses of the plan's own words by id; none without a plan, for then there is no page of them."""
        if self.plan is None or self.plan_outline is None:
            return {}
        return self.plan_outline.main.citations

    @cached_property
    def clause_anchors(self) -> Mapping[str, str]:
        """Where on the page of the plan's own words each clause stands."""
        return {id: clause.anchor for id, clause in self.clauses.items()}

    @cached_property
    def branches(self) -> Mapping[str, BranchEntry]:
        """Every branch by id."""
        return {entry.id: entry for entry in self.index.branches()}

    def committee_files(self, committee: str) -> Mapping[str, Record]:
        """The further files of a committee; none in the edition of one branch, which does not hold them."""
        entry = self.index.committee(committee) if self.has_committees else None
        return entry.further if entry is not None else {}

    @cached_property
    def committee_names(self) -> Mapping[str, str]:
        """The committees' names by id."""
        return {entry.id: entry.committee.name for entry in self.index.committees}

    @cached_property
    def showcases(self) -> Mapping[str, ShowcaseEntry]:
        """The showcases of this edition by branch id."""
        return {entry.branch.id: entry for entry in self.index.showcases}

    @cached_property
    def sets_in_force(self) -> tuple[StandardSet, ...]:
        """The sets that hold at the end of the judged year, the default one first; in a year before any, all of them."""
        held = [row for row in self.sets if row.holds(self.judged_on)] or self.sets
        default = next((row for row in held if not row.id), max(held, key=lambda row: len(row.kinds)))
        return default, *(row for row in held if row is not default)

    @cached_property
    def default(self) -> Catalogue:
        """The set that pages show which are about no branch: of those in force the main one, else the most general."""
        return self.catalogues[self.sets_in_force[0].id]

    @cached_property
    def in_force(self) -> tuple[Catalogue, ...]:
        """The sets in force as this edition shows them, the default one first."""
        return tuple(self.catalogues[row.id] for row in self.sets_in_force)

    @cached_property
    def standards(self) -> tuple[HandbookStandard, ...]:
        """Every standard in force once: those of the default set, then what further sets have of their own."""
        found: dict[StandardView, HandbookStandard] = {}
        for chosen in self.sets_in_force:
            for standard in chosen.standards:
                view = self.catalogues[chosen.id].standards[standard.id]
                found.setdefault(view, HandbookStandard(chosen, standard, view))
        return tuple(found.values())

    @cached_property
    def numbered_alike(self) -> frozenset[str]:
        """The sets in which an id means the same as in the default one."""
        root = self.sets_in_force[0].root
        return frozenset(row.id for row in self.sets if row.root == root)

    def sharing(self, view: StandardView) -> frozenset[str]:
        """The sets to which a standard belongs."""
        return frozenset(id for id, row in self.catalogues.items() if row.standards.get(view.id) is view)

    def chosen_for(self, kind: BranchKind) -> Catalogue | None:
        """The set that branches of `kind` are judged by in the year."""
        chosen = choose(self.sets, kind, self.year, self.as_of)
        return self.catalogues[chosen.id] if chosen else None

    def catalogue_for(self, kind: BranchKind) -> Catalogue:
        """The same; the default one where there is none."""
        return self.chosen_for(kind) or self.default

    def catalogue_at(self, path: str) -> Catalogue:
        """The set that the page at `path` is of, told by its path (`standards/<set>/…`); the default one for any other."""
        first = path.removeprefix(urls.STANDARDS).partition("/")[0]
        further = path.startswith(urls.STANDARDS) and first in self.catalogues
        return self.catalogues[first] if further else self.catalogues.get("", self.default)

    def catalogue_of(self, standard_set: str | None) -> Catalogue:
        """The set that a branch is judged by; the default one where nothing is asked of it."""
        return self.default if standard_set is None else self.catalogues[standard_set]
