"""Working copies and months of the demonstration's branches, against their pages: nothing is lost on paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from lxml.html import HtmlElement

from generator.cli.options import read_settings
from generator.formats.pdf.checklist_copy import checklist_source
from generator.formats.pdf.engine import TypstSource, compile_pdf
from generator.formats.pdf.month_sheet import month_source
from generator.formats.pdf.typefaces import LEAN
from generator.model.record import Audience
from generator.present.branch.branch_year import branch_pages
from generator.present.branch.checklist_copy import checklist_copy
from generator.present.branch.month_sheet import month_sheet
from generator.present.kit.urls import branch_path
from generator.products.paper_files import judged_unit
from tests.demonstration.conftest import ROOT
from tests.pdf_content import Content, fragment, pdf_content, squeezed

FULLEST, LACKING = "xx-js1", "wx-bk2"
"""A full year; a branch with gaps of every kind, whose month is too full for a page."""


@dataclass(frozen=True)
class Sheets:
    """What the two sheets of a branch say, how many pages each has, and the pages of the site that they stand for."""

    checklist: Content
    month: Content
    pages: tuple[int, int]
    checklist_page: HtmlElement
    month_page: HtmlElement


def _set(source: TypstSource, target: Path) -> tuple[Content, int]:
    target.write_bytes(compile_pdf(source, LEAN))
    return pdf_content(target), len(pypdfium2.PdfDocument(target))


@pytest.fixture(scope="module", params=[FULLEST, LACKING])
def sheets(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sheets:
    folder = tmp_path_factory.mktemp("sheets")
    settings = read_settings(ROOT / "mkdocs.yml", {"scope": f"branch:{request.param}", "audience": "internal"})
    assert settings.scope is not None
    unit = judged_unit(settings, settings.scope, Audience.INTERNAL)
    (view,), site = unit.views, unit.edition.site
    month = month_sheet(site, view)
    assert month is not None
    copied, long = _set(checklist_source(checklist_copy(site, view)), folder / "checklist.pdf")
    shown, short = _set(month_source(month), folder / "month.pdf")
    bodies = {page.path: fragment(page.body) for page in branch_pages(site, view)}
    there = branch_path(view.dossier.id)
    return Sheets(copied, shown, (long, short), bodies[f"{there}checklist/"], bodies[f"{there}month/"])


def test_the_working_copy_has_every_criterion_conclusion_and_period_of_the_page(sheets: Sheets) -> None:
    rows = [row.xpath("./th|./td") for row in sheets.checklist_page.xpath("//tr[td[@class='zb-hand']]")]
    assert len(rows) > 70
    asked = Counter(squeezed(row[0].text_content()) for row in rows)
    copied = Counter(
        {cell.replace("〔", "").replace("〕", ""): count for cell, count in sheets.checklist.cells.items()}
    )
    assert asked - copied == {}
    for told in (1, 2):
        states = Counter(filter(None, (squeezed(row[told].text_content()) for row in rows if len(row) == 5)))
        assert states - sheets.checklist.cells == {}


def test_every_standard_keeps_its_conclusions_apart(sheets: Sheets) -> None:
    heads = [row.xpath("./th|./td") for row in sheets.checklist_page.xpath("//tr[@class='zb-entry']")]
    assert len(heads) == 34
    for name, told, *_ in heads:
        assert squeezed(name.text_content()) in sheets.checklist.text
        for part in told.xpath(".//span[@class='zb-part']") or [told]:
            assert squeezed(part.text_content()) in sheets.checklist.text


def test_a_month_is_one_page_whatever_it_holds(sheets: Sheets) -> None:
    assert sheets.pages[1] == 1
    assert 4 <= sheets.pages[0] <= 6


def test_every_row_of_the_month_is_shown_or_counted(sheets: Sheets) -> None:
    rows = sheets.month_page.xpath("//tbody/tr")
    shown = [row for row in rows if squeezed(row.xpath("./td")[0].text_content()) in sheets.month.text]
    items = sheets.month_page.xpath("//ul[@class='zb-unrecorded']/li")
    named = [item for item in items if squeezed(item.text_content()) in sheets.month.text]
    left = sum(int(part.partition("条")[0]) for part in sheets.month.text.split("另有")[1:])
    lost = len(rows) + len(items) - len(shown) - len(named)
    assert lost <= left
    assert (left == 0) == ("没有列在这一页" not in sheets.month.text)
