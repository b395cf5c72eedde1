"""What a page may hold that paper cannot: exact text all the same, or an error that names page and element."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from generator.errors import PdfError, UnprintableError
from generator.formats.pdf.book import Chapter, Cover, write_handbook
from generator.model.book_style import BOOK_STYLES, BookStyle
from generator.settings import Typefaces
from tests.pdf_content import pdf_content, squeezed

LONG = "https://example.org/" + "abcdefghij" * 28
EDGE = 595.28 - 26 * 72 / 25.4 + 0.5
"""Where the lines of an odd page end, and half a point."""


def book(html: str, folder: Path, cover: Cover, root: Path | None = None) -> Path:
    write_handbook([Chapter(title="页", path="standards/3-1/", level=1, html=html)], cover, folder / "book.pdf", root)
    return folder / "book.pdf"


def right_edges(path: Path) -> list[float]:
    """The right ends of all characters that are drawn."""
    found = []
    for page in pypdfium2.PdfDocument(path):
        text = page.get_textpage()
        found += [text.get_charbox(at)[2] for at in range(text.count_chars())]
    return found


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>看<video src='a.mp4'></video></p>", "standards/3-1/ 里有排不进 PDF 的元素 <video>"),
        ("<p>看<blink>闪烁的字</blink></p>", "<blink>（“闪烁的字”）"),
        ("<p>看<sup><iframe></iframe></sup></p>", "<iframe>"),
        ("<ul>散在外面的<li>甲</li></ul>", "<ul> 里有不在条目或单元格里的内容：“散在外面的”"),
        ("<dl><dt>词</dt><dd>义</dd><p>散</p></dl>", "<dl> 里有不在条目或单元格里的内容：<p>（“散”）"),
        ("<table><tr><td>甲</td></tr>散</table>", "“散”"),
        ("<p><svg><path d='M0 0'/></svg></p>", "standards/3-1/ 里的 <svg> 没有替代文字"),
        ("<p><svg><title>图</title><foreignObject><p>字</p></foreignObject></svg></p>", "含有网页内容"),
        (f"<table><tr>{'<td>字</td>' * 33}</tr></table>", "standards/3-1/ 的一个表有 33 栏，纸上一页宽排不下（“字"),
        ("<table><tr><td colspan=999>宽</td></tr></table>", "有 999 栏"),
        ("<p>甲乙\u202e丙丁</p>", "standards/3-1/ 里有改变文字方向的字符（U+202E，在“甲乙”之后）"),
        (
            f"<p>{'会议在二楼' * 3}😀会议室</p>",
            "“页”（standards/3-1/）“…在二楼会议在二楼😀会议室”：“😀”（U+1F600）。请换一个字，或把含此字的字体放进字体文件夹，在 mkdocs.yml 的 fonts 里写进 fallback",
        ),
        ("<p>一个字：😀</p>", "PDF 的字体里没有这些字：“页”（standards/3-1/）“一个字：😀”：“😀”（U+1F600）"),
    ],
)
def test_what_cannot_be_set_is_an_error_that_names_page_and_place(
    html: str, words: str, tmp_path: Path, cover: Cover
) -> None:
    with pytest.raises(PdfError, match=re.escape(words)):
        book(html, tmp_path, cover)
    assert list(tmp_path.iterdir()) == []


def test_a_failed_book_leaves_the_previous_file(tmp_path: Path, cover: Cover) -> None:
    (tmp_path / "book.pdf").write_text("先前的一版")
    for html in ("<p>😀</p>", "<video></video>", "<p>\u202e</p>"):
        with pytest.raises(PdfError):
            book(html, tmp_path, cover)
    assert [path.read_text() for path in tmp_path.iterdir()] == ["先前的一版"]


def test_what_no_font_has_is_set_in_the_fallback(tmp_path: Path, cover: Cover) -> None:
    faces = Typefaces(fallback=("Libertinus Serif",))
    html = "<p>一个字：א</p><table><tr><td><b>א</b></td></tr></table><pre>א</pre>"
    chapter = Chapter(title="页", path="a/", level=1, html=html)
    with pytest.raises(UnprintableError, match="U\\+05D0"):
        write_handbook([chapter], cover, tmp_path / "book.pdf")
    write_handbook([chapter], cover, tmp_path / "book.pdf", faces=faces)
    assert pdf_content(tmp_path / "book.pdf").text.count("א") == 3
    with pytest.raises(PdfError, match="备用（fallback）指定的字体不存在：Nowhere"):
        write_handbook([chapter], cover, tmp_path / "book.pdf", faces=Typefaces(fallback=("Nowhere",)))


@pytest.mark.parametrize(
    ("image", "words"),
    [
        ('<img src="../../a.png">', "没有替代文字"),
        ('<img src="../../none.png" alt="图">', "standards/3-1/ 的图片不存在：none.png"),
        ('<img src="https://example.org/a.png" alt="图">', "在别的网站上：https://example.org/a.png"),
        ('<img src="../../a.tif" alt="图">', "a.tif 是 PDF 排不了的格式"),
        ('<img src="../../b.svg" alt="图">', "打不开：b.svg"),
    ],
)
def test_a_picture_that_cannot_be_set_is_an_error(image: str, words: str, tmp_path: Path, cover: Cover) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    Image.new("RGB", (8, 8)).save(tmp_path / "a.tif")
    (tmp_path / "b.svg").write_text("<svg")
    with pytest.raises(PdfError, match=re.escape(words)):
        book(f"<p>{image}</p>", tmp_path, cover, tmp_path)


@pytest.fixture(scope="module")
def long_words(tmp_path_factory: pytest.TempPathFactory, cover: Cover) -> Path:
    cells = f"<tr><td>甲</td><td>{LONG}</td><td><a href='https://a.cn/'>{LONG}</a></td></tr>"
    narrow = f"<tr>{'<td>development</td>' * 28}</tr>"
    html = (
        f"<h1>页</h1><p>见{LONG}，{'字' * 300}</p><p><code>{LONG}</code></p><ul><li>{LONG}</li></ul>"
        f"<pre>{LONG}</pre><table>{cells}</table><table>{narrow}</table>"
    )
    return book(html, tmp_path_factory.mktemp("long"), cover)


def test_a_word_of_300_letters_is_printed_whole_and_within_the_line(long_words: Path) -> None:
    content = pdf_content(long_words)
    assert content.text.count(LONG) == 6
    assert content.cells[LONG] == 2
    assert content.cells["development"] == 28
    assert max(right_edges(long_words)) < EDGE


@pytest.mark.load
def test_a_table_of_5000_rows_is_printed_whole_with_a_head_on_every_page(tmp_path: Path, cover: Cover) -> None:
    rows = "".join(f"<tr><td>{at}</td><td>支部党员大会</td></tr>" for at in range(10_000, 15_000))
    made = book(f"<h1>页</h1><table><tr><th>号</th><th>类型</th></tr>{rows}</table>", tmp_path, cover)
    pages = [squeezed(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(made)]
    tables = [page for page in pages if "支部党员大会" in page]
    assert re.findall(r"1\d{4}(?=支部党员大会)", "".join(tables)) == [str(at) for at in range(10_000, 15_000)]
    assert [page for page in tables if "号类型" not in page] == []


@pytest.mark.parametrize("style", BOOK_STYLES.values(), ids=BOOK_STYLES)
def test_a_picture_is_never_cut_and_a_drawing_stays_one(style: BookStyle, tmp_path: Path, cover: Cover) -> None:
    Image.new("RGB", (300, 4000), "#9e1b1f").save(tmp_path / "high.png")
    (tmp_path / "high.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 4000"><rect width="300" height="4000"/></svg>'
    )
    chart = '<svg class="zb-chart" viewBox="0 0 340 44" role="img"><title>各月</title><desc>一月 3 次。</desc><text x="0" y="15">图里的字</text><rect class="zb-fill" x="46" y="4" width="90" height="14"/></svg>'
    html = f'<p><img src="../../high.png" alt="高"></p><p><img src="../../high.svg" alt="也高"></p><figure>{chart}<figcaption>图注</figcaption></figure>'
    made = tmp_path / "book.pdf"
    write_handbook([Chapter(title="页", path="standards/3-1/", level=1, html=html)], cover, made, tmp_path, style=style)
    assert pdf_content(made).marks == {"高": 1, "也高": 1, "各月。一月3次": 1}
    document = pypdfium2.PdfDocument(made)
    drawn = [item for page in document for item in page.get_objects(max_depth=3)]
    [raster] = [item.get_bounds() for item in drawn if item.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    assert (raster[3] - raster[1]) / (raster[2] - raster[0]) == pytest.approx(4000 / 300, rel=0.01)
    assert raster[1] > style.paper[1] * 72 / 25.4 - style.top * 72 / 25.4 - style.height - 1
    text = "".join(page.get_textpage().get_text_range() for page in document)
    assert "图里的字" in text
    assert "图注" in text


def test_merged_cells_notes_terms_and_folded_parts_are_printed_in_place(tmp_path: Path, cover: Cover) -> None:
    note = '<div class="footnote"><ol><li id="fn:1"><p>注里的话</p></li></ol></div>'
    html = (
        "<table><thead><tr><th rowspan=2>项</th><th colspan=2>次数</th></tr><tr><th>应有</th><th>实有</th></tr></thead>"
        "<tbody><tr><td>大会</td><td>4</td></tr><tr><td colspan=3>合计</td></tr></tbody></table>"
        '<p>正文<sup><a class="footnote-ref" href="#fn:1">1</a></sup></p>'
        "<dl><dt>应到</dt><dd>名册上的人</dd></dl><details><summary>依据</summary><p>条例</p></details>" + note
    )
    content = pdf_content(book(html, tmp_path, cover))
    assert content.cells == {"项": 1, "次数": 1, "应有": 1, "实有": 1, "大会": 1, "4": 1, "合计": 1}
    assert squeezed("正文 应到 名册上的人 依据 条例") in content.text.replace("注里的话", "")
    assert content.text.count("注里的话") == 1


def test_links_and_notes_in_titles_and_heads_are_printed_once_where_they_stand(tmp_path: Path, cover: Cover) -> None:
    """What is repeated, a running head, the contents, the head of a table that goes on, is decoration: no link may be there."""
    mark = '<sup><a class="footnote-ref" href="#fn:{0}">{0}</a></sup>'
    notes = "".join(f'<li id="fn:{at}"><p>第{at}注的话</p></li>' for at in (1, 2, 3, 4))
    rows = "<tr><td>一</td><td>二</td></tr>" * 90
    html = (
        f"<h1>章{mark.format(1)}<a href='https://a.cn/'>外</a></h1><h2>节{mark.format(2)}</h2><p>{'长' * 3000}</p>"
        f"<table><tr><th>甲{mark.format(3)}</th><th><a href='https://b.cn/'>乙</a></th></tr>{rows}</table>"
        f"<p>末{mark.format(4)}</p><div class='footnote'><ol>{notes}</ol></div>"
    )
    made = book(html, tmp_path, cover)
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made))
    printed = squeezed(text)
    assert [(at, printed.count(f"{at}第{at}注的话"), printed.count(f"第{at}注的话")) for at in (1, 2, 3, 4)] == [
        (at, 1, 1) for at in (1, 2, 3, 4)
    ]
    links = pdf_content(made).links
    assert links[("外", "https://a.cn/")] >= links[("乙", "https://b.cn/")] == 1


def test_a_picture_within_a_link_leads_where_the_link_does(tmp_path: Path, cover: Cover) -> None:
    Image.new("RGB", (80, 80)).save(tmp_path / "a.png")
    html = '<p><a href="https://a.cn/"><img src="../../a.png" alt="图"></a></p>'
    made = book(html, tmp_path, cover, tmp_path)
    with pikepdf.open(made) as pdf:
        found = [str(note.A.URI) for page in pdf.pages for note in page.obj.get("/Annots", []) if "/A" in note]
    assert found == ["https://a.cn/"]
