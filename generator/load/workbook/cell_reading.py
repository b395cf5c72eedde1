"""The value of a cell as the text that a YAML file would hold, by what its column is for.

Text that could stand in the file is left as it is.  What people and spreadsheets make of days, numbers and ticks is
understood where it has one meaning; where it has several, or is gone, a `Misread` quotes what stands there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from generator.load.workbook.written_days import Misread, day_in_text, month_in_text
from generator.load.workbook.written_times import times_in_text
from generator.model.grid import SURE_DIGITS, CellFault, CellValue, UnreadCell, cell_in_plain, digits
from generator.model.numerals import number
from generator.model.shape import FieldKind

_YES = frozenset({"是", "√", "✓", "✔", "☑", "有", "对", "y", "yes", "true", "1"})
_NO = frozenset({"否", "×", "✗", "✘", "✕", "☒", "x", "无", "错", "n", "no", "false", "0"})
_DAYS_FROM, _DAYS_TO = 25569, 73415
"""Serial numbers that are taken for days: 1970 to 2100."""

_1904 = 1462
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SPAN = re.compile(r"(\d{1,3})(?::|小时)([0-5]\d)分?")
_MONTH_AND_ZERO = re.compile(r"\d{4}\.1")
_EPOCH = date(1899, 12, 30)


def read_cell(
    kind: FieldKind,
    value: CellValue,
    choices: tuple[str, ...] = (),
    *,
    hours: bool = False,
    from_1904: bool = False,
    untyped: bool = False,
) -> str | Misread:
    """The text of a cell of a column of that kind.

    `hours` is set where it holds hours, which may be written as a span of time; `from_1904` is set where a workbook counts its days from 1904; `untyped` where cells are all text, whatever they were (.csv).
    """
    if isinstance(value, str):
        if hours and (span := _SPAN.fullmatch(_narrow(value))):
            return _to_hours(timedelta(hours=int(span[1]), minutes=int(span[2])))
        return _from_text(kind, value, choices, untyped=untyped)
    if isinstance(value, UnreadCell):
        return _unread(value)
    if hours and isinstance(value, time | timedelta):
        return _to_hours(value)
    return _FROM_VALUE.get(kind, _to_text)(value, from_1904)


def _unread(cell: UnreadCell) -> Misread:
    if cell.fault is CellFault.UNCALCULATED:
        return Misread("T121", "公式没有算出结果", "请用 Excel 或 WPS 打开、保存一次，或直接写上结果。")
    if cell.fault is CellFault.PICTURE:
        return Misread("T123", "这一格里是图片", "请写成文字。")
    return Misread("T122", f"这一格是错误值 {cell.shown}", "请改正公式，或直接写上结果。")


def _from_text(kind: FieldKind, text: str, choices: tuple[str, ...], *, untyped: bool) -> str | Misread:
    if kind is FieldKind.DAY:
        return day_in_text(text)
    if kind is FieldKind.MONTH:
        if untyped and _MONTH_AND_ZERO.fullmatch(text.strip()):
            return _either_month(text.strip())
        return month_in_text(text)
    if kind is FieldKind.CHOICE:
        return _choice(text, choices)
    read = _TEXTS.get(kind)
    return read(text) if read else text


def _choice(text: str, choices: tuple[str, ...]) -> str:
    if text in choices:
        return text
    plain = _narrow(text)
    return next((each for each in choices if _narrow(each) == plain), text)


def _narrow(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _count(text: str) -> str:
    plain = _narrow(text)
    if plain.isascii() and plain.isdigit():
        return text if text.isascii() and text.isdigit() else plain
    value = number(plain)
    return text if value is None else str(value)


def _amount(text: str) -> str:
    plain = _narrow(text)
    if _THOUSANDS.fullmatch(plain):
        return plain.replace(",", "")
    if re.fullmatch(r"\d+(?:\.\d+)?", plain, re.ASCII):
        return plain
    value = number(plain)
    return text if value is None else str(value)


def _flag(text: str) -> str:
    plain = _narrow(text).casefold()
    return "是" if plain in _YES else "否" if plain in _NO else text


def _identifier(text: str) -> str:
    return _narrow(text)


_TEXTS: Mapping[FieldKind, Callable[[str], str]] = MappingProxyType(
    {
        FieldKind.TIMES: times_in_text,
        FieldKind.COUNT: _count,
        FieldKind.NUMBER: _amount,
        FieldKind.FLAG: _flag,
        FieldKind.IDENTIFIER: _identifier,
        FieldKind.BRANCH: _identifier,
    }
)


def _to_day(value: CellValue, from_1904: bool) -> str | Misread:
    if isinstance(value, date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float | int) and value == int(value):
        return _serial(int(value), from_1904) or _lost(value, "请写成文字：2026-09-20。")
    return _lost(value, "请写成文字：2026-09-20。")


def _to_month(value: CellValue, from_1904: bool) -> str | Misread:
    day = value.date() if isinstance(value, datetime) else value
    if isinstance(day, date):
        return day.strftime("%Y-%m") if day.day == 1 else day.isoformat()
    shown = cell_in_plain(value)
    if isinstance(value, float | int) and not isinstance(value, bool):
        if value == int(value) and month_in_text(shown) != shown:
            return month_in_text(shown)
        if value == int(value) and (serial := _serial(int(value), from_1904)):
            return serial.removesuffix("-01")
        if _MONTH_AND_ZERO.fullmatch(shown):
            return _either_month(shown)
    return _lost(value, "请写成文字：2026-09。")


def _either_month(shown: str) -> Misread:
    year = shown[:4]
    return Misread("T124", f"“{shown}”看不出是 1 月还是 10 月", f"请写成文字：{year}-01 或 {year}-10。")


def _serial(value: int, from_1904: bool) -> str:
    """The day of a serial number or of a run of eight digits; empty where it is neither."""
    run = day_in_text(str(value))
    if isinstance(run, str) and run != str(value):
        return run
    value += _1904 if from_1904 else 0
    return (_EPOCH + timedelta(days=value)).isoformat() if _DAYS_FROM <= value <= _DAYS_TO else ""


def _to_times(value: CellValue, _: bool) -> str | Misread:
    if isinstance(value, datetime):
        value = value.time()
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond)
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        if abs(value.total_seconds() - 60 * minutes) <= 1 and minutes < 24 * 60:
            return f"{minutes // 60:02}:{minutes % 60:02}"
    return _lost(value, "请写成文字：14:30-16:10。")


def _to_number(value: CellValue, _: bool) -> str | Misread:
    if isinstance(value, float | int) and not isinstance(value, bool):
        return digits(value)
    if isinstance(value, date | time | timedelta):
        return Misread("T127", f"存成了日期或时间“{cell_in_plain(value)}”", "请把这一格的格式改成“常规”，再写一遍数。")
    return _lost(value, "请写阿拉伯数字。")


def _to_hours(span: time | timedelta) -> str | Misread:
    if isinstance(span, time):
        span = timedelta(hours=span.hour, minutes=span.minute, seconds=span.second)
    hours = round(span.total_seconds() / 60) / 60
    if round(hours, 2) != round(hours, 6):
        return Misread("T124", f"“{cell_in_plain(span)}”不是两位小数以内的学时", "请写成数：2.5。")
    return digits(hours)


def _to_flag(value: CellValue, _: bool) -> str | Misread:
    if isinstance(value, bool) or value in {0, 1}:
        return "是" if value else "否"
    return cell_in_plain(value)


def _to_text(value: CellValue, _: bool) -> str | Misread:
    if isinstance(value, date | time | timedelta):
        hint = "请把这一格的格式改成“文本”，再写一遍。"
        return Misread("T127", f"存成了日期或时间“{cell_in_plain(value)}”", hint)
    if isinstance(value, float) and (value != int(value) or abs(value) >= SURE_DIGITS):
        return _lost(value, "请把这一格的格式改成“文本”，再写一遍。")
    return cell_in_plain(value)


def _lost(value: CellValue, hint: str) -> Misread:
    return Misread("T124", f"存成了数“{cell_in_plain(value)}”，看不出原来写的是什么", hint)


_FROM_VALUE: Mapping[FieldKind, Callable[[CellValue, bool], str | Misread]] = MappingProxyType(
    {
        FieldKind.DAY: _to_day,
        FieldKind.MONTH: _to_month,
        FieldKind.TIMES: _to_times,
        FieldKind.COUNT: _to_number,
        FieldKind.NUMBER: _to_number,
        FieldKind.FLAG: _to_flag,
    }
)
