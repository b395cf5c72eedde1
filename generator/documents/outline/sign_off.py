"""The end of a document: signature, date, 附注, 版记 (GB/T 9704-2012, 7.3.6 to 7.4)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator.documents.outline.line_kinds import is_copy_line, is_organisation, may_be_title
from generator.documents.outline.written_days import day_alone
from generator.model.clause import DocumentPart
from generator.model.text_line import TextLine

_SIGNATURE_LENGTH, _SIGNATURE_LINES = 40, 4
_LAST_DAY = re.compile(
    r"(?:(?:\d{4}|[零〇○O0一二三四五六七八九]{4})\s{0,3}年[^年]{2,16}日|\d{4}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2})$"
)


class SignOff(NamedTuple):
    """Where the end of a document begins, the parts of its lines, and what they say."""

    start: int
    roles: Mapping[int, DocumentPart]
    signature: str | None
    date: date | None


class DatedLine(NamedTuple):
    """A line that ends with a date, and the name before it, which may be empty."""

    who: str
    day: date


def dated(line: TextLine) -> DatedLine | None:
    """A line that is a date, alone or behind the name of an organisation: 党委组织部　2024年3月5日."""
    if line.label is not None or len(line.bare) > 2 * _SIGNATURE_LENGTH:
        return None
    found = _LAST_DAY.search(line.bare)
    day = day_alone(found[0]) if found else None
    if found is None or day is None:
        return None
    who = line.bare[: found.start()].strip()
    return DatedLine(who, day) if not who or is_organisation(replace(line, bare=who)) else None


def sign_off_of(
    lines: Sequence[TextLine], head: int, outside: Mapping[int, DocumentPart], listed: Collection[int]
) -> SignOff:
    """Find signature and date behind the last numbered line; `listed` are the lines of lists of attachments."""
    zone = _zone(lines, head, listed)
    imprint = next((at for at in zone if outside.get(at) is DocumentPart.TAIL), len(lines))
    days = [at for at in zone if at not in outside and at not in listed and dated(lines[at])]
    at = next((each for each in reversed(days) if each < imprint), None)
    if at is None:
        return _undated(lines, zone, outside)
    signed, start = _signature(lines, head, at, listed)
    roles = dict.fromkeys(signed, DocumentPart.SIGNATURE) | {at: DocumentPart.DATE}
    roles |= _behind(lines, at + 1, outside)
    found = dated(lines[at])
    who = [found.who] if found and found.who else []
    names = [lines[each].bare for each in signed] + who
    if who:
        roles[at] = DocumentPart.SIGNATURE
    return SignOff(start, roles, " ".join(names) or None, found.day if found else None)


def _zone(lines: Sequence[TextLine], head: int, listed: Collection[int]) -> range:
    """The lines behind the last numbered one; numbers in a list of attachments do not count."""
    for at in range(len(lines) - 1, head - 1, -1):
        if lines[at].is_numbered and at not in listed:
            return range(at + 1, len(lines))
    return range(head, len(lines))


def _signature(lines: Sequence[TextLine], head: int, day: int, listed: Collection[int]) -> tuple[Sequence[int], int]:
    """The lines of the signature above a date, and where it begins; several organisations may stand in several blocks."""
    signed: list[int] = []
    at = day - 1
    while at >= head and len(signed) < _SIGNATURE_LINES and at not in listed:
        line = lines[at]
        if not line.is_blank and not _may_sign(line, after_blank=bool(signed) and lines[at + 1].is_blank):
            break
        if not line.is_blank:
            signed.insert(0, at)
        at -= 1
    return signed, signed[0] if signed else day


def _may_sign(line: TextLine, *, after_blank: bool) -> bool:
    if line.label is not None or len(line.bare) > _SIGNATURE_LENGTH or "：" in line.bare or ":" in line.bare:
        return False
    return is_organisation(line) if after_blank else may_be_title(line)


def _behind(lines: Sequence[TextLine], start: int, outside: Mapping[int, DocumentPart]) -> dict[int, DocumentPart]:
    """The parts of the lines behind the date."""
    return {
        at: DocumentPart.BLANK if lines[at].is_blank else DocumentPart.TAIL
        for at in range(start, len(lines))
        if at not in outside
    }


def _undated(lines: Sequence[TextLine], zone: range, outside: Mapping[int, DocumentPart]) -> SignOff:
    """Without a date: the name of an organisation that stands alone at the end, and 版记."""
    ends = next((at for at in zone if outside.get(at) is DocumentPart.TAIL), len(lines))
    last = _last_words(lines, zone, ends)
    while last in zone and is_copy_line(lines[last]):
        ends, last = last, _last_words(lines, zone, last)
    roles = _behind(lines, ends, outside)
    above = _last_words(lines, zone, last)
    opened = above >= 0 and lines[above].bare.endswith(("：", ":"))
    if last not in zone[1:] or not lines[last - 1].is_blank or not is_organisation(lines[last]) or opened:
        return SignOff(ends, roles, None, None)
    return SignOff(last, roles | {last: DocumentPart.SIGNATURE}, lines[last].bare, None)


def _last_words(lines: Sequence[TextLine], zone: range, end: int) -> int:
    """The last line before `end` that is not blank."""
    return next((at for at in range(end - 1, zone.start - 1, -1) if not lines[at].is_blank), -1)
