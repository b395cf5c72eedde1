"""Blank forms as Word files, with a branch's name, a month and its planned day filled in: what `zhibu word forms` writes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.build.edition import Edition
from generator.errors import ConfigurationError, RecordsRefusedError
from generator.model.files import declared_forms
from generator.model.form import Form
from generator.model.index import Index
from generator.model.nearest import did_you_mean
from generator.model.record_file import HOLDERS, Owner
from generator.present.forms.prefilled import month_blanks, planned_blanks
from generator.present.paper.form import form_paper
from generator.products.paper_files import PaperFile, write_files
from generator.settings import Scope, Settings
from generator.survey import survey


def write_forms(
    settings: Settings, folder: Path, *, branch: str | None, month: date | None, forms: Collection[str]
) -> list[Path]:
    """Write the forms that are asked for, all of them where none is named; `month` is its first day."""
    scope = Scope(kind="branch", id=branch) if branch else None
    surveyed = survey(replace(settings, scope=scope))
    if not surveyed.sound or surveyed.index is None:
        raise RecordsRefusedError("台账或标准有错误，没有写文件。", [row for row in surveyed.problems if row.is_error])
    site = Edition.of(surveyed).site
    given = {**planned_blanks(site), **(month_blanks(site, month) if month else {})}
    if branch:
        given |= _names(surveyed.index)
    made = (PaperFile.word(form.layout.id, form_paper(form, given, site.draft_note)) for form in _chosen(forms))
    return write_files(made, folder)


def _names(index: Index) -> Mapping[str, str]:
    """Whose forms they are, by the label at the head: a branch's, or its committee's."""
    committee = index.committees[0]
    names = {Owner.BRANCH: committee.branches[0].name, Owner.COMMITTEE: committee.committee.name}
    return {HOLDERS[owner]: name for owner, name in names.items()}


def _chosen(ids: Collection[str]) -> Iterator[Form]:
    known = {form.layout.id: form for form in declared_forms()}
    for id in ids:
        if id not in known:
            raise ConfigurationError(f"没有编号为 {id} 的空表。{did_you_mean(id, known, '编号见空表页各张表的网址。')}")
    return (form for id, form in known.items() if not ids or id in ids)
