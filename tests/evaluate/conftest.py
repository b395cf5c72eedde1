"""`ask`: literal records and one criterion in, findings by period out.  `held`: a literal activity."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model.dossier import Dossier
from generator.model.finding import Finding
from generator.model.standard_set import StandardSet
from tests.evaluate import asking
from tests.evaluate.asking import Mapped


@pytest.fixture
def ask() -> Callable[..., dict[str, Finding]]:
    """Judge one criterion: `ask(check, parameters, profile, activities, as_of=…)[period]` is a finding."""
    return asking.ask


@pytest.fixture
def held() -> Callable[..., Mapped]:
    """One activity with everything required filled in."""
    return asking.held


@pytest.fixture
def make_set() -> Callable[..., StandardSet]:
    """A standard set of one standard with the given criteria."""
    return asking.standard_set


@pytest.fixture
def make_dossier() -> Callable[..., Dossier]:
    """A dossier from literal profile and registers."""
    return asking.dossier
