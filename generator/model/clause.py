"""公文 as a tree of documents and clauses.  Positions are offsets into the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from generator.model.clause_facts import Deadline, Quantity, UnitMention


class Style(StrEnum):
    """How a clause is numbered, from the outermost style to the innermost; then what has no number of its own."""

    PART = "部分"
    VOLUME = "编"
    CHAPTER = "章"
    SECTION = "节"
    ARTICLE = "条"
    PARAGRAPH = "款"
    LEGAL = "壹、"
    HAN = "一、"
    HAN_BRACKETED = "（一）"
    DIGIT = "1."
    DIGIT_BRACKETED = "（1）"
    CIRCLED = "①"
    STEM = "甲、"
    WORD = "词"
    HEADING = "标题"
    ROW = "行"


FORMAL_STYLES = frozenset({Style.PART, Style.VOLUME, Style.CHAPTER, Style.SECTION, Style.ARTICLE})
"""Styles that are written 第…: 第一部分, 第一编, 第一章, 第一节, 第一条."""

UNNUMBERED_STYLES = frozenset({Style.WORD, Style.HEADING})
"""Styles of labels that are no numbers."""


class NoteKind(StrEnum):
    """What a reader of a tree must know: irregular numbers, and what of a file is not read as it is written."""

    MISSING = "缺号"
    REPEATED = "重号"
    BACKWARDS = "倒号"
    NO_SUCH_DAY = "没有这一天"
    LUNAR = "农历"
    UNNUMBERED = "没有编号"
    INVISIBLE = "看不见的字符"
    READ_AS = "换字"
    LEFT_OUT = "没有读入"
    REMARK = "注释"
    LOST_BREAKS = "断行"
    LOST_NUMBERS = "编号没有了"
    UNCLOSED = "引号没有闭合"


class Note(NamedTuple):
    """Something irregular or not read as it is written, and where."""

    kind: NoteKind
    text: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """条款: a numbered paragraph with what belongs to it.

    `id` is its path as documents cite it (三（二）3), `anchor` the same in ASCII; both are unique in a file.  From
    `start` to `end` is its own text without its sub-clauses; `text` is what follows the label, as it is read: without
    invisible characters and marks of Markdown, with ordinary characters for radicals.  The text of a row (`Style.ROW`) is
    its task, and below it a line for each other cell: 责任单位：党委组织部.  A fact of a cell that goes on from the row above
    has its place there.
    """

    id: str
    anchor: str
    label: str
    style: Style
    number: int
    level: int
    text: str
    start: int
    body: int
    end: int
    units: tuple[UnitMention, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    children: tuple[Clause, ...] = ()

    @property
    def is_tabular(self) -> bool:
        """Whether it is a row of a task table, or groups rows."""
        grouping = self.style is Style.HEADING and any(child.is_tabular for child in self.children)
        return self.style is Style.ROW or grouping

    def walk(self) -> Iterator[Clause]:
        """This clause and all below it, in the order of the text."""
        # Without recursion: a hostile document may nest deeper than the stack.
        waiting = [self]
        while waiting:
            clause = waiting.pop()
            yield clause
            waiting += reversed(clause.children)


class DocumentPart(StrEnum):
    """The part of a document that a segment belongs to."""

    BLANK = "空行"
    FRONT_MATTER = "页首信息"
    WEB = "网页残留"
    CONTENTS = "目录"
    LETTERHEAD = "版头"
    SERIAL = "文号"
    TITLE = "标题"
    ADDRESSEE = "主送"
    PREAMBLE = "前言"
    CLAUSE = "条款"
    ATTACHMENT_LIST = "附件说明"
    SIGNATURE = "落款"
    DATE = "成文日期"
    REMARK = "附注"
    TAIL = "版记"


NOT_THE_DOCUMENTS = frozenset({DocumentPart.FRONT_MATTER, DocumentPart.WEB, DocumentPart.CONTENTS})
"""Parts that a file has around a document or that repeat it: a page that shows the document leaves them out."""


class Segment(NamedTuple):
    """A range of the text and its part; the segments of a file are contiguous."""

    part: DocumentPart
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One 公文 of a file: the only one, one of several, or an attachment (then `name` is 附件1)."""

    name: str = ""
    serial: str | None = None
    title: str | None = None
    addressee: str | None = None
    preamble: str | None = None
    clauses: tuple[Clause, ...] = ()
    attachments: tuple[str, ...] = ()
    signature: str | None = None
    date: dt.date | None = None
    secrecy: str | None = None
    urgency: str | None = None
    copy_number: str | None = None
    approver: str | None = None
    remark: str | None = None
    imprint: str | None = None

    def walk(self) -> Iterator[Clause]:
        """Every clause, in the order of the text."""
        for clause in self.clauses:
            yield from clause.walk()

    @property
    def citations(self) -> dict[str, Clause]:
        """Its clauses by the ids under which it cites them itself: 三（二）3, also where the file calls it 附件1·三（二）3."""
        return {clause.id.rpartition("·")[2]: clause for clause in self.walk()}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseTree:
    """条款树 of a file: its text with plain line feeds, its documents, and notes on it."""

    text: str
    documents: tuple[Document, ...]
    segments: tuple[Segment, ...]
    notes: tuple[Note, ...] = ()

    @property
    def main(self) -> Document:
        """The main document of the file: of a notice and the plan that it issues, the plan.

        It is the one with most clauses; rows of a task table and their groups do not count, for a table is attached to a
        plan.
        """
        return max(self.documents, key=lambda document: sum(not clause.is_tabular for clause in document.walk()))

    @property
    def citations(self) -> dict[str, Clause]:
        """Every clause by the id under which the main document cites it: its own without the prefix of files with several."""
        main = self.main
        others = {
            clause.id: clause for document in self.documents if document is not main for clause in document.walk()
        }
        return others | main.citations

    @property
    def written(self) -> str:
        """The text, joined from its segments."""
        return "".join(self.text[segment.start : segment.end] for segment in self.segments)

    def walk(self) -> Iterator[Clause]:
        """Every clause of every document, in the order of the text."""
        for document in self.documents:
            yield from document.walk()
