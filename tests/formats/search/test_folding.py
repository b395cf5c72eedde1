"""Text as it is compared."""

from __future__ import annotations

import pytest

from generator.formats.search.folding import fold, shard_of, terms


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＡＢＣ１２％", "abc12%"),
        ("每季度至少召开 1 次", "每季度至少召开1次"),
        ("zhibu  build 命令", "zhibu build命令"),
        ("党\u200b费\u00ad", "党费"),
        ("第一行 \n 第二行", "第一行\n第二行"),
        ("全角\u3000空格", "全角空格"),
        (" a b ", "a b"),
    ],
)
def test_blanks_widths_and_case_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_terms_are_letters_and_pairs_of_them_within_a_line() -> None:
    assert terms("党费，a1\n按") == {"党", "费", "a", "1", "按", "党费", "a1"}


def test_no_term_spans_a_blank_or_a_mark() -> None:
    assert terms("a b。c_d") == {"a", "b", "c", "d"}


def test_the_shard_of_a_term_goes_by_its_code_points() -> None:
    assert shard_of("党费", 1024) == (0x515A * 31 + 0x8D39) % 1024
    assert shard_of("𠮷", 128) == 0x20BB7 % 128
