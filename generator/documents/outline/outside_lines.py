"""Lines of a file that belong to no clause wherever they stand: tables of contents, web remains, 版记 and 附注."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from generator.documents.outline.contents_list import contents_lines
from generator.documents.outline.line_kinds import blanked, is_imprint, is_remark
from generator.documents.outline.web_remains import web_lines
from generator.model.clause import DocumentPart, Note, NoteKind
from generator.model.text_line import TextLine

_RUNS_ON = ("，", "、", ",")
_DRAWN = re.compile(r"[—–\-_=─━]{3,}$")
_COPY_LINES = 6
_SHOWN = 12


def outside_lines(lines: Sequence[TextLine]) -> Mapping[int, DocumentPart]:
    """The part of each line that is outside the text of any clause, by its place."""
    found = dict.fromkeys(_imprint_lines(lines), DocumentPart.TAIL)
    found |= dict.fromkeys((at for at, line in enumerate(lines) if is_remark(line)), DocumentPart.REMARK)
    found |= dict.fromkeys(web_lines(lines), DocumentPart.WEB)
    for block in contents_lines([line if at not in found else blanked(line) for at, line in enumerate(lines)]):
        found |= dict.fromkeys(block, DocumentPart.CONTENTS)
    return found


def _imprint_lines(lines: Sequence[TextLine]) -> Iterator[int]:
    """版记; 抄送 may run over several lines, and lines may be drawn between them."""
    drawn = None
    for at, line in enumerate(lines):
        if is_imprint(line):
            yield at
            yield from _running_on(lines, at)
            if drawn is not None:
                yield drawn
        if not line.is_blank:
            drawn = at if _DRAWN.match(line.bare) else None


def _running_on(lines: Sequence[TextLine], start: int) -> Iterator[int]:
    for at in range(start + 1, min(start + _COPY_LINES, len(lines))):
        if not lines[at - 1].bare.endswith(_RUNS_ON) or lines[at].label is not None:
            return
        yield at


def notes_on(lines: Sequence[TextLine], roles: Sequence[DocumentPart]) -> Iterator[Note]:
    """What of a document is passed over: each table of contents, and the remains of the web page together."""
    web = [line for line, role in zip(lines, roles, strict=True) if role is DocumentPart.WEB and not line.is_blank]
    if web:
        told = f"网页上的 {len(web)} 行（“{web[0].bare[:_SHOWN]}”等）没有读入正文"
        yield Note(NoteKind.LEFT_OUT, told, web[0].start)
    for part, group in groupby(zip(lines, roles, strict=True), key=itemgetter(1)):
        if part is DocumentPart.CONTENTS:
            entries = [line for line, _ in group if not line.is_blank]
            yield Note(NoteKind.LEFT_OUT, f"目录 {len(entries)} 行，不作条款", entries[0].start)
