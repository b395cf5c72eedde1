"""An unchanged picture is neither examined nor encoded again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from generator.media import encoding, picture_cache
from generator.media.picture_cache import PictureCache
from generator.model.picture import PictureFacts, PictureFault, PublishedPicture

PICTURE = PublishedPicture(stem="photos/a", facts=PictureFacts(600, 400, drawing=False))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Image.new("RGB", (600, 400), (158, 27, 31)).save(tmp_path / "a.jpg")
    return tmp_path / "a.jpg"


def never(*_: object) -> None:
    raise AssertionError


def test_a_second_build_encodes_nothing(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = PictureCache(tmp_path / "kept")
    facts, files = first.examine(path), {name: kept.read_bytes() for name, kept in first.files(path, PICTURE)}
    assert (facts, list(files)) == (PICTURE.facts, ["photos/a.jpg", "photos/a-480.webp", "photos/a-600.webp"])
    monkeypatch.setattr(picture_cache, "examine", never)
    monkeypatch.setattr(encoding, "encode", never)
    again = PictureCache(tmp_path / "kept")
    assert again.examine(path) == facts
    assert {name: kept.read_bytes() for name, kept in again.files(path, PICTURE)} == files
    again.tidy()
    assert len(list((tmp_path / "kept").iterdir())) == 4


def test_a_changed_picture_is_encoded_again_and_the_old_one_goes(path: Path, tmp_path: Path) -> None:
    before = dict(PictureCache(tmp_path / "kept").files(path, PICTURE))
    Image.new("RGB", (600, 400), (1, 2, 3)).save(path)
    cache = PictureCache(tmp_path / "kept")
    after = dict(cache.files(path, PICTURE))
    assert set(before.values()).isdisjoint(after.values())
    cache.tidy()
    assert set((tmp_path / "kept").iterdir()) == set(after.values())


def test_one_original_under_two_names_is_encoded_once(path: Path, tmp_path: Path) -> None:
    cache = PictureCache(tmp_path / "kept")
    first = dict(cache.files(path, PICTURE))
    second = dict(cache.files(path, PublishedPicture(stem="elsewhere", facts=PICTURE.facts)))
    assert list(first.values()) == list(second.values())


def test_other_codecs_make_other_files(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dict(PictureCache(tmp_path / "kept").files(path, PICTURE))
    monkeypatch.setattr(picture_cache, "_codecs", lambda: b"another libwebp")
    assert set(before.values()).isdisjoint(dict(PictureCache(tmp_path / "kept").files(path, PICTURE)).values())


def test_a_fault_is_kept_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jpg").write_bytes(b"<html>")
    fault = PictureCache(tmp_path / "kept").examine(tmp_path / "a.jpg")
    monkeypatch.setattr(picture_cache, "examine", never)
    assert isinstance(fault, PictureFault)
    assert PictureCache(tmp_path / "kept").examine(tmp_path / "a.jpg") == fault


def test_without_pictures_there_is_nothing_to_tidy(tmp_path: Path) -> None:
    PictureCache(tmp_path / "none").tidy()
    assert not (tmp_path / "none").exists()
