from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.demonstration import draw_photos
from tests.demonstration.scenes import SCENES

UNITS = Path(__file__).parents[2] / "records" / "units"
PHOTOS = sorted(UNITS.glob("*/*/photos/*"))


@pytest.mark.parametrize("photo", PHOTOS, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_a_photo_is_small_and_carries_no_metadata(photo: Path) -> None:
    assert photo.stat().st_size <= 150_000
    with Image.open(photo) as image:
        assert (image.format, image.size) == ("JPEG", (1600, 1000))
        assert not image.getexif()


def test_every_photo_is_drawn_by_the_script() -> None:
    assert {path.relative_to(UNITS).as_posix() for path in PHOTOS} == set(draw_photos.PHOTOS)
    assert {scene for scene, _ in draw_photos.PHOTOS.values()} <= set(SCENES)


def test_a_scene_comes_out_the_same_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = "xinxi/xx-js1/photos/book.jpg"
    monkeypatch.setattr(draw_photos, "PHOTOS", {place: draw_photos.PHOTOS[place]})
    draw_photos.draw(tmp_path / "once")
    draw_photos.draw(tmp_path / "again")
    assert (tmp_path / "once" / place).read_bytes() == (tmp_path / "again" / place).read_bytes()
