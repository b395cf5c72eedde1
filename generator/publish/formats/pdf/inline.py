"""Running text of one chapter: emphasis, links, notes, samples, pictures and verdicts."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.html import HtmlElement

from generator.publish.formats.pdf.flow import Flow
from generator.publish.formats.pdf.images import Pictures
from generator.publish.formats.pdf.links import Places
from generator.publish.formats.pdf.markup import literal
from generator.publish.formats.pdf.shapes import SPOKEN, verdict_markup
from generator.publish.formats.pdf.tree import classes

_WRAPS = {
    "strong": "strong", "b": "strong", "mark": "strong", "em": "emph", "i": "emph", "cite": "emph", "dfn": "emph",
    "var": "emph", "del": "strike", "s": "strike", "ins": "underline", "u": "underline", "sub": "sub", "sup": "super",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li",
    "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip


class Inline:
    """Writes inline elements of the chapter at `path`; `notes` are its footnotes by id."""

    def __init__(self, path: str, places: Places, notes: Mapping[str, HtmlElement], pictures: Pictures) -> None:
        self._path = path
        self._places = places
        self._notes = notes
        self._pictures = pictures
        self._placed: set[str] = set()

    @property
    def chapter_label(self) -> str:
        """The label of the chapter itself."""
        label = self._places.label(self._path)
        assert label is not None
        return label

    def label_of(self, element: HtmlElement) -> str | None:
        """The label to set at an element; None without an id, or where an earlier element has the same."""
        label = self._places.label(self._path, element.get("id") or "")
        if not element.get("id") or label is None or label in self._placed:
            return None
        self._placed.add(label)
        return label

    def is_block(self, element: HtmlElement) -> bool:
        """Whether an element starts a paragraph of its own, by its tag or by what it holds."""
        return element.tag in _BLOCKS or any(inner.tag in _BLOCKS for inner in element.iterdescendants())

    def markup(self, element: HtmlElement, *, place: bool = True) -> str:
        """The contents of an element as one run of text."""
        flow = Flow()
        if place and (label := self.label_of(element)):
            flow.place(label)
        self._contents(flow, element)
        return flow.take()

    def write(self, flow: Flow, element: HtmlElement) -> None:
        """One inline element, without the text after it."""
        if label := self.label_of(element):
            flow.place(label)
        if (verdict := verdict_markup(element)) is not None:
            flow.put(verdict)
        elif SPOKEN not in classes(element):
            self._write(flow, element)

    def _write(self, flow: Flow, element: HtmlElement) -> None:
        match element.tag:
            case "br":
                flow.new_line()
            case "a":
                self._link(flow, element)
            case "img":
                self._picture(flow, element)
            case "code" | "kbd" | "samp" | "pre":
                flow.put(f"#raw({literal(element.text_content())});")
            case "meter" | "progress":
                flow.write(_measure(element))
            case "q":
                self._between(flow, element, "“", "”")
            case "sup" if (reference := element.find("a[@class='footnote-ref']")) is not None:
                self._note(flow, reference.get("href") or "")
            case tag:
                self._wrapped(flow, element, _WRAPS.get(tag))

    def _contents(self, flow: Flow, element: HtmlElement) -> None:
        flow.write(element.text)
        for child in element:
            self.write(flow, child)
            flow.write(child.tail)

    def _wrapped(self, flow: Flow, element: HtmlElement, function: str | None) -> None:
        if function is None or not element.text_content().strip():
            self._contents(flow, element)
            return
        flow.wrap(f"#{function}[")
        self._contents(flow, element)
        flow.wrap("]")

    def _between(self, flow: Flow, element: HtmlElement, opening: str, closing: str) -> None:
        flow.write(opening)
        self._contents(flow, element)
        flow.write(closing)

    def _link(self, flow: Flow, element: HtmlElement) -> None:
        label, url = (
            self._places.resolve(self._path, element.get("href") or "") if element.get("href") else (None, None)
        )
        if not (label or url) or not element.text_content().strip():
            self._contents(flow, element)
            return
        flow.wrap(f"#link({f'label({literal(label)})' if label else literal(url or '')})[")
        self._contents(flow, element)
        flow.wrap("]")

    def _picture(self, flow: Flow, element: HtmlElement) -> None:
        if (markup := self._pictures.markup(self._path, element)) is not None:
            flow.put(markup)

    def _note(self, flow: Flow, href: str) -> None:
        mark = href.removeprefix("#")
        label = literal(f"{self._path}#{mark}")
        if mark in self._placed:
            flow.put(f"#footnote(label({label}));", tight=True)
        elif mark in self._notes:
            self._placed.add(mark)
            note = self._notes[mark]
            words = Flow()
            for part in list(note) if note.find("p") is not None else [note]:
                self._contents(words, part)
                words.write("\n")
            flow.put(f"#footnote[{words.take()}]#label({label});", tight=True)


def _measure(element: HtmlElement) -> str:
    words = " ".join(element.text_content().split())
    if words:
        return words
    value, most = element.get("value") or "0", element.get("max")
    return f"{value}/{most}" if most else value
