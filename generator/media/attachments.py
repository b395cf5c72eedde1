"""Templates that showcases hand out (带走): Word and Excel files without the names of those who wrote them."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

OFFICE_SUFFIXES = (".docx", ".xlsx")

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a package can bear."""

_RELATIONS = "_rels/.rels"
_THUMBNAIL = re.compile(rb'<Relationship\b[^>]*/thumbnail"[^>]*/>')
_NAMED = (
    re.compile(rb'(\bw\d*:(?:author|initials|userId)=")[^"]*'),
    re.compile(rb"(<author>)[^<]*"),
    re.compile(rb'(<(?:\w+:)?person\b[^>]*?\bdisplayName=")[^"]*'),
)
"""Who wrote comments and changes; their words stay."""

_ROOT = re.compile(rb"<(\w+:)?(?:coreProperties|Properties)\b[^>]*?/?>")
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def attachment_bytes(path: Path) -> bytes:
    """The file as it is published: of Office files author, company, template and preview are gone; same file, same bytes."""
    data = path.read_bytes()
    return _without_authors(data) if path.suffix.lower() in OFFICE_SUFFIXES else data


def _without_authors(data: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            if not name.startswith("docProps/thumbnail"):
                target.writestr(ZipInfo(name, _EPOCH), _part(name, source.read(name)), ZIP_DEFLATED)
    return packed.getvalue()


def _part(name: str, data: bytes) -> bytes:
    if name.startswith("docProps/"):
        return _emptied(data)
    if name == _RELATIONS:
        return _THUMBNAIL.sub(b"", data)
    for named in _NAMED if name.endswith(".xml") else ():
        data = named.sub(rb"\1", data)
    return data


def _emptied(data: bytes) -> bytes:
    """Properties without any: the root element alone, with its namespaces."""
    found = _ROOT.search(data)
    if found is None:
        return data
    return _DECLARATION + found[0].removesuffix(b">").removesuffix(b"/") + b"/>"
