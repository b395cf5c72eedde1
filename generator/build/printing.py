"""Sheets set by Typst, each kept from build to build until what it says or how it is set changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.build.cached_compiler import CachedCompiler, source_parts, typefaces_key
from generator.build.executors import run_in_subprocess
from generator.formats.pdf.engine import TypstSource, compile_each
from generator.output.cache import Cache
from generator.output.hashing import digest
from generator.settings import Typefaces


def set_sheets(
    sources: Mapping[str, TypstSource], faces: Typefaces, cache: Cache, folder: str
) -> Iterator[tuple[str, bytes]]:
    """The documents as PDF, by their addresses; what is kept already, in that `folder` of the cache, is not set again."""
    compiler = CachedCompiler.of(faces, cache, folder)
    keys = {name: compiler.key(source) for name, source in sources.items()}
    found = {name: compiler.kept.read(key) for name, key in keys.items()}
    missing = [name for name, data in found.items() if data is None]
    if missing:
        # what Typst has allocated is given back when its process ends
        made = run_in_subprocess(compile_each, [sources[name] for name in missing], faces)
        for name, data in zip(missing, made, strict=True):
            compiler.kept.write(keys[name], data)
            found[name] = data
    compiler.kept.tidy()
    yield from ((name, data) for name, data in found.items() if data is not None)


def sheets_key(sources: Mapping[str, TypstSource], faces: Typefaces) -> str:
    """A digest of what these documents say, and in which typefaces."""
    return digest(
        typefaces_key(faces), *(part for name, source in sources.items() for part in (name, *source_parts(source)))
    )
