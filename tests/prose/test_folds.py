"""Sections of prose that are folded, with their headings as summaries."""

from __future__ import annotations

from generator.prose.folds import fold_sections

FOLDED = '<h2 class="zb-site-only zb-folded" id="blank">空表</h2>'


def test_a_marked_section_is_folded_up_to_the_next_heading_of_its_level() -> None:
    html = f'<h2 id="a">甲</h2><p>一</p>{FOLDED}<p>二</p><h3>三</h3><h2 id="b">乙</h2><p>四</p>'
    section = f'<details class="zb-fold zb-section"><summary>{FOLDED}</summary><p>二</p><h3>三</h3></details>\n'
    assert fold_sections(html) == f'<h2 id="a">甲</h2><p>一</p>{section}<h2 id="b">乙</h2><p>四</p>'


def test_the_last_section_ends_with_the_article_or_the_text() -> None:
    section = f'<details class="zb-fold zb-section"><summary>{FOLDED}</summary><p>二</p></details>\n'
    assert fold_sections(f"{FOLDED}<p>二</p></article><p>页脚</p>") == f"{section}</article><p>页脚</p>"
    assert fold_sections(f"{FOLDED}<p>二</p>") == section


def test_two_sections_in_a_row_are_two_folds() -> None:
    assert fold_sections(f"{FOLDED}<p>一</p>{FOLDED}<p>二</p>").count("<details") == 2


def test_a_summary_holds_no_link() -> None:
    linked = FOLDED.replace("</h2>", '<a class="headerlink" href="#blank" title="本节链接">#</a></h2>')
    assert fold_sections(f"{linked}<p>二</p>") == fold_sections(f"{FOLDED}<p>二</p>")


def test_other_pages_stay_as_they_are() -> None:
    html = '<h2 id="a" class="zb-folded-not">甲</h2><p>zb-folded</p>'
    assert fold_sections(html) == html
