"""The parts of a 公文 around its clauses: title, addressee, list of attachments, signature and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.documents.outline.written_days import written_day
from generator.model.clause import DocumentPart, Style
from generator.model.text_line import TextLine

_SERIAL = re.compile(r"\S{1,20}[〔\[［(（]\d{4}[〕\]］)）]\s?第?\d{1,5}号$")
_ADDRESSEE = re.compile(r"(?!.*(?:如下|以下|下列))[^。；;]{2,120}[：:]$")
_SUBTITLE = re.compile(r"[（(][^（）()]{1,20}[）)]$")
_ATTACHED = re.compile(r"附\s*件\s*(?P<number>[一二三四五六七八九十\d]{0,3})\s*[：:．.、]?\s*(?P<title>.*)$")
_LISTED = re.compile(r"附\s*件\s*[一二三四五六七八九十\d]{0,3}\s*[：:]")
_ITEM = re.compile(r"(?:附\s*件\s*)?\d{1,2}\s*[.．、：:]?\s*")
_TITLE_LENGTH, _TITLE_LINES = 60, 5
_LETTERHEAD = 5
_SIGNATURE_LENGTH, _SIGNATURE_LINES = 40, 4
_STOPS = re.compile(r"[。；！？;]|[：:，,]$")
_COMPLETE = re.compile(
    r"(?:方案|通知|意见|办法|规定|细则|条例|计划|通报|决定|制度|要点|规则|章程|规程|报告|总结|守则|公约|指南|安排|手册)"
    r"(?:[（(〔][^（）()〔〕]{1,20}[）)〕])?$"
)
_UNTITLED = re.compile(r"[（(【\[|]|抄送|抄报|主题词|印发|责任|牵头|配合")


@dataclass(frozen=True, slots=True)
class Parts:
    """What each line of one document is; `body` are the lines that may belong to clauses."""

    roles: tuple[DocumentPart, ...]
    body: slice
    name: str
    serial: str | None
    title: str | None
    addressee: str | None
    preamble: str | None
    attachments: tuple[str, ...]
    signature: str | None
    date: date | None


def is_complete_title(words: str) -> bool:
    """Whether it ends as titles of documents do: …方案, …办法（试行）."""
    return _COMPLETE.search(words) is not None


def may_be_title(line: TextLine) -> bool:
    """Whether a line may be part of a title: short, no sentence, no number, not 抄送 or the like."""
    if line.is_blank or line.is_numbered or (line.label is not None and line.label.style is Style.WORD):
        return False
    return len(line.bare) <= _TITLE_LENGTH and not _STOPS.search(line.bare) and not _UNTITLED.match(line.bare)


def is_attached(line: TextLine) -> re.Match[str] | None:
    """附件, 附件1, 附件1：清单: the line that opens an attachment, or names one in a list."""
    return _ATTACHED.match(line.bare) if not line.is_numbered else None


def is_listed(line: TextLine) -> bool:
    """Whether a line is 附件：…, the list of attachments before the signature."""
    return _LISTED.match(line.bare) is not None and not line.is_numbered


def parts_of(lines: Sequence[TextLine], name: str) -> Parts:
    """Classify the lines of one document; `name` is 附件1 where it is an attachment."""
    roles = [DocumentPart.BLANK if line.is_blank else DocumentPart.PREAMBLE for line in lines]
    head = _head(lines, roles, name)
    sign = _sign_off(lines, head, roles)
    attachments = _attachment_list(lines, head, sign, roles)
    body_end = next((at for at in range(head, sign) if roles[at] is DocumentPart.ATTACHMENT_LIST), sign)
    first = next((at for at in range(head, body_end) if lines[at].label), body_end)
    roles[first:body_end] = [DocumentPart.CLAUSE] * (body_end - first)
    day = next((lines[at] for at in reversed(range(len(lines))) if roles[at] is DocumentPart.DATE), None)
    return Parts(
        tuple(roles),
        slice(first, body_end),
        name,
        _joined(lines, roles, DocumentPart.SERIAL),
        _title(lines, roles, name),
        (_joined(lines, roles, DocumentPart.ADDRESSEE) or "").rstrip("：:") or None,
        _joined(lines, roles, DocumentPart.PREAMBLE, "\n"),
        attachments,
        _joined(lines, roles, DocumentPart.SIGNATURE, " "),
        written_day(day.bare) if day else None,
    )


def _joined(
    lines: Sequence[TextLine], roles: Sequence[DocumentPart], part: DocumentPart, between: str = ""
) -> str | None:
    words = [line.bare for line, role in zip(lines, roles, strict=True) if role is part]
    return between.join(words) or None


def _title(lines: Sequence[TextLine], roles: Sequence[DocumentPart], name: str) -> str | None:
    """The lines of a title as one; the word 附件1 above an attachment's title is its name, not its title."""
    titled = [line for line, role in zip(lines, roles, strict=True) if role is DocumentPart.TITLE]
    words = [line.bare for line in titled]
    if name and titled:
        found = is_attached(titled[0])
        words[0] = found["title"] if found else words[0]
    return "".join(words) or None


def _head(lines: Sequence[TextLine], roles: list[DocumentPart], name: str) -> int:
    """Classify everything before the preamble; returns where that begins."""
    at = _past_blanks(lines, 0)
    if name and at < len(lines):
        roles[at] = DocumentPart.TITLE
        at = _past_blanks(lines, at + 1)
    at = _mark_serial(lines, roles, at)
    at = _mark_title(lines, roles, at)
    after = _past_blanks(lines, at)
    if after < len(lines) and written_day(lines[after].bare.strip("（）()")):
        roles[after] = DocumentPart.DATE
        at, after = after + 1, _past_blanks(lines, after + 1)
    if after < len(lines) and not lines[after].is_numbered and _ADDRESSEE.match(lines[after].bare) and at > 0:
        roles[after] = DocumentPart.ADDRESSEE
        at = after + 1
    return at


def _mark_serial(lines: Sequence[TextLine], roles: list[DocumentPart], start: int) -> int:
    """The serial, and above it the letterhead (…文件)."""
    seen = [at for at in range(start, min(len(lines), start + _LETTERHEAD)) if not lines[at].is_blank]
    serial = next((at for at in seen if _SERIAL.match(lines[at].bare)), None)
    if serial is None or not all(may_be_title(lines[at]) for at in seen if at < serial):
        return start
    for at in seen:
        if at <= serial:
            roles[at] = DocumentPart.SERIAL if at == serial else DocumentPart.LETTERHEAD
    return _past_blanks(lines, serial + 1)


def _mark_title(lines: Sequence[TextLine], roles: list[DocumentPart], at: int) -> int:
    start = at
    while at < min(len(lines), start + _TITLE_LINES) and may_be_title(lines[at]):
        if written_day(lines[at].bare):
            break
        roles[at] = DocumentPart.TITLE
        at += 1
        if is_complete_title("".join(line.bare for line in lines[start:at])):
            break
    if start < at < len(lines) and _SUBTITLE.match(lines[at].bare) and not lines[at].is_numbered:
        roles[at] = DocumentPart.DATE if written_day(lines[at].bare.strip("（）()")) else DocumentPart.TITLE
        at += 1
    return at


def _past_blanks(lines: Sequence[TextLine], at: int) -> int:
    while at < len(lines) and lines[at].is_blank:
        at += 1
    return at


def _sign_off(lines: Sequence[TextLine], head: int, roles: list[DocumentPart]) -> int:
    """Classify signature, date and what follows; returns where they begin."""
    dated = None
    for at in reversed(range(head, len(lines))):
        if lines[at].is_numbered:
            break
        if written_day(lines[at].bare):
            dated = at
            break
    if dated is None:
        return len(lines)
    roles[dated] = DocumentPart.DATE
    for at in range(dated + 1, len(lines)):
        roles[at] = DocumentPart.BLANK if lines[at].is_blank else DocumentPart.TAIL
    return _signature(lines, head, dated, roles)


def _signature(lines: Sequence[TextLine], head: int, dated: int, roles: list[DocumentPart]) -> int:
    start, at, signed = dated, dated - 1, 0
    while at >= head and signed < _SIGNATURE_LINES and (lines[at].is_blank or _signs(lines[at])):
        if not lines[at].is_blank:
            start, signed = at, signed + 1
            roles[at] = DocumentPart.SIGNATURE
        elif signed:
            break
        at -= 1
    return start


def _signs(line: TextLine) -> bool:
    """Whether a line may be the name of an organisation."""
    if line.label is not None or is_listed(line) or len(line.bare) > _SIGNATURE_LENGTH:
        return False
    return may_be_title(line)


def _attachment_list(lines: Sequence[TextLine], head: int, sign: int, roles: list[DocumentPart]) -> tuple[str, ...]:
    start = next((at for at in range(head, sign) if is_listed(lines[at])), None)
    if start is None:
        return ()
    end = start
    while end < sign and (end == start or _goes_on(lines[end])):
        roles[end] = DocumentPart.ATTACHMENT_LIST
        end += 1
    if any(not line.is_blank for line in lines[end:sign]):
        roles[start:end] = [DocumentPart.PREAMBLE] * (end - start)
        return ()
    return tuple(_names(lines[start:end]))


def _goes_on(line: TextLine) -> bool:
    return is_listed(line) or (line.label is not None and line.label.style is Style.DIGIT)


def _names(lines: Sequence[TextLine]) -> Iterator[str]:
    for line in lines:
        name = _ITEM.sub("", _LISTED.sub("", line.bare).strip(), count=1).strip()
        if name:
            yield name
