"""Photos leave their metadata at home."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from generator.errors import GeneratorError
from generator.publish.photos import MAX_SIDE, reencode


def photo(path: Path, size: tuple[int, int], **options: object) -> Path:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", size, (158, 27, 31)).save(path, exif=exif, **options)
    return path


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_only_pixels_remain_and_they_stand_upright(tmp_path: Path, suffix: str) -> None:
    data = reencode(photo(tmp_path / f"a{suffix}", (40, 20)))
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (20, 40)
        assert not image.getexif()
        assert set(image.info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
            "background",
            "loop",
        }
    assert b"Camera" not in data


def test_long_sides_shrink_and_short_ones_stay(tmp_path: Path) -> None:
    Image.new("RGB", (MAX_SIDE + 1, 10)).save(tmp_path / "long.jpg")
    Image.new("RGB", (MAX_SIDE, 10)).save(tmp_path / "fits.jpg")
    for name in ("long.jpg", "fits.jpg"):
        with Image.open(io.BytesIO(reencode(tmp_path / name))) as image:
            assert image.width == MAX_SIDE


def test_same_photo_same_bytes(tmp_path: Path) -> None:
    path = photo(tmp_path / "a.jpg", (30, 30))
    assert reencode(path) == reencode(path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.jpg", b"<html>", "打不开"),
        ("a.jpg", b"", "打不开"),
        ("a.gif", b"GIF89a", "不是 JPEG、PNG 或 WebP"),
        ("a.svg", b"<svg/>", "不是 JPEG、PNG 或 WebP"),
    ],
)
def test_what_is_no_photo_is_refused(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(GeneratorError, match=message):
        reencode(tmp_path / name)


def test_a_truncated_photo_is_refused(tmp_path: Path) -> None:
    data = photo(tmp_path / "a.jpg", (400, 400)).read_bytes()
    (tmp_path / "b.jpg").write_bytes(data[: len(data) // 2])
    with pytest.raises(GeneratorError, match="不完整"):
        reencode(tmp_path / "b.jpg")


def test_a_decompression_bomb_is_refused(tmp_path: Path) -> None:
    Image.new("1", (8000, 6251)).save(tmp_path / "a.png")
    with pytest.raises(GeneratorError, match="超过 5000 万像素"):
        reencode(tmp_path / "a.png")
