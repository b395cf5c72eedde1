"""Words that mean the same as one term."""

from __future__ import annotations

from generator.formats.search.synonyms import NO_GROUPS, word_groups

GROUPS = word_groups([["交纳", "缴纳", "缴"], ["大会", "支部 大会"]])


def test_a_text_has_the_term_of_a_group_whose_words_it_holds() -> None:
    assert GROUPS.terms("缴纳") == {"缴", "纳", "缴纳", "\ue000\ue000"}
    assert {"\ue000\ue000", "\ue001\ue001"} <= GROUPS.terms("大会上交纳")


def test_a_single_letter_stands_for_no_group() -> None:
    assert GROUPS.terms("缴费") == {"缴", "费", "缴费"}


def test_a_word_is_there_as_a_whole_or_not_at_all() -> None:
    assert "\ue000\ue000" not in word_groups([["缴纳人"]]).terms("缴纳")


def test_without_groups_there_are_letters_and_pairs() -> None:
    assert NO_GROUPS.terms("党费") == {"党", "费", "党费"}
