"""The site map: the prose pages MkDocs listed and the record pages that were stamped."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable
from datetime import UTC, date, datetime
from html import escape
from pathlib import Path

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def write_sitemap(site: Path, site_url: str, paths: Iterable[str], as_of: date) -> None:
    """Write `sitemap.xml` and its gzip twin, the same bytes on any day; without a site address there is none."""
    if not site_url:
        return
    rows = (
        f"    <url><loc>{escape(site_url + path)}</loc><lastmod>{as_of}</lastmod></url>\n"
        for path in sorted(set(paths))
    )
    text = f"{_HEAD}{''.join(rows)}</urlset>\n".encode()
    (site / "sitemap.xml").write_bytes(text)
    buffer = io.BytesIO()
    stamp = int(datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC).timestamp())
    with gzip.GzipFile(filename="sitemap.xml", fileobj=buffer, mode="wb", mtime=stamp) as packed:
        packed.write(text)
    (site / "sitemap.xml.gz").write_bytes(buffer.getvalue())
