"""Two sets of different size: what one of them asks is counted and shown for its own branches only."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from lxml import html as lxml_html

from generator.model.calendar import CalendarOf
from generator.model.finding import Assessment, Finding, Verdict
from generator.model.index import BranchEntry, CommitteeEntry
from generator.model.kinds import BranchKind, Duty, Part
from generator.model.period import Period
from generator.model.record import Audience
from generator.model.standard import Standard
from generator.model.standard_set import Inapplicable, StandardSet
from generator.model.summary import BranchSummary, CommitteeSummary, summarise, summarise_committee
from generator.plugin.nav import further_sets
from generator.present.calendar.subscription import owned
from generator.present.committee.views import committee_pages, institution_pages
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from tests.present.conftest import AS_OF, MakeSite

MET, UNMET, DUE, LEFT = Verdict.MET, Verdict.UNMET, Verdict.DUE_SOON, Verdict.NOT_APPLICABLE
RETIRED = "离退休标准"


@pytest.fixture
def sets(standard_set: StandardSet) -> tuple[StandardSet, StandardSet, StandardSet]:
    """The main set of five; one based on it that rules 3.1 anew and leaves out 4.1; and one of its own with 3.1 alone."""
    main = replace(standard_set, kinds=(BranchKind.TEACHERS, BranchKind.OFFICES))
    anew, left = _anew(main.standards[2], "每季座谈 1 次"), main.standards[4]
    based = replace(
        main,
        id="lt",
        name=RETIRED,
        kinds=(BranchKind.RETIRED,),
        standards=(*main.standards[:2], anew, main.standards[3], _inapplicable().mark(left)),
        bases=("",),
        origins={"1.1": "", "2.5": "", "3.5": ""},
        inapplicable={"4.1": _inapplicable()},
    )
    alone = replace(main, id="xs", name="学生标准", kinds=(BranchKind.STUDENTS,), standards=(_anew(anew, "每季团课"),))
    assert left.id == "4.1"
    return main, based, alone


def _anew(standard: Standard, text: str) -> Standard:
    criteria = tuple(row.model_copy(update={"text": text}) for row in standard.criteria)
    return standard.model_copy(update={"name": "座谈会" if "座谈" in text else "团课", "criteria": criteria})


def _inapplicable() -> Inapplicable:
    row = {"编号": "4.1", "不适用": "离退休党支部不在名单内", "稿源": "整理"}
    more = {"依据": [{"文件": "条例", "可信度": "◐"}], "修订": [{"日期": "2019-04-01", "内容": "首次整理"}]}
    return Inapplicable.model_validate(row | more)


def _finding(standard: str, verdict: Verdict, duty: Duty = Duty.BRANCH) -> Finding:
    due = date(2019, 11, 28) if verdict is DUE else None
    period = Period.year(2019)
    return Finding(standard, f"{standard}.1", Part.QUANTITATIVE, duty, period, verdict, "记录显示有", due=due)


def _summary(id: str, kind: BranchKind, standard_set: str | None, *findings: Finding) -> BranchSummary:
    judged = Assessment(branch=id, year=2019, as_of=AS_OF, standard_set=standard_set, findings=findings)
    return summarise(judged, name=f"支部{id}", kind=kind, committee="cs")


@pytest.fixture
def summaries() -> tuple[BranchSummary, ...]:
    """Two branches of the main set, one of the set based on it, one of the set of its own, and one that no set is for."""
    above = _finding("4.1", UNMET, Duty.COMMITTEE)
    return (
        _summary("cs-1", BranchKind.TEACHERS, "", _finding("1.1", MET), _finding("3.1", UNMET), above),
        _summary("cs-2", BranchKind.TEACHERS, "", _finding("1.1", UNMET), _finding("3.1", UNMET), above),
        _summary(
            "lt-1",
            BranchKind.RETIRED,
            "lt",
            _finding("1.1", UNMET),
            _finding("3.1", DUE),
            _finding("4.1", LEFT, Duty.COMMITTEE),
        ),
        _summary("xs-1", BranchKind.STUDENTS, "xs", _finding("3.1", MET)),
        _summary("no-1", BranchKind.OFFICES, None),
    )


@pytest.fixture
def site(make_site: MakeSite, sets: tuple[StandardSet, ...]) -> Site:
    return make_site(sets=sets)


@pytest.fixture
def entry(site: Site, summaries: tuple[BranchSummary, ...]) -> CommitteeEntry:
    first = site.index.committees[0]
    rows = tuple(
        BranchEntry(id=row.id, committee="cs", name=row.name, kind=row.kind, folder=first.branches[0].folder)
        for row in summaries
    )
    return replace(first, branches=rows)


@pytest.fixture
def totals(summaries: tuple[BranchSummary, ...]) -> tuple[CommitteeSummary, ...]:
    return (summarise_committee("cs", "示例学院党委", summaries),)


def slot(
    site: Site, name: str, path: str, meta: Mapping[str, str] | None = None, totals: Sequence[CommitteeSummary] = ()
) -> str:
    return fill(SlotContext(site=site, path=path, meta=meta or {}, totals=totals), name)


def found_in(body: str, xpath: str) -> list[Any]:
    """What the path finds in a piece of HTML."""
    found: Any = lxml_html.fromstring(f"<div>{body}</div>").xpath(xpath)
    return list(found)


def tables(body: str) -> list[list[list[str]]]:
    """The cells of every matrix of a page, row by row, as they are read out."""
    found = found_in(body, '//table[contains(@class, "zb-grid")]')
    return [[[_text(cell) for cell in row.xpath("./th|./td")] for row in table.xpath(".//tr")] for table in found]


def _text(cell: Any) -> str:
    return re.sub(r"\s+", " ", cell.text_content()).strip()


def test_each_branch_stands_in_the_matrix_of_its_own_set(
    site: Site, entry: CommitteeEntry, summaries: tuple[BranchSummary, ...]
) -> None:
    body = {page.path: page for page in committee_pages(site, entry, summaries)}["committees/cs/matrix/"].body
    main, based, alone = tables(body)
    assert [row[0] for row in main[2:5]] == ["支部cs-1", "支部cs-2", "支部no-1"]
    assert [row[0] for row in based[2:3]] == ["支部lt-1"]
    assert [row[0] for row in alone[2:3]] == ["支部xs-1"]
    assert [len(table[1]) for table in (main, based, alone)] == [4, 4, 1]
    assert based[1] == ["1.1 理论武装", "3.1* 座谈会（另行规定）", "3.5 主题党日", "4.1* 双带头人（不适用）"]
    assert main[1][1] == "3.1 支部党员大会"
    sums = {row[0].split()[-1]: row[1:] for row in main[5:]}
    assert (sums["缺项"], sums["符合"]) == (["1", "2", "", ""], ["1", "", "", ""])
    sums = {row[0].split()[-1]: row[1:] for row in based[3:]}
    assert (sums["缺项"], sums["临期"]) == (["1", "", "", ""], ["", "1", "", ""])
    assert len(set(re.findall(r' id="([^"]+)"', body))) == len(re.findall(r' id="([^"]+)"', body))


def test_the_institution_has_a_row_for_each_set_of_a_committee(
    site: Site, totals: tuple[CommitteeSummary, ...]
) -> None:
    (page,) = (page for page in institution_pages(site, totals) if page.kind == "institution")
    main, based, alone = tables(page.body)
    assert [table[2][0] for table in (main, based, alone)] == [
        "示例学院党委 2 个支部",
        "示例学院党委 1 个支部",
        "示例学院党委 1 个支部",
    ]
    assert main[2][1:] == ["▲缺项1", "▲缺项2", "", "▲缺项"]
    assert based[2][1:] == ["▲缺项1", "◔临期1", "", "–不适用"]
    assert alone[2][1:] == ["●符合1"]


def test_a_page_of_the_roll_up_holds_no_more_rows_than_before(site: Site, totals: tuple[CommitteeSummary, ...]) -> None:
    pages = [page for page in institution_pages(site, totals * 50) if page.kind == "institution"]
    assert [page.body.count('<th scope="row" class="zb-first"><a') for page in pages] == [100, 50]


def test_the_committee_counts_every_branch_by_its_own_standards(
    site: Site, entry: CommitteeEntry, summaries: tuple[BranchSummary, ...]
) -> None:
    body = {page.path: page for page in committee_pages(site, entry, summaries)}["committees/cs/"].body
    counts = found_in(body, '//table[contains(@class, "zb-counts")]//tr')
    found = {_text(row[0]): [_text(cell) for cell in row[1:]] for row in counts}
    assert found["一 政治建设"][-1] == "3 条中符合 1 条"
    assert found["三 组织生活"][-1] == "3 条中符合 1 条"
    gaps = {row[0].text_content(): _text(row[1]) for row in _rows(body, "zb-gaps")}
    assert gaps["支部cs-2"] == "1.1 理论武装3.1 支部党员大会"
    assert gaps["支部lt-1"] == "1.1 理论武装"
    assert "3.1 座谈会" in _text(_rows(body, "zb-gaps")[-1][2])
    above = re.sub(r"<[^>]+>|\s", "", body[body.index('id="above"') : body.index('id="branches"')])
    assert "4.1双带头人基层党委▲缺项" in above
    assert f"4.1双带头人{RETIRED}：不适用基层党委–不适用" in above


def _rows(body: str, name: str) -> list[Any]:
    return found_in(body, f'//table[contains(@class, "{name}")]//tr')[1:]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("standards/3-1/", "2 个支部的记录显示：▲ 缺项 2 个。"),
        ("standards/lt/3-1/", "1 个支部的记录显示：◔ 临期 1 个。最近期限"),
        ("standards/xs/3-1/", "1 个支部的记录显示：这一项没有缺项"),
        ("standards/1-1/", "3 个支部的记录显示：▲ 缺项 2 个。"),
    ],
)
def test_a_standard_tells_of_those_only_that_are_judged_by_it(
    site: Site, totals: tuple[CommitteeSummary, ...], path: str, told: str
) -> None:
    gap = slot(site, "standard-gap", path, {"编号": path[-4:-1].replace("-", ".")}, totals)
    assert told in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", gap))


def test_what_does_not_apply_has_no_gap_and_says_why(site: Site, totals: tuple[CommitteeSummary, ...]) -> None:
    meta = {"编号": "4.1"}
    assert slot(site, "standard-gap", "standards/lt/4-1/", meta, totals) == ""
    head = re.sub(r"<[^>]+>", "", slot(site, "standard-head", "standards/lt/4-1/", meta))
    assert f"这是{RETIRED}里的一项，只用于离退休党支部。不适用：离退休党支部不在名单内。" in head
    assert "◐ 二手引文" in slot(site, "standard-basis", "standards/lt/4-1/", meta)
    assert "名单内全覆盖" not in slot(site, "standard-basis", "standards/lt/4-1/", meta)
    main = re.sub(r"<[^>]+>", "", slot(site, "standard-head", "standards/4-1/", meta))
    assert f"离退休党支部按{RETIRED}：不适用，离退休党支部不在名单内。" in main
    assert "学生标准" not in main


def test_a_standard_leads_to_what_other_sets_have_under_its_id(site: Site) -> None:
    head = slot(site, "standard-head", "standards/3-1/", {"编号": "3.1"})
    assert f'离退休党支部按<a href="../../standards/lt/3-1/index.html">{RETIRED}</a>：另行规定。' in head
    assert "学生标准" not in head, "its ids are its own"
    back = slot(site, "standard-head", "standards/lt/3-1/", {"编号": "3.1"})
    assert '<a href="../../../standards/3-1/index.html">' in back
    assert "另行规定" not in back


def test_an_aspect_lists_what_every_set_has_of_its_own(site: Site, totals: tuple[CommitteeSummary, ...]) -> None:
    rows = _rows(slot(site, "aspect-standards", "aspects/3/", {}, totals), "zb-standards")
    assert [_text(row[0]) for row in rows] == [
        "3.1 支部党员大会",
        f"3.1 座谈会 {RETIRED}：另行规定",
        "3.1 团课",
        "3.5 主题党日",
    ]
    assert [[_text(cell) for cell in row[3:5]] for row in rows] == [["2", ""], ["", "1"], ["", ""], ["", ""]]


def test_the_list_of_a_set_is_whole_and_marks_what_differs(site: Site) -> None:
    listed = re.sub(r"<[^>]+>", "", slot(site, "standards", "standards/lt/"))
    assert "适用于离退休党支部，沿用整理稿：另行规定 1 项，不适用 1 项" in listed
    assert "3.1 座谈会 另行规定、3.5 主题党日" in listed
    assert "4.1 双带头人 不适用" in listed
    main = re.sub(r"<[^>]+>", "", slot(site, "standards", "standards/"))
    assert "3.1 支部党员大会、3.5 主题党日" in main
    assert f"离退休党支部：{RETIRED}，沿用整理稿，另行规定 1 项，不适用 1 项。" in main


def test_the_blank_checklist_has_a_form_for_each_set(site: Site) -> None:
    form = slot(site, "checklist", "checklist/")
    main, based = form[: form.index('id="set-lt"')], form[form.index('id="set-lt"') : form.index('id="set-xs"')]
    assert "每季至少召开 1 次" in main
    assert "每季座谈" not in main
    assert "每季座谈 1 次" in based
    assert "每季至少召开 1 次" not in based
    assert '<td colspan="4">离退休党支部不在名单内</td>' in based
    assert "名单内全覆盖" not in based
    assert form.count('class="zb-sign"') == 3
    ids = re.findall(r' id="([^"]+)"', form)
    assert len(ids) == len(set(ids))


def test_a_calendar_lists_what_the_branches_of_its_kind_are_asked(
    make_site: MakeSite, sets: tuple[StandardSet, ...]
) -> None:
    site = make_site(sets=sets)
    asked = {owner: {row.id: row for row in owned(site, owner)} for owner in CalendarOf}
    assert "duty-3-1-1" in asked[CalendarOf.TEACHERS]
    assert "duty-3-1-1" not in asked[CalendarOf.RETIRED]
    assert asked[CalendarOf.RETIRED]["duty-lt-3-1-1"].title == "每季座谈 1 次"
    assert asked[CalendarOf.STUDENTS]["duty-xs-3-1-1"].path == "standards/xs/3-1/"
    assert asked[CalendarOf.RETIRED]["duty-3-5-1"] == asked[CalendarOf.TEACHERS]["duty-3-5-1"]
    assert "duty-3-5-1" not in asked[CalendarOf.STUDENTS]
    shared, apart = asked[CalendarOf.INSTITUTION]["duty-3-5-1"], asked[CalendarOf.RETIRED]["duty-lt-3-1-1"]
    assert shared.short == "主题党日（教师、机关、离退休党支部）"
    assert apart.details[-1] == f"标准集“{RETIRED}”另行规定"


def test_a_further_set_has_its_section_in_the_navigation(site: Site) -> None:
    assert list(further_sets(site)) == [
        {RETIRED: [{"标准目录": "standards/lt/index.md"}, "standards/lt/3-1.md", "standards/lt/4-1.md"]},
        {"学生标准": [{"标准目录": "standards/xs/index.md"}, "standards/xs/3-1.md"]},
    ]


def test_of_a_handbook_that_was_replaced_the_old_pages_stay_in_the_navigation(
    make_site: MakeSite, sets: tuple[StandardSet, ...]
) -> None:
    old = replace(sets[0], valid_until=date(2019, 8, 31))
    new = replace(sets[1], kinds=sets[0].kinds, valid_from=date(2019, 9, 1), name="新手册")
    site = make_site(sets=(old, new))
    assert site.default.id == "lt"
    assert list(further_sets(site)) == [
        {"整理稿": ["standards/3-1.md", "standards/4-1.md"]},
        {"新手册": [{"标准目录": "standards/lt/index.md"}]},
    ]
    assert site.of(2018).default.id == ""


def test_the_public_sees_none_of_it(make_site: MakeSite, sets: tuple[StandardSet, ...]) -> None:
    site = make_site(Audience.PUBLIC, sets=sets)
    assert slot(site, "standard-gap", "standards/lt/3-1/", {"编号": "3.1"}, ()) == ""


def test_a_standard_that_sets_share_is_one_and_the_same_view(site: Site) -> None:
    main, based = site.catalogues[""].standards, site.catalogues["lt"].standards
    assert main["1.1"] is based["1.1"]
    assert main["3.1"] is not based["3.1"]
    assert site.sharing(main["1.1"]) == {"", "lt"}
    assert site.numbered_alike == {"", "lt"}
    assert [row.view.path for row in site.standards] == [
        "standards/1-1/",
        "standards/2-5/",
        "standards/3-1/",
        "standards/3-5/",
        "standards/4-1/",
        "standards/lt/3-1/",
        "standards/lt/4-1/",
        "standards/xs/3-1/",
    ]


def test_a_set_shows_what_differs_from_the_one_it_is_based_on(site: Site) -> None:
    """Wordings side by side, what does not apply with its reason; nothing that both have alike."""
    rows = [
        [_text(cell) for cell in row.xpath("./th|./td")][:3]
        for row in found_in(slot(site, "set-differences", "standards/lt/"), "//tbody/tr")
    ]
    assert [row[0].partition(" ")[0] for row in rows] == ["3.1", "4.1"]
    assert rows[0][2] == "3.1.1 每季座谈 1 次"
    assert rows[0][1] not in {"", rows[0][2]}
    assert rows[1][1:] == ["照判", "不适用：离退休党支部不在名单内"]


def test_a_set_of_its_own_differs_from_nothing(site: Site) -> None:
    assert found_in(slot(site, "set-differences", "standards/xs/"), "//table") == []
