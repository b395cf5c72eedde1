"""`BranchView`: what each audience may see of a judged branch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.disclose.hidden import HiddenWords, hidden_words, introduction_leaks
from generator.disclose.judged import JudgedBranch
from generator.disclose.view import BranchView, withhold_unit
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, Finding, UnitAssessment, Verdict
from generator.model.index import BranchEntry
from generator.model.judged_year import JudgedYear, PlanJudgement, PlanState
from generator.model.kinds import BranchKind, Duty, Part
from generator.model.period import Period
from generator.model.record import Audience
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.model.standard import Standard
from generator.model.standard_set import StandardSet

DAY = date(2019, 11, 25)
OPEN, CLOSED = "9.9", "9.8"
REMEDY = {"问题": "会议少", "类别": ["虚化"], "措施": "按月开会", "责任": "书记", "期限": "2019-12-20"}
REGISTER = {
    "对策": [{**REMEDY, "标准": [OPEN]}, {**REMEDY, "标准": [OPEN, CLOSED]}],
    "专人评定": [{"要点": "9.8.1", "结论": "缺项", "评定单位": "学院党委", "日期": "2019-11-08"}],
}


def standard(id: str, **more: Any) -> Standard:
    return Standard.model_validate(
        {
            "编号": id,
            "名称": "举例",
            "方面": "组织生活",
            "类别": "定性",
            "稿源": "整理",
            "依据": [{"文件": "方案2019", "可信度": "✔"}],
            "修订": [{"日期": "2019-03-01", "内容": "首次整理"}],
            "要点": [{"编号": f"{id}.1", "要求": "举例", "类别": "定性", "责任主体": "支部", "检查": "人工评"}],
            **more,
        }
    )


SET = StandardSet(
    id="",
    name="举例",
    version="1",
    valid_from=None,
    valid_until=None,
    kinds=tuple(BranchKind),
    standards=(standard(OPEN), standard(CLOSED, 版别="专人版")),
    parameters={},
)


def finding(criterion: str, duty: Duty = Duty.BRANCH) -> Finding:
    id = criterion.rpartition(".")[0]
    return Finding(id, criterion, Part.QUALITATIVE, duty, Period.month(2019, 3), Verdict.UNMET, "记录显示没有")


FINDINGS = (finding("9.9.1"), finding("9.8.1"), finding("9.8.2", Duty.COMMITTEE))
PLAN = PlanJudgement(PlanState(Verdict.MET), "记录显示按期", date(2019, 5, 20))


def year(number: int) -> JudgedYear:
    assessment = Assessment(branch="aa-1", year=number, as_of=DAY, standard_set="", findings=FINDINGS)
    return JudgedYear(assessment, PLAN)


@pytest.fixture
def judged() -> JudgedBranch:
    profile = {
        "名称": "第一党支部",
        "类型": "教师",
        "成立": "2015-09-10",
        "支委": [{"职务": "组织委员", "姓名": "赵甲乙", "自": "2018-06-20"}],
    }
    read = Profile.model_validate(profile)
    receiver = Dossier.assemble("aa-2", "aa", read, {})
    dossier = Dossier.assemble("aa-1", "aa", read, {2019: Register.model_validate(REGISTER)})
    entry = BranchEntry(id="aa-1", committee="aa", name="第一党支部", kind=BranchKind.TEACHERS, folder=Path())
    return JudgedBranch(
        entry=entry,
        dossier=Dossier(**{name: getattr(dossier, name) for name in Dossier.__slots__} | {"receiver": receiver}),
        years=(year(2019), year(2018)),
        problems=(),
        sets=(SET,),
        as_of=DAY,
    )


def view_of(judged: JudgedBranch, audience: Audience, *, alone: bool = False) -> BranchView:
    view = BranchView.of(judged, audience, alone=alone)
    assert view is not None
    return view


def criteria(view: BranchView) -> list[list[str]]:
    return [[row.criterion for row in one.assessment.findings] for one in view.years]


def test_the_public_sees_no_conclusion_no_register_and_no_name(judged: JudgedBranch) -> None:
    view = view_of(judged, Audience.PUBLIC)
    assert (view.current, view.further, view.years) == (None, (), ())
    assert view.dossier.registers == {}
    assert not [text for text in view.texts() if "赵甲乙" in text]


def test_readers_inside_see_every_year_without_the_standards_of_a_narrower_edition(judged: JudgedBranch) -> None:
    view = view_of(judged, Audience.INTERNAL)
    assert criteria(view) == [["9.9.1"], ["9.9.1"]]
    assert [row.assessment.year for row in view.years] == [2019, 2018]
    assert [row.plan for row in view.years] == [PLAN, PLAN]


def test_nor_reviews_and_remedies_on_those_standards(judged: JudgedBranch) -> None:
    register = view_of(judged, Audience.INTERNAL).dossier.registers[2019]
    assert register.restricted_reviews == ()
    assert [row.standards for row in register.remedies] == [(OPEN,)]


def test_the_restricted_edition_sees_all_but_the_records_of_the_branch_that_received_it(judged: JudgedBranch) -> None:
    view = view_of(judged, Audience.RESTRICTED)
    assert criteria(view) == [["9.9.1", "9.8.1", "9.8.2"]] * 2
    assert view.dossier.registers[2019] == Register.model_validate(REGISTER)
    assert view.dossier.receiver is None


def test_an_edition_of_one_branch_tells_nothing_of_another_ones_case(judged: JudgedBranch) -> None:
    """What the committee judged once on a restricted standard holds for whichever of its branches it is about."""
    assert criteria(view_of(judged, Audience.RESTRICTED, alone=True)) == [["9.9.1", "9.8.1"]] * 2


def test_there_is_no_view_of_a_branch_whose_files_cannot_be_read(judged: JudgedBranch) -> None:
    unread = JudgedBranch(entry=judged.entry, dossier=None, years=(), problems=(), sets=(SET,), as_of=DAY)
    assert BranchView.of(unread, Audience.INTERNAL) is None


@pytest.mark.parametrize(
    ("audience", "names"), [(Audience.PUBLIC, ("赵甲乙",)), (Audience.INTERNAL, ("赵甲乙",)), (Audience.RESTRICTED, ())]
)
def test_the_gate_is_told_the_names_that_are_withheld(
    judged: JudgedBranch, audience: Audience, names: tuple[str, ...]
) -> None:
    hidden = hidden_words(judged, view_of(judged, audience))
    assert hidden.names == names
    assert hidden.strict == frozenset(names)
    assert set(names) <= set(hidden.words)


def introduced(judged: JudgedBranch, **introduction: Any) -> JudgedBranch:
    assert judged.dossier is not None
    profile = Profile.model_validate(
        {"名称": "第一党支部", "类型": "教师", "成立": "2015-09-10", "公开简介": introduction}
    )
    return replace(judged, dossier=Dossier.assemble("aa-1", "aa", profile, {}))


def test_an_introduction_that_stays_inside_is_hidden_word_by_word(judged: JudgedBranch) -> None:
    branch = introduced(judged, 简介="带头人是赵甲乙同志")
    assert "带头人是赵甲乙同志" in hidden_words(branch, view_of(branch, Audience.PUBLIC)).words
    assert "带头人是赵甲乙同志" not in hidden_words(branch, view_of(branch, Audience.INTERNAL)).words


@pytest.mark.parametrize(("consents", "leaks"), [([], ["赵甲乙"]), (["赵甲乙"], [])])
def test_a_name_in_an_introduction_needs_consent(judged: JudgedBranch, consents: list[str], leaks: list[str]) -> None:
    branch = introduced(judged, 简介="带头人是赵甲乙同志", 姓名同意=consents)
    view = view_of(branch, Audience.INTERNAL)
    assert [leak.value for leak in introduction_leaks(view, "a.html", ["赵甲乙"])] == leaks
    without = view_of(judged, Audience.INTERNAL)
    assert list(introduction_leaks(without, "a.html", ["赵甲乙"])) == []


def test_nothing_is_hidden_of_a_branch_whose_files_cannot_be_read(judged: JudgedBranch) -> None:
    view = view_of(judged, Audience.PUBLIC)
    assert hidden_words(replace(judged, dossier=None), view) == HiddenWords()


@pytest.mark.parametrize(
    ("audience", "shown"), [(Audience.INTERNAL, ["9.9.1"]), (Audience.RESTRICTED, ["9.9.1", "9.8.1", "9.8.2"])]
)
def test_a_unit_shows_the_standards_of_its_audience(audience: Audience, shown: list[str]) -> None:
    found = UnitAssessment(duty=Duty.COMMITTEE, unit="aa", year=2019, as_of=DAY, standard_set="", findings=FINDINGS)
    assert [row.criterion for row in withhold_unit(found, (SET,), audience).findings] == shown
