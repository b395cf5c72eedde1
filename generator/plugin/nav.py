"""The navigation of `mkdocs.yml`, with the handbook's aspects and standards put in from `docs/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.present.kit.catalogue import AspectView
from generator.present.kit.urls import ASPECTS, markdown_file


def with_aspects(nav: Any, aspects: Iterable[AspectView]) -> Any:
    """The navigation with a section for each aspect in place of the entry `aspects/`, at whatever depth it stands."""
    if isinstance(nav, dict):
        return {title: with_aspects(items, aspects) for title, items in nav.items()}
    return list(_entries(nav, tuple(aspects))) if isinstance(nav, list) else nav


def _entries(items: Iterable[Any], aspects: tuple[AspectView, ...]) -> Iterator[Any]:
    for item in items:
        if item == ASPECTS:
            yield from map(_section, aspects)
        else:
            yield with_aspects(item, aspects)


def _section(aspect: AspectView) -> dict[str, list[Any]]:
    pages = (markdown_file(view.path) for view in aspect.standards)
    return {f"{aspect.numeral}、{aspect.name}": [{f"{aspect.name}概览": markdown_file(aspect.path)}, *pages]}
