"""The site map: the prose pages MkDocs listed and the record pages that were stamped."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from html import escape

MAX_URLS = 50_000
"""URLs in one file at most (sitemaps.org); a larger site has several files and an index of them."""

_NAME = "sitemap.xml"


def sitemap(site_url: str, paths: Iterable[str], as_of: date) -> Iterator[tuple[str, bytes]]:
    """`sitemap.xml`, preceded by its parts if there are several; nothing without a site address."""
    if not site_url:
        return
    found = sorted(set(paths))
    if len(found) <= MAX_URLS:
        yield _NAME, _listing("urlset", "url", site_url, found, as_of)
        return
    names: list[str] = []
    for start in range(0, len(found), MAX_URLS):
        names.append(part_name(len(names) + 1))
        yield names[-1], _listing("urlset", "url", site_url, found[start : start + MAX_URLS], as_of)
    yield _NAME, _listing("sitemapindex", "sitemap", site_url, names, as_of)


def part_name(number: int) -> str:
    """The file of a part, counted from 1."""
    return f"sitemap-{number}.xml"


def packed(text: bytes, as_of: date) -> bytes:
    """The gzipped copy, with `as_of` as its timestamp so that it is reproducible."""
    buffer = io.BytesIO()
    stamp = int(datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC).timestamp())
    with gzip.GzipFile(filename=_NAME, fileobj=buffer, mode="wb", mtime=stamp) as file:
        file.write(text)
    return buffer.getvalue()


def _listing(whole: str, each: str, site_url: str, paths: Iterable[str], as_of: date) -> bytes:
    rows = (f"    <{each}><loc>{escape(site_url + path)}</loc><lastmod>{as_of}</lastmod></{each}>\n" for path in paths)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{''.join(rows)}</{whole}>\n".encode()
