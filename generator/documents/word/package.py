"""The package of a Word file (ECMA-376 part 2): which parts it has, and their XML within limits."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree
from lxml.etree import _Element

UNPACKED_LIMIT = 100 * 1024 * 1024
"""Bytes of a Word file unpacked, at most: a zip bomb is small."""

XML_LIMIT = 40 * 1024 * 1024
"""Bytes of the parts that are read, at most; Word writes up to a thousand for a paragraph."""

MARKUP_LIMIT = 2_000_000
"""Elements and attributes of a part at most: each takes a hundred bytes and more, and a paragraph of Word has fifty."""

_ENCRYPTED = 0x1
_STRICT = re.compile(r"\{http://purl\.oclc\.org/ooxml/(\w+)/([^}]*)\}")
_TRANSITIONAL = r"{http://schemas.openxmlformats.org/\1/2006/\2}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class LockedPackageError(ValueError):
    """A part is encrypted."""


class LargePackageError(ValueError):
    """The package or a part is beyond a limit; the text says which, in Chinese."""


class WordPackage:
    """The parts of a Word file, found by their relationships."""

    def __init__(self, packed: ZipFile) -> None:
        """Refuse a package that must not be unpacked, by its directory; zipfile unpacks no part beyond its size there."""
        parts = packed.infolist()
        if any(part.flag_bits & _ENCRYPTED for part in parts):
            raise LockedPackageError
        if sum(part.file_size for part in parts) > UNPACKED_LIMIT:
            raise LargePackageError("Word 文件展开后超过 100 MB")
        self._packed = packed
        self._parts = {part.filename.replace("\\", "/").lstrip("/").lower(): part for part in parts}
        self._read = 0
        self._xml("[Content_Types].xml")
        self._main = next((target for kind, target in self._related("") if kind == "officeDocument"), "")
        self._targets = list(self._related(self._main))

    @property
    def document(self) -> _Element:
        """The main part; raises KeyError where there is none."""
        return self._xml(self._main)

    def part(self, kind: str) -> _Element | None:
        """The part that the main part names for this purpose (`styles`, `numbering`); None without it."""
        return next(self.parts(kind), None)

    def parts(self, *kinds: str) -> Iterator[_Element]:
        """All parts that the main part names for these purposes, once each."""
        for target in dict.fromkeys(target for found, target in self._targets if found in kinds):
            if target.lower() in self._parts:
                yield self._xml(target)

    def _related(self, source: str) -> Iterator[tuple[str, str]]:
        """Purpose and name of each part that `source` is related to."""
        folder, name = posixpath.split(source)
        described = posixpath.join(folder, "_rels", f"{name}.rels")
        if source and described.lower() not in self._parts:
            return
        for each in self._xml(described).iterchildren(_RELATIONSHIP):
            if each.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, unquote(each.get("Target") or "")))
                yield (each.get("Type") or "").rpartition("/")[2], target.lstrip("/")

    def _xml(self, name: str) -> _Element:
        part = self._parts[name.lower()]
        self._read += part.file_size
        if self._read > XML_LIMIT:
            raise LargePackageError("Word 文件里的文字和格式超过 40 MB")
        return _parsed(self._packed.read(part))


def _parsed(data: bytes) -> _Element:
    """The root of a part, in the transitional namespaces."""
    plain = data.replace(b"\0", b"")  # UTF-16 as well
    if b"<!DOCTYPE" in plain:
        raise ValueError("parts have no document type (ECMA-376 part 2, 8.3.2)")
    if plain.count(b"<") - plain.count(b"</") + plain.count(b"=") > MARKUP_LIMIT:
        raise LargePackageError("Word 文件里的格式太多")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(data, parser)
    if root.tag.startswith("{http://purl.oclc.org/ooxml/"):
        _make_transitional(root)
    return root


def _make_transitional(root: _Element) -> None:
    """Strict names become the transitional ones of the same meaning (ISO/IEC 29500-4)."""
    names: dict[str, str] = {}
    for element in root.iter():
        element.tag = _transitional(element.tag, names)
        for key, words in element.attrib.items():
            if isinstance(key, str) and key.startswith("{"):
                del element.attrib[key]
                element.set(_transitional(key, names), words)


def _transitional(name: str, names: dict[str, str]) -> str:
    if name not in names:
        names[name] = _STRICT.sub(_TRANSITIONAL, name)
    return names[name]
