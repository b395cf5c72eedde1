"""From text to tree: lines, documents, parts, clauses, facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.documents.outline.clauses import ClauseNode, build_clauses
from generator.documents.outline.deadlines import times_in
from generator.documents.outline.folding import FoldedText
from generator.documents.outline.lines import lines_of
from generator.documents.outline.marks import front_matter_end, marks_of
from generator.documents.outline.parts import Parts, parts_of
from generator.documents.outline.quantities import quantities_in
from generator.documents.outline.splitting import DocumentLines, split_documents
from generator.documents.outline.unit_mentions import Aliases, units_in
from generator.documents.outline.visible_text import VisibleText
from generator.documents.outline.wrapped_lines import line_end_notes, wrapped_edits
from generator.documents.outline.written_days import year_in
from generator.model.clause import Clause, ClauseTree, Document, DocumentPart, Note, NoteKind, Segment
from generator.model.manuscript import Manuscript
from generator.model.records.organisation import ResponsibleUnit
from generator.model.text_line import TextLine

_FRONT_TITLE = re.compile(r"^title[ \t]*:[ \t]*([\"']?)(?P<title>\S.*?)\1[ \t]*$", re.MULTILINE)


def parse_outline(text: str, units: Sequence[ResponsibleUnit] = ()) -> ClauseTree:
    """The tree of a text with plain line feeds; `units` say which names mean the same unit."""
    return parse_manuscript(Manuscript(text), units)


def parse_manuscript(manuscript: Manuscript, units: Sequence[ResponsibleUnit] = ()) -> ClauseTree:
    """The tree of a text as its file gives it, with what its reader has noted."""
    text = manuscript.text
    front = front_matter_end(text) if manuscript.markup else 0
    edits, notes = marks_of(text, front, markup=manuscript.markup)
    joined = wrapped_edits(text, front) if manuscript.markup else []
    edits = sorted([*edits, *joined], key=lambda edit: edit.start)
    reading = _Reading(FoldedText(text, edits, front), Aliases(units))
    for lines in split_documents(list(lines_of(reading.folded.text))):
        reading.take(lines)
    return ClauseTree(
        text=text,
        documents=tuple(_titled(reading.documents, text[:front])),
        segments=tuple(_whole(reading.segments, front, len(text))),
        notes=tuple(
            sorted(
                [
                    *manuscript.notes,
                    *notes,
                    *line_end_notes(text, front, joined),
                    *reading.notes,
                    *reading.unnumbered(),
                ],
                key=lambda note: note.start,
            )
        ),
    )


def _whole(segments: Sequence[Segment], front: int, length: int) -> Iterator[Segment]:
    """The segments with those that have no line: front matter, and a text of which nothing is read."""
    if front:
        yield Segment(DocumentPart.FRONT_MATTER, 0, front)
    yield from segments
    if not segments and front < length:
        yield Segment(DocumentPart.BLANK, front, length)


def _titled(documents: Sequence[Document], front_matter: str) -> Iterator[Document]:
    """A file whose text has no title has the one of its front matter."""
    found = _FRONT_TITLE.search(front_matter) if documents and documents[0].title is None else None
    for at, document in enumerate(documents):
        yield replace(document, title=found["title"]) if found and at == 0 else document


class _Reading:
    """The state of parsing a file.  Lines and nodes are in the folded text; documents, segments and notes in the original."""

    def __init__(self, folded: FoldedText, aliases: Aliases) -> None:
        self.folded = folded
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
        self.notes += [note._replace(start=self.folded.start(note.start)) for note in notes]
        self.segments += self._segments(document.lines, parts)
        year = self._issued = _year_of(parts) or self._issued
        self._numbered += bool(nodes) and not document.name
        self.documents.append(_document(parts, tuple(self._clause(node, year) for node in nodes)))

    def unnumbered(self) -> Iterator[Note]:
        """A note where no document of the file has clauses."""
        if not any(document.clauses for document in self.documents):
            yield Note(NoteKind.UNNUMBERED, "没有找到编号，全文没有条款", 0)

    def _prefix(self, name: str) -> tuple[str, str]:
        """The first document with clauses needs no prefix; an attachment always has one."""
        if name:
            count = sum(self._attached.values()) + 1
            self._attached[name] += 1
            prefix = name if self._attached[name] == 1 else f"{name}〔{count}〕"
            return f"{prefix}·", f"att-{count}-"
        return (f"文{self._numbered + 1}·", f"d{self._numbered + 1}-") if self._numbered else ("", "")

    def _clause(self, node: ClauseNode, year: int | None) -> Clause:
        visible = VisibleText(self.folded, node.body, node.end)
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
            text=visible.words.rstrip(),
            start=self.folded.boundary(node.start),
            body=self.folded.boundary(node.body),
            end=self.folded.boundary(node.end),
            units=units_in(visible, self._aliases),
            deadlines=times.deadlines,
            quantities=quantities_in(visible),
            children=tuple(self._clause(child, year) for child in node.children),
        )

    def _segments(self, lines: Sequence[TextLine], parts: Parts) -> Iterator[Segment]:
        """Consecutive lines of the same part are one segment."""
        start = lines[0].start if lines else 0
        for at, line in enumerate(lines):
            if at + 1 == len(lines) or parts.roles[at + 1] is not parts.roles[at]:
                yield Segment(parts.roles[at], self.folded.boundary(start), self.folded.boundary(line.end))
                start = line.end


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
