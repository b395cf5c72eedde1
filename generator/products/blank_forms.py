"""Blank forms as Word files, with a branch's name, a month and its planned day filled in: what `zhibu word forms` writes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.build.edition import Edition
from generator.model.files import declared_forms
from generator.model.index import Index
from generator.model.record_file import HOLDERS, Owner
from generator.present.forms.prefilled import month_blanks, planned_blanks
from generator.present.paper.form import form_paper
from generator.products.paper_files import PaperFile, asked_for, sound_survey, write_files
from generator.settings import Scope, Settings


def write_forms(
    settings: Settings, folder: Path, *, branch: str | None, month: date | None, forms: Collection[str]
) -> list[Path]:
    """Write the forms that are asked for, all of them where none is named; `month` is its first day."""
    scope = Scope(kind="branch", id=branch) if branch else None
    site = Edition.of(sound_survey(replace(settings, scope=scope))).site
    given = {**planned_blanks(site), **(month_blanks(site, month) if month else {})}
    if branch:
        given |= _names(site.index)
    known = {form.layout.id: form for form in declared_forms()}
    chosen = asked_for(known, forms, "空表", "编号见空表页各张表的网址。")
    made = (PaperFile.word(id, form_paper(form, given, site.draft_note)) for id, form in chosen.items())
    return write_files(made, folder)


def _names(index: Index) -> Mapping[str, str]:
    """Whose forms they are, by the label at the head: a branch's, or its committee's."""
    committee = index.committees[0]
    names = {Owner.BRANCH: committee.branches[0].name, Owner.COMMITTEE: committee.committee.name}
    return {HOLDERS[owner]: name for owner, name in names.items()}
