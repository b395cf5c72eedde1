"""What a standard asks in its first screen: force, who, how often and by when; and the numbers that decide a meeting."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.evaluate.checks import parameter_models
from generator.evaluate.outcome import Outcome
from generator.evaluate.questions import questions
from generator.evaluate.year_context import YearContext
from generator.load.standards import load_standards
from generator.model.finding import Verdict
from generator.model.period import Period
from generator.model.record import Audience
from generator.model.records.organisation import Institution, Readings
from generator.model.records.plan import Plan
from generator.model.standard import Credibility, DraftedBy, Force, Usual, force_of
from generator.present.handbook.asked import criterion_force
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill

ROOT = Path(__file__).parents[2]
SETS, _ = load_standards(ROOT / "docs", ROOT, parameter_models())
MakeSite = Callable[..., Site]

DEMANDING = Plan.model_validate(
    {
        "年度": "2019",
        "编号": "方案2019",
        "名称": "方案",
        "阶段": [
            {
                "条款": "三（一）",
                "名称": "阶段",
                "自": "2019-03-01",
                "至": "2019-12-31",
                "任务": [
                    {
                        "条款": "三（一）1",
                        "名称": "任务",
                        "责任单位": ["党支部"],
                        "标准": ["3.1", "3.4", "4.3"],
                        "一般": ["3.4.2"],
                    }
                ],
            }
        ],
    }
)


def slot(site: Site, name: str, id: str) -> str:
    """A slot on the page of a standard of the main set."""
    return fill(SlotContext(site=site, path=f"standards/{id.replace('.', '-')}/", meta={"编号": id}), name)


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return make_site(Audience.PUBLIC, sets=SETS, plan=DEMANDING)


@pytest.mark.parametrize(
    ("drafted_by", "usual", "demanded", "expected"),
    [
        (DraftedBy.ARRANGED, None, False, Force.HARD),
        (DraftedBy.OFFICIAL, Usual.ADVISORY, True, Force.USUAL),
        (DraftedBy.ARRANGED, Usual.BY_PLAN, True, Force.HARD),
        (DraftedBy.ARRANGED, Usual.BY_PLAN, False, Force.USUAL),
        (DraftedBy.OWN, None, True, Force.OWN),
    ],
)
def test_force_follows_from_draft_usual_and_plan(
    drafted_by: DraftedBy, usual: Usual | None, demanded: bool, expected: Force
) -> None:
    assert force_of(drafted_by, usual, demanded=demanded) is expected


@pytest.mark.parametrize("plan", [DEMANDING, None])
def test_a_gap_is_a_gap_where_the_page_says_hard_and_nowhere_else(make_site: MakeSite, plan: Plan | None) -> None:
    """The label of every shipped criterion, against what becomes of a 缺项 of it; soft lines never give one."""
    site = make_site(Audience.PUBLIC, sets=SETS, plan=plan)
    demands = {2019: plan.demands} if plan and plan.demands else {}
    context = YearContext(date(2019, 12, 31), 2019, site.institution, demands)
    rows = {row.standard.id: row for row in site.standards if row.standard_set is SETS[0]}
    for question in questions(SETS[0], context):
        given = question.finding(context, Period.year(2019), Outcome(Verdict.UNMET, "记录显示没有"))
        found = criterion_force(site, rows[question.standard], question.criterion)
        soft = question.parameters.lenient(hard_lines=False)
        assert (found is Force.HARD) == (given.verdict is Verdict.UNMET and not soft), question.criterion.id


def test_a_soft_line_is_hard_where_the_institution_reads_it_so(make_site: MakeSite) -> None:
    institution = Institution.model_validate({"名称": "示例大学", "口径": {"A2": "缺项"}})
    assert institution.readings == Readings.model_validate({"A2": "缺项"})
    forces = []
    for given in (make_site(sets=SETS), make_site(sets=SETS, institution=institution)):
        row = next(row for row in given.standards if row.standard.id == "2.1")
        forces.append([criterion_force(given, row, each).value for each in row.standard.criteria])
    assert forces[0] == ["硬要求", "硬要求", "一般", "一般", "一般", "一般"]
    assert forces[1] == ["硬要求", "硬要求", "硬要求", "一般", "一般", "一般"]


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("3.1", ["硬要求 每季度至少召开 1 次支部党员大会 3.1.1 谁办 支部 多久 每季 到哪天 季末前"]),
        ("3.4", ["一般 支部书记每年至少为所在支部讲 1 次党课 3.4.2 谁办 支部 多久 每年 到哪天 12月31日前"]),
        (
            "3.5",
            ["一般 主题党日在每月第四个星期四开展，改期须同月并写明理由 3.5.2 谁办 支部 多久 每月 到哪天 第四个星期四"],
        ),
        ("3.6", ["硬要求 每年至少召开 1 次组织生活会 3.6.1 谁办 支部 多久 每年 到哪天 次年3月31日前"]),
        ("1.4", ["谁办 支部 多久 每年七一前后 到哪天 6月21日至7月10日", "大会通过后 6 个月内"]),
        (
            "1.1",
            [
                "自拟 每季度至少组织 1 次专题学习 1.1.2",
                "到哪天 4月30日前",
                "多久 每年评一次 到哪天 12月31日前 由人评定",
            ],
        ),
        ("2.5", ["多久 每年 到哪天 8月31日前", "9、10、11、12 月每月 到哪天 当月底前"]),
        ("2.3", ["多久 每 3 年 到哪天 届满前", "多久 每次选举"]),
        ("6.4", ["到哪天 活动后 7 天内", "到哪天 次年3月31日前"]),
        ("7.1", ["谁办 学校 多久 每季", "谁办 基层党委 多久 每季"]),
        ("2.1", ["谁办 支部 多久 随时"]),
    ],
)
def test_every_line_says_who_how_often_and_by_when(site: Site, id: str, expected: list[str]) -> None:
    text = " ".join(re.sub(r"<[^>]+>", "", slot(site, "standard-demand", id)).split())
    assert [each for each in expected if each not in text] == []


def test_lines_have_permanent_addresses(site: Site) -> None:
    assert re.findall(r'<li id="([^"]+)"', slot(site, "standard-demand", "3.1")) == ["c-3-1-1", "c-3-1-2"]


def test_what_rests_on_nothing_seen_says_so(make_site: MakeSite) -> None:
    standard = next(row for row in SETS[0].standards if row.id == "3.4")
    bare = standard.model_copy(
        update={
            "basis": tuple(row.model_copy(update={"credibility": Credibility.UNVERIFIED}) for row in standard.basis)
        }
    )
    chosen = replace(SETS[0], standards=(bare,))
    assert slot(make_site(sets=(chosen,)), "standard-demand", "3.4").count("依据待核") == 2
    assert "依据待核" not in slot(make_site(sets=SETS), "standard-demand", "3.4")


def test_what_does_not_apply_asks_nothing(site: Site) -> None:
    at = SlotContext(site=site, path="standards/lituixiu/4-1/", meta={"编号": "4.1"})
    assert (fill(at, "standard-demand"), fill(at, "standard-numbers").strip()) == ("", "")


def test_tables_stand_on_the_page_and_are_announced(site: Site) -> None:
    html = slot(site, "standard-numbers", "3.1")
    assert '<th scope="row">16</th><td>8</td><td>9</td><td>9</td><td>9</td>' in html
    assert '<th scope="colgroup" colspan="2">接收、转正</th>' in html
    assert 'href="#counting"' in slot(site, "standard-demand", "3.1")
    assert 'href="#counting"' not in slot(site, "standard-demand", "3.4")
