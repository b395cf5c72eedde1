"""The last look at prose: what its finished HTML brings onto a page, however the Markdown was written."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.load.filesystem import display_path
from generator.model.foreign_content import foreign_problem, in_element
from generator.model.problem import Problem
from generator.model.record import Source

_PAGES = {".html", ".htm", ".xhtml"}


def problems(html: str, path: str) -> Iterator[Problem]:
    """The Problems of a page that was written in the file at `path`; the line is lost in the making."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from (foreign_problem(code, what, Source(path)) for code, what in dict.fromkeys(reader.found))


def attached(files: Files, config: MkDocsConfig, root: Path) -> Iterator[Problem]:
    """The Problems of web pages that are published as they lie under `docs/`."""
    for file in files:
        ours = file.src_dir == config.docs_dir and file.inclusion.is_included()
        if ours and PurePath(file.src_uri).suffix.lower() in _PAGES:
            yield from problems(file.content_string, display_path(Path(config.docs_dir) / file.src_uri, root))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "input" or ("type", "checkbox") not in attrs:  # that of a task list
            self.found += in_element(tag, attrs)
