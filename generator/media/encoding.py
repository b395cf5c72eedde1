"""Encodes a picture's files from its pixels; deterministic.

Each size is shrunk from the one above it (1600 → 960 → 480).  Of what it would be if shrunk from the whole photo by itself,
a size differs by more than 40 dB of PSNR, and the encoded file loses at most 0.5 dB more of it than that one would:
`tests/media/test_quality.py` holds these bounds.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from generator.errors import GeneratorError
from generator.media.decoding import FAILURES, opened, pixels_of
from generator.model.picture import PublishedPicture

PHOTO_WEBP = {"quality": 80, "method": 2}
"""Method 4, the default, takes twice the time for 3 % fewer bytes."""

PHOTO_JPEG = {"quality": 82, "optimize": True, "progressive": True}
DRAWING_WEBP = {"lossless": True, "method": 4}
DRAWING_PNG = {"compress_level": 6}
"""Level 9, or `optimize`, takes seven times the time for 5 % fewer bytes, of files that browsers without WebP ask for."""


def encode(path: Path, picture: PublishedPicture) -> Iterator[tuple[str, bytes]]:
    """The files of the picture whose original is at `path`, by name."""
    try:
        with opened(path) as source:
            pixels = pixels_of(source, _size(picture, -1))
    except FAILURES as error:
        raise GeneratorError(f"照片 {path.name} 打不开或不完整。请重新导出。") from error
    yield from _files(pixels, picture)


def _files(pixels: Image.Image, picture: PublishedPicture) -> Iterator[tuple[str, bytes]]:
    if picture.facts.drawing:
        yield picture.fallback_file, _bytes(_few_colours(pixels), "PNG", DRAWING_PNG)
        yield picture.webp(picture.greatest), _bytes(pixels, "WEBP", DRAWING_WEBP)
        return
    yield picture.fallback_file, _bytes(pixels, "JPEG", PHOTO_JPEG)
    for number, rendition in reversed(list(enumerate(picture.renditions))):
        size = _size(picture, number)
        pixels = pixels if pixels.size == size else pixels.resize(size, Image.Resampling.LANCZOS)
        yield picture.webp(rendition), _bytes(pixels, "WEBP", PHOTO_WEBP)


def _size(picture: PublishedPicture, number: int) -> tuple[int, int]:
    rendition = picture.renditions[number]
    return rendition.width, rendition.height


def _bytes(pixels: Image.Image, kind: str, options: Mapping[str, Any]) -> bytes:
    buffer = io.BytesIO()
    pixels.save(buffer, kind, **options)
    return buffer.getvalue()


def _few_colours(pixels: Image.Image) -> Image.Image:
    """The same pixels by a palette where 256 colours are enough: pictures of pages come to a third of the bytes."""
    if pixels.getcolors(256) is None:
        return pixels
    indexed = pixels.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)  # half the time of median cut
    return indexed if indexed.convert("RGB").tobytes() == pixels.tobytes() else pixels
