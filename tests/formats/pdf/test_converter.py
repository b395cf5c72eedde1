"""HTML in, Typst markup out: the small decisions, without the engine."""

from __future__ import annotations

import pytest

from generator.formats.pdf.chapter_html import parse_chapter, take_footnotes
from generator.formats.pdf.converter import ChapterConverter
from generator.formats.pdf.destinations import Destinations
from generator.formats.pdf.elements import SCREEN_ONLY, SCREEN_ONLY_CLASSES
from generator.formats.pdf.flow import Flow
from generator.formats.pdf.heading_levels import HeadingLevels
from generator.formats.pdf.images import Pictures
from generator.formats.pdf.inline import Inline
from generator.formats.pdf.table_layout import PageMetrics, lay_out
from generator.formats.pdf.tables import read_grid

SHEET = PageMetrics(width=442.2, sizes=(12.0, 10.5, 9.0, 7.5), padding=0.42)
PAGE = "standards/3-1/"


def walk(html: str) -> str:
    tree = parse_chapter(html)
    notes = take_footnotes(tree)
    inline = Inline(
        PAGE, Destinations([(PAGE, tree), ("", parse_chapter("<h1>首页</h1>"))]), notes, Pictures(None, 442.2, 680)
    )
    return ChapterConverter(inline, HeadingLevels(), SHEET).blocks(tree)


@pytest.mark.parametrize(
    ("html", "markup"),
    [
        ("<p>字</p>", '#"字";'),
        ("<p>甲</p><p>乙</p>", '#"甲";\n\n#"乙";'),
        ("<p><b>粗</b>和<em>强</em></p>", '#strong[#"粗";]#"和";#emph[#"强";]'),
        ("<p>甲<br>乙</p>", '#"甲";#linebreak();#"乙";'),
        ("<p><strong></strong></p>", ""),
        ("<ul><li>甲</li><li>乙</li></ul>", '#list([#"甲";], [#"乙";])'),
        ('<ol start="3"><li>甲</li></ol>', '#enum(start: 3, [#"甲";])'),
        ('<ol type="a"><li>甲</li></ol>', '#enum(start: 1, numbering: counted("a."), [#"甲";])'),
        (
            '<ol><li>甲</li><li value="7">乙</li><li>丙</li><li></li><li>丁</li></ol>',
            '#enum(start: 1, [#"甲";], enum.item(7)[#"乙";], [#"丙";], enum.item(10)[#"丁";])',
        ),
        ("<h2></h2><p>末</p>", '#"末";'),
        ("<dl><dt>词</dt><dd>义</dd><dd>二</dd></dl>", '#terms(terms.item([#"词";], [#"义";\n\n#"二";]))'),
        ("<pre><span></span><code>a:\n  - b\n</code></pre>", '#sample("a:\\u{a}  - b")'),
        ("<p><q>引</q></p>", '#"“";#"引";#"”";'),
        ('<p><a href="https://a.cn/">外</a></p>', '#link("https://a.cn/")[#"外";]'),
        ('<p><a href="javascript:x">外</a></p>', '#"外";'),
        ('<p><a href="../../">首页</a></p>', '#refer("index", "plain")[#"首页";]'),
        ('<p><a href="../../index.html">首页</a></p>', '#refer("index", "plain")[#"首页";]'),
        ('<p><a href="../3-9/">没有的页</a></p>', '#"没有的页";'),
        ('<p><a href="#none">没有的锚</a></p>', '#refer("standards/3-1/", "plain")[#"没有的锚";]'),
        ('<p>（见<a href="#">本页</a>）</p>', '#"（见";#refer("standards/3-1/", "last")[#"本页";]#"）";'),
        ('<p>（<a href="#">甲</a>、乙）</p>', '#"（";#refer("standards/3-1/", "inner")[#"甲";]#"、乙）";'),
        ('<p>（<b>乙</b>）<a href="#">甲</a>）</p>', '#"（";#strong[#"乙";]#"）";#refer("standards/3-1/", "plain")[#"甲";]#"）";'),
        ('<ul class="zb-crumbs"><li><a href="#">甲</a></li></ul>', '#aside[#refer("standards/3-1/", "none")[#"甲";]]'),
        ('<p id="x">甲</p>', '#place("standards/3-1/#x");#"甲";'),
        ('<p><a id="x"></a></p>', '#place("standards/3-1/#x");'),
        ('<p><img src="a.png" alt="图"></p>', ""),
        ('<p><span class="zb-chip zb-due-soon"><span aria-hidden="true">◔</span> 临期</span></p>', '#chip("due_soon", "临期");'),
        ('<p><span aria-hidden="true">●</span><span class="zb-sr">符合</span></p>', '#mark-of("met", "符合");'),
        ("<p>疑问? ●</p>", '#"疑问? ●";'),
        ('<p><meter value="3" max="4"></meter></p>', '#"3/4";'),
        ("<div><p>甲</p>散<b>字</b><p>乙</p></div>", '#"甲";\n\n#"散";#strong[#"字";]\n\n#"乙";'),
        ('<div class="admonition tip"><p class="admonition-title">题</p><p>话</p></div>', '#callout("good", [#"题";])[#"话";]'),
        ("<details><summary>题</summary><p>话</p></details>", '#callout("plain", [#"题";])[#"话";]'),
        ("<blockquote><p>引</p></blockquote>", '#quote(block: true)[#"引";]'),
        ("<hr>", "#rule"),
        ('<a href="../../"><p>首页</p></a>', '#refer("index", "plain")[#"首页";]'),
        ('<p><abbr class="zb-term" title="会议">党课</abbr></p>', '#"党课";'),
        ('<p><abbr title="党支部">支部</abbr>和<abbr title="党支部">支部</abbr></p>', '#"支部";#"（党支部）";#"和";#"支部";'),
        ("<p><ruby>堃<rp>(</rp><rt>kūn</rt><rp>)</rp></ruby></p>", '#"堃";#"（";#"kūn";#"）";'),
        ("<p>长<wbr>词</p>", '#"长";#seam;#"词";'),
        ('<p><svg aria-hidden="true"><path d="M0 0"/></svg>字</p>', '#"字";'),
        ("<nav>目</nav><script>1</script><button>印</button><p hidden>藏</p><p>留</p>", '#"留";'),
    ],
)  # fmt: skip
def test_html_becomes_markup(html: str, markup: str) -> None:
    assert walk(html) == markup


def test_tasks_keep_their_state_and_plain_points_have_none() -> None:
    box = '<label class="task-list-control"><input type="checkbox"{}><span class="task-list-indicator"></span></label>'
    html = f'<ul class="task-list"><li class="task-list-item">{box.format("")} 开</li><li class="task-list-item">{box.format(" checked")} 完</li><li>无</li></ul>'
    assert walk(html) == '#tasks((false, [#"开";]), (true, [#"完";]), (none, [#"无";]), )'


def test_an_id_twice_is_placed_once() -> None:
    assert walk('<p id="x">甲</p><p id="x">乙</p>').count("#place") == 1


def test_footnotes_go_to_their_reference_and_repeat_by_label() -> None:
    mark = '<sup id="r{0}"><a class="footnote-ref" href="#fn:1">1</a></sup>'
    note = '<div class="footnote"><hr><ol><li id="fn:1"><p>注<a class="footnote-backref" href="#r">↩</a></p></li></ol></div>'
    markup = walk(f"<p>甲{mark.format(1)}乙{mark.format(2)}</p>{note}")
    assert markup.count('#note("standards/3-1/#fn:1")[#"注";];') == 1
    assert markup.count('#footnote(label("standards/3-1/#fn:1"));') == 1


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["甲\n", "乙"], '#"甲";#"乙";'),
        (["甲\n    乙"], '#"甲乙";'),
        (["甲，\n“乙"], '#"甲，“乙";'),
        (["甲 乙"], '#"甲 乙";'),
        (["word\n", "甲"], '#"word";#" ";#"甲";'),
        (["two\nwords"], '#"two words";'),
        (["  甲  "], '#"甲";'),
        (["　　年　　月"], '#"　　年　　月";'),
        (["\u00a0x"], '#"\u00a0x";'),
        ([" \n "], ""),
    ],
)
def test_white_space_collapses_and_line_breaks_between_han_are_none(pieces: list[str], text: str) -> None:
    flow = Flow()
    for piece in pieces:
        flow.write(piece)
    assert flow.take() == text


def test_levels_never_skip() -> None:
    levels = HeadingLevels()
    assert [levels.chapter(3), levels.section(4), levels.section(2), levels.section(3)] == [1, (2, 1), (2, 1), (3, 2)]
    assert [levels.chapter(2), levels.section(2), levels.section(6), levels.chapter(1)] == [2, (3, 1), (4, 2), 1]


def test_headings_in_cells_are_no_headings() -> None:
    assert "#section" not in walk(
        "<table><tr><th>甲</th><th>乙</th></tr><tr><td><h3>题</h3></td><td></td></tr></table>"
    )


def test_spans_fill_the_grid() -> None:
    table = parse_chapter(
        "<table><tr><th rowspan=2>甲</th><th colspan=2>乙</th></tr><tr><th>丙</th><th>丁</th></tr>"
        "<tr><td>1</td><td rowspan=9>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></table>"
    ).find(".//table")
    assert table is not None
    grid = read_grid(table)
    assert (grid.columns, grid.head) == (3, 2)
    assert [[(cell.column, cell.across, cell.down) for cell in row] for row in grid.rows] == [
        [(0, 1, 2), (1, 2, 1)],
        [(1, 1, 1), (2, 1, 1)],
        [(0, 1, 1), (1, 1, 2), (2, 1, 1)],
        [(0, 1, 1), (2, 1, 1)],
    ]


def grid_of(rows: str) -> list[list[tuple[int, int, int]]]:
    table = parse_chapter(f"<table>{rows}</table>").find(".//table")
    assert table is not None
    return [[(cell.column, cell.across, cell.down) for cell in row] for row in read_grid(table).rows]


@pytest.mark.parametrize(
    ("rows", "grid"),
    [
        ("<tr><td>1</td><td>2</td></tr><tr><td>3</td></tr>", [[(0, 1, 1), (1, 1, 1)], [(0, 1, 1), (1, 1, 1)]]),
        ("<tr><td rowspan=0>1</td><td>2</td></tr><tr><td>3</td></tr>", [[(0, 1, 2), (1, 1, 1)], [(1, 1, 1)]]),
        (
            "<thead><tr><th rowspan=2>1</th><th>2</th></tr></thead><tbody><tr><td>3</td></tr></tbody>",
            [[(0, 1, 1), (1, 1, 1)], [(0, 1, 1), (1, 1, 1)]],
        ),
        (
            "<tr><td>1</td><td rowspan=2>2</td></tr><tr><td colspan=2>3</td></tr>",
            [[(0, 1, 1), (1, 1, 2)], [(0, 1, 1)]],
        ),
        ("<tr><td rowspan=x colspan=-1>1</td></tr>", [[(0, 1, 1)]]),
    ],
)
def test_a_grid_has_no_gaps_and_no_cell_upon_another(rows: str, grid: list[list[tuple[int, int, int]]]) -> None:
    assert grid_of(rows) == grid


def sizes(columns: int, words: str) -> float:
    row = "".join(f"<th>{words}</th>" for _ in range(columns))
    table = parse_chapter(f"<table><tr>{row}</tr><tr>{row.replace('th', 'td')}</tr></table>").find(".//table")
    assert table is not None
    return lay_out(read_grid(table), SHEET).size


@pytest.mark.parametrize(
    ("columns", "size"), [(8, 12.0), (9, 10.5), (10, 9.0), (11, 9.0), (12, 7.5), (13, 7.5), (32, 7.5)]
)
def test_wide_tables_are_set_smaller(columns: int, size: float) -> None:
    assert sizes(columns, "三个字") == size


def test_short_columns_keep_their_words_on_one_line() -> None:
    rows = "<tr><td>2019-03-14</td><td>" + "很长的议题" * 20 + "</td></tr>"
    table = parse_chapter(f"<table><tr><th>日期</th><th>议题</th></tr>{rows}</table>").find(".//table")
    assert table is not None
    layout = lay_out(read_grid(table), SHEET)
    assert layout.widths[0] > 10 * 0.55
    assert layout.widths[1] > 4 * layout.widths[0]
    assert layout.aligns == ("center", "left")


@pytest.mark.parametrize(("blank", "form"), [(1, False), (2, True)])
def test_a_form_is_a_table_with_a_third_of_its_cells_blank(blank: int, form: bool) -> None:
    cells = "".join("<td></td>" if i < blank else "<td>字</td>" for i in range(6))
    table = parse_chapter(f"<table><tr>{'<th>头</th>' * 6}</tr><tr>{cells}</tr></table>").find(".//table")
    assert table is not None
    assert lay_out(read_grid(table), SHEET).form is form


def test_a_column_for_the_hand_gets_the_room() -> None:
    rows = "".join(f"<tr><td>{name}</td><td></td></tr>" for name in ("支部名称", "日期", "缺席事由与人数"))
    table = parse_chapter(f"<table><tr><th>项目</th><th>填写</th></tr>{rows}</table>").find(".//table")
    assert table is not None
    widths = lay_out(read_grid(table), SHEET).widths
    assert widths[1] > widths[0]


@pytest.mark.parametrize(
    ("html", "markup"),
    [
        ("<p><b>甲</b><span>乙</span></p>", '#strong[#"甲";]#h(.5em, weak: true);#"乙";'),
        ("<p><b>甲</b> <span>乙</span></p>", '#strong[#"甲";]#" ";#"乙";'),
        ('<p>1<span class="zb-unit">月</span></p>', '#"1";#"月";'),
        ("<p>支部书记<small>组织委员</small></p>", '#"支部书记";#h(.5em, weak: true);#aside[#"组织委员";]'),
        ('<ul class="zb-crumbs"><li>甲</li><li><a class="zb-button" href="#">印</a></li><li>乙</li></ul>',
         '#aside[#"甲";#h(1em, weak: true);#h(1em, weak: true);#"乙";]'),
        ('<ol class="zb-findings"><li><b class="zb-met">● 符合</b></li></ol>', '#unmarked([#chip("met", "符合");])'),
        ('<p>日期：<span class="zb-line"></span></p>', '#"日期：";#blank;'),
    ],
)  # fmt: skip
def test_what_the_site_parts_by_style_is_parted_on_paper(html: str, markup: str) -> None:
    assert walk(html) == markup


def test_small_print_in_a_cell_has_its_own_line() -> None:
    html = "<table><tr><th>甲</th><th>乙</th></tr><tr><td>书记<small>委员</small></td><td>1</td></tr></table>"
    assert '[#"书记";#linebreak();#aside[#"委员";]]' in walk(html)


FOR_THE_SCREEN = {
    "button", "input", "link", "meta", "nav", "noscript", "script", "select", "style", "template", "textarea",
}  # fmt: skip
FOR_THE_SCREEN_BY_CLASS = {
    "footnote-backref", "headerlink", "lineno", "linenos", "task-list-indicator", "zb-button", "zb-edition",
    "zb-finder", "zb-links", "zb-noprint", "zb-pager", "zb-points-of", "zb-print-head", "zb-switch", "zb-toggle",
}  # fmt: skip


def test_what_is_for_the_screen_only_is_a_closed_list() -> None:
    """What pages mark in their source besides is `zb-site-only`, which has a list of its own."""
    assert (set(SCREEN_ONLY), set(SCREEN_ONLY_CLASSES)) == (FOR_THE_SCREEN, FOR_THE_SCREEN_BY_CLASS)


@pytest.mark.parametrize("name", sorted(FOR_THE_SCREEN_BY_CLASS))
def test_it_goes_with_all_that_is_in_it_and_nothing_else(name: str) -> None:
    assert walk(f'<p>前<span class="a {name}">去<b>掉</b></span>后</p>') == '#"前后";'
