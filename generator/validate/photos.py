"""Photos of a showcase: the file exists, its path is safe, and it is a readable photo."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from pathlib import Path

from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.showcase import PHOTO_FORMATS, PIXEL_LIMIT, Photo

_ASCII = re.compile(r"[\x21-\x7e]*")
BYTE_LIMIT = 150 * 1024
"""Bytes that a photo in the records should have at most: they are kept in git."""


def check_photo(photo: Photo, folder: Path) -> Iterator[Problem]:
    """Every problem of one photo; `folder` is the branch's."""
    place = photo.where("file")
    parts = photo.file.split("/")
    # First, so that no path outside the folder is looked up: backslashes and drive letters would count on Windows.
    if "\\" in photo.file or ":" in photo.file or any(part in ("", ".", "..") for part in parts):
        text = f"照片路径“{photo.file}”不在支部文件夹内"
        yield report("P110", place, text, "请写成 photos/room.jpg 这样，用 / 分隔。")
    elif (missed := _missed(folder, parts)) is not None:
        yield _absent(photo, *missed)
    elif _linked(folder, parts):
        yield report("P104", place, f"照片“{photo.file}”是符号链接，不读取", "请把照片文件本身放到这里。")
    else:
        yield from _contents(photo, folder.joinpath(*parts))
    if not _ASCII.fullmatch(photo.file):
        text = f"照片文件名“{photo.file}”里有英文以外的字符"
        yield report("P121", place, text, "请改成 photos/room-1.jpg 这样：字母、数字、连字符、下划线和点。")
    if photo.people and photo.consent is None:
        text = f"照片“{photo.file}”有人像，没有写肖像同意"
        yield report("R218", photo.where("people"), text, "请先取得同意再写“肖像同意”，或换一张没有人像的。")


def _missed(folder: Path, parts: list[str]) -> tuple[str, list[str]] | None:
    """The first part of the path that does not exist, and the names there.

    Names are compared with the directory listing, because macOS and Windows would find `Room.JPG` for `room.jpg`.
    """
    for part in parts:
        names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
        if part not in names:
            return part, names
        folder /= part
    return None


def _linked(folder: Path, parts: list[str]) -> bool:
    return any(folder.joinpath(*parts[: count + 1]).is_symlink() for count in range(len(parts)))


def _absent(photo: Photo, part: str, names: list[str]) -> Problem:
    place = photo.where("file")
    same = next((name for name in names if name.casefold() == part.casefold()), None)
    if same is not None:
        return report(
            "P109", place, f"照片“{photo.file}”的大小写与文件名不一致", f"实际的文件名是 {same}，请改成一致。"
        )
    hint = did_you_mean(part, names, "请把照片放进支部文件夹，或改正文件名。")
    return report("P108", place, f"照片“{photo.file}”不存在", hint)


def _contents(photo: Photo, path: Path) -> Iterator[Problem]:
    place, file = photo.where("file"), photo.file
    fault = broken(path)
    if fault is not None:
        code, message, hint = fault
        yield report(code, place, f"照片“{file}”{message}", hint)
    elif (size := path.stat().st_size) > BYTE_LIMIT:
        yield report(
            "P113", place, f"照片“{file}”有 {size // 1024} KB，超过 150 KB", "请缩小到长边 1600 像素左右再放进来。"
        )


def broken(path: Path) -> tuple[str, str, str] | None:
    """Code, message and hint where the file cannot be shown; None where it can."""
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - a tree without photos is checked without Pillow

    again = "请重新导出成 JPEG、PNG 或 WebP。"
    try:
        with warnings.catch_warnings():
            # Pillow warns from 89 million pixels on; ours is the lower limit, and has its own message.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=PHOTO_FORMATS) as image:
                if image.width * image.height > PIXEL_LIMIT:
                    return "P112", f"有 {image.width} × {image.height} 像素", "请缩小到长边 1600 像素左右。"
                image.load()
    except Image.DecompressionBombError:
        return "P112", "像素过大", "请缩小到长边 1600 像素左右。"
    except UnidentifiedImageError:
        return "P111", "不是 JPEG、PNG 或 WebP，或者是空文件", again
    except (OSError, SyntaxError, ValueError):
        return "P111", "残缺，打不开", again
    return None
