"""`docs/aspects`: the aspects (方面) into which the handbook is divided, one page each, and which is whose standard's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.load.files import entries, shown
from generator.load.matter import read_matter
from generator.load.records import check
from generator.model.audience import Audience
from generator.model.fields import Text, entry
from generator.model.numerals import han
from generator.model.problem import Problem, Source
from generator.model.problem_codes import report
from generator.model.records.base import Record
from generator.model.standard import Standard

_NUMBER = re.compile(r"[1-9]", re.ASCII)


class AspectHead(Record):
    """方面, as the front matter of its page names it; the page's file name is its number."""

    name: Text = entry("方面", Audience.PUBLIC, example="组织生活")


@dataclass(frozen=True, slots=True)
class Aspects:
    """The declared aspects by number; `unread` are those whose page is there and cannot be read."""

    heads: Mapping[int, AspectHead]
    unread: frozenset[int]


def load_aspects(docs: Path, root: Path) -> tuple[Aspects, list[Problem]]:
    """Every aspect of the handbook, told by its page; none where there is no folder of them."""
    folder = docs / "aspects"
    found, problems = entries(folder, root) if folder.is_dir() else ([], [])
    heads: dict[int, AspectHead] = {}
    unread: set[int] = set()
    for path in found:
        if path.suffix != ".md":
            continue
        if not _NUMBER.fullmatch(path.stem):
            told = f"“{path.name}”不是方面的次序"
            problems.append(report("S120", Source(shown(path, root)), told, "文件名写次序 1.md 到 9.md。"))
            continue
        head, told_here = _head(path, root)
        problems += told_here
        if head is None:
            unread.add(int(path.stem))
        else:
            problems += _double(head, heads)
            heads[int(path.stem)] = head
    return Aspects(heads, frozenset(unread)), problems


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


def _head(path: Path, root: Path) -> tuple[AspectHead | None, list[Problem]]:
    matter, problems = read_matter(path, root)
    if matter.tree is None:
        return None, problems
    head, found = check(matter.tree, AspectHead)
    return head, problems + found


def _double(head: AspectHead, heads: Mapping[int, AspectHead]) -> Iterator[Problem]:
    first = next((row for row in heads.values() if row.name == head.name), None)
    if first is not None:
        told = f"方面“{head.name}”写了两次，先见于 {first.where('name')}"
        yield report("S120", head.where("name"), told, "每个方面一页，名称各不相同。")
