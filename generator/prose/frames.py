"""Frames: a finished page of prose without its content, so that changed content can be put in without the theme.

The theme's template puts a page's content between two marks (`marked`); the plugin takes them out again and cuts the
page there.  What the theme and the rest of the site know of the content beside that is `PageFacts`: a frame fits as long
as they hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.prose.html_fixes import fix_markup
from generator.prose.links import to_files
from generator.prose.tables import WIDE_TABLE

_MARK = "<!-- zhibu-content -->"
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
_SCROLL = '<div class="zb-scroll" tabindex="0" role="group" aria-label="表格"><table class="zb-prose">'
_DESCRIBED = 3
"""Pieces of a frame that is cut at the description too."""

_PRINT_VIEW = "assets/zhibu/print-view.js"
CONTENT_SCRIPTS: Mapping[str, str] = {
    "zb-enlarge": "assets/zhibu/gallery.js",
    "slot: standard-tools": _PRINT_VIEW,
    "slot: aspect-standards": _PRINT_VIEW,
}
"""Scripts of our theme that only some pages load: those whose content holds the word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What a finished page's frame, and the rest of the site, know of the page beside its content.

    `title` is that of its first heading, `meta` its front matter as JSON, `toc` level, id and title of its headings; `slots`
    are the names of its slots, `files` the files of `docs/`, no pages, that it shows or links to; `scripts` are those it
    loads for its content's sake, and those within its content.
    """

    title: str
    meta: str
    toc: tuple[tuple[int, str, str], ...]
    slots: tuple[str, ...]
    files: tuple[str, ...]
    scripts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """A finished page that can be made again from changed Markdown.

    `path` is its URL path, `frame` the pieces before, between and after description and content; two pieces where the
    description is not taken from the content.  `ids` are the places on it that links may lead to, `anchors` the places on
    any page that its links name, each as the page's file and an id.
    """

    path: str
    frame: tuple[str, ...]
    facts: PageFacts
    ids: tuple[str, ...]
    anchors: tuple[tuple[str, str], ...]

    @property
    def described(self) -> bool:
        """Whether its description is the beginning of its content."""
        return len(self.frame) == _DESCRIBED

    def filled(self, content: str, description: str) -> str:
        """The finished page; `content` is as MkDocs made it, `description` as it stands in an attribute."""
        made = finished(content)
        if not self.described:
            return made.join(self.frame)
        head, middle, tail = self.frame
        return f"{head}{description}{middle}{made}{tail}"


def marked(content: str) -> str:
    """A page's content as the theme's template prints it, so that its beginning and end can be found again."""
    return f"{_MARK}{in_scrolling_tables(content)}{_MARK}"


def in_scrolling_tables(content: str) -> str:
    """Content whose tables scroll in a place that the keyboard reaches, as the tables of record pages do."""
    if content.count("<table>") + content.count(WIDE_TABLE) != content.count("</table>"):
        return content
    scrolling = content.replace("<table>", _SCROLL).replace(WIDE_TABLE, _SCROLL.replace("zb-prose", "zb-prose zb-wide"))
    return scrolling.replace("</table>", "</table></div>")


def finished(content: str) -> str:
    """Content as it stands in the finished page."""
    return to_files(fix_markup(in_scrolling_tables(content)))


def scripts_for(content: str) -> tuple[str, ...]:
    """The scripts that a page loads for its content's sake."""
    return tuple(script for word, script in CONTENT_SCRIPTS.items() if word in content)


def unmarked(page: str) -> str:
    """A finished page without the marks."""
    return page.replace(_MARK, "")


def frame_of(page: str, content: str, description: str | None) -> tuple[str, ...]:
    """The frame of a finished page with marks; empty where the page cannot be put together again from it.

    `description` is given where it is taken from the content.
    """
    parts = page.split(_MARK)
    if len(parts) != 3 or parts[1] != finished(content):
        return ()
    before, _, after = parts
    if description is None:
        return before, after
    found = _DESCRIPTION.search(before)
    if found is None or found[1] != description:
        return ()
    return before[: found.start(1)], before[found.end(1) :], after
