"""Plan and overview on paper, against the pages of the same edition: every cell of their tables is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from lxml.html import HtmlElement

from generator.model.finding import Verdict
from tests.pdf_content import Content, pdf_content, squeezed
from tests.site.conftest import Site


def _said(site: Site, name: str) -> Content:
    (path,) = site.folder.glob(f"downloads/{name}-????.pdf")
    return pdf_content(path)


def _cells(tables: Iterable[HtmlElement]) -> Counter[str]:
    found = (squeezed(cell.text_content()) for table in tables for cell in table.iter("td", "th"))
    return Counter(filter(None, found))


def _plain(cells: Counter[str]) -> Counter[str]:
    """Without the brackets that stand on paper for a tag's border, and the number of what is not signed for."""
    return Counter({re.sub("[〔〕]", "", cell): count for cell, count in cells.items()})


def test_the_plan_holds_every_cell_of_its_pages(edition: Site) -> None:
    said = _plain(_said(edition, "plan").cells)
    front = edition.pages["plan/index.html"]
    tables = [
        *front.xpath("//table[contains(@class, 'zb-plan')]"),
        *front.xpath("//table[contains(@class, 'zb-documents')]"),
    ]
    if (overdue := edition.pages.get("plan/overdue/index.html")) is not None:
        tables += overdue.xpath("//table[contains(@class, 'zb-plan')]")
    asked = _cells(tables)
    assert asked.total() > 100
    assert [cell for cell in asked if cell not in said] == []


def test_every_task_of_every_unit_is_there(edition: Site) -> None:
    text = _said(edition, "plan").text
    sheets = [page for path, page in edition.pages.items() if re.fullmatch(r"plan/units/\d+/index\.html", path)]
    assert len(sheets) > 5
    for page in sheets:
        rows = page.xpath("//table[contains(@class, 'zb-sheet')]/tbody/tr")
        clauses = [squeezed(row.xpath(".//span[@class='zb-id']")[0].text_content()) for row in rows]
        assert f"{len(clauses)}项{clauses[0]}（" in text
        assert all(f"{clause}（" in text for clause in clauses)


def test_the_public_plan_knows_no_states(public: Site) -> None:
    text = _said(public, "plan").text
    assert not any(f"{verdict.shape}{verdict}" in text for verdict in Verdict)
    assert not re.search("逾期|状态|签收", text)


def test_the_overview_holds_the_matrices_of_the_pages(internal: Site) -> None:
    said = _said(internal, "overview")
    for path in ("matrix/index.html", "institution/duties/index.html"):
        rows = internal.pages[path].xpath("//table[contains(@class, 'zb-grid')]/tbody/tr")
        assert len(rows) >= 6
        for row in rows:
            name = squeezed("".join(row.xpath("./th")[0].xpath("./a//text()|./text()")))
            marks = "".join(re.sub(r"[^●▲◆◔○–?✎\d]", "", squeezed(cell.text_content())) for cell in row.xpath("./td"))
            assert name + marks in said.text


def test_the_public_edition_has_no_overview(public: Site) -> None:
    assert list(public.folder.glob("downloads/overview*")) == []
