"""What the old form fields of a Word file show: boxes to tick and drop-down lists, whose results are no text."""

from __future__ import annotations

from lxml.etree import _Element

from generator.load.wordprocessing import VAL, W, setting, switch, whole


def form_value(element: _Element) -> str | None:
    """What the form field that begins with this `w:fldChar` shows (ECMA-376 17.16.7, 17.16.9); None for other fields."""
    data = element.find(f"{W}ffData")
    if data is None:
        return None
    box, choices = data.find(f"{W}checkBox"), data.find(f"{W}ddList")
    if box is not None:
        ticked = switch(box, "checked")
        return "☒" if (switch(box, "default") if ticked is None else ticked) else "□"
    if choices is None:
        return None
    entries = [each.get(VAL) or "" for each in choices.iterchildren(f"{W}listEntry")]
    at = whole(setting(choices, "result") or setting(choices, "default"), 0)
    return entries[at] if at < len(entries) else ""
