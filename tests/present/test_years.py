"""Several years of one branch: pages of their own, ways between them, and 上年收尾 beside the current year (A38)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.disclose.view import BranchView
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, Finding, Verdict
from generator.model.judged_year import JudgedYear
from generator.model.kinds import BranchKind
from generator.model.page import Page
from generator.model.period import Period
from generator.model.record import Audience
from generator.model.records.plan import Plan
from generator.model.summary import BranchSummary, summarise, summarise_committee
from generator.present.branch.branch_year import branch_pages
from generator.present.committee.views import committee_pages
from generator.present.kit.shells import shells
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.plan.plan_year import plan_pages

MakeSite = Callable[..., Site]
FEBRUARY = date(2020, 2, 10)


@pytest.fixture
def last_year(assessment: Assessment) -> Assessment:
    """2019 in February 2020: one thing may still be done, a December is a gap, and how things stood is over."""

    def finding(criterion: str, period: Period, verdict: Verdict, due: date | None = None) -> Finding:
        row = next(row for row in assessment.findings if row.criterion == criterion)
        return row._replace(period=period, verdict=verdict, due=due, evidence=())

    meeting = Period.year(2019, date(2020, 3, 31))
    open_row = finding("1.1.1", meeting, Verdict.NOT_DUE, due=meeting.deadline)
    gap = finding("3.1.1", Period.month(2019, 12), Verdict.UNMET)
    stood = finding("3.5.1", Period.day(date(2019, 12, 31)), Verdict.DUE_SOON, due=date(2020, 2, 20))
    return replace(assessment, as_of=FEBRUARY, findings=(gap, open_row, stood))


@pytest.fixture
def this_year(assessment: Assessment) -> Assessment:
    return replace(assessment, year=2020, as_of=FEBRUARY, findings=())


@pytest.fixture
def pages(
    make_site: MakeSite, dossier: Dossier, this_year: Assessment, last_year: Assessment
) -> Callable[[date], dict[str, Page]]:
    def make(as_of: date) -> dict[str, Page]:
        site = make_site(as_of=as_of, year=2020)
        current, before = replace(this_year, as_of=as_of), replace(last_year, as_of=as_of)
        view = BranchView(
            audience=site.audience, dossier=dossier, current=JudgedYear(current), further=(JudgedYear(before),)
        )
        found = branch_pages(site, view)
        return {page.path: page for page in found}

    return make


def test_every_year_has_pages_of_its_own(pages: Callable[[date], dict[str, Page]]) -> None:
    found = pages(FEBRUARY)
    assert list(found) == [
        "branches/cs-1/",
        "branches/cs-1/checklist/",
        "branches/cs-1/month/",
        "branches/cs-1/visit-note/",
        "showcases/cs-1/review/",
        "branches/cs-1/2019/",
        "branches/cs-1/2019/checklist/",
        "branches/cs-1/2019/plan/",
        "branches/cs-1/2019/snapshot/",
    ]
    assert "2019年度 · 截至 2020年2月10日" in found["branches/cs-1/2019/"].body
    assert found["branches/cs-1/2019/"].title == "示例学院第一教师党支部2019年度"
    assert 'href="../../../branches/cs-1/index.html">2020年度' in found["branches/cs-1/2019/"].body


def test_every_page_of_a_year_has_a_shell(make_site: MakeSite, pages: Callable[[date], dict[str, Page]]) -> None:
    known = {(spec.kind, spec.path.count("/")) for spec in shells(make_site(Audience.INTERNAL))}
    assert {(page.kind, path.count("/")) for path, page in pages(FEBRUARY).items()} <= known


@pytest.mark.parametrize(("as_of", "shown"), [(date(2020, 3, 31), True), (date(2020, 4, 1), False)])
def test_last_year_stands_beside_until_its_last_deadline(
    pages: Callable[[date], dict[str, Page]], as_of: date, *, shown: bool
) -> None:
    body = pages(as_of)["branches/cs-1/"].body
    assert ("上年收尾：2019年度" in body) is shown
    assert ('href="../../branches/cs-1/2019/index.html#s-3-1"' in body) is shown


def test_what_was_judged_on_a_day_that_is_over_is_no_task(pages: Callable[[date], dict[str, Page]]) -> None:
    found = pages(FEBRUARY)
    closing = found["branches/cs-1/"].body.partition("上年收尾")[2].partition("</section>")[0]
    assert "2月20日" not in closing
    todo = found["branches/cs-1/2019/"].body.partition('id="todo"')[2].partition('id="gaps"')[0]
    assert "2月20日" not in todo


@pytest.fixture
def closing_summary(this_year: Assessment, last_year: Assessment) -> BranchSummary:
    return summarise(
        this_year,
        name="示例学院第一教师党支部",
        kind=BranchKind.TEACHERS,
        committee="cs",
        closing=last_year,
    )


def test_the_committee_and_the_lists_name_what_is_left_of_last_year(
    make_site: MakeSite, closing_summary: BranchSummary
) -> None:
    site = make_site(as_of=FEBRUARY, year=2020)
    page = next(committee_pages(site, site.index.committees[0], [closing_summary]))
    assert "上年收尾：2019年度" in page.body
    assert 'href="../../branches/cs-1/2019/index.html#s-3-1"' in page.body
    total = summarise_committee("cs", "示例学院党委", [closing_summary])
    listed = fill(SlotContext(site=site, path="committees/", totals=[total]), "committees")
    assert "2019年度收尾" in listed
    assert "缺项 1，临期 0" in listed


def test_nothing_of_last_year_is_listed_when_it_is_closed(make_site: MakeSite, summary: BranchSummary) -> None:
    site = make_site()
    page = next(committee_pages(site, site.index.committees[0], [summary]))
    assert "上年收尾" not in page.body
    total = summarise_committee("cs", "示例学院党委", [summary])
    assert "收尾" not in fill(SlotContext(site=site, path="committees/", totals=[total]), "committees")


def test_plans_of_other_years_are_reached_from_a_year_without_one(make_site: MakeSite, year_plan: Plan) -> None:
    site = make_site(as_of=FEBRUARY, year=2020, plans={2019: year_plan})
    head = fill(SlotContext(site=site, path="plan/"), "plan-head")
    calendar = fill(SlotContext(site=site, path="plan/calendar/"), "plan-calendar")
    assert 'href="../plan/2019/index.html">2019年方案' in head
    assert 'href="../../plan/2019/calendar/index.html">2019年年历' in calendar
    assert "2020年" not in head


def test_the_plan_of_another_year_keeps_its_own_pages(make_site: MakeSite, year_plan: Plan) -> None:
    site = make_site(as_of=FEBRUARY, year=2020, plans={2019: year_plan})
    pages = list(plan_pages(site.of(2019)))
    found = {page.path: page for page in pages}
    assert {"plan/2019/", "plan/2019/calendar/", "plan/2019/tasks/3-1-3/", "plan/2019/trace/"} <= found.keys()
    known = {(spec.kind, spec.path.count("/")) for spec in shells(site)}
    assert {(page.kind, path.count("/")) for path, page in found.items()} <= known
    assert "2019 年十二个月" in found["plan/2019/calendar/"].body
    assert ".ics" not in found["plan/2019/calendar/"].body
    assert site.of(2019).of(2020) is site


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.INTERNAL])
def test_golden_pages_of_the_plan_of_another_year(
    make_site: MakeSite, year_plan: Plan, snapshot: Callable[[str, str], None], audience: Audience
) -> None:
    site = make_site(audience, as_of=FEBRUARY, year=2020, plans={2019: year_plan})
    found = {page.path: page for page in plan_pages(site.of(2019))}
    for path in ("plan/2019/", "plan/2019/calendar/"):
        snapshot(f"{found[path].kind}.{audience}.html", found[path].body)
