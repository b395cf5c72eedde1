"""Terms of the glossary explained in place: the first mention in running text, and nowhere else."""

from __future__ import annotations

import pytest

from generator.prose.terms import Terms, mark_terms

TERMS = Terms({"表决": "举手或投票", "表决权": "谁能表决", "党课": "每季 1 次 <支部>"})


def marked(word: str) -> str:
    return f'<abbr class="zb-term" title="{TERMS.meanings[word]}">{word}</abbr>'


def test_the_first_mention_is_explained_and_later_ones_are_not() -> None:
    assert mark_terms("<p>先表决，再表决。</p><p>表决</p>", TERMS) == f"<p>先{marked('表决')}，再表决。</p><p>表决</p>"


def test_the_longest_term_that_stands_there_counts() -> None:
    assert mark_terms("<p>表决权和表决</p>", TERMS) == f"<p>{marked('表决权')}和{marked('表决')}</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<h2>表决</h2>",
        '<a href="#">看<strong>表决</strong></a>',
        "<pre><code>表决</code></pre>",
        "<table><tr><th>表决</th></tr></table>",
        "<summary>表决</summary>",
        "<!-- 表决 > 表决 -->",
        '<img alt="表决">',
        "<abbr title=举手>表决</abbr>",
    ],
)
def test_headings_links_samples_and_attributes_stay(html: str) -> None:
    assert mark_terms(html, TERMS) == html
    assert mark_terms(f"{html}<p>表决</p>", TERMS) == f"{html}<p>{marked('表决')}</p>"


def test_a_page_does_not_explain_what_it_is_about() -> None:
    html = '<h1 id="a">3.4 党课</h1><p>党课和表决</p>'
    assert mark_terms(html, TERMS) == f'<h1 id="a">3.4 党课</h1><p>党课和{marked("表决")}</p>'


def test_meanings_are_escaped() -> None:
    assert 'title="每季 1 次 &lt;支部&gt;"' in mark_terms("<p>党课</p>", TERMS)


def test_without_terms_nothing_changes() -> None:
    assert mark_terms("<p>表决</p>", Terms({})) == "<p>表决</p>"
