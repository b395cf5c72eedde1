"""Every field of every form stands in every output."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape

import pytest

from generator.model.files import RECORD_FILES, declared_forms
from generator.model.form import Form
from generator.model.record import Record
from generator.model.shape import shape_of
from generator.present.forms.outputs import FormOutput, form_outputs
from generator.present.forms.prefilled import prefilled_forms
from generator.present.kit.site import Site
from generator.present.prose_pages.values import fill_values

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
    assert made.count("<tr><td ") == 5
    assert '<td data-label="职务">组织委员</td><td data-label="得票"></td>' in made
    assert "□ 支委会选" in made


def test_the_printed_form_ticks_what_it_is_about() -> None:
    (form,) = (row for row in FORMS if row.layout.id == "lecture")
    made = form_outputs()["printed"].make(form, {})
    assert "☑ 党课" in made
    assert made.count("☑") == 1


def test_the_page_of_forms_has_all_of_them_with_what_they_answer(make_site: Callable[..., Site]) -> None:
    made = fill_values(make_site(), "[[forms]]", "forms/")
    assert [line for line in made.split("\n") if line.startswith("## ")] == [
        f"## {form.layout.title} {{#{form.layout.id}}}" for form in FORMS
    ]
    assert '对应 <a href="../standards/3-1/index.html">3.1 支部党员大会</a>（' in made
    assert "月第四个星期四，即" in made


def test_the_page_on_filling_in_has_every_file_and_every_field(make_site: Callable[..., Site]) -> None:
    files = fill_values(make_site(), "[[record-files]]", "help/filling/")
    fields = fill_values(make_site(), "[[record-fields]]", "help/filling/")
    for file in RECORD_FILES:
        name = file.name.replace("{year}", "2019").replace("{picture}", "*.jpg").replace("{attachment}", "*.docx")
        assert f"{name}` {file.title} | {file.filled_by} | {file.changes} |" in files
        if file.record is not None:
            (table,) = [part for part in fields.split("### ") if part.startswith(f"{file.title} {{#")]
            assert f"downloads/records/{file.id}{file.suffix}" in table
            assert f"downloads/records/{file.id}.schema.json" in table
            assert [key for key in keys(file.record, "") if f"\n| {key} | " not in table] == []


def keys(kind: type[Record], above: str) -> Iterator[str]:
    for field in shape_of(kind):
        yield f"{above}{field.label}"
        if field.record is not None:
            yield from keys(field.record, f"{above}{field.label} → ")


def test_a_field_is_seen_by_nobody_who_may_not_see_what_it_stands_in(make_site: Callable[..., Site]) -> None:
    fields = fill_values(make_site(), "[[record-fields]]", "help/filling/")
    rows = {row.split(" | ")[0][2:]: row.split(" | ")[3] for row in fields.split("\n") if row.startswith("| ")}
    assert rows["评定 → 意见"] == "党内版"
    assert rows["专人评定 → 意见"] == "专人版"
    assert rows["路线 → 站点"] == "公开版"


def test_a_branchs_form_has_its_name_and_the_next_planned_day(make_site: Callable[..., Site]) -> None:
    made = text_of(prefilled_forms(make_site(year=2019, as_of=date(2019, 11, 25)), "甲<党>支部"))
    words = [line.strip() for line in made.split("\n") if line.strip()]
    assert words[words.index("支部名称") + 1] == "甲<党>支部"
    assert words[words.index("计划日") + 1] == "2019年11月28日（11月第四个星期四）"
    assert "2019年12月26日" in prefilled_forms(make_site(year=2019, as_of=date(2019, 11, 29)), "甲")


@pytest.mark.parametrize("as_of", [date(2019, 12, 27), date(2020, 1, 5)])
def test_after_the_last_planned_day_of_the_year_there_is_no_form(make_site: Callable[..., Site], as_of: date) -> None:
    assert prefilled_forms(make_site(year=2019, as_of=as_of), "甲") == ""
