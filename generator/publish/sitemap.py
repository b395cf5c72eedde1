"""The site map: the prose pages MkDocs listed and the record pages that were stamped."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from html import escape

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemap(site_url: str, paths: Iterable[str], as_of: date) -> Iterator[tuple[str, bytes]]:
    """`sitemap.xml` and its gzip twin, the same bytes on any day; without a site address there is none."""
    if not site_url:
        return
    rows = (
        f"    <url><loc>{escape(site_url + path)}</loc><lastmod>{as_of}</lastmod></url>\n"
        for path in sorted(set(paths))
    )
    text = f"{_HEAD}{''.join(rows)}</urlset>\n".encode()
    yield "sitemap.xml", text
    buffer = io.BytesIO()
    stamp = int(datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC).timestamp())
    with gzip.GzipFile(filename="sitemap.xml", fileobj=buffer, mode="wb", mtime=stamp) as packed:
        packed.write(text)
    yield "sitemap.xml.gz", buffer.getvalue()
