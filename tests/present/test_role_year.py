"""A role's year: the dates that are the role's, month by month, and the way from one standard to the next."""

from __future__ import annotations

from lxml.html import HtmlElement, fragments_fromstring

from generator.model.records.plan import Plan
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from tests.present.conftest import MakeSite


def _filled(site: Site, slot: str, path: str, role: str = "") -> list[HtmlElement]:
    html = fill(SlotContext(site=site, path=path, meta={"角色": role}), slot).strip()
    return list(fragments_fromstring(html))


def _months(site: Site, role: str) -> dict[str, list[str]]:
    """The lines of each month, words only."""
    _, months = _filled(site, "role-year", "year/a/", role)
    rows: dict[str, list[str]] = {}
    for month in months:
        lines = (" ".join(line.text_content().split()) for line in month.iter("li") if line is not month)
        rows[month.findtext("strong") or ""] = list(lines)
    return rows


def test_a_secretary_sees_what_branches_owe_and_what_the_plan_gives_them(make_site: MakeSite, year_plan: Plan) -> None:
    months = _months(make_site(plan=year_plan), "支部书记")
    assert "3月1日 阶段开始：强化意识" in months["3月"]
    assert "到 5月20日 任务期限：研制支部推进计划 跨阶段" in months["5月"]
    assert any("支部党员大会" in line for line in months["6月"])


def test_an_office_above_sees_its_own_duties_only(make_site: MakeSite, year_plan: Plan) -> None:
    site = make_site(plan=year_plan)
    for role in ("组织员", "组织部"):
        text = "".join(line for lines in _months(site, role).values() for line in lines)
        assert "支部党员大会" not in text
        assert "强化意识" in text


def test_the_month_of_the_day_is_marked(make_site: MakeSite, year_plan: Plan) -> None:
    _, months = _filled(make_site(plan=year_plan), "role-year", "year/a/", "支部书记")
    assert [month.findtext("strong") for month in months if month.get("aria-current")] == ["11月"]


def test_a_page_of_no_such_role_has_nothing(make_site: MakeSite) -> None:
    for role in ("", "观摩者"):
        assert fill(SlotContext(site=make_site(), path="year/a/", meta={"角色": role}), "role-year").strip() == ""


def test_standards_lead_on_in_the_order_of_the_year_and_back(make_site: MakeSite) -> None:
    site = make_site()
    step: dict[str, str] = {}
    for row in site.standards:
        for nav in _filled(site, "role-ways", row.view.path):
            for link in nav.iter("a"):
                assert (link.text_content()[:3] == "上一项") == (link.get("rel") == "prev")
                step[f"{row.view.path} {link.get('rel')}"] = link.get("href")
    nexts = [key for key in step if key.endswith("next")]
    assert nexts
    assert len(nexts) == len(step) - len(nexts)


def test_a_page_that_is_no_standard_has_no_such_way(make_site: MakeSite) -> None:
    assert fill(SlotContext(site=make_site(), path="glossary/"), "role-ways").strip() == ""
