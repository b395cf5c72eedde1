"""The criteria of the shipped standards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.evaluate.checks import parameter_models
from generator.load.standards import load_standards
from generator.model.standard import Criterion
from generator.model.standard_set import StandardSet
from tests.evaluate.cases import ROOT


@cache
def sets() -> tuple[StandardSet, ...]:
    """The standard sets under `docs/standards`."""
    return tuple(load_standards(ROOT / "docs", ROOT, parameter_models())[0])


def shipped() -> Iterator[Criterion]:
    """Every criterion of every set, in order."""
    return (criterion for one in sets() for standard in one.standards for criterion in standard.criteria)
