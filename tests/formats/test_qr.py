"""QR codes: byte mode whatever the text, nothing but ASCII, and the drawing is the code."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.errors import ConfigurationError
from generator.formats.qr import QUIET, qr_svg


def pixels(svg: str, scale: int = 4) -> Image.Image:
    """The drawing on a grid, by its own rectangles: no renderer comes between."""
    side = int(re.findall(r'viewBox="0 0 (\d+)', svg)[0])
    image = Image.new("L", (side, side), 255)
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1", svg):
        image.paste(0, (int(x), int(y), int(x) + int(width), int(y) + 1))
    return image.resize((side * scale, side * scale), Image.Resampling.NEAREST)


def read(svg: str) -> zxingcpp.Barcode:
    (found,) = zxingcpp.read_barcodes(pixels(svg))
    return found


@settings(max_examples=40)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=120))
def test_what_is_drawn_is_read_back(words: str) -> None:
    assert read(qr_svg(f"https://dj.example.edu/{words}")).text == f"https://dj.example.edu/{words}"


def test_the_mode_is_bytes_even_where_a_denser_one_would_do() -> None:
    """Sixteen capitals fit into 21 modules as letters and figures; as bytes they need 25."""
    drawn = qr_svg("HTTPS://A.EDU/AB")
    assert pixels(drawn, 1).width == 25 + 2 * QUIET
    found = read(drawn)
    assert (found.bytes, found.symbology_identifier) == (b"HTTPS://A.EDU/AB", "]Q1")  # ]Q2 would announce an ECI


def test_the_quiet_zone_is_four_modules_wide() -> None:
    image = pixels(qr_svg("https://dj.example.edu/"), 1)
    dark = image.point(lambda shade: 255 - shade).getbbox()
    assert dark == (QUIET, QUIET, image.width - QUIET, image.height - QUIET)
    assert QUIET == 4


@pytest.mark.parametrize(
    "address", ["https://党建.example.edu/", "https://dj.example.edu/支部/", "https://dj.example.edu/é"]
)
def test_an_address_that_is_not_ascii_is_refused(address: str) -> None:
    with pytest.raises(ConfigurationError, match="site_url"):
        qr_svg(address)


def test_the_same_address_gives_the_same_drawing() -> None:
    assert qr_svg("https://dj.example.edu/showcases/#a") == qr_svg("https://dj.example.edu/showcases/#a")
