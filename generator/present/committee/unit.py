"""What a 基层党委 or 学校 has on record of its own duties, and what that shows: a page a year, one for each unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from generator.model.files import COMMITTEE, INSTITUTION
from generator.model.finding import Finding, UnitAssessment
from generator.model.kinds import Duty
from generator.model.page import Page
from generator.model.record import Record, Source
from generator.model.record_file import Owner, RecordFile
from generator.model.records.organisation import Committee, Institution
from generator.model.records.review import Reviewed, YearlyReview
from generator.model.records.unit_register import UnitRegister, unit_registers
from generator.model.register_sections import RegisterSection, anchors_in, sections_of
from generator.present.committee.contacts import ContactMatrix, contact_matrix
from generator.present.committee.duties import DutyCriterion, duty_blocks, duty_criteria
from generator.present.committee.views import CommitteeView, InstitutionView
from generator.present.kit.fragments import joined
from generator.present.kit.page_kind import ID, JUDGED_EDITIONS, YEAR, Heading, PageKind
from generator.present.kit.record_html import file_html
from generator.present.kit.record_table import ShownFile, file_title
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import (
    COMMITTEES,
    INSTITUTION_MATRIX,
    branch_path,
    committee_path,
    committee_register_path,
    institution_register_path,
    root,
    url,
)
from generator.present.kit.verdicts import CHIPS, LEGEND_ORDER

_ELSEWHERE = ("schedules",)
"""Sections that stand on a page of their own: the rounds of visits, with their batches."""


@dataclass(frozen=True, kw_only=True)
class _Unit:
    """One unit above the branches: its own file, its other files by name, and where its pages stand (`first` without year)."""

    site: Site
    duty: Duty
    head: Committee | Institution
    file: RecordFile
    further: Mapping[str, Record]
    found: Sequence[UnitAssessment]
    first: str
    back: str
    kind: str

    def path(self, site: Site) -> str:
        return f"{self.first}{site.year_folder}"


def _of_committee(view: CommitteeView) -> Iterator[Page]:
    entry = view.entry
    return _pages(
        _Unit(
            site=view.site,
            duty=Duty.COMMITTEE,
            head=entry.committee,
            file=COMMITTEE,
            further=entry.further,
            found=view.found,
            first=committee_register_path(entry.id),
            back=committee_path(entry.id),
            kind="committee-register",
        )
    )


def _of_institution(view: InstitutionView) -> Iterator[Page]:
    index = view.site.index
    return _pages(
        _Unit(
            site=view.site,
            duty=Duty.INSTITUTION,
            head=index.institution,
            file=INSTITUTION,
            further=index.further,
            found=view.found,
            first=institution_register_path(),
            back=INSTITUTION_MATRIX,
            kind="institution-register",
        )
    )


_HEADINGS = (Heading(2, "findings", "逐项判定"), Heading(2, "register", "台账"))

PAGES = (
    PageKind(
        name="committee-register",
        about="基层党委本级的台账和对照的结果",
        subject=CommitteeView,
        paths=(committee_register_path(ID), committee_register_path(ID, YEAR)),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=_HEADINGS,
        make=_of_committee,
        shows=Owner.COMMITTEE,
    ),
    PageKind(
        name="institution-register",
        about="学校本级的台账和对照的结果",
        subject=InstitutionView,
        paths=(institution_register_path(), institution_register_path(YEAR)),
        editions=JUDGED_EDITIONS,
        tab=COMMITTEES,
        headings=_HEADINGS,
        make=_of_institution,
        shows=Owner.INSTITUTION,
    ),
)


def _pages(unit: _Unit) -> Iterator[Page]:
    years = [unit.site.of(year) for year in unit.site.unit_years(unit.further)]
    for site in years:
        yield _page(unit, site, years)


def _page(unit: _Unit, site: Site, years: Sequence[Site]) -> Page:
    path = unit.path(site)
    found = [row for row in unit.found if row.year == site.year]
    files = tuple(_files(unit, site, {each.source for row in _findings(found) for each in row.evidence}))
    anchors = anchors_in(chain.from_iterable(file.sections for file in files))
    criteria = duty_criteria(site, found, anchors, root(path))
    title = f"{unit.head.name}{f'{site.year}年度' if site.further else ''}本级台账"
    names = {branch.id: branch.name for branch in site.branches.values()}
    proved = _proves(criteria)
    body = render(
        "committee/unit",
        title=title,
        edition=site.edition,
        name=unit.head.name,
        duty=unit.duty.value,
        back=url(path, unit.back),
        years=[(each.year, "" if each is site else url(path, unit.path(each))) for each in years],
        number=len(criteria),
        tallies=_tallies(criteria),
        findings=duty_blocks(site, criteria, root(path)),
        contacts=_contacts(unit, site, names, path),
        tables=joined(file_html(file, proved, names) for file in files),
    )
    return Page(path=path, kind=unit.kind, title=title, body=body)


def _contacts(unit: _Unit, site: Site, names: Mapping[str, str], path: str) -> ContactMatrix | None:
    register = unit_registers(unit.further).get(site.year)
    files = {id: url(path, branch_path(id)) for id in names}
    return contact_matrix(register.contacts, names, files) if register else None


def _findings(found: Iterable[UnitAssessment]) -> Iterator[Finding]:
    return (finding for row in found for finding in row.findings)


def _tallies(criteria: Sequence[DutyCriterion]) -> list[tuple[Markup, int]]:
    counts = Counter(row.result.verdict for row in criteria)
    return [(CHIPS[verdict], counts[verdict]) for verdict in LEGEND_ORDER if counts[verdict]]


def _proves(criteria: Iterable[DutyCriterion]) -> Mapping[str, Markup]:
    """For each row, the criteria that rest on it."""
    found: dict[str, dict[str, str]] = {}
    for row in criteria:
        for finding in row.result.findings:
            for evidence in finding.evidence:
                found.setdefault(evidence.anchor, {})[row.result.view.id] = row.anchor
    link = Markup('<a href="#{}">{}</a>')
    return {
        anchor: Markup(" ").join(link.format(target, id) for id, target in ids.items())
        for anchor, ids in found.items()
        if anchor
    }


def _files(unit: _Unit, site: Site, cited: set[Source]) -> Iterator[ShownFile]:
    """The year's register first, what others prove of the year, its further files, and last its own."""
    registers = unit_registers(unit.further)
    for year in sorted(registers, key=lambda year: (year != site.year, year)):
        sections = sections_of(registers[year], str(year), _ELSEWHERE)
        if year != site.year:
            sections = tuple(row for each in sections if (row := each.cited(cited)).rows)
        if sections or year == site.year:
            yield ShownFile(registers[year], f"{year}年度", sections)
    for name, record in sorted(unit.further.items()):
        if not isinstance(record, UnitRegister):
            yield ShownFile(record, file_title(unit.file.owner, name), sections_of(record, _stem(name)))
    yield ShownFile(unit.head, unit.file.title, tuple(_of_year(unit.head, _stem(unit.file.name), site.year)))


def _of_year(head: Reviewed, about: str, year: int) -> Iterator[RegisterSection]:
    """The sections of a unit's own file, those that are told by year with the year's rows only."""
    for section in sections_of(head, about):
        rows = tuple((at, row) for at, row in section.rows if not isinstance(row, YearlyReview) or row.year == year)
        if rows:
            yield section._replace(rows=rows)


def _stem(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0]
