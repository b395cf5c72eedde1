"""What a browser may load and run on this site: one content security policy, written for three kinds of server.

What is inline is allowed by its hash only: scripts, and the style of a page that is kept in one file.  The theme's
scripts differ with the depth of a page's address, and all record pages of one kind and depth share those of their shell:
it is enough to look at the prose pages and the shells.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_DATA = re.compile(r'\s(?:src=|type="application/)')
"""What makes a script element none that is run from within the page."""

_RULES = (
    ("default-src", "'none'"),
    ("script-src", "'self' {scripts}"),
    ("style-src", "'self' {styles}"),
    ("img-src", "'self' data:"),
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("frame-ancestors", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'none'"),
)
_HEADER = "Content-Security-Policy"


def policy(pages: Iterable[str]) -> str:
    """The policy under which these finished pages work."""
    finished = tuple(pages)
    scripts = _allowed(script for page in finished for script in inline_scripts(page))
    styles = _allowed(style for page in finished for style in _STYLE.findall(page))
    return "; ".join(f"{name} {value}".format(scripts=scripts, styles=styles).rstrip() for name, value in _RULES)


def _allowed(texts: Iterable[str]) -> str:
    """The hashes of these scripts or styles."""
    return " ".join(sorted({f"'sha256-{_hash(text)}'" for text in texts}))


def inline_scripts(html: str) -> Iterator[str]:
    """The scripts that a page holds in its own text; data in script elements are none."""
    return (script for attributes, script in _SCRIPT.findall(html) if script and not _DATA.search(attributes))


def server_files(rule: str) -> Iterator[tuple[str, str]]:
    """The policy as servers read it: `_headers` of static hosts, and lines for nginx and Apache."""
    yield "_headers", f"/*\n  {_HEADER}: {rule}\n"
    yield "csp/nginx.conf", f'add_header {_HEADER} "{rule}" always;\n'
    yield "csp/apache.conf", f'Header always set {_HEADER} "{rule}"\n'


def _hash(script: str) -> str:
    return base64.b64encode(sha256(script.encode()).digest()).decode()
