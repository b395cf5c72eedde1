"""Nothing that the pages of the handbook say is lost in the book, less a list of what is not for paper."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pypdfium2
import pytest
import yaml
from lxml.html import HtmlElement

from generator.formats.pdf.site_only import drop_site_only
from tests.pdf_content import HAN, Content, page_content, pdf_content, squeezed, without
from tests.pdf_references import references
from tests.site.conftest import ROOT, Site

NOT_FOR_PAPER = {
    "nav", "button", "script", "[hidden]",
    "title", "desc",    # what a picture says to those who listen: its own words are on paper
    ".headerlink",      # the mark that gives a heading's address
    ".md-content__button",
    ".zb-button",       # leads to a download or prints the page
    ".zb-edition",      # edition and date, which every head of a page says
    ".zb-noprint",
    ".zb-pager",        # the page before and the page after
    ".zb-points-of",    # which points show a standard today
    ".zb-print-head",
}  # fmt: skip
SITE_ONLY = Path(__file__).parent / "site_only.txt"
HOME = "https://dangjian.example.edu/"
FOLDERS = {"standards", "aspects", "readings", "glossary", "forms", "checklist", "regulations"}


def _in_book(path: str) -> bool:
    return path.partition("/")[0] in FOLDERS or path.startswith("plan/text")


def _leading(article: HtmlElement, name: str) -> HtmlElement:
    """The page, its links as the book has them: bare within it, else with the address of the site."""
    for link in article.iter("a"):
        target = urlsplit(urljoin(f"{HOME}{name}", link.get("href", "")))
        within = _in_book(target.path.strip("/"))
        if link.get("href") and target.netloc == urlsplit(HOME).netloc:
            link.set("href", "#" if within else target.geturl().replace("index.html", ""))
    return article


def unfolded(article: HtmlElement) -> HtmlElement:
    """The page without folds: paper has none, and what is only for the site is told by a heading and what follows it."""
    for fold in article.xpath(".//details[summary/h2]"):
        fold.find("summary").drop_tag()
        fold.drop_tag()
    return article


def _articles(public: Site) -> Iterator[tuple[str, HtmlElement]]:
    for name, page in sorted(public.pages.items()):
        if _in_book(name):
            article = without(deepcopy(page.xpath("//article")[0]), NOT_FOR_PAPER)
            yield name, _leading(unfolded(article), name)


def _pages(public: Site) -> Iterator[HtmlElement]:
    for _, article in _articles(public):
        drop_site_only(article)
        yield article


@pytest.fixture(scope="module")
def pages(public: Site) -> Content:
    return page_content(_pages(public))


@pytest.fixture(scope="module")
def book(public: Site) -> Content:
    return pdf_content(public.folder / "downloads/handbook.pdf")


def test_the_book_holds_every_han_character(pages: Content, book: Content) -> None:
    assert pages.han.total() > 50_000
    assert pages.han - book.han == {}


def test_the_book_holds_every_cell_of_every_table(pages: Content, book: Content) -> None:
    assert pages.cells.total() > 3_000
    assert pages.cells - book.cells == {}


def test_the_book_holds_every_mark(pages: Content, book: Content) -> None:
    assert pages.marks - book.marks == {}


def test_every_link_leads_to_its_page_of_the_book_or_of_the_site(pages: Content, book: Content) -> None:
    """Those to the plan's text lead to its appendix where the book has one."""
    lost = pages.links - book.links
    assert pages.links.total() > 1_000
    assert {address for _, address in lost if "/plan/text/" not in address} == set()
    assert Counter(words for words, _ in lost.elements()) - Counter(words for words, _ in book.links.elements()) == {}


def test_what_only_the_site_says_is_a_closed_list(public: Site) -> None:
    """`GOLDEN=1` writes the list anew: read the difference."""
    told = [
        f"{name.removesuffix('/index.html')}: {squeezed(words)[:32]}\n"
        for name, article in _articles(public)
        for words in drop_site_only(article)
    ]
    if os.environ.get("GOLDEN"):
        SITE_ONLY.write_text("".join(told), encoding="utf-8")
    assert "".join(told) == SITE_ONLY.read_text(encoding="utf-8")


def test_every_page_number_of_the_book_is_right(public: Site) -> None:
    file = public.folder / "downloads/handbook.pdf"
    found = references(file)
    printed = [link for link in found if link.printed]
    assert len(printed) > 1_000
    assert [link for link in printed if link.printed != link.true] == []
    document = pypdfium2.PdfDocument(file)
    starts = [n for n, page in enumerate(document) if "术语索引" in page.get_textpage().get_text_range()[:40]]
    behind = {document.get_page_label(number) for number in range(starts[0], len(document))}
    index = [link for link in found if link.on in behind and link.words.isdigit()]
    assert len(index) > 400
    assert [link for link in index if link.words != link.true] == []


def test_every_term_that_has_a_reading_is_in_the_index(public: Site) -> None:
    source = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")
    terms = yaml.safe_load(source.split("---\n")[1])["索引"]
    document = pypdfium2.PdfDocument(public.folder / "downloads/handbook.pdf")
    pages = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    text = "".join(pages[next(n for n, page in enumerate(pages) if page.startswith("术语索引")) :])
    assert [row["词"] for row in terms if row["词"] not in text] == []
    assert [row["词"] for row in terms if len(row["读音"].split()) != len(HAN.findall(row["词"]))] == []
