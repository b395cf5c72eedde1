"""Every picture that a document uses is one that the script makes, is small, and says in words what it shows."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from tests.contracts import pictures

USES = list(pictures.uses())
WIDTHS = {390, 1280}
LIMIT = 60_000
"""Bytes of a picture: a page with four of them is still there in a second on a phone."""


def test_pictures_that_are_used_made_and_kept_are_the_same() -> None:
    kept = {path.relative_to(pictures.ASSETS).as_posix() for path in pictures.ASSETS.rglob("*.png")}
    assert {use.name for use in USES} == set(pictures.WANTED) == kept


@pytest.mark.parametrize("use", USES, ids=[f"{use.document} {use.name}" for use in USES])
def test_a_picture_says_in_words_what_it_shows(use: pictures.PictureUse) -> None:
    pattern = r"\w+ \w+ \w+" if use.document == "README.md" else r"[\u4e00-\u9fff].{9,}"
    assert re.search(pattern, use.alt)


@pytest.mark.parametrize("name", pictures.WANTED)
def test_a_picture_is_small_and_as_wide_as_a_window(name: str) -> None:
    path, wanted = pictures.ASSETS / name, pictures.WANTED[name]
    assert path.stat().st_size < LIMIT
    assert wanted["width"] in WIDTHS
    assert wanted["site"] in pictures.SITES
    with Image.open(path) as picture:
        assert picture.width <= wanted["width"]
