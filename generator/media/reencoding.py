"""Re-encodes pictures from their pixels: upright, opaque, at most 1600 px, sRGB, without metadata (EXIF, GPS).

The same function serves photos of showcases and pictures of the handbook.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from PIL import ExifTags, Image, ImageChops, ImageCms, ImageOps

from generator.errors import GeneratorError
from generator.model.picture import PublishedPicture, published_stems
from generator.model.records.showcase import PHOTO_FORMATS, PIXEL_LIMIT

MAX_SIDE = 1600
"""The longer side of a published picture, in pixels."""

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
"""The output format by file name extension."""

_ON_THE_SIDE = {5, 6, 7, 8}
"""EXIF orientations of a picture whose width and height change places when it is turned upright."""

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
        self._keep(kept, made)
        return made

    def files(self, path: Path, picture: PublishedPicture) -> Iterator[tuple[str, Path]]:
        """The names of a picture's files, each with the place in the cache where it lies ready."""
        data = path.read_bytes()
        name = blake2b(self.program.encode() + b"\0" + data, digest_size=16).hexdigest()
        places = {file: self.folder / f"{name}{file[len(picture.stem) :]}" for file in picture.files}
        self._used.update(place.name for place in places.values())
        if not all(place.is_file() for place in places.values()):
            for file, made in encode(path, picture):
                self._keep(places[file], made)
        yield from places.items()

    def _keep(self, place: Path, made: bytes) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = place.with_name(f"{place.name}.tmp")
        fresh.write_bytes(made)
        # Renamed into place: another build may read the cache at the same time.
        fresh.replace(place)

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


def published_pictures(folder: Path, digests: Mapping[str, str]) -> dict[str, PublishedPicture]:
    """What is published of each file that can be shown; `digests` names the files below `folder`, in their order."""
    sizes = ((file, digest, measure(folder / file)) for file, digest in digests.items())
    sound = [(file, digest, size) for file, digest, size in sizes if size is not None]
    stems = published_stems((file, digest) for file, digest, _ in sound)
    return {
        file: PublishedPicture(stem=stem, width=size[0], height=size[1])
        for (file, _, size), stem in zip(sound, stems, strict=True)
    }


def measure(path: Path) -> tuple[int, int] | None:
    """Width and height of the upright picture in pixels; None where it is none, or too large."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=PHOTO_FORMATS) as source:
                width, height = source.size
                turned = source.getexif().get(ExifTags.Base.Orientation) in _ON_THE_SIDE
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return None
    if width * height > PIXEL_LIMIT:
        return None
    return (height, width) if turned else (width, height)


def encode(path: Path, picture: PublishedPicture) -> Iterator[tuple[str, bytes]]:
    """The files of a picture, by name; deterministic."""
    with Image.open(path, formats=PHOTO_FORMATS) as source:
        pixels = _pixels(source)
    for rendition in reversed(picture.renditions):
        pixels = _shrunk(pixels, (rendition.width, rendition.height))
        if rendition == picture.greatest:
            yield picture.fallback_file, _bytes(pixels, "JPEG", quality=82, optimize=True, progressive=True)
        yield picture.webp(rendition), _bytes(pixels, "WEBP", quality=80, method=4)


def _shrunk(pixels: Image.Image, size: tuple[int, int]) -> Image.Image:
    return pixels if pixels.size == size else pixels.resize(size, Image.Resampling.LANCZOS)


def _bytes(pixels: Image.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    pixels.save(buffer, kind, **options)
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
