"""What an approval covers, and whether its item may be published on a day (A42).

An item is split into pieces: every sentence, and every picture by its content.  The approval holds a digest of all of
them, so that a change after the approval takes the item out of the public edition until it is approved again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from hashlib import blake2b
from typing import Any, NamedTuple

from generator.model.aligned import changes
from generator.model.record import Record
from generator.model.records.approval import Approval, ApprovedFor
from generator.model.records.approved_text import ApprovedText
from generator.model.words import day as say_day

_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；]?")
_MARK = 4
"""Hexadecimal digits of a sentence's mark.  Marks only locate a change, so collisions are harmless; the digest proves it."""


PROSE = "正文"
"""The label of the sentences of an item's prose."""

_MOST = 8
"""So many changes are told one by one."""


class Piece(NamedTuple):
    """One sentence or picture: the label of its field, its text, and for a file the digest of its content."""

    label: str
    text: str
    content: str = ""

    @property
    def mark(self) -> str:
        """The short mark of this piece."""
        return _hash(*self)[:_MARK]


class Bar(StrEnum):
    """Why an item is not in the public edition."""

    INCOMPLETE = "不全"
    EARLY = "未到"
    EXPIRED = "过期"
    UNSEALED = "没有定稿摘要"
    CHANGED = "改过"
    NARROWER = "范围"
    WITHDRAWN = "撤回"
    DISSOLVED = "撤销"

    @property
    def intended(self) -> bool:
        """Whether it is a decision, not a mistake to be corrected."""
        return self in (Bar.NARROWER, Bar.WITHDRAWN, Bar.DISSOLVED)


class Barred(NamedTuple):
    """Why an item may not be published: the field of the approval at fault, the message, and how to correct it."""

    bar: Bar
    field: str
    message: str
    hint: str


def pieces(item: Record, prose: str = "", files: Mapping[str, str] | None = None) -> tuple[Piece, ...]:
    """Everything of an item that its approval covers, in order; `files` has the digest of each file it names."""
    known = files or {}
    rows = (*_leaves(item, ""), (PROSE, prose))
    return tuple(
        Piece(label, sentence, known.get(sentence, "")) for label, text in rows for sentence in sentences(text)
    )


def kept_pieces(kept: ApprovedText) -> tuple[Piece, ...]:
    """The pieces of a text that was kept, as its approval counted them."""
    return tuple(Piece(row.label, row.text, row.content or "") for row in kept.rows)


def seal(rows: tuple[Piece, ...]) -> str:
    """The digest of all pieces, in their order: 32 hexadecimal digits."""
    return _hash(*(part for piece in rows for part in piece))


def marks(rows: tuple[Piece, ...]) -> str:
    """The marks of all pieces, concatenated."""
    return "".join(piece.mark for piece in rows)


def changed(approval: Approval, rows: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces that are new or changed since the approval."""
    known = approval.marks or ""
    left = Counter(known[at : at + _MARK] for at in range(0, len(known), _MARK))
    found = []
    for piece in rows:
        if left[piece.mark]:
            left[piece.mark] -= 1
        else:
            found.append(piece)
    return tuple(found)


def barred(approval: Approval, day: date, rows: tuple[Piece, ...], kept: ApprovedText | None = None) -> Barred | None:
    """Why an item may not be published on that day; None where it may.  `kept` is its text as it was approved."""
    return next(filter(None, (_decided(approval, day), _dated(approval, day), _bound(approval, rows, kept))), None)


def _decided(approval: Approval, day: date) -> Barred | None:
    if approval.scope is not ApprovedFor.PUBLIC:
        return Barred(
            Bar.NARROWER, "scope", f"审批的范围是“{approval.scope}”", "要向社会公开的，请按社会公开重新审批。"
        )
    if approval.withdrawal is not None and approval.withdrawal.on <= day:
        return Barred(
            Bar.WITHDRAWN,
            "withdrawal",
            f"{say_day(approval.withdrawal.on)}起已撤回（{approval.withdrawal.decision}）",
            "要再公开的，请重新审批。",
        )
    return None


def _dated(approval: Approval, day: date) -> Barred | None:
    missing = [
        str(Approval.model_fields[name].alias)
        for name in ("reviewed_on", "secrecy_by", "secrecy_on")
        if getattr(approval, name) is None
    ]
    if missing:
        message = f"审批记录缺{'、'.join(missing)}"
        return Barred(Bar.INCOMPLETE, "reviewed_by", message, "请补写；审核和保密审查分开写职务和日期。")
    if day < approval.on:
        message = f"审批自{say_day(approval.on)}起，截至日是{say_day(day)}"
        return Barred(Bar.EARLY, "on", message, "请核对审批日期。")
    if approval.until < day:
        message = f"审批到{say_day(approval.until)}为止，截至日是{say_day(day)}"
        return Barred(Bar.EXPIRED, "until", message, "需要继续公开的，请重新审批并改写期限。")
    return None


def _bound(approval: Approval, rows: tuple[Piece, ...], kept: ApprovedText | None) -> Barred | None:
    if approval.digest is None:
        hint = "请运行 zhibu approve，把给出的摘要和逐句写进审批。"
        return Barred(Bar.UNSEALED, "digest", "审批没有定稿的摘要", hint)
    if approval.digest == seal(rows):
        return None
    before = kept_pieces(kept) if kept and kept.digest == approval.digest else ()
    told = [_change(*pair) for pair in changes(before, rows)] if before else list(map(_told, changed(approval, rows)))
    more = f"；等共 {len(told)} 处" if len(told) > _MOST else ""
    message = ("；" if before else "、").join(told[:_MOST]) + more or "删去了内容或改了次序"
    hint = "内容在审批以后改过，须重新审批；不该改的，请改回去。"
    return Barred(Bar.CHANGED, "digest", f"内容在审批以后改过：{message}", hint)


def _told(piece: Piece) -> str:
    return f"{piece.label}“{piece.text}”"


def _change(before: Piece | None, after: Piece | None) -> str:
    if before is None or after is None:
        return f"新加{_told(after)}" if after else f"删去{_told(before)}" if before else ""
    if before[:2] == after[:2]:
        return f"{_told(after)}换了内容"
    return (
        f"{_told(after)}，原为“{before.text}”"
        if before.label == after.label
        else f"{_told(after)}，原为{_told(before)}"
    )


def _leaves(value: Any, label: str) -> Iterator[tuple[str, str]]:
    """Every value of a record but its approval, as text, with its Chinese key."""
    if isinstance(value, Record):
        for name, held in _fields(value):
            yield from _leaves(held, name)
    elif isinstance(value, tuple):
        for item in value:
            yield from _leaves(item, label)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield label, f"{key} {item}"
    elif value is not None:
        yield label, str(value)


def _fields(record: Record) -> Iterator[tuple[str, Any]]:
    """The fields that differ from their defaults; so a field added to the model later does not invalidate approvals."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if name != "source" and value != field.default and not isinstance(value, Approval):
            yield field.alias or name, value


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, each on one line."""
    return (sentence for found in _SENTENCE.findall(text) if (sentence := " ".join(found.split())))


def _hash(*parts: str) -> str:
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(f"{len(part)}:{part}".encode())  # the length keeps "ab" + "c" apart from "a" + "bc"
    return made.hexdigest()
