"""How a place is told: in files by line and column, in tables as spreadsheets tell it."""

from __future__ import annotations

import pickle

import pytest

from generator.model.record import Source, column_letters


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (Source("records/2019.yml", 14, 5), "records/2019.yml:14:5"),
        (Source("a!b.yml", 14, 5), "a!b.yml:14:5"),
        (Source("台账.xlsx!组织生活", 17, 4), "台账.xlsx!组织生活!D17"),
        (Source("台账.XLSX!组织生活", 17, 0), "台账.XLSX!组织生活!17"),
        (Source("台账.xlsx!组织生活"), "台账.xlsx!组织生活"),
        (Source("台账.xlsx"), "台账.xlsx"),
        (Source("活动.csv!活动", 2, 28), "活动.csv!活动!AB2"),
    ],
)
def test_a_place_is_told(source: Source, told: str) -> None:
    assert str(source) == told
    assert str(pickle.loads(pickle.dumps(source))) == told


@pytest.mark.parametrize(("number", "letters"), [(0, ""), (1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_columns_have_letters(number: int, letters: str) -> None:
    assert column_letters(number) == letters
