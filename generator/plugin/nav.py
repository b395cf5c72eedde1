"""The navigation of `mkdocs.yml`, with the handbook's aspects and standards put in from `docs/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from mkdocs.structure.toc import TableOfContents

from generator.present.kit.catalogue import AspectView
from generator.present.kit.site import Site
from generator.present.kit.urls import ASPECTS, markdown_file, set_path, standard_path

Section = dict[str, list[Any]]


def with_handbook(nav: Any, aspects: Iterable[AspectView], further: Iterable[Section]) -> Any:
    """The navigation with a section for each aspect, and the `further` ones, in place of the entry `aspects/`.

    It may stand at whatever depth.
    """
    return _with(nav, [*map(_aspect, aspects), *further])


def _with(nav: Any, sections: Sequence[Section]) -> Any:
    if isinstance(nav, dict):
        return {title: _with(items, sections) for title, items in nav.items()}
    return list(_entries(nav, sections)) if isinstance(nav, list) else nav


def _entries(items: Iterable[Any], sections: Sequence[Section]) -> Iterator[Any]:
    for item in items:
        if item == ASPECTS:
            yield from sections
        else:
            yield _with(item, sections)


def _aspect(aspect: AspectView) -> Section:
    """An aspect with the standards of the default set."""
    pages = (markdown_file(view.path) for view in aspect.standards)
    return {f"{aspect.numeral}、{aspect.name}": [{f"{aspect.name}概览": markdown_file(aspect.path)}, *pages]}


def further_sets(site: Site) -> Iterator[Section]:
    """A section for every other set, with its list and what of its own has no place under the aspects."""
    listed = {view.path for view in site.default.standards.values()}
    for row in site.sets:
        own = (standard_path(row.id, standard.slug) for standard in row.own)
        pages: list[Any] = [{"标准目录": f"{set_path(row.id)}index.md"}] if row.id else []
        pages += [markdown_file(path) for path in own if path not in listed]
        if pages:
            yield {row.name: pages}


def to_depth(toc: TableOfContents, depth: int) -> TableOfContents:
    """A page's contents down to headings of level `depth`: hundreds of sections would weigh more than what they hold."""
    kept = [row for row in toc if row.level <= depth]
    for row in kept:
        row.children = list(to_depth(TableOfContents(row.children), depth))
    return TableOfContents(kept)
