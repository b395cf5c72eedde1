"""HTML tables in a text, read as lines of cells like those of Markdown: `| 甲 | 乙 |`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.documents.outline.folding import Edit

_TAG = re.compile(r"<(?P<end>/?)(?P<name>table|tr|td|th)(?P<about>\s[^<>]{0,500})?>", re.IGNORECASE)
_OTHER = re.compile(
    r"</?(?:tbody|thead|tfoot|colgroup|col|caption|p|div|br)(?:\s[^<>]{0,500})?/?>|\n[ \t]*|\|", re.IGNORECASE
)
_SPAN = re.compile(r"(?P<axis>col|row)span\s*=\s*[\"']?(?P<count>\d{1,2})", re.IGNORECASE)


def table_edits(text: str, begin: int) -> Iterator[Edit]:
    """Edits that make a line of every row; columns stay.

    A cell over several columns leaves empty ones; one over several rows 〃 in those below.
    """
    rows = _Rows()
    for found in _TAG.finditer(text, begin):
        if rows.inside:
            yield from (
                Edit(each.start(), each.end(), _instead(each[0]))
                for each in _OTHER.finditer(text, rows.at, found.start())
            )
        rows.at = found.end()
        yield Edit(found.start(), found.end(), rows.take(found))


def _instead(words: str) -> str:
    return "｜" if words == "|" else " "


class _Rows:
    """The columns of the row that is being read, and those that cells of rows above still take."""

    def __init__(self) -> None:
        self.inside = self._ended = False
        self.at = self._column = self._more = 0
        self._taken: dict[int, int] = {}

    def take(self, tag: re.Match[str]) -> str:
        """What a tag is read as."""
        name, ends = tag["name"].lower(), bool(tag["end"])
        if name == "table":
            self.inside = not ends
            self._taken.clear()
            self._ended = True
            return "\n"
        if name == "tr":
            return self._end() if ends else self._begin()
        return f" {'| ' * self._more}" if ends else self._cell(_spans(tag["about"] or ""))

    def _begin(self) -> str:
        """A line of its own; there is no blank one between two rows."""
        self._column = 0
        return "" if self._ended else "\n"

    def _end(self) -> str:
        self._ended = True
        return f"{self._skip()} |\n"

    def _cell(self, spans: Mapping[str, int]) -> str:
        before, self._ended = self._skip(), False
        width = max(spans.get("col", 1), 1)
        if spans.get("row", 1) > 1:
            self._taken.update(dict.fromkeys(range(self._column, self._column + width), spans["row"] - 1))
        self._column += width
        self._more = width - 1
        return f"{before}| "

    def _skip(self) -> str:
        """The columns that a cell above takes: 〃."""
        begun = self._column
        while self._taken.get(self._column, 0) > 0:
            self._taken[self._column] -= 1
            self._column += 1
        return "| 〃 " * (self._column - begun)


def _spans(about: str) -> Mapping[str, int]:
    return {each["axis"].lower(): int(each["count"]) for each in _SPAN.finditer(about)}
