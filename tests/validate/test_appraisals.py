"""考核验收 across files: what was sampled was reviewed before, and drawn."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.load.scales import BRANCH_SCALE, load_scale
from generator.model.index import BranchEntry, CommitteeEntry, Index
from generator.model.kinds import BranchKind
from generator.model.record import Record
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.organisation import Committee, Institution
from generator.model.records.school_appraisal import SchoolAppraisal
from generator.model.records.school_register import SchoolRegister
from generator.model.scale import NO_SCALE, Scale
from generator.validate.appraisals import check_appraisals

ROOT = Path(__file__).parents[2]
INSTITUTION = Institution.model_validate({"名称": "示例大学"})
COMMITTEE = Committee.model_validate({"名称": "甲学院党委", "类型": "基层党委"})


def codes(school: Mapping[str, Record], register: CommitteeRegister, roster: tuple[str, ...] = ("a", "b")) -> list[str]:
    """The codes of what is said of two branches of teachers; the committee at hand has those of the roster."""
    known = {
        id: BranchEntry(id=id, committee="xx", name=id, kind=BranchKind.TEACHERS, folder=ROOT) for id in ("a", "b")
    }
    rows = tuple(known[id] for id in roster)
    entry = CommitteeEntry(id="xx", committee=COMMITTEE, branches=rows, roster=rows, further={"2019.yml": register})
    index = Index(institution=INSTITUTION, committees=(entry,), further=school)
    return [row.code for row in check_appraisals(index, known, {"3.1"}, NO_SCALE)]


def reviewed(day: str) -> CommitteeRegister:
    row = {"支部": "a", "自评": "2019-11-01", "群众测评": "2019-11-02", "复评": day}
    return CommitteeRegister.model_validate({"考核验收": [row]})


def sampled(*ids: str) -> dict[str, Record]:
    rows = [{"日期": "2019-11-21", "类别": ["教师"], "支部": list(ids)}]
    return {"school/2019.yml": SchoolRegister.model_validate({"抽验": rows})}


@pytest.mark.parametrize(("day", "found"), [("2019-11-20", []), ("2019-11-21", []), ("2019-11-22", ["A102"])])
def test_what_is_sampled_was_reviewed_before(day: str, found: list[str]) -> None:
    assert codes(sampled("a"), reviewed(day)) == found


def test_a_branch_without_any_step_was_not_reviewed() -> None:
    assert codes(sampled("a", "b"), reviewed("2019-11-20")) == ["A102"]


def test_branches_of_committees_that_are_not_at_hand_are_not_asked() -> None:
    assert codes(sampled("a", "b"), reviewed("2019-11-20"), roster=("a",)) == []


@pytest.mark.parametrize(
    ("drawn", "day", "found"), [("a", "2019-11-20", []), ("b", "2019-11-20", ["A111"]), ("b", "", [])]
)
def test_what_is_sampled_was_drawn_where_there_was_a_draw(drawn: str, day: str, found: list[str]) -> None:
    draw = {
        "编号": "2019-1",
        "摘要": "27b44ee69bfc5a25b5d39d0ca59e0acd3f50e43cc7c5ddf7b5ba96a1be0be1b6",
        "公布日期": "2019-11-18",
        "种子来源": "掷骰子",
        "各类": [{"类别": "教师", "个数": "1", "名单": ["a", "b"], "抽到": [drawn]}],
        **({"种子": "1", "日期": day} if day else {}),
    }
    school = sampled("a") | {"school/2019-appraisal.yml": SchoolAppraisal.model_validate({"抽签": [draw]})}
    assert [code for code in codes(school, reviewed("2019-11-20")) if code not in ("A107", "A109")] == found


def test_the_scale_is_read_from_its_page(tmp_path: Path) -> None:
    assert load_scale(ROOT / "docs", BRANCH_SCALE) == Scale(
        "七个有力",
        (
            "教育党员有力",
            "管理党员有力",
            "监督党员有力",
            "组织师生有力",
            "宣传师生有力",
            "凝聚师生有力",
            "服务师生有力",
        ),
    )
    assert load_scale(ROOT / "docs", "committees").name == "五个到位"
    assert load_scale(ROOT / "docs", "nobody") == NO_SCALE
    assert load_scale(tmp_path, BRANCH_SCALE) == NO_SCALE


def test_a_scale_that_was_replaced_is_the_one_that_counts(tmp_path: Path) -> None:
    text = (
        "# 量表\n\n## 三个好 {#branches}\n\n1. 记得好\n2.  议得好 \n\n说明\n\n## 别的：院系 {#committees}\n\n1. 不算\n"
    )
    (tmp_path / "scales.md").write_text(text, encoding="utf-8")
    assert load_scale(tmp_path, BRANCH_SCALE) == Scale("三个好", ("记得好", "议得好"))
