"""The jinja2 environment: autoescape is on, and an undefined name is an error."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from generator.present.kit.exact import plain

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1]),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,  # templates do not change while the program runs
    cache_size=-1,  # there are some fifty: none is ever evicted
)

_ENVIRONMENT.filters["plain"] = plain
"""For templates that make Markdown."""


def render(name: str, /, **context: object) -> str:
    """The HTML of `<name>.html.j2` in the feature's folder; every string of the context that is not Markup is escaped."""
    return _ENVIRONMENT.get_template(f"{name}.html.j2").render(context)


def keep_compiled(folder: Path) -> None:
    """Keep templates compiled in a folder that nobody else may write to: to compile all takes a quarter of a second.

    They are known there by their source alone, so the folder has to be of this version of the program and its packages.
    """
    _ENVIRONMENT.bytecode_cache = _Compiled(str(folder))


class _Compiled(FileSystemBytecodeCache):
    def dump_bytecode(self, bucket: Bucket) -> None:
        """Save work where that is possible: the folder may be gone, or the disk full."""
        with suppress(OSError):
            super().dump_bytecode(bucket)
