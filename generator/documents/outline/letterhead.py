"""The head of a document: 版头, serial, title, adoption (GB/T 9704-2012, 7.2 to 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.documents.outline.head_elements import elements_of
from generator.documents.outline.line_kinds import (
    attachment_heading,
    is_complete_form,
    is_complete_title,
    may_be_title,
    may_run_on,
)
from generator.documents.outline.written_days import day_alone
from generator.model.clause import DocumentPart
from generator.model.text_line import TextLine

_LETTERHEAD = re.compile(r"(?:文\s{0,8}件|委员会|党委|大学|学院|组织部|办公室)(?:[（(]\S{1,8}[）)])?$")
_SUBTITLE = re.compile(r"[（(〔【][^（）()〔〕【】]{1,20}[）)〕】]$")
_EDITION = re.compile(r"试行|暂行|草案|稿|修订|修正|版|代拟")
_ADOPTED = re.compile(r"通过|修订|修正|印发|发布|公布|施行|批准|审定|制定")
_DAY = re.compile(r"(?P<since>自\s?)?(?:\d{4}|[二一][〇○零O0一二三四五六七八九]{3})\s?年[^年（）()]{2,12}?日")
_SIGNER_NAME = re.compile(r"\s{2,60}[\u4e00-\u9fff·]{1,4}(?:\s{0,4}[\u4e00-\u9fff·]{1,4})?\s*")
_TITLE_LINES, _TITLE_ROWS, _TITLE_LENGTH = 5, 8, 240
_NOTE_LINES, _HEAD_LINES = 4, 24
_RUNS_ON = re.compile(r"(?:[和及与暨的]|以及|并)")
_SENTENCE = re.compile(r"(?:为|现将|根据|按照|遵照|经|自|近日|目前|兹)")


@dataclass(slots=True)
class DocumentHead:
    """The parts of the lines before the preamble, and what they say; `end` is where the preamble begins."""

    end: int
    roles: dict[int, DocumentPart] = field(default_factory=dict)
    title: str | None = None
    adopted: date | None = None
    elements: dict[str, str] = field(default_factory=dict)

    def put(self, part: DocumentPart, places: Sequence[int]) -> None:
        """These lines are this part; the head ends behind them."""
        self.roles.update(dict.fromkeys(places, part))
        self.end = max([self.end, *(at + 1 for at in places)])

    def take(self, at: int, said: Mapping[str, str]) -> None:
        """A line of 版头 and what it says; a later line with more names of 签发人 replaces the one above."""
        self.elements |= {name: " ".join(words.split()) for name, words in said.items() if name}
        self.put(DocumentPart.SERIAL if "serial" in said else DocumentPart.LETTERHEAD, [at])


def head_of(lines: Sequence[TextLine], name: str) -> DocumentHead:
    """The head of a document; `name` is 附件1 where it is an attachment."""
    head = DocumentHead(0)
    start = _past_blanks(lines, 0)
    own = ""
    if name and start < len(lines):
        heading = attachment_heading(lines[start])
        own = heading["title"] if heading else ""
        head.put(DocumentPart.TITLE, [start])
        start = _past_blanks(lines, start + 1)
    rows = list(_rows(lines, start))
    said = _said(lines, rows)
    title = _title_rows(lines, rows, said, form=bool(name)) if not own or _goes_on(lines, rows, own) else ()
    head.title = own + "".join(lines[at].bare for at in title) or None
    _take_above(rows, title, said, head)
    head.put(DocumentPart.TITLE, title)
    _take_notes(lines, head)
    return head


def _past_blanks(lines: Sequence[TextLine], at: int) -> int:
    while at < len(lines) and lines[at].is_blank:
        at += 1
    return at


def _rows(lines: Sequence[TextLine], start: int) -> Iterator[int]:
    """The lines that may be 版头 or title: up to the first that is neither."""
    count, at = 0, start
    while at < len(lines) and count < _HEAD_LINES:
        line = lines[at]
        if not line.is_blank:
            if not (elements_of(line) or may_be_title(line) or may_run_on(line)) or day_alone(line.bare):
                return
            count += 1
            yield at
        at += 1


def _said(lines: Sequence[TextLine], rows: Sequence[int]) -> dict[int, dict[str, str]]:
    """What each line of 版头 says; a second 签发人 stands below the first."""
    said: dict[int, dict[str, str]] = {}
    for at in rows:
        found = elements_of(lines[at])
        if not found and "approver" in said.get(at - 1, {}) and _SIGNER_NAME.fullmatch(lines[at].text):
            found = {"approver": f"{said[at - 1]['approver']} {lines[at].bare}"}
        if found:
            said[at] = found
    return said


def _title_rows(
    lines: Sequence[TextLine], rows: Sequence[int], said: Mapping[int, Mapping[str, str]], *, form: bool
) -> Sequence[int]:
    """The lines of the title: below the serial, above it where nothing below is complete, or the first that may be one."""
    plain = [at for at in rows if at not in said]
    serial = next((at for at in rows if "serial" in said.get(at, {})), None)
    if serial is None:
        return _run(lines, _below_letterhead(lines, plain, rows), form=form)
    above = _run(lines, _below_letterhead(lines, [at for at in plain if at < serial], rows), form=form)
    below = _run(lines, [at for at in plain if at > serial], form=form)
    if above and is_complete_title(_joined(lines, above)) and not is_complete_title(_joined(lines, below)):
        return above
    if above and below and "关于" in _joined(lines, above) and is_complete_title(_joined(lines, above)):
        return above
    return below or [at for at in above if not _LETTERHEAD.search(lines[at].bare)]


def _below_letterhead(lines: Sequence[TextLine], plain: Sequence[int], rows: Sequence[int]) -> Sequence[int]:
    """The lines below …文件 and below what else stands in 版头."""
    elements = [at for at in rows if at not in plain]
    for place, at in enumerate(plain[1:], 1):
        beyond = any(plain[place - 1] < each < at for each in elements) and not is_complete_title(
            lines[plain[place - 1]].bare
        )
        if beyond or lines[plain[place - 1]].bare.endswith("文件"):
            return _below_letterhead(lines, plain[place:], rows)
    return plain


def _joined(lines: Sequence[TextLine], places: Sequence[int]) -> str:
    return "".join(lines[at].bare for at in places)


def _run(lines: Sequence[TextLine], places: Sequence[int], *, form: bool) -> Sequence[int]:
    """The lines from the first on that are one title: up to where it is complete, else those without a blank between."""
    complete = _complete_run(lines, places, form=form)
    if complete:
        return complete
    end = 0
    while end < min(len(places), _TITLE_LINES) and may_be_title(lines[places[end]]) and places[end] == places[0] + end:
        end += 1
    return places[:end]


def _complete_run(lines: Sequence[TextLine], places: Sequence[int], *, form: bool) -> Sequence[int]:
    is_complete = is_complete_form if form else is_complete_title
    joined = ""
    for count, at in enumerate(places[:_TITLE_ROWS], 1):
        apart = count > 1 and at > places[count - 2] + 1
        if apart and (form or lines[at].label is not None):
            return ()
        joined += lines[at].bare
        if len(joined) > _TITLE_LENGTH or ("，" in joined and _SENTENCE.match(joined)):
            return ()
        if is_complete(joined) and not _continues(lines, places, count):
            return places[:count]
    return ()


def _continues(lines: Sequence[TextLine], places: Sequence[int], count: int) -> bool:
    """Whether the next line without a blank between goes on: 和…, 的通知."""
    if count == len(places) or places[count] != places[count - 1] + 1:
        return False
    return _RUNS_ON.match(lines[places[count]].bare) is not None


def _goes_on(lines: Sequence[TextLine], rows: Sequence[int], own: str) -> bool:
    """Whether the title that stands behind 附件1： runs on in the next line."""
    if not rows or is_complete_form(own):
        return False
    return is_complete_form(own + lines[rows[0]].bare)


def _take_above(
    rows: Sequence[int], title: Sequence[int], said: Mapping[int, Mapping[str, str]], head: DocumentHead
) -> None:
    """版头: what stands above the title, or all of it where there is no title."""
    last = title[-1] if title else max(said, default=-1)
    for at in rows:
        if at not in title and at < last + (not title):
            head.take(at, said.get(at, {}))


def _take_notes(lines: Sequence[TextLine], head: DocumentHead) -> None:
    """What may stand between title and addressee: subtitle, date, adoption, serial, the title once more."""
    while (at := _past_blanks(lines, head.end)) < len(lines) and not lines[at].is_numbered:
        line = lines[at]
        note = _note(lines, at)
        day = _adopted("".join(lines[each].bare for each in note)) if note else day_alone(line.bare)
        said = elements_of(line) if head.roles else None
        if day is not None:
            head.adopted = day
            head.put(DocumentPart.DATE, note or [at])
        elif said:
            head.take(at, said)
        elif line.bare == head.title or (head.title and _subtitle(line, apart=at > head.end)):
            head.title += line.bare if line.bare != head.title else ""
            head.put(DocumentPart.TITLE, [at])
        else:
            return


def _subtitle(line: TextLine, *, apart: bool) -> bool:
    if apart:
        return _SUBTITLE.match(line.bare) is not None and _EDITION.search(line.bare) is not None
    return _SUBTITLE.match(line.bare) is not None or (line.bare.startswith("——") and may_be_title(line))


def _note(lines: Sequence[TextLine], start: int) -> Sequence[int]:
    """The lines of a note in brackets (题注) below the title; none where they do not tell of an adoption or a day."""
    if not lines[start].bare.startswith(("（", "(")) or lines[start].label is not None:
        return ()
    for at in range(start, min(start + _NOTE_LINES, len(lines))):
        if lines[at].bare.endswith(("）", ")")):
            return range(start, at + 1)
    return ()


def _adopted(words: str) -> date | None:
    """The last day of a note that is not the one from which the document is in force."""
    alone = day_alone(words.strip("（）()"))
    if alone is not None or not _ADOPTED.search(words):
        return alone
    days = [found[0] for found in _DAY.finditer(words) if not found["since"]]
    return day_alone(days[-1]) if days else None
