"""Sheets set by Typst, each kept from build to build until what it says or how it is set changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.build.executors import run_in_subprocess
from generator.build.hashing import digest, files_in
from generator.formats.pdf.engine import TypstSource, compile_each
from generator.output.cache import Cache
from generator.output.kept_files import KeptFiles
from generator.settings import Typefaces


def set_sheets(sources: Mapping[str, TypstSource], faces: Typefaces, cache: Cache) -> Iterator[tuple[str, bytes]]:
    """The documents as PDF, by their addresses; what is kept already is not set again."""
    kept = KeptFiles(cache.folder / "sheets")
    fonts = typefaces_key(faces)
    keys = {name: digest(cache.version, fonts, _told(name, source)) for name, source in sources.items()}
    found = {name: kept.read(key) for name, key in keys.items()}
    missing = [name for name, data in found.items() if data is None]
    if missing:
        # Typst keeps 200 MB
        made = run_in_subprocess(compile_each, [sources[name] for name in missing], faces)
        for name, data in zip(missing, made, strict=True):
            kept.write(keys[name], data)
            found[name] = data
    kept.tidy()
    yield from ((name, data) for name, data in found.items() if data is not None)


def sheets_key(sources: Mapping[str, TypstSource], faces: Typefaces) -> str:
    """A digest of what these documents say, and in which typefaces."""
    return digest(typefaces_key(faces), *(_told(name, source) for name, source in sources.items()))


def typefaces_key(faces: Typefaces) -> str:
    """A digest of the typefaces of a PDF, a unit's own font files included."""
    return digest(repr(faces), *(part for folder in faces.folders for part in files_in(folder)))


def _told(name: str, source: TypstSource) -> str:
    return f"{name} {source!r}"
