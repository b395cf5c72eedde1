"""What the prose layer is made from, told apart by page: where one page's text alone has changed, only that is made again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple


class PageInput(NamedTuple):
    """Digests of a Markdown file: of its front matter, and of all of it with what its links to records say."""

    head: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ProseInputs:
    """Digests of all that the prose layer rests on.

    `pages` are the Markdown files below `docs/` by their paths; `rest` is everything else: settings, the theme, what
    standards and records declare, showcases, pictures.
    """

    rest: str
    pages: Mapping[str, PageInput]

    @cached_property
    def key(self) -> str:
        """One digest of it all."""
        rows = [self.rest, *((name, *row) for name, row in sorted(self.pages.items()))]
        return blake2b(repr(rows).encode(), digest_size=16).hexdigest()

    def edited_since(self, before: ProseInputs) -> tuple[str, ...] | None:
        """The files whose text alone has changed; None where anything else has."""
        if before.rest != self.rest or before.pages.keys() != self.pages.keys():
            return None
        changed = sorted(name for name, row in self.pages.items() if row != before.pages[name])
        same = all(self.pages[name].head == before.pages[name].head for name in changed)
        return tuple(changed) if same else None
