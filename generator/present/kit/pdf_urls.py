"""Addresses of PDFs: of the handbook in its forms and parts, of one unit's, and of the year of the institution.

`urls` has the rest.
"""

from __future__ import annotations

from datetime import date

from generator.model.book_order import BookOrder
from generator.present.kit.urls import branch_path

FORMS_BOOKLET = "downloads/forms.pdf"
"""All blank forms with a list of them; each alone is at `form_print`."""

DUTIES_PDF = "downloads/duties.pdf"
"""一览表 on one page."""


def book_file(order: BookOrder) -> str:
    """A printing of the handbook."""
    return f"downloads/{order.name}.pdf"


def branch_file_pdf(id: str, year: int) -> str:
    """The file of a branch of one year."""
    return f"{branch_path(id)}{year}-file.pdf"


def checklist_pdf(id: str, year: int) -> str:
    """The working copy of a branch's checklist of one year."""
    return f"{branch_path(id)}{year}-checklist.pdf"


def month_pdf(id: str, month: date) -> str:
    """What a branch does in the month with that day in it."""
    return f"{branch_path(id)}{month:%Y-%m}.pdf"


def plan_pdf(year: int) -> str:
    """The plan of a year, with how its tasks stand."""
    return f"downloads/plan-{year}.pdf"


def overview_pdf(year: int) -> str:
    """What the branches of all committees sum to in a year."""
    return f"downloads/overview-{year}.pdf"
