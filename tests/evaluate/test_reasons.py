"""What the golden cases are told, word for word: `GOLDEN=1 pytest tests/evaluate/test_reasons.py` writes `reasons/` anew.

A case says which verdict must come out; this says in which words, on which evidence and until when, and what a check
declares to the calendar.  Read the difference before you commit it: these are the sentences that secretaries read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.evaluate.parameters import CheckParameters
from generator.model.finding import Finding
from generator.model.kinds import ActivityKind
from tests.evaluate.cases import BY_MODULE, cases
from tests.evaluate.variations import effective

REASONS = Path(__file__).parent / "reasons"


@pytest.mark.parametrize("module", sorted(BY_MODULE))
def test_the_words_of_a_check(module: str) -> None:
    text = "".join(f"{line}\n" for line in _told(module))
    path = REASONS / f"{module}.txt"
    if os.environ.get("GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{path} is written with GOLDEN=1"
    assert text == path.read_text(encoding="utf-8")


def test_no_words_are_left_of_a_check_that_is_gone() -> None:
    assert {path.stem for path in REASONS.iterdir()} == set(BY_MODULE)


def _told(module: str) -> Iterator[str]:
    own = [case for case in cases() if case.module == module]
    yield from dict.fromkeys(_declared(effective(module, case.parameters)) for case in own)
    for case in own:
        findings = case.judge()
        yield case.slug
        yield from (f"  {line}" for name in case.verdicts for line in _lines(findings[name]))


def _declared(parameters: CheckParameters) -> str:
    """What the calendar and the blank forms learn."""
    schedule, forms = parameters.schedule(), parameters.forms()
    named = [form.value if isinstance(form, ActivityKind) else form.__name__ for form in forms]
    return f"declares {schedule}, forms {', '.join(named)}".removesuffix(", forms ")


def _lines(finding: Finding) -> Iterator[str]:
    due = f"（期限 {finding.due}）" if finding.due else ""
    yield f"{finding.period.name} {finding.verdict}{due}：{finding.reason}"
    if finding.restricted:
        yield f"  专人版另写 {finding.restricted}"
    for row in finding.evidence:
        yield f"  佐证 {row.label} {row.source}{'#' if row.anchor else ''}{row.anchor}".rstrip()
