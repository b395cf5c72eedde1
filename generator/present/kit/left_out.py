"""Pages under `docs/` that an edition leaves out: those of an aspect that this handbook does not have."""

from __future__ import annotations

import re

from generator.present.kit.site import Site
from generator.present.kit.urls import ASPECTS, STANDARDS

_PAGE = re.compile(rf"(?:{ASPECTS}|{STANDARDS}(?:[a-z][a-z0-9-]*/)?)(?P<number>[1-9])(?:-\d+)?\.md", re.ASCII)


def is_left_out(site: Site, source: str) -> bool:
    """Whether the file `source` is a page of a standard or aspect of a number that the handbook lacks."""
    page = _PAGE.fullmatch(source)
    return page is not None and all(page["number"] != str(row.number) for row in site.default.aspects)
