"""Every criterion that is not 定性 is judged from records, and what several branches quote is judged once."""

from __future__ import annotations

import io
import json
from collections import Counter
from typing import Any

import pytest

from generator.cli.options import read_settings
from generator.formats.check_json import write_json
from generator.judge import check
from generator.model.kinds import Duty, Part
from generator.model.record import Audience
from generator.model.standard_set import StandardSet
from tests.demonstration.conftest import ROOT, Demonstration


@pytest.fixture(scope="module")
def findings() -> list[dict[str, Any]]:
    settings = read_settings(ROOT / "mkdocs.yml", {})
    out = io.StringIO()
    write_json(check(settings, Audience.RESTRICTED), settings.as_of, settings.year, out)
    rows: list[dict[str, Any]] = json.loads(out.getvalue())["findings"]
    return rows


def test_people_judge_what_is_qualitative_and_nothing_else(demonstration: Demonstration) -> None:
    main = demonstration.sets[0]
    asked = {row.id: row.part for standard in main.standards for row in standard.criteria}
    by_people = {id for id, each in main.parameters.items() if each.by_people}
    assert by_people == {id for id, part in asked.items() if part is Part.QUALITATIVE}
    assert (len(asked), len(asked) - len(by_people)) == (83, 62)


def test_every_criterion_is_judged(demonstration: Demonstration, findings: list[dict[str, Any]]) -> None:
    assert {row["criterion"] for row in findings} == set(demonstration.sets[0].parameters)


def test_no_fact_is_judged_twice(demonstration: Demonstration, findings: list[dict[str, Any]]) -> None:
    told = Counter((row["committee"], row["branch"], row["criterion"], row["year"], row["period"]) for row in findings)
    assert [key for key, times in told.items() if times > 1] == []
    for row in findings:
        subject = _subject(demonstration.sets, row)
        assert (row["committee"] is not None) == (subject is Duty.COMMITTEE), row
        assert (row["branch"] is not None) == (subject is Duty.BRANCH), row


def _subject(sets: tuple[StandardSet, ...], row: dict[str, Any]) -> Duty | None:
    chosen = next(each for each in sets if (each.id or "主") == row["set"])
    return chosen.parameters[row["criterion"]].subject(Duty(row["duty"]))
