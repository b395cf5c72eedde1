"""Decoding small and shrinking step by step is quicker, and no worse than the stated bounds."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from generator.media.decoding import opened, pixels_of
from generator.media.encoding import encode
from generator.model.picture import PictureFacts, PublishedPicture
from tests.media.bench import LANCZOS, by_resize, measured, ours, photos
from tests.media.made_photos import jpeg, scene


def psnr(one: Image.Image, other: Image.Image) -> float:
    """Peak signal to noise in decibels; higher is closer."""
    squares = ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).rms
    noise = math.sqrt(sum(each**2 for each in squares) / 3)
    return 20 * math.log10(255 / noise) if noise else math.inf


def test_every_size_is_as_good_as_if_made_from_the_whole_photo(tmp_path: Path) -> None:
    """Within 40 dB of each pixel before encoding, and within 0.5 dB of what the encoded file loses anyway."""
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg(scene((4000, 3000), 1)))
    picture = PublishedPicture(stem="a", facts=PictureFacts(4000, 3000, drawing=False))
    made = {name: Image.open(io.BytesIO(data)) for name, data in encode(path, picture)}
    with Image.open(path) as whole:
        for row in picture.renditions:
            exact = whole.resize((row.width, row.height), LANCZOS)
            with opened(path) as source:
                assert psnr(pixels_of(source, exact.size), exact) > 40
            plain = io.BytesIO()
            exact.save(plain, "WEBP", quality=80, method=2)
            lost = psnr(Image.open(plain), exact)
            assert psnr(made[picture.webp(row)], exact) > lost - 0.5


def test_lines_on_a_board_stay_where_they_are_and_as_dark(tmp_path: Path) -> None:
    board = Image.new("L", (4000, 3000), 235)
    for at in range(40, 3000, 80):
        board.paste(20, (100, at, 3900, at + 14))
    path = tmp_path / "a.jpg"
    path.write_bytes(jpeg(board.convert("RGB")))
    with opened(path) as source, Image.open(path) as whole:
        assert psnr(pixels_of(source, (1600, 1200)), whole.resize((1600, 1200), LANCZOS)) > 40


@pytest.mark.parametrize(("width", "decoded"), [(3999, 3999), (4000, 2000), (8000, 2000)])
def test_a_jpeg_is_decoded_no_smaller_than_a_quarter_more_than_needed(tmp_path: Path, width: int, decoded: int) -> None:
    path = tmp_path / "a.jpg"
    Image.new("L", (width, width // 4)).save(path)
    with opened(path) as source:
        pixels_of(source, (1600, 400))
        assert source.width == decoded


@pytest.mark.load
def test_pictures_take_two_thirds_of_a_plain_loop(tmp_path: Path, load: Callable[[int], int]) -> None:
    """The bench with fewer photos."""
    spent = measured(list(photos(tmp_path, "jpg", 2)), load(40), {"ours": ours, "plain": by_resize})
    assert spent["ours"] <= 0.65 * spent["plain"]
