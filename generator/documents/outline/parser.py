"""From text to tree: lines, documents, parts, clauses, facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator.documents.outline.clauses import ClauseNode, build_clauses
from generator.documents.outline.facts import ClauseFacts, PlacedFact, facts_in, facts_of_row, window_of
from generator.documents.outline.folding import FoldedText
from generator.documents.outline.lines import lines_of
from generator.documents.outline.marks import front_matter_end, marks_of
from generator.documents.outline.outside_lines import notes_on, outside_lines
from generator.documents.outline.parts import Parts, parts_of
from generator.documents.outline.splitting import DocumentLines, split_documents
from generator.documents.outline.table_columns import TableTask
from generator.documents.outline.task_tables import label_tasks
from generator.documents.outline.unit_mentions import Aliases
from generator.documents.outline.wrapped_lines import crowding_note, joining_note, wrapped_edits
from generator.documents.outline.written_days import day_in
from generator.documents.outline.years import NO_YEAR, ClauseHeading, YearFrame, issues_another, year_frame
from generator.model.clause import Clause, ClauseTree, Document, DocumentPart, Note, NoteKind, Segment, Style
from generator.model.manuscript import Manuscript
from generator.model.records.organisation import ResponsibleUnit
from generator.model.text_line import TextLine

_FRONT_DATE = re.compile(r"^date[ \t]*[:=][ \t]*[\"']?(?P<date>(?:19|20)\d\d-\d\d-\d\d)", re.MULTILINE)
_FRONT_TITLE = re.compile(r"^title[ \t]*[:=][ \t]*([\"']?)(?P<title>\S.*?)\1[ \t]*$", re.MULTILINE)


def parse_outline(text: str, units: Sequence[ResponsibleUnit] = ()) -> ClauseTree:
    """The tree of a text with plain line feeds; `units` say which names mean the same unit."""
    return parse_manuscript(Manuscript(text), units)


def parse_manuscript(manuscript: Manuscript, units: Sequence[ResponsibleUnit] = ()) -> ClauseTree:
    """The tree of a text as its file gives it, with what its reader has noted."""
    text = manuscript.text
    front = front_matter_end(text) if manuscript.markup else 0
    folded, notes = _fold(manuscript, front)
    reading = _Reading(folded, Aliases(units), _dated(text[:front]))
    lines, irregular = lines_of(folded.text)
    reading.note([*irregular, *crowding_note(lines)])
    lines, reading.rows = label_tasks(lines)
    for document in split_documents(lines, outside_lines(lines)):
        reading.take(document)
    return ClauseTree(
        text=text,
        documents=tuple(_titled(reading.documents, text[:front])),
        segments=tuple(_whole(reading.segments, front, len(text))),
        notes=tuple(sorted([*notes, *reading.notes, *reading.unnumbered()], key=lambda note: note.start)),
    )


def _fold(manuscript: Manuscript, front: int) -> tuple[FoldedText, list[Note]]:
    """The text as it is read from behind its front matter, and what its reader and the fold have to tell."""
    edits, notes = marks_of(manuscript.text, front, markup=manuscript.markup)
    joined = wrapped_edits(manuscript.text, front) if manuscript.markup else []
    edits = sorted([*edits, *joined], key=lambda edit: edit.start)
    return FoldedText(manuscript.text, edits, front), [*manuscript.notes, *notes, *joining_note(joined)]


def _dated(front_matter: str) -> date | None:
    """The date of a file's front matter; None where it has none that exists."""
    found = _FRONT_DATE.search(front_matter)
    try:
        return date.fromisoformat(found["date"]) if found else None
    except ValueError:
        return None


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

    def __init__(self, folded: FoldedText, aliases: Aliases, dated: date | None) -> None:
        self.folded = folded
        self._aliases = aliases
        self._year: int | None = None
        self._frame = NO_YEAR
        self._issues = False
        self._dated = dated
        self._attached: Counter[str] = Counter()
        self._numbered = 0
        self._main: int | None = None
        self.rows: Mapping[int, TableTask] = {}
        self.documents: list[Document] = []
        self.segments: list[Segment] = []
        self.notes: list[Note] = []

    def take(self, document: DocumentLines) -> None:
        """The next document of the file."""
        parts = parts_of(document.lines, document.name, document.outside)
        nodes, notes = build_clauses(parts.body, self._prefix(document.name))
        self.note([*notes, *notes_on(document.lines, parts.roles)])
        self.segments += self._segments(document.lines, parts)
        self._frame = self._frame_of(parts, document.lines)
        self._issues = issues_another(parts.title or "")
        self._numbered += bool(nodes) and not document.name
        self._add(_document(parts, tuple(self._clause(node, self._frame) for node in nodes)))

    def _add(self, document: Document) -> None:
        """版记 behind the last attachment is that of the document to which it is attached (GB/T 9704-2012, 7.4)."""
        self._main = len(self.documents) if not document.name else self._main
        main = self.documents[self._main] if document.name and self._main is not None else None
        if self._main is not None and main is not None and document.imprint and not main.imprint:
            self.documents[self._main] = replace(main, imprint=document.imprint)
            document = replace(document, imprint=None)
        self.documents.append(document)

    def note(self, notes: Sequence[Note]) -> None:
        """Notes whose places are in the folded text."""
        self.notes += [note._replace(start=self.folded.start(note.start)) for note in notes]

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

    def _frame_of(self, parts: Parts, lines: Sequence[TextLine]) -> YearFrame:
        """The years of a document; an attachment, or a plan that a notice issues, has the notice's day of issue."""
        issued = parts.date or _printed(parts, lines)
        own = year_frame(parts.title, parts.serial, issued)
        if issued is None and parts.serial is None:
            published = self._dated or _published(parts, lines)
            if published is not None and own.rolls and not parts.name:
                return year_frame(parts.title, None, published)
            if parts.name or self._issues or own.year is None:
                return year_frame(parts.title, None, self._frame.issued, self._frame.year)
        return own

    def _clause(self, node: ClauseNode, frame: YearFrame) -> Clause:
        known = frame if frame.year is not None else frame._replace(year=self._year)
        text, facts = self._read(node, known)
        self._year = facts.year or self._year
        self.notes += [Note(kind, f"{node.id}：{told}", self.folded.start(at)) for kind, told, at in facts.told]
        below = known.under(self._heading(node, facts)) if node.children else known
        return Clause(
            id=node.id,
            anchor=node.anchor,
            label=node.label,
            style=node.style,
            number=node.number,
            level=node.level,
            text=text,
            start=self.folded.boundary(node.start),
            body=self.folded.boundary(node.body),
            end=self.folded.boundary(node.end),
            units=tuple(self._unfolded(each) for each in facts.units),
            deadlines=tuple(self._unfolded(each) for each in facts.deadlines),
            quantities=tuple(self._unfolded(each) for each in facts.quantities),
            children=tuple(self._clause(child, below) for child in node.children),
        )

    def _read(self, node: ClauseNode, frame: YearFrame) -> tuple[str, ClauseFacts]:
        """The text and the facts of a clause; a heading's are in its label, a row's in its cells."""
        row = self.rows.get(node.start)
        if row is None:
            begin = node.start if node.style is Style.HEADING else node.body
            facts = facts_in(self.folded.text, begin, node.end, frame, self._aliases)
            return self.folded.text[node.body : node.end].rstrip(), facts
        # What follows a table is in the clause of its last row, but says nothing of that row.
        behind = self.folded.text[row.rest : node.end].rstrip()
        return f"{row.text}\n{behind}" if behind else row.text, facts_of_row(row, frame, self._aliases)

    def _heading(self, node: ClauseNode, facts: ClauseFacts) -> ClauseHeading:
        """The first line of a clause with what it says of the time below it."""
        begin = node.start if node.style is Style.HEADING else node.body
        words, behind, _ = self.folded.text[begin : node.end].partition("\n")
        return ClauseHeading(words, None if behind else facts.year, window_of(facts.deadlines, begin + len(words)))

    def _unfolded(self, fact: PlacedFact) -> PlacedFact:
        """A fact of the folded text at offsets of the original."""
        return fact._replace(start=self.folded.start(fact.start), end=self.folded.end(fact.end))

    def _segments(self, lines: Sequence[TextLine], parts: Parts) -> Iterator[Segment]:
        """Consecutive lines of the same part are one segment."""
        start = lines[0].start if lines else 0
        for at, line in enumerate(lines):
            if at + 1 == len(lines) or parts.roles[at + 1] is not parts.roles[at]:
                yield Segment(parts.roles[at], self.folded.boundary(start), self.folded.boundary(line.end))
                start = line.end


def _printed(parts: Parts, lines: Sequence[TextLine]) -> date | None:
    """The day of the 印发 line, where a document has no other."""
    tail = (line.bare for line, role in zip(lines, parts.roles, strict=True) if role is DocumentPart.TAIL)
    return next((day for words in tail if "印" in words and (day := day_in(words)) is not None), None)


def _published(parts: Parts, lines: Sequence[TextLine]) -> date | None:
    """The day on which a web page was published."""
    web = (line.bare for line, role in zip(lines, parts.roles, strict=True) if role is DocumentPart.WEB)
    return next((day for words in web if (day := day_in(words)) is not None), None)


def _document(parts: Parts, clauses: tuple[Clause, ...]) -> Document:
    return Document(
        name=parts.name,
        title=parts.title,
        addressee=parts.addressee,
        preamble=parts.preamble,
        clauses=clauses,
        attachments=parts.attachments,
        signature=parts.signature,
        date=parts.date,
        remark=parts.remark,
        imprint=parts.imprint,
        **parts.letterhead,
    )
