"""The text that a page shows, by section."""

from __future__ import annotations

from generator.prose.sections import _SHORT, PageSection, article_of, page_sections, unit_sections


def _sections(html: str) -> list[PageSection]:
    return list(page_sections(html))


def test_the_article_is_what_the_theme_wraps() -> None:
    assert article_of('<nav>目录</nav><article class="md-content__inner"><h1>题</h1></article>') == "<h1>题</h1>"
    assert article_of("<p>没有</p>") == ""


def test_a_section_begins_at_a_heading_with_an_id_and_the_first_is_the_head_of_the_page() -> None:
    html = '<p>先说</p><h1 id="_1">题 <em>一</em></h1><p>甲</p><h2 id="b">乙</h2><h3>丙</h3><p>丁</p>'
    assert _sections(html) == [PageSection("", "题 一", "甲"), PageSection("b", "乙", "丙\n丁")]


def test_a_line_is_a_block_of_the_page() -> None:
    html = '<h1 id="a">题</h1><table><tr><th>甲<td>乙 <b>丙</b>丁</table><p>一\n二</p>三<br>四<ul><li>五<li>六</ul>'
    assert _sections(html)[0].text == "甲\n乙 丙丁\n一 二\n三\n四\n五\n六"


def test_entities_are_the_characters_that_they_stand_for() -> None:
    assert _sections('<h1 id="a">A &amp; B</h1><p>&lt;甲&gt;&nbsp;乙</p>') == [PageSection("", "A & B", "<甲> 乙")]


def test_what_is_no_text_for_readers_is_left_out() -> None:
    html = (
        '<h1 id="a">题<a class="headerlink" href="#a">#</a></h1><p class="zb-edition">党内版</p><!-- 注 -->'
        "<script>一</script><svg><title>图</title></svg><select><option>选</select><p>甲</p>"
    )
    assert _sections(html) == [PageSection("", "题", "甲")]


def test_what_is_marked_as_unsearched_is_left_out_with_all_it_holds() -> None:
    html = '<h1 id="a">题</h1><div data-unsearched><div>甲</div>乙</div><p data-unsearched class="x">丙</p><p>丁</p>'
    assert _sections(html) == [PageSection("", "题", "丁")]


def test_what_is_unsearched_and_never_closed_ends_with_the_page() -> None:
    assert _sections('<h1 id="a">题</h1><div data-unsearched><p>甲</p>') == [PageSection("", "题", "")]


def test_a_page_of_a_unit_is_its_headings_and_the_text_of_short_sections() -> None:
    html = (
        '<h1 id="page">甲支部</h1><p>截至</p><h2 id="gaps">缺项</h2><p>没有<b>缺项</b></p><h2 id="register">台账</h2>'
    )
    rows = "<p>行</p>".ljust(_SHORT + 1)
    assert list(unit_sections(html + rows)) == [
        PageSection("", "甲支部", ""),
        PageSection("gaps", "缺项", "没有缺项"),
        PageSection("register", "台账", ""),
    ]
    assert list(unit_sections(html + rows[:-1]))[-1] == PageSection("register", "台账", "行")


def test_a_folded_finding_says_its_standard_and_what_its_summary_says() -> None:
    html = (
        '<h1 id="page">甲支部</h1><h3 id="aspect-3">三</h3>'.ljust(_SHORT * 2)
        + '<details class="zb-standard">\n<summary><span class="a">3.4 党课 <span class="b">另行规定</span></span>'
        '<span class="c"><small>定量</small> <span>● 符合</span></span></summary>\n<div class="d" id="s-3-4">\n<p>细目</p></div>'
    )
    assert list(unit_sections(html))[2:] == [PageSection("s-3-4", "3.4 党课", "另行规定\n定量\n● 符合")]
