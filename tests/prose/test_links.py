"""Links that work over http and from a folder."""

from __future__ import annotations

import pytest

from generator.prose.links import to_file, to_files


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("../3-1/", "../3-1/index.html"),
        ("../3-1/#a-2019-03-14-1", "../3-1/index.html#a-2019-03-14-1"),
        ("../3-1/?q=1#a", "../3-1/index.html?q=1#a"),
        (".", "index.html"),
        ("./", "index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("../../#top", "../../index.html#top"),
        ("./x/", "x/index.html"),
        ("#top", "#top"),
        ("", ""),
        ("../downloads/handbook.pdf", "../downloads/handbook.pdf"),
        ("../3-1/index.html", "../3-1/index.html"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("//example.org/a/", "//example.org/a/"),
        ("/a/", "/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_to_file(url: str, expected: str) -> None:
    assert to_file(url) == expected


def test_only_links_that_a_reader_follows_are_changed() -> None:
    html = '<link rel="canonical" href="https://e.org/a/"><a class="x" href="../a/">甲</a><a href="#b">乙</a>'
    assert to_files(html) == html.replace('"../a/"', '"../a/index.html"')
