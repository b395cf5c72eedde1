"""What is said of cases: what is out of order or late, and never whether somebody may be admitted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.evaluate.cases import Case, cases

ROOT = Path(__file__).parents[2]
JUDGEMENT = re.compile(r"(?:可以|能够|应当|适合|具备)[^，。；]{0,4}(?:入党|转正|发展)|不合格[^的]|合格党员")


@pytest.mark.parametrize("case", [case for case in cases() if case.development is not None], ids=lambda case: case.id)
def test_no_reason_says_whether_somebody_may_be_admitted(case: Case) -> None:
    reasons = [finding.reason for finding in case.judge().values()]
    assert not [reason for reason in reasons if JUDGEMENT.search(reason)]


def test_the_program_has_no_such_words_for_cases() -> None:
    modules = (ROOT / "generator/evaluate/development").glob("*.py")
    assert not [path.name for path in modules if JUDGEMENT.search(path.read_text(encoding="utf-8"))]
