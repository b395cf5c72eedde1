"""Numbers as official documents write them: 12, １２, 十二, 一千零一, 廿五, 二〇一九, ⑿, ⒓, ㈠."""

from __future__ import annotations

import unicodedata

HAN = "零〇○一二两三四五六七八九十百千廿卅"
_DIGITS = {
    "零": 0,
    "〇": 0,
    "○": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30}
_LEGAL = str.maketrans("一二三四五六七八九十", "壹贰叁肆伍陆柒捌玖拾")
_FROM_LEGAL = {value: key for key, value in _LEGAL.items()}
STEMS = "甲乙丙丁戊己庚辛壬癸"
LEGAL = "壹贰叁肆伍陆柒捌玖拾"
_NAMES = "零一二三四五六七八九"


def number(text: str) -> int | None:
    """The value of digits or Chinese numerals; None of anything else."""
    # Bounded, because int() of a very long string is slow, and the documents are not ours.
    if text.isdecimal():
        return int(text) if len(text) < 10 else None
    if not text or any(each not in HAN for each in text):
        return None
    written_out = any(each in _PLACES or each in _TENS for each in text)
    return _with_places(text) if written_out else _digit_by_digit(text)


def enclosed(character: str) -> int | None:
    """The value of ①, ⑴, ⒈ or ㈠."""
    return number("".join(each for each in unicodedata.normalize("NFKC", character) if each not in "()."))


def han(value: int) -> str:
    """A number up to 9999 in Chinese numerals: 二十一, 一千零一."""
    if value < 100:
        tens, ones = divmod(value, 10)
        return _NAMES[value] if value < 10 else ("" if tens == 1 else _NAMES[tens]) + _tens(ones)
    place = 1000 if value >= 1000 else 100
    count, rest = divmod(value, place)
    return f"{_NAMES[count]}{'千' if place == 1000 else '百'}{_below(rest, place)}"


def legal(value: int) -> str:
    """A number up to 99 as amounts of money write it: 壹, 拾贰."""
    return han(value).translate(_LEGAL)


def legal_number(text: str) -> int | None:
    """The value of 壹, 拾贰; None of anything else."""
    return number(text.translate(_FROM_LEGAL))


def _tens(ones: int) -> str:
    return "十" + (_NAMES[ones] if ones else "")


def _below(rest: int, place: int) -> str:
    """What follows 百 or 千: 一百零五, 一百一十, 一千零一十."""
    if rest == 0:
        return ""
    return ("零" if rest < place // 10 else "") + (_NAMES[1] if 10 <= rest < 20 else "") + han(rest)


def _digit_by_digit(text: str) -> int | None:
    return int("".join(str(_DIGITS[each]) for each in text)) if len(text) < 10 else None


def _with_places(text: str) -> int:
    total, digit = 0, 0
    for each in text:
        if each in _PLACES:
            total, digit = total + (digit or 1) * _PLACES[each], 0
        elif each in _TENS:
            total += _TENS[each]
        else:
            digit = _DIGITS[each]
    return total + digit
