from __future__ import annotations

import pytest

from generator.present.kit.urls import root, url


@pytest.mark.parametrize(
    ("here", "there", "fragment", "link"),
    [
        ("branches/a/", "standards/3-1/", "", "../../standards/3-1/index.html"),
        ("branches/a/checklist/", "branches/a/", "s-3-1", "../../../branches/a/index.html#s-3-1"),
        ("", "aspects/1/", "", "aspects/1/index.html"),
        ("finder/", "", "", "../index.html"),
        ("", "", "", "index.html"),
        ("branches/a/", "branches/a/", "todo", "#todo"),
        ("standards/3-1/", "downloads/handbook.pdf", "", "../../downloads/handbook.pdf"),
    ],
)
def test_links_are_relative_and_end_in_a_file(here: str, there: str, fragment: str, link: str) -> None:
    assert url(here, there, fragment) == link


def test_the_way_to_the_root_is_as_long_as_the_path_is_deep() -> None:
    assert [root(path) for path in ("", "matrix/", "branches/a/checklist/")] == ["", "../", "../../../"]
