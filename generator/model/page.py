"""Pages (页面) as `present` makes them, the syntax of slots and values in prose, and the file of a URL path."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

SLOT = re.compile(r"<!--\s*slot:\s*(?P<name>[^\s>]*?)\s*-->")
"""A slot, filled with HTML: `<!-- slot: NAME -->`."""

VALUE = re.compile(r"\[\[(?P<name>[a-z]+(?:-[a-z]+)*)(?P<argument>[+-]\d|:(?:[1-9]|1[0-2]))?\]\]", re.ASCII)
"""A value, filled with text: `[[year]]`, `[[year+1]]`, `[[theme-day:7]]`."""


class PageLink(NamedTuple):
    """A page as another one leads to it: its name in plain text, and its URL path."""

    name: str
    path: str


class Beside(NamedTuple):
    """Where one goes on from a page: the page before it among its like, the list of them all, and the page after it."""

    before: PageLink | None = None
    listed: PageLink | None = None
    after: PageLink | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A record page as an HTML fragment, to be stamped into the shell of its kind.

    `path` is the URL path, ends in a slash and has no leading one (`branches/cs-1/`); `kind` names the shell
    (`branch`, `checklist`, `committee`, `matrix`, `institution`, `finder`); `title` is plain text.  `trail` are the pages
    that it stands below, after those of the navigation; `beside` leads on to its neighbours.
    """

    path: str
    kind: str
    title: str
    body: str
    trail: tuple[PageLink, ...] = ()
    beside: Beside | None = None


def url_path(file: str) -> str:
    """The URL path of a page's file: `page_file` backwards."""
    return file.removesuffix("index.html")


def path_of_markdown(file: str) -> str:
    """The URL path of the page that MkDocs makes from a file under `docs/`: `a/index.md` is `a/`, `a.md` too."""
    name = file.removesuffix(".md")
    folder, _, last = name.rpartition("/")
    if last != "index":
        return f"{name}/"
    return f"{folder}/" if folder else ""


def page_file(path: str) -> str:
    """The file of a URL path, relative to the site's root; for a folder its `index.html`."""
    return f"{path}index.html" if not path or path.endswith("/") else path
