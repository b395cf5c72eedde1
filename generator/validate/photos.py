"""Photos of a showcase: the file exists, its path is safe, it is a readable photo, and it may be shown.

What is wrong with a photo keeps that photo back and nothing else: the rest of the showcase is published without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.model.index import ShowcaseEntry
from generator.model.nearest import did_you_mean
from generator.model.picture import inside
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.showcase import PHOTO_LIMIT, Photo

BYTE_LIMIT = 150 * 1024
"""Bytes that a photo in the records should have at most: they are kept in git."""


def check_photos(entry: ShowcaseEntry) -> Iterator[Problem]:
    """Every problem of a showcase's photos; all of them have been examined."""
    photos = entry.showcase.photos
    if len(photos) > PHOTO_LIMIT:
        message = f"照片有 {len(photos)} 张，只用前 {PHOTO_LIMIT} 张"
        yield report("P126", photos[PHOTO_LIMIT].where("file"), message, "请挑最说明问题的几张；别的留在支部存档。")
    for photo in photos[:PHOTO_LIMIT]:
        yield from _check_photo(photo, entry)


def _check_photo(photo: Photo, entry: ShowcaseEntry) -> Iterator[Problem]:
    place, folder = photo.where("file"), entry.folder
    parts = photo.file.split("/")
    # First, so that no path outside the folder is looked up.
    if not inside(photo.file):
        text = f"照片路径“{photo.file}”不在支部文件夹内"
        yield report("P110", place, text, "请写成 photos/room.jpg 这样，用 / 分隔。")
    elif (missed := _missed(folder, parts)) is not None:
        yield _absent(photo, *missed)
    elif _linked(folder, parts):
        yield report("P123", place, f"照片“{photo.file}”是符号链接，不读取", "请把照片文件本身放到这里。")
    else:
        yield from _contents(photo, entry, folder.joinpath(*parts))
    if not photo.alt:
        text = f"照片“{photo.file}”没有替代文字"
        yield report("P125", place, text, "请写“替代文字”：画面上有什么，一句话，读给看不见的人听。")
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


def _contents(photo: Photo, entry: ShowcaseEntry, path: Path) -> Iterator[Problem]:
    place, file = photo.where("file"), photo.file
    if (fault := entry.faults.get(file)) is not None:
        yield report(fault.code, place, f"照片“{file}”{fault.message}", fault.hint)
    elif file not in entry.pictures:
        yield report("P111", place, f"照片“{file}”不是文件", "请写照片文件的路径，如 photos/room.jpg。")
    elif (size := path.stat().st_size) > BYTE_LIMIT:
        yield report(
            "P113", place, f"照片“{file}”有 {size // 1024} KB，超过 150 KB", "请缩小到长边 1600 像素左右再放进来。"
        )
