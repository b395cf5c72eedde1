"""The index of terms leads to where each is treated, and leaves every text as it was."""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement

from generator.formats.pdf.term_index import index_terms
from generator.model.book_matter import IndexPlace, IndexTerm

DUES, LECTURE = IndexTerm("党费", "dǎng fèi", ("公示",)), IndexTerm("党课", "dǎng kè")


def tree(body: str) -> HtmlElement:
    return html.fragment_fromstring(body, create_parent="div")


def places(body: str, *terms: IndexTerm) -> dict[str, tuple[IndexPlace, ...]]:
    return {entry.word: entry.places for entry in index_terms([("a/", tree(body))], terms or (DUES, LECTURE))}


def test_the_first_mention_gets_a_target_and_the_text_stays() -> None:
    root = tree("<p>每月<b>收</b>党费，党费要公布。</p><p>再说党费</p>")
    before = root.text_content()
    (entry,) = index_terms([("a/", root)], [DUES])
    assert entry.places == (IndexPlace("a/#index-0"),)
    assert root.text_content() == before
    (target,) = root.xpath(".//*[@id='index-0']")
    assert target.tail == "党费，党费要公布。"


def test_a_chapter_or_section_named_after_it_is_the_place() -> None:
    assert places("<h1>2.1 党课</h1><p>党课每季一次。</p>") == {"党课": (IndexPlace("a/", main=True),)}
    section = places("<h1>题</h1><h2 id='s'>上党课</h2><p>党课每季一次。</p>")
    assert section == {"党课": (IndexPlace("a/#s", main=True),)}


def test_samples_links_and_bases_are_no_mentions() -> None:
    assert (
        places("<pre>党费</pre><ul class='zb-crumbs'><li>党费</li></ul><div class='zb-bases'><p>党费</p></div>") == {}
    )


def test_a_longer_term_is_not_a_mention_of_the_shorter() -> None:
    longer = IndexTerm("党费公布", "dǎng fèi gōng bù")
    assert set(places("<p>党费公布一年一次。</p>", DUES, longer)) == {"党费公布"}


def test_a_division_needs_both_words_in_one_block() -> None:
    (entry,) = index_terms([("a/", tree("<p>党费要交。</p><p>党费收支要公示。</p>"))], [DUES])
    assert entry.below == (("公示", (IndexPlace("a/#index-1"),)),)
    (alone,) = index_terms([("a/", tree("<p>党费要交。</p><p>名单要公示。</p>"))], [DUES])
    assert alone.below == ()


def test_a_word_that_markup_divides_has_its_target_at_the_start_of_the_block() -> None:
    root = tree("<p>要交党<b>费</b>。</p>")
    index_terms([("a/", root)], [DUES])
    assert root[0][0].get("id") == "index-0"
    assert root.text_content() == "要交党费。"


def test_what_everybody_mentions_is_listed_where_it_is_named_or_said_most() -> None:
    chapters = [(f"{number}/", tree(f"<p>{'党费。' * number}</p>")) for number in range(1, 12)]
    chapters.append(("named/", tree("<h1>党费</h1>")))
    (entry,) = index_terms(chapters, [DUES])
    assert [place.label.partition("#")[0] for place in entry.places] == [*(f"{n}/" for n in range(5, 12)), "named/"]


def test_entries_are_in_the_order_of_their_readings_and_unmentioned_ones_left_out() -> None:
    chapters = [("a/", tree("<p>党课</p><p>党费</p>"))]
    found = index_terms(chapters, [LECTURE, DUES, IndexTerm("应到", "yīng dào")])
    assert [entry.word for entry in found] == ["党费", "党课"]
    assert index_terms(chapters, []) == ()
