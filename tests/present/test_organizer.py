"""The organizer's page: what each branch is asked for, up to when registers are checked, and terms of office."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.model.bookkeeping import Bookkeeping, Entered, TermOfOffice
from generator.model.finding import Assessment, Verdict
from generator.model.kinds import BranchKind
from generator.model.period import Period
from generator.model.record import Audience
from generator.model.records.plan import Plan
from generator.model.summary import BranchSummary, summarise
from generator.present.committee.views import committee_pages
from generator.present.kit.site import Site
from tests.present.conftest import AS_OF, finding

MakeSite = Callable[..., Site]


def page(site: Site, *summaries: BranchSummary) -> str:
    pages = committee_pages(site, site.index.committees[0], summaries)
    return next(page.body for page in pages if page.path == "committees/cs/organizer/")


def summary(id: str = "cs-1", *, closing: Assessment | None = None, due: Any = (), **more: Any) -> BranchSummary:
    rows = tuple(finding(id, period, Verdict.DUE_SOON, due=day) for id, period, day in due)
    made = Assessment(branch=id, year=2019, as_of=AS_OF, standard_set="", findings=rows)
    return summarise(made, name=id, kind=BranchKind.TEACHERS, committee="cs", closing=closing, **more)


def requests(body: str) -> list[str]:
    return re.findall(r'<p class="zb-copy">(.*?)</p>', body)


def rows(body: str, label: str) -> list[list[str]]:
    table = body.partition(f'aria-label="{label}"')[2].partition("</table>")[0].partition("<tbody>")[2]
    found = re.findall(r"<tr>(.*?)</tr>", table)
    return [[re.sub(r"<[^>]*>", "", cell) for cell in re.split(r"</t[hd]>", row)[:-1]] for row in found]


def test_a_request_says_only_until_when_what_and_by_which_clause(make_site: MakeSite, year_plan: Plan) -> None:
    quarter, month = Period.quarter(2019, 4), Period.month(2019, 11)
    due = [("3.1.1", quarter, date(2019, 12, 31)), ("3.5.1", month, date(2019, 11, 28))]
    assert requests(page(make_site(plan=year_plan), summary(due=due), summary("cs-2"))) == [
        "cs-1：请于11月28日前补主题党日（依据方案 三（二）3）；请于12月31日前补支部党员大会（依据方案 三（二）3）。"
    ]


def test_what_is_left_of_the_year_before_names_its_year(make_site: MakeSite) -> None:
    row = finding("1.1.1", Period.year(2018, date(2020, 1, 2)), Verdict.DUE_SOON, due=date(2020, 1, 2))
    before = Assessment(branch="cs-1", year=2018, as_of=AS_OF, standard_set="", findings=(row,))
    (text,) = requests(page(make_site(), summary(closing=before)))
    assert text.startswith("cs-1：请于2020年1月2日前补2018年度理论武装（依据")


def test_withheld_standards_dissolved_branches_and_gaps_past_their_day_are_in_none(make_site: MakeSite) -> None:
    hidden = summary(due=[("2.5.1", Period.year(2019), date(2019, 12, 1))])
    gone = summary("cs-2", due=[("3.1.1", Period.quarter(2019, 4), date(2019, 12, 31))], dissolved=True)
    body = page(make_site(), hidden, gone)
    assert requests(body) == []
    assert "没有支部有临期的事项，不用催办" in body
    assert [row[0] for row in rows(body, "台账核对至")] == ["cs-1"]


def test_branches_stand_in_the_order_of_the_roster_with_what_is_new(make_site: MakeSite) -> None:
    entered = (Entered(date(2019, 11, 6), "党课"), Entered(date(2019, 11, 20), "党小组会"))
    first, second = summary(books=Bookkeeping(date(2019, 10, 31), entered)), summary("cs-2")
    assert rows(page(make_site(), second, first), "台账核对至") == [
        ["cs-1", "2019年10月31日", "11月6日党课；11月20日党小组会", ""],
        ["cs-2", "没有核对过", "没有", ""],
    ]


@pytest.mark.parametrize(
    ("elected", "ends", "shown"),
    [
        (date(2017, 11, 25), date(2020, 11, 25), ["2020年11月25日 还有 366 天", "2020年5月25日", "", "", "", ""]),
        (date(2017, 11, 26), date(2020, 11, 26), None),
        (date(2016, 3, 10), date(2019, 3, 10), ["2019年3月10日 已过 260 天", "2018年9月10日", "", "", "", ""]),
        (
            date(2018, 11, 26),
            date(2021, 11, 26),
            ["2021年11月26日 还有 732 天", "2021年5月26日", "2018年11月1日", "", "2018年11月26日", "2018年11月28日"],
        ),
        (date(2018, 11, 25), date(2021, 11, 25), None),
    ],
)
def test_terms_that_end_within_a_year_or_began_within_one(
    make_site: MakeSite, elected: date, ends: date, shown: list[str] | None
) -> None:
    term = TermOfOffice(elected, ends, requested=date(2018, 11, 1), reported=date(2018, 11, 28))
    found = rows(page(make_site(), summary(books=Bookkeeping(term=term))), "换届台账")
    assert found == ([["cs-1", *shown]] if shown else [])


def test_the_public_edition_has_no_such_page(make_site: MakeSite) -> None:
    site = make_site(Audience.PUBLIC)
    assert [page.path for page in committee_pages(site, site.index.committees[0], ())] == ["committees/cs/"]
