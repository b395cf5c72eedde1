"""Word files (.docx) as text: as Word displays them once all changes are accepted, tables as lines of cells."""

from __future__ import annotations

import lzma
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml.etree import _Element

from generator.documents.outline.labels import label_of, may_be_heading
from generator.documents.word import names, tables
from generator.documents.word.fields import WordFields
from generator.documents.word.formulas import linear
from generator.documents.word.line_list import LineList, joined_words, moved
from generator.documents.word.numbering import Numbering, parted
from generator.documents.word.open_line import OpenLine
from generator.documents.word.package import LargePackageError, LockedPackageError, WordPackage
from generator.documents.word.paragraphs import InlineReader, unended_fields
from generator.documents.word.styles import WordStyles
from generator.load.wordprocessing import W, setting, switch, whole
from generator.model.manuscript import Manuscript
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.transcript import LeftOut, ReadLine, Reason, assembled
from generator.model.word_style import ResolvedStyle

_BODY_LEVEL = 9
"""The outline level of body text (ECMA-376 17.3.1.20)."""

_CONTENTS_STYLES = re.compile(r"(?:toc|contents|目录) ?\d|table of (?:figures|authorities)$")
_INSERTED = frozenset({f"{W}altChunk", f"{W}subDoc"})
_PAGE_NUMBERS = re.compile(r"[\W\d_第页共]*")
_UNREADABLE = (
    BadZipFile, LookupError, ValueError, SyntaxError, EOFError, RuntimeError, OSError, zlib.error, lzma.LZMAError,
    struct.error,
)  # fmt: skip
"""What zipfile, lxml and the walk over nested elements raise on damaged files, found by changing bytes at random."""


def word_manuscript(data: bytes, place: Source) -> tuple[Manuscript | None, list[Problem]]:
    """The text of a Word file, or None and the reason why there is none."""
    try:
        with ZipFile(BytesIO(data)) as packed:
            lines = _Story(WordPackage(packed)).lines()
        return assembled(lines), []
    except LockedPackageError:
        return None, [report("D105", place, "文件压缩时设了密码", "请取消密码后再导入。")]
    except LargePackageError as error:
        return None, [report("D102", place, str(error), "请核对文件；汇编成册的请按文件拆开。")]
    except _UNREADABLE:
        return None, [
            report("D106", place, "Word 文件打不开，可能已损坏", "请用 Word 或 WPS 打开，另存为 .docx 再导入。")
        ]


class _Story:
    """The main text of a document, with the notes and text boxes that are anchored in it."""

    def __init__(self, package: WordPackage) -> None:
        self._document = package.document
        styles = package.part("styles")
        self._styles = WordStyles(styles)
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._notes = {
            (reason, each.get(f"{W}id") or ""): each
            for reason, kind in ((Reason.FOOTNOTE, "footnotes"), (Reason.ENDNOTE, "endnotes"))
            for part in package.parts(kind)
            for each in part
        }
        self._margins = list(package.parts("header", "footer"))
        read = [self._document, *self._notes.values()]
        self._may_hide = any(
            names.has_any(part, names.HIDING) for part in [*read, *([] if styles is None else [styles])]
        )
        self._may_join = self._may_hide or any(names.has_any(part, names.REMOVED) for part in read)
        """Whether there are any hidden words or marks at all; most documents have none, and no run is asked."""

        self._inline = InlineReader(self._styles.is_hidden if self._may_hide else None, self._remark)
        self._carried: tuple[OpenLine, _Element | None] | None = None
        """A paragraph whose mark is gone, with its properties: it goes on in the next one."""

        self._hides_table = False
        """Whether the style of the table around hides words, unless the paragraph's does as well (ECMA-376 17.7.3)."""

    def lines(self) -> Sequence[ReadLine]:
        """All lines of the document."""
        body = self._document.find(f"{W}body")
        if self._document.tag != f"{W}document" or body is None:
            raise ValueError("no document of Word")
        self._inline.unended = unended_fields(body)
        return [*self._about_margins(), *self._lines(body, is_body=True)]

    def _about_margins(self) -> Iterator[ReadLine]:
        """What the headers and footers say besides the number of the page."""
        told = dict.fromkeys(tables.raw_words(part) for part in self._margins)
        words = [each for each in told if not _PAGE_NUMBERS.fullmatch(each)]
        if words:
            yield ReadLine(None, [LeftOut(Reason.MARGIN, "；".join(words), 0)])

    def _lines(self, container: _Element, is_body: bool = False) -> Sequence[ReadLine]:
        """The lines of the body, a cell, a text box or a note."""
        before, self._carried = self._carried, None
        out = LineList(is_body=is_body)
        self._blocks(container, out)
        self._close(out)
        self._carried = before
        return out.lines

    def _apart(self, container: _Element) -> Sequence[ReadLine]:
        """The lines of a text box or note: its fields and numbers are its own, and no control around it counts."""
        inline = self._inline
        before = inline.fields, inline.contents, inline.placeholders
        inline.fields, inline.contents, inline.placeholders = WordFields(), 0, 0
        with self._numbering.apart():
            lines = self._lines(container)
        inline.fields, inline.contents, inline.placeholders = before
        return lines

    def _remark(self, reason: Reason, id: str) -> str:
        """The words of a foot- or endnote, at its first reference."""
        note = self._notes.pop((reason, id), None)
        return "" if note is None else " ".join(joined_words(self._apart(note)).split())

    def _blocks(self, parent: _Element, out: LineList) -> None:
        for child in parent:
            tag = child.tag
            if tag == names.PARAGRAPH:
                self._paragraph(child, out)
            elif tag == names.TABLE:
                self._close(out)
                self._table(child, out)
            elif tag == names.CONTROL:
                self._control(child, out)
            else:
                self._other(child, out)

    def _other(self, element: _Element, out: LineList) -> None:
        if element.tag == names.ALTERNATES:
            found = names.branch(element)
            if found is not None:
                self._blocks(found, out)
        elif element.tag in names.REMOVED:
            out.leave(Reason.REVISION)
        elif element.tag in _INSERTED:
            out.leave(Reason.FILE)
        elif element.tag in names.FORMULAS:
            out.add(ReadLine(linear(element)))
        else:
            self._blocks(element, out)

    def _control(self, control: _Element, out: LineList) -> None:
        unfilled, contents = names.is_placeholder(control), names.is_contents(control)
        self._inline.placeholders += unfilled
        self._inline.contents += contents
        for each in control.iterchildren(names.CONTROL_CONTENT):
            self._blocks(each, out)
        self._inline.placeholders -= unfilled
        self._inline.contents -= contents

    def _paragraph(self, paragraph: _Element, out: LineList) -> None:
        properties = paragraph.find(names.PARAGRAPH_PROPERTIES)
        style = self._styles.paragraph(properties)
        if self._hides_table:
            style = replace(style, hidden=not style.hidden)
        line = self._carried[0] if self._carried else OpenLine()
        self._carried = None
        is_covered = self._inline.reason is Reason.CONTENTS
        is_entry = _CONTENTS_STYLES.match(style.name) is not None
        self._inline.contents += is_entry
        self._inline.read(paragraph, style, line)
        self._inline.contents -= is_entry
        if self._goes_on(properties, style, line):
            self._carried = line, properties
        elif not is_covered or line.has_words or line.left_out or line.boxes:
            self._finish(line, properties, out)

    def _goes_on(self, properties: _Element | None, style: ResolvedStyle, line: OpenLine) -> bool:
        """Whether a paragraph's mark is deleted or hidden, so that the next one follows in the same line.

        The line then has the properties of the next paragraph, as the mark carried its own; with a hidden mark Word
        displays the first paragraph's number.
        """
        mark = None if properties is None or not self._may_join else properties.find(names.RUN_PROPERTIES)
        if mark is not None and any(each.tag in names.REMOVED for each in mark):
            line.leave_mark()
            return True
        if self._may_hide and self._styles.is_hidden(style, mark):
            if line.label is None and line.has_words:
                line.label = self._numbering.label(properties)
            return True
        frame = None if properties is None else properties.find(f"{W}framePr")
        return frame is not None and frame.get(f"{W}dropCap") in {"drop", "margin"}

    def _close(self, out: LineList) -> None:
        """A paragraph without its mark at the end of a cell, or before a table, has nothing to go on in."""
        if self._carried is not None:
            (line, properties), self._carried = self._carried, None
            if line.has_words:
                self._finish(line, properties, out)
            else:
                out.add(ReadLine(None, line.left_out))
                self._add_boxes(line, out)

    def _finish(self, line: OpenLine, properties: _Element | None, out: LineList) -> None:
        if line.is_entry:
            line.leave_all(Reason.CONTENTS)
        left_out, label = line.left_out, line.label
        if label is None and (line.has_words or all(left.reason is not Reason.CONTENTS for left in left_out)):
            label = self._numbering.label(properties)
        if left_out and label is None and not line.has_words:
            out.add(ReadLine(None, [left._replace(at=0) for left in left_out]))
        else:
            out.add(self._shaped(line, label, properties, out))
        self._add_boxes(line, out)

    def _add_boxes(self, line: OpenLine, out: LineList) -> None:
        """The text boxes that are anchored in a line follow it."""
        for box in line.boxes:
            for each in [ReadLine(box)] if isinstance(box, str) else self._apart(box):
                out.add(each)

    def _shaped(self, line: OpenLine, label: str | None, properties: _Element | None, out: LineList) -> ReadLine:
        """The line with its number, or marked as a heading."""
        text = line.text
        if label is not None:
            label = parted(label, text)
            return ReadLine(label + text, moved(line.left_out, len(label), len(text)))
        if not (out.is_body and out.is_begun and self._is_heading(line, text, properties)):
            return ReadLine(text, line.left_out)
        lead = len(text) - len(text.lstrip())
        return ReadLine(f"**{text.strip()}**", moved(line.left_out, 2 - lead, len(text)))

    def _is_heading(self, line: OpenLine, text: str, properties: _Element | None) -> bool:
        """Whether an unnumbered paragraph is a heading: short, and entirely bold or in a heading style."""
        words = text.strip()
        if not words or not may_be_heading(text) or "\n" in words or label_of(words) is not None:
            return False
        style = self._styles.paragraph(properties)
        stated = setting(properties, "outlineLvl")
        outline = style.outline if stated is None else whole(stated, _BODY_LEVEL)
        if style.name.startswith(("heading", "标题")) or (outline is not None and outline < _BODY_LEVEL):
            return True
        return bool(line.runs) and all(self._styles.is_bold(style, run) for run in line.runs)

    def _table(self, table: _Element, out: LineList) -> None:
        outside, self._hides_table = self._hides_table, self._styles.hides_table(table.find(f"{W}tblPr"))
        self._rows(table, out)
        self._hides_table = outside

    def _rows(self, table: _Element, out: LineList) -> None:
        columns = tables.Columns()
        is_frame = tables.lays_out(table)
        for row, unfilled in tables.table_children(table, tables.ROW):
            if tables.is_removed(row):
                out.leave(Reason.REVISION)
            elif switch(row, "trPr/hidden"):
                out.leave(Reason.HIDDEN, tables.raw_words(row))
            else:
                self._inline.placeholders += unfilled
                if is_frame:
                    self._framed(row, out)
                else:
                    self._row(row, columns, out)
                self._inline.placeholders -= unfilled

    def _framed(self, row: _Element, out: LineList) -> None:
        """A row of a table that only lays a page out: its paragraphs, as if there were no table."""
        for cell, unfilled in tables.table_children(row, tables.CELL):
            self._inline.placeholders += unfilled
            self._blocks(cell, out)
            self._close(out)
            self._inline.placeholders -= unfilled

    def _row(self, row: _Element, columns: tables.Columns, out: LineList) -> None:
        read = tables.RowBuilder(columns.begin(row))
        inner: list[ReadLine] = []
        for cell, unfilled in tables.table_children(row, tables.CELL):
            if tables.is_removed(cell):
                read.leave([LeftOut(Reason.REVISION, "", 0)])
                continue
            self._inline.placeholders += unfilled
            lines = tables.covered(cell) if tables.goes_on(cell) else self._lines(cell)
            self._inline.placeholders -= unfilled
            read.leave([left for line in lines for left in line.left_out if not line.is_row])
            read.add(columns.cells(cell, read.width, " ".join(joined_words(lines).split())))
            inner += [line for line in lines if line.is_row]
        for line in [read.line(), *inner]:
            out.add(line)
