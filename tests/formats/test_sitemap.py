"""The site map."""

from __future__ import annotations

import gzip
import re
from datetime import date

import pytest

from generator.formats.sitemap import packed, sitemap

DAY = date(2019, 11, 25)


def test_pages_by_address_and_dated_as_of() -> None:
    files = dict(sitemap("https://e.org/", ["b/", "", "b/", "a&c/"], date(2019, 11, 25)))
    text = files["sitemap.xml"].decode()
    assert text.count("<url>") == 3
    assert "<url><loc>https://e.org/a&amp;c/</loc><lastmod>2019-11-25</lastmod></url>" in text
    assert gzip.decompress(packed(text.encode(), DAY)).decode() == text


def test_same_pages_same_bytes() -> None:
    day = date(2019, 11, 25)
    assert dict(sitemap("https://e.org/", ["a/", "b/"], day)) == dict(sitemap("https://e.org/", ["b/", "a/"], day))


def test_none_without_an_address() -> None:
    assert not list(sitemap("", ["a/"], date(2019, 11, 25)))


@pytest.mark.parametrize(("pages", "parts"), [(4, []), (5, [4, 1]), (8, [4, 4]), (9, [4, 4, 1])])
def test_a_file_holds_so_many_pages_and_no_more(pages: int, parts: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.formats.sitemap.MAX_URLS", 4)
    files = {name: data.decode() for name, data in sitemap("https://e.org/", [f"p{n}/" for n in range(pages)], DAY)}
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    assert list(files) == [*names, "sitemap.xml"]
    assert [files[name].count("<url>") for name in names] == parts
    listed = re.findall("<loc>https://e.org/(.*?)</loc>", files["sitemap.xml"])
    assert listed == (names or [f"p{n}/" for n in range(pages)])
    assert ("<sitemapindex " in files["sitemap.xml"]) == bool(parts)
