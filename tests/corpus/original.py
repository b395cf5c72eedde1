"""The document that a corpus file is written from: what a reader has to find in it, apart from any file format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from generator.model.clause import Style
from generator.model.clause_facts import DeadlineKind, UnitRole
from generator.model.numerals import han


class Time(NamedTuple):
    """A time as it is written, and what it means; `every` of recurring times."""

    words: str
    kind: DeadlineKind
    since: str
    until: str
    every: str


class Units(NamedTuple):
    """责任单位 of an item: on a line of its own or in brackets behind its last words."""

    alone: bool
    names: tuple[tuple[UnitRole, tuple[str, ...]], ...]

    @property
    def words(self) -> str:
        keys = {UnitRole.LEADS: "牵头单位", UnitRole.RESPONSIBLE: "责任单位", UnitRole.ASSISTS: "配合单位"}
        told = "；".join(f"{keys[role]}：{'、'.join(names)}" for role, names in self.names)
        return told if self.alone else f"（{told}）"


@dataclass(frozen=True)
class Item:
    """A clause of the original; `more` are further paragraphs, 款 of an article; `head` is that of a table below."""

    style: Style
    number: int
    words: str
    times: tuple[Time, ...] = ()
    units: Units | None = None
    more: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    children: tuple[Item, ...] = ()

    @property
    def label(self) -> str:
        """第三条, 二、, （四）, 5.: as most documents write it."""
        return label_of(self.style, self.number)

    def walk(self) -> Iterator[Item]:
        yield self
        for child in self.children:
            yield from child.walk()


class Task(NamedTuple):
    """A row of a 任务分解表."""

    words: str
    leads: str
    assists: str
    time: Time


@dataclass(frozen=True)
class Original:
    """A document; `attached` are its attachments with clauses of their own, in the order of `attachments`.

    The lines `above` the title are a letterhead, and the serial is among them; those `below` the date are 版记.
    """

    name: str
    title: str
    items: tuple[Item, ...]
    serial: str | None = None
    addressee: str | None = None
    preamble: str | None = None
    attachments: tuple[str, ...] = ()
    signature: str | None = None
    date: date | None = None
    contents: bool = False
    tasks: tuple[Task, ...] = ()
    attached: tuple[tuple[Item, ...], ...] = ()
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


class Kind(Enum):
    """What a line of a document is."""

    HEAD = auto()
    SERIAL = auto()
    TITLE = auto()
    ADDRESSEE = auto()
    CONTENTS_HEAD = auto()
    CONTENTS = auto()
    CLAUSE = auto()
    TEXT = auto()
    LIST = auto()
    SIGNATURE = auto()
    DATE = auto()
    TAIL = auto()
    ATTACHED = auto()
    ROWS = auto()


class Line(NamedTuple):
    """A paragraph before it is written in any format; `item` of a clause, `depth` counts from 0."""

    kind: Kind
    words: str
    item: Item | None = None
    depth: int = 0
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def label(self) -> str:
        return self.item.label if self.item else ""


TABLE_HEAD = ("序号", "工作任务", "牵头单位", "配合单位", "完成时限")


def label_of(style: Style, number: int) -> str:
    """The label of a number in a style."""
    written = {
        Style.HAN: f"{han(number)}、",
        Style.HAN_BRACKETED: f"（{han(number)}）",
        Style.DIGIT: f"{number}.",
        Style.DIGIT_BRACKETED: f"（{number}）",
        Style.CIRCLED: chr(0x245F + number),
    }
    return written.get(style, f"第{han(number)}{style.value}")


def lines_of_original(original: Original) -> Iterator[Line]:
    """The paragraphs of a document in their order."""
    if original.above:
        yield from (Line(Kind.HEAD, words) for words in (*original.above, f"{original.serial}　　签发人：甲乙丙"))
    yield Line(Kind.TITLE, original.title)
    if original.serial and not original.above:
        yield Line(Kind.SERIAL, original.serial)
    if original.contents:
        yield Line(Kind.CONTENTS_HEAD, "目  录")
        yield from _contents(original)
    if original.addressee:
        yield Line(Kind.ADDRESSEE, f"{original.addressee}：")
    if original.preamble:
        yield Line(Kind.TEXT, original.preamble)
    for item in original.items:
        yield from _clause(item, 0)
    if original.tasks:
        yield Line(Kind.ROWS, "", rows=(TABLE_HEAD, *_rows(original.tasks)))
    yield from _end(original)


def _contents(original: Original) -> Iterator[Line]:
    for item in original.items:
        for below, depth in ((item, 0), *((child, 1) for child in item.children)):
            if len(below.words) < 20 and not below.units and below.style is not Style.ARTICLE:
                yield Line(Kind.CONTENTS, below.words, below, depth)


def _clause(item: Item, depth: int) -> Iterator[Line]:
    beside = item.units.words if item.units and not item.units.alone else ""
    yield Line(Kind.CLAUSE, item.words + beside, item, depth)
    yield from (Line(Kind.TEXT, words) for words in item.more)
    if item.units and item.units.alone:
        yield Line(Kind.TEXT, item.units.words)
    for child in item.children:
        yield from _clause(child, depth + 1)


def _rows(tasks: tuple[Task, ...]) -> Iterator[tuple[str, ...]]:
    for number, task in enumerate(tasks, 1):
        yield str(number), task.words, task.leads, task.assists, task.time.words


def _end(original: Original) -> Iterator[Line]:
    for at, name in enumerate(original.attachments, 1):
        yield Line(Kind.LIST, f"附件：{at}.{name}" if at == 1 else f"{at}.{name}")
    if original.signature:
        yield Line(Kind.SIGNATURE, original.signature)
    if original.date:
        day = original.date
        yield Line(Kind.DATE, f"{day.year}年{day.month}月{day.day}日")
    yield from (Line(Kind.TAIL, words) for words in original.below)
    for at, items in enumerate(original.attached, 1):
        yield Line(Kind.ATTACHED, f"附件{at}")
        yield Line(Kind.TITLE, original.attachments[at - 1])
        for item in items:
            yield from _clause(item, 0)
