"""Stylesheets of the theme: written in parts, by feature, and published as one file each.

A stylesheet names its parts in cascade order, a line each: `@import "pages/matrix.css";`.  A browser would fetch every
part in a request of its own, one after the other; so the parts are inlined, as CSS bundlers do.
"""

from __future__ import annotations

import posixpath
import re

from mkdocs.structure.files import File, Files

_IMPORTS = re.compile(r'(?:^@import "[^"]+";\n)+', re.MULTILINE)
_PATH = re.compile(r'"([^"]+)"')


def inline_imports(files: Files, theme: str) -> None:
    """Put parts in place of the imports in the stylesheets of the folder `theme`, and keep the parts from being copied."""
    for file in [file for file in files.css_files() if file.src_dir == theme]:
        text = file.content_string
        parts = {name: _part(files, file, name) for run in _IMPORTS.findall(text) for name in _PATH.findall(run)}
        if parts:
            file.content_bytes = _inlined(text, {name: part.content_string for name, part in parts.items()}).encode()
        for part in parts.values():
            files.remove(part)


def _inlined(text: str, parts: dict[str, str]) -> str:
    return _IMPORTS.sub(lambda run: "\n".join(parts[name] for name in _PATH.findall(run[0])), text)


def _part(files: Files, file: File, name: str) -> File:
    path = posixpath.join(posixpath.dirname(file.src_uri), name)
    part = files.get_file_from_path(path)
    assert part is not None, f"{file.src_uri} imports {path}, which the theme does not have"
    return part
