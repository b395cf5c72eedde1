"""`docs/standards`: the front matter of every standard, checked against the checks that will apply it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.load.aspects import AspectHead, Aspects, check_aspects, check_dropped, check_empty
from generator.load.filesystem import display_path, list_folder, missing
from generator.load.front_matter import read_front_matter
from generator.load.inheritance import OwnPart, inherit
from generator.load.records import to_record
from generator.load.standard_sense import check_days, check_grounds, check_levels, check_standard, misnamed
from generator.load.yaml_tree import YamlMapping, block_at
from generator.model.check import CheckDescription
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import SOURCE_KEY, Source
from generator.model.standard import Standard
from generator.model.standard_set import Inapplicable, SetHead, StandardSet

_NUMBER = re.compile(r"[1-9]", re.ASCII)
_FOLDER = re.compile(r"[a-z][a-z0-9-]{0,39}", re.ASCII)
"""The folder of a further set: no number, for numbers are pages of lists, and no standard's own name."""

_INAPPLICABLE = "不适用"


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
    reader.read("", folder, found)
    for path in found:
        if path.is_dir():
            inside, told = list_folder(path, root)
            problems += told
            if any(each.suffix == ".md" for each in inside):
                problems += _folder_name(path, root)
                reader.read(path.name, path, inside)
    sets, told = inherit(reader.parts, reader.unread)
    return sets, problems + reader.problems + told


def _folder_name(path: Path, root: Path) -> Iterator[Problem]:
    if not _FOLDER.fullmatch(path.name):
        told = f"“{path.name}”不能作标准集的文件夹名"
        hint = "文件夹名就是网址：字母开头，用小写字母、数字和连字符，不超过 40 个字符，如 lituixiu。"
        yield report("S129", Source(display_path(path, root)), told, hint)


class _Reader:
    """Reads the folders of the sets one after the other and keeps what was found on the way."""

    def __init__(self, root: Path, parameters: Mapping[str, type[CheckDescription]], aspects: Aspects) -> None:
        self.parts: list[OwnPart] = []
        self.unread: set[str] = set()
        self.problems: list[Problem] = []
        self._aspects = aspects
        self._root = root
        self._models = parameters

    def read(self, id: str, folder: Path, found: Iterable[Path]) -> None:
        """Read the set in one folder, in which `found` was found."""
        head = self._head(folder / "index.md")
        seen: dict[str, Source] = {}
        parameters: dict[str, CheckDescription] = {}
        pages = [path for path in found if path.suffix == ".md" and path.name != "index.md"]
        read = [self._page(path, seen, parameters) for path in pages]
        standards = tuple(row for row in read if isinstance(row, Standard))
        complete = None not in read
        self.problems += check_aspects(standards, self._aspects)
        if complete and not id:
            self.problems += check_empty(standards, self._aspects)
        if head is None:
            self.unread.add(id)
            return
        self.problems += check_dropped(head.dropped, head.where("dropped"), self._aspects)
        left = tuple(row for row in read if isinstance(row, Inapplicable))
        self.parts.append(OwnPart(id, head, standards, left, parameters, complete))

    def _head(self, path: Path) -> SetHead | None:
        matter, problems = read_front_matter(path, self._root)
        self.problems += problems
        if matter.tree is None:
            return None
        block = matter.tree.get("标准集")
        if not isinstance(block, YamlMapping):
            told = "请写“标准集: {名称: …, 版本: …, 适用类型: [教师, 机关, 学生, 离退休]}”。"
            self.problems.append(report("S107", matter.tree.place.of("标准集"), "没有写明标准集", told))
            return None
        head, found = to_record(block, SetHead)
        self.problems += found
        self.problems += check_days(head, head.valid_from, head.valid_until) if head is not None else ()
        return head

    def _page(
        self, path: Path, seen: dict[str, Source], parameters: dict[str, CheckDescription]
    ) -> Standard | Inapplicable | None:
        """The file of one standard; None where it is not to be relied on."""
        matter, problems = read_front_matter(path, self._root)
        self.problems += problems
        if matter.tree is None:
            return None
        if _INAPPLICABLE in matter.tree:
            return self._inapplicable(matter.tree, path)
        return self._standard(matter.tree, path, seen, parameters)

    def _inapplicable(self, tree: YamlMapping, path: Path) -> Inapplicable | None:
        if not tree[_INAPPLICABLE]:
            hint = "请写一句话的理由，如“不适用: 离退休党支部不在名单内”。"
            self.problems.append(report("S125", tree.place.of(_INAPPLICABLE), "不适用没有写理由", hint))
            return None
        row, found = to_record(tree, Inapplicable)
        wrong = list(misnamed(row, path)) if row is not None else []
        self.problems += [*found, *wrong]
        if row is None or wrong:
            return None
        self.problems += check_grounds(row)
        return row

    def _standard(
        self, tree: YamlMapping, path: Path, seen: dict[str, Source], parameters: dict[str, CheckDescription]
    ) -> Standard | None:
        rows = tree.get("要点")
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, YamlMapping):
                self._parameters(row, parameters)
        standard, found = to_record(tree, Standard)
        wrong = list(misnamed(standard, path)) if standard is not None else []
        self.problems += [*found, *wrong]
        if standard is None or wrong:
            return None
        self.problems += check_standard(standard, seen)
        self.problems += check_levels(standard, parameters)
        return standard

    def _parameters(self, row: YamlMapping, parameters: dict[str, CheckDescription]) -> None:
        """Check one criterion's 检查 and 参数 and keep what its check will be given."""
        name, given = row.get("检查"), row.get("参数", block_at(row.place, row.place.source_text))
        if not isinstance(name, str) or not name or not isinstance(given, YamlMapping):
            return
        model = self._models.get(name)
        if model is None:
            hint = did_you_mean(name, self._models, f"可用的检查：{'、'.join(self._models)}。")
            self.problems.append(report("S101", row.place.of("检查"), f"没有“{name}”这种检查", hint))
            return
        given[SOURCE_KEY] = given.place
        record, found = to_record(given, model)
        self.problems += [
            each._replace(code="S102", message=f"检查“{name}”的参数有误：{each.message}") for each in found
        ]
        if record is not None:
            parameters[str(row.get("编号"))] = record


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
    head, found = to_record(matter.tree, AspectHead)
    return head, problems + found


def _double(head: AspectHead, heads: Mapping[int, AspectHead]) -> Iterator[Problem]:
    first = next((row for row in heads.values() if row.name == head.name), None)
    if first is not None:
        told = f"方面“{head.name}”写了两次，先见于 {first.where('name')}"
        yield report("S120", head.where("name"), told, "每个方面一页，名称各不相同。")
