"""Text is text in the theme's own templates too: MkDocs has them print everything as it comes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

_STYLES = "partials/icons.html"
"""The one template of Material that puts HTML together as strings, of the theme's own icons."""


def escape_everything(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Have every template escape what it prints, and mark what is HTML: headings that are rendered, and `copyright`."""
    env.autoescape = lambda name: name != _STYLES
    for file in files.documentation_pages():
        if file.page is not None:
            _mark(file.page)
    if config.copyright:
        config.copyright = Markup(config.copyright)  # noqa: S704 - MkDocs has it hold HTML
    return env


def _mark(page: Page) -> None:
    """A title that was rendered is HTML; one from the front matter or the navigation is text."""
    rendered = page._title_from_render  # noqa: SLF001 - MkDocs does not tell otherwise where a title is from
    title = page.title or ""
    page.title = Markup(title) if title == rendered else escape(title)  # noqa: S704 - as MkDocs rendered it
    if "title" in page.meta:  # which the search index takes for HTML
        page.meta["title"] = escape(str(page.meta["title"]))
    _mark_toc(page.toc)


def _mark_toc(links: Iterable[AnchorLink]) -> None:
    for link in links:
        link.title = Markup(link.title)  # noqa: S704 - the text of a heading as HTML
        _mark_toc(link.children)
