"""Web pages (.html) as text: what a browser shows of them, a line for a block and for a row of a table."""

from __future__ import annotations

import re

from lxml import etree, html

from generator.documents.outline.labels import may_be_heading
from generator.documents.web_lists import ListNumbers
from generator.documents.web_tables import is_data_table, spanned_rows
from generator.model.clause import Note, NoteKind
from generator.model.manuscript import Manuscript

_PAGE = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rb",
        "ruby",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_NEVER_SHOWN = frozenset(("head", "script", "style", "noscript", "template", "rp", "rt", "datalist"))
_LEFT_OUT = {
    **dict.fromkeys(("img", "svg", "picture", "canvas", "object", "embed", "video", "audio"), "图片、音像"),
    **dict.fromkeys(("button", "input", "select", "textarea"), "按钮和填写框"),
    **dict.fromkeys(("iframe", "frame"), "嵌入的网页"),
    **dict.fromkeys(("del", "s", "strike"), "划去的文字"),
    "nav": "网站导航",
}
_PAGE_MARGINS = frozenset(("header", "footer"))
"""Titles of the blocks in which LibreOffice writes what stands at the top and bottom of every page."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_WRAPPED = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\r]*\n\s*(?=[\u3000-\u9fff\uff00-\uffef])")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BOLD = frozenset(("b", "strong"))
_HEADING = re.compile(r"h[1-6]")


def is_web_page(text: str) -> bool:
    """Whether a text is a whole HTML document."""
    return _PAGE.match(text) is not None


def web_page_manuscript(text: str) -> Manuscript:
    """The text of a web page.  A heading has the marks of Markdown, an unnumbered bold paragraph `**`."""
    # Without `huge_tree` libxml2 drops what lies deeper than 256 elements, in silence.
    parser = html.HTMLParser(huge_tree=True, no_network=True)
    try:
        page = html.document_fromstring(_DECLARATION.sub("", text, count=1), parser=parser)
    except etree.ParserError:
        return Manuscript("", markup=False)
    reader = _PageReader()
    reader.read(page)
    notes = (
        Note(NoteKind.LEFT_OUT, f"网页里的{what}没有读入，共 {count} 处", place)
        for what, (count, place) in reader.left_out.items()
    )
    return Manuscript("".join(f"{line}\n" for line in reader.lines), tuple(notes), markup=False)


class _PageReader:
    """The lines of a page, and of each kind of thing that is left out how many there are and where the first stood."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.left_out: dict[str, tuple[int, int]] = {}
        self._words: list[str] = []
        self._length = 0
        self._mark = self._label = ""
        self._numbers = ListNumbers()

    def read(self, page: etree._Element) -> None:
        """Read an element with all below it."""
        walk = etree.iterwalk(page, events=("start", "end", "comment", "pi"))
        passed: etree._Element | None = None
        for event, element in walk:
            if event == "start" and (self._is_left_out(element) or self._is_taken(element)):
                walk.skip_subtree()
                passed = element
            elif event == "start":
                self._start(element)
                self._words.append(element.text or "")
            else:
                if event == "end" and element is not passed:
                    self._end(element)
                self._words.append((element.tail or "") if element is not page else "")
        self._end_line()

    def _is_left_out(self, element: etree._Element) -> bool:
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        what = "隐藏的文字" if hidden else _LEFT_OUT.get(str(element.tag))
        if element.tag == "div" and element.get("title") in _PAGE_MARGINS:
            what = "页眉页脚"
        if what is not None:
            self._leave_out(what, 1)
        return what is not None or element.tag in _NEVER_SHOWN

    def _leave_out(self, what: str, count: int) -> None:
        before, place = self.left_out.get(what, (0, self._length))
        self.left_out[what] = before + count, place

    def _is_taken(self, element: etree._Element) -> bool:
        """Take a table of data as lines of cells."""
        if not is_data_table(element):
            return False
        self._end_line()
        for row in spanned_rows(element, self._cell):
            self._take(f"| {' | '.join(row)} |")
        return True

    def _cell(self, cell: etree._Element) -> str:
        reader = _PageReader()
        reader.read(cell)
        for what, (count, _) in reader.left_out.items():
            self._leave_out(what, count)
        return " ".join(line.strip("*# ") for line in reader.lines).replace("|", "｜")

    def _start(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in _INLINE or ":" in tag:
            return
        self._end_line()
        self._numbers.start(element)
        if tag == "li":
            self._label = self._numbers.label(element)
        elif _HEADING.fullmatch(tag):
            self._mark = f"{'#' * int(tag[1])} "
        elif self.lines and _is_bold(element):
            self._mark = "**"

    def _end(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag not in _INLINE and ":" not in tag:
            self._end_line()
            self._numbers.end(element)

    def _end_line(self) -> None:
        words = _SPACES.sub(" ", _WRAPPED.sub("", "".join(self._words))).strip(" ")
        self._words.clear()
        if not words.strip():
            return
        self._take(f"{self._mark}{self._label}{words}{self._mark if self._mark == '**' else ''}")
        self._mark = self._label = ""

    def _take(self, line: str) -> None:
        self.lines.append(line)
        self._length += len(line) + 1


def _is_bold(element: etree._Element) -> bool:
    """Whether a paragraph is a heading: short, wholly bold, and no sentence."""
    if element.tag not in {"p", "div"} or len(element) == 0 or (element.text or "").strip():
        return False
    if any(child.tag not in _BOLD or (child.tail or "").strip() for child in element):
        return False
    words = "".join(map(str, element.itertext())).strip()
    return may_be_heading(words)
