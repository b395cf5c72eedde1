"""Re-encodes pictures from their pixels: upright, opaque, at most 1600 px, sRGB, without metadata (EXIF, GPS).

The same function serves photos of showcases and pictures of the handbook.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from PIL import Image, ImageChops, ImageCms, ImageOps

from generator.errors import GeneratorError
from generator.model.records.showcase import PHOTO_FORMATS, PIXEL_LIMIT

MAX_SIDE = 1600
"""The longer side of a published picture, in pixels."""

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
"""The output format by file name extension."""

_SIXTEEN = {"I;16": "I;16", "I;16L": "I;16", "I;16B": "I;16", "I;16N": "I;16", "I": "I;16"}


@dataclass(slots=True)
class PictureCache:
    """A content-addressed cache of re-encoded pictures in `folder`; `program` is a digest of the code and libraries."""

    folder: Path
    program: str
    _used: set[str] = field(default_factory=set)

    def picture(self, path: Path) -> bytes:
        """The re-encoded picture at `path`."""
        data = path.read_bytes()
        name = blake2b(f"{self.program}\0{path.suffix.lower()}\0".encode() + data, digest_size=16).hexdigest()
        self._used.add(name)
        kept = self.folder / name
        if kept.is_file():
            return kept.read_bytes()
        made = reencode(path)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = kept.with_suffix(".tmp")
        fresh.write_bytes(made)
        # Renamed into place: another build may read the cache at the same time.
        fresh.replace(kept)
        return made

    def tidy(self) -> None:
        """Delete the pictures that this build did not use."""
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if path.name not in self._used:
                path.unlink(missing_ok=True)


def reencode(path: Path) -> bytes:
    """Re-encode a picture in the format of its extension; deterministic."""
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        raise GeneratorError(f"{path.name} 不是 JPEG、PNG 或 WebP 照片。请另存后再放入。")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=PHOTO_FORMATS) as source:
                if source.width * source.height > PIXEL_LIMIT:
                    raise GeneratorError(f"照片 {path.name} 超过 5000 万像素。请先缩小。")
                pixels = _pixels(source)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise GeneratorError(f"照片 {path.name} 打不开或不完整。请重新导出。") from error
    buffer = io.BytesIO()
    match kind:
        case "JPEG":
            pixels.save(buffer, kind, quality=82, optimize=True, progressive=True)
        case "WEBP":
            pixels.save(buffer, kind, quality=80, method=4)
        case _:
            _few_colours(pixels).save(buffer, kind, optimize=True)
    return buffer.getvalue()


def _few_colours(pixels: Image.Image) -> Image.Image:
    """The same pixels by a palette where 256 colours are enough: pictures of pages come to a third of the bytes."""
    if pixels.getcolors(256) is None:
        return pixels
    indexed = pixels.quantize(256, dither=Image.Dither.NONE)
    return indexed if indexed.convert("RGB").tobytes() == pixels.tobytes() else pixels


def _pixels(source: Image.Image) -> Image.Image:
    """The pixels: upright, opaque, small, in sRGB, in an image object without the metadata of the source."""
    profile = source.info.get("icc_profile")
    image = _opaque(ImageOps.exif_transpose(source))
    image.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    image = _in_srgb(image, profile)
    return Image.frombytes("RGB", image.size, image.tobytes())


def _opaque(image: Image.Image) -> Image.Image:
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
