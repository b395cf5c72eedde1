"""What a year lacks to be judged well, and an `as_of` that lies away from every record."""

from __future__ import annotations

from datetime import date

import pytest

from generator.model.record import SOURCE_KEY, Source
from generator.model.records.organisation import Institution
from generator.validate.year import check_as_of, check_year

PLAN, CONFIG = Source("records/plan/2019.yml"), Source("mkdocs.yml", 3, 5)


def institution(*holidays: tuple[str, str], path: str = "records/institution.yml") -> Institution:
    rows = [{"名称": "假", "自": since, "至": until} for since, until in holidays]
    return Institution.model_validate({SOURCE_KEY: Source(path, 1, 1), "名称": "示例大学", "假期": rows})


@pytest.mark.parametrize(
    ("holidays", "planned", "codes"),
    [
        ([("2019-07-13", "2019-09-01")], {2019}, []),
        ([("2018-12-20", "2019-01-01")], {2019}, []),
        ([("2019-12-31", "2020-01-05")], {2019}, []),
        ([("2018-07-13", "2018-09-01"), ("2020-01-01", "2020-01-05")], {2019}, ["R260"]),
        ([], {2018, 2019}, ["R260"]),
        ([("2019-07-13", "2019-09-01")], {2018}, ["R261"]),
        ([], set(), ["R260", "R261"]),
    ],
)
def test_a_year_wants_its_holidays_and_its_plan(
    holidays: list[tuple[str, str]], planned: set[int], codes: list[str]
) -> None:
    assert [row.code for row in check_year(2019, institution(*holidays), PLAN, planned)] == codes


def test_an_institution_that_could_not_be_read_has_said_so_itself() -> None:
    assert list(check_year(2019, institution(path=""), PLAN, {2019})) == []


@pytest.mark.parametrize(
    ("as_of", "told"),
    [
        (date(2018, 12, 31), "早于台账的第一条记录"),
        (date(2019, 1, 1), ""),
        (date(2019, 11, 25), ""),
        (date(2020, 12, 31), ""),
        (date(2021, 1, 1), "已经一年多"),
    ],
)
def test_a_day_away_from_every_record_is_told_once(as_of: date, told: str) -> None:
    found = check_as_of(as_of, date(2019, 3, 2), date(2019, 10, 31), CONFIG)
    assert (found is not None) == bool(told)
    if found is not None:
        assert (found.code, found.source) == ("R262", CONFIG)
        assert told in found.message
