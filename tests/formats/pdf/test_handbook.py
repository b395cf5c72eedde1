"""The handbook as a reader, a screen reader and an archive meet it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import lxml.html
import pikepdf
import pypdfium2
import pytest

from generator.formats.pdf.book import Chapter, Cover, write_handbook
from generator.model.book_matter import (
    BookMatter,
    BookPart,
    ClauseLine,
    ImprintLine,
    IndexTerm,
    ListedForm,
    PartStandard,
    RevisionLine,
)
from generator.model.book_style import BOOK, BOOK_STYLES, BookStyle
from tests.pdf_content import pdf_content
from tests.pdf_references import references

POINTS = 72 / 25.4
Han = Callable[[str], "Counter[str]"]


@pytest.fixture(scope="module")
def document(handbook: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(handbook) as pdf:
        yield pdf


@pytest.fixture(scope="module")
def pages(handbook: Path) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(handbook)]


def outline(items: Any, depth: int = 0) -> Iterator[tuple[int, str, Any]]:
    for item in items:
        yield depth, str(item.title), item
        yield from outline(item.children, depth + 1)


def page_index(pdf: pikepdf.Pdf, destination: Any) -> int:
    """The page an explicit or named destination shows."""
    if isinstance(destination, pikepdf.Dictionary):
        destination = destination.D
    if isinstance(destination, pikepdf.String):
        destination = dict(pikepdf.NameTree(pdf.Root.Names.Dests).items())[str(destination)]
        destination = destination.D if isinstance(destination, pikepdf.Dictionary) else destination
    return next(i for i, page in enumerate(pdf.pages) if page.obj.objgen == destination[0].objgen)


def links(pdf: pikepdf.Pdf, page: int) -> Iterator[tuple[list[float], Any, str]]:
    """(rectangle, internal destination or None, URL) of every link on a page."""
    for note in pdf.pages[page].obj.get("/Annots", []):
        action = note.get("/A")
        url = str(action.get("/URI", "")) if action is not None else ""
        inner = note.get("/Dest") if action is None else action.get("/D")
        yield [float(x) for x in note.Rect], inner, url


def seen_text(html: str) -> str:
    tree = lxml.html.fragment_fromstring(html, create_parent="div")
    for hidden in tree.xpath(".//*[contains(@class, 'headerlink') or contains(@class, 'footnote-backref')]"):
        hidden.drop_tree()
    return str(tree.text_content())


def type_area(file: Path, style: BookStyle = BOOK) -> list[str]:
    """The text of each page between head and foot."""
    left, right, height = 0, style.paper[0] * POINTS, style.paper[1] * POINTS
    top = height - style.top * POINTS
    return [
        page.get_textpage().get_text_bounded(left, top - style.lines * style.pitch, right, top + 2)
        for page in pypdfium2.PdfDocument(file)
    ]


def test_every_han_character_of_the_chapters_is_read_back(
    handbook: Path, chapters: tuple[Chapter, ...], han: Han
) -> None:
    labels = [str(pypdfium2.PdfDocument(handbook).get_page_label(i)) for i in range(len(type_area(handbook)))]
    found = han("".join(type_area(handbook)[labels.index("1") :]))
    wanted = han("".join(seen_text(chapter.html) for chapter in chapters))
    assert wanted - found == {}
    assert {*(found - wanted)} <= {"第", "页"}


def test_every_heading_is_a_bookmark_and_no_level_is_skipped(
    document: pikepdf.Pdf, chapters: tuple[Chapter, ...]
) -> None:
    wanted = [
        re.sub(r"\s+", "", match)
        for chapter in chapters
        for match in re.findall(r"(?s)<h[1-6][^>]*>(.*?)<a class=\"headerlink\"", chapter.html)
    ]
    with document.open_outline() as tree:
        found = list(outline(tree.root))
    assert [re.sub(r"\s+", "", title) for _, title, _ in found] == wanted
    assert all(after <= before + 1 for (before, _, _), (after, _, _) in pairwise(found))


def test_contents_print_the_page_number_of_each_chapter(
    handbook: Path, document: pikepdf.Pdf, chapters: tuple[Chapter, ...]
) -> None:
    labels = [str(pypdfium2.PdfDocument(handbook).get_page_label(i)) for i in range(len(document.pages))]
    contents = labels.index("i")
    text = pypdfium2.PdfDocument(handbook)[contents].get_textpage()
    rows: dict[float, tuple[str, int]] = {}
    for (x0, y0, x1, y1), destination, _ in links(document, contents):
        words = text.get_text_bounded(x0, y0, x1, y1)
        rows[round(y0)] = (rows.get(round(y0), ("", 0))[0] + words, page_index(document, destination))
    assert len(rows) == len(chapters)
    for words, page in rows.values():
        number = re.search(r"(\d+)\D*$", words.strip())
        assert number is not None
        assert number[1] == labels[page]


def test_links_within_the_handbook_lead_to_their_chapter(document: pikepdf.Pdf, pages: list[str]) -> None:
    first = next(i for i, text in enumerate(pages) if "站外见" in text)
    inner = [page_index(document, destination) for _, destination, url in links(document, first) if not url]
    assert [bool(re.search(r"3\.1 支部党员大会\s", pages[inner[0]])), "事前准备" in pages[inner[1]]] == [True, True]
    assert {url for *_, url in links(document, first) if url} == {"https://www.12371.cn/"}


def test_every_internal_link_resolves(document: pikepdf.Pdf) -> None:
    found = [
        page_index(document, inner)
        for i in range(len(document.pages))
        for _, inner, url in links(document, i)
        if not url
    ]
    assert len(found) >= 10


def test_page_numbers_stand_outside_and_count_roman_then_arabic(handbook: Path, document: pikepdf.Pdf) -> None:
    book = pypdfium2.PdfDocument(handbook)
    labels = [book.get_page_label(i) for i in range(len(book))]
    first = labels.index("1")
    assert labels[first - 2 : first + 3] == ["i", "ii", "1", "2", "3"]
    assert re.fullmatch(r"1\s*", book[first].get_textpage().get_text_bounded(480, 0, 600, 70))
    assert re.fullmatch(r"2\s*", book[first + 1].get_textpage().get_text_bounded(0, 0, 115, 70))


def test_it_is_archival_and_accessible(document: pikepdf.Pdf) -> None:
    with document.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("2", "A", "1")
        assert xmp["dc:title"] == "党支部建设标准化手册"
        assert str(xmp["xmp:CreateDate"]).startswith("2019-11-25")
    assert str(document.Root.Lang) == "zh-CN"
    assert "/StructTreeRoot" in document.Root
    assert document.Root.MarkInfo.Marked


def test_the_cover_says_what_it_is_and_is_not(pages: list[str]) -> None:
    cover = re.sub(r"\s", "", pages[0])
    for words in ("整理稿，非正式公文", "党支部建设标准化手册", "（2019年版）", "公开版", "截至2019年11月25日"):
        assert words in cover
    assert "文件" not in cover
    assert "号" not in cover


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("党支部建设标准化手册", ["党支部建设标准化手册"]),
        ("示例大学党支部建设标准化手册", ["示例大学党支部建设标准化手册"]),
        ("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未", ["甲乙丙丁戊己庚辛壬", "癸子丑寅卯辰巳午未"]),
    ],
)
def test_a_title_on_the_cover_leaves_no_single_character(title: str, lines: list[str], tmp_path: Path) -> None:
    cover = Cover(title=title, subtitle="", institution="单位", audience_label="公开版", as_of=date(2019, 1, 1))
    write_handbook([Chapter(title="空", path="", level=1, html="")], cover, tmp_path / "cover.pdf")
    text = pypdfium2.PdfDocument(tmp_path / "cover.pdf")[0].get_textpage().get_text_range()
    printed = [line.strip() for line in text.splitlines()]
    assert printed[1 : 1 + len(lines)] == lines


def test_what_only_a_screen_needs_is_gone(pages: list[str]) -> None:
    assert "¶" not in "".join(pages)
    assert "↩" not in "".join(pages)


def test_a_repeated_note_is_printed_once(pages: list[str]) -> None:
    assert "".join(pages).count("整理。") == 1


def test_code_keeps_its_indentation(handbook: Path) -> None:
    for page in pypdfium2.PdfDocument(handbook):
        text = page.get_textpage()
        if (found := text.search("类型: [").get_next()) is not None:
            outer, inner = text.search("活动:").get_next(), text.search("表决: {").get_next()
            assert outer is not None
            assert inner is not None
            steps = [text.get_charbox(hit[0])[0] - text.get_charbox(outer[0])[0] for hit in (found, inner)]
            assert steps[1] == pytest.approx(2 * steps[0], abs=1.5)
            return
    pytest.fail("the sample is missing")


@pytest.mark.parametrize("style", BOOK_STYLES.values(), ids=BOOK_STYLES)
def test_a_full_page_holds_the_lines_and_characters_of_its_style(
    style: BookStyle, tmp_path: Path, cover: Cover
) -> None:
    target = tmp_path / "grid.pdf"
    body = f"<h1>版心</h1><p>{'党支部建设标准化手册的版心一行放几个字' * 200}</p>"
    write_handbook([Chapter(title="版心", path="grid/", level=1, html=body)], cover, target, style=style)
    lines = [line.strip() for line in type_area(target, style)[5].splitlines()]
    assert len(lines) == style.lines
    assert {len(line) for line in lines} == {style.chars}


@pytest.fixture
def again(tmp_path: Path, site: Path, chapters: tuple[Chapter, ...], cover: Cover, monkeypatch: Any) -> Path:
    monkeypatch.chdir(tmp_path)
    write_handbook(chapters, cover, tmp_path / "again.pdf", site)
    return tmp_path / "again.pdf"


def test_the_same_input_gives_the_same_bytes_from_any_folder(handbook: Path, again: Path) -> None:
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(handbook.read_bytes()).digest()


def test_a_file_that_other_sites_share_is_replaced_not_rewritten(tmp_path: Path, cover: Cover) -> None:
    shared, target = tmp_path / "old.pdf", tmp_path / "new.pdf"
    shared.write_text("先前的一版")
    target.hardlink_to(shared)
    write_handbook([Chapter(title="空", path="", level=1, html="")], cover, target)
    assert shared.read_text() == "先前的一版"
    assert target.read_bytes().startswith(b"%PDF")
    assert sorted(tmp_path.iterdir()) == [target, shared]


def test_every_page_but_blank_ones_says_that_it_is_a_draft(handbook: Path, fragment_book: Path) -> None:
    for file in (handbook, fragment_book):
        pages = [re.sub(r"\s", "", page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(file)]
        assert [number for number, text in enumerate(pages, 1) if text and "整理稿" not in text] == []


def test_every_link_within_the_book_prints_the_page_it_leads_to(handbook: Path) -> None:
    found = [link for link in references(handbook) if link.on.isdigit() and not link.words.isdigit()]
    assert len(found) >= 4
    assert [link for link in found if link.printed != link.true] == []


def test_links_to_pages_that_are_not_in_the_book_lead_to_the_site(tmp_path: Path, cover: Cover) -> None:
    html = "".join(
        f"<p><a href='{href}'>{words}</a></p>"
        for words, href in {
            "某支部": "../../branches/cs-1/index.html#a-1",
            "样表": "../../downloads/a%20b.docx",
            "本页": "../3-1/#none",
            "首页": "../../index.html",
        }.items()
    )
    chapter = Chapter(title="页", path="standards/3-1/", level=1, html=html)
    write_handbook([chapter], replace(cover, home="https://e.org/djb"), tmp_path / "book.pdf")
    found = pdf_content(tmp_path / "book.pdf").links
    assert found[("某支部", "https://e.org/djb/branches/cs-1/#a-1")] == 1
    assert found[("样表", "https://e.org/djb/downloads/a%20b.docx")] == 1
    assert found[("首页", "https://e.org/djb/")] == 1
    assert found[("本页", "")] == 1
    write_handbook([chapter], cover, tmp_path / "book.pdf")
    assert {address for _, address in pdf_content(tmp_path / "book.pdf").links} == {""}


def test_the_index_prints_the_pages_it_leads_to(tmp_path: Path, chapters: tuple[Chapter, ...], cover: Cover) -> None:
    terms = (IndexTerm("支部党员大会", "zhī bù dǎng yuán dà huì"), IndexTerm("党员", "dǎng yuán"))
    standards = (PartStandard("3.1", "支部党员大会", "standards/3-1/"), PartStandard("9.9", "没有的", "standards/9-9/"))
    matter = BookMatter(
        imprint=(ImprintLine("版本", "2019-03 整理稿"),),
        parts=(BookPart(3, "组织生活", "aspects/3/", standards),),
        clauses=(ClauseLine("三（二）3", "aspects/3/", standards),),
        forms=(ListedForm("会议记录", "standards/3-1/#before"),),
        revisions=(RevisionLine("2019-03-01", "首次整理", standards),),
        terms=terms,
    )
    write_handbook(chapters, cover, tmp_path / "book.pdf", matter=matter)
    book = pypdfium2.PdfDocument(tmp_path / "book.pdf")
    pages = ["".join(page.get_textpage().get_text_range().split()) for page in book]
    assert "版本2019-03整理稿" in pages[1]
    back = [
        text for text in pages if any(title in text for title in ("条款与标准对照", "术语索引", "空表目录", "变动表"))
    ]
    assert "没有的" not in "".join(back)
    assert any("笔记" in text for text in pages)
    numbers = [link for link in references(tmp_path / "book.pdf") if link.words.isdigit() and int(link.on) > 3]
    assert len(numbers) >= 3
    assert [link for link in numbers if link.words != link.true] == []
    lines = [link.words for link in references(tmp_path / "book.pdf") if link.words.startswith("会议记录")]
    assert [line.removeprefix("会议记录").strip("· .") for line in lines] == [
        link.true for link in references(tmp_path / "book.pdf") if link.words.startswith("会议记录")
    ]
