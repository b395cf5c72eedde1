"""Standards that a note of a visit names: known ones, and none that only the restricted edition shows."""

from __future__ import annotations

import pytest

from generator.model.records.register import Register
from generator.validate.visit_notes import check_noted_standards


@pytest.mark.parametrize(("standard", "expected"), [("3.1", []), ("9.9", ["N208"]), ("2.5", ["N208"])])
def test_a_note_names_a_standard_that_its_readers_may_see(standard: str, expected: list[str]) -> None:
    note = {"日期": "2019-11-12", "观摩点": "aa-2", "人数": "5", "会前": [{"标准": standard, "差距": "甲"}]}
    register = Register.model_validate({"观摩记录": [note]})
    found = check_noted_standards(register, ["3.1.1", "2.5.1"], ["2.5.1"])
    assert [problem.code for problem in found] == expected
