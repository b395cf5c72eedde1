"""What people and spreadsheets write in cells, and the text that a YAML file would hold; what has several readings is told."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from generator.load.workbook.cell_reading import read_cell
from generator.load.workbook.written_days import Misread
from generator.model import fields
from generator.model.files import RECORD_FILES
from generator.model.grid import CellFault, CellValue, UnreadCell, cell_in_plain
from generator.model.record import Record
from generator.model.shape import FieldKind, kinds_within

DAY, MONTH, TIMES, COUNT, NUMBER = (
    FieldKind.DAY,
    FieldKind.MONTH,
    FieldKind.TIMES,
    FieldKind.COUNT,
    FieldKind.NUMBER,
)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        *[(text, "2026-09-20") for text in (
            "2026.9.20", "2026年9月20日", "2026/9/20", "2026-9-20", "20260920", "2026、9、20", "2026。9。20", "2026 年 9 月 20 日",
            "２０２６．９．２０", "2026年9月20号", "2026年9月20日（星期日）", "2026-09-20 周日", "周日 2026.9.20", "二〇二六年九月二十日",
            "2026‐09‐20", "2026−9−20", "2026·9·20", "2026-09-20 00:00:00", "2026-9-20T14:30:00", " 2026-09-20 ",
        )],
        ("2026-02-30", "2026-02-30"),
        ("2026.2.30", "2026-02-30"),
        ("待定", "待定"),
        ("2026年9月", "2026年9月"),
        (date(2026, 9, 20), "2026-09-20"),
        (datetime.fromisoformat("2026-09-20T14:30"), "2026-09-20"),
        (43538.0, "2019-03-14"),
        (25569.0, "1970-01-01"),
        (73415.0, "2100-12-31"),
        (20190314.0, "2019-03-14"),
    ],
)  # fmt: skip
def test_a_day_is_understood_or_left_as_it_is(value: CellValue, day: str) -> None:
    assert read_cell(DAY, value) == day


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        (DAY, "26-9-20", "T125"),
        (DAY, "9/20/2026", "T125"),
        (DAY, "9月20日", "T125"),
        (DAY, "9.20", "T125"),
        (DAY, "2026年9月20日星期六", "T126"),
        (DAY, 2019.1, "T124"),
        (MONTH, timedelta(hours=1), "T124"),
        (NUMBER, True, "T124"),
        (DAY, 25568.0, "T124"),
        (DAY, 73416.0, "T124"),
        (DAY, True, "T124"),
        (DAY, time(9, 20), "T124"),
        (MONTH, 2019.1, "T124"),
        (MONTH, 2019.3, "T124"),
        (MONTH, 2019.0, "T124"),
        (MONTH, "9月", "T125"),
        (TIMES, 0.6, "T124"),
        (TIMES, time(14, 30, 40), "T124"),
        (TIMES, timedelta(hours=24), "T124"),
        (COUNT, date(1900, 1, 18), "T127"),
        (COUNT, timedelta(hours=18), "T127"),
        (NUMBER, time(2, 30), "T127"),
        (FieldKind.TEXT, date(2019, 3, 14), "T127"),
        (FieldKind.TEXT, 3.1, "T124"),
        (FieldKind.TEXT, 123456789012345678.0, "T124"),
        (FieldKind.IDENTIFIER, 3.1, "T124"),
        (FieldKind.CHOICE, time(9), "T127"),
        (FieldKind.TEXT, UnreadCell(CellFault.UNCALCULATED), "T121"),
        (DAY, UnreadCell(CellFault.ERROR, "#N/A"), "T122"),
        (FieldKind.TEXT, UnreadCell(CellFault.PICTURE), "T123"),
    ],
)
def test_what_has_several_readings_is_told(kind: FieldKind, value: CellValue, code: str) -> None:
    read = read_cell(kind, value)
    assert isinstance(read, Misread)
    assert read.code == code
    assert read.hint.endswith("。")
    if not isinstance(value, UnreadCell):
        assert f"“{cell_in_plain(value)}”" in read.message


def test_the_two_months_of_a_number_are_named() -> None:
    assert read_cell(MONTH, 2019.1) == Misread(
        "T124", "“2019.1”看不出是 1 月还是 10 月", "请写成文字：2019-01 或 2019-10。"
    )
    assert read_cell(MONTH, "2019.1") == "2019-01"
    assert read_cell(MONTH, "2019.1", untyped=True) == read_cell(MONTH, 2019.1)


def test_the_weekday_of_the_day_is_told() -> None:
    read = read_cell(DAY, "2026年9月20日 周六")
    assert isinstance(read, Misread)
    assert read.hint == "2026-09-20 是星期日，请核对日期和星期。"


def test_serial_numbers_of_1904_begin_later() -> None:
    assert read_cell(DAY, 43538.0 - 1462, from_1904=True) == "2019-03-14"


@pytest.mark.parametrize(
    ("value", "month"),
    [
        *[(text, "2026-09") for text in ("2026.9", "2026年9月", "2026/09", "２０２６年９月份", "202609", "二〇二六年九月", "2026-9", "2026‐9")],
        ("2026-09", "2026-09"),
        ("2026-13", "2026-13"),
        ("九月", "九月"),
        (date(2026, 9, 1), "2026-09"),
        (date(2026, 9, 2), "2026-09-02"),
        (202609.0, "2026-09"),
        (43525.0, "2019-03"),
    ],
)  # fmt: skip
def test_a_month_is_understood_or_left_as_it_is(value: CellValue, month: str) -> None:
    assert read_cell(MONTH, value) == month


@pytest.mark.parametrize(
    ("value", "times"),
    [
        ("14：30—16：10", "14:30-16:10"),
        ("下午2:30-4:10", "14:30-16:10"),
        ("上午9:00—11:30", "09:00-11:30"),
        ("上午10:30-下午1:00", "10:30-13:00"),
        ("14时30分", "14:30"),
        ("下午2点半", "14:30"),
        ("14点", "14:00"),
        ("晚上7点", "19:00"),
        ("中午12:30", "12:30"),
        ("14:30:00", "14:30"),
        ("14.30-16.10", "14:30-16:10"),
        ("14:30 - 16:10", "14:30 - 16:10"),
        ("25:00", "25:00"),
        ("待定", "待定"),
        ("9:00-10:00-11:00", "9:00-10:00-11:00"),
        (time(14, 30, 0, 3000), "14:30"),
        (time(14, 29, 59, 500_000), "14:30"),
        (timedelta(hours=14, minutes=30), "14:30"),
        (datetime.fromisoformat("2019-03-14T14:30"), "14:30"),
    ],
)
def test_times_are_understood_or_left_as_they_are(value: CellValue, times: str) -> None:
    assert read_cell(TIMES, value) == times


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (COUNT, 18.0, "18"),
        (COUNT, 18.5, "18.5"),
        (COUNT, -1.0, "-1"),
        (COUNT, "１８", "18"),
        (COUNT, " 18 ", "18"),
        (COUNT, "018", "018"),
        (COUNT, "二十四", "24"),
        (COUNT, "18人", "18人"),
        (NUMBER, 2.5, "2.5"),
        (NUMBER, 0.1 + 0.2, "0.3"),
        (NUMBER, "３２６０．５０", "3260.50"),
        (NUMBER, "1,234.50", "1234.50"),
        (NUMBER, "1,23", "1,23"),
        (NUMBER, "十二", "12"),
        (NUMBER, "2.5学时", "2.5学时"),
        *[(FieldKind.FLAG, value, "是") for value in ("是", "√", "✔", "TRUE", "有", "Y", " 是 ", True, 1.0)],
        *[(FieldKind.FLAG, value, "否") for value in ("否", "×", "FALSE", "无", "n", False, 0.0)],
        (FieldKind.FLAG, "也许", "也许"),
        (FieldKind.TEXT, "302 ", "302 "),
        (FieldKind.TEXT, 302.0, "302"),
        (FieldKind.TEXT, True, "是"),
        (FieldKind.IDENTIFIER, " ＸＸ-1 ", "XX-1"),
        (FieldKind.BRANCH, "xx－1", "xx-1"),
        (FieldKind.TEXT, "", ""),
    ],
)
def test_other_kinds_are_read(kind: FieldKind, value: CellValue, text: str) -> None:
    assert read_cell(kind, value) == text


@pytest.mark.parametrize(
    ("value", "word"),
    [("支部党员大会 ", "支部党员大会"), ("选举口径:上级同意", "选举口径：上级同意"), ("支部大会", "支部大会")],
)
def test_a_choice_is_known_in_any_width(value: str, word: str) -> None:
    assert read_cell(FieldKind.CHOICE, value, ("支部党员大会", "选举口径：上级同意")) == word


@pytest.mark.parametrize(
    ("value", "hours"),
    [
        (timedelta(hours=56, minutes=30), "56.5"),
        (time(2, 15), "2.25"),
        ("56:30", "56.5"),
        ("2小时30分", "2.5"),
        (58.0, "58"),
    ],
)
def test_hours_may_be_spans_of_time(value: CellValue, hours: str) -> None:
    assert read_cell(NUMBER, value, hours=True) == hours


def test_noon_and_numbers_for_ticks_are_read() -> None:
    assert read_cell(TIMES, "中午1点") == "13:00"
    assert read_cell(FieldKind.FLAG, 2.0) == "2"


def test_hours_that_have_no_two_decimals_are_told() -> None:
    read = read_cell(NUMBER, timedelta(minutes=20), hours=True)
    assert isinstance(read, Misread)
    assert read.code == "T124"


def test_every_field_of_hours_is_called_so() -> None:
    kinds = {kind for file in RECORD_FILES if file.record for kind in kinds_within(file.record)}
    assert {label for kind in kinds for label in _labels_of_hours(kind)} == {"学时"}


def _labels_of_hours(kind: type[Record]) -> list[str]:
    return [str(field.alias) for field in kind.model_fields.values() if fields._hours.__name__ in repr(field)]
