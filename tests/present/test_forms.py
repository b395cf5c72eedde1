"""Every field of every form stands in every output."""

from __future__ import annotations

import re
from html import unescape

import pytest

from generator.model.files import declared_forms
from generator.model.form import Form
from generator.present.forms.outputs import FormOutput, form_outputs

FORMS = declared_forms()


def text_of(made: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "\n", made))


@pytest.mark.parametrize("form", FORMS, ids=[form.layout.id for form in FORMS])
@pytest.mark.parametrize("output", form_outputs().values(), ids=form_outputs())
def test_every_output_has_every_field(output: FormOutput, form: Form) -> None:
    made = text_of(output.make(form, {form.heading[0]: "甲学院第一党支部"}))
    words = {line.strip() for line in made.split("\n")}
    for field in form.fields:
        assert any(word.startswith(field.label) for word in words), field
        assert not field.group or any(word.startswith((field.group, field.label)) for word in words)
    for line in form.lines:
        assert line.hint in made or line.group
        assert all(f" {choice}" in made for choice in line.choices)
    assert {*form.heading, *(table.label for table in form.tables), "甲学院第一党支部"} <= words
    assert all(who in made for who in form.layout.signatures)


def test_the_printed_form_marks_what_is_needed_and_leaves_rows_blank() -> None:
    (form,) = (row for row in FORMS if row.layout.id == "election")
    made = form_outputs()["printed"].make(form, {})
    assert '日期<span class="zb-required">*</span>' in made
    assert '批复<span class="zb-required">' not in made
    assert made.count("<tr><td>") == 5
    assert "<tr><td>组织委员</td><td></td><td></td></tr>" in made
    assert "□ 支委会选" in made


def test_the_printed_form_ticks_what_it_is_about() -> None:
    (form,) = (row for row in FORMS if row.layout.id == "lecture")
    made = form_outputs()["printed"].make(form, {})
    assert "☑ 党课" in made
    assert made.count("☑") == 1
