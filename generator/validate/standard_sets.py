"""标准集 held against one another: on any day, one and only one of them is for a kind of branch."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

from generator.model.kinds import BranchKind
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.standard_set import MAIN_SET, StandardSet
from generator.model.words import day

_DAY = timedelta(days=1)


def check_sets(sets: Sequence[StandardSet], kinds: Collection[BranchKind], as_of: date) -> Iterator[Problem]:
    """Two sets for one kind of branch on one day, or none for one of `kinds`, the kinds that occur."""
    for first, second in combinations(sets, 2):
        yield from _double(first, second)
    for kind in BranchKind:
        if kind in kinds and sets:
            yield from _missing(sets, kind, as_of)


def _double(first: StandardSet, second: StandardSet) -> Iterator[Problem]:
    since = max(first.valid_from or date.min, second.valid_from or date.min)
    until = min(first.valid_until or date.max, second.valid_until or date.max)
    shared = [kind for kind in first.kinds if kind in second.kinds]
    if shared and since <= until:
        begins = "" if since == date.min else f"{day(since)}起"
        message = f"{begins}有两套标准管{'、'.join(shared)}党支部：{_named(first)}和{_named(second)}"
        hint = "请让一类支部只归一套：从另一套的“适用类型”里去掉，或给旧的写“失效”、新的写“生效”。"
        yield report("S127", second.source.of("适用类型"), message, hint)


def _missing(sets: Sequence[StandardSet], kind: BranchKind, as_of: date) -> Iterator[Problem]:
    """A kind that is in no set, days between two sets, and `as_of` where no set is in force any more or yet."""
    rows = sorted((row for row in sets if kind in row.kinds), key=lambda row: row.valid_from or date.min)
    if not rows:
        message, hint = f"没有一套标准适用于{kind}党支部", f"请在一套标准的“适用类型”里写上{kind}。"
        yield report("S128", sets[0].source.of("适用类型"), f"{message}，这类支部没有判定", hint)
        return
    for before, after in pairwise(rows):
        if before.valid_until and after.valid_from and before.valid_until + _DAY < after.valid_from:
            span = f"{day(before.valid_until + _DAY)}到{day(after.valid_from - _DAY)}"
            yield _gap(after.source.of("生效"), kind, span)
    if (first := rows[0].valid_from) and as_of < first:
        yield _gap(rows[0].source.of("生效"), kind, f"{day(first)}以前")
    elif (last := rows[-1].valid_until) and last < as_of:
        yield _gap(rows[-1].source.of("失效"), kind, f"{day(last + _DAY)}起")


def _gap(place: Source, kind: BranchKind, span: str) -> Problem:
    hint = "请核对各套标准的“生效”和“失效”，前一套的失效日接着后一套的生效日。"
    return report("S128", place, f"{span}没有一套标准适用于{kind}党支部，这类支部没有判定", hint)


def _named(one: StandardSet) -> str:
    return f"“{one.id or MAIN_SET}”"
