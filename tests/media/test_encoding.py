"""Photos leave their metadata at home."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from generator.media.encoding import encode
from generator.media.examining import examine
from generator.model.picture import PictureFacts, PublishedPicture


def encoded(path: Path) -> dict[str, bytes]:
    """The files of a picture, by what follows its stem."""
    facts = examine(path)
    assert isinstance(facts, PictureFacts)
    return dict(encode(path, PublishedPicture(stem="", facts=facts)))


def fallback(path: Path) -> bytes:
    return next(iter(encoded(path).values()))


BARE = {
    "jfif",
    "jfif_version",
    "jfif_unit",
    "jfif_density",
    "progressive",
    "progression",
    "background",
    "loop",
    "duration",
    "timestamp",
}
"""What Pillow says of a file without metadata."""


def photo(path: Path, size: tuple[int, int], **options: Any) -> Path:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera"
    exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", size, (158, 27, 31)).save(path, exif=exif, **options)
    return path


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
def test_only_pixels_remain_and_they_stand_upright(tmp_path: Path, suffix: str) -> None:
    files = encoded(photo(tmp_path / f"a{suffix}", (40, 20)))
    assert set(files) == {".png" if suffix == ".png" else ".jpg", "-40.webp"}
    for data in files.values():
        with Image.open(io.BytesIO(data)) as image:
            assert image.size == (20, 40)
            assert not image.getexif()
            assert set(image.info) <= BARE
        assert b"Camera" not in data


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
    data = fallback(tmp_path / f"a{suffix}")
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
    data = fallback(grey16(tmp_path / "a.png", [0, 255, 32768, 65535]))
    assert [pixel(data, (at, 0))[0] for at in range(4)] == [0, 0, 128, 255]


def test_the_see_through_shade_of_sixteen_bits_is_white(tmp_path: Path) -> None:
    data = fallback(grey16(tmp_path / "a.png", [0x1234, 0x1233, 0x1334], clear=0x1234))
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
    data = fallback(tmp_path / f"a{suffix}")
    assert all(abs(got - meant) <= 4 for got, meant in zip(pixel(data, (8, 8)), (233, 35, 35), strict=True))
    assert b"acsp" not in data


def test_a_broken_profile_leaves_the_colours_as_they_stand(tmp_path: Path) -> None:
    Image.new("RGB", (4, 4), (200, 40, 40)).save(tmp_path / "a.png", icc_profile=b"no profile")
    assert pixel(fallback(tmp_path / "a.png")) == (200, 40, 40)


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK"])
def test_every_mode_is_published_in_colour(tmp_path: Path, mode: str) -> None:
    name = "a.jpg" if mode == "CMYK" else "a.png"
    Image.new("RGB", (8, 8), "white").convert(mode).save(tmp_path / name)
    assert min(pixel(fallback(tmp_path / name))) > 250


def in_colours(path: Path, colours: int, size: int) -> Path:
    pixels = b"".join(bytes((n % colours % 256, n % colours // 256, 7)) for n in range(size))
    Image.frombytes("RGB", (size, 1), pixels).save(path)
    return path


def test_a_drawing_keeps_its_pixels_in_both_formats(tmp_path: Path) -> None:
    path = in_colours(tmp_path / "a.png", 256, 512)
    files = encoded(path)
    assert list(files) == [".png", "-512.webp"]
    for data in files.values():
        with Image.open(io.BytesIO(data)) as image, Image.open(path) as original:
            assert image.convert("RGB").tobytes() == original.tobytes()
            assert image.mode == ("P" if image.format == "PNG" else "RGB")


def test_a_png_of_many_colours_is_a_photo(tmp_path: Path) -> None:
    assert list(encoded(in_colours(tmp_path / "a.png", 257, 512))) == [".jpg", "-512.webp", "-480.webp"]


def test_texts_of_a_png_stay_at_home(tmp_path: Path) -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Artist", "someone")
    texts.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>someone</x:xmpmeta>")
    Image.new("RGB", (4, 4)).save(tmp_path / "a.png", pnginfo=texts)
    data = fallback(tmp_path / "a.png")
    assert b"someone" not in data
    assert b"tEXt" not in data
    assert b"iTXt" not in data
