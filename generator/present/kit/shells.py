"""The placeholder pages from which MkDocs draws the shells that record pages are stamped into.

A shell's Markdown holds the same headings, with the same ids, as every page of its kind, so that the table of contents
is right on all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.present.kit.exact import plain
from generator.present.kit.page_kind import AspectHeadings, Heading, PageKind
from generator.present.kit.registry import page_kinds
from generator.present.kit.site import Site
from generator.prose.shells import SHELL_SLUG, TITLE_SENTINEL


@dataclass(frozen=True, slots=True, kw_only=True)
class ShellSpec:
    """A page kind at one depth: `kind` as in `Page.kind`, the placeholder's own URL path, its Markdown, and its tab."""

    kind: str
    path: str
    markdown: str
    tab: str


def shells(site: Site) -> tuple[ShellSpec, ...]:
    """One for each path of each page kind of the edition: the theme's relative links are right at one depth only."""
    return tuple(spec for kind in page_kinds() if site.audience in kind.editions for spec in _shells(site, kind))


def _shells(site: Site, kind: PageKind[Any]) -> Iterator[ShellSpec]:
    description = f"{TITLE_SENTINEL}：{kind.about}。{site.edition}"
    markdown = _markdown(kind, description, _headings(site, kind))
    for path in kind.paths:
        yield ShellSpec(kind=kind.name, path=_placeholder(path), markdown=markdown, tab=kind.tab)


def _placeholder(path: str) -> str:
    """A path that no page has, in the same folder as the pages': the theme writes `../` up to what both have in common."""
    filled = path.format(id=SHELL_SLUG, year="year", number=2)
    folder, _, last = filled.rstrip("/").rpartition("/")
    return filled if SHELL_SLUG in filled else f"{folder}/{SHELL_SLUG}-{last}/".lstrip("/")


def _headings(site: Site, kind: PageKind[Any]) -> Iterator[Heading]:
    """The headings of this edition, written out; every set of standards has the same aspects."""
    for row in kind.headings:
        if isinstance(row, AspectHeadings):
            for view in site.default.aspects:
                yield Heading(row.level, f"aspect-{view.number}", f"{view.numeral} {plain(view.name)}")
        elif site.audience in row.editions:
            yield row


def _markdown(kind: PageKind[Any], description: str, headings: Iterable[Heading]) -> str:
    rows = (Heading(1, "page", TITLE_SENTINEL), *headings)
    lines = (f"{'#' * row.level} {row.text} {{#{row.id}}}" for row in rows)
    hidden = "navigation" if kind.toc else "navigation, toc"
    front = (f"title: {TITLE_SENTINEL}", f"description: {description}", f"hide: [{hidden}]", "search: {exclude: true}")
    return "\n".join(("---", *front, "---\n\n")) + "\n\n".join(lines) + "\n"
