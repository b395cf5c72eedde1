"""Examples are shown for the year and the institution of whoever reads them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.example import AS_DECLARED, ExampleContext

ELSEWHERE = ExampleContext(2027, "甲大学")


@pytest.mark.parametrize(
    ("declared", "shown"),
    [
        ("2019-03-14", "2027-03-14"),
        ("2020-12-31", "2028-12-31"),
        ("2018-10-28", "2018-10-28"),
        ("120190", "120190"),
        ("示例大学2019年工作方案", "甲大学2027年工作方案"),
        (16, 16),
        ([{"自": "2019-03-01", "正式": 16}], [{"自": "2027-03-01", "正式": 16}]),
        (("2019",), ["2027"]),
    ],
)
def test_an_example_is_shown_for_its_reader(declared: Any, shown: Any) -> None:
    assert ELSEWHERE.apply(declared) == shown


def test_an_example_as_declared_is_unchanged() -> None:
    assert AS_DECLARED.apply("示例大学2019年，2020-12-31") == "示例大学2019年，2020-12-31"
