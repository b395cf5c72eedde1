"""Link targets: inside the PDF, or on the web, where the site's own pages are that are not in it."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import SplitResult, unquote, urljoin, urlsplit, urlunsplit

from lxml.html import HtmlElement

_BASE = "http://site.invalid/"
_OUTSIDE = ("http", "https", "mailto")
_UNMARKED = {"thead", "tbody", "tfoot", "colgroup", "col", "source", "area", "map", "br", "wbr"}


class Destinations:
    """Every chapter and every id in it; a label is the URL (`standards/3-1/#before`).

    `home` is the address at which the site is published; where it is not known, its other pages are no targets.
    """

    def __init__(self, chapters: Iterable[tuple[str, HtmlElement]], home: str = "") -> None:
        self._home = home and f"{home.rstrip('/')}/"
        self._labels: dict[tuple[str, str], str] = {}
        for path, root in chapters:
            self._add_chapter(path, root)

    @property
    def labels(self) -> frozenset[str]:
        """Every label of the document."""
        return frozenset(self._labels.values())

    def add_places(self, path: str, marks: Iterable[str]) -> None:
        """Places of a chapter that the template sets itself; they bear the labels that ids of its page would."""
        page = page_path(path)
        self._labels |= {(page, mark): f"{page}#{mark}" for mark in marks}

    def label(self, path: str, fragment: str = "") -> str | None:
        """The label of a chapter or of an id in it."""
        return self._labels.get((page_path(path), fragment))

    def resolve(self, path: str, href: str) -> tuple[str | None, str | None]:
        """The target of a link on page `path`: (label, None) inside, (None, URL) external, (None, None) for neither."""
        if urlsplit(href).scheme in _OUTSIDE:
            return None, href
        target = urlsplit(urljoin(_BASE + path, href))
        if target.netloc != "site.invalid":
            return None, None
        page = page_path(unquote(target.path.lstrip("/")))
        label = self.label(page, unquote(target.fragment)) or self.label(page)
        return label, None if label or not self._home else self._published(target)

    def _published(self, target: SplitResult) -> str:
        return self._home + urlunsplit(target._replace(scheme="", netloc="", path=page_path(target.path)))

    def _add_chapter(self, path: str, root: HtmlElement) -> None:
        page = page_path(path)
        top = self._labels.setdefault((page, ""), page or "index")
        title = next(root.iter("h1"), None)
        for element in root.iter():
            mark = element.get("id")
            if mark and element.tag not in _UNMARKED:
                self._labels.setdefault((page, mark), top if element is title else f"{page}#{mark}")


def page_path(path: str) -> str:
    """The URL path of a page without leading slash and without `index.html`."""
    return path.lstrip("/").removesuffix("index.html")
