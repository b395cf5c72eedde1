"""The plan's pages and slots, golden; what each edition may tell; units, windows, links and gaps."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.documents.outline.parser import parse_outline
from generator.evaluate.task_standings import standings
from generator.model.finding import Verdict
from generator.model.page import Page
from generator.model.plan_print import PlanPrint
from generator.model.record import Audience
from generator.model.records.organisation import Institution
from generator.model.records.plan import Plan
from generator.model.summary import PlanCounts
from generator.present.kit.shells import shells
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.kit.verdicts import WITHHELD
from generator.present.plan.citing import cited
from generator.present.plan.plan_print import plan_print
from generator.present.plan.plan_year import plan_pages
from generator.present.plan.ribbon import ribbon
from generator.present.plan.rows import UnitSheet, units_of
from tests.present.goldens import golden_pages
from tests.summaries import committee_sums

Snapshot = Callable[[str, str], None]
MakeSite = Callable[..., Site]
INTERNAL, PUBLIC, RESTRICTED = Audience.INTERNAL, Audience.PUBLIC, Audience.RESTRICTED
SLOTS = ("head", "timeline", "phases", "goals", "documents", "handouts")
TEXT = """ 示例大学2019年
推进方案

为做好工作，制订本方案。
一、总体要求
从基层抓起。
二、方法步骤
（一）强化意识阶段（3月1日-4月30日）：
1、开展培训，于5月20日前报审。
责任单位：党委组织部、党支部
2、配发<手册>，参照方案二（一）1执行。
责任单位：组织部
（二）对标整改阶段（5月1日-12月31日）：
1、整顿软弱涣散党支部。
责任单位：相关党支部
2、组织观摩。
责任单位：党委宣传部、校医院

示例大学党委组织部
2019年3月1日
"""


def said(on: str, state: str, **more: str) -> dict[str, str]:
    return {"日期": on, "单位": "党委组织部", "状态": state, **more}


@pytest.fixture
def plan() -> Plan:
    first = {
        "条款": "二（一）",
        "名称": "强化意识",
        "自": "2019-03-01",
        "至": "2019-04-30",
        "任务": [
            {
                "条款": "二（一）1",
                "名称": "开展培训",
                "责任单位": ["党委组织部", "党支部"],
                "期限": "2019-05-20",
                "期限说明": "5月20日前报审",
                "标准": ["3.1"],
                "台账": "推进计划",
            },
            {
                "条款": "二（一）2",
                "名称": "配发手册",
                "责任单位": ["组织部"],
                "完成情况": [
                    said("2019-04-02", "进行中", 说明="已按方案二（一）1分批", 佐证="签收单"),
                    said("2019-05-06", "进行中", 说明="还差两册"),
                    said("2019-11-26", "已办结", 说明="截至日以后的说明"),
                ],
            },
        ],
    }
    second = {
        "条款": "二（二）",
        "名称": "对标整改",
        "简称": "整改",
        "自": "2019-05-01",
        "至": "2019-12-31",
        "任务": [
            {
                "条款": "二（二）1",
                "名称": "整顿软弱涣散党支部",
                "责任单位": ["相关党支部"],
                "期限": "2019-08-31",
                "标准": ["2.5"],
                "台账": "整顿",
                "完成情况": [said("2019-09-03", "进行中", 说明="不能出现的整顿说明")],
            },
            {"条款": "二（二）2", "名称": "组织观摩", "责任单位": ["党委宣传部", "校医院"], "标准": ["1.1"]},
        ],
    }
    record = {
        "年度": "2019",
        "编号": "方案2019",
        "名称": "示例大学2019年推进方案",
        "上位文件": [{"名称": "支部工作条例", "发文": "中共中央", "日期": "2018-10-28", "可信度": "✔"}],
        "目标": [{"名称": "政治建设更加务实高效", "方面": "政治建设"}, {"名称": "作用发挥更加突出明显"}],
        "条件子集": [{"名称": "相关党支部", "属于": "党支部"}],
        "阶段": [first, second],
        "手册配发": [{"对象": "支部书记", "应发": "24", "签收": "22", "日期": "2019-03-20"}],
    }
    return Plan.model_validate(record)


@pytest.fixture
def institution() -> Institution:
    units = [
        {"名称": "党委组织部", "别名": ["组织部"]},
        {"名称": "党委教师工作部"},
        {"名称": "党委宣传部"},
        {"名称": "党支部", "别名": ["各党支部"]},
    ]
    return Institution.model_validate({"名称": "示例大学", "责任单位": units})


@pytest.fixture
def site_of(make_site: MakeSite, plan: Plan, institution: Institution) -> Callable[..., Site]:
    def make(audience: Audience = INTERNAL, **more: Any) -> Site:
        counts = {"3.1": {Verdict.UNMET: 1}, "2.5": {Verdict.UNMET: 1}}
        total = committee_sums("cs", "某院", 2, counts, PlanCounts(2, 1, 1, 1))
        site = make_site(
            audience, plan=plan.project(audience), institution=institution, plan_outline=parse_outline(TEXT), **more
        )
        assert site.plan is not None
        return replace(site, standings=standings(site.plan, (total,), site.as_of, audience))

    return make


def slot(site: Site, name: str) -> str:
    """A slot of the plan's front page."""
    return fill(SlotContext(site=site, path="plan/"), f"plan-{name}")


def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in plan_pages(site)}


STATES = {
    "plan/tasks/2-1-2/": "plan-task-stated",
    "plan/tasks/2-2-1/": "plan-task-withheld",
    "plan/units/4/": "plan-unit-narrowed",
}


@pytest.mark.parametrize("audience", [PUBLIC, INTERNAL])
def test_golden_pages(site_of: Callable[..., Site], snapshot: Snapshot, audience: Audience) -> None:
    for name, page in golden_pages(pages(site_of(audience)).values(), STATES):
        snapshot(f"{name}.{audience}.html", page.body)


@pytest.mark.parametrize("audience", [PUBLIC, INTERNAL])
@pytest.mark.parametrize("name", SLOTS)
def test_golden_slots(site_of: Callable[..., Site], snapshot: Snapshot, name: str, audience: Audience) -> None:
    snapshot(f"plan-slot-{name}.{audience}.html", slot(site_of(audience), name))


def test_there_is_a_page_for_each_task_and_each_unit_that_has_one(site_of: Callable[..., Site]) -> None:
    tasks = [f"plan/tasks/{slug}/" for slug in ("2-1-1", "2-1-2", "2-2-1", "2-2-2")]
    units = [f"plan/units/{number}/" for number in (1, 3, 4, 5)]
    assert list(pages(site_of(PUBLIC))) == [*tasks, "plan/text/", "plan/trace/", *units]
    assert list(pages(site_of(INTERNAL))) == ["plan/overdue/", *tasks, "plan/text/", "plan/trace/", *units]


def test_public_pages_hold_no_state_no_reason_and_no_sign_off(site_of: Callable[..., Site]) -> None:
    site = site_of(PUBLIC)
    bodies = [page.body for page in plan_pages(site)] + [slot(site, name) for name in SLOTS]
    private = ("记录显示", "签收", "还差两册", "进行中", "已办结", "overdue", "已过 ", *Verdict)
    for body in bodies:
        assert [word for word in private if word in body] == []
    assert slot(site, "handouts") == ""


@pytest.mark.parametrize("audience", [PUBLIC, INTERNAL])
def test_rectification_is_one_sentence_for_all(site_of: Callable[..., Site], audience: Audience) -> None:
    site = site_of(audience)
    body = pages(site)["plan/tasks/2-2-1/"].body
    assert WITHHELD in body
    assert "记录显示" not in body
    everything = [page.body for page in plan_pages(site)] + [slot(site, name) for name in SLOTS]
    assert [each for each in everything if "不能出现的整顿说明" in each] == []
    changed = replace(site, standings={})
    assert pages(changed)["plan/tasks/2-2-1/"].body == body


def test_the_restricted_edition_shows_rectification(site_of: Callable[..., Site]) -> None:
    body = pages(site_of(RESTRICTED))["plan/tasks/2-2-1/"].body
    assert WITHHELD not in body
    assert "记录显示标准 2.5：缺项 1 个支部" in body
    assert "不能出现的整顿说明" in body


def test_a_word_of_after_the_day_does_not_count(site_of: Callable[..., Site]) -> None:
    body = pages(site_of(INTERNAL))["plan/tasks/2-1-2/"].body
    assert "截至日以后的说明" not in body
    assert "还差两册；期限2019年4月30日已过" in body
    later = pages(site_of(INTERNAL, as_of=date(2019, 11, 26)))["plan/tasks/2-1-2/"].body
    assert "截至日以后的说明" in later


def test_the_lists_are_in_the_order_of_deadlines_and_hold_nothing_withheld(site_of: Callable[..., Site]) -> None:
    def clauses(as_of: date) -> tuple[list[str], list[str]]:
        body = pages(site_of(INTERNAL, as_of=as_of))["plan/overdue/"].body
        parts = body.split('<h2 id="upcoming">')
        found = [re.findall(r'<span class="zb-id">(.*?)</span>', part) for part in parts]
        return found[0], found[1]

    assert clauses(date(2019, 4, 30)) == ([], ["二（一）2", "二（二）2"])
    assert clauses(date(2019, 11, 25)) == (["二（一）2"], ["二（二）2"])
    assert clauses(date(2020, 1, 1)) == (["二（二）2"], [])


def test_units_go_by_their_aliases_and_parts_stay_parts(plan: Plan, institution: Institution) -> None:
    known = units_of(institution, plan)
    assert known["组织部"] == known["党委组织部"] == UnitSheet(1, "党委组织部")
    assert known["相关党支部"] == known["各党支部"] == UnitSheet(4, "党支部")
    assert known["校医院"] == UnitSheet(5, "校医院")


def test_a_sheet_lists_what_is_for_a_part_of_the_unit(site_of: Callable[..., Site]) -> None:
    body = pages(site_of(PUBLIC))["plan/units/4/"].body
    assert re.findall(r'<span class="zb-id">(.*?)</span>', body) == ["二（一）1", "二（二）1"]
    assert body.count("只指：相关党支部") == 1
    assert re.findall(r'<span class="zb-id">(.*?)</span>', pages(site_of(PUBLIC))["plan/units/1/"].body) == [
        "二（一）1",
        "二（一）2",
    ]


@pytest.mark.parametrize("audience", [PUBLIC, INTERNAL])
def test_every_page_holds_the_headings_of_its_shell(site_of: Callable[..., Site], audience: Audience) -> None:
    specs = {(spec.kind, spec.path.count("/")): spec for spec in shells(site_of(audience))}
    for page in plan_pages(site_of(audience)):
        spec = specs[page.kind, page.path.count("/")]
        headings = re.findall(r"^#+ .* \{#([\w-]+)\}$", spec.markdown, re.MULTILINE)
        assert re.findall(r'<h\d id="([\w-]+)">', page.body) == headings
        assert page.body.count("<h") == len(headings)
        assert f'<p class="zb-edition">{audience.label} · 2019年度 · 截至 2019年11月25日</p>' in page.body
        assert " style=" not in page.body


@pytest.mark.parametrize("audience", [PUBLIC, INTERNAL])
def test_links_lead_to_pages_of_the_plan_that_are_there(site_of: Callable[..., Site], audience: Audience) -> None:
    site = site_of(audience)
    found = pages(site)
    bodies = {**{path: page.body for path, page in found.items()}, "plan/": slot(site, "phases")}
    bodies["plan/"] += slot(site, "head") + slot(site, "goals")
    for path, body in bodies.items():
        up = "../" * path.count("/")
        for target, fragment in re.findall(rf'href="{re.escape(up)}(plan/[^"#]+)index\.html(?:#([^"]+))?"', body):
            assert target in bodies, (path, target)
            assert not fragment or f'id="{fragment}"' in bodies[target], (path, fragment)


def test_the_text_is_the_plan_word_for_word(site_of: Callable[..., Site]) -> None:
    body = pages(site_of(PUBLIC))["plan/text/"].body
    original = body[body.index('<div class="zb-original">') :]
    words = re.sub(r'<p class="zb-beside">.*?</p>', "", original)
    plain = re.sub(r"<[^>]+>|\s", "", words).replace("&lt;", "<").replace("&gt;", ">")
    assert plain == re.sub(r"\s", "", TEXT)
    assert '参照<a href="../../plan/text/index.html#c-2-1-1">方案二（一）1</a>执行' in body


def test_a_standard_rests_on_what_it_cites_and_on_tasks_that_name_it(site_of: Callable[..., Site]) -> None:
    site = site_of(PUBLIC)
    assert site.plan is not None
    found = {view.id: clauses for view, clauses in cited(site, site.plan).items()}
    assert found["3.1"] == ("三（二）3", "二（一）1")
    assert found["1.1"] == ("二（二）2",)
    body = pages(site)["plan/trace/"].body
    gaps = re.sub(r"<[^>]+>", "", body[body.index('<h2 id="gaps">') :])
    assert "没有标准落到的条款 5 条：" in gaps
    assert "方案 一 " in gaps
    assert "不是任务，只作总的要求，不单独判" in gaps
    assert "：总述，标准落在它下面的条款" in gaps
    assert "：没有写为什么" in gaps


def test_without_its_words_the_plan_has_no_page_of_them(site_of: Callable[..., Site]) -> None:
    site = replace(site_of(PUBLIC), plan_outline=None)
    found = pages(site)
    assert "plan/text/" not in found
    assert "没有保存方案原文" in found["plan/tasks/2-1-1/"].body
    assert [path for path, page in found.items() if "plan/text/" in page.body] == []
    assert "plan/text/" not in slot(site, "head")


def test_the_page_of_its_words_has_no_contents_nor_what_a_web_page_left(site_of: Callable[..., Site]) -> None:
    around = (
        "---\ntitle: 页首\n---\n当前位置：首页 > 通知公告\n\n",
        "推进方案\n\n目录\n一、总体要求……1\n二、方法步骤……2\n\n",
    )
    words = "为做好工作，制订本方案。\n一、总体要求\n从基层抓起。\n二、方法步骤\n甲。\n"
    site = replace(site_of(PUBLIC), plan_outline=parse_outline("".join((*around, words))))
    body = pages(site)["plan/text/"].body
    assert "为做好工作，制订本方案。" in body
    assert [left for left in ("页首", "当前位置", "……") if left in body] == []
    assert body.count("总体要求") == 1


@pytest.mark.parametrize("name", SLOTS)
def test_a_year_without_a_plan_says_so(make_site: MakeSite, name: str) -> None:
    assert slot(make_site(), name) == "<p>本年没有登记方案。</p>\n"
    assert list(plan_pages(make_site(plan_outline=parse_outline(TEXT)))) == []


def test_bases_on_standard_pages_and_in_catalogues_are_linked(site_of: Callable[..., Site]) -> None:
    site = replace(site_of(PUBLIC), plan_outline=None)
    assert site.default.standards["3.1"].basis == "方案 三（二）3"
    site = replace(site, plan_outline=parse_outline("三、步骤\n（二）整改\n1、甲\n2、乙\n3、丙\n"))
    link = '<a href="../../plan/text/index.html#c-3-2-3">方案 三（二）3</a>'
    assert site.default.standards["3.1"].basis == link
    shown = fill(SlotContext(site=site, path="standards/3-1/", meta={"编号": "3.1"}), "standard-basis")
    assert re.search(
        '<li><a [^>]*href="../../plan/text/index.html#c-3-2-3">方案 三（二）3</a>（✔ 有原文依据）</li>', shown
    )


def test_the_home_page_links_the_phase_it_is_in(site_of: Callable[..., Site]) -> None:
    text = fill(SlotContext(site=site_of(PUBLIC), path=""), "home-month")
    link = '<a href="plan/text/index.html#c-2-2">方案 二（二）</a>'
    assert f"<span>阶段二截止：整改（{link}）</span>" in text
    assert "还有 36 天" in text


def test_nothing_of_the_plan_is_taken_for_html(make_site: MakeSite, plan: Plan, institution: Institution) -> None:
    evil = "<script>&\"'"
    record = plan.model_dump(by_alias=True, mode="json", exclude={"source"}) | {"名称": evil}
    record["条件子集"][0]["名称"] = record["阶段"][1]["任务"][0]["责任单位"][0] = evil
    record["目标"][0]["名称"] = record["上位文件"][0]["名称"] = record["手册配发"][0]["对象"] = evil
    for phase in record["阶段"]:
        phase["名称"] = phase["简称"] = evil
        for task in phase["任务"]:
            task["名称"] = task["期限说明"] = evil
            for row in task["完成情况"]:
                row["说明"] = row["佐证"] = row["单位"] = evil
    given = Plan.model_validate(_clean(record))
    site = make_site(
        INTERNAL, plan=given, institution=institution, plan_outline=parse_outline(TEXT.replace("从基层", evil))
    )
    site = replace(site, standings=standings(given, (), site.as_of, INTERNAL))
    everything = [page.body for page in plan_pages(site)] + [slot(site, name) for name in SLOTS]
    assert [body for body in everything if "<script>" in body] == []
    assert sum("&lt;script&gt;" in body for body in everything) == len(everything)


def _clean(value: Any) -> Any:
    """A dumped record as it would be written: numbers as text, nothing where nothing stands."""
    if isinstance(value, dict):
        return {key: _clean(each) for key, each in value.items() if each is not None}
    if isinstance(value, list):
        return [_clean(each) for each in value]
    return str(value)


def test_a_part_of_the_institution_does_not_speak_for_it(site_of: Callable[..., Site]) -> None:
    site = site_of(INTERNAL)
    assert site.plan is not None
    part = replace(site, standings=standings(site.plan, (), site.as_of, INTERNAL, whole=False))
    assert "本版只含一部分支部" in pages(part)["plan/tasks/2-1-1/"].body
    assert WITHHELD in pages(part)["plan/tasks/2-2-1/"].body
    assert "还差两册" in pages(part)["plan/tasks/2-1-2/"].body


def ribbon_of(as_of: str, *windows: tuple[str, str]) -> Any:
    phases = [
        {"条款": f"三（{number}）", "名称": number, "自": since, "至": until, "任务": []}
        for number, (since, until) in zip("一二三四", windows, strict=False)
    ]
    return ribbon(
        Plan.model_validate({"年度": "2019", "编号": "方案2019", "名称": "方案", "阶段": phases}),
        date.fromisoformat(as_of),
    )


def test_a_plan_may_have_more_phases_than_there_are_numerals(make_site: MakeSite) -> None:
    phases = [
        {
            "条款": f"三（{number}）",
            "名称": "甲",
            "自": f"2019-01-{number:02}",
            "至": f"2019-01-{number:02}",
            "任务": [],
        }
        for number in range(1, 13)
    ]
    given = Plan.model_validate({"年度": "2019", "编号": "方案2019", "名称": "方案", "阶段": phases})
    found = slot(make_site(plan=given), "phases")
    assert re.findall(r'<h3 id="phase-\d+">(阶段\S+)', found)[8:] == ["阶段九", "阶段十", "阶段11", "阶段12"]


def test_the_ribbon_is_as_long_as_the_year() -> None:
    drawn = ribbon_of("2019-11-25", ("2019-03-01", "2019-04-30"), ("2019-05-01", "2019-12-31"))
    assert [[stretch.days for stretch in lane] for lane in drawn.lanes] == [[59, 61, 245]]
    assert sum(drawn.months) == drawn.days == 365
    assert (drawn.before, drawn.today, drawn.late) == (328, "11月25日", True)
    assert [stretch.now for stretch in drawn.lanes[0]] == [False, False, True]


@pytest.mark.parametrize(
    ("as_of", "now"), [("2019-02-28", False), ("2019-03-01", True), ("2019-04-30", True), ("2019-05-01", False)]
)
def test_a_phase_is_now_from_its_first_to_its_last_day(as_of: str, now: bool) -> None:
    (lane,) = ribbon_of(as_of, ("2019-03-01", "2019-04-30")).lanes
    assert [stretch.now for stretch in lane] == [False, now, False]


def test_overlapping_phases_go_below_one_another_and_other_years_are_left_out() -> None:
    drawn = ribbon_of(
        "2020-01-05", ("2019-03-01", "2019-05-01"), ("2019-05-01", "2020-02-01"), ("2020-03-01", "2020-04-01")
    )
    assert [[stretch.days for stretch in lane] for lane in drawn.lanes] == [[59, 62, 244], [120, 245]]
    assert drawn.today == ""


@pytest.mark.parametrize(("as_of", "shown"), [("2019-04-29", True), ("2019-04-30", True), ("2019-05-01", False)])
def test_the_home_page_names_the_phase_and_its_end(site_of: Callable[..., Site], as_of: str, shown: bool) -> None:
    text = re.sub(
        r"<[^>]+>", " ", fill(SlotContext(site=site_of(PUBLIC, as_of=date.fromisoformat(as_of)), path=""), "home-month")
    )
    assert ("强化意识" in text and "4月30日" in text) is shown


def _printed(site: Site) -> PlanPrint:
    assert site.plan is not None
    return plan_print(site, site.plan)


def test_the_plan_on_paper_says_what_the_pages_say(site_of: Callable[..., Site]) -> None:
    site = site_of()
    shown = re.sub(r"<[^>]*>|\s", "", slot(site, "phases") + pages(site)["plan/overdue/"].body)
    told = _printed(site)
    for task in (row for phase in told.phases for row in phase.tasks):
        assert f"{task.clause}{task.name}".replace(" ", "") in shown
        state = f"{task.verdict.shape}{task.verdict}" if task.verdict else task.withheld
        assert state
        assert f"{task.deadline}{'跨阶段' if task.crosses else ''}{task.note}{state}" in shown
    assert [phase.counts for phase in told.phases] == [
        ((Verdict.UNMET, 1), (Verdict.ADVISORY, 1)),
        ((Verdict.NOT_DUE, 1),),
    ]
    assert all(re.sub(r"\s", "", f"{row.left}{row.clause}") in shown for row in (*told.overdue, *told.upcoming))
    assert all(re.sub(r"\s", "", row.reason) in shown for row in told.overdue)
    assert told.withheld == f"不列入这两张表：二（二）1，{WITHHELD}。"
    assert told.handouts == (("支部书记", "24", "22", "2019年3月20日"), ("合计", "24", "22", ""))


def test_every_unit_has_its_tasks_and_every_goal_its_aspect_on_paper(site_of: Callable[..., Site]) -> None:
    told = _printed(site_of())
    assert [(name, number) for name, number, _ in told.units] == [
        ("党委组织部", "2 项"),
        ("党委宣传部", "1 项"),
        ("党支部", "2 项"),
        ("校医院", "1 项"),
    ]
    assert told.units[0][2] == "二（一）1（5月20日）；二（一）2（4月30日）"
    assert [(name, aspect) for name, aspect, _, _ in told.goals] == [
        ("政治建设更加务实高效", "一 政治建设"),
        ("作用发挥更加突出明显", "手册没有单独的方面，列没有落到标准的任务"),
    ]
    assert told.documents == (("支部工作条例", "中共中央", "2018年10月28日", "✔ 有原文依据"),)


def test_the_plan_for_the_public_has_no_states_on_paper_either(site_of: Callable[..., Site]) -> None:
    told = _printed(site_of(PUBLIC))
    rows = [row for phase in told.phases for row in phase.tasks]
    assert not any(row.verdict or row.reason or row.left for row in rows)
    assert [row.clause for row in rows if row.withheld == WITHHELD] == ["二（二）1"]
    assert (told.judged, told.overdue, told.upcoming, told.handouts, told.withheld) == (False, (), (), (), "")
    assert all(not counts for *_, counts in told.goals)
    assert all(not phase.counts for phase in told.phases)
