"""The line grid of the book: whatever stands between two paragraphs, the text after it is back on the lines."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from generator.formats.pdf.book import Chapter, Cover, write_handbook
from generator.model.book_style import BOOK, BOOK_STYLES, BookStyle
from tests.pdf_lines import Line, set_pages

TEXT = "党支部建设标准化手册的正文一行一行排在版心的格线上，"
ROW = f"<tr><td>{TEXT}</td><td>{TEXT * 3}</td><td>甲</td></tr>"
TABLE = f"<table><thead><tr><th>事项</th><th>到会</th><th>通过</th></tr></thead><tbody>{ROW * 3}</tbody></table>"
EMPTY = "<table><tr><th>日期</th><td></td></tr><tr><th>主持</th><td></td></tr></table>"
BETWEEN = {
    "heading": "<h2>怎么算数</h2>",
    "smaller heading": "<h2>甲</h2><p>乙。</p><h3>怎么算数</h3>",
    "list": f"<ol><li>{TEXT}<ul><li>{TEXT * 2}</li></ul></li></ol>",
    "terms": f"<dl><dt>应到</dt><dd>{TEXT * 2}</dd></dl>",
    "table": TABLE,
    "form": EMPTY,
    "callout": f"<div class='admonition warning'><p class='admonition-title'>注意</p><p>{TEXT * 4}</p>{TABLE}</div>",
    "quotation": f"<blockquote><p>{TEXT * 3}</p></blockquote>",
    "sample": "<pre><code>活动:\n  - 类型: [支部党员大会]\n    日期: 2019-06-13\n</code></pre>",
    "picture": '<p><img src="../assets/room.png" alt="会场"></p>',
    "captioned picture": '<figure><img src="../assets/room.png" alt="会场"><figcaption>会场</figcaption></figure>',
    "code": f"<p>{TEXT}行内<code>应到: 18</code>和<sup>上标</sup>、<sub>下标</sub>{TEXT}</p>",
    "rule": "<hr>",
}


def written(html: str, folder: Path, cover: Cover, root: Path | None = None, style: BookStyle = BOOK) -> list[Line]:
    """The lines of a chapter of level 1 that holds only this."""
    target = folder / f"{style.name}.pdf"
    write_handbook([Chapter(title="版心", path="grid/", level=1, html=html)], cover, target, root, style=style)
    return [line for page in set_pages(target, style) if page.label.isdigit() for line in page.lines]


def off_the_grid(lines: list[Line], style: BookStyle) -> list[str]:
    """Lines of running text whose baseline is not where that of another page's line is."""
    return [
        line.text
        for line in lines
        if line.size > style.size - 0.05
        and min(rest := (line.down - 0.88 * style.size) % style.pitch, style.pitch - rest) > 0.1
    ]


@pytest.fixture
def set_book(tmp_path: Path, cover: Cover, site: Path) -> Callable[[str, BookStyle], list[Line]]:
    return lambda html, style: written(html, tmp_path, cover, site, style)


@pytest.mark.parametrize("style", BOOK_STYLES.values(), ids=BOOK_STYLES)
def test_text_is_back_on_the_grid_after_every_kind_of_block(
    style: BookStyle, set_book: Callable[[str, BookStyle], list[Line]]
) -> None:
    told = "".join(f"{block}<p>其后{number}。{TEXT * 2}</p>" for number, block in enumerate(BETWEEN.values()))
    lines = set_book(told, style)
    after = [line for line in lines if line.text.startswith("其后")]
    assert len(after) == len(BETWEEN)
    assert off_the_grid(lines, style) == []


@pytest.mark.parametrize("block", ["<h2>要求</h2>", f"<p>{TEXT}</p>", TABLE, BETWEEN["callout"]])
def test_text_is_on_the_grid_below_the_title_of_a_standard(block: str, tmp_path: Path, cover: Cover) -> None:
    chapters = [
        Chapter(title="甲", path="a/", level=1, html=f"<p>{TEXT}</p>"),
        Chapter(title="1.1 理论武装", path="b/", level=2, html=f"{block}<p>其后。{TEXT * 2}</p>"),
    ]
    write_handbook(chapters, cover, tmp_path / "book.pdf")
    lines = [line for page in set_pages(tmp_path / "book.pdf", BOOK) if page.label == "1" for line in page.lines]
    assert any(line.text.startswith("其后") for line in lines)
    assert off_the_grid(lines, BOOK) == []


@pytest.mark.parametrize("block", ["table", "callout"])
def test_text_is_back_on_the_grid_after_what_breaks_over_pages(
    block: str, set_book: Callable[[str, BookStyle], list[Line]]
) -> None:
    lines = set_book(f"<p>{TEXT * 30}</p>{BETWEEN[block].replace(ROW, ROW * 4)}<p>其后。{TEXT}</p>", BOOK)
    assert sum("到会" in line.text for line in lines) >= 2
    assert off_the_grid(lines, BOOK) == []


def test_no_row_is_cut_at_the_end_of_a_page(set_book: Callable[[str, BookStyle], list[Line]]) -> None:
    row = "<tr><td>第{n}行</td><td>" + TEXT * 6 + "第{n}行止</td></tr>"
    rows = "".join(row.replace("{n}", f"{number:02}") for number in range(30))
    table = f"<table><thead><tr><th>号</th><th>内容</th></tr></thead><tbody>{rows}</tbody></table>"
    pages = [line.text for line in set_book(f"<p>{TEXT * 9}</p>{table}", BOOK)]
    heads = [at for at, text in enumerate(pages) if text == "号内容"]
    assert len(heads) >= 2
    for at in heads[1:]:
        assert "行止" in pages[at - 1]


@pytest.mark.parametrize("band", ["<th scope='rowgroup'>带{n}</th><td></td>", "<th colspan='2'>带{n}</th>"])
def test_a_row_that_names_the_next_ones_stands_on_their_page(
    band: str, set_book: Callable[[str, BookStyle], list[Line]]
) -> None:
    rows = "".join(
        f"<tr>{band.replace('{n}', str(at))}</tr>" + "<tr><td>甲</td><td>乙</td></tr>" * 4 for at in range(9)
    )
    for before in range(5):
        lines = set_book(f"{'<p>前。</p>' * before}<table>{rows}</table><p>后。</p>", BOOK)
        assert sum("带" in line.text for line in lines) == 9
        assert not any("带" in last.text for last, top in pairwise(lines) if top.down < last.down)


def test_a_standard_does_not_begin_where_only_its_name_would_fit(tmp_path: Path, cover: Cover) -> None:
    for count in range(27, 34):
        chapters = [
            Chapter(title="甲", path="a/", level=1, html="<p>前文。</p>" * (count - 6)),
            Chapter(title="1.1 理论武装", path="b/", level=2, html=f"<p>整理稿</p><h2>要求</h2><p>{TEXT * 5}</p>"),
        ]
        write_handbook(chapters, cover, tmp_path / "a.pdf")
        set_pages.cache_clear()
        pages = [page for page in set_pages(tmp_path / "a.pdf", BOOK) if page.label.isdigit()]
        place = next(page for page in pages if any(line.text == "1.1理论武装" for line in page.lines))
        assert any(line.text.startswith(TEXT[:8]) for line in place.lines), count


def test_no_paragraph_ends_in_a_single_character(set_book: Callable[[str, BookStyle], list[Line]]) -> None:
    told = "".join(f"<p>{'一二三四五六七八九十' * 8}{'甲乙丙丁戊己庚辛'[:extra]}。</p>" for extra in range(8))
    assert [line.text for line in set_book(told, BOOK) if len(line.text) <= 2] == ["版心"]
