"""Page numbers that a PDF prints beside its links, and the pages that those links lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdfium2

_PAGE = re.compile(r"\s*(?:（第|〔第|，第)?\s*(\d+)\s*页")


class Reference(NamedTuple):
    """A link within a document: the page that it stands on, its words, the page printed after it, and the true one."""

    on: str
    words: str
    printed: str
    true: str


def references(path: Path) -> list[Reference]:
    """Every link within a document, in the order of its pages; `printed` is empty where no page follows the link."""
    book = pypdfium2.PdfDocument(path)
    labels = [str(book.get_page_label(i)) for i in range(len(book))]
    with pikepdf.open(path) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        found = [
            Reference(labels[number], words, printed, labels[pages[target]])
            for number, page in enumerate(pdf.pages)
            for words, printed, target in _on_page(page, book[number].get_textpage(), pdf)
        ]
    book.close()
    return found


def _on_page(page: Any, text: Any, pdf: pikepdf.Pdf) -> Iterator[tuple[str, str, Any]]:
    for note in page.obj.get("/Annots", []):
        target = _target(note, pdf)
        if target is None:
            continue
        lines = _lines(note)
        words = "".join(text.get_text_bounded(*line).strip() for line in lines)
        _, y0, x1, y1 = lines[-1]
        # a closing bracket stands in the left half of its room
        last = next(filter(None, (text.get_index(x1 - back, (y0 + y1) / 2, 3, 4) for back in (1, 4, 7))), None)
        following = re.sub(r"[\r\n]", "", text.get_text_range(last + 1, 16)) if last is not None else ""
        match = _PAGE.match(following)
        yield words, match[1] if match else "", target


def _lines(note: Any) -> list[tuple[float, float, float, float]]:
    """The rectangles of a link: one in each line that it stands in."""
    points = [float(value) for value in note.get("/QuadPoints", [])]
    quads = [points[start : start + 8] for start in range(0, len(points), 8)]
    if not quads:
        x0, y0, x1, y1 = (float(edge) for edge in note.Rect)
        return [(x0, y0, x1, y1)]
    return [(min(quad[::2]), min(quad[1::2]), max(quad[::2]), max(quad[1::2])) for quad in quads]


def _target(note: Any, pdf: pikepdf.Pdf) -> Any:
    """The object of the page that a link shows; None for one that leaves the document."""
    action = note.get("/A")
    place = note.get("/Dest") if action is None else action.get("/D")
    if isinstance(place, pikepdf.String):
        place = dict(pikepdf.NameTree(pdf.Root.Names.Dests).items())[str(place)]
    if isinstance(place, pikepdf.Dictionary):
        place = place.D
    return None if place is None else place[0].objgen
