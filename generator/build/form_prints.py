"""Blank forms on paper beside the pages: each a file of its own, and all of them as a booklet."""

from __future__ import annotations

from collections.abc import Mapping

from generator.formats.pdf.engine import TypstSource
from generator.formats.pdf.form_sheets import forms_source
from generator.model.files import declared_forms
from generator.present.forms.form_sheets import form_booklet
from generator.present.kit.pdf_urls import FORMS_BOOKLET
from generator.present.kit.site import Site
from generator.present.kit.urls import form_print


def form_prints(site: Site) -> Mapping[str, TypstSource]:
    """The booklet and every single form, by address."""
    single = {form_print(form.layout.id): forms_source(form_booklet(site, [form])) for form in declared_forms()}
    return {FORMS_BOOKLET: forms_source(form_booklet(site))} | single
