"""How a value lies in a file of the cache: a line with the version of the program that wrote it, then the value as JSON."""

from __future__ import annotations

_MARK = b"zhibu "


def version_line(version: str) -> bytes:
    """The first line of a file that this version of the program writes."""
    return _MARK + version.encode() + b"\n"


def version_and_value(data: bytes) -> tuple[str | None, bytes]:
    """Which version wrote a file of the cache, and its value; no version where it is no such file."""
    line, _, value = data.partition(b"\n")
    return line.removeprefix(_MARK).decode(errors="replace") if line.startswith(_MARK) else None, value
