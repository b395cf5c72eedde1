"""One value of a YAML file replaced, and nothing else: comments, order and spacing stay as a person wrote them."""

from __future__ import annotations

import re


def set_top_level(text: str, key: str, value: str) -> str | None:
    """The text with `key: value` on the top level, in the line where it stands, else in a line of its own at the end.

    None where the file is not written as a block mapping with the key on one line: a person has to change it.
    """
    line = re.compile(
        rf"^(?P<key>{re.escape(key)}|[\"']{re.escape(key)}[\"'])(?P<gap>[ \t]*:[ \t]+)(?P<value>[^\s#]+)", re.MULTILINE
    )
    found = list(line.finditer(text))
    if len(found) == 1:
        start, end = found[0].span("value")
        return f"{text[:start]}{value}{text[end:]}"
    if found or not re.search(r"^[^\s#\-{\[\"'][^\n]*:", text, re.MULTILINE) or key in text:
        return None
    return f"{text}{'' if text.endswith(chr(10)) else chr(10)}{key}: {value}\n"
