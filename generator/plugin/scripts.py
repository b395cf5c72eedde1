"""Scripts of the theme that are written in parts and published as one file each, without their comments.

A file that is loaded by whoever searches on a phone is asked for once and is a quarter shorter.  A script names its parts
in order, a line each: `/* @part "query.js" */`; nothing else stands in it.
"""

from __future__ import annotations

import posixpath
import re

from mkdocs.structure.files import File, Files

_PARTS = re.compile(r'^/\* @part "([^"]+)" \*/$', re.MULTILINE)
_COMMENT = re.compile(r"^\s*/\*.*?\*/\n?", re.DOTALL | re.MULTILINE)
_AFTER_CODE = re.compile(r"(?<=[;,{]) // .*$", re.MULTILINE)
_INDENT = re.compile(r"^\s+", re.MULTILINE)
_LINE_END = re.compile(r"(?<=[;,{(])\n|\n(?=[)}])")


def join_scripts(files: Files, theme: str) -> None:
    """Put the parts in place of their names in the scripts of the folder `theme`, and keep them from being copied."""
    for file in [file for file in files.javascript_files() if file.src_dir == theme]:
        names = _PARTS.findall(file.content_string)
        parts = [_named(files, file, name) for name in names]
        if parts:
            file.content_bytes = "".join(without_comments(part.content_string) for part in parts).encode()
        for part in parts:
            files.remove(part)


def without_comments(script: str) -> str:
    """A script of ours without comments, indents, and line ends that mean nothing.

    Comments begin a line, or stand behind `//` after a mark; no text goes over several lines.
    """
    return _LINE_END.sub("", _INDENT.sub("", _AFTER_CODE.sub("", _COMMENT.sub("", script))))


def _named(files: Files, file: File, name: str) -> File:
    path = posixpath.join(posixpath.dirname(file.src_uri), name)
    part = files.get_file_from_path(path)
    assert part is not None, f"{file.src_uri} names {path}, which the theme does not have"
    return part
