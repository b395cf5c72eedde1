"""From text to tree: lines, documents, parts, clauses, facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.documents.outline.clauses import ClauseNode, build_clauses
from generator.documents.outline.deadlines import times_in
from generator.documents.outline.lines import INVISIBLE, TextLine, lines_of
from generator.documents.outline.parts import Parts, parts_of
from generator.documents.outline.quantities import quantities_in
from generator.documents.outline.splitting import DocumentLines, split_documents
from generator.documents.outline.unit_mentions import Aliases, units_in
from generator.documents.outline.visible_text import VisibleText
from generator.documents.outline.written_days import year_in
from generator.model.clause import Clause, ClauseTree, Document, Note, NoteKind, Segment
from generator.model.records.organisation import ResponsibleUnit


def parse_outline(text: str, units: Sequence[ResponsibleUnit] = ()) -> ClauseTree:
    """The tree of a text with plain line feeds; `units` say which names mean the same unit."""
    reading = _Reading(text, Aliases(units))
    for lines in split_documents(list(lines_of(text))):
        reading.take(lines)
    return ClauseTree(
        text=text,
        documents=tuple(reading.documents),
        segments=tuple(reading.segments),
        notes=tuple(sorted([*reading.notes, *_about(text, reading)], key=lambda note: note.start)),
    )


def _about(text: str, reading: _Reading) -> Iterator[Note]:
    """Notes on the file as a whole."""
    if not any(document.clauses for document in reading.documents):
        yield Note(NoteKind.UNNUMBERED, "没有找到编号，全文没有条款", 0)
    hidden = INVISIBLE.search(text)
    if hidden:
        count = len(INVISIBLE.findall(text))
        yield Note(NoteKind.INVISIBLE, f"有 {count} 个看不见的字符，原样保留", hidden.start())


class _Reading:
    """The state of parsing a file."""

    def __init__(self, text: str, aliases: Aliases) -> None:
        self._text = text
        self._aliases = aliases
        self._year: int | None = None
        self._issued: int | None = None
        self._attached: Counter[str] = Counter()
        self._numbered = 0
        self.documents: list[Document] = []
        self.segments: list[Segment] = []
        self.notes: list[Note] = []

    def take(self, document: DocumentLines) -> None:
        """The next document of the file."""
        parts = parts_of(document.lines, document.name)
        body = document.lines[parts.body]
        nodes, notes = build_clauses(body, self._prefix(document.name))
        self.notes += notes
        self.segments += _segments(document.lines, parts)
        year = self._issued = _year_of(parts) or self._issued
        self._numbered += bool(nodes) and not document.name
        self.documents.append(_document(parts, tuple(self._clause(node, year) for node in nodes)))

    def _prefix(self, name: str) -> tuple[str, str]:
        """The first document with clauses needs no prefix; an attachment always has one."""
        if name:
            count = sum(self._attached.values()) + 1
            self._attached[name] += 1
            prefix = name if self._attached[name] == 1 else f"{name}〔{count}〕"
            return f"{prefix}·", f"att-{count}-"
        return (f"文{self._numbered + 1}·", f"d{self._numbered + 1}-") if self._numbered else ("", "")

    def _clause(self, node: ClauseNode, year: int | None) -> Clause:
        visible = VisibleText(self._text[node.body : node.end], node.body)
        times = times_in(visible, year if year is not None else self._year)
        self._year = times.year or self._year
        self.notes += [
            Note(NoteKind.NO_SUCH_DAY, f"{node.id}：{words}，没有这一天", at) for words, at in times.impossible
        ]
        return Clause(
            id=node.id,
            anchor=node.anchor,
            label=node.label,
            style=node.style,
            number=node.number,
            level=node.level,
            text=visible.raw.rstrip(),
            start=node.start,
            body=node.body,
            end=node.end,
            units=units_in(visible, self._aliases),
            deadlines=times.deadlines,
            quantities=quantities_in(visible),
            children=tuple(self._clause(child, year) for child in node.children),
        )


def _year_of(parts: Parts) -> int | None:
    """The year of a document, from its date, title or serial; None where none of them has one."""
    if parts.date is not None and year_in(parts.title or "") is None:
        return parts.date.year
    return year_in(parts.title or "") or year_in(re.sub(r"[〔\[［（(](\d{4}).*", r" \1年", parts.serial or ""))


def _document(parts: Parts, clauses: tuple[Clause, ...]) -> Document:
    return Document(
        name=parts.name,
        serial=parts.serial,
        title=parts.title,
        addressee=parts.addressee,
        preamble=parts.preamble,
        clauses=clauses,
        attachments=parts.attachments,
        signature=parts.signature,
        date=parts.date,
    )


def _segments(lines: Sequence[TextLine], parts: Parts) -> Iterator[Segment]:
    """Consecutive lines of the same part are one segment."""
    start = lines[0].start if lines else 0
    for at, line in enumerate(lines):
        if at + 1 == len(lines) or parts.roles[at + 1] is not parts.roles[at]:
            yield Segment(parts.roles[at], start, line.end)
            start = line.end
