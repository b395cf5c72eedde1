"""A published picture: its renditions by size, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

SIDES = (480, 960, 1600)
"""The longer sides of a picture's renditions, in pixels; the last one is the most that is published."""

_PLAIN = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*")


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a picture, in pixels."""

    side: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPicture:
    """A picture by what is published of it: WebP in up to three sizes, and one fallback in the greatest of them.

    `stem` is the path of its files, below the page that it belongs to, without size and extension; `width` and `height` are
    those of the upright original in pixels; `fallback` is the fallback's extension, with its dot.
    """

    stem: str
    width: int
    height: int
    fallback: str = ".jpg"

    @property
    def renditions(self) -> tuple[Rendition, ...]:
        """The sizes, the smallest first.  Nothing is enlarged: a small picture has fewer of them."""
        longer = max(self.width, self.height)
        sides = [*(side for side in SIDES if side < longer), min(longer, SIDES[-1])]
        return tuple(
            Rendition(side, _scaled(self.width, side, longer), _scaled(self.height, side, longer))
            for side in dict.fromkeys(sides)
        )

    @property
    def greatest(self) -> Rendition:
        """The size of the fallback, and of the picture that a reader enlarges."""
        return self.renditions[-1]

    def webp(self, rendition: Rendition) -> str:
        """The file of a rendition."""
        return f"{self.stem}-{rendition.side}.webp"

    @property
    def files(self) -> tuple[str, ...]:
        """Every file of the picture."""
        return (self.fallback_file, *map(self.webp, self.renditions))

    @property
    def fallback_file(self) -> str:
        """The file for whoever cannot read WebP: old browsers, Word, the PDF."""
        return self.stem + self.fallback


def published_stems(files: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A stem for each picture of one page, given by its path and the digest of its content.

    It is the path where that is plain ASCII and no other picture of the page has it already, upper and lower case taken as one;
    else it is made from the digest.
    """
    taken: set[str] = set()
    for file, digest in files:
        path = PurePosixPath(file)
        stem = path.with_suffix("").as_posix()
        if not _PLAIN.fullmatch(stem) or stem.casefold() in taken:
            stem = f"photos/{digest[:16]}"
        taken.add(stem.casefold())
        yield stem


def _scaled(length: int, side: int, longer: int) -> int:
    return max(1, round(length * side / longer))
