"""A tree in few lines, so that a person can read a golden file over."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from generator.model.clause import Clause, ClauseTree, Document
from generator.model.clause_facts import Deadline, Quantity, UnitMention


@pytest.fixture
def told() -> Callable[[ClauseTree], str]:
    return tell


def tell(tree: ClauseTree) -> str:
    lines = [line for document in tree.documents for line in _document(document)]
    notes = [f"注意 {note.kind.value} {note.text}" for note in tree.notes]
    segments = [f"{segment.part.value}={_words(tree, segment.start, segment.end)}" for segment in tree.segments]
    return "\n".join([*lines, *notes, "全文 " + " ".join(segments), ""])


def _words(tree: ClauseTree, start: int, end: int) -> int:
    return tree.text.count("\n", start, end)


def _document(document: Document) -> Iterator[str]:
    yield f"文件 {document.name or '-'} | {document.serial or '-'} | {document.title or '-'} | {document.addressee or '-'}"
    marks = (document.copy_number, document.secrecy, document.urgency, document.approver)
    if any(marks):
        yield f"版头 {' | '.join(mark or '-' for mark in marks)}"
    for clause in document.walk():
        yield from _clause(clause)
    yield f"末尾 {list(document.attachments)} | {document.signature or '-'} | {document.date or '-'}"
    for name, words in (("附注", document.remark), ("版记", document.imprint)):
        if words:
            yield f"{name} {words.replace(chr(10), '⏎')}"


def _clause(clause: Clause) -> Iterator[str]:
    indent = "  " * clause.level
    yield f"{indent}{clause.id} | {clause.anchor} | {clause.label or '-'} | {clause.text.replace(chr(10), '⏎')}"
    for mention in clause.units:
        yield f"{indent}  - 单位 {_unit(mention)}"
    for deadline in clause.deadlines:
        yield f"{indent}  - 时间 {_deadline(deadline)}"
    for quantity in clause.quantities:
        yield f"{indent}  - 数量 {_quantity(quantity)}"


def _unit(mention: UnitMention) -> str:
    meant = "" if mention.unit == mention.name else f" = {mention.unit}"
    return f"{mention.role.value} {mention.group} {mention.name}{meant}"


def _deadline(deadline: Deadline) -> str:
    days = f"{deadline.since or ''}~{deadline.until or ''}"
    return f"{deadline.kind.value} {deadline.text} {deadline.every or days}"


def _quantity(quantity: Quantity) -> str:
    high = f"..{quantity.high}" if quantity.high else ""
    return (
        f"{quantity.text} {quantity.bound.value} {quantity.low}{high} {quantity.unit}{' 软' if quantity.soft else ''}"
    )
