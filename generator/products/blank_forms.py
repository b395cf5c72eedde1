"""Blank forms with a branch's name, a month and its planned day filled in: for Word, or as PDF one sheet each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.build.edition import Edition
from generator.formats.pdf.engine import compile_pdf
from generator.formats.pdf.form_sheets import forms_source
from generator.model.files import declared_forms
from generator.model.form import Form
from generator.model.form_sheet import FormBooklet
from generator.model.index import Index
from generator.model.record_file import HOLDERS, Owner
from generator.present.forms.form_sheets import form_booklet
from generator.present.forms.prefilled import month_blanks, planned_blanks
from generator.present.kit.pdf_urls import FORMS_BOOKLET
from generator.present.kit.site import Site
from generator.present.paper.form import form_paper
from generator.products.paper_files import PaperFile, asked_for, sound_survey, write_files
from generator.settings import Scope, Settings


def write_forms(
    settings: Settings, folder: Path, *, branch: str | None, month: date | None, forms: Collection[str]
) -> list[Path]:
    """Write Word files of the forms that are asked for, all of them where none is named; `month` is its first day."""
    site, given = _filled_in(settings, branch, month)
    made = (PaperFile.word(id, form_paper(form, given, site.draft_note)) for id, form in _chosen(forms).items())
    return write_files(made, folder)


def print_forms(
    settings: Settings, folder: Path, *, branch: str | None, month: date | None, forms: Collection[str]
) -> list[Path]:
    """Write a PDF of each form that is asked for, or one of all of them with a list; `month` is its first day."""
    site, given = _filled_in(settings, branch, month)
    booklets = _booklets(site, given, _chosen(forms), together=not forms)
    made = (PaperFile(name, compile_pdf(forms_source(row), settings.typefaces)) for name, row in booklets)
    return write_files(made, folder)


def _chosen(ids: Collection[str]) -> Mapping[str, Form]:
    """The forms of these ids, all of them where none is named; raises ConfigurationError."""
    known = {form.layout.id: form for form in declared_forms()}
    return asked_for(known, ids, "空表", "编号见空表页各张表的网址。")


def _booklets(
    site: Site, given: Mapping[str, str], forms: Mapping[str, Form], *, together: bool
) -> Iterator[tuple[str, FormBooklet]]:
    """The files and what each holds: all of the forms, or one each."""
    if together:
        yield Path(FORMS_BOOKLET).name, form_booklet(site, forms.values(), given)
    else:
        yield from ((f"{id}.pdf", form_booklet(site, [form], given)) for id, form in forms.items())


def _filled_in(settings: Settings, branch: str | None, month: date | None) -> tuple[Site, Mapping[str, str]]:
    """The edition, and what the heads of its forms say already, by label."""
    scope = Scope(kind="branch", id=branch) if branch else None
    site = Edition.of(sound_survey(replace(settings, scope=scope))).site
    given = {**planned_blanks(site), **(month_blanks(site, month) if month else {})}
    return site, {**given, **(_names(site.index) if branch else {})}


def _names(index: Index) -> Mapping[str, str]:
    """Whose forms they are, by the label at the head: a branch's, or its committee's."""
    committee = index.committees[0]
    names = {Owner.BRANCH: committee.branches[0].name, Owner.COMMITTEE: committee.committee.name}
    return {HOLDERS[owner]: name for owner, name in names.items()}
