"""The whole tree: unique ids and names, holidays, powers of approval, showcases."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import PurePosixPath

from generator.model.index import BranchEntry, CommitteeEntry, Index
from generator.model.kinds import BranchKind
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.organisation import CommitteeKind
from generator.validate.privacy import scan
from generator.validate.profile import check_span
from generator.validate.showcase_honours import check_honours, honours_given
from generator.validate.showcases import check_showcase
from generator.validate.themed_projects import check_projects

_NAME = re.compile(r"^名称: *", re.MULTILINE)


def validate_index(index: Index, standards: Mapping[BranchKind, Collection[str]], as_of: date) -> list[Problem]:
    """The Problems of the whole tree, sorted.

    `standards` are the known ids by kind of branch; if empty, references are not checked.
    """
    problems = [*_collisions(index), *_equal_names(index)]
    for holiday in index.institution.holidays:
        problems += check_span(holiday, holiday.since, holiday.until)
    problems += _powers_of_approval(index)
    problems += scan(*index.records)
    problems += check_projects(index.further.values(), {id for known in standards.values() for id in known}, as_of)
    given = honours_given(index)
    for entry in index.showcases:
        problems += check_honours(entry, given)
        problems += check_showcase(entry, standards.get(entry.branch.kind, ()), as_of)
    return sorted(problems)


def _powers_of_approval(index: Index) -> Iterator[Problem]:
    """A 党总支 only deliberates; approval is the 党委's."""
    for entry in index.committees:
        if entry.committee.kind is CommitteeKind.GENERAL_BRANCH and entry.committee.may_approve:
            message = f"{entry.committee.name}是党总支，写了有审批权限"
            yield report(
                "R272", entry.committee.where("may_approve"), message, "党总支只审议、不能审批，请写“否”或删去。"
            )


def _collisions(index: Index) -> Iterator[Problem]:
    """Branch ids differ from committee ids; that each is unique, `load_index` has checked."""
    committees = {entry.id: entry for entry in index.committees}
    for branch in index.branches():
        if branch.id in committees:
            message = f"支部 {branch.id} 与基层党委 {branch.id} 编号相同"
            yield report("P114", _folder(committees[branch.committee], branch), message, "请给其中一个文件夹换名。")


def _equal_names(index: Index) -> Iterator[Problem]:
    """Branches of the same name, compared without spaces and in NFKC."""
    committees = {entry.id: entry for entry in index.committees}
    first: dict[str, BranchEntry] = {}
    for branch in index.branches():
        other = first.setdefault("".join(unicodedata.normalize("NFKC", branch.name).split()), branch)
        if other is not branch:
            message = f"支部 {branch.id} 与 {other.committee} 的支部 {other.id} 同名：{branch.name}"
            yield report(
                "P116",
                _name_place(committees[branch.committee], branch),
                message,
                "请核对是不是重复建了支部；确是两个的，名称里写明单位。",
            )


def _name_place(committee: CommitteeEntry, branch: BranchEntry) -> Source:
    """The position of the name.  The index holds no positions, to stay small, so the file is read again for a Problem."""
    path = f"{_folder(committee, branch).path}/branch.yml"
    with suppress(OSError, UnicodeDecodeError):
        text = (branch.folder / "branch.yml").read_text(encoding="utf-8-sig")
        if found := _NAME.search(text):
            return Source(path, text.count("\n", 0, found.start()) + 1, found.end() - found.start() + 1)
    return Source(path)


def _folder(committee: CommitteeEntry, branch: BranchEntry) -> Source:
    """The branch's folder as a user would type it."""
    return Source((PurePosixPath(committee.committee.source.path).parent / branch.id).as_posix())
