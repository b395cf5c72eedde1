"""Numbers in the formats of Word's lists, as far as Chinese documents use them.

ECMA-376 17.18.59 (ST_NumberFormat) with [MS-DOCX] 2.4 (the strings of custom formats) and [MS-OI29500] 2.1.540 (where
Word departs from the standard).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

LARGEST = 32767
"""The largest number that Word counts to."""

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LETTERS = 26
_LAST_LETTERS = 30 * _LETTERS
_CIRCLES = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))
_FULL_WIDTH = {48 + digit: 0xFF10 + digit for digit in range(10)}


@dataclass(frozen=True, slots=True)
class _Places:
    """Numerals with words for ten, hundred, thousand and ten thousand."""

    digits: str
    places: tuple[str, str, str, str]
    zero: str = "零"
    """Between places: 一百零一; empty where none is written."""

    bare_tens: bool = True
    """Whether 10 to 19 are written without 一: 十二."""

    bare_places: bool = False
    """Whether one hundred and one thousand are written without 一: 百二."""

    def of(self, value: int) -> str:
        """Above ten thousand Word writes no 零 between 万 and the rest ([MS-OI29500] 2.1.540 e)."""
        above, below = divmod(value, 10_000)
        if not above:
            return self._below(below, leading=True) or self.digits[0]
        return self._below(above, leading=True) + self.places[3] + self._below(below)

    def _below(self, value: int, *, leading: bool = False) -> str:
        words, gap = "", False
        for place in (3, 2, 1, 0):
            digit = value // 10**place % 10
            if not digit:
                gap = bool(words)
                continue
            words += (self.zero if gap else "") + self._place(digit, place, first=leading and not words)
            gap = False
        return words

    def _place(self, digit: int, place: int, *, first: bool) -> str:
        if not place:
            return self.digits[digit]
        bare = digit == 1 and ((place == 1 and self.bare_tens and first) or self.bare_places)
        return ("" if bare else self.digits[digit]) + self.places[place - 1]


_SIMPLE = "零一二三四五六七八九"
_COUNTING = _Places(_SIMPLE, ("十", "百", "千", "万"))
_TAIWANESE = _Places(_SIMPLE, ("十", "百", "千", "萬"))
_JAPANESE = _Places(_SIMPLE, ("十", "百", "千", "万"), zero="", bare_places=True)
_LEGAL = _Places("零壹贰叁肆伍陆柒捌玖", ("拾", "佰", "仟", "万"), bare_tens=False)
_LEGAL_TRADITIONAL = _Places("零壹貳參肆伍陸柒捌玖", ("拾", "佰", "仟", "萬"), bare_tens=False)
_LEGAL_JAPANESE = _Places("〇壱弐参四伍六七八九", ("拾", "百", "阡", "萬"), zero="", bare_tens=False)


def _digit_by_digit(digits: str) -> Callable[[int], str]:
    return lambda value: "".join(digits[int(each)] for each in str(value))


def _counting(zero: str) -> Callable[[int], str]:
    """Up to 99 with 十, above digit by digit: 九十九, 一○○ ([MS-DOCX] 2.4)."""
    digits = _digit_by_digit(f"{zero}{_SIMPLE[1:]}")
    return lambda value: _COUNTING.of(value) if value < 100 else digits(value)


def _one_of(characters: Sequence[str]) -> Callable[[int], str]:
    """One character for each number; digits after the last."""
    return lambda value: characters[value - 1] if 0 < value <= len(characters) else str(value)


def _sexagenary(value: int) -> str:
    """Stem and branch: 甲子 to 癸亥, again and again."""
    return _STEMS[(value - 1) % 10] + _BRANCHES[(value - 1) % 12]


def _letters(first: int) -> Callable[[int], str]:
    """After z come aa, bb: the letter as often as the alphabet was gone through; digits after thirty times."""
    return lambda value: (
        chr(first + (value - 1) % _LETTERS) * ((value - 1) // _LETTERS + 1)
        if 0 < value <= _LAST_LETTERS
        else str(value)
    )


def _roman(value: int) -> str:
    words, rest = "", value
    for size, letters in _ROMAN:
        times, rest = divmod(rest, size)
        words += letters * times
    return words or "0"


def circled(value: int) -> str:
    """The circled number; Unicode has them up to 50, then （51）."""
    found = (chr(code + value - first) for first, last, code in _CIRCLES if first <= value <= last)
    return next(found, f"（{value}）")


def _enclosed(first: int, last: int, after: Callable[[int], str]) -> Callable[[int], str]:
    """Word writes bare digits after the last enclosed character; here they stay a label that is told from the text."""
    return lambda value: chr(first + value - 1) if 0 < value <= last else after(value)


def _ordinal(value: int) -> str:
    teens = value % 100 in {11, 12, 13}
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _padded(width: int) -> Callable[[int], str]:
    return lambda value: f"{value:0{width}}"


def _full_width(value: int) -> str:
    return str(value).translate(_FULL_WIDTH)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": _padded(2),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "chineseCounting": _counting("○"),
    "taiwaneseCounting": _counting("○"),
    "chineseCountingThousand": _COUNTING.of,
    "taiwaneseCountingThousand": _TAIWANESE.of,
    "chineseLegalSimplified": _LEGAL.of,
    "ideographLegalTraditional": _LEGAL_TRADITIONAL.of,
    "japaneseCounting": _JAPANESE.of,
    "japaneseLegal": _LEGAL_JAPANESE.of,
    "ideographDigital": _digit_by_digit(f"〇{_SIMPLE[1:]}"),
    "japaneseDigitalTenThousand": _digit_by_digit(f"〇{_SIMPLE[1:]}"),
    "taiwaneseDigital": _digit_by_digit(f"○{_SIMPLE[1:]}"),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedFullstop": _enclosed(0x2488, 20, lambda value: f"{value}."),
    "decimalEnclosedParen": _enclosed(0x2474, 20, lambda value: f"（{value}）"),
    "ideographEnclosedCircle": _enclosed(0x3220, 10, lambda value: f"（{_COUNTING.of(value)}）"),
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerLetter": _letters(ord("a")),
    "upperLetter": _letters(ord("A")),
    "hex": lambda value: f"{value:X}",
    "ordinal": _ordinal,
    "numberInDash": lambda value: f"- {value} -",
    "none": lambda _: "",
    "bullet": lambda _: "",
}


_CUSTOM = {
    "一, 十, 一○○(简), ...": "chineseCounting",
    "一, 十, 一百(简), ...": "chineseCountingThousand",
    "壹, 贰, 叁, ...": "chineseLegalSimplified",
    "一, 一〇, 一〇〇, ...": "ideographDigital",
    "甲, 乙, 丙, ...": "ideographTraditional",
    "子, 丑, 寅, ...": "ideographZodiac",
    "①, ②, ③, ...": "decimalEnclosedCircle",
}
"""Strings that stand for a format ([MS-DOCX] 2.4)."""

_PADDED = re.compile("(0{1,4}1)(?!\\d)")


def number_format(name: str) -> Callable[[int], str]:
    """What writes a number in a format of Word; digits for a format that Chinese documents do not use."""
    return _FORMATS.get(name, str)


def custom_format(pattern: str) -> Callable[[int], str]:
    """What writes a number like a custom format's first numbers: 001, 002, 003, ...; digits for an unknown pattern."""
    found = _PADDED.match(pattern)
    return number_format(_CUSTOM.get(pattern, "decimal")) if found is None else _padded(len(found[1]))
