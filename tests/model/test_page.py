"""Addresses of pages: from the file under `docs/` to the URL path, and from that to the finished file."""

from __future__ import annotations

import pytest

from generator.model.page import page_file, path_of_markdown, url_path


@pytest.mark.parametrize(
    ("source", "path", "file"),
    [
        ("index.md", "", "index.html"),
        ("a.md", "a/", "a/index.html"),
        ("a/index.md", "a/", "a/index.html"),
        ("a/b.md", "a/b/", "a/b/index.html"),
        ("a/reindex.md", "a/reindex/", "a/reindex/index.html"),
    ],
)
def test_a_page_is_the_folder_of_its_markdown(source: str, path: str, file: str) -> None:
    assert path_of_markdown(source) == path
    assert page_file(path) == file
    assert url_path(file) == path
