"""Records far from `as_of` are noticed from the registers' text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.load.index import load_index
from generator.load.record_dates import dates_away_from, place_of_as_of
from generator.model.record import Source

Write = Callable[[str, str | bytes], Path]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2019, 3, 1), (date(2019, 3, 2), date(2019, 10, 31))),
        (date(2019, 3, 2), None),
        (date(2020, 12, 31), None),
        (date(2021, 1, 1), (date(2019, 3, 2), date(2019, 10, 31))),
    ],
)
def test_the_first_and_the_last_day(
    write: Write, tmp_path: Path, as_of: date, expected: tuple[date, date] | None
) -> None:
    write("records/institution.yml", "名称: 示例大学\n")
    write("records/units/xx/committee.yml", "名称: 信息学院党委\n类型: 基层党委\n")
    write("records/units/xx/b1/branch.yml", "名称: 第一党支部\n类型: 教师\n成立: 2015-09-10\n")
    write(
        "records/units/xx/b1/2019.yml",
        "活动:\n  - {日期: 2019-10-31}\n  - {日期: 2019-02-30}\n  - {日期: '2019-03-02'}\n",
    )
    index, _ = load_index(tmp_path / "records", tmp_path)
    assert index is not None
    assert dates_away_from(index, tmp_path, as_of) == expected


def test_without_registers_there_is_no_day(write: Write, tmp_path: Path) -> None:
    write("records/institution.yml", "名称: 示例大学\n")
    index, _ = load_index(tmp_path / "records", tmp_path)
    assert index is not None
    assert dates_away_from(index, tmp_path, date(2019, 11, 25)) is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("site_name: 甲\nplugins:\n  - zhibu:\n      as_of: 2019-11-25\n", Source("mkdocs.yml", 4, 7)),
        ("site_name: 甲\n", Source("mkdocs.yml")),
        (None, Source("mkdocs.yml")),
    ],
)
def test_where_as_of_is_written(write: Write, tmp_path: Path, text: str | None, place: Source) -> None:
    if text is not None:
        write("mkdocs.yml", text)
    assert place_of_as_of(tmp_path) == place
