"""Heading levels: a document that skips none, as screen readers and PDF/UA expect."""

from __future__ import annotations


class HeadingLevels:
    """Maps chapter depth and `h2` … `h6` to levels that increase by one at most."""

    def __init__(self) -> None:
        self._last = 0
        self._chapter = 1

    def chapter(self, wanted: int) -> int:
        """The level of a chapter's own heading."""
        self._last = self._chapter = max(1, min(wanted, self._last + 1))
        return self._last

    def section(self, tag: int) -> tuple[int, int]:
        """The level of an `h<tag>` within the chapter, and its rank there (1 for the first below the chapter)."""
        self._last = min(self._chapter + max(1, tag - 1), self._last + 1)
        return self._last, self._last - self._chapter
