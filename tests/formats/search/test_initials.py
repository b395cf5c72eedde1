"""Initials of Chinese names."""

from __future__ import annotations

import unicodedata

import pytest
from pypinyin.pinyin_dict import pinyin_dict

from generator.formats.search.initials import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("网络信息中心党支部", "wlxxzxdzb"),
        ("信息学院教师1支部", "xxxyjs1zb"),
        ("MBA 中心（总支）", "mbazxzz"),
        ("", ""),
    ],
)
def test_each_character_is_its_first_letter(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_the_table_holds_the_first_readings_of_the_library_that_it_was_made_from() -> None:
    for code in range(0x4E00, 0xA000, 7):
        if code in pinyin_dict:
            first = unicodedata.normalize("NFD", pinyin_dict[code].split(",")[0])[0]
            assert initials(chr(code)) == first
