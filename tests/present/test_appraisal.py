"""考核验收 on pages: steps by name, counts that are not broken down, both sides of a nomination, nothing concluded."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.model.finding import Assessment
from generator.model.index import BranchEntry
from generator.model.kinds import BranchKind
from generator.model.record import Audience
from generator.model.records.committee_appraisal import BallotCount, ReviewNote
from generator.model.records.committee_register import CommitteeRegister
from generator.model.records.school_appraisal import Nomination
from generator.model.records.school_register import SchoolRegister
from generator.present.appraisal.committee import ballot_line, step_line
from generator.present.appraisal.proposals import proposal_lines
from generator.present.appraisal.shown import book_rows, shown_standards, standard_sides
from generator.present.appraisal.steps import branch_steps
from generator.present.kit.catalogue import Catalogue
from generator.present.kit.findings import Places, judge
from generator.present.kit.registry import page_kinds
from generator.present.kit.verdicts import WITHHELD
from tests.present.conftest import MakeSite

AS_OF = date(2019, 11, 25)
RESTRICTED_KINDS = {"review-book", "nomination", "committee-appraisal", "institution-appraisal"}


def steps_of(row: dict[str, str], sampled: str = "") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is missing and what is out of order of one branch."""
    entry = BranchEntry(id="a", committee="x", name="甲", kind=BranchKind.TEACHERS, folder=Path())
    register = CommitteeRegister.model_validate({"考核验收": [{"支部": "a", **row}] if row else []})
    drawn = [{"日期": sampled, "类别": ["教师"], "支部": ["a"]}] if sampled else []
    (found,) = branch_steps([entry], register, SchoolRegister.model_validate({"抽验": drawn}), AS_OF)
    return found.missing, found.faults


@pytest.mark.parametrize(
    ("row", "sampled", "missing", "faults"),
    [
        ({}, "", ("自评", "群众测评", "复评"), ()),
        ({"自评": "2019-11-05"}, "", ("群众测评", "复评"), ()),
        ({"自评": "2019-11-05", "群众测评": "2019-11-08", "复评": "2019-11-20"}, "", (), ()),
        ({"自评": "2019-11-05", "群众测评": "2019-11-05", "复评": "2019-11-05"}, "2019-11-05", (), ()),
        ({"自评": "2019-11-05", "复评": "2019-11-20"}, "", ("群众测评",), ("没有群众测评就复评",)),
        ({}, "2019-11-21", ("自评", "群众测评", "复评"), ("没有自评就抽验", "没有群众测评就抽验", "没有复评就抽验")),
        ({"自评": "2019-11-05", "群众测评": "2019-11-04"}, "", ("复评",), ("群众测评（11月4日）早于自评（11月5日）",)),
        ({"自评": "2019-11-05", "群众测评": "2019-11-26"}, "", ("群众测评", "复评"), ()),
        ({"自评": "2019-11-05"}, "2019-11-26", ("群众测评", "复评", "抽验"), ()),
    ],
)
def test_missing_steps_and_wrong_order_are_named(
    row: dict[str, str], sampled: str, missing: tuple[str, ...], faults: tuple[str, ...]
) -> None:
    assert steps_of(row, sampled) == (missing, faults)


def test_a_branch_that_was_not_drawn_lacks_no_sampling() -> None:
    entry = BranchEntry(id="a", committee="x", name="甲", kind=BranchKind.TEACHERS, folder=Path())
    (found,) = branch_steps([entry], CommitteeRegister(), SchoolRegister(), AS_OF)
    assert step_line(found, "").days[-1] == ("抽验", "没有抽到")


@pytest.mark.parametrize(("returned", "told"), [(9, "收回不足 10 份，不分项"), (10, "满意 7；不满意 2")])
def test_few_ballots_are_not_broken_down(returned: int, told: str) -> None:
    choices = [{"选项": "满意", "份数": "7"}, {"选项": "不满意", "份数": "2"}]
    row = {"支部": "a", "日期": "2019-11-08", "发出": "12", "收回": str(returned), "结果": choices}
    line = ballot_line(BallotCount.model_validate(row), {"a": "甲"})
    assert (line.choices, line.returned, line.void) == (told, returned, "")


@pytest.mark.parametrize(
    ("given", "decided"),
    [
        ({}, "还没有决定"),
        ({"决定": "同意"}, "写了“同意”，缺决定单位、决定日期、签字，还不算决定"),
        ({"决定": "同意", "决定单位": "校党委", "决定日期": "2019-11-25"}, "写了“同意”，缺签字，还不算决定"),
        (
            {"决定": "不同意", "决定单位": "校党委", "决定日期": "2019-11-25", "签字": "副书记"},
            "校党委2019年11月25日决定：不同意（副书记签字）",
        ),
    ],
)
def test_a_decision_is_one_when_it_is_signed(given: dict[str, str], decided: str) -> None:
    row = {"支部": "a", "选树": "标准化党支部", "日期": "2019-11-20", "推荐单位": "学院党委", "推荐理由": "复评意见"}
    assert proposal_lines(Nomination.model_validate(row | given)).decided == decided


@pytest.fixture
def catalogue(make_site: MakeSite) -> Catalogue:
    return make_site(Audience.RESTRICTED).default


def test_both_sides_stand_in_the_order_of_the_standards(catalogue: Catalogue, assessment: Assessment) -> None:
    sides = list(standard_sides(catalogue, judge(catalogue, assessment, Places(""))))
    assert [row.view.id for row in sides] == ["1.1", "3.1", "3.5", "4.1"]
    general = sides[1]
    assert general.proved == ("3.1.1 符合：记录显示2019-Q1如此",)
    assert general.open == ("3.1.1 缺项 2 期（二季度、三季度）",)
    assert sides[2].open == ("3.5.1 临期 1 期（11月）；无记录 1 期（9月）",)
    assert sides[3].open == ("4.1.1 引用基层党委的判定：缺项",)
    assert not any("未到期" in line or "不适用" in line for row in sides for line in (*row.proved, *row.open))


def test_a_review_book_has_a_row_a_standard_and_no_word_of_its_own(
    catalogue: Catalogue, assessment: Assessment
) -> None:
    judgement = judge(catalogue, assessment, Places(""))
    rows = [row for each in book_rows(catalogue, judgement, None).values() for row in each]
    assert [row.shown.view.id for row in rows] == list(catalogue.standards)
    assert {(row.seen, row.opinion) for row in rows} == {("", "")}
    note = ReviewNote.model_validate(
        {"支部": "cs-1", "日期": "2019-11-20", "谁看的": ["组织员"], "逐项": [{"标准": "3.1", "材料": "记录本"}]}
    )
    seen = {
        row.shown.view.id: (row.seen, row.opinion)
        for each in book_rows(catalogue, judgement, note).values()
        for row in each
    }
    assert seen["3.1"] == ("记录本", "")
    assert seen["3.5"] == ("", "")


def test_a_self_review_asks_of_the_branch_what_is_its_own(make_site: MakeSite, assessment: Assessment) -> None:
    internal = make_site(Audience.INTERNAL).default
    judgement = judge(internal, assessment, Places(""))
    shown = {
        row.view.id: row.lines for aspect in internal.aspects for row in shown_standards(aspect, judgement, own=True)
    }
    assert shown["4.1"] == ()
    assert shown["2.5"] == (WITHHELD,)
    assert shown["3.1"] == ("3.1.1 缺项 2 期（二季度、三季度）；符合 1 期；未到期 1 期",)


def test_no_other_edition_has_such_pages() -> None:
    kinds = [kind for kind in page_kinds() if kind.make.__module__.startswith("generator.present.appraisal")]
    assert {kind.name for kind in kinds} == RESTRICTED_KINDS
    assert {kind.editions for kind in kinds} == {frozenset({Audience.RESTRICTED})}
