"""`docs/aspects`: the aspects (方面) into which the handbook is divided, one page each, and which is whose standard's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.fields import Text
from generator.model.numerals import han
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Audience, Record, Source, entry
from generator.model.standard import Standard


class AspectHead(Record):
    """方面, as the front matter of its page names it; the page's file name is its number."""

    name: Text = entry("方面", Audience.PUBLIC, example="组织生活")


@dataclass(frozen=True, slots=True)
class Aspects:
    """The declared aspects by number; `unread` are those whose page is there and cannot be read."""

    heads: Mapping[int, AspectHead]
    unread: frozenset[int]


def check_aspects(standards: Sequence[Standard], aspects: Aspects) -> Iterator[Problem]:
    """Standards whose 方面 is not the one of their number; aspects that have no standard."""
    missed: set[int] = set()
    for standard in standards:
        number = standard.aspect_number
        head = aspects.heads.get(number)
        if head is not None and standard.aspect != head.name:
            told = f"第{han(number)}方面是“{head.name}”，标准 {standard.id} 写的是“{standard.aspect}”"
            hint = f"请改成“{head.name}”，或改编号；方面的名称以 docs/aspects/{number}.md 为准。"
            yield report("S110", standard.where("aspect"), told, hint)
        elif head is None and number not in aspects.unread | missed:
            missed.add(number)
            told = f"手册没有第{han(number)}方面，标准 {standard.id} 写的是“{standard.aspect}”"
            yield report("S110", standard.where("id"), told, f"请补上 docs/aspects/{number}.md，或改编号。")


def check_empty(standards: Sequence[Standard], aspects: Aspects) -> Iterator[Problem]:
    """Aspects without any standard."""
    used = {standard.aspect_number for standard in standards}
    for number, head in aspects.heads.items():
        if number not in used:
            told = f"方面“{head.name}”下面没有标准"
            yield report("S121", head.where("name"), told, "请删去这一页，或补上这个方面的标准。")


def check_dropped(dropped: Iterable[int], place: Source, aspects: Aspects) -> Iterator[Problem]:
    """Aspects that are said to be dropped and still have their page."""
    for number in dropped:
        if number in aspects.heads:
            told = f"第{han(number)}方面写着停用，却还有 docs/aspects/{number}.md"
            yield report("S120", place, told, "请删去那一页和它的标准，或把它从“停用方面”里去掉。")
