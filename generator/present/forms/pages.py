"""The page of blank forms (`[[forms]]`), and what the page on filling in says of files and their fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.model.example import ExampleContext
from generator.model.files import RECORD_FILES, declared_forms
from generator.model.form import Form
from generator.model.placeholders import Block
from generator.model.record import Audience, Record
from generator.model.record_file import RecordFile
from generator.model.shape import FieldKind, FieldShape, shape_of
from generator.present.forms.answers import answered_standards
from generator.present.forms.outputs import form_outputs
from generator.present.forms.prefilled import planned_blanks
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import FORM_KILOBYTES, form_download, root, sample_file, schema_file


class FieldRow(NamedTuple):
    """One field on the page on filling in: its key after those of what it stands in, and the widest edition that shows it."""

    key: str
    field: FieldShape
    what: str
    audience: Audience
    example: str


def _forms(site: Site, path: str) -> str:
    """Every blank form as Markdown with a heading of its own."""
    make, given, up = form_outputs()["printed"].make, planned_blanks(site), root(path)
    rows = [
        (form, _answers(site, form, up), make(form, given), f"{up}{form_download(form.layout.id)}")
        for form in declared_forms()
    ]
    return render("forms/forms", rows=rows, kilobytes=FORM_KILOBYTES)


def _record_files(site: Site, _path: str) -> str:
    """Which files there are, who fills them in and when, as a table in Markdown."""
    return render("forms/record_files", rows=[(file, _spoken(file, site)) for file in RECORD_FILES])


def _record_fields(site: Site, path: str) -> str:
    """The fields of every kind of file and of what stands in them, at every depth, as tables in Markdown."""
    up, context = root(path), site.example_context
    rows = [
        (
            file,
            list(_rows(file.record, "", Audience.PUBLIC, context)),
            f"{up}{sample_file(file.id, file.suffix)}",
            f"{up}{schema_file(file.id)}",
        )
        for file in RECORD_FILES
        if file.record is not None
    ]
    return render("forms/record_fields", files=rows)


def _answers(site: Site, form: Form, up: str) -> list[tuple[str, Markup]]:
    """The standards that a form answers: number and name linked, and the first clause that each rests on."""
    known = site.default.standards
    link = Markup('<a href="{}{}">{} {}</a>')
    return [
        (link.format(up, known[row.id].file, row.id, row.name), site.cites.basis(row.basis[0], up))
        for row in answered_standards(site, form)
        if row.basis
    ]


def _spoken(file: RecordFile, site: Site) -> str:
    """The path as it reads to whoever fills it in."""
    names = {"committee": "单位", "branch": "支部", "year": str(site.year), "picture": "*.jpg", "attachment": "*.docx"}
    return f"records/{file.pattern.format(**names)}"


def _rows(kind: type[Record], above: str, seen_by: Audience, context: ExampleContext) -> Iterator[FieldRow]:
    for field in shape_of(kind):
        audience = max(seen_by, field.audience, key=lambda each: each.rank)
        yield FieldRow(f"{above}{field.label}", field, _what(field), audience, _example(field, context))
        if field.record is not None:
            yield from _rows(field.record, f"{above}{field.label} → ", audience, context)


def _what(field: FieldShape) -> str:
    if field.record is not None:
        return "一条一条并列" if field.many else "下面各栏"
    told = "、".join(field.choices) if field.choices else field.kind.value
    return f"{told}，可写几个" if field.many else told


def _example(field: FieldShape, context: ExampleContext) -> str:
    if field.record is not None or field.kind is FieldKind.MAPPING:
        return ""
    example = context.apply(field.example)
    return f"[{', '.join(map(str, example))}]" if field.many else str(example)


BLOCKS = {Block.FORMS: _forms, Block.RECORD_FILES: _record_files, Block.RECORD_FIELDS: _record_fields}
