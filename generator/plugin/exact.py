"""Our Markdown extension: it gives `present.exact` its characters back, and aligns tables without a style attribute."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from generator.present.kit.exact import restored

NAME = __name__
_ALIGNED = {"text-align: left;": "zb-left", "text-align: center;": "zb-center", "text-align: right;": "zb-right"}


class _Shown(Postprocessor):
    def run(self, text: str) -> str:
        return restored(text)


class _Aligned(Treeprocessor):
    def run(self, root: Element) -> None:
        for cell in root.iter():
            if cell.tag in {"th", "td"} and (side := _ALIGNED.get(cell.get("style", ""))):
                del cell.attrib["style"]
                cell.set("class", side)


class _Exact(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - as Markdown calls it
        """Come last of all, when stashed code and HTML are in their places."""
        md.treeprocessors.register(_Aligned(md), "zhibu_aligned", -100)
        md.postprocessors.register(_Shown(md), "zhibu_exact", -100)


def makeExtension(**_options: object) -> Extension:  # noqa: N802 - as Markdown calls it
    """The extension."""
    return _Exact()
