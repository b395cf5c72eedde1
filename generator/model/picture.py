"""Pictures: what is known of one before it is published, and the files that it is published as."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeAlias

PICTURE_FORMATS = ("JPEG", "PNG", "WEBP")
"""What a picture may be, by content; HEIC besides, where its reader is installed."""

PICTURE_SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
"""What a picture is called in prose, in lower case."""

HEIC_SUFFIXES = frozenset({".heic", ".heif"})
"""What a photo of a showcase may be called besides."""

PIXEL_LIMIT = 50_000_000
"""More pixels than any camera a branch owns; a small file may claim far more."""

SIDES = (480, 960, 1600)
"""The longer sides of a photo's renditions, in pixels; the last one is the most that is published of any picture."""

_PLAIN = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*")


class PictureFault(NamedTuple):
    """Why a file cannot be shown: the code of the Problem, the end of its message, and its hint."""

    code: str
    message: str
    hint: str


class PictureFacts(NamedTuple):
    """Width and height of a readable picture in pixels, as it stands upright, and whether it is a drawing.

    A drawing has few colours and was kept without loss (pictures of pages, charts): it is published without loss, in one size,
    for its text would not survive another.
    """

    width: int
    height: int
    drawing: bool


Examine: TypeAlias = Callable[[Path], PictureFacts | PictureFault]
"""Looks at a file, to the end of its pixels where need be."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size of a picture, in pixels; `side` is the longer one."""

    side: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPicture:
    """A picture by what is published of it: WebP in up to three sizes, and one fallback in the greatest of them.

    `stem` is the path of its files without size and extension, below the folder of the page that it belongs to; `facts` are
    those of the original.
    """

    stem: str
    facts: PictureFacts

    @property
    def renditions(self) -> tuple[Rendition, ...]:
        """The sizes, the smallest first.  Nothing is enlarged: a small picture has fewer of them."""
        width, height, drawing = self.facts
        longer = max(width, height)
        steps = () if drawing else (side for side in SIDES if side < longer)
        sides = dict.fromkeys([*steps, min(longer, SIDES[-1])])
        return tuple(Rendition(side, _scaled(width, side, longer), _scaled(height, side, longer)) for side in sides)

    @property
    def greatest(self) -> Rendition:
        """The size of the fallback, and of the picture that a reader enlarges."""
        return self.renditions[-1]

    @property
    def files(self) -> tuple[str, ...]:
        """Every file of the picture."""
        return (self.fallback_file, *map(self.webp, self.renditions))

    @property
    def fallback_file(self) -> str:
        """The file for whoever cannot read WebP: old browsers, Word, the PDF."""
        return self.stem + (".png" if self.facts.drawing else ".jpg")

    def webp(self, rendition: Rendition) -> str:
        """The file of a rendition."""
        return f"{self.stem}-{rendition.side}.webp"


def inside(file: str) -> bool:
    """Whether the path of a file stays in its folder, on any system: backslashes and drive letters count on Windows."""
    return "\\" not in file and ":" not in file and not any(part in {"", ".", ".."} for part in file.split("/"))


def published_stems(files: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A stem for each picture of one page, given by its path and the digest of its content.

    It is the path where that is plain ASCII and no other picture of the page has it already, upper and lower case taken as
    one; else it is made from the digest.
    """
    taken: set[str] = set()
    for file, digest in files:
        stem = PurePosixPath(file).with_suffix("").as_posix()
        if not _PLAIN.fullmatch(stem) or stem.casefold() in taken:
            stem = f"photos/{digest[:16]}"
        taken.add(stem.casefold())
        yield stem


def _scaled(length: int, side: int, longer: int) -> int:
    return max(1, round(length * side / longer))
