"""The outputs of blank forms (空表): each a module of this package with `OUTPUT`, found by being there.

A further output (workbook, Word, PDF) takes the same forms; a test asks of each that no field is missing in it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from generator.model.form import Form

PACKAGE = __name__.rpartition(".")[0]


class FormOutput(NamedTuple):
    """A way to make a form.  `make` gets the form and what of its head is known already, by label."""

    name: str
    make: Callable[[Form, Mapping[str, str]], str]


@cache
def form_outputs() -> Mapping[str, FormOutput]:
    """Every output, by its name."""
    return {output.name: output for output in _found()}


def _found() -> Iterator[FormOutput]:
    for module in pkgutil.iter_modules(importlib.import_module(PACKAGE).__path__):
        output = getattr(importlib.import_module(f"{PACKAGE}.{module.name}"), "OUTPUT", None)
        if isinstance(output, FormOutput):
            yield output
