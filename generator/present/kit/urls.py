"""Relative links that work over http and from a folder alike: they always end in a file name."""

from __future__ import annotations

from generator.model.page import page_file


def url(from_path: str, to_path: str, fragment: str = "") -> str:
    """The link from one URL path to another: `url("branches/a/", "standards/3-1/")` is `../../standards/3-1/index.html`.

    Paths have no leading slash; a page's path ends in one, the home page's is empty, a file's does not end in one.
    """
    tail = f"#{fragment}" if fragment else ""
    if from_path == to_path and tail:
        return tail
    return f"{root(from_path)}{page_file(to_path)}{tail}"


def root(path: str) -> str:
    """The way from a page up to the site's root: `../../` for `branches/a/`, empty for the home page."""
    return "../" * path.count("/")
