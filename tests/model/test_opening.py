"""Open days of a showcase."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.model.opening import complete, next_open_day, open_days, paused, slot_words
from generator.model.records.organisation import Holiday
from generator.model.records.showcase_visit import Opening, OpeningSlot

WEEKLY = {"每": "周", "星期": "四", "自": "14:30", "至": "16:30"}
MONTHLY = {"每": "月", "第": "4", "星期": "四", "自": "9:00", "至": "11:00"}
FIFTH = MONTHLY | {"第": "5", "星期": "五"}
SINGLE = {"日期": "2019-10-02", "自": "14:30", "至": "16:30"}
NATIONAL_DAY = (Holiday.model_validate({"名称": "国庆节", "自": "2019-10-01", "至": "2019-10-07"}),)


def opening(*slots: dict[str, str], **further: Any) -> Opening:
    contact = {"部门": "办公室", "职务": "组织委员"}
    told = {"方式": "预约", "每批人数": "10", "提前几天": "3", "联系": contact, "集合处": "门厅"}
    return Opening.model_validate({**told, "时段": slots, **further})


def days(given: Opening, first: str, last: str, holidays: tuple[Holiday, ...] = ()) -> list[str]:
    found = open_days(given, date.fromisoformat(first), date.fromisoformat(last), holidays)
    return [f"{row.day:%m-%d} {row.since}" for row in found]


@pytest.mark.parametrize(
    ("slot", "expected"),
    [
        (WEEKLY, ["10-03 14:30", "10-10 14:30", "10-17 14:30", "10-24 14:30", "10-31 14:30"]),
        (MONTHLY, ["10-24 09:00"]),
        (FIFTH, []),
        (SINGLE, ["10-02 14:30"]),
    ],
)
def test_each_way_of_repeating(slot: dict[str, str], expected: list[str]) -> None:
    assert days(opening(slot), "2019-10-01", "2019-10-31") == expected


def test_both_ends_count_and_a_fifth_friday_is_there_in_some_months() -> None:
    assert days(opening(WEEKLY), "2019-10-10", "2019-10-17") == ["10-10 14:30", "10-17 14:30"]
    assert days(opening(WEEKLY), "2019-10-11", "2019-10-16") == []
    assert days(opening(FIFTH), "2019-11-01", "2019-11-30") == ["11-29 09:00"]


def test_holidays_are_left_out_but_for_a_slot_that_names_its_day() -> None:
    given = opening(WEEKLY, SINGLE)
    assert days(given, "2019-09-30", "2019-10-09", NATIONAL_DAY) == ["10-02 14:30"]
    assert days(given, "2019-09-30", "2019-10-10", NATIONAL_DAY) == ["10-02 14:30", "10-10 14:30"]


def test_two_slots_of_a_day_come_by_time() -> None:
    assert days(opening(WEEKLY, MONTHLY), "2019-10-24", "2019-10-24") == ["10-24 09:00", "10-24 14:30"]


def test_a_pause_lasts_until_its_last_day_or_without_end() -> None:
    until = opening(WEEKLY, 方式="暂停", 暂停={"说明": "搬家", "至": "2019-10-10"})
    assert days(until, "2019-10-01", "2019-10-20") == ["10-17 14:30"]
    assert (paused(until, date(2019, 10, 10)), paused(until, date(2019, 10, 11))) == (True, False)
    endless = opening(WEEKLY, 方式="暂停", 暂停={"说明": "搬家"})
    assert days(endless, "2019-10-01", "2029-10-20") == []
    assert next_open_day(endless, date(2019, 10, 1)) is None


def test_the_next_open_day_may_be_the_day_itself() -> None:
    found = next_open_day(opening(WEEKLY), date(2019, 10, 3), NATIONAL_DAY)
    assert found is not None
    assert found.day == date(2019, 10, 10)
    found = next_open_day(opening(WEEKLY), date(2019, 10, 10), NATIONAL_DAY)
    assert found is not None
    assert found.day == date(2019, 10, 10)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"第": "6"}, False),
        ({"第": "0"}, False),
        ({"至": "09:00"}, False),
        ({"日期": "2019-10-02"}, False),
        ({"每": "周"}, False),
    ],
)
def test_a_slot_that_is_not_complete_opens_no_day(changes: dict[str, str], expected: bool) -> None:
    slot = OpeningSlot.model_validate(MONTHLY | changes)
    assert complete(slot) is expected
    assert bool(open_days(opening(MONTHLY | changes), date(2019, 10, 1), date(2019, 10, 31))) is expected


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        (WEEKLY, "每周四 14:30—16:30"),
        (MONTHLY, "每月第四个星期四 09:00—11:00"),
        (SINGLE, "2019年10月2日 14:30—16:30"),
    ],
)
def test_a_slot_in_words(slot: dict[str, str], words: str) -> None:
    assert slot_words(OpeningSlot.model_validate(slot)) == words
