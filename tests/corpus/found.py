"""What has to be found in a file of the corpus, what was found, and the differences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.model.clause import Clause, ClauseTree, Document, Style
from generator.model.clause_facts import UnitRole
from tests.corpus.original import Item, Original, Task, Time, label_of

_MARKS = re.compile(r"[\s*|#]+|-{3,}")
"""What is no word: spaces, marks of headings, borders of cells, the line below the head of a table in Markdown."""

_ALONE = {Style.CHAPTER, Style.ARTICLE}


class Found(NamedTuple):
    """A clause or a part of a document: its id, words without spaces and marks, units by role, and times."""

    id: str
    words: str
    units: tuple[str, ...] = ()
    times: tuple[str, ...] = ()


def expected(original: Original) -> list[Found]:
    """The parts and clauses that a reader has to find in any file of this original."""
    rows = [*_head(original.title, original), *_expected_items(original.items, "", set())]
    rows += [_expected_task(at, task) for at, task in enumerate(original.tasks, 1)]
    rows.append(Found("落款", _bare(f"{original.signature or ''}{original.date or ''}")))
    for at, items in enumerate(original.attached, 1):
        rows.append(Found("标题", original.attachments[at - 1]))
        rows += _expected_items(items, f"附件{at}·", set())
    return rows


def found(tree: ClauseTree) -> list[Found]:
    """The same of a tree."""
    rows: list[Found] = []
    for document in tree.documents:
        rows += _document_head(document)
        rows += (_clause(clause) for clause in document.walk())
        if not document.name:
            rows.append(Found("落款", _bare(f"{document.signature or ''}{document.date or ''}")))
    return rows


def differences(wanted: list[Found], seen: list[Found]) -> Iterator[str]:
    """What is wanted and not seen (-), and seen and not wanted (+)."""
    for tag, first, last, begun, ended in SequenceMatcher(None, wanted, seen, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (f"- {_told(row)}" for row in wanted[first:last])
            yield from (f"+ {_told(row)}" for row in seen[begun:ended])


def _told(row: Found) -> str:
    return " | ".join((row.id, row.words, "、".join(row.units), "、".join(row.times)))


def _bare(words: str) -> str:
    return _MARKS.sub("", words)


def _head(title: str, original: Original) -> Iterator[Found]:
    yield Found("标题", _bare(title))
    yield Found("文号", original.serial or "")
    yield Found("主送", original.addressee or "")
    yield Found("附件", "、".join(original.attachments))


def _document_head(document: Document) -> Iterator[Found]:
    yield Found("标题", _bare(document.title or ""))
    if not document.name:
        yield Found("文号", document.serial or "")
        yield Found("主送", document.addressee or "")
        yield Found("附件", "、".join(document.attachments))


def _expected_items(items: tuple[Item, ...], above: str, taken: set[str]) -> Iterator[Found]:
    """Chapters and articles are cited alone, unless there was another of the number before (第二编第一章)."""
    for item in items:
        own = label_of(item.style, item.number).rstrip("、.")
        id = own if item.style in _ALONE and own not in taken else above + own
        taken.add(id)
        article = item.style is Style.ARTICLE
        beside = item.units.words if item.units else ""
        words = _bare(item.words + ("" if article else "".join(item.more)) + beside + "".join(item.head))
        yield Found(id, words, _units(item), tuple(_time(each) for each in item.times))
        if article:
            for at, more in enumerate(item.more, 2):
                yield Found(id + label_of(Style.PARAGRAPH, at), _bare(more))
        yield from _expected_items(item.children, id, taken)


def _units(item: Item) -> tuple[str, ...]:
    return tuple(f"{role.value}{name}" for role, names in (item.units.names if item.units else ()) for name in names)


def _expected_task(number: int, task: Task) -> Found:
    words = f"{task.words}牵头单位：{task.leads}配合单位：{task.assists}完成时限：{task.time.words}"
    units = (f"{UnitRole.LEADS.value}{task.leads}", f"{UnitRole.ASSISTS.value}{task.assists}")
    return Found(f"二行{number}", _bare(words), units, (_time(task.time),))


def _time(time: Time) -> str:
    return f"{time.kind.value}{time.every or f'{time.since}~{time.until}'}"


def _clause(clause: Clause) -> Found:
    return Found(
        clause.id,
        _bare(clause.text),
        tuple(f"{mention.role.value}{mention.name}" for mention in clause.units),
        tuple(
            f"{each.kind.value}{each.every or f'{each.since or str()}~{each.until or str()}'}"
            for each in clause.deadlines
        ),
    )
