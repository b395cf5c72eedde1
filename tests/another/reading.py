"""What a built site says, and where it says what only the demonstration or another year may say.

Forgiven is what the templates and pages mark: `<cite>` (a document that is quoted) and `<time class="in-force">` (since
when a rule holds).  Attributes (a page's description), PDF, calendars and search data have no marks: there, the very
words that pages mark are forgiven.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from urllib.parse import unquote

import lxml.html
import pypdfium2 as pdfium
from lxml.html import HtmlElement

WORDS = re.compile("2019|虚构|示例")
_LONG = 60
_HEAD, _FOOT, _HANDBOOK_FOOT = 80, 57, 85
"""Points of a page above and below which only running heads and feet stand."""

_CHROME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
_BLOCK = re.compile(r"(?<=\bpairs/)\d+")
"""The running number of a file of search data, which is nobody's year."""

_SPACE = re.compile(r"[\s\u200b]+")
"""Room between words, and the mark at which search data cut them apart."""


def exempted(site: Path, edition: str) -> list[str]:
    """Every forgiven place of an edition: page, mark, words, and how often they stand there."""
    found = Counter(
        (path, mark, words) for path, page in pages(site) for mark, words in _marked(page) if WORDS.search(words)
    )
    return [
        f"{edition} {path} <{mark}> {_short(words)} ×{times}" for (path, mark, words), times in sorted(found.items())
    ]


def offending(site: Path, names: Iterable[str]) -> Iterator[str]:
    """Everything that is not forgiven: the file and the words around it."""
    forbidden = re.compile("|".join([WORDS.pattern, *map(re.escape, sorted(names, key=len, reverse=True))]))
    marked: set[str] = set()
    bare: list[tuple[str, str]] = []
    for path, page in pages(site):
        marked.update(_flat(words) for _, words in _marked(page) if forbidden.search(words))
        bare += ((path, text) for text in _attributes(page) if forbidden.search(text))
        for text in _unmarked(page):
            yield from _hits(path, text, forbidden)
    forgiven = re.compile("|".join(map(re.escape, sorted(marked, key=len, reverse=True))) or r"(?!)")
    for path, text in chain(bare, _others(site)):
        yield from _hits(path, forgiven.sub("", _flat(text)), forbidden)


def pages(site: Path) -> Iterator[tuple[str, HtmlElement]]:
    """Every page by its path."""
    for file in sorted(site.rglob("*.html")):
        yield (
            file.relative_to(site).as_posix(),
            lxml.html.parse(str(file), lxml.html.HTMLParser(encoding="utf-8")).getroot(),
        )


def _others(site: Path) -> Iterator[tuple[str, str]]:
    """The words of every other file that people or their devices read, and the files' names."""
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        yield name, _BLOCK.sub("", name)
        if file.suffix == ".pdf":
            yield from ((name, text) for text in _pdf(file))
        elif file.suffix == ".ics":
            yield name, re.sub(r"\r\n[ \t]", "", file.read_bytes().decode())
        elif file.suffix in {".json", ".js", ".xml", ".txt", ".svg"} and not name.startswith(_CHROME):
            text = file.read_text(encoding="utf-8")
            yield name, _BLOCK.sub("", text).replace("\\n", " ") if name.startswith("search/") else text


def _pdf(file: Path) -> Iterator[str]:
    """Its running text without the heads and feet that stand between two pages; those; and what it says of itself."""
    document = pdfium.PdfDocument(file)
    foot = _HANDBOOK_FOOT if file.stem == "handbook" else _FOOT
    texts = [(page.get_height(), page.get_textpage()) for page in document]
    yield "".join(text.get_text_bounded(bottom=foot, top=height - _HEAD) for height, text in texts)
    yield "".join(
        text.get_text_bounded(top=foot) + text.get_text_bounded(bottom=height - _HEAD) for height, text in texts
    )
    yield json.dumps(document.get_metadata_dict(), ensure_ascii=False)
    yield from (entry.get_title() for entry in document.get_toc())
    document.close()


def _marked(page: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in page.iter("cite", "time"):
        if _forgives(element) and not any(map(_forgives, element.iterancestors())):
            yield element.tag, _SPACE.sub(" ", element.text_content()).strip()


def _forgives(element: HtmlElement) -> bool:
    return bool(element.tag == "cite" or (element.tag == "time" and element.get("class") == "in-force"))


def _unmarked(element: HtmlElement) -> Iterator[str]:
    """Running text outside what is marked; a comment's words too.  Public holidays of many years are nobody's own."""
    if _is_marked(element) or element.get("id") == "zb-dates-data":
        return
    yield element.text or ""
    for child in element:
        yield from _unmarked(child)
        yield child.tail or ""


def _short(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[:_LONG]}…"


def _attributes(page: HtmlElement) -> Iterator[str]:
    """Every attribute's words: what a tool tip, a screen reader or a search engine says, or a letter that a link begins."""
    return (
        unquote(str(value)) for element in page.iter() if not _is_marked(element) for value in element.attrib.values()
    )


def _is_marked(element: HtmlElement) -> bool:
    return isinstance(element.tag, str) and _forgives(element)


def _flat(text: str) -> str:
    return _SPACE.sub("", text)


def _hits(path: str, text: str, forbidden: re.Pattern[str]) -> Iterator[str]:
    flat = _SPACE.sub(" ", text)
    for found in forbidden.finditer(flat):
        yield f"{path}: {found[0]}: …{flat[max(0, found.start() - 30) : found.end() + 30]}…"
