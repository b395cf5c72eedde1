"""Which standards a blank form answers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.form import Form
from generator.model.standard import Standard
from generator.present.kit.site import Site
from generator.present.kit.urls import form_file


def answered_standards(site: Site, form: Form) -> Iterator[Standard]:
    """Those whose checks ask for the form, or that its layout names, in the order of the set in force."""
    file, known = form_file(form.layout.id), site.default.standards
    for row in site.sets_in_force[0].standards:
        if row.id == form.layout.standard or any(each.form == file for each in known[row.id].criteria):
            yield row
