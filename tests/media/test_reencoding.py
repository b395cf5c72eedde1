"""Photos leave their metadata at home."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from generator.errors import GeneratorError
from generator.media import reencoding as photos
from generator.media.reencoding import MAX_SIDE, PictureCache, reencode


def photo(path: Path, size: tuple[int, int], **options: Any) -> Path:
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


def pixel(data: bytes, at: tuple[int, int] = (0, 0)) -> tuple[int, ...]:
    with Image.open(io.BytesIO(data)) as image:
        assert image.mode in {"RGB", "P"}
        assert not image.has_transparency_data
        found = image.convert("RGB").getpixel(at)
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize("suffix", [".png", ".webp"])
@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA"])
def test_what_was_erased_does_not_come_back(tmp_path: Path, suffix: str, mode: str) -> None:
    """An eraser makes a pixel see-through and leaves its colour underneath."""
    picture = Image.new("RGBA", (40, 20), (20, 20, 20, 255))
    picture.paste((200, 10, 10, 0), (0, 0, 20, 20))
    if mode != "RGBA" and suffix == ".png":
        picture = picture.convert(mode if mode == "LA" else "P")
    options: dict[str, Any] = {"exact": True, "lossless": True} if suffix == ".webp" else {}
    picture.save(tmp_path / f"a{suffix}", **options)
    data = reencode(tmp_path / f"a{suffix}")
    assert min(pixel(data, (5, 10))) > 245
    assert max(pixel(data, (35, 10))) < 40


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def grey16(path: Path, shades: list[int], clear: int | None = None) -> Path:
    row = b"\0" + b"".join(struct.pack(">H", shade) for shade in shades)
    clearing = b"" if clear is None else chunk(b"tRNS", struct.pack(">H", clear))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", len(shades), 1, 16, 0, 0, 0, 0))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + clearing + chunk(b"IDAT", zlib.compress(row)) + chunk(b"IEND", b""))
    return path


def test_sixteen_bits_of_grey_become_eight_and_not_white(tmp_path: Path) -> None:
    data = reencode(grey16(tmp_path / "a.png", [0, 255, 32768, 65535]))
    assert [pixel(data, (at, 0))[0] for at in range(4)] == [0, 0, 128, 255]


def test_the_see_through_shade_of_sixteen_bits_is_white(tmp_path: Path) -> None:
    data = reencode(grey16(tmp_path / "a.png", [0x1234, 0x1233, 0x1334], clear=0x1234))
    assert [pixel(data, (at, 0))[0] for at in range(3)] == [255, 0x12, 0x13]


def adobe_rgb() -> bytes:
    """Adobe RGB (1998) as a matrix profile: its primaries for D50, and a gamma of 563/256."""

    def xyz(*values: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(value * 65536)) for value in values)

    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, 563) + b"\0\0"
    tags = {
        b"wtpt": xyz(0.9642, 1, 0.8249),
        b"rXYZ": xyz(0.60974, 0.31111, 0.01947),
        b"gXYZ": xyz(0.20528, 0.62567, 0.06087),
        b"bXYZ": xyz(0.14919, 0.06322, 0.74457),
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    start, table, body = 132 + 12 * len(tags), b"", b""
    for name, data in tags.items():
        table += name + struct.pack(">II", start + len(body), len(data))
        body += data
    head = struct.pack(">I4sI4s4s4s", start + len(body), b"lcms", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s", 2019, 1, 1, 0, 0, 0, b"acsp") + bytes(28)
    head += b"".join(struct.pack(">i", round(value * 65536)) for value in (0.9642, 1, 0.8249))
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_adobe_rgb_becomes_srgb(tmp_path: Path, suffix: str) -> None:
    picture = Image.new("RGB", (16, 16), (200, 40, 40))
    picture.save(tmp_path / f"a{suffix}", icc_profile=adobe_rgb(), quality=100)
    data = reencode(tmp_path / f"a{suffix}")
    assert all(abs(got - meant) <= 4 for got, meant in zip(pixel(data, (8, 8)), (233, 35, 35), strict=True))
    assert b"acsp" not in data


def test_a_broken_profile_leaves_the_colours_as_they_stand(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4), (200, 40, 40)).save(tmp_path / "a.png", icc_profile=b"no profile")
    assert pixel(reencode(tmp_path / "a.png")) == (200, 40, 40)


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK"])
def test_every_mode_is_published_in_colour(tmp_path: Path, mode: str) -> None:
    name = "a.jpg" if mode == "CMYK" else "a.png"
    Image.new("RGB", (8, 8), "white").convert(mode).save(tmp_path / name)
    assert min(pixel(reencode(tmp_path / name))) > 250


@pytest.mark.parametrize(("colours", "mode"), [(256, "P"), (257, "RGB")])
def test_pictures_of_few_colours_have_a_palette_and_the_same_pixels(tmp_path: Path, colours: int, mode: str) -> None:
    pixels = b"".join(bytes((n % 256, n // 256, 7)) for n in range(colours))
    Image.frombytes("RGB", (colours, 1), pixels).save(tmp_path / "a.png")
    with Image.open(io.BytesIO(reencode(tmp_path / "a.png"))) as image:
        assert (image.mode, image.convert("RGB").tobytes()) == (mode, pixels)


def test_texts_of_a_png_stay_at_home(tmp_path: Path) -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Artist", "someone")
    texts.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>someone</x:xmpmeta>")
    Image.new("RGB", (4, 4)).save(tmp_path / "a.png", pnginfo=texts)
    data = reencode(tmp_path / "a.png")
    assert b"someone" not in data
    assert b"tEXt" not in data
    assert b"iTXt" not in data


def test_a_picture_that_has_not_changed_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = photo(tmp_path / "a.jpg", (30, 30))
    first = PictureCache(tmp_path / "kept", "1").picture(path)

    def never(_: Path) -> bytes:
        raise AssertionError

    monkeypatch.setattr(photos, "reencode", never)
    again = PictureCache(tmp_path / "kept", "1")
    assert again.picture(path) == first
    again.tidy()
    assert len(list((tmp_path / "kept").iterdir())) == 1
    with pytest.raises(AssertionError):
        PictureCache(tmp_path / "kept", "2").picture(path)
    PictureCache(tmp_path / "kept", "1").tidy()
    assert not list((tmp_path / "kept").iterdir())
