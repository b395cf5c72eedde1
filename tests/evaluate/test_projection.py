"""What the internal edition publishes rests only on what it may show: a finding is the same for projected records."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.evaluate.assess import Above, assess
from generator.model.dossier import Dossier
from generator.model.record import Audience, project
from tests.evaluate.cases import BY_MODULE, Case, cases

PERSONS_TOLD_APART = {"committee", "duties", "groups", "hours"}
"""Checks that ask whether a name is written, or whether two rows are one person; the name itself is in no reason."""

COUNTS_OF_A_FEW = {"dues", "graduate_files"}
"""Checks of counts that are shown from ten people on: below, a verdict says whether they suffice, and no reason how many."""

INTERNAL = [case for case in cases() if BY_MODULE[case.module].parameters.audience is not Audience.RESTRICTED]


def _seen(dossier: Dossier) -> Dossier:
    receiver = dossier.receiver
    shown = dossier.project(Audience.INTERNAL)
    return replace(shown, receiver=receiver.project(Audience.INTERNAL) if receiver else None)


def _seen_above(above: Above) -> Above:
    unit = above.committee
    if unit is None:
        return above
    registers = project(dict(unit.registers), Audience.INTERNAL)
    return Above(replace(unit, registers=registers, further={}), above.institution)


@pytest.mark.parametrize(
    "case",
    [row for row in INTERNAL if row.module not in PERSONS_TOLD_APART | COUNTS_OF_A_FEW],
    ids=lambda row: row.id,
)
def test_a_finding_of_the_internal_edition_rests_on_nothing_hidden_from_it(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {name: (row.verdict, row.reason) for name, row in case.judge().items()}
    monkeypatch.setattr(
        "tests.evaluate.asking.assess",
        lambda sets, dossier, context, above: assess(sets, _seen(dossier), context, _seen_above(above)),
    )
    assert {name: (row.verdict, row.reason) for name, row in case.judge().items()} == told
