from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.load.index import load_index
from generator.load.records import load_dossier
from generator.media.showcase_pictures import uncached, with_pictures
from generator.model.approved import Piece, marks, pieces, seal
from generator.model.index import BranchEntry
from generator.model.kinds import BranchKind, Duty
from generator.model.problem import Problem
from generator.model.standard_set import Criteria
from generator.validate.dossiers import validate_dossier
from generator.validate.index import validate_index
from generator.validate.reviews import check_upper_reviews

PROFILE = """名称: 第一党支部
类型: 教师
成立: 2015-09-10
党员人数:
  - {自: 2018-09-01, 正式: 16, 预备: 2}
支委:
  - {职务: 书记, 自: 2018-06-20}
  - {职务: 组织委员, 自: 2018-06-20}
党小组:
  - {名称: 第一党小组, 自: 2018-06-20}
  - {名称: 第二党小组, 自: 2018-06-20, 至: 2019-06-30}
"""
AS_OF = date(2019, 11, 25)
CRITERIA = Criteria(
    {
        "1.2.1": Duty.BRANCH,
        "3.1.1": Duty.BRANCH,
        "6.2.3": Duty.COMMITTEE,
        "6.3.2": Duty.COMMITTEE,
        "7.1.1": Duty.INSTITUTION,
        "7.3.1": Duty.INSTITUTION,
    },
    frozenset({"7.3.1"}),
    frozenset({"3.1.1", "6.2.3"}),
)


@pytest.fixture
def found(tmp_path: Path) -> Callable[..., list[Problem]]:
    """A profile and registers as text in, what validation finds out; the texts themselves are well formed."""

    def finding(register: str = "", profile: str = PROFILE, year: int = 2019, as_of: date = AS_OF) -> list[Problem]:
        (tmp_path / "branch.yml").write_text(profile, encoding="utf-8")
        (tmp_path / f"{year}.yml").write_text(register or "活动: []\n", encoding="utf-8")
        entry = BranchEntry(id="b1", committee="xx", name="甲", kind=BranchKind.TEACHERS, folder=tmp_path)
        dossier, problems = load_dossier(entry, tmp_path)
        assert problems == []
        assert dossier is not None
        introduction = dossier.profile.introduction
        if introduction is not None:
            update = {"introduction": _bound(introduction, pieces(introduction))}
            dossier = replace(dossier, profile=dossier.profile.model_copy(update=update))
        return validate_dossier(dossier, lambda _: CRITERIA, as_of)

    return finding


@pytest.fixture
def activity(found: Callable[..., list[Problem]]) -> Callable[..., list[Problem]]:
    """One activity, given as the fields that differ from a sound general meeting; each field stands on its own line."""

    def finding(profile: str = PROFILE, **changes: str | None) -> list[Problem]:
        fields: dict[str, str | None] = {
            "类型": "[支部党员大会]",
            "日期": "2019-03-14",
            "主持": "支部书记",
            "应到": "18",
            "实到": "16",
            "议题": "[{事项: 审议计划}]",
        }
        lines = [f"{key}: {value}" for key, value in (fields | changes).items() if value is not None]
        return found("活动:\n  - " + "\n    ".join(lines) + "\n", profile)

    return finding


@pytest.fixture
def tree(tmp_path: Path) -> Callable[..., list[Problem]]:
    """Files of a records folder in, what validation of the index finds out."""

    def finding(as_of: date = AS_OF, **files: str | bytes) -> list[Problem]:
        usual: dict[str, str | bytes] = {
            "institution.yml": "名称: 示例大学\n",
            "units/xx/committee.yml": "名称: 信息学院党委\n类型: 基层党委\n",
            "units/xx/b1/branch.yml": PROFILE,
        }
        for name, content in (usual | files).items():
            path = tmp_path / "records" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        index, problems = load_index(tmp_path / "records", tmp_path)
        assert problems == []
        assert index is not None
        index = with_pictures(index, uncached)
        showcases = tuple(replace(entry, showcase=_bound(entry.showcase, entry.pieces)) for entry in index.showcases)
        bound = replace(index, showcases=showcases)
        standards = {kind: {"3.1", "3.5"} for kind in BranchKind}
        above = check_upper_reviews(index, dict.fromkeys(Duty, CRITERIA), as_of)
        return [*validate_index(bound, standards, as_of), *above]

    return finding


def _bound(item: Any, rows: tuple[Piece, ...]) -> Any:
    """The item with its approval given for what is written, unless it already says for what."""
    if item.approval is None or item.approval.digest is not None:
        return item
    approval = item.approval.model_copy(update={"digest": seal(rows), "marks": marks(rows)})
    return item.model_copy(update={"approval": approval})


@pytest.fixture
def places() -> Callable[[list[Problem]], Any]:
    """Code and line of each problem."""
    return lambda problems: [(problem.code, problem.source.line) for problem in problems]
