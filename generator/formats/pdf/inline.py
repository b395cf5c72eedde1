"""Running text of one chapter: emphasis, links, notes, samples, pictures and verdicts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml.html import HtmlElement

from generator.formats.pdf.destinations import Destinations
from generator.formats.pdf.elements import BLOCK_TAGS, check_elements, classes
from generator.formats.pdf.flow import Flow
from generator.formats.pdf.images import Pictures
from generator.formats.pdf.page_reference import reference_opening
from generator.formats.pdf.typst_markup import literal
from generator.formats.pdf.verdict_marks import SCREEN_READER, verdict_markup

_WRAPS = {
    "strong": "strong", "b": "strong", "mark": "strong", "em": "emph", "i": "emph", "dfn": "emph",
    "var": "emph", "del": "strike", "s": "strike", "ins": "underline", "u": "underline", "small": "aside",
    "sub": "sub",
}  # fmt: skip
_IN_LINE = {"zb-crumbs", "zb-legend", "zb-marks", "zb-task"}
_SPACED = {"a", "b", "span", "strong", "time", "div", "small"}


class Inline:
    """Converts inline elements of the chapter at `path`; `notes` are its footnotes by id."""

    def __init__(self, path: str, places: Destinations, notes: Mapping[str, HtmlElement], pictures: Pictures) -> None:
        self._path = path
        self._places = places
        self._notes = notes
        self._pictures = pictures
        self._placed: set[str] = set()
        self._explained: set[str] = set()
        self._handlers: Mapping[str, Callable[[Flow, HtmlElement], None]] = {
            "a": self._link,
            "abbr": self._abbreviation,
            "br": lambda flow, _: flow.new_line(),
            **dict.fromkeys(("code", "kbd", "pre", "samp"), _write_code),
            "img": self._picture,
            **dict.fromkeys(("meter", "progress"), _write_measure),
            "q": self._quote,
            "rp": lambda _, __: None,
            "rt": self._reading,
            "sup": self._raised,
            "svg": self._drawing,
            "wbr": self._seam,
        }

    def check(self, root: HtmlElement) -> None:
        """Raise PdfError where the chapter or one of its notes holds what cannot be set."""
        for tree in (root, *self._notes.values()):
            check_elements(self._path, tree)

    @property
    def page(self) -> str:
        """The URL path of the chapter's page."""
        return self._path

    @property
    def chapter_label(self) -> str:
        """The label of the chapter itself."""
        label = self._places.label(self._path)
        assert label is not None
        return label

    def label_of(self, element: HtmlElement) -> str | None:
        """The label of an element; None without an id, or for a duplicate one: Typst rejects duplicate labels."""
        label = self._places.label(self._path, element.get("id") or "")
        if not element.get("id") or label is None or label in self._placed:
            return None
        self._placed.add(label)
        return label

    def is_block(self, element: HtmlElement) -> bool:
        """Whether an element starts a paragraph of its own, by its tag or by what it holds."""
        if element.get("class") and classes(element) & _IN_LINE:
            return False
        return element.tag in BLOCK_TAGS or any(map(self.is_block, element))

    def markup(self, element: HtmlElement, *, place: bool = True) -> str:
        """The contents of an element as one run of text."""
        flow = Flow()
        if place and (label := self.label_of(element)):
            flow.place(label)
        self._contents(flow, element)
        return flow.take()

    def write(self, flow: Flow, element: HtmlElement) -> None:
        """One inline element, without the text after it."""
        if gap := _gap_before(element):
            flow.wrap(gap)
        if label := self.label_of(element):
            flow.place(label)
        if (verdict := verdict_markup(element)) is not None:
            flow.put(verdict)
        elif SCREEN_READER not in classes(element):
            self._write(flow, element)

    def _write(self, flow: Flow, element: HtmlElement) -> None:
        handler = self._handlers.get(element.tag)
        if handler is not None:
            handler(flow, element)
        elif "zb-line" in classes(element):
            flow.put("#blank;")
        else:
            self._wrapped(flow, element, "aside" if "zb-crumbs" in classes(element) else _WRAPS.get(element.tag))

    def _raised(self, flow: Flow, element: HtmlElement) -> None:
        reference = element.find("a[@class='footnote-ref']")
        if reference is None:
            self._wrapped(flow, element, "super")
        else:
            in_title = any(around.tag == "h1" for around in element.iterancestors())
            self._note(flow, reference.get("href") or "", "title-note" if in_title else "note")

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

    def _quote(self, flow: Flow, element: HtmlElement) -> None:
        flow.write("“")
        self._contents(flow, element)
        flow.write("”")

    def _abbreviation(self, flow: Flow, element: HtmlElement) -> None:
        """What it stands for comes after it where the chapter first has it: on paper nothing can be pointed at.

        Terms of the glossary are explained there.
        """
        self._contents(flow, element)
        short, meaning = element.text_content().strip(), (element.get("title") or "").strip()
        if meaning and short not in self._explained and "zb-term" not in classes(element):
            flow.write(f"（{meaning}）")
        self._explained.add(short)

    def _reading(self, flow: Flow, element: HtmlElement) -> None:
        flow.write("（")
        self._contents(flow, element)
        flow.write("）")

    def _seam(self, flow: Flow, element: HtmlElement) -> None:
        """A word's own place to break; a parser of HTML 4 takes what follows for its contents."""
        flow.wrap("#seam;")
        self._contents(flow, element)

    def _drawing(self, flow: Flow, element: HtmlElement) -> None:
        flow.put(self._pictures.drawing(self._path, element))

    def link_opening(self, element: HtmlElement) -> str | None:
        """The opening of the call for a link; None where it leads nowhere or shows nothing."""
        href = element.get("href")
        label, url = self._places.resolve(self._path, href) if href else (None, None)
        words = element.text_content().strip()
        if not (label or url) or not (words or element.find(".//img") is not None):
            return None
        if label:
            return reference_opening(element, label) if words else f"#link(label({literal(label)}))["
        return f"#link({literal(url or '')})["

    def _link(self, flow: Flow, element: HtmlElement) -> None:
        opening = self.link_opening(element)
        if opening is None:
            self._contents(flow, element)
            return
        flow.wrap(opening)
        self._contents(flow, element)
        flow.wrap("]")

    def _picture(self, flow: Flow, element: HtmlElement) -> None:
        if (markup := self._pictures.markup(self._path, element)) is not None:
            flow.put(markup)

    def _note(self, flow: Flow, href: str, function: str) -> None:
        mark = href.removeprefix("#")
        label = literal(f"{self._path}#{mark}")
        if mark in self._placed:
            # A further reference to the same note repeats its number.
            flow.put(f"#footnote(label({label}));", tight=True)
        elif mark in self._notes:
            self._placed.add(mark)
            note = self._notes[mark]
            words = Flow()
            for part in list(note) if note.find("p") is not None else [note]:
                self._contents(words, part)
                words.write("\n")
            flow.put(f"#{function}({label})[{words.take()}];", tight=True)


def _gap_before(element: HtmlElement) -> str:
    """The space that the site's CSS sets between adjacent elements without white space; in cells a line break."""
    before = element.getprevious()
    if element.tag == "li":
        return "#h(1em, weak: true);" if before is not None else ""
    touching = before is not None and not before.tail and before.tag in _SPACED and element.tag in _SPACED
    if element.tag == "small" and (touching or _follows_text(element)):
        in_cell = next(element.iterancestors("td", "th"), None) is not None
        return "#linebreak();" if in_cell else "#h(.5em, weak: true);"
    shape = before is not None and before.get("aria-hidden") == "true"
    return "#h(.5em, weak: true);" if touching and not shape and SCREEN_READER not in classes(element) else ""


def _follows_text(element: HtmlElement) -> bool:
    before, parent = element.getprevious(), element.getparent()
    text = before.tail if before is not None else parent.text if parent is not None else None
    return bool(text) and not str(text).endswith((" ", "\n"))


def _write_code(flow: Flow, element: HtmlElement) -> None:
    flow.put(f"#raw({literal(element.text_content())});")


def _write_measure(flow: Flow, element: HtmlElement) -> None:
    words = " ".join(element.text_content().split())
    value, most = element.get("value") or "0", element.get("max")
    flow.write(words or (f"{value}/{most}" if most else value))
