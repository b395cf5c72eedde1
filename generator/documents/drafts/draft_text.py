"""Words of a document as they stand in a draft: as values of YAML, and as short names."""

from __future__ import annotations

import json
import re

from generator.model.clause import UNNUMBERED_STYLES, Clause

_PLAIN = re.compile(r"[\w（）“”《》、，。·/-][\w（）“”《》、，。·/ -]*(?<! )")
_WORDLIKE = re.compile(r"[^\x00-\x7f]")
_FIRST_PART = re.compile(r"(?:“[^”]*”|《[^》]*》|[^，；])+")
"""Up to the first comma that is not in quotation marks."""

_NAME_LENGTH = 30


def draft_scalar(words: str) -> str:
    """Unquoted where the fast reader accepts it, else in JSON's double quotes, which YAML reads the same."""
    plain = _PLAIN.fullmatch(words) is not None and _WORDLIKE.search(words) is not None
    return words if plain else json.dumps(words, ensure_ascii=False)


def first_line(clause: Clause) -> str:
    """The first paragraph; where the label is a word or a heading it belongs to it."""
    label = clause.label if clause.style in UNNUMBERED_STYLES else ""
    return f"{label}{clause.text.partition(chr(10))[0]}".strip()


def short_name(words: str) -> str:
    """The first sentence if it is short, else its text up to the first comma."""
    heading = words.partition("\n")[0].partition("。")[0].strip()
    if len(heading) <= _NAME_LENGTH:
        return heading
    found = _FIRST_PART.match(heading)
    return found[0].strip() if found else heading
