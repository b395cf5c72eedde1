"""PDFs of one branch, each declared once in `UNIT_PRINTS`: the editions that show verdicts carry those asked for.

They are made where the branch's pages are made, before these, and kept by a digest of what they say.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.disclose.view import BranchView
from generator.formats.pdf.branch_file import branch_file_source
from generator.formats.pdf.checklist_copy import checklist_source
from generator.formats.pdf.engine import TypstSource
from generator.formats.pdf.month_sheet import month_source
from generator.present.branch.branch_file import printed_branch_file
from generator.present.branch.branch_year import current_year
from generator.present.branch.checklist_copy import checklist_copy
from generator.present.branch.month_sheet import month_sheet
from generator.present.kit.pdf_urls import branch_file_pdf, checklist_pdf, month_pdf
from generator.present.kit.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPrint:
    """A PDF of one branch: `option` asks for it in `mkdocs.yml`, `name` is what messages call it.

    `address` is that of a branch (by id) in the edition's year or on its day; `make` gets a view that shows verdicts, and
    gives None for a branch that has no such document.
    """

    option: str
    name: str
    address: Callable[[str, Site], str]
    make: Callable[[Site, BranchView], TypstSource | None]


def wanted_prints(wanted: Collection[str]) -> Iterator[UnitPrint]:
    """Those that are asked for by name."""
    return (row for row in UNIT_PRINTS if row.option in wanted)


def _branch_file_address(branch: str, site: Site) -> str:
    return branch_file_pdf(branch, site.year)


def _branch_file(site: Site, view: BranchView) -> TypstSource:
    return branch_file_source(printed_branch_file(current_year(site, view)))


def _checklist_address(branch: str, site: Site) -> str:
    return checklist_pdf(branch, site.year)


def _checklist(site: Site, view: BranchView) -> TypstSource:
    return checklist_source(checklist_copy(site, view))


def _month_address(branch: str, site: Site, month: date | None) -> str:
    return month_pdf(branch, month or site.as_of)


def _month(site: Site, view: BranchView, month: date | None) -> TypstSource | None:
    sheet = month_sheet(site, view, month)
    return month_source(sheet) if sheet else None


def month_print(month: date | None = None) -> UnitPrint:
    """The sheet of the month with that day in it, else of the month of `as_of`."""
    return UnitPrint(
        option="months",
        name="本月一页",
        address=partial(_month_address, month=month),
        make=partial(_month, month=month),
    )


UNIT_PRINTS = (
    UnitPrint(
        option="branches",
        name="支部档案",
        address=_branch_file_address,
        make=_branch_file,
    ),
    UnitPrint(option="checklists", name="检查清单", address=_checklist_address, make=_checklist),
    month_print(),
)
