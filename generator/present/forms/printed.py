"""A blank form to print and fill in by hand: tables with borders and room to write, as HTML below a heading."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.form import Form
from generator.present.forms.lines import form_lines
from generator.present.forms.outputs import FormOutput
from generator.present.kit.templates import render


def printed(form: Form, given: Mapping[str, str]) -> str:
    """The tables of a form; `given` is what its head says already, by label."""
    return render("forms/printed", form=form, head=_head(form, given), lines=form_lines(form))


OUTPUT = FormOutput("printed", printed)


def _head(form: Form, given: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(label, given.get(label, "")) for label in form.heading]
