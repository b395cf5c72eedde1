"""The samples of the page on filling in: whoever copies one gets no problem of form."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.load.records import read_record
from generator.model.records.register import Register

_YEAR = re.compile(r"\[\[year([+-]\d)?\]\]")


def in_2019(text: str) -> str:
    """A page of the handbook as it reads in 2019."""
    return _YEAR.sub(lambda found: str(2019 + int(found[1] or 0)), text)


PAGE = (Path(__file__).parents[2] / "docs/help/filling.md").read_text(encoding="utf-8")
SAMPLES = re.findall(r"```yaml\n# (?:2018|2019)\.yml\n(.*?)```", in_2019(PAGE), re.DOTALL)


def test_there_is_a_sample_of_every_key() -> None:
    keys = {match for sample in SAMPLES for match in re.findall(r"^(\w+):", sample, re.MULTILINE)}
    fields = {str(field.alias) for name, field in Register.model_fields.items() if name != "source"}
    assert keys == fields - {"专人评定"}


@pytest.mark.parametrize("sample", SAMPLES, ids=[sample.partition(":")[0] for sample in SAMPLES])
def test_a_sample_is_well_formed(sample: str, tmp_path: Path) -> None:
    (tmp_path / "2019.yml").write_text(sample, encoding="utf-8")
    record, problems = read_record(tmp_path / "2019.yml", tmp_path, Register)
    assert problems == []
    assert record is not None


@pytest.mark.parametrize("key", ["推进计划", "对策"])
def test_plan_and_remedies_make_sense(key: str, found: Callable[..., Any]) -> None:
    (sample,) = (sample for sample in SAMPLES if sample.startswith(key))
    unknown = [problem for problem in found(sample) if problem.code != "R235"]  # only two criteria are known here
    assert unknown == []
