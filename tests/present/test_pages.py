"""Golden pages, one a kind and state; what they must and must not contain."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.disclose.view import BranchView
from generator.model.check import CheckDescription
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, UnitAssessment, Verdict
from generator.model.judged_year import JudgedYear, PlanJudgement
from generator.model.page import Page
from generator.model.record import Audience
from generator.model.records.plan import Plan
from generator.model.records.profile import Profile
from generator.model.standard_set import StandardSet
from generator.model.summary import BranchSummary, CommitteeSummary
from generator.present.branch.branch_year import branch_pages
from generator.present.committee.views import committee_pages, institution_pages
from generator.present.kit.shells import shells
from generator.present.kit.site import Site
from generator.present.kit.verdicts import WITHHELD, WITHHELD_CRITERION
from generator.present.prose_pages.finder import finder_script
from generator.settings import Scope
from tests.present.goldens import contents_pages, golden_pages
from tests.summaries import committee_sums

Snapshot = Callable[[str, str], None]
MakeSite = Callable[..., Site]

INTERNAL, PUBLIC, RESTRICTED = Audience.INTERNAL, Audience.PUBLIC, Audience.RESTRICTED


@pytest.fixture
def bare() -> Dossier:
    """A branch of which nothing is recorded but what every branch has."""
    record = {"名称": "新支部", "类型": "学生", "成立": "2019-10-08"}
    return Dossier.assemble("cs-2", "cs", Profile.model_validate(record), {})


@pytest.fixture
def pages(
    make_site: MakeSite,
    dossier: Dossier,
    bare: Dossier,
    assessment: Assessment,
    summary: BranchSummary,
    totals: tuple[CommitteeSummary, ...],
    year_plan: Plan,
    plan: PlanJudgement,
    units_found: tuple[UnitAssessment, UnitAssessment],
) -> Callable[[Audience], dict[str, Page]]:
    """Every page of one edition of the small institution, by path."""

    def make(audience: Audience) -> dict[str, Page]:
        def view(dossier: Dossier, year: JudgedYear) -> BranchView:
            seen = dossier.project(audience)
            return BranchView(audience=audience, dossier=seen, current=year if judged else None)

        site = make_site(audience, plan=year_plan)
        judged = audience is not PUBLIC
        nothing = Assessment(branch="cs-2", year=2019, as_of=site.as_of, standard_set="", findings=())
        found = [
            *branch_pages(site, view(dossier, JudgedYear(assessment, plan))),
            *branch_pages(site, view(bare, JudgedYear(nothing))),
            *(
                page
                for entry in site.index.committees
                for page in committee_pages(
                    site,
                    entry,
                    [summary] if judged and entry.branches else [],
                    [row for row in units_found if row.unit == entry.id],
                )
            ),
            *institution_pages(site, totals if judged else (), units_found[1:]),
            *contents_pages(site),
        ]
        return {page.path: page for page in found}

    return make


STATES = {"branches/cs-2/": "branch-bare", "committees/jg/": "committee-empty"}


@pytest.mark.parametrize("audience", [PUBLIC, INTERNAL])
def test_golden_pages(pages: Callable[[Audience], dict[str, Page]], snapshot: Snapshot, audience: Audience) -> None:
    for name, page in golden_pages(pages(audience).values(), STATES):
        snapshot(f"{name}.{audience}.html", page.body)


def test_the_public_edition_has_no_matrix(pages: Callable[[Audience], dict[str, Page]]) -> None:
    assert not [path for path in pages(PUBLIC) if "matrix" in path]
    assert [path for path in pages(INTERNAL) if "matrix" in path] == [
        "committees/cs/matrix/",
        "committees/jg/matrix/",
        "matrix/",
    ]


def test_public_pages_hold_no_verdict_and_nothing_internal(pages: Callable[[Audience], dict[str, Page]]) -> None:
    internal = ("甲乙", "丙丁", "审议支部计划", "2019.yml", "学院党委组织员", "记录显示", "教学楼302", "58 学时")
    for page in pages(PUBLIC).values():
        assert [word for word in (*Verdict, *internal) if word in page.body] == []


def test_only_the_restricted_edition_shows_what_is_restricted(pages: Callable[[Audience], dict[str, Page]]) -> None:
    restricted = ("丙丁", "补录于4月2日")
    assert [word for word in restricted if word in pages(INTERNAL)["branches/cs-1/"].body] == []
    assert [word for word in restricted if word in pages(RESTRICTED)["branches/cs-1/"].body] == list(restricted)


@pytest.mark.parametrize("audience", [PUBLIC, INTERNAL])
def test_a_withheld_standard_says_the_same_for_every_branch(
    pages: Callable[[Audience], dict[str, Page]], audience: Audience
) -> None:
    found = pages(audience)
    for ending in ("", "checklist/"):
        said = [
            re.findall(rf"[^\n]*{WITHHELD}[^\n]*", found[f"branches/{id}/{ending}"].body) for id in ("cs-1", "cs-2")
        ]
        assert said[0] == said[1]
    assert WITHHELD in found["branches/cs-1/checklist/"].body


def test_a_withheld_standard_is_never_counted(make_site: MakeSite, dossier: Dossier, assessment: Assessment) -> None:
    """Even if its findings were handed over by mistake."""
    slipped = assessment.findings[-1]._replace(standard="2.5", criterion="2.5.1", reason="漏出的理由")
    more = replace(assessment, findings=(*assessment.findings, slipped))
    views = [BranchView(audience=INTERNAL, dossier=dossier, current=JudgedYear(given)) for given in (assessment, more)]
    bodies = [[page.body for page in branch_pages(make_site(), view)] for view in views]
    assert bodies[0] == bodies[1]


class OnRestrictedRecords(CheckDescription):
    """A check that rests on what only the restricted edition shows."""

    audience = RESTRICTED


def test_a_criterion_withheld_by_its_check_says_the_same_for_every_branch(
    make_site: MakeSite, standard_set: StandardSet, dossier: Dossier, assessment: Assessment
) -> None:
    """Whatever its findings are, and if they were handed over by mistake."""
    chosen = replace(standard_set, parameters={**standard_set.parameters, "3.5.1": OnRestrictedRecords()})
    without = replace(assessment, findings=tuple(row for row in assessment.findings if row.criterion != "3.5.1"))
    bodies = []
    for given in (assessment, without):
        view = BranchView(audience=INTERNAL, dossier=dossier, current=JudgedYear(given))
        bodies.append([page.body for page in branch_pages(make_site(sets=(chosen,)), view)][:2])
    page, checklist = bodies[0]
    assert bodies[0] == bodies[1]
    label = '<span class="zb-id">3.5.1</span> 每月第四个星期四开展'
    assert f'{label}<br><span class="zb-withheld">{WITHHELD_CRITERION}</span>' in page
    assert f'{label}</th><td colspan="3" class="zb-withheld">{WITHHELD_CRITERION}</td>' in checklist
    assert page.count(WITHHELD_CRITERION) == checklist.count(WITHHELD_CRITERION) == 1
    view = BranchView(audience=RESTRICTED, dossier=dossier, current=JudgedYear(assessment))
    shown = [each.body for each in branch_pages(make_site(RESTRICTED, sets=(chosen,)), view)]
    assert not any(WITHHELD_CRITERION in body for body in shown)


def test_the_restricted_edition_withholds_nothing(pages: Callable[[Audience], dict[str, Page]]) -> None:
    assert [path for path, page in pages(RESTRICTED).items() if WITHHELD in page.body] == []


@pytest.mark.parametrize("audience", [PUBLIC, INTERNAL, RESTRICTED])
def test_every_page_holds_the_headings_of_its_shell(
    pages: Callable[[Audience], dict[str, Page]], make_site: MakeSite, audience: Audience
) -> None:
    specs = {spec.kind: spec for spec in shells(make_site(audience))}
    for page in pages(audience).values():
        found = re.findall(r"<h(\d) id=\"([\w-]+)\">(.*?)</h\1>", page.body)
        written = re.findall(r"^(#+) (.*) \{#([\w-]+)\}$", specs[page.kind].markdown, re.MULTILINE)
        assert [(int(level), id) for level, id, _ in found] == [(len(marks), id) for marks, _, id in written]
        assert [text for _, _, text in found[1:]] == [text for _, text, _ in written[1:]]
        assert page.body.count("<h") - page.body.count("<head") == len(found)


@pytest.mark.parametrize("audience", [PUBLIC, INTERNAL, RESTRICTED])
def test_every_page_names_its_edition_and_its_day(
    pages: Callable[[Audience], dict[str, Page]], audience: Audience
) -> None:
    for page in pages(audience).values():
        assert f'<p class="zb-edition">{audience.label} · 2019年度 · 截至 2019年11月25日</p>' in page.body


@pytest.mark.parametrize("audience", [PUBLIC, INTERNAL])
def test_the_form_of_the_html(pages: Callable[[Audience], dict[str, Page]], audience: Audience) -> None:
    for page in pages(audience).values():
        assert " style=" not in page.body
        assert re.findall(r"<table(?! class=\"zb-table )", page.body) == []
        assert [
            link for link in re.findall(r'href="([^"]*)"', page.body) if not re.search(r"^#|\.(html|ics)(#|$)", link)
        ] == []
        ids = re.findall(r' id="([^"]+)"', page.body)
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("audience", [PUBLIC, INTERNAL])
def test_fragments_point_to_what_is_there(pages: Callable[[Audience], dict[str, Page]], audience: Audience) -> None:
    found = pages(audience)
    for path, page in found.items():
        for target, fragment in re.findall(r'href="(?:\.\./)*([^"#]*)#([^"]+)"', page.body):
            there = {"": path, "index.html": "branches/cs-1/"}.get(target, target.removesuffix("index.html"))
            if there in found:
                assert f'id="{fragment}"' in found[there].body, (path, there, fragment)


def test_evidence_is_told_by_its_row_and_file(pages: Callable[[Audience], dict[str, Page]]) -> None:
    body = pages(INTERNAL)["branches/cs-1/"].body
    assert '<a href="#a-2019-03-14-1">3月14日支部党员大会、党课</a> <small>2019.yml</small>' in body
    assert "评定 <small>2019.yml</small>" in body
    assert '<tr id="a-2019-03-14-1">' in body
    assert '<td class="zb-proves"><a href="#s-3-1">3.1</a></td>' in body


def test_a_unit_shows_its_findings_and_the_rows_behind_them(pages: Callable[[Audience], dict[str, Page]]) -> None:
    body = pages(INTERNAL)["committees/cs/register/"].body
    assert '<div id="c-4-1-1">' in body
    assert '<a href="#reviews-2019-03-21-1">研判</a> <small>2019.yml</small>' in body
    assert '<a href="#reviews-2019-03-21-1">问题</a>' in body, "what stands in a row is found with it"
    assert '<tr id="reviews-2019-03-21-1"><th scope="row" data-label="日期">' in body
    assert '<td class="zb-proves" data-label="证明"><a href="#c-4-1-1">4.1.1</a></td>' in body
    assert "支部 示例学院第一教师党支部" in body
    school = pages(INTERNAL)["institution/"].body
    assert '<a href="#inspections-2019-10-18-1">督查</a>' in school
    assert "示例学院第一教师党支部、示例学院学生党支部" in school


def test_a_branch_quotes_what_was_judged_above_it(pages: Callable[[Audience], dict[str, Page]]) -> None:
    found = pages(INTERNAL)
    target = "committees/cs/register/index.html#c-4-1-1"
    line = f'<p class="zb-quoted"><a href="../../{target}">引用基层党委的判定</a>：判一次，各支部相同</p>'
    assert line in found["branches/cs-1/"].body
    assert f'<a href="../../../{target}">引用基层党委的判定</a>' in found["branches/cs-1/checklist/"].body
    assert "记录显示2019如此" not in found["branches/cs-1/"].body.partition('id="s-4-1"')[2].partition("</details>")[0]


def test_others_duties_are_no_gap_of_the_branch(pages: Callable[[Audience], dict[str, Page]]) -> None:
    body = pages(INTERNAL)["branches/cs-1/"].body
    gaps = body[body.index('id="gaps"') : body.index('id="aspects"')]
    assert "3.1 支部党员大会" in gaps
    assert "4.1" not in gaps


def test_where_nothing_is_judged_nothing_is_called_sound(pages: Callable[[Audience], dict[str, Page]]) -> None:
    """A branch to which no set of standards applies in a year is not one without gaps."""
    body = pages(INTERNAL)["branches/cs-2/"].body
    assert "2019年没有适用于本支部的标准集，只列台账，不作判定" in body
    assert "没有缺项" not in body


@pytest.mark.parametrize(
    ("scope", "paths"),
    [
        (
            Scope(kind="committee", id="cs"),
            ["committees/cs/index.html", "committees/cs/register/index.html#c-4-1-1"],
        ),
        (Scope(kind="branch", id="cs-1"), []),
    ],
)
def test_a_part_links_only_to_pages_it_has(
    make_site: MakeSite, dossier: Dossier, assessment: Assessment, scope: Scope, paths: list[str]
) -> None:
    site = make_site(INTERNAL, scope)
    view = BranchView(audience=INTERNAL, dossier=dossier, current=JudgedYear(assessment))
    body = next(branch_pages(site, view)).body
    assert re.findall(r'href="(?:\.\./)+(committees/[^"]*)"', body) == paths
    assert list(institution_pages(site, ())) == []


def test_the_roll_up_comes_in_pages_of_a_hundred(make_site: MakeSite, totals: tuple[CommitteeSummary, ...]) -> None:
    site = make_site()

    def rolled_up(committees: int) -> list[Page]:
        return [page for page in institution_pages(site, totals[:1] * committees) if page.kind == "institution"]

    assert [page.path for page in rolled_up(100)] == ["matrix/"]
    second = rolled_up(101)[1]
    assert (second.path, second.kind, second.title) == ("matrix/2/", "institution", "示例大学对照总表（第 2 页）")
    assert '<a class="zb-button" href="../../matrix/index.html">第 1 页</a>' in second.body
    assert second.body.count('<th scope="row" class="zb-first"><a') == 1


def test_a_page_of_a_hundred_committees_stays_below_300_kb(make_site: MakeSite, standard_set: StandardSet) -> None:
    base = standard_set.standards[2]
    rows = tuple(base.model_copy(update={"id": f"3.{number}"}) for number in range(1, 35))
    counts = {row.id: {Verdict.AWAITING_REVIEW: 20} for row in rows}
    total = committee_sums("a-committee-with-a-long-id", "某某某某学院党委", 20, counts)
    site = make_site(sets=(replace(standard_set, standards=rows),))
    for page in institution_pages(site, [total] * 100):
        assert len(page.body.encode()) < 265_000, page.path


def test_the_finder_data_is_a_script_that_cannot_be_broken_out_of(make_site: MakeSite) -> None:
    script = finder_script(make_site())
    assert script.startswith('window.zhibuBranches=[["cs-1","示例学院第一教师党支部","示例学院党委","教师"]')
    assert script.endswith("]];\n")
