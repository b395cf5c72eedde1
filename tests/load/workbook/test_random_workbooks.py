"""Random workbooks: each planted fault is told at exactly its cell, nothing else is, and the other rows are as they were."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.load.workbook.book import read_incoming
from generator.load.workbook.units import Expected, ImportUnit
from generator.model.incoming import IncomingRow
from tests.load.workbook.random_workbooks import NAME, YEAR, planted

EXPECTED = Expected(
    units={"branch:aa-1": ImportUnit(scope="branch:aa-1", name="甲支部", parts={"committee": "aa", "branch": "aa-1"})},
    year=YEAR,
)


@pytest.mark.load
def test_each_fault_is_told_at_its_cell_and_nothing_else(load: Callable[[int], int]) -> None:
    for seed in range(load(500)):
        made = planted(seed)
        read = read_incoming(made.data, NAME, EXPECTED)
        assert {(each.code, str(each.source)) for each in read.problems} == made.faults, seed
        wrong = {(each.source.path, each.source.line) for each in read.problems}
        askew = {place.split("!")[1] for code, place in made.faults if code in {"T113", "T114"}}
        assert {table.key for table in read.tables} == set(made.rows) - askew, seed
        for table in read.tables:
            right = [row.values for row in table.rows if not _touches(row, wrong)]
            assert right == made.rows[table.key], (seed, table.key)


def _touches(row: IncomingRow, wrong: set[tuple[str, int]]) -> bool:
    lines = {(place.path, place.line) for place in (row.source, *row.places.values())}
    return bool(lines & wrong)
