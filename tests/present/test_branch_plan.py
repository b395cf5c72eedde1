"""推进计划与对策 on the pages: what is shown when, how remedies stand, who comes first in a committee's table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.disclose.view import BranchView
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, Verdict
from generator.model.judged_year import JudgedYear, PlanJudgement, PlanState
from generator.model.page import Page
from generator.model.record import Audience
from generator.model.records.branch_plan import PlanStep
from generator.model.records.plan import Plan
from generator.model.records.register import Register
from generator.model.summary import BranchSummary
from generator.present.branch.branch_year import branch_pages
from generator.present.branch.plan_section import PlanSection, plan_section
from generator.present.committee.plans import plan_lines, plan_tally
from generator.present.kit.site import Site

MakeSite = Callable[..., Site]
Section = Callable[..., PlanSection | None]


@pytest.fixture
def section(make_site: MakeSite, dossier: Dossier, year_plan: Plan) -> Section:
    def make(register: dict[str, Any], judgement: PlanJudgement | None = None) -> PlanSection | None:
        site = make_site(plan=year_plan)
        given = Dossier.assemble("cs-1", "cs", dossier.profile, {2019: Register.model_validate(register)})
        return plan_section(site, given, site.default, judgement)

    return make


def remedy(due: str, done: str | None = None) -> dict[str, Any]:
    record = {"问题": "甲", "类别": ["虚化"], "标准": ["3.5"], "措施": "乙", "责任": "组织委员", "期限": due}
    return {"对策": [record | ({"完成": done} if done else {})]}


def test_nothing_asked_and_nothing_recorded_is_no_section(section: Section) -> None:
    assert section({}) is None
    assert section({}, PlanJudgement(PlanState(Verdict.NO_RECORD), "甲", date(2019, 5, 20))) is not None


@pytest.mark.parametrize(
    ("due", "done", "state", "overdue", "tally"),
    [
        ("2019-11-24", None, "没有完成记录，已过 1 天", True, "已过期限、没有完成记录 1 条"),
        ("2019-11-25", None, "办理中，今天到期", False, "办理中 1 条"),
        ("2019-11-26", None, "办理中，还有 1 天", False, "办理中 1 条"),
        ("2019-11-24", "2019-11-25", "11月25日完成", False, "已完成 1 条"),
        ("2019-11-24", "2019-11-26", "没有完成记录，已过 1 天", True, "已过期限、没有完成记录 1 条"),
        ("2020-01-10", "2019-11-20", "2019年11月20日完成", False, "已完成 1 条"),
    ],
)
def test_how_a_remedy_stands(
    section: Section, due: str, done: str | None, state: str, overdue: bool, tally: str
) -> None:
    shown = section(remedy(due, done))
    assert shown is not None
    assert (shown.remedies[0].state, shown.remedies[0].overdue, shown.tally) == (state, overdue, tally)


def test_a_copy_to_be_signed_stands_where_there_is_a_plan(section: Section) -> None:
    with_plan = section({"推进计划": {}})
    without = section(remedy("2019-11-30"))
    assert with_plan is not None
    assert without is not None
    assert (with_plan.file, without.file) == ("branches/cs-1/plan/index.html", "")


def copies(site: Site, dossier: Dossier) -> list[Page]:
    """The copies to be signed of a branch of which nothing is judged."""
    nothing = Assessment(branch=dossier.id, year=2019, as_of=site.as_of, standard_set="", findings=())
    view = BranchView(audience=Audience.INTERNAL, dossier=dossier, current=JudgedYear(nothing))
    return [page for page in branch_pages(site, view) if page.kind == "branch-plan"]


def test_without_a_deadline_the_copy_names_none(make_site: MakeSite, dossier: Dossier, year_plan: Plan) -> None:
    bare, asked = make_site(), make_site(plan=year_plan)
    (page,) = copies(bare, dossier)
    assert "前报组织部审核" not in page.body
    (page,) = copies(asked, dossier)
    assert "方案 三（一）3：每个支部一份推进计划，2019年5月20日前报组织部审核" in page.body
    assert not copies(asked, replace(dossier, registers={}))


def test_the_public_edition_shows_nothing_of_it(make_site: MakeSite, dossier: Dossier, year_plan: Plan) -> None:
    view = BranchView(audience=Audience.PUBLIC, dossier=dossier.project(Audience.PUBLIC))
    pages = list(branch_pages(make_site(Audience.PUBLIC, plan=year_plan), view))
    assert [page.kind for page in pages] == ["branch", "checklist"]
    assert not [page for page in pages if "推进计划" in page.body or "对策" in page.body]


def test_what_is_written_is_shown_as_text(section: Section, make_site: MakeSite, dossier: Dossier) -> None:
    event = {"环节": "退回", "日期": "2019-05-24", "单位": "<b>甲</b>", "说明": "<script>"}
    work = {"事项": "<i>", "措施": "<u>", "责任": "<s>", "期限": "2019-09-30"}
    row = remedy("2019-11-30")["对策"][0] | {"问题": "<p>", "措施": "<em>", "责任": "<q>"}
    register = Register.model_validate({"推进计划": {"经过": [event], "工作": [work]}, "对策": [row]})
    given = Dossier.assemble("cs-1", "cs", dossier.profile, {2019: register})
    (page,) = copies(make_site(), given)
    for text in ("<b>甲", "<script>", "<i>", "<u>", "<s>", "<em>", "<q>"):
        assert text not in page.body
        assert text.replace("<", "&lt;").replace(">", "&gt;") in page.body


@pytest.fixture
def states(summary: BranchSummary) -> Callable[..., list[BranchSummary]]:
    def make(**states: PlanState | None) -> list[BranchSummary]:
        return [replace(summary, id=id, name=id, plan=state) for id, state in states.items()]

    return make


DAY, LATER = date(2019, 5, 20), date(2019, 5, 21)


def test_what_is_missing_comes_first_then_what_came_late(states: Callable[..., list[BranchSummary]]) -> None:
    rows = states(
        approved=PlanState(Verdict.MET, DAY, PlanStep.APPROVED, LATER),
        nothing=None,
        not_asked=PlanState(Verdict.NOT_APPLICABLE),
        late=PlanState(Verdict.UNMET, LATER, PlanStep.APPROVED, LATER),
        soon=PlanState(Verdict.DUE_SOON),
        missing=PlanState(Verdict.UNMET, overdue=2),
        returned=PlanState(Verdict.MET, DAY, PlanStep.RETURNED, LATER),
        unknown=PlanState(Verdict.NO_RECORD),
    )
    lines = plan_lines(rows)
    assert [row.name for row in lines] == ["missing", "unknown", "late", "soon", "approved", "returned", "not_asked"]
    assert [row.step for row in lines if row.name == "returned"] == ["退回（5月21日）"]
    assert [row.overdue for row in lines if row.overdue] == ["2 条"]
    assert plan_tally(rows) == (
        "应报 6 个支部：按期首次报送 2 个，逾期首次报送 1 个，没有首次报送的记录 3 个；其中已审核通过 2 个"
    )


def test_where_no_branch_is_asked_nothing_is_summed(states: Callable[..., list[BranchSummary]]) -> None:
    assert plan_tally(states(one=PlanState(Verdict.NOT_APPLICABLE), two=None)) == ""
