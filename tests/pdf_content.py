"""What a page of the site and a PDF say, in the same terms: Han characters, cells of tables, links, period marks.

A PDF is read by its tags, so that a cell counts as one only where a screen reader finds it in a table.  White space is
left out on both sides: readers of PDF put it in by the look of the page.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import lxml.html
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium_c
from lxml.html import HtmlElement

HAN = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
SHAPES = frozenset("●▲◆◔○–?✎")
"""What a page writes for the eight verdicts; on paper they are drawings."""

_COUNTED = re.compile(r"[•–·①-⑳]|\d+\.?|（\d+）|[a-z]\.")
"""What stands before points and notes."""

_CELLS = {"td", "th"}
_OUTSIDE = ("http:", "https:", "mailto:")


@dataclass(frozen=True)
class Content:
    """What is said, and how often.

    `links` are the words of each link with its address, which is empty within the document; `marks` the spoken
    words of verdicts that are drawn without their word; `cells` the words of cells that hold any.
    """

    text: str = ""
    cells: Counter[str] = field(default_factory=Counter)
    links: Counter[tuple[str, str]] = field(default_factory=Counter)
    marks: Counter[str] = field(default_factory=Counter)

    @property
    def han(self) -> Counter[str]:
        """How often each Han character is there."""
        return Counter(HAN.findall(self.text))


def fragment(source: str) -> HtmlElement:
    """A piece of HTML as a tree."""
    return lxml.html.fragment_fromstring(source, create_parent="div")


def squeezed(text: str) -> str:
    """A text without white space."""
    return re.sub(r"\s+", "", text)


def without(root: HtmlElement, left_out: Collection[str]) -> HtmlElement:
    """A page without what is not for paper; `left_out` are tags, classes (`.zb-noprint`) and attributes (`[hidden]`)."""
    for element in list(root.iterdescendants()):
        told = {element.tag, *(f".{name}" for name in element.classes), *(f"[{name}]" for name in element.attrib)}
        if isinstance(element.tag, str) and told & set(left_out) and element.getparent() is not None:
            element.drop_tree()
    return root


def address_of(href: str) -> str:
    """Where a link leads that leaves the site; empty for one within it."""
    return href if href.startswith(_OUTSIDE) else ""


def page_content(roots: Iterable[HtmlElement], address: Callable[[str], str] = address_of) -> Content:
    """What pages say, of which what is not for paper has been taken out; `address` is what a PDF makes of an `href`."""
    said = Content()
    texts = []
    for root in roots:
        for element in root.iter():
            if "zb-dots" in element.classes:
                said.marks[squeezed(element.get("aria-label") or "")] += 1
            elif _is_shape(element) and "zb-dots" not in element.getparent().classes:
                said.marks.update(_spoken(element))
        for element in [found for found in root.iter() if _is_shape(found) or "zb-sr" in found.classes]:
            element.drop_tree()
        said.cells.update(filter(None, (squeezed(cell.text_content()) for cell in root.iter(*_CELLS))))
        said.links.update(_page_links(root, address))
        texts.append(squeezed(root.text_content()))
    return Content("".join(texts), said.cells, said.links, said.marks)


def pdf_content(path: Path) -> Content:
    """What a PDF's tags hold: heads and feet of pages, which are none, and repeated heads of tables are left out."""
    with pikepdf.open(path) as pdf:
        reader = _Tags(pdf, _texts_by_tag(path))
        text = reader.text_of(pdf.Root.StructTreeRoot)
    return Content(text, reader.cells, reader.links, reader.marks)


def _is_shape(element: HtmlElement) -> bool:
    return len(element) == 0 and element.tag == "span" and (element.text or "").strip() in SHAPES


def _spoken(shape: HtmlElement) -> Iterator[str]:
    """The words for screen readers after a shape; a chip's shape has its word beside it."""
    following = shape.getnext()
    if following is not None and "zb-sr" in following.classes:
        yield squeezed(following.text_content())


def _page_links(root: HtmlElement, address: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    for element in root.iter("a"):
        target, words = element.get("href"), squeezed(element.text_content())
        if target and words:
            yield words, address(target)


def _texts_by_tag(path: Path) -> dict[tuple[int, int], str]:
    """The text of every marked content, by page and number, in the order in which it is drawn."""
    found: dict[tuple[int, int], list[str]] = {}
    document = pypdfium2.PdfDocument(path)
    for number, page in enumerate(document):
        text = page.get_textpage()
        for item in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT]):
            mark = pdfium_c.FPDFPageObj_GetMarkedContentID(item.raw)
            found.setdefault((number, mark), []).append(_object_text(item.raw, text.raw))
    document.close()
    return {place: "".join(words) for place, words in found.items()}


def _object_text(item: Any, text: Any) -> str:
    size = pdfium_c.FPDFTextObj_GetText(item, text, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium_c.FPDFTextObj_GetText(item, text, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")


class _Tags:
    """Walks the tags of a document; an element's text is all that is below it."""

    def __init__(self, pdf: pikepdf.Pdf, texts: dict[tuple[int, int], str]) -> None:
        self.cells: Counter[str] = Counter()
        self.links: Counter[tuple[str, str]] = Counter()
        self.marks: Counter[str] = Counter()
        self._texts = texts
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._page = 0
        self._address = ""

    def text_of(self, node: Any) -> str:
        """The text below a node, without white space; what it is tagged as is counted on the way."""
        if isinstance(node, int):
            return squeezed(self._texts.get((self._page, node), ""))
        if isinstance(node, pikepdf.Array):
            return "".join(map(self.text_of, node))
        if node.get("/Type") == "/OBJR":
            self._address = str(node.Obj.get("/A", {}).get("/URI", ""))
            return ""
        if "/Pg" in node:
            self._page = self._pages[node.Pg.objgen]
        if node.get("/Type") == "/MCR":
            return self.text_of(int(node.MCID))
        return self._element(node)

    def _element(self, node: Any) -> str:
        kind = str(node.get("/S", ""))
        outer, self._address = self._address, ""
        text = self.text_of(node.K) if "/K" in node else ""
        if kind == "/Lbl" and _COUNTED.fullmatch(text):  # a page leaves it to the browser
            text = ""
        elif kind in {"/TD", "/TH"} and text:
            self.cells[text] += 1
        elif kind == "/Link" and text:
            self.links[text, self._address] += 1
        elif kind == "/Figure":
            self.marks[squeezed(str(node.get("/Alt", "")))] += 1
        self._address = outer
        return text
