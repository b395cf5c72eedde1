"""Marks that are not read change nothing: ids, words and facts stay, and every position is that of the same characters."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.documents.outline.marks import marks_of
from generator.documents.outline.parser import parse_outline
from generator.model.clause import Clause, ClauseTree
from generator.model.clause_facts import Deadline, Quantity, UnitMention

ROOT = Path(__file__).parents[3]
TEXTS = [*sorted((ROOT / "tests/examples/documents").glob("*.txt")), ROOT / "records/plan/2019.txt"]
RADICALS = dict(zip("一二八十人大小工支方日月行", "⼀⼆⼋⼗⼈⼤⼩⼯⽀⽅⽇⽉⾏", strict=True))
BETWEEN = ("\u200b", "\u2060", "\ufeff", "\u00ad", "<b>", "</b>", '<span class="a">', "<!-- 6月1日前，责任单位：乙 -->")


class Disturbed(NamedTuple):
    """A text with what is not read; where each character of the plain text is in it, from `starts` to `ends`."""

    text: str
    starts: list[int]
    ends: list[int]


def disturbed(plain: str, chance: random.Random, share: float) -> Disturbed:
    pieces: list[str] = []
    starts, ends, length = [], [], 0
    for each in plain:
        before = chance.choice(BETWEEN) if chance.random() < share else ""
        written = _written(each, chance) if chance.random() < share else each
        pieces += (before, written)
        starts.append(length + len(before))
        length += len(before) + len(written)
        ends.append(length)
    return Disturbed("".join(pieces), starts, ends)


def _written(each: str, chance: random.Random) -> str:
    """The same character as a radical, an entity, or behind a backslash."""
    ways = [f"&#{ord(each)};", f"&#x{ord(each):X};"] if each.isprintable() else [each]
    if each in RADICALS:
        ways.append(RADICALS[each])
    if each in ".*_()[]-":
        ways.append(f"\\{each}")
    return chance.choice(ways)


def facts(clause: Clause) -> Iterator[tuple[tuple[object, ...], int, int]]:
    """Every fact without its place, and its place."""
    found: tuple[UnitMention | Deadline | Quantity, ...] = (*clause.units, *clause.deadlines, *clause.quantities)
    for each in found:
        yield tuple(each._replace(start=0, end=0)), each.start, each.end


def parts(tree: ClauseTree) -> list[tuple[object, ...]]:
    return [
        (one.name, one.serial, one.title, one.addressee, one.preamble, one.attachments, one.signature, one.date)
        for one in tree.documents
    ]


def is_plain(text: str) -> bool:
    """Without marks of its own: a mark that another stands within is none."""
    return not set(text) & set("<>&\\#|") and marks_of(text, 0, markup=True)[0] == []


PLAIN = [path for path in TEXTS if is_plain(path.read_text(encoding="utf-8"))]


def test_most_examples_are_plain() -> None:
    assert len(PLAIN) >= 10


@pytest.mark.parametrize("share", [0.05, 0.5])
@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.stem)
def test_marks_that_are_not_read_change_nothing(path: Path, share: float) -> None:
    plain = path.read_text(encoding="utf-8")
    told = disturbed(plain, random.Random(f"{path.stem} {share}"), share)
    tree, other = parse_outline(plain), parse_outline(told.text)
    assert other.written == told.text
    assert parts(other) == parts(tree)
    clauses, others = list(tree.walk()), list(other.walk())
    assert [(each.id, each.anchor, each.level, each.label, each.text) for each in others] == [
        (each.id, each.anchor, each.level, each.label, each.text) for each in clauses
    ]
    for clause, same in zip(clauses, others, strict=True):
        assert list(facts(same)) == [
            (fact, told.starts[start], told.ends[end - 1]) for fact, start, end in facts(clause)
        ]
        # What is not read belongs to the clause behind it: the clause begins where the character before it ends.
        assert same.start == (told.ends[clause.start - 1] if clause.start else 0)
        assert same.end == told.ends[clause.end - 1]


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: path.stem)
def test_nothing_is_invented(path: Path) -> None:
    """The words of every clause, and of every fact, stand in the text where it says."""
    tree = parse_outline(path.read_text(encoding="utf-8"))
    for clause in tree.walk():
        own = tree.text[clause.body : clause.end]
        assert clause.text == "".join(each for each in own if each not in "\u200b\u2060\ufeff\u00ad").rstrip()
        for mention in clause.units:
            assert tree.text[mention.start : mention.end].replace("\u200b", "") == mention.name
        for deadline in clause.deadlines:
            assert tree.text[deadline.start : deadline.end].strip() == deadline.text
