"""Photos are re-encoded: turned upright, made small, pixels only: no place, time or camera leaves the house."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageOps

from generator.errors import GeneratorError
from generator.model.records.showcase import PHOTO_FORMATS, PIXEL_LIMIT

MAX_SIDE = 1600
"""The longer side of a published photo, in pixels."""

_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


def reencode(path: Path) -> bytes:
    """The photo as it may be published, in the format its name says; the same input gives the same bytes."""
    kind = _FORMATS.get(path.suffix.lower())
    if kind is None:
        raise GeneratorError(f"{path.name} 不是 JPEG、PNG 或 WebP 照片。请另存后再放入。")
    try:
        with Image.open(path, formats=PHOTO_FORMATS) as source:
            if source.width * source.height > PIXEL_LIMIT:
                raise GeneratorError(f"照片 {path.name} 超过 5000 万像素。请先缩小。")
            pixels = _pixels(source)
    except (OSError, Image.DecompressionBombError) as error:
        raise GeneratorError(f"照片 {path.name} 打不开或不完整。请重新导出。") from error
    buffer = io.BytesIO()
    match kind:
        case "JPEG":
            pixels.save(buffer, kind, quality=82, optimize=True, progressive=True)
        case "WEBP":
            pixels.save(buffer, kind, quality=80, method=4)
        case _:
            pixels.save(buffer, kind, optimize=True)
    return buffer.getvalue()


def _pixels(source: Image.Image) -> Image.Image:
    upright = ImageOps.exif_transpose(source).convert("RGB")
    upright.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    bare = Image.new("RGB", upright.size)
    bare.paste(upright)
    return bare
