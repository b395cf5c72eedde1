"""Which elements of a page go on paper, which are for a screen only; any other is an error, so that none is lost unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from generator.errors import PdfError

SCREEN_ONLY = frozenset({
    "button", "input", "link", "meta", "nav", "noscript", "script", "select", "style", "template", "textarea",
})  # fmt: skip
"""Controls, and what a browser reads itself."""

SCREEN_ONLY_CLASSES = frozenset({
    "footnote-backref", "headerlink", "linenos", "lineno", "task-list-indicator", "zb-button", "zb-edition",
    "zb-finder", "zb-links", "zb-noprint", "zb-pager", "zb-points-of", "zb-print-head", "zb-switch",
    "zb-toggle",
})  # fmt: skip

_CHILDREN: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("ul", "ol"), frozenset({"li"})),
    "dl": frozenset({"dt", "dd", "div"}),
    "table": frozenset({"caption", "colgroup", "thead", "tbody", "tfoot", "tr"}),
    **dict.fromkeys(("thead", "tbody", "tfoot"), frozenset({"tr"})),
    "tr": frozenset({"td", "th"}),
    "colgroup": frozenset({"col"}),
}
"""What stands in a list or a table; anything else would be between its points or cells."""

BLOCK_TAGS = frozenset({
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li",
    "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
"""What starts a paragraph of its own."""

_RUNNING = frozenset({
    "a", "abbr", "b", "bdi", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "label",
    "mark", "meter", "output", "progress", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub",
    "sup", "svg", "time", "u", "var", "wbr",
})  # fmt: skip
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SET = BLOCK_TAGS | _RUNNING | {"col", "colgroup"}


def classes(element: HtmlElement) -> set[str]:
    """The element's classes."""
    return set((element.get("class") or "").split())


def is_element(name: str) -> bool:
    """Whether an element is set, or left out on purpose."""
    return name in _SET or name in SCREEN_ONLY


def check_elements(page: str, root: HtmlElement) -> None:
    """Raise PdfError for the first element of a page that cannot be set, or that stands where it would be lost.

    So do characters that turn the direction of text: what is printed would not be what is written.
    """
    if turn := _TURNS.search(root.text_content()):
        before = " ".join(root.text_content()[: turn.start()].split())[-10:]
        raise PdfError(
            f"{page} 里有改变文字方向的字符（U+{ord(turn[0]):04X}，在“{before}”之后）。请删去，或重打这一句。"
        )
    for element in _seen(root):
        if element.tag not in _SET:
            raise PdfError(
                f"{page} 里有排不进 PDF 的元素 {_told(element)}。请改用 Markdown 的写法，"
                f'或给它加上 class="zb-noprint"，只在网页上显示。'
            )
        if (allowed := _CHILDREN.get(element.tag)) is not None:
            _check_children(page, element, allowed)


def _seen(element: HtmlElement) -> Iterator[HtmlElement]:
    """All elements but those inside a drawing, which has a language of its own."""
    yield element
    if element.tag != "svg":
        for child in element:
            yield from _seen(child)


def _check_children(page: str, element: HtmlElement, allowed: frozenset[str]) -> None:
    between = [element.text, *(child.tail for child in element)]
    stray = next((words for words in between if words and words.strip()), "")
    strange = next((_told(child) for child in element if child.tag not in allowed), "")
    if stray or strange:
        raise PdfError(
            f"{page} 的 <{element.tag}> 里有不在条目或单元格里的内容：{strange or f'“{stray.strip()[:20]}”'}。"
            f"请把它移到 <{element.tag}> 外面，或放进一个条目、一格。"
        )


def _told(element: HtmlElement) -> str:
    words = " ".join(element.text_content().split())[:20]
    return f"<{element.tag}>" + (f"（“{words}”）" if words else "")
