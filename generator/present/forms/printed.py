"""A blank form to print and fill in by hand: tables with borders and room to write, as HTML below a heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.form import Form
from generator.present.forms.lines import form_lines
from generator.present.forms.outputs import FormOutput
from generator.present.kit.templates import render


def printed(form: Form, given: Mapping[str, str], rows: Mapping[str, Sequence[Sequence[str]]] = {}) -> str:
    """The tables of a form; `given` is what its head says already, `rows` the cells of tables that are known, by label."""
    lines = form_lines(form)
    above, below = ([line for line in lines if line.below is wanted] for wanted in (False, True))
    return render("forms/printed", form=form, head=_head(form, given), lines=above, below=below, rows=rows)


OUTPUT = FormOutput("printed", printed)


def _head(form: Form, given: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(label, given.get(label, "")) for label in form.heading]
