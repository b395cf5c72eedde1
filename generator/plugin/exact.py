"""The Markdown extension that gives `present.exact` its characters back, wherever Markdown has finished some HTML."""

from __future__ import annotations

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

from generator.present.exact import shown

NAME = __name__


class _Shown(Postprocessor):
    def run(self, text: str) -> str:
        return shown(text)


class _Exact(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - as Markdown calls it
        """Come last of all, when stashed code and HTML are in their places."""
        md.postprocessors.register(_Shown(md), "zhibu_exact", -100)


def makeExtension(**_options: object) -> Extension:  # noqa: N802 - as Markdown calls it
    """The extension."""
    return _Exact()
