"""Whether a file is a picture that can be published, and of what size; found out before any page is made."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, UnidentifiedImageError

from generator.media.decoding import FAILURES, formats, opaque, opened, upright_size
from generator.model.picture import PIXEL_LIMIT, PictureFacts, PictureFault

_FEW = 256
"""Colours that a drawing has at most."""

_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
_AGAIN = "请重新导出成 JPEG、PNG 或 WebP。"
_NONE = PictureFault("P111", "不是 JPEG、PNG 或 WebP，或者是空文件", _AGAIN)
_DAMAGED = PictureFault("P111", "残缺，打不开", _AGAIN)
_HUGE = "请缩小到长边 1600 像素左右。"


def examine(path: Path) -> PictureFacts | PictureFault:
    """Look at a file, to the end of its pixels, for only that shows what is missing; of a JPEG at an eighth of its size."""
    try:
        with opened(path) as source:
            if source.width * source.height > PIXEL_LIMIT:
                return PictureFault("P112", f"有 {source.width} × {source.height} 像素", _HUGE)
            size = upright_size(source)
            source.draft(None, (1, 1))
            source.load()
            return PictureFacts(*size, drawing=_is_drawing(source))
    except Image.DecompressionBombError:
        return PictureFault("P112", "像素过大", _HUGE)
    except UnidentifiedImageError:
        return _unknown(path)
    except FAILURES:
        return _DAMAGED


def _is_drawing(source: Image.Image) -> bool:
    return source.format == "PNG" and opaque(source).getcolors(_FEW) is not None


def _unknown(path: Path) -> PictureFault:
    with path.open("rb") as file:
        head = file.read(12)
    if head[4:8] != b"ftyp" or head[8:12] not in _HEIC_BRANDS:
        return _NONE
    if "HEIF" in formats():
        return _DAMAGED
    hint = "请安装 zhibu[heic]，或在手机上改存为 JPEG（设置 › 相机 › 格式 › 兼容性最佳）。"
    return PictureFault("P124", "是 HEIC 照片，没有安装读它的组件", hint)
