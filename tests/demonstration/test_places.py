from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Never

import pytest

from generator.evaluate.assess import assess
from generator.evaluate.year_context import YearContext
from generator.load.records import load_dossier
from generator.model.standard_set import Criteria
from generator.validate.dossiers import validate_dossier
from tests.demonstration.conftest import Demonstration

ROOT = Path(__file__).parents[2]
AS_OF = date(2019, 11, 25)


def test_records_without_mistakes_are_not_asked_for_places(
    demonstration: Demonstration, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The place of a field is found by reading the file once more, which takes longer than all else of a branch."""

    def again(_sheet: object) -> Never:
        pytest.fail("a sound register was read once more")

    monkeypatch.setattr("generator.load.records.parse", again)
    terms = YearContext(as_of=AS_OF, year=AS_OF.year, institution=demonstration.index.institution)
    for entry in demonstration.index.branches():
        dossier, _ = load_dossier(entry, ROOT)
        assert dossier is not None
        assert validate_dossier(dossier, lambda _: Criteria({}, frozenset()), AS_OF) == []
        assert assess(demonstration.sets, dossier, terms).findings
