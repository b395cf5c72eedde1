"""Reads pictures into pixels: upright, opaque, sRGB, in an image object without anything else of the source.

Formats are known by content, never by name.  A JPEG is decoded at the scale that is needed and no larger (`draft`): a photo of
12 million pixels costs half as much at half its size.  There is a quarter more than needed, so that the last step of shrinking,
with its better filter, decides how sharp lines are.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PIL import ExifTags, Image, ImageChops, ImageCms, ImageOps

from generator.model.picture import PICTURE_FORMATS

FAILURES = (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError)
"""What Pillow raises on damaged and foreign files."""

_ON_THE_SIDE = {5, 6, 7, 8}
"""EXIF orientations of a picture whose width and height change places when it is turned upright."""

_SIXTEEN = {"I;16": "I;16", "I;16L": "I;16", "I;16B": "I;16", "I;16N": "I;16", "I": "I;16"}


@cache
def formats() -> tuple[str, ...]:
    """What can be read: HEIC only where its reader, an optional extra, is installed."""
    try:
        import pillow_heif  # noqa: PLC0415 - an extra that most installations do without
    except ImportError:
        return PICTURE_FORMATS
    # Neither thumbnails nor depth maps are asked for, and a file that lies about its brand is none.
    pillow_heif.register_heif_opener(thumbnails=False)
    return (*PICTURE_FORMATS, "HEIF")


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """A picture whose head has been read, its pixels not yet.  Size limits are the caller's."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(path, formats=formats()) as source:
            yield source


def upright_size(source: Image.Image) -> tuple[int, int]:
    """Width and height in pixels once the picture is turned upright."""
    width, height = source.size
    # A HEIC file turns by a box of its own, which its reader has obeyed: the orientation reads 1 then.
    turned = source.getexif().get(ExifTags.Base.Orientation) in _ON_THE_SIDE
    return (height, width) if turned else (width, height)


def pixels_of(source: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The pixels of an opened picture, at exactly the upright `size`, which must not exceed its own."""
    needed = size if upright_size(source) == source.size else size[::-1]
    source.draft(None, (needed[0] * 5 // 4, needed[1] * 5 // 4))  # a JPEG at ½, ¼ or ⅛, never smaller than this
    profile = source.info.get("icc_profile")
    image = opaque(ImageOps.exif_transpose(source))
    image = _in_srgb(image if image.size == size else image.resize(size, Image.Resampling.LANCZOS), profile)
    return Image.frombytes("RGB", image.size, image.tobytes())


def opaque(image: Image.Image) -> Image.Image:
    """Composite on white before any mode conversion: converting drops alpha and reveals the colours of erased areas."""
    if image.mode in _SIXTEEN:
        return _eight_bits(image)
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        white = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(white, layered).convert("RGB")
    return image.convert("RGB") if image.mode not in ("RGB", "L", "CMYK") else image


def _eight_bits(image: Image.Image) -> Image.Image:
    """16-bit grey to 8 bits by the upper bytes: Pillow's convert("L") clips at 255.  One shade may be transparent."""
    raw, clear = image.convert("I;16").tobytes(), image.info.get("transparency")
    upper, lower = (Image.frombytes("L", image.size, raw[start::2]) for start in (1, 0))
    if isinstance(clear, int):
        marks = [
            half.point([255 * (shade == part) for shade in range(256)]) for half, part in _halves(upper, lower, clear)
        ]
        upper.paste(255, mask=ImageChops.multiply(*marks))
    return upper


def _halves(upper: Image.Image, lower: Image.Image, shade: int) -> tuple[tuple[Image.Image, int], ...]:
    return (upper, shade >> 8), (lower, shade & 255)


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert by the embedded ICC profile; without a usable one the values are taken as sRGB."""
    if profile:
        try:
            meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, meant, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            return image.convert("RGB")
        return converted or image.convert("RGB")
    return image.convert("RGB")
