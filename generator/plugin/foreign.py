"""The last look at prose: what its finished HTML brings onto a page, however the Markdown was written."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from generator.model.foreign import in_element, problem
from generator.model.problem import Problem, Source


def problems(html: str, path: str) -> Iterator[Problem]:
    """The Problems of a page that was written in the file at `path`; the line is lost in the making."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from (problem(code, what, Source(path)) for code, what in dict.fromkeys(reader.found))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "input" or ("type", "checkbox") not in attrs:  # that of a task list
            self.found += in_element(tag, attrs)
