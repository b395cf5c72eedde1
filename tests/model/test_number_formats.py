"""Numbers in Word's formats, at the ends of what each can say."""

from __future__ import annotations

import pytest

from generator.model.number_formats import circled, custom_format, number_format

WRITTEN = """
decimalZero                1 01       9 09         10 10        100 100
decimalFullWidth           1 １       10 １０
decimalFullWidth2          12 １２
decimalHalfWidth           12 12
chineseCounting            1 一       10 十        11 十一      20 二十      99 九十九    100 一○○      101 一○一     110 一一○
taiwaneseCounting          10 十      99 九十九    100 一○○
chineseCountingThousand    1 一       10 十        19 十九      20 二十      100 一百     101 一百零一  110 一百一十  111 一百一十一
chineseCountingThousand    1000 一千  1001 一千零一  1010 一千零一十  1100 一千一百  10000 一万  10001 一万一  12345 一万二千三百四十五
taiwaneseCountingThousand  101 一百零一  10000 一萬
chineseLegalSimplified     1 壹       2 贰         10 壹拾      11 壹拾壹    20 贰拾      101 壹佰零壹  10000 壹万
ideographLegalTraditional  2 貳       10 壹拾      10000 壹萬
japaneseCounting           10 十      100 百       101 百一     110 百十     200 二百     1000 千
japaneseLegal              1 壱       10 壱拾      23 弐拾参
ideographDigital           1 一       10 一〇      11 一一      100 一〇〇
japaneseDigitalTenThousand 10 一〇
taiwaneseDigital           10 一○
ideographTraditional       1 甲       10 癸        11 11
ideographZodiac            1 子       12 亥        13 13
ideographZodiacTraditional 1 甲子     60 癸亥      61 甲子
ideographEnclosedCircle    1 ㈠       10 ㈩        11 （十一）
decimalEnclosedCircle      1 ①        20 ⑳         21 ㉑        50 ㊿        51 （51）
decimalEnclosedFullstop    1 ⒈        20 ⒛         21 21.
decimalEnclosedParen       1 ⑴        20 ⒇         21 （21）
lowerRoman                 1 i        4 iv         9 ix         1999 mcmxcix
upperRoman                 14 XIV     0 0
lowerLetter                1 a        26 z         27 aa        53 aaa       780 {thirty}  781 781
upperLetter                27 AA
hex                        255 FF
ordinal                    1 1st      2 2nd        3 3rd        4 4th        11 11th      22 22nd       111 111th
none                       1 -
thaiNumbers                7 7
"""


@pytest.mark.parametrize("row", WRITTEN.strip().splitlines(), ids=lambda row: row.split()[0])
def test_a_format_writes_its_numbers(row: str) -> None:
    name, *pairs = row.split()
    told = {"-": "", "{thirty}": "z" * 30}
    expected = {int(value): told.get(words, words) for value, words in zip(pairs[::2], pairs[1::2], strict=True)}
    assert {value: number_format(name)(value) for value in expected} == expected


def test_a_number_in_dashes() -> None:
    assert number_format("numberInDash")(3) == "- 3 -"


@pytest.mark.parametrize(
    ("pattern", "seventh"),
    [
        ("01, 02, 03, ...", "07"),
        ("001, 002, 003, ...", "007"),
        ("00001, 00002, 00003, ...", "00007"),
        ("000001, 000002, ...", "7"),
        ("壹, 贰, 叁, ...", "柒"),
        ("一, 十, 一百(简), ...", "七"),
        ("α, β, γ, ...", "7"),
        ("", "7"),
    ],
)
def test_a_custom_format_is_told_by_its_first_numbers(pattern: str, seventh: str) -> None:
    assert custom_format(pattern)(7) == seventh


def test_circled_numbers_end_where_unicode_has_no_more() -> None:
    assert [circled(value) for value in (0, 1, 20, 21, 35, 36, 50, 51)] == [
        "（0）",
        "①",
        "⑳",
        "㉑",
        "㉟",
        "㊱",
        "㊿",
        "（51）",
    ]
