"""Parses a chapter's HTML and removes what is for the screen only."""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement

from generator.formats.pdf.elements import SCREEN_ONLY, SCREEN_ONLY_CLASSES, classes

_PARSER = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)


def parse_chapter(source: str) -> HtmlElement:
    """The fragment as a tree: without navigation, controls and hidden parts, check boxes and code simplified.

    A task of a task list keeps its state in `data-task` (`1` done, `0` open).
    """
    root = html.fragment_fromstring(source, create_parent="div", parser=_PARSER)
    _keep_tasks(root)
    _drop_controls(root)
    _keep_fallbacks(root)
    _flatten_code(root)
    return root


def take_footnotes(root: HtmlElement) -> dict[str, HtmlElement]:
    """Remove the list of footnotes at the end of the chapter; returns them by id, to be set at the foot of the page."""
    notes: dict[str, HtmlElement] = {}
    for area in [element for element in root.iter("div") if "footnote" in classes(element)]:
        notes |= {note.get("id") or "": note for note in area.iter("li") if note.get("id")}
        area.drop_tree()
    return notes


def take_title(root: HtmlElement) -> HtmlElement | None:
    """Remove and return the chapter's own heading (`h1`)."""
    title = next(root.iter("h1"), None)
    if title is not None:
        title.drop_tree()
    return title


def _keep_tasks(root: HtmlElement) -> None:
    for item in root.iter("li"):
        if "task-list-item" not in classes(item):
            continue
        box = next(item.iter("input"), None)
        if box is None:
            continue
        item.set("data-task", "0" if box.get("checked") is None else "1")
        label = box.getparent()
        if label is not None and label.tag == "label" and "task-list-control" in classes(label):
            label.drop_tag()


def _drop_controls(root: HtmlElement) -> None:
    for element in [found for found in root.iterdescendants() if _is_screen_only(found)]:
        if element.getparent() is not None:
            element.drop_tree()


def _keep_fallbacks(root: HtmlElement) -> None:
    """Of a picture in several sizes the `img` alone; to a parser of HTML 4 it is a child of the `source` before it."""
    for element in [*root.iter("picture", "source")]:
        element.drop_tag()


def _is_screen_only(element: HtmlElement) -> bool:
    if element.tag == "label":
        return element.get("for") is not None or element.find(".//input") is not None
    if element.tag == "svg":
        return bool(element.get("aria-hidden") == "true")
    return (
        element.tag in SCREEN_ONLY or element.get("hidden") is not None or bool(classes(element) & SCREEN_ONLY_CLASSES)
    )


def _flatten_code(root: HtmlElement) -> None:
    for block in list(root.iter("pre")):
        code = block.text_content()
        for child in list(block):
            block.remove(child)
        block.text = code
