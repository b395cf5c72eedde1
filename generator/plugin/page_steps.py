"""What becomes of a page of prose on its way through MkDocs, step by step.

A build of all pages and one that makes a single page again (`splice`) take the same steps, and nothing that one page
leaves behind may change another.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from markupsafe import Markup, escape
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from generator.build.edition import Edition
from generator.load.filesystem import display_path
from generator.model.page import SLOT
from generator.model.problem import Problem
from generator.output.csp import inline_scripts
from generator.plugin import foreign
from generator.plugin.nav import to_depth
from generator.plugin.pictures import ProsePictures
from generator.plugin.published import links_of
from generator.prose.frames import PageFacts, marked, scripts_for
from generator.prose.html_fixes import opening
from generator.prose.layer import explains_terms, plain_meta
from generator.prose.tables import label_cells
from generator.prose.terms import mark_terms

DESCRIPTION = "description"


class Content(NamedTuple):
    """A page's content; `described` says whether its description was taken from it."""

    html: str
    facts: PageFacts
    described: bool
    problems: tuple[Problem, ...]


def prepared(edition: Edition, markdown: str, page: Page) -> str:
    """The Markdown that MkDocs is given: values put in, `[[branch:ID]]` resolved.

    A showcase's words are its branch's, and stay as they are.
    """
    own = page.file.generated_by is None
    text = edition.fill_prose(markdown, page.url, page.file.src_uri) if own else markdown
    return edition.link_prose(text, page.url)


def completed(page: Page, html: str, edition: Edition, pictures: ProsePictures, files: Collection[str]) -> Content:
    """The content of a page that MkDocs has rendered; its contents and description are set.

    `files` are those of `docs/` that are no pages.  Problems of the page are those of the file that it was written in.
    """
    page.toc = to_depth(page.toc, page.meta.get("toc_depth", 6))
    meta = json.dumps(plain_meta(page.meta), ensure_ascii=False, sort_keys=True)
    shown = label_cells(pictures.dress(html, page.url))
    if explains_terms(page.file.src_uri):
        shown = mark_terms(shown, edition.terms)
    facts = PageFacts(
        title=page._title_from_render or "",  # noqa: SLF001 - what the navigation calls it may be another one
        meta=meta,
        toc=tuple(_headings(page.toc)),
        slots=tuple(found["name"] for found in SLOT.finditer(html)),
        files=tuple(sorted(set(links_of(html, page.url)).intersection(files))),
        scripts=(*scripts_for(shown), *inline_scripts(shown)),
    )
    # the homepage is described as the site is
    described = not page.is_homepage and DESCRIPTION not in page.meta
    if described:
        page.meta[DESCRIPTION] = opening(shown)
    return Content(shown, facts, described, tuple(foreign.problems(html, _written_in(page, edition))))


def _written_in(page: Page, edition: Edition) -> str:
    """The file of a page's prose, from the project's root: one of `docs/`, or a showcase."""
    settings = edition.survey.settings
    entry = edition.site.showcases.get(page.file.name) if page.file.generated_by else None
    return entry.showcase.source.path if entry else display_path(settings.docs / page.file.src_uri, settings.root)


def described_as(page: Page, made: Content) -> str | None:
    """The description that was taken from a page's content, as it stands in an attribute; None where it was not."""
    return str(escape(page.meta[DESCRIPTION])) if made.described else None


def as_printed(content: str) -> Markup:
    """The filter with which the theme prints a page's content."""
    return Markup(marked(content))  # noqa: S704 - MkDocs has it hold HTML


def anchors_of(page: Page) -> tuple[tuple[str, str], ...]:
    """The places that a rendered page's links name, as the file of the page and an id."""
    found = page.links_to_anchors or {}
    return tuple(sorted((file.src_uri, anchor) for file, links in found.items() for anchor in links))


def _headings(links: Iterable[AnchorLink]) -> Iterator[tuple[int, str, str]]:
    for link in links:
        yield link.level, link.id, str(link.title)
        yield from _headings(link.children)
