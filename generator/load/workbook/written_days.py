"""Days and months as people write them in cells: 2026.9.20, 2026年9月20日（星期日）, 二〇二六年九月.

What is understood becomes the text that a YAML file would hold; what has several readings is told; anything else is left as
it is, for the record kind to judge.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import NamedTuple

from generator.model.numerals import number


class Misread(NamedTuple):
    """Why what stands in a cell is not taken: code, message and hint of a Problem."""

    code: str
    message: str
    hint: str


_DASHES = "-‐−—–"
"""What keyboards and Word make of a hyphen, after NFKC."""

_BETWEEN = rf"\s*[{_DASHES}./年月。、·]\s*"
_WEEKDAYS = "一二三四五六日"
_WEEKDAY = re.compile(r"[\s(,]*(?:星期|周|礼拜)([一二三四五六日天])\s*\)?")
_CLOCK = re.compile(r"\s+\d{1,2}:\d{2}(?::\d{2})?$|T\d{2}:\d{2}.*$")
_WHOLE = re.compile(rf"(\d{{4}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{1,2}})\s*[日号]?")
_RUN = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_HAN = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号])?"
)
_SHORT = re.compile(rf"(\d{{1,2}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{1,2}}|\d{{4}})\s*[日号]?")
_YEARLESS = re.compile(rf"(\d{{1,2}})(?:{_BETWEEN})(\d{{1,2}})\s*[日号]?")
_MONTH = re.compile(rf"(\d{{4}})\s*[{_DASHES}./年。、·]\s*(\d{{1,2}})\s*(?:月份?)?")
_MONTH_RUN = re.compile(r"((?:19|20)\d{2})(0[1-9]|1[0-2])")
_MONTH_ALONE = re.compile(r"(\d{1,2})\s*月份?")
_WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day_in_text(text: str) -> str | Misread:
    """The day that a text names, as `2026-09-20`; the text itself where it names none."""
    if _WRITTEN.fullmatch(text):
        return text
    plain = unicodedata.normalize("NFKC", text).strip()
    weekday = _WEEKDAY.search(plain)
    plain = _CLOCK.sub("", _WEEKDAY.sub("", plain).strip()).strip()
    parts = _parts(plain)
    if parts is not None:
        return _agreed(parts, weekday[1] if weekday else "", text)
    if _SHORT.fullmatch(plain):
        return Misread("T125", f"“{text}”有几种读法", "请写四位数的年份：2026-09-20。")
    if _YEARLESS.fullmatch(plain):
        return Misread("T125", f"“{text}”没有写明是哪一年", "请写全年、月、日：2026-09-20。")
    return text


def month_in_text(text: str) -> str | Misread:
    """The month that a text names, as `2026-09`; the text itself where it names none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _MONTH.fullmatch(plain) or _MONTH_RUN.fullmatch(plain)
    if found:
        return f"{found[1]}-{int(found[2]):02}"
    if (han := _HAN.fullmatch(plain.removesuffix("份"))) and not han[3]:
        return f"{number(han[1])}-{number(han[2]) or 0:02}"
    if _MONTH_ALONE.fullmatch(plain):
        return Misread("T125", f"“{text}”没有写明是哪一年", "请写四位数的年份和月份：2026-09。")
    return text


def _parts(plain: str) -> tuple[int, int, int] | None:
    found = _WHOLE.fullmatch(plain) or _RUN.fullmatch(plain)
    if found:
        return int(found[1]), int(found[2]), int(found[3])
    han = _HAN.fullmatch(plain)
    if han and han[3]:
        return number(han[1]) or 0, number(han[2]) or 0, number(han[3]) or 0
    return None


def _agreed(parts: tuple[int, int, int], weekday: str, text: str) -> str | Misread:
    """The day, unless the weekday that stands beside it is that of another one."""
    written = "{:04}-{:02}-{:02}".format(*parts)
    try:
        day = date(*parts)
    except ValueError:
        return written
    real = _WEEKDAYS[day.weekday()]
    if weekday and weekday.replace("天", "日") != real:
        return Misread("T126", f"“{text}”的星期与日期不一致", f"{written} 是星期{real}，请核对日期和星期。")
    return written
