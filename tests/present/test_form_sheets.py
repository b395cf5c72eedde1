"""Blank forms as sheets of A4, measured in the finished PDF: room to write, boxes to tick, the binding, one page each."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from generator.formats.pdf.engine import compile_pdf
from generator.formats.pdf.form_sheets import forms_source
from generator.model.files import declared_forms
from generator.model.form import Form
from generator.model.form_sheet import BlankTable
from generator.present.forms.form_sheets import BRIEF, form_booklet, form_sheets
from generator.present.kit.site import Site
from generator.settings import Typefaces

MakeSite = Callable[..., Site]
MM = 25.4 / 72
FORMS = declared_forms()
DOCS = Path(__file__).parents[2] / "docs"

_made: dict[str, bytes] = {}


class Box(NamedTuple):
    """Where something drawn stands, in millimetres from the lower left corner, and the width of its lines in points."""

    left: float
    bottom: float
    right: float
    top: float
    line: float


@pytest.fixture
def booklet(make_site: MakeSite) -> bytes:
    """All forms, set once."""
    if "all" not in _made:
        _made["all"] = compile_pdf(forms_source(form_booklet(make_site())), Typefaces())
    return _made["all"]


def page_of(data: bytes, id: str) -> pdfium.PdfPage:
    at = next(at for at, form in enumerate(FORMS, 1) if form.layout.id == id)
    return pdfium.PdfDocument(data)[at]


def drawn(page: pdfium.PdfPage) -> Iterator[Box]:
    for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        width = ctypes.c_float()
        raw.FPDFPageObj_GetStrokeWidth(found, width)
        left, bottom, right, top = (side * MM for side in found.get_bounds())
        yield Box(left, bottom, right, top, width.value)


def rules(page: pdfium.PdfPage) -> list[Box]:
    """The lines of tables that run across the sheet."""
    return [box for box in drawn(page) if box.right - box.left > 100 and box.top - box.bottom < 1]


def ticks(page: pdfium.PdfPage) -> list[Box]:
    return [box for box in drawn(page) if 3 < box.right - box.left < 6 and abs(box.line - 1.76) < 0.01]


def heights(page: pdfium.PdfPage) -> list[float]:
    """Of every row of tables and what lies between them, from the top."""
    edges = sorted((box.top for box in rules(page)), reverse=True)
    return [round(upper - lower, 1) for upper, lower in pairwise(edges)]


def words_of(page: pdfium.PdfPage) -> str:
    return re.sub(r"\s+", "", page.get_textpage().get_text_bounded())


def test_every_form_is_one_page_after_the_list(booklet: bytes) -> None:
    document = pdfium.PdfDocument(booklet)
    assert len(document) == len(FORMS) + 1
    listed = words_of(document[0])
    for at, form in enumerate(FORMS, 1):
        words = words_of(document[at])
        day = form.layout.revised
        assert f"表号{form.layout.number}" in words
        assert f"修订{day.year}年{day.month}月{day.day}日" in words
        assert re.search(rf"{form.layout.number}{re.escape(form.layout.title)}.*?日{at + 1}", listed), form.layout.id
        assert "共2页" not in words


@pytest.mark.parametrize("form", FORMS, ids=[form.layout.id for form in FORMS])
def test_every_field_stands_on_the_sheet(form: Form, booklet: bytes) -> None:
    words = words_of(page_of(booklet, form.layout.id))
    known = [table.columns[0] for table in form.tables if table.first]
    for field in form.fields:
        assert field.label.partition("（")[0] in words, field.label
        assert all(choice in words for choice in field.choices if field not in known)
    for name in (*form.heading, *form.layout.signatures, *(table.label for table in form.tables)):
        assert name in words, name


def test_general_meeting_has_two_lines_for_each_item_and_task(booklet: bytes) -> None:
    page = page_of(booklet, "general-meeting")
    rows = [height for height in heights(page) if 16 <= height < 20]
    assert len(rows) == 6  # three items of the agenda, three tasks


def test_ink_rules_boxes_and_binding(booklet: bytes) -> None:
    for at in range(1, len(FORMS) + 1):
        page = pdfium.PdfDocument(booklet)[at]
        for box in drawn(page):
            assert box.left > 24.5
            assert box.right < 196
            thin = min(box.right - box.left, box.top - box.bottom)
            assert box.line in {0.5, 4.0} or abs(box.line - 1.76) < 0.01 or thin == pytest.approx(0.5 * MM, abs=0.01)
        assert all(box.right - box.left >= 4 and box.top - box.bottom >= 4 for box in ticks(page))
        for found in page.get_objects(max_depth=3):
            colour = [ctypes.c_uint() for _ in range(4)]
            raw.FPDFPageObj_GetFillColor(found, *colour)
            assert [part.value for part in colour[:3]] == [0, 0, 0]


def test_a_box_for_each_choice_and_one_that_is_ticked(booklet: bytes) -> None:
    page = page_of(booklet, "lecture")
    assert len(ticks(page)) == 13
    assert sum(box.line == 4.0 for box in drawn(page)) == 1


@pytest.mark.parametrize("form", [form for form in FORMS if not form.layout.log], ids=lambda form: form.layout.id)
def test_who_signs_stands_in_one_line(form: Form, booklet: bytes) -> None:
    text = page_of(booklet, form.layout.id).get_textpage()
    tops = set()
    for who in form.layout.signatures:
        found, last = text.search(who), None
        while (at := found.get_next()) is not None:
            last = at
        assert last is not None, who
        tops.add(round(text.get_charbox(last[0])[1]))
    assert max(tops) - min(tops) <= 2


def test_a_log_fills_its_sheet_with_rows(booklet: bytes) -> None:
    rows = [height for height in heights(page_of(booklet, "points-posted")) if height >= 8]
    assert len(rows) > 20
    assert min(box.bottom for box in rules(page_of(booklet, "points-posted"))) < 30


def test_what_does_not_fit_says_that_it_has_two_pages(make_site: MakeSite) -> None:
    booklet = form_booklet(make_site(), FORMS[:1])
    (sheet,) = booklet.sheets
    grown = tuple(
        block._replace(rows=block.rows * 3) if isinstance(block, BlankTable) else block for block in sheet.blocks
    )
    longer = replace(booklet, sheets=(replace(sheet, blocks=grown),))
    document = pdfium.PdfDocument(compile_pdf(forms_source(longer), Typefaces()))
    assert len(document) == 2
    for at in (0, 1):
        assert f"表号{sheet.number}第{at + 1}页，共2页修订" in words_of(document[at])


def test_the_head_says_what_is_known(make_site: MakeSite) -> None:
    (form,) = (row for row in FORMS if row.layout.id == "theme-day")
    (sheet,) = form_sheets(make_site(), [form], {"支部名称": "甲学院第一支部", "计划日": "2019年11月28日"})
    (rows,) = (block for block in sheet.blocks[:1] if not isinstance(block, BlankTable))
    assert [row[0].parts for row in rows[:2]] == [("甲学院第一支部",), ("2019年11月28日",)]


def test_every_brief_text_is_of_some_form() -> None:
    assert {field.label for form in FORMS for field in form.fields} >= BRIEF


def test_nobody_is_asked_why_somebody_was_away() -> None:
    told = [label for form in FORMS for label in (field.label for field in form.fields)]
    samples = [path.read_text(encoding="utf-8") for path in sorted(DOCS.rglob("*.md"))]
    assert samples
    assert not [text for text in (*told, *samples) if re.search("公出|病假|事假", text)]
