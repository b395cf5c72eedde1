"""Typst in the process that asks for a document, each document kept from build to build until anything of it changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.formats.pdf.engine import TypstSource, compile_pdf, free_memory
from generator.output.cache import Cache
from generator.output.hashing import digest, files_in
from generator.output.kept_files import KeptFiles
from generator.settings import Typefaces


class CompiledSheet(NamedTuple):
    """A PDF, and the name under which it is kept."""

    key: str
    data: bytes


@dataclass(frozen=True, slots=True)
class CachedCompiler:
    """Sets sheets in the process that asks, or finds them kept; it can be sent to any process.

    `basis` is a digest of the program and the typefaces.
    """

    faces: Typefaces
    basis: str
    kept: KeptFiles

    @classmethod
    def of(cls, faces: Typefaces, cache: Cache, folder: str) -> CachedCompiler:
        """One that keeps its sheets in this folder of the cache."""
        return cls(faces, digest(cache.version, typefaces_key(faces)), KeptFiles(cache.folder / folder))

    def key(self, source: TypstSource) -> str:
        """The name under which this document is kept."""
        return digest(self.basis, *source_parts(source))

    def compiled(self, source: TypstSource) -> CompiledSheet:
        """The document as PDF; raises PdfError."""
        key = self.key(source)
        data = self.kept.read(key)
        if data is None:
            data = compile_pdf(source, self.faces)
            free_memory(self.faces)
            self.kept.write(key, data)
        return CompiledSheet(key, data)


def typefaces_key(faces: Typefaces) -> str:
    """A digest of the typefaces of a PDF, a unit's own font files included."""
    return digest(repr(faces), *(part for folder in faces.folders for part in files_in(folder)))


def searched_text(source: TypstSource) -> str:
    """Everything that a document says beside the words of its template, for the gate."""
    return "\n".join((source.told, *(markup for _, markup in source.chapters)))


def source_parts(source: TypstSource) -> Iterator[str | bytes]:
    """Everything that a document is made from."""
    yield from (source.template, source.as_of.isoformat(), source.front, source.told)
    yield from (part for chapter in source.chapters for part in chapter)
    for name, picture in source.pictures.items():
        yield name
        yield picture.read_bytes()
