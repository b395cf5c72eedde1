"""附件说明: the list of attachments of a document, in the forms in which it is written (GB/T 9704-2012, 7.3.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.documents.outline.line_kinds import (
    attachment_heading,
    is_complete_form,
    is_listed,
    is_organisation,
    listed_name,
)
from generator.model.clause import Style
from generator.model.numerals import number
from generator.model.text_line import TextLine

_MARK = r"(?:[.．、：:](?!\d)|[.．、](?=(?:19|20)\d\d))"
_ITEM = re.compile(rf"\s*(?P<number>\d{{1,2}})\s?{_MARK}\s*")
_INLINE = re.compile(rf"(?<=[\s；;，])\d{{1,2}}\s?{_MARK}\s*")
_ALONE = re.compile(r"附\s{0,4}件")
_STYLES = frozenset({Style.DIGIT, Style.DIGIT_BRACKETED, Style.HAN})
_PAIRS = (("（", "）"), ("《", "》"), ("(", ")"), ("“", "”"))
_WRAP_LENGTH = 60
_APART = 4
"""Lines within which the signature follows a list, blank ones included."""

_INDENT = re.compile(r"[ \t]{4,}|[\u3000\u00a0]{2,}")


class AttachmentList(NamedTuple):
    """The lines from `start` to `end` that name attachments, and the names."""

    start: int
    end: int
    names: tuple[str, ...]


def attachment_lists(lines: Sequence[TextLine]) -> Iterator[AttachmentList]:
    """Every run of lines that is written like a list of attachments, blank lines within it included."""
    at = 0
    while at < len(lines):
        found = _list_at(lines, at) if is_listed(lines[at]) else _below_heading(lines, at)
        if found is not None:
            yield found
        at = found.end if found is not None else at + 1


def _below_heading(lines: Sequence[TextLine], at: int) -> AttachmentList | None:
    """The list below 附件 alone, 1.…表 2.…手册, above a signature; else these are the items of an attachment."""
    if not _ALONE.fullmatch(lines[at].bare):
        return None
    label = next((line.label for line in lines[at + 1 : at + 3] if not line.is_blank), None)
    if label is None or (label.style, label.number) != (Style.DIGIT, 1):
        return None
    found = _list_at(lines, at)
    behind = next((line for line in lines[found.end : found.end + _APART] if not line.is_blank), None)
    signed = behind is not None and is_organisation(behind)
    return found if signed and all(is_complete_form(name) for name in found.names) else None


def _list_at(lines: Sequence[TextLine], start: int) -> AttachmentList:
    items = ["" if _ALONE.fullmatch(lines[start].bare) else lines[start].bare]
    reached, end = _number_of(lines[start]) if items[0] else 0, start + 1
    for at in range(start + 1, len(lines)):
        line = lines[at]
        if line.is_blank:
            continue
        if _is_next(line, reached):
            items.append(line.bare)
            reached += 1
        elif _runs_on(items[-1], line, lines[at + 1 : at + 3], reached, apart=at > end):
            items[-1] += line.bare
            reached = max(reached, 1)
        else:
            break
        end = at + 1
    return AttachmentList(start, end, tuple(name for item in items for name in _names(item)))


def _number_of(line: TextLine) -> int:
    """The number that a line of the list has reached; 0 for 附件： alone."""
    found = attachment_heading(line)
    inline = _ITEM.match(listed_name(line.bare))
    if inline:
        behind = [int(each) for each in re.findall(rf"(?<=[\s；;，])(\d{{1,2}})\s?{_MARK}", listed_name(line.bare))]
        return max([int(inline["number"]), *behind])
    if found and found["number"]:
        return number(found["number"].split("-")[0]) or 0
    return 1 if listed_name(line.bare) else 0


def _is_next(line: TextLine, reached: int) -> bool:
    """Whether a line is the next of the list: 2.…, or 附件2：…."""
    if is_listed(line):
        found = attachment_heading(line)
        return (
            found is not None and bool(listed_name(line.bare)) and (number(found["number"] or "") or 0) == reached + 1
        )
    if line.label is None or line.label.style not in _STYLES or line.closes:
        return False
    return line.label.number == reached + 1


def _runs_on(item: str, line: TextLine, following: Sequence[TextLine], reached: int, *, apart: bool) -> bool:
    """Whether a line is the rest of a name: a bracket is open, the next item follows, or it is indented."""
    if line.label is not None or line.closes or len(line.bare) > _WRAP_LENGTH:
        return False
    if any(item.count(left) > item.count(right) for left, right in _PAIRS):
        return True
    if not listed_name(item):
        return reached == 0 and not is_organisation(line)
    if apart or is_organisation(line) or line.bare.endswith(("：", ":")):
        return False
    return _INDENT.match(line.text) is not None or any(_is_next(each, reached) for each in following)


def _names(item: str) -> Iterator[str]:
    """The names in a line, without their numbers."""
    words = listed_name(item)
    parts = _INLINE.split(words) if _ITEM.match(words) else [words]
    for part in parts:
        name = _ITEM.sub("", part, count=1).strip().rstrip("；;，")
        if name:
            yield name.strip()
