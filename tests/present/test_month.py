"""本月一页: what stands on the sheet, until when, how it is made good, and who has one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.disclose.view import BranchView
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, Finding, Verdict
from generator.model.judged_year import JudgedYear, PlanJudgement, PlanState
from generator.model.kinds import Duty
from generator.model.period import Period
from generator.model.record import Audience
from generator.model.records.plan import Plan
from generator.present.branch.branch_year import branch_pages
from generator.present.kit.site import Site
from tests.present.conftest import AS_OF, finding

MakeSite = Callable[..., Site]
MONTH, NEXT, QUARTER = Period.month(2019, 11), Period.month(2019, 12), Period.quarter(2019, 4)
YEAR, WINDOW = Period.year(2019), Period.span(date(2019, 12, 21), date(2020, 1, 1), "2019-元旦")


def sheet(site: Site, dossier: Dossier, *findings: Finding, **more: Any) -> str | None:
    """The body of the sheet; None where there is none."""
    assessment = Assessment(branch="cs-1", year=site.year, as_of=site.as_of, standard_set="", findings=findings)
    further = tuple(JudgedYear(each) for each in more.get("further", ()))
    current = JudgedYear(assessment, more.get("plan"))
    view = BranchView(audience=site.audience, dossier=dossier, current=current, further=further)
    pages = {page.path: page.body for page in branch_pages(site, view)}
    file = "../../branches/cs-1/month/index.html"
    assert (file in pages["branches/cs-1/"]) == ("branches/cs-1/month/" in pages)
    return pages.get("branches/cs-1/month/")


def cells(body: str | None) -> list[list[str]]:
    """The rows of all tables in words."""
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", body or "")
    return [[re.sub(r"<[^>]*>", "", cell).strip() for cell in re.split(r"</t[hd]>", row)[:-1]] for row in rows]


def due(criterion: str, period: Period, day: date, verdict: Verdict = Verdict.NOT_DUE) -> Finding:
    return finding(criterion, period, verdict, due=day)


@pytest.fixture
def quiet(dossier: Dossier) -> Dossier:
    """The branch without any register."""
    return Dossier.assemble(dossier.id, dossier.committee, dossier.profile, {})


@pytest.mark.parametrize(("day", "shown"), [(24, 0), (25, 1)])
def test_the_first_day_is_as_of(make_site: MakeSite, quiet: Dossier, day: int, shown: int) -> None:
    assert len(cells(sheet(make_site(), quiet, due("3.1.1", QUARTER, date(2019, 11, day))))) == shown


@pytest.mark.parametrize(("day", "shown"), [(4, 1), (5, 0)])
def test_the_last_day_is_the_fortieth_after_it(make_site: MakeSite, quiet: Dossier, day: int, shown: int) -> None:
    assert len(cells(sheet(make_site(), quiet, due("3.1.1", QUARTER, date(2020, 1, day))))) == shown


@pytest.mark.parametrize(
    ("criterion", "period", "day", "how"),
    [
        ("3.5.1", MONTH, date(2019, 11, 28), "11月28日是计划日；当天办不成的，在11月30日以前改期，写明理由（A15）"),
        ("3.5.1", MONTH, date(2019, 11, 30), "计划日已过，在11月30日以前改期补办，写明理由；下月办的不抵（A15）"),
        ("3.1.1", NEXT, date(2019, 12, 31), "到月底以前哪一天办都算；下月办的不抵（A11）"),
        ("3.1.1", QUARTER, date(2019, 12, 31), "到季末以前哪一天办都算；下一季办的不抵（A11）"),
        ("3.1.1", WINDOW, date(2020, 1, 1), "12月21日—1月1日之间办"),
        ("1.1.1", YEAR, date(2019, 12, 31), "到期以前办好，记入台账"),
        ("1.1.1", Period.day(AS_OF), date(2019, 12, 1), "到期以前办好，记入台账"),
    ],
)
def test_how_a_gap_is_made_good_in_time(
    make_site: MakeSite, quiet: Dossier, criterion: str, period: Period, day: date, how: str
) -> None:
    ((_, _, said, _),) = cells(sheet(make_site(), quiet, due(criterion, period, day)))
    assert said.startswith(how)


def test_a_row_says_when_what_and_under_which_clause_with_its_form(
    make_site: MakeSite, quiet: Dossier, year_plan: Plan
) -> None:
    body = sheet(make_site(plan=year_plan), quiet, due("3.1.1", QUARTER, date(2019, 12, 31), Verdict.DUE_SOON))
    assert cells(body) == [
        [
            "12月31日 星期二，还有 36 天",
            "◔ 临期 每季至少召开 1 次",
            "到季末以前哪一天办都算；下一季办的不抵（A11） 空表：支部党员大会记录",
            "3.1 支部党员大会；方案 三（二）3",
        ]
    ]
    assert '<a href="../../../forms/index.html#general-meeting">空表：支部党员大会记录</a>' in (body or "")
    assert '<a href="../../../standards/3-1/index.html">3.1 支部党员大会</a>' in (body or "")


def test_what_is_done_at_one_stroke_is_one_row_and_the_nearest_stands_first(
    make_site: MakeSite, quiet: Dossier
) -> None:
    late, soon = due("3.1.1", QUARTER, date(2019, 12, 31)), due("3.5.1", MONTH, date(2019, 11, 28))
    rows = cells(sheet(make_site(), quiet, late, soon, soon._replace(due=date(2019, 11, 30))))
    assert [row[0].split()[0] for row in rows] == ["11月28日", "12月31日"]


def test_others_duties_and_withheld_standards_are_none_of_its_rows(make_site: MakeSite, quiet: Dossier) -> None:
    day = date(2019, 11, 30)
    others = due("4.1.1", YEAR, day)._replace(duty=Duty.COMMITTEE)
    gone = [finding("2.5.1", YEAR, verdict) for verdict in (Verdict.UNMET, Verdict.NO_RECORD)]
    hidden = sheet(make_site(), quiet, others, due("2.5.1", YEAR, day), *gone)
    assert hidden == sheet(make_site(), quiet)
    assert len(cells(sheet(make_site(Audience.RESTRICTED), quiet, due("2.5.1", YEAR, day), *gone))) == 2


def test_plan_remedies_and_resolutions_stand_beside_the_duties(
    make_site: MakeSite, dossier: Dossier, year_plan: Plan
) -> None:
    plan = PlanJudgement(PlanState(Verdict.DUE_SOON), "", date(2019, 12, 2))
    meeting = dossier.activities[1]
    tasks = [
        {"事项": "报送学院", "责任": "组织委员", "期限": day} for day in ("2019-11-24", "2019-12-20", "2020-01-05")
    ]
    changed = type(meeting).model_validate({**_written(meeting), "落实": tasks})
    rows = cells(sheet(make_site(plan=year_plan), replace(dossier, activities=(changed,)), plan=plan))
    assert rows == [
        [
            "11月25日 星期一，今天到期",
            "对策：改过来（责任 组织委员）",
            "办好以后记入对策",
            "3.1 支部党员大会；方案 二",
        ],
        ["12月2日 星期一，还有 7 天", "报送支部推进计划", "办好以后记入推进计划", "方案 三（一）3"],
        [
            "12月20日 星期五，还有 25 天",
            "落实：报送学院（责任 组织委员）",
            "办好以后在原始记录里注明",
            "3月14日支部党员大会、党课议定",
        ],
    ]


def _written(meeting: Any) -> dict[str, Any]:
    return {
        "类型": list(meeting.kinds),
        "日期": meeting.on.isoformat(),
        "主持": meeting.chair,
        "应到": str(meeting.expected),
        "实到": str(meeting.attended),
    }


def test_what_is_past_its_day_is_explained_or_put_right(make_site: MakeSite, quiet: Dossier) -> None:
    rows = [
        finding("3.1.1", Period.quarter(2019, 1), Verdict.UNMET, reason="记录显示没有召开；期限已过"),
        finding("3.1.1", Period.quarter(2019, 3), Verdict.UNMET, reason="记录显示又没有召开；期限已过"),
        finding("3.5.1", Period.day(AS_OF), Verdict.UNMET, reason="记录显示没有写"),
        finding("1.1.1", YEAR, Verdict.NO_RECORD),
        finding("3.5.1", Period.month(2019, 11), Verdict.NO_RECORD),
    ]
    body = sheet(make_site(), quiet, *rows) or ""
    assert cells(body) == [
        [
            "一季度、三季度",
            "3.1 支部党员大会：每季至少召开 1 次",
            "最近一期：记录显示又没有召开",
            "办过的补录，没有办的说明原因 空表：支部党员大会记录",
        ],
        [
            "截至11月25日",
            "3.5 主题党日：每月第四个星期四开展",
            "记录显示没有写",
            "现在改正，改后登记 空表：主题党日记录",
        ],
    ]
    assert "台账核对至2019年10月31日。" in body
    assert re.findall(r"</a>（(.*?)）</li>", body) == ["2019年", "11月"]


def test_the_year_before_stays_until_it_is_finished(make_site: MakeSite, quiet: Dossier) -> None:
    site = make_site(as_of=date(2020, 3, 25), year=2020)
    meeting = Period.year(2019, date(2020, 3, 31))
    before = Assessment(
        branch="cs-1",
        year=2019,
        as_of=site.as_of,
        standard_set="",
        findings=(
            due("1.1.1", meeting, meeting.deadline, Verdict.DUE_SOON),
            finding("3.1.1", Period.quarter(2019, 4), Verdict.UNMET),
            finding("3.5.1", Period.day(date(2019, 12, 31)), Verdict.UNMET),
        ),
    )
    rows = cells(sheet(site, quiet, further=[before]))
    assert [row[:2] for row in rows] == [
        ["3月31日 星期二，还有 6 天", "◔ 临期 每季专题学习（2019年度）"],
        ["2019年度四季度", "3.1 支部党员大会：每季至少召开 1 次"],
    ]


@pytest.mark.parametrize(("dissolved", "there"), [("2019-11-25", False), ("2019-11-26", True)])
def test_a_dissolved_branch_has_no_sheet(make_site: MakeSite, quiet: Dossier, dissolved: str, *, there: bool) -> None:
    gone = quiet.profile.model_copy(update={"dissolved": date.fromisoformat(dissolved)})
    assert (sheet(make_site(), replace(quiet, profile=gone)) is not None) is there


def test_nor_has_a_year_that_is_not_now(make_site: MakeSite, quiet: Dossier) -> None:
    assert sheet(make_site(year=2018), quiet) is None


def test_a_branch_that_nothing_is_asked_of_is_told_so(make_site: MakeSite, quiet: Dossier) -> None:
    view = BranchView(
        audience=Audience.INTERNAL,
        dossier=quiet,
        current=JudgedYear(Assessment(branch="cs-1", year=2019, as_of=AS_OF, standard_set=None, findings=())),
    )
    (body,) = [page.body for page in branch_pages(make_site(), view) if page.kind == "month"]
    assert "没有适用于本支部的标准集，不作判定。" in body
