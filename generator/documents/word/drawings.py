"""Drawings of a Word file: the text boxes and pictures in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.etree import _Element

from generator.load.wordprocessing import W
from generator.model.transcript import Reason

_PICTURES = {
    "pic": Reason.PICTURE,
    "imagedata": Reason.PICTURE,
    "chart": Reason.CHART,
    "relIds": Reason.CHART,
}
"""Local names of elements that hold a picture; a chart and SmartArt are parts of their own."""


def drawing_parts(
    element: _Element, branch: Callable[[_Element], _Element | None]
) -> Iterator[_Element | str | Reason]:
    """What a drawing holds: the content of text boxes, words of shapes and WordArt, and pictures by their kind.

    `branch` chooses among alternatives.
    """
    for child in element:
        name = child.tag.rpartition("}")[2]
        if child.tag == f"{W}txbxContent":
            yield child
        elif name == "AlternateContent":
            found = branch(child)
            if found is not None:
                yield from drawing_parts(found, branch)
        elif name == "textpath":
            yield child.get("string") or ""
        elif name == "txBody":
            yield "".join(each.text or "" for each in child.iter("{*}t"))
        elif name in _PICTURES:
            yield _PICTURES[name]
        else:
            yield from drawing_parts(child, branch)
