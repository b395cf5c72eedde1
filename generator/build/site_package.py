"""离线包: the whole site as one zip, unpacked and opened by a double click, made from the finished files of an edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.formats.stored_zip import write_zip
from generator.present.kit.site import Site
from generator.present.prose_pages.site_package import START_FILE, start_page

_FOLDER = "site/"
"""Where the site lies in the zip, beside the page that opens it."""

_SERVED = re.compile(r"_headers|csp/.*|sitemap.*|404\.html")
"""What has a sense on a server only."""

_OFFER = re.compile(rb'<p class="zb-site-package">.*?</p>', re.DOTALL)
"""Where a page offers the zip, which is not in itself."""


def write_site_package(site: Site, tree: Path, names: Iterable[str], target: Path) -> None:
    """Write the zip of the files `names` of the edition that stands in `tree` to `target`.

    All that it holds has passed the gate.  A file at a time is held in memory.
    """
    kept = sorted(name for name in set(names) if not _SERVED.fullmatch(name))
    write_zip(target, _packed(site, tree, kept), site.as_of)


def _packed(site: Site, tree: Path, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    for name in names:
        data = (tree / name).read_bytes()
        yield _FOLDER + name, _OFFER.sub(b"", data) if name.endswith(".html") else data
    yield START_FILE, start_page(site, _FOLDER).encode()
