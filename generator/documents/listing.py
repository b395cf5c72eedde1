"""A clause tree as an indented listing, as JSON, and as the original text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.model.clause import Clause, ClauseTree, Document, Note
from generator.model.clause_facts import Deadline, Quantity, UnitMention

_SHOWN = 40


def to_text(tree: ClauseTree) -> str:
    """The original text."""
    return tree.written


def to_tree(tree: ClauseTree) -> str:
    """One line a clause, indented by its level, with its units and times behind it; notes at the end."""
    lines = [line for document in tree.documents for line in _document_lines(document)]
    notes = note_lines(tree)
    return "\n".join([*lines, *(["", *notes] if notes else [])])


def note_lines(tree: ClauseTree) -> list[str]:
    """The irregularities of a document, a line each, with the line of the text that they are in."""
    return [f"注意：{note.text}（第 {_line(tree, note)} 行）" for note in tree.notes]


def to_json(tree: ClauseTree) -> str:
    """`{title, clauses, notes, …}`; offsets are characters of the text, `documents` has the parts of each 公文."""
    main = tree.main
    data = {
        **_about(main),
        "clauses": [_clause(clause) for document in tree.documents for clause in document.clauses],
        "documents": [
            {**_about(document), "clauses": [clause.id for clause in document.clauses]} for document in tree.documents
        ],
        "notes": [
            {"kind": note.kind.value, "text": note.text, "line": _line(tree, note), "start": note.start}
            for note in tree.notes
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _document_lines(document: Document) -> Iterator[str]:
    marks = (document.copy_number, document.secrecy, document.urgency)
    if any(marks) or document.approver:
        yield "版头：" + " ".join(mark for mark in (*marks, _approver(document)) if mark)
    heads = (document.name, document.serial, document.title)
    yield " ".join(head for head in heads if head) or "（没有标题）"
    if document.addressee:
        yield f"主送：{document.addressee}"
    for clause in document.walk():
        yield _clause_line(clause)
    for name in document.attachments:
        yield f"附件：{name}"
    if document.signature or document.date:
        yield "落款：" + " ".join(part for part in (document.signature, _iso(document)) if part)
    for name, words in (("附注", document.remark), ("版记", document.imprint)):
        if words:
            yield f"{name}：{words.replace(chr(10), ' ')}"


def _approver(document: Document) -> str | None:
    return f"签发人 {document.approver}" if document.approver else None


def _clause_line(clause: Clause) -> str:
    """三（二）3  严格规范党的组织生活制度……  [党支部]  <每月>."""
    first = clause.text.partition("\n")[0].strip()
    short = first if len(first) <= _SHOWN else f"{first[:_SHOWN]}……"
    units = f"  [{'、'.join(mention.name for mention in clause.units)}]" if clause.units else ""
    times = f"  <{'、'.join(deadline.text for deadline in clause.deadlines)}>" if clause.deadlines else ""
    return f"{'  ' * clause.level}{clause.id}  {short}{units}{times}"


def _line(tree: ClauseTree, note: Note) -> int:
    return tree.text.count("\n", 0, note.start) + 1


def _iso(document: Document) -> str | None:
    return document.date.isoformat() if document.date else None


def _about(document: Document) -> dict[str, Any]:
    return {
        "title": document.title,
        "name": document.name or None,
        "serial": document.serial,
        "addressee": document.addressee,
        "preamble": document.preamble,
        "attachments": list(document.attachments),
        "signature": document.signature,
        "date": _iso(document),
        "copy_number": document.copy_number,
        "secrecy": document.secrecy,
        "urgency": document.urgency,
        "approver": document.approver,
        "remark": document.remark,
        "imprint": document.imprint,
    }


def _clause(clause: Clause) -> dict[str, Any]:
    return {
        "id": clause.id,
        "anchor": clause.anchor,
        "label": clause.label,
        "style": clause.style.value,
        "level": clause.level,
        "text": clause.text,
        "start": clause.start,
        "end": clause.end,
        "units": [_unit(mention) for mention in clause.units],
        "deadlines": [_deadline(deadline) for deadline in clause.deadlines],
        "quantities": [_quantity(quantity) for quantity in clause.quantities],
        "children": [_clause(child) for child in clause.children],
    }


def _unit(mention: UnitMention) -> dict[str, Any]:
    return {**mention._asdict(), "role": mention.role.value}


def _deadline(deadline: Deadline) -> dict[str, Any]:
    days = {name: str(day) if day else None for name, day in (("since", deadline.since), ("until", deadline.until))}
    return {**deadline._asdict(), "kind": deadline.kind.value, **days}


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {**quantity._asdict(), "bound": quantity.bound.value}
