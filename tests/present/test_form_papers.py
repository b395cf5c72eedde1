"""Every declared form as a Word file: all of its fields, on one sheet, small, and nothing that it should not know."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document

from generator.build.downloads import word_files
from generator.formats.word.package import to_docx
from generator.model.files import declared_forms
from generator.model.form import Form
from generator.model.paper import Paper, PaperLook, PaperTable, PaperText, TextLook, cells
from generator.model.paper_fit import fits_one_page, height_of
from generator.present.forms.prefilled import PLANNED
from generator.present.kit.site import Site
from generator.present.kit.urls import FORM_KILOBYTES
from generator.present.paper.form import form_paper

NAME = "甲学院第一<党>支部"


def words_of(data: bytes) -> list[str]:
    document = Document(BytesIO(data))
    found = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(row.text for row in document.paragraphs), *found]


@pytest.mark.parametrize("form", declared_forms(), ids=[form.layout.id for form in declared_forms()])
def test_a_form_is_one_sheet_with_every_field(form: Form) -> None:
    paper = form_paper(form, {form.heading[0]: NAME}, "整理稿")
    data = to_docx(paper)
    words = words_of(data)
    assert fits_one_page(paper)
    assert len(data) < 1000 * FORM_KILOBYTES
    assert words[:2] == ["整理稿", form.layout.title]
    assert NAME in words
    for field in form.fields:
        assert any(field.label in word for word in words), field
        assert all(any(f" {choice}" in word for word in words) for choice in field.choices if field in form.lines)
    for table in form.tables:
        assert any(word.startswith(table.label) for word in words)
        assert all(word in words for word in table.first)
    assert all(any(who in word for word in words) for who in form.layout.signatures)


def test_a_site_has_every_form_and_the_rule_of_the_planned_day(make_site: Callable[..., Site]) -> None:
    made = dict(word_files(make_site()))
    assert list(made) == [f"downloads/forms/{form.layout.id}.docx" for form in declared_forms()]
    assert any("月第四个星期四，即" in word for word in words_of(made["downloads/forms/theme-day.docx"]))
    assert made == dict(word_files(make_site()))


def test_what_is_known_stands_in_the_head() -> None:
    (form,) = (row for row in declared_forms() if row.layout.id == "theme-day")
    words = words_of(to_docx(form_paper(form, {PLANNED: "2019年11月28日"})))
    assert words[0] == form.layout.title
    assert words[words.index(PLANNED) + 1] == "2019年11月28日"


def test_a_page_is_full_when_its_rows_are_as_high_as_it_is() -> None:
    title, room = PaperText("题", TextLook.TITLE), PaperLook.SHEET.value.room
    left = room - height_of(Paper("题", (title, PaperTable((), (1,))), PaperLook.SHEET))
    for more, fits in ((-0.1, True), (0.1, False)):
        table = PaperTable((cells("甲"),), (1,), heights=(left + more,))
        assert fits_one_page(Paper("题", (title, table), PaperLook.SHEET)) is fits


def test_words_that_need_more_room_make_a_row_higher() -> None:
    def height(words: str) -> float:
        return height_of(Paper("题", (PaperTable((cells(words, ""),), (1, 1), heights=(1.0,)),), PaperLook.SHEET))

    assert height("字" * 22) == height("a" * 44) < height("字" * 44) == height("甲\n乙")
