"""The MkDocs plugin `zhibu`, the only importer of mkdocs: it has MkDocs make the prose layer of a site.

`events` answers MkDocs' events, `capture` takes down what it makes; `render` runs it for `zhibu build`, and `splice` makes
single pages again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.plugin.events import ZhibuPlugin

__all__ = ["ZhibuPlugin"]


def __getattr__(name: str) -> type[ZhibuPlugin]:
    """The plugin, by the name under which it is installed; a page that is made alone does without it."""
    if name != "ZhibuPlugin":
        raise AttributeError(name)
    from generator.plugin.events import ZhibuPlugin  # noqa: PLC0415 - MkDocs' commands take their time to load

    return ZhibuPlugin
