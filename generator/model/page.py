"""Pages (页面): what `present` hands to `publish`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A record page as an HTML fragment, to be stamped into the shell of its kind.

    `path` is the URL path, ends in a slash and has no leading one (`branches/cs-1/`); `kind` names the shell
    (`branch`, `checklist`, `committee`, `matrix`, `institution`, `finder`); `title` is plain text.
    """

    path: str
    kind: str
    title: str
    body: str
