"""Pictures made at build: they say what their tables say, and order nothing by number."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from generator.model.finding import Verdict
from generator.model.summary import BranchSummary, CommitteeSummary
from generator.model.year_course import HoursReached, YearCourse
from generator.present.committee.views import committee_pages, institution_pages
from generator.present.kit.chart import Share, bars, columns
from generator.present.kit.site import Site

MakeSite = Callable[..., Site]


def widths(svg: str, css: str, side: str = "width") -> list[int]:
    return [int(found) for found in re.findall(rf'class="{css}"[^>]* {side}="(\d+)"', svg)]


def test_a_bar_is_filled_as_far_as_its_share() -> None:
    rows = [
        Share("3.1", 0, 4, "条"),
        Share("3.2", 1, 4, "条"),
        Share("3.3", 4, 4, "条"),
        Share("3.4", 0, 0, "条", "还没有"),
    ]
    svg = bars("b", "标题", "说明", rows)
    assert widths(svg, "zb-fill") == [0, 48, 190]
    assert widths(svg, "zb-track") == [190, 190, 190]
    texts = [row.text for row in ET.fromstring(svg).iter("text")]
    assert texts == ["3.1", "4 条中 0", "3.2", "4 条中 1", "3.3", "4 条中 4", "3.4", "还没有"]


def test_a_column_is_filled_from_below() -> None:
    svg = columns("c", "标题", "说明", [Share("一季度", 3, 4, "条"), Share("二季度", 0, 0, "条", "还没有")])
    assert (widths(svg, "zb-fill", "height"), widths(svg, "zb-fill", "y")) == ([90], [50])


def test_a_picture_is_named_and_told_and_escapes_what_it_says() -> None:
    svg = bars("b", "<标题>", "说明", [Share("<某学院党委>", 1, 2, "人")])
    tree = ET.fromstring(svg)
    assert tree.get("role") == "img"
    named = {row.get("id"): row.text for row in tree}
    assert [named[id] for id in tree.get("aria-labelledby", "").split()] == ["<标题>", "说明"]
    assert not re.search(r"style=|<script", svg)


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (HoursReached(10, 7), "登记的 10 人中已达到全年要求的 7 人"),
        (HoursReached(9, 7), "不足 10 人，不显示"),
        (HoursReached(), "没有学时的记录"),
    ],
)
def test_hours_of_few_people_are_not_shown(
    make_site: MakeSite, totals: tuple[CommitteeSummary, ...], hours: HoursReached, told: str
) -> None:
    given = [replace(totals[0], course=YearCourse(hours=hours))]
    body = {page.kind: page.body for page in institution_pages(make_site(), given)}["institution-charts"]
    assert told in body
    assert body.count("人中已达到全年要求的") == (hours.people >= 10)


def test_what_is_not_due_or_not_judged_is_no_part_of_the_whole(make_site: MakeSite, summary: BranchSummary) -> None:
    site = make_site()
    pages = committee_pages(site, site.index.committees[0], [summary])
    body = {page.kind: page.body for page in pages}["committee-charts"]
    row = re.search(r'standards/3-1/index.html">3.1 支部党员大会</a></th><td[^>]*>([^<]*)', body)
    assert row is not None
    assert row[1] == "1 条中符合 0 条"
    assert Verdict.UNMET in dict(summary.course.quarters[1])
    assert [*re.findall(r'<th scope="row">(.)季度</th>', body)] == ["一", "二", "三", "四"]


def test_a_meeting_table_has_a_row_a_branch_and_says_each_shape_in_words(
    make_site: MakeSite, summary: BranchSummary
) -> None:
    site = make_site()
    pages = committee_pages(site, site.index.committees[0], [summary])
    body = {page.kind: page.body for page in pages}["meetings"]
    assert body.count('<td class="zb-unmet">▲<i>缺项</i></td>') == 2, "the second and third quarter"
    assert body.count('<td class="zb-met">●<i>符合</i></td>') == 1
    assert body.count('<th scope="row" class="zb-first">') == 4
    assert "主题党日" not in body
