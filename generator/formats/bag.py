"""BagIt (RFC 8493): a folder of files with their SHA-256, packed as one zip that anybody can check without this program.

Same files, same bytes.  The sums are written as `sha256sum` writes them, so that `sha256sum -c` reads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from generator.formats.stored_zip import to_zip

PAYLOAD = "data/"
"""The folder of what is kept."""

SUMS = "manifest-sha256.txt"
"""The sums of what is kept, a line each."""

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bag:
    """`name` is its only folder; `payload` what is kept, `notes` what stands beside it, both by name.

    `told` are further lines of `bag-info.txt`, by their labels in English, as the standard has them.
    """

    name: str
    day: date
    payload: Mapping[str, bytes]
    notes: Mapping[str, bytes]
    told: Mapping[str, str]


def to_bag(bag: Bag) -> bytes:
    """The zip of a bag, dated by its day."""
    payload = {f"{PAYLOAD}{name}": data for name, data in bag.payload.items()}
    tags = {
        "bagit.txt": _DECLARATION,
        "bag-info.txt": _info(bag),
        SUMS: sums_of(payload),
        **bag.notes,
    }
    files = payload | tags | {"tagmanifest-sha256.txt": sums_of(tags)}
    return to_zip({f"{bag.name}/{name}": data for name, data in files.items()}, bag.day)


def sums_of(files: Mapping[str, bytes]) -> bytes:
    """A line a file: its SHA-256, two spaces, its name."""
    return "".join(f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()


def _info(bag: Bag) -> bytes:
    size, count = sum(map(len, bag.payload.values())), len(bag.payload)
    lines = {**bag.told, "Bagging-Date": bag.day.isoformat(), "Payload-Oxum": f"{size}.{count}"}
    return "".join(f"{label}: {text}\n" for label, text in lines.items()).encode()
