"""The program itself, as what it makes rests on it: nothing here takes long to load."""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from generator.output.hashing import digest, files_in

PACKAGE = Path(__file__).parents[1]
"""The folder of the program itself: theme, templates and code."""

_PROJECT = "zhibu"
_VERSION = re.compile(r"^Version: (.+)$", re.MULTILINE)
_REQUIRED = re.compile(r"^Requires-Dist: ([A-Za-z0-9._-]+)(?!.*extra ==)", re.MULTILINE)


@cache
def program() -> str:
    """A digest of the program: its own source, and the versions of what it stands on."""
    return digest(sys.version, *dependencies(), *files_in(PACKAGE))


def dependencies() -> list[str]:
    """Name and version of every package that the program or one of its dependencies declares, but for extras."""
    found, waiting = dict[str, str](), [_PROJECT]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name], required = _declared(name)
            waiting += required
    return [f"{name} {found[name]}" for name in sorted(found)]


def _declared(package: str) -> tuple[str, list[str]]:
    """The version of a package and what it requires; nothing where it is for other systems and not installed.

    Its metadata is read by line: to parse the description below it, often a whole README, takes ten times as long.
    """
    try:
        found = distribution(package)
    except PackageNotFoundError:
        return "", []
    # An editable installation leaves PKG-INFO beside the source, and it is found first where that folder is searched.
    text = found.read_text("METADATA") or found.read_text("PKG-INFO") or ""
    head = text.partition("\n\n")[0]
    version = _VERSION.search(head)
    return version[1] if version else "", [name.lower().replace("_", "-") for name in _REQUIRED.findall(head)]
