"""Links that work over http and file:// alike: a folder's link names its index.html."""

from __future__ import annotations

import re

_HREF = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)(")')


def to_files(html: str) -> str:
    """Write every relative link to a folder as a link to its `index.html`; other addresses stay as they are."""
    return _HREF.sub(lambda match: match[1] + to_file(match[2]) + match[3], html)


def to_file(url: str) -> str:
    """`../3-1/#a` → `../3-1/index.html#a`; absolute addresses, files and bare fragments unchanged."""
    path, mark, rest = _split(url)
    if not path or path.startswith("/") or ":" in path.split("/", 1)[0]:
        return url
    last = path.rsplit("/", 1)[-1]
    if last in ("", ".", ".."):
        path = f"{path.rstrip('/')}/index.html"
    return path.removeprefix("./") + mark + rest


def _split(url: str) -> tuple[str, str, str]:
    found = re.search(r"[?#]", url)
    return (url, "", "") if found is None else (url[: found.start()], found[0], url[found.end() :])
