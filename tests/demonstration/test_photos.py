from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

UNITS = Path(__file__).parents[2] / "records" / "units"
PHOTOS = sorted(UNITS.glob("*/*/photos/*"))


@pytest.fixture
def studio(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return importlib.import_module("draw_photos")


@pytest.mark.parametrize("photo", PHOTOS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_a_photo_is_small_and_carries_no_metadata(photo: Path) -> None:
    assert photo.stat().st_size <= 150_000
    with Image.open(photo) as image:
        assert (image.format, image.size) == ("JPEG", (1600, 1000))
        assert not image.getexif()


def test_every_photo_is_drawn_by_the_script(studio: Any) -> None:
    assert {path.relative_to(UNITS).as_posix() for path in PHOTOS} == set(studio.PHOTOS)
    assert {scene for scene, _ in studio.PHOTOS.values()} <= set(importlib.import_module("scenes").SCENES)


def test_a_scene_comes_out_the_same_twice(studio: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = "xinxi/xx-js1/photos/book.jpg"
    monkeypatch.setattr(studio, "PHOTOS", {place: studio.PHOTOS[place]})
    studio.draw(tmp_path / "once")
    studio.draw(tmp_path / "again")
    assert (tmp_path / "once" / place).read_bytes() == (tmp_path / "again" / place).read_bytes()
