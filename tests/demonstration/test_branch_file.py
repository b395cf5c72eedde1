"""The files of the demonstration's branches on paper, against their pages: nothing is lost, and nothing grows long."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from lxml.html import HtmlElement

from generator.cli.options import read_settings
from generator.disclose.view import BranchView
from generator.formats.pdf.branch_file import branch_file_source
from generator.formats.pdf.engine import compile_pdf
from generator.formats.pdf.typefaces import LEAN
from generator.model.record import Audience
from generator.present.branch.branch_file import printed_branch_file
from generator.present.branch.branch_year import branch_pages, current_year
from generator.present.kit.site import Site
from generator.products.paper_files import judged_unit
from tests.demonstration.conftest import ROOT
from tests.pdf_content import Content, fragment, pdf_content, squeezed, without

FULLEST, WITH_GAPS, JOINT = "xx-js1", "wx-bk2", "jf-lh"
"""A full year; the most gaps; several units."""

NOT_FOR_PAPER = {
    ".zb-button",  # leads to another page
    ".zb-crumbs",  # the way to other pages; the first line of the file says committee and kind
    ".zb-edition",  # every foot of a page
    ".zb-links",  # leads to the standard, the form, the records
    ".zb-pager",  # the other years
    ".zb-told",  # what a fold says of its content
    ".zb-sr",  # the word beside a shape, for those who listen
}
SAID_ONCE = {
    "看标准全文",
    "八个结论",  # they head the file
    "各方面",  # the marks of the standards; on paper the table 各项标准
    "依据·",
    "每一条都写明依据哪一条、看了哪几条记录。记录文件在",  # the file's own sentence, with what is said once
}
FURTHER_FILES = {"2018.yml": "2018年度台账", "branch.yml": "支部概况"}
PERIODS = re.compile(r"(\d+月|[一二三四]季度)(、(\d+月|[一二三四]季度))+")
DROPPED = tuple(
    map(
        re.compile,
        (
            "^记录显示",
            r"2019\.yml，?",
            "，党内版·2019年度·截至2019年11月25日：$",
            "^截至",
            "^2019年第?",
            r"^((\d+月)?(\d+日)?|[一二三四]季度|支委之间|支委与党员|党员之间|[七国][一庆]前后)",
        ),
    )
)
"""What stands beside the words, or once above all."""


@dataclass(frozen=True)
class Printed:
    """A branch's file, what its PDF says, as a whole and page by page, and the branch's page on the site."""

    said: Content
    pages: tuple[str, ...]
    page: HtmlElement


def printed(id: str, folder: Path) -> Printed:
    settings = read_settings(ROOT / "mkdocs.yml", {"scope": f"branch:{id}", "audience": "internal"})
    assert settings.scope is not None
    unit = judged_unit(settings, settings.scope, Audience.INTERNAL)
    (view,) = unit.views
    file = printed_branch_file(current_year(unit.edition.site, view))
    target = folder / f"{id}.pdf"
    target.write_bytes(compile_pdf(branch_file_source(file), LEAN))
    pages = tuple(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(target))
    return Printed(pdf_content(target), pages, _page(unit.edition.site, view))


def _page(site: Site, view: BranchView) -> HtmlElement:
    body = next(page.body for page in branch_pages(site, view) if page.kind == "branch")
    return without(fragment(body), NOT_FOR_PAPER)


@pytest.fixture(scope="module", params=[FULLEST, WITH_GAPS, JOINT])
def branch(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return printed(request.param, tmp_path_factory.mktemp("file"))


def pieces(page: HtmlElement) -> Iterator[str]:
    """Every run of words of a page, without white space."""
    for element in page.iter():
        for text in (element.text, element.tail):
            if (
                isinstance(element.tag, str)
                and (words := squeezed(text or ""))
                and re.search(r"[\u4e00-\u9fff]", words)
            ):
                yield words


def on_paper(words: str) -> Iterator[str]:
    """The words as the file may say them."""
    yield words
    told = FURTHER_FILES.get(words, words)
    if re.match(r"\d+月", words):
        return  # a record's own day
    for pattern in DROPPED:
        told = pattern.sub("", told)
        yield told


def test_the_file_says_what_the_page_says(branch: Printed) -> None:
    text = branch.said.text
    lost = [words for words in pieces(branch.page) if not any(told and told in text for told in on_paper(words))]
    # Of a gap that the first page has no room for, each period stands by itself among the findings.
    lost = [words for words in lost if not PERIODS.fullmatch(words)]
    assert [words for words in lost if words not in SAID_ONCE] == []


def test_every_row_of_the_registers_is_there_cell_by_cell(branch: Printed) -> None:
    rows = branch.page.xpath("//table[contains(@class, 'zb-rows')]//td")
    cells = Counter(filter(None, (squeezed(cell.text_content()) for cell in rows)))
    assert cells.total() > 20
    assert cells - branch.said.cells == {}


def test_every_period_keeps_its_mark(branch: Printed) -> None:
    rows = Counter(squeezed(row.text_content()) for row in branch.page.xpath("//*[contains(@class, 'zb-dots')]"))
    assert rows.total() > 70
    for marks, number in rows.items():
        assert branch.said.text.count(marks) >= number


def test_a_year_takes_twelve_pages_at_most(branch: Printed) -> None:
    assert len(branch.pages) <= 12


def test_what_matters_takes_the_first_page_and_the_standards_the_second(branch: Printed) -> None:
    assert "本月要办" in branch.pages[0]
    assert "各项标准" in branch.pages[1]
    assert "结果运用" in branch.pages[1]
