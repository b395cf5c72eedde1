"""Sizes and names of what is published of a picture."""

from __future__ import annotations

import pytest

from generator.model.picture import PictureFacts, PublishedPicture, Rendition, inside, published_stems


def sizes(width: int, height: int, *, drawing: bool = False) -> list[tuple[int, int]]:
    picture = PublishedPicture(stem="a", facts=PictureFacts(width, height, drawing=drawing))
    return [(row.width, row.height) for row in picture.renditions]


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (4000, 3000, [(480, 360), (960, 720), (1600, 1200)]),
        (3000, 4000, [(360, 480), (720, 960), (1200, 1600)]),
        (1600, 1000, [(480, 300), (960, 600), (1600, 1000)]),
        (1601, 10, [(480, 3), (960, 6), (1600, 10)]),
        (961, 961, [(480, 480), (960, 960), (961, 961)]),
        (960, 600, [(480, 300), (960, 600)]),
        (480, 480, [(480, 480)]),
        (40, 1, [(40, 1)]),
        (50_000, 1, [(480, 1), (960, 1), (1600, 1)]),
    ],
)
def test_long_sides_shrink_and_short_ones_stay(width: int, height: int, expected: list[tuple[int, int]]) -> None:
    assert sizes(width, height) == expected


def test_a_drawing_has_one_size_and_no_jpeg() -> None:
    assert sizes(2000, 1000, drawing=True) == [(1600, 800)]
    drawing = PublishedPicture(stem="a", facts=PictureFacts(300, 200, drawing=True))
    assert drawing.files == ("a.png", "a-300.webp")
    assert drawing.webp(Rendition(300, 300, 200)) == "a-300.webp"


def test_files_are_named_by_their_longer_side() -> None:
    photo = PublishedPicture(stem="photos/a", facts=PictureFacts(3000, 4000, drawing=False))
    assert photo.files == ("photos/a.jpg", "photos/a-480.webp", "photos/a-960.webp", "photos/a-1600.webp")


def test_published_names_are_ascii_and_each_is_there_once() -> None:
    given = ["photos/room.jpg", "photos/会议 1.jpg", "photos/Room.png", "IMG_1.HEIC", "photos/a b.jpg", "photos/甲.jpg"]
    found = list(published_stems((file, f"{number}" * 32) for number, file in enumerate(given)))
    assert found == ["photos/room", f"photos/{'1' * 16}", f"photos/{'2' * 16}", "IMG_1", *_of(4, 5)]


def _of(*numbers: int) -> list[str]:
    return [f"photos/{f'{number}' * 16}" for number in numbers]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("photos/a.jpg", True),
        ("a.jpg", True),
        ("../a.jpg", False),
        ("photos/../../a.jpg", False),
        ("./a.jpg", False),
        ("/etc/a.jpg", False),
        ("photos//a.jpg", False),
        ("photos\\a.jpg", False),
        ("C:a.jpg", False),
        ("", False),
    ],
)
def test_a_path_that_leaves_its_folder_is_not_followed(file: str, *, expected: bool) -> None:
    assert inside(file) is expected
