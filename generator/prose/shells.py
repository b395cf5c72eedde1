"""Page shells: the theme renders one placeholder page per kind and URL depth; record pages are inserted into it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

from generator.errors import GeneratorError
from generator.model.page import Beside, Page, PageLink, page_file

TITLE_SENTINEL = "zhibu-sentinel-title"
"""Marks the page's title in the placeholder page."""

BODY_SENTINEL = "<!-- zhibu-sentinel-body <h1 -->"
"""Marks the page's body in the placeholder page.  `<h1` is in it because Material adds a heading to a body without one."""

TRAIL_SENTINEL = "<!-- zhibu-sentinel-trail -->"
"""Marks the end of the breadcrumbs, where those of the page itself go on.  The theme writes it into placeholder pages."""

BESIDE_SENTINEL = "<!-- zhibu-sentinel-beside -->"
"""Marks the place after the body for the ways to the page's neighbours.  The theme writes it, too."""

SHELL_SLUG = "zhibu-shell"
"""The folder of every placeholder page; it must not occur in a captured shell."""

_URL = "zhibu-sentinel-url"
_PARTS = re.compile(
    f"({'|'.join(map(re.escape, (TITLE_SENTINEL, BODY_SENTINEL, TRAIL_SENTINEL, BESIDE_SENTINEL, _URL)))})"
)
_CRUMB = '<li class="md-path__item"><a href="{}" class="md-path__link"><span class="md-ellipsis">{}</span></a></li>'
_BESIDE = '<nav class="zb-beside" aria-label="前一个、后一个">{}</nav>'


@dataclass(frozen=True)
class Shell:
    """The theme's page around a record page, split at the sentinels: text and sentinels in turn."""

    pieces: tuple[str, ...]

    @cached_property
    def written(self) -> tuple[tuple[str, bytes], ...]:
        """The pieces with their UTF-8 bytes, encoded once for all pages."""
        return tuple((piece, piece.encode()) for piece in self.pieces)

    @classmethod
    def capture(cls, html: str, path: str, canonical: str) -> Shell:
        """Split a rendered placeholder page; `path` and `canonical` are its own address."""
        if canonical:
            html = html.replace(f'"{canonical}"', f'"{_URL}"')
        if html.count(BODY_SENTINEL) != 1:
            raise GeneratorError(f"主题没有原样输出占位页 {path} 的正文。请检查主题的改动。")
        if SHELL_SLUG in html:
            raise GeneratorError(f"主题在占位页 {path} 里别处也写了它的地址。请检查主题的改动。")
        return cls(tuple(_PARTS.split(html)))


def stamp(shell: Shell, page: Page, body: bytes, site_url: str) -> bytes:
    """The record page as the theme would have rendered it; `body` are the bytes of its body."""
    root = "../" * page.path.count("/")
    values = {
        TITLE_SENTINEL: escape(page.title).encode(),
        BODY_SENTINEL: body,
        TRAIL_SENTINEL: "".join(_CRUMB.format(*_link(root, row)) for row in page.trail).encode(),
        BESIDE_SENTINEL: _beside(root, page.beside).encode() if page.beside else b"",
        _URL: f"{site_url}{page.path}".encode(),
    }
    return b"".join([values.get(piece, written) for piece, written in shell.written])


def _link(root: str, row: PageLink) -> tuple[str, str]:
    """Address and name, as HTML, from a page from which `root` leads to the site's root."""
    return f"{root}{page_file(row.path)}", escape(row.name)


def _beside(root: str, found: Beside) -> str:
    marked = (
        (' rel="prev"', "上一个：", found.before),
        ("", "", found.listed),
        (' rel="next"', "下一个：", found.after),
    )
    links = ((rel, said, *_link(root, row)) for rel, said, row in marked if row is not None)
    return _BESIDE.format("".join(f'<a{rel} href="{target}">{said}{name}</a>' for rel, said, target, name in links))


@dataclass(frozen=True, slots=True)
class Shells:
    """The captured shells, by page kind and depth of URL: Material's links are relative, so they hold at one depth only."""

    by_kind: dict[str, dict[int, Shell]] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Shell]:
        """Every shell."""
        return (shell for depths in self.by_kind.values() for shell in depths.values())

    def put(self, kind: str, path: str, shell: Shell) -> None:
        """Add a shell for pages of `kind` at the depth of `path`."""
        self.by_kind.setdefault(kind, {})[path.count("/")] = shell

    def stamp(self, page: Page, body: bytes, site_url: str) -> bytes:
        """Stamp a page into the shell of its kind and depth; `body` are the bytes of its body."""
        shell = self.by_kind.get(page.kind, {}).get(page.path.count("/"))
        if shell is None:
            raise GeneratorError(f"没有可用于 {page.path} 的占位页（{page.kind}）。")
        return stamp(shell, page, body, site_url)
