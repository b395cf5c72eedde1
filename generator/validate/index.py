"""The whole tree: ids that collide, holidays, and every showcase."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import PurePosixPath

from generator.model.index import BranchEntry, CommitteeEntry, Index
from generator.model.problem import Problem, Source
from generator.model.problem_codes import report
from generator.validate.privacy import scan
from generator.validate.profile import check_span
from generator.validate.showcases import check_showcase


def validate_index(index: Index, standards: Collection[str], as_of: date) -> list[Problem]:
    """Every problem of the tree as a whole, by place.  `standards` are the known ids; where none are known, none are missed."""
    problems = list(_collisions(index))
    for holiday in index.institution.holidays:
        problems += check_span(holiday, holiday.since, holiday.until)
    problems += scan(index.institution, *(entry.committee for entry in index.committees))
    for entry in index.showcases:
        problems += check_showcase(entry, standards, as_of)
    return sorted(problems)


def _collisions(index: Index) -> Iterator[Problem]:
    """Branch ids are unique in the institution; one that is also a committee's is easily mistaken."""
    committees = {entry.id: entry for entry in index.committees}
    seen: dict[str, str] = {}
    for branch in index.branches():
        first = seen.setdefault(branch.id, branch.committee)
        if first != branch.committee:
            told = f"支部编号 {branch.id} 在 {first} 和 {branch.committee} 里都有"
            yield report("P102", _folder(committees[branch.committee], branch), told, "请给其中一个文件夹换名。")
        if branch.id in committees:
            told = f"支部 {branch.id} 与基层党委 {branch.id} 编号相同"
            yield report("P114", _folder(committees[branch.committee], branch), told, "请给其中一个文件夹换名。")


def _folder(committee: CommitteeEntry, branch: BranchEntry) -> Source:
    """The branch's folder as a user would type it: beside its committee's own file."""
    return Source((PurePosixPath(committee.committee.source.path).parent / branch.id).as_posix())
