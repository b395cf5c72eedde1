"""The site map."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

from generator.publish.sitemap import write_sitemap


def test_pages_by_address_and_dated_as_of(tmp_path: Path) -> None:
    write_sitemap(tmp_path, "https://e.org/", ["b/", "", "b/", "a&c/"], date(2019, 11, 25))
    text = (tmp_path / "sitemap.xml").read_text(encoding="utf-8")
    assert text.count("<url>") == 3
    assert "<url><loc>https://e.org/a&amp;c/</loc><lastmod>2019-11-25</lastmod></url>" in text
    assert gzip.decompress((tmp_path / "sitemap.xml.gz").read_bytes()).decode() == text


def test_same_pages_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write_sitemap(tmp_path / name, "https://e.org/", ["a/"], date(2019, 11, 25))
    assert (tmp_path / "one/sitemap.xml.gz").read_bytes() == (tmp_path / "two/sitemap.xml.gz").read_bytes()


def test_none_without_an_address(tmp_path: Path) -> None:
    write_sitemap(tmp_path, "", ["a/"], date(2019, 11, 25))
    assert not list(tmp_path.iterdir())
