"""`docs/standards`: the front matter of every standard, checked against the checks that will apply it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from generator.load.aspects import AspectHead, Aspects, check_aspects, check_dropped, check_empty
from generator.load.files import display_path, list_folder, missing
from generator.load.front_matter import read_front_matter
from generator.load.records import check
from generator.load.tree import Block, block_at
from generator.model.check import CheckDescription
from generator.model.fields import Count, Day, Text
from generator.model.kinds import BranchKind, Part
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import SOURCE_KEY, Audience, Record, Source, entry
from generator.model.standard import Category, Criterion, Standard, StandardSet

_PUBLIC = Audience.PUBLIC
_NUMBER = re.compile(r"[1-9]", re.ASCII)
_ID = re.compile(r"[1-9]\.[1-9]\d*", re.ASCII)
_READING = re.compile(r"A[1-9]\d?", re.ASCII)


class SetHead(Record):
    """标准集, as the front matter of its `index.md` gives it."""

    name: Text = entry("名称", _PUBLIC, example="党支部建设标准化手册")
    version: Text = entry("版本", _PUBLIC, example="2019-03 整理稿")
    valid_from: Day | None = entry("生效", _PUBLIC, example="2019-01-01", default=None)
    valid_until: Day | None = entry("失效", _PUBLIC, example="2026-12-31", default=None)
    kinds: tuple[BranchKind, ...] = entry("适用类型", _PUBLIC, example=["教师", "机关", "学生"])
    dropped: tuple[Count, ...] = entry(
        "停用方面", _PUBLIC, example=["4"], default=(), hint="删去的方面的次序；台账里写着它的标准的，不再提醒"
    )


def load_standards(
    docs: Path, root: Path, parameters: Mapping[str, type[CheckDescription]]
) -> tuple[tuple[StandardSet, ...], list[Problem]]:
    """The default set and every further one.  `parameters` gives the model of each check's 参数, by the check's name."""
    folder = docs / "standards"
    if not folder.is_dir():
        return (), [missing(folder, root)]
    aspects, problems = _aspects(docs, root)
    found, told = list_folder(folder, root)
    problems += told
    reader = _Reader(root, parameters, aspects)
    sets = [reader.standard_set("", folder, found)]
    for path in found:
        if path.is_dir():
            inside, told = list_folder(path, root)
            problems += told
            if any(each.suffix == ".md" for each in inside):
                sets.append(reader.standard_set(path.name, path, inside))
    return tuple(filter(None, sets)), problems + reader.problems


class _Reader:
    """Reads the sets one after the other and keeps what was found on the way."""

    def __init__(self, root: Path, parameters: Mapping[str, type[CheckDescription]], aspects: Aspects) -> None:
        self.problems: list[Problem] = []
        self._aspects = aspects
        self._root = root
        self._models = parameters

    def standard_set(self, id: str, folder: Path, found: Iterable[Path]) -> StandardSet | None:
        head = self._head(folder / "index.md")
        seen: dict[str, Source] = {}
        parameters: dict[str, CheckDescription] = {}
        pages = [path for path in found if path.suffix == ".md" and path.name != "index.md"]
        read = [self._standard(path, seen, parameters) for path in pages]
        standards = sorted(filter(None, read), key=_order)
        complete = len(standards) == len(read)
        self.problems += check_aspects(standards, self._aspects)
        if complete and not id:
            self.problems += check_empty(standards, self._aspects)
        if head is None:
            return None
        self.problems += check_dropped(head.dropped, head.where("dropped"), self._aspects)
        return StandardSet(
            id=id,
            name=head.name,
            version=head.version,
            valid_from=head.valid_from,
            valid_until=head.valid_until,
            kinds=head.kinds,
            standards=tuple(standards),
            parameters=parameters,
            complete=complete,
            dropped=frozenset(head.dropped),
        )

    def _head(self, path: Path) -> SetHead | None:
        matter, problems = read_front_matter(path, self._root)
        self.problems += problems
        if matter.tree is None:
            return None
        block = matter.tree.get("标准集")
        if not isinstance(block, Block):
            told = "请写“标准集: {名称: …, 版本: …, 适用类型: [教师, 机关, 学生, 离退休]}”。"
            self.problems.append(report("S107", matter.tree.place.of("标准集"), "没有写明标准集", told))
            return None
        head, found = check(block, SetHead)
        self.problems += found
        if head is not None and _reversed(head.valid_from, head.valid_until):
            self.problems.append(_dates_reversed(head, "valid_until"))
        return head

    def _standard(
        self, path: Path, seen: dict[str, Source], parameters: dict[str, CheckDescription]
    ) -> Standard | None:
        matter, problems = read_front_matter(path, self._root)
        self.problems += problems
        if matter.tree is None:
            return None
        rows = matter.tree.get("要点")
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, Block):
                self._parameters(row, parameters)
        standard, found = check(matter.tree, Standard)
        self.problems += found
        if standard is None:
            return None
        if not _ID.fullmatch(standard.id) or standard.slug != path.stem:
            told = f"编号“{standard.id}”与文件名 {path.name} 不一致"
            hint = f"编号 {standard.id} 的文件名应是 {standard.slug}.md。"
            self.problems.append(report("S104", standard.where("id"), told, hint))
            return None
        self.problems += [*_sense(standard), *_doubles(standard, seen)]
        return standard

    def _parameters(self, row: Block, parameters: dict[str, CheckDescription]) -> None:
        """Check one criterion's 检查 and 参数 and keep what its check will be given."""
        name, given = row.get("检查"), row.get("参数", block_at(row.place, row.place.source_text))
        if not isinstance(name, str) or not name or not isinstance(given, Block):
            return
        model = self._models.get(name)
        if model is None:
            hint = did_you_mean(name, self._models, f"可用的检查：{'、'.join(self._models)}。")
            self.problems.append(report("S101", row.place.of("检查"), f"没有“{name}”这种检查", hint))
            return
        given[SOURCE_KEY] = given.place
        record, found = check(given, model)
        self.problems += [
            each._replace(code="S102", message=f"检查“{name}”的参数有误：{each.message}") for each in found
        ]
        if record is not None:
            parameters[str(row.get("编号"))] = record


def _sense(standard: Standard) -> Iterable[Problem]:
    if not standard.basis:
        yield report(
            "S106",
            standard.where("basis"),
            "没有写依据",
            "请至少写一条：{文件: 支部工作条例, 条款: 第十一条, 可信度: ✔}。",
        )
    if not standard.criteria:
        yield report(
            "S109", standard.where("criteria"), "没有写评价要点", "请至少写一条要点；由人评的写“检查: 人工评”。"
        )
    days = [row.on for row in standard.revisions]
    if not days or days != sorted(days):
        told = "修订没有按日期先后排列" if days else "没有写修订"
        yield report("S114", standard.where("revisions"), told, "请写：{日期: 2026-11-22, 内容: 首次整理}，早的在前。")
    yield from _readings(standard)
    for row in standard.criteria:
        yield from _criterion(row, standard)


def _criterion(row: Criterion, standard: Standard) -> Iterable[Problem]:
    tail = row.id.removeprefix(f"{standard.id}.")
    if tail == row.id or not tail.isdecimal():
        told = f"评价要点“{row.id}”不在标准 {standard.id} 之下"
        yield report("S105", row.where("id"), told, f"请写成 {standard.id}.1、{standard.id}.2 这样。")
    if standard.category is not Category.MIXED and row.part != Part(standard.category.value):
        told = f"标准是{standard.category}，这一条要点却是{row.part}"
        yield report("S111", row.where("part"), told, "请改成一致，两样都有的标准写“类别: 混合”。")
    if _reversed(row.since, row.until):
        yield _dates_reversed(row, "until")
    yield from _readings(row)


def _readings(record: Standard | Criterion) -> Iterable[Problem]:
    for reading in record.readings:
        if not _READING.fullmatch(reading):
            yield report("S108", record.where("readings"), f"“{reading}”不是口径编号", "请写歧义表里的编号，如 A11。")


def _doubles(standard: Standard, seen: dict[str, Source]) -> Iterable[Problem]:
    for row in standard.criteria:
        place = row.where("id")
        first = seen.setdefault(row.id, place)
        if first != place:
            yield report("S103", place, f"评价要点“{row.id}”的编号用了两次，先见于 {first}", "请改成不重复的编号。")


def _reversed(since: date | None, until: date | None) -> bool:
    return since is not None and until is not None and since > until


def _dates_reversed(record: Record, name: str) -> Problem:
    return report("R122", record.where(name), "“生效”晚于“失效”", "请核对两个日期。")


def _order(standard: Standard) -> list[int]:
    return [int(part) for part in standard.id.split(".")]


def _aspects(docs: Path, root: Path) -> tuple[Aspects, list[Problem]]:
    """Every aspect of the handbook, told by its page; none where there is no folder of them."""
    folder = docs / "aspects"
    found, problems = list_folder(folder, root) if folder.is_dir() else ([], [])
    heads: dict[int, AspectHead] = {}
    unread: set[int] = set()
    for path in found:
        if path.suffix != ".md":
            continue
        if not _NUMBER.fullmatch(path.stem):
            told = f"“{path.name}”不是方面的次序"
            problems.append(report("S120", Source(display_path(path, root)), told, "文件名写次序 1.md 到 9.md。"))
            continue
        head, told_here = _aspect_head(path, root)
        problems += told_here
        if head is None:
            unread.add(int(path.stem))
        else:
            problems += _double(head, heads)
            heads[int(path.stem)] = head
    return Aspects(heads, frozenset(unread)), problems


def _aspect_head(path: Path, root: Path) -> tuple[AspectHead | None, list[Problem]]:
    matter, problems = read_front_matter(path, root)
    if matter.tree is None:
        return None, problems
    head, found = check(matter.tree, AspectHead)
    return head, problems + found


def _double(head: AspectHead, heads: Mapping[int, AspectHead]) -> Iterator[Problem]:
    first = next((row for row in heads.values() if row.name == head.name), None)
    if first is not None:
        told = f"方面“{head.name}”写了两次，先见于 {first.where('name')}"
        yield report("S120", head.where("name"), told, "每个方面一页，名称各不相同。")
