"""The site map."""

from __future__ import annotations

import gzip
from datetime import date

from generator.publish.sitemap import sitemap


def test_pages_by_address_and_dated_as_of() -> None:
    files = dict(sitemap("https://e.org/", ["b/", "", "b/", "a&c/"], date(2019, 11, 25)))
    text = files["sitemap.xml"].decode()
    assert text.count("<url>") == 3
    assert "<url><loc>https://e.org/a&amp;c/</loc><lastmod>2019-11-25</lastmod></url>" in text
    assert gzip.decompress(files["sitemap.xml.gz"]).decode() == text


def test_same_pages_same_bytes() -> None:
    day = date(2019, 11, 25)
    assert dict(sitemap("https://e.org/", ["a/", "b/"], day)) == dict(sitemap("https://e.org/", ["b/", "a/"], day))


def test_none_without_an_address() -> None:
    assert not list(sitemap("", ["a/"], date(2019, 11, 25)))
