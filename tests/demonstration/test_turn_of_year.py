"""The demonstration carried on to the end of March 2020: `turn_of_year/` holds what was entered after its own day."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.disclose.judged import JudgedBranch
from generator.judge import judge
from generator.model.finding import Finding, Verdict
from generator.model.kinds import Part
from generator.model.record import Audience
from generator.settings import Scope, Settings
from generator.survey import survey

ROOT = Path(__file__).parents[2]
ADDED = Path(__file__).parent / "turn_of_year"
MET, UNMET, SOON, NOT_DUE = Verdict.MET, Verdict.UNMET, Verdict.DUE_SOON, Verdict.NOT_DUE


def merged(old: Any, new: Any) -> Any:
    """Rows are added to a list, keys to a mapping; anything else is replaced."""
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {key: merged(old.get(key), value) for key, value in new.items()}
    return [*old, *new] if isinstance(old, list) and isinstance(new, list) else new


@pytest.fixture(scope="module")
def carried_on(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with the demonstration's records and the added ones."""
    root = tmp_path_factory.mktemp("turn")
    for name in ("docs", "records"):
        shutil.copytree(ROOT / name, root / name)
    for path in sorted(ADDED.rglob("*.yml")):
        target = root / "records" / path.relative_to(ADDED)
        old = yaml.load(target.read_text("utf-8"), yaml.BaseLoader) if target.exists() else {}
        whole = merged(old, yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
        target.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return root


@cache
def judged(root: Path, as_of: str, year: int) -> JudgedBranch:
    """The branch on that day, that year first."""
    settings = Settings(
        root=root,
        docs=root / "docs",
        records=root / "records",
        as_of=date.fromisoformat(as_of),
        year=year,
        audience=Audience.RESTRICTED,
        scope=Scope(kind="branch", id="xx-js1"),
    )
    (row,) = judge(survey(settings))
    return row


def found(root: Path, as_of: str, year: int) -> Mapping[tuple[str, str], Finding]:
    """What the branch shows on that day of that year, by criterion and period."""
    return {(row.criterion, row.period.name): row for row in judged(root, as_of, year).years[0].assessment.findings}


def test_the_added_rows_are_sound(carried_on: Path) -> None:
    """On their last day none is later than 截至, and none contradicts another."""
    assert [str(row) for row in judged(carried_on, "2020-04-01", 2019).problems] == []


def test_the_year_ends_with_nothing_missing_in_its_registers(carried_on: Path) -> None:
    """Only what people judge is still open, and an 一般 line stays 提示."""
    left = {
        row.criterion: row.verdict
        for row in found(carried_on, "2020-04-01", 2019).values()
        if row.part is Part.QUANTITATIVE and not row.quoted and row.verdict not in (MET, Verdict.NOT_APPLICABLE)
    }
    assert left == {"5.1.1": Verdict.ADVISORY}


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [("2019-12-21", NOT_DUE), ("2020-01-14", NOT_DUE), ("2020-01-15", MET), ("2020-03-31", MET), ("2020-04-01", MET)],
)
def test_a_meeting_of_january_counts_for_the_year_that_it_is_entered_under(
    carried_on: Path, as_of: str, verdict: Verdict
) -> None:
    assert found(carried_on, as_of, 2019)["3.6.1", "2019"].verdict is verdict


def test_it_does_not_count_for_the_year_in_which_it_was_held(carried_on: Path) -> None:
    assert found(carried_on, "2020-04-01", 2020)["3.6.1", "2020"].verdict is NOT_DUE


@pytest.mark.parametrize(
    ("criterion", "period", "as_of", "verdict"),
    [
        ("3.2.1", "2019-12", "2019-12-02", NOT_DUE),
        ("3.2.1", "2019-12", "2019-12-03", MET),
        ("3.5.2", "2019-12", "2019-12-25", SOON),
        ("3.5.2", "2019-12", "2019-12-26", MET),
        ("5.5.2", "2019-Q4", "2019-12-26", SOON),
        ("5.5.2", "2019-Q4", "2019-12-27", MET),
        ("7.1.1", "2019-Q4", "2019-12-04", NOT_DUE),
        ("7.1.1", "2019-Q4", "2019-12-05", MET),
        ("7.1.2", "2019-Q4", "2019-12-18", NOT_DUE),
        ("7.1.2", "2019-Q4", "2019-12-19", MET),
    ],
)
def test_the_last_weeks_settle_what_was_open(
    carried_on: Path, criterion: str, period: str, as_of: str, verdict: Verdict
) -> None:
    assert found(carried_on, as_of, 2019)[criterion, period].verdict is verdict


def test_the_new_year_begins_with_its_own_register(carried_on: Path) -> None:
    shown = found(carried_on, "2020-04-01", 2020)
    for criterion in ("3.1.1", "3.4.1", "5.5.2"):
        verdicts = [shown[criterion, f"2020-Q{number}"].verdict for number in (1, 2, 3, 4)]
        assert verdicts == [MET, NOT_DUE, NOT_DUE, NOT_DUE], criterion
    assert [shown["3.2.1", f"2020-{month:02d}"].verdict for month in (1, 2, 3, 4)] == [MET, MET, MET, NOT_DUE]
    assert shown["3.1.1", "2020-Q1"].verdict is not UNMET
