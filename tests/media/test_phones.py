"""What phones, scanners and printers' shops hand in: MPO, HEIC, CMYK, turned pictures, metadata of every kind."""

from __future__ import annotations

import io
import random
import sys
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image, ImageCms

from generator.media import decoding
from generator.media.encoding import encode
from generator.media.examining import examine
from generator.model.picture import PictureFacts, PictureFault, PublishedPicture
from tests.media.made_photos import exif, jpeg, quarters, scene, with_xmp

CORNERS = {"red": (200, 0, 0), "green": (0, 160, 0), "blue": (0, 0, 200), "grey": (90, 90, 90)}
UPRIGHT = ("red", "green", "blue", "grey")
TURNED = ("blue", "red", "grey", "green")
"""A quarter to the right, as orientation 6 asks for."""


def published(path: Path) -> list[Image.Image]:
    facts = examine(path)
    assert isinstance(facts, PictureFacts)
    files = dict(encode(path, PublishedPicture(stem="a", facts=facts)))
    assert set(files) == {"a.jpg", "a-80.webp"}
    for data in files.values():
        assert not [word for word in (b"Camera", b"Somebody", b"Exif", b"<x:xmp", b"MPF", b"acsp") if word in data]
    return [Image.open(io.BytesIO(data)) for data in files.values()]


def corners(image: Image.Image) -> tuple[str, ...]:
    """The colours of the four corners, in reading order."""
    width, height = image.size
    found = (
        image.convert("RGB").getpixel(at) for at in ((6, 6), (width - 7, 6), (6, height - 7), (width - 7, height - 7))
    )
    return tuple(
        next(
            name for name, colour in CORNERS.items() if all(abs(a - b) < 30 for a, b in zip(seen, colour, strict=True))
        )
        for seen in found
        if isinstance(seen, tuple)
    )


def assert_shows(path: Path, size: tuple[int, int], expected: tuple[str, ...]) -> None:
    for image in published(path):
        assert (image.size, corners(image)) == (size, expected)


def test_a_turned_jpeg_with_every_kind_of_metadata(tmp_path: Path) -> None:
    data = with_xmp(jpeg(quarters(), exif=exif(6)), "Somebody")
    assert b"Somebody" in data
    (tmp_path / "a.jpg").write_bytes(data)
    assert_shows(tmp_path / "a.jpg", (40, 80), TURNED)


def test_of_an_mpo_the_first_picture_is_published(tmp_path: Path) -> None:
    path, second = tmp_path / "a.jpg", Image.new("RGB", (80, 40), (255, 255, 255))
    quarters().save(path, "MPO", save_all=True, append_images=[second], exif=exif(6), quality=90)
    with Image.open(path) as image:
        assert image.format == "MPO"
    assert_shows(path, (40, 80), TURNED)


def test_a_large_mpo_is_decoded_small(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    quarters((3200, 1600)).save(path, "MPO", save_all=True, append_images=[quarters()], quality=90)
    with decoding.opened(path) as source:
        pixels = decoding.pixels_of(source, (400, 200))
        assert source.size == (800, 400)
    assert corners(pixels) == UPRIGHT


@pytest.mark.parametrize("inverted", [False, True])
def test_cmyk_becomes_srgb(tmp_path: Path, *, inverted: bool) -> None:
    """Adobe writes CMYK inverted and says so; Pillow writes the mark and turns the values back in reading."""
    data = jpeg(quarters().convert("CMYK"))
    assert b"Adobe" in data
    (tmp_path / "a.jpg").write_bytes(data if not inverted else data.replace(b"Adobe\0\x64", b"Adobe\0\x65", 1))
    assert_shows(tmp_path / "a.jpg", (80, 40), UPRIGHT)


def test_an_unusable_profile_of_cmyk_is_passed_over(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    (tmp_path / "a.jpg").write_bytes(jpeg(quarters().convert("CMYK"), icc_profile=profile))
    assert_shows(tmp_path / "a.jpg", (80, 40), UPRIGHT)


def heic(path: Path, orientation: int) -> Path:
    decoding.formats()
    image = quarters()
    image.info["exif"] = exif(orientation).tobytes()
    image.save(path, "HEIF", quality=90)
    return path


@pytest.mark.parametrize(("orientation", "size", "expected"), [(1, (80, 40), UPRIGHT), (6, (40, 80), TURNED)])
def test_a_heic_turns_by_itself_and_not_twice(
    tmp_path: Path, orientation: int, size: tuple[int, int], expected: tuple[str, ...]
) -> None:
    path = heic(tmp_path / "a.heic", orientation)
    assert (b"irot" in path.read_bytes()) is (orientation == 6)
    assert_shows(path, size, expected)


def test_without_its_reader_a_heic_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = heic(tmp_path / "a.heic", 1)
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    decoding.formats.cache_clear()
    fault = examine(path)
    decoding.formats.cache_clear()
    assert isinstance(fault, PictureFault)
    assert (fault.code, "zhibu[heic]" in fault.hint) == ("P124", True)


def test_half_a_heic_is_told(tmp_path: Path) -> None:
    path = heic(tmp_path / "a.heic", 1)
    path.write_bytes(path.read_bytes()[:-200])
    assert isinstance(fault := examine(path), PictureFault)
    assert (fault.code, fault.message) == ("P111", "残缺，打不开")
    assert pillow_heif.__version__


@pytest.mark.parametrize("cut", [2, 200, 5_000, 20_000])
@pytest.mark.parametrize("progressive", [False, True])
def test_half_a_jpeg_is_told_even_with_a_whole_thumbnail(tmp_path: Path, cut: int, *, progressive: bool) -> None:
    """The thumbnail in its head has an end mark of its own."""
    data = jpeg(scene((400, 300), 1), progressive=progressive)
    thumbnail = jpeg(quarters())
    head = b"\xff\xe1" + (len(thumbnail) + 2).to_bytes(2, "big") + thumbnail
    whole = data[:2] + head + data[2:]
    (tmp_path / "whole.jpg").write_bytes(whole)
    (tmp_path / "half.jpg").write_bytes(whole[:-cut])
    assert examine(tmp_path / "whole.jpg") == PictureFacts(400, 300, drawing=False)
    assert isinstance(examine(tmp_path / "half.jpg"), PictureFault)


@pytest.mark.parametrize("seed", range(40))
def test_what_was_found_sound_can_be_encoded_whatever_its_bytes(tmp_path: Path, seed: int) -> None:
    """Bytes changed at random: a file is refused as it is examined, or it is published."""
    rng, data = random.Random(seed), bytearray(jpeg(scene((96, 64), seed)))
    for _ in range(3):
        data[rng.randrange(2, len(data))] = rng.randrange(256)
    (tmp_path / "a.jpg").write_bytes(data)
    facts = examine(tmp_path / "a.jpg")
    if isinstance(facts, PictureFacts):
        assert dict(encode(tmp_path / "a.jpg", PublishedPicture(stem="a", facts=facts)))
