"""Values in prose: the year, counts and planned days come from standards and the year, never from the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.model.placeholders import Value
from generator.model.standard_set import StandardSet
from generator.present.kit.site import Site
from generator.present.prose_pages.values import drop_links, fill_values

MakeSite = Callable[..., Site]


@pytest.mark.parametrize(
    ("markdown", "told"),
    [
        ("[[year]] 年，[[year+1]] 年，[[year-3]] 年", "2026 年，2027 年，2023 年"),
        ("`日期: [[year]]-03-14`", "`日期: 2026-03-14`"),
        ("[[institution]]有 [[aspects]] 个方面 [[standards]] 项标准", "示例大学有 4 个方面 5 项标准"),
        ("每月[[theme-day]]", "每月第四个星期四"),
        ("[[theme-day:5]]、[[theme-day:12]]", "5月28日、12月24日"),
        ("# [[aspect]]", "# 三、组织生活"),
        ("方案指[[plan]]", "方案指《示例大学2019年推进方案》"),
        ("[[branch:cs-1]]、[[yaer]]、[[年]]", "[[branch:cs-1]]、[[yaer]]、[[年]]"),
    ],
)
def test_a_value_is_worked_out(make_site: MakeSite, markdown: str, told: str) -> None:
    site = make_site(year=2026, as_of=date(2026, 4, 1))
    assert fill_values(site, markdown, "aspects/3/") == told


def test_the_planned_days_of_a_year(make_site: MakeSite) -> None:
    days = fill_values(make_site(year=2019), "[[theme-days]]", "").split("、")
    assert (len(days), days[0], days[-1]) == (12, "1月24日", "12月26日")


def test_without_a_rule_no_day_is_planned(make_site: MakeSite, standard_set: StandardSet) -> None:
    bare = replace(standard_set, standards=tuple(row for row in standard_set.standards if row.id != "3.5"))
    site = make_site(sets=(bare,))
    assert fill_values(site, "每月[[theme-day]]：[[theme-days]]。", "") == "每月固定的一天：。"


def test_an_aspect_is_known_on_its_own_page_only(make_site: MakeSite) -> None:
    assert fill_values(make_site(), "[[aspect]]", "readings/") == ""


@pytest.mark.parametrize(
    ("markdown", "source", "told"),
    [
        ("见 [3.5](standards/3-5.md#rule)", "readings.md", "见 [3.5](standards/3-5.md#rule)"),
        ("见 [5.3](standards/5-3.md#rule)。", "readings.md", "见 5.3。"),
        ("见 [5.3](../standards/5-3.md)、[五](../aspects/5.md)", "help/using.md", "见 5.3、五"),
        ("见 [5.3](5-3.md)和[3.5](3-5.md)", "standards/3-1.md", "见 5.3和[3.5](3-5.md)"),
        ("见 [5.3](lt/5-3.md)和[5.3](lt/3-5.md)", "standards/3-1.md", "见 5.3和[5.3](lt/3-5.md)"),
        ("见 [5.3](5-3.md)", "standards/lt/index.md", "见 5.3"),
        ("见 [5.3](5-3.md)", "help/using.md", "见 [5.3](5-3.md)"),
        ("见 [五](https://e.org/aspects/5.md)", "index.md", "见 [五](https://e.org/aspects/5.md)"),
    ],
)
def test_a_link_to_a_dropped_aspect_is_plain_words(make_site: MakeSite, markdown: str, source: str, told: str) -> None:
    assert drop_links(make_site(), markdown, source) == told


def test_every_value_is_tried_here() -> None:
    assert set(Value) == {"year", "institution", "aspect", "aspects", "standards", "theme-day", "theme-days", "plan"}
