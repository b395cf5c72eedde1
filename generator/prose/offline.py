"""One page of a finished site as a folder of its own: its article, and whatever that shows, plays or hands out.

Links to other pages become plain words, for those pages stay at home; files that the page hands out go along.  All files
keep their places below one folder, so that style sheets find what they name.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urldefrag

from lxml import html
from lxml.html import HtmlElement

FOLDER = "files/"
"""Where everything but the page itself lies."""

_ARTICLE, _ONLINE = "md-content__inner", "zb-online"
"""The classes of the part that goes along, and of what in it has no sense without the site."""

_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_STYLE_URL = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']""")
_SOURCES = ("src", "poster")
_LEFT = (".html", ".zip", "/")
"""Where a link leads to another page or to an archive of this one."""

_VOID = re.compile("</(?:source|track|wbr)>")
"""libxml2 knows HTML 4, in which these elements were not yet."""

_PARSER = html.HTMLParser(remove_comments=True)

Read = Callable[[str], bytes | None]
"""The content of a file of the site, by its place in it; None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflinePage:
    """An article whose links lead into `FOLDER`, its style sheets (place there and `media`) and scripts, and all files."""

    title: str
    article: str
    styles: tuple[tuple[str, str], ...]
    scripts: tuple[str, ...]
    files: dict[str, bytes]


def offline_page(read: Read, page: str, scripts: Callable[[str], bool]) -> OfflinePage:
    """The page at the place `page`; `scripts` says which of those that it loads go along.

    Raises ValueError where the page has no article, and KeyError where it shows a file that there is not.
    """
    document: HtmlElement = html.document_fromstring((read(page) or b"").decode(), parser=_PARSER)
    found = document.find_class(_ARTICLE)
    if not found:
        raise ValueError(f"{page} has no article")
    article, bundle = found[0], _Bundle(read, posixpath.dirname(page))
    loaded = [address for node in document.iter("script") if (address := node.get("src"))]
    for node in (*article.iter("script"), *article.find_class(_ONLINE)):
        node.drop_tree()
    for node in article.iter():
        bundle.take_along(node)
    sheets = [node for node in document.iter("link") if node.get("rel") == "stylesheet"]
    return OfflinePage(
        title=document.findtext(".//title") or "",
        article=_VOID.sub("", (article.text or "") + "".join(map(_markup, article))),
        styles=tuple((bundle.add(node.get("href", "")), node.get("media", "")) for node in sheets),
        scripts=tuple(bundle.add(address) for address in loaded if scripts(bundle.place(address))),
        files=bundle.files,
    )


def _markup(node: HtmlElement) -> str:
    return str(html.tostring(node, encoding="unicode"))


@dataclass(slots=True)
class _Bundle:
    """The files that are taken along; `folder` is where the page stands."""

    read: Read
    folder: str
    files: dict[str, bytes] = field(default_factory=dict)

    def place(self, address: str) -> str:
        """The place in the site that a relative address leads to."""
        path = unquote(urldefrag(address).url.partition("?")[0])
        return posixpath.normpath(posixpath.join(self.folder, path))

    def add(self, address: str) -> str:
        """Take the file along; returns its new address."""
        return FOLDER + self._take(self.place(address))

    def take_along(self, node: HtmlElement) -> None:
        """Rewrite what an element shows or links to."""
        for name in _SOURCES:
            if (address := node.get(name)) and not _OUTSIDE.match(address) and node.tag != "script":
                node.set(name, self.add(address))
        if srcset := node.get("srcset"):
            node.set("srcset", ", ".join(self._candidates(srcset)))
        if node.tag == "a" and (address := node.get("href")) and not _OUTSIDE.match(address):
            if self.place(address).endswith(_LEFT) or address.partition("#")[0].endswith("/"):
                node.tag = "span"
                del node.attrib["href"]
            else:
                node.set("href", self.add(address))

    def _candidates(self, srcset: str) -> Iterator[str]:
        for candidate in srcset.split(","):
            address, _, width = candidate.strip().partition(" ")
            yield f"{self.add(address)} {width}".rstrip()

    def _take(self, place: str) -> str:
        if FOLDER + place not in self.files:
            data = self.read(place)
            if data is None:
                raise KeyError(place)
            self.files[FOLDER + place] = data
            if place.endswith(".css"):
                self._named_in(place, data.decode())
        return place

    def _named_in(self, place: str, text: str) -> None:
        """What a style sheet names goes along as well, and keeps its place beside it."""
        for address in _addresses(_STYLE_URL.findall(text)):
            self._take(posixpath.normpath(posixpath.join(posixpath.dirname(place), urldefrag(address).url)))


def _addresses(found: Iterable[tuple[str, str]]) -> Iterator[str]:
    for shown, imported in found:
        address = (shown or imported).partition("?")[0]
        if address and not _OUTSIDE.match(address):
            yield address
