"""What a book holds beside its chapters: the order of readings, and nothing that the chapters do not hold."""

from __future__ import annotations

import pytest

from generator.model.book_matter import (
    BookMatter,
    BookPart,
    ClauseLine,
    IndexTerm,
    ListedForm,
    PartStandard,
    RevisionLine,
)


@pytest.mark.parametrize(
    "readings",
    [
        ["bǎn", "dǎng"],
        ["dǎng fèi", "dǎng kè"],
        ["dǎng kè", "dǎng xiǎo zǔ"],
        ["dān dú", "dǎng fèi", "dào"],
        ["shī", "shí", "shǐ", "shì", "shi"],
        ["lù", "lǜ", "luó"],
        ["xī ān", "xiān"],
        ["dǎng", "dǎng kè"],
    ],
)
def test_terms_are_in_the_order_of_their_syllables(readings: list[str]) -> None:
    terms = [IndexTerm("词", reading) for reading in reversed(readings)]
    assert [term.reading for term in sorted(terms, key=lambda term: term.order)] == readings


@pytest.mark.parametrize(("reading", "letter"), [("ér", "E"), ("āi", "A"), ("chóng wēn", "C"), ("Dǎng", "D")])
def test_a_term_stands_under_its_first_letter(reading: str, letter: str) -> None:
    assert IndexTerm("词", reading).letter == letter


def test_what_the_chapters_do_not_hold_is_left_out() -> None:
    first, second = PartStandard("1.1", "甲", "standards/1-1/"), PartStandard("1.2", "乙", "standards/1-2/")
    whole = BookMatter(
        parts=(BookPart(1, "一", "aspects/1/", (first, second)), BookPart(2, "二", "aspects/2/", ())),
        clauses=(ClauseLine("一", "plan/text/#c-1", (first, second)), ClauseLine("二", "plan/text/#c-2", (second,))),
        forms=(ListedForm("表", "forms/#a"), ListedForm("无", "forms/#b")),
        revisions=(RevisionLine("2019-03-01", "改", (first, second)), RevisionLine("2019-03-02", "再改", (second,))),
    )
    kept = whole.held({"aspects/1/", "standards/1-1/", "plan/text/#c-1", "plan/text/#c-2", "forms/#a"})
    assert kept.parts == (BookPart(1, "一", "aspects/1/", (first,)),)
    assert kept.clauses == (ClauseLine("一", "plan/text/#c-1", (first,)),)
    assert kept.forms == (ListedForm("表", "forms/#a"),)
    assert kept.revisions == (RevisionLine("2019-03-01", "改", (first,)),)
