"""Working copy, 本月一页 and overview on paper: the same as their pages say, and what only paper has."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.disclose.view import BranchView
from generator.model.checklist_copy import ChecklistCopy, CopyLine
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, Evidence, Finding, Verdict
from generator.model.judged_year import JudgedYear
from generator.model.kinds import Duty
from generator.model.month_sheet import MonthSheet, SheetDay
from generator.model.period import Period
from generator.model.record import Audience, Source
from generator.model.records.branch_plan import Remedy
from generator.model.summary import CommitteeSummary, PlanCounts
from generator.present.branch.branch_year import branch_pages
from generator.present.branch.checklist_copy import checklist_copy, proof_words
from generator.present.branch.month_sheet import month_sheet
from generator.present.committee.overview_print import overview_print
from generator.present.committee.views import institution_pages
from generator.present.kit.site import Site
from generator.present.kit.verdicts import WITHHELD
from tests.present.conftest import AS_OF, finding
from tests.summaries import committee_sums

MakeSite = Callable[..., Site]


def view_of(site: Site, dossier: Dossier, assessment: Assessment) -> BranchView:
    return BranchView(audience=site.audience, dossier=dossier, current=JudgedYear(assessment))


def words(html: str) -> str:
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", html))


def page_of(site: Site, view: BranchView, kind: str) -> str:
    return next(page.body for page in branch_pages(site, view) if page.kind == kind)


def lines(copy: ChecklistCopy) -> list[CopyLine]:
    return [line for band in copy.bands for standard in band.standards for line in standard.lines]


def asked(line: CopyLine) -> list[str]:
    state = f"{line.verdict.shape}{line.verdict}" if line.verdict else ""
    marks = "".join(verdict.shape for _, verdict in line.periods)
    return [line.id + line.text + "".join(line.tags), state, marks, line.proof]


def test_the_working_copy_has_the_rows_of_the_page(
    make_site: MakeSite, dossier: Dossier, assessment: Assessment
) -> None:
    site = make_site()
    view = view_of(site, dossier, assessment)
    rows = re.findall(r'<tr><th scope="row">.*?</tr>', page_of(site, view, "checklist"))
    shown = [[words(cell) for cell in re.split(r"</t[hd]>", row)[:4]] for row in rows if "zb-hand" in row]
    copy = checklist_copy(site, view)
    assert [[words(cell) for cell in asked(line)] for line in lines(copy)] == shown
    assert any(line.proof == "3月14日" for line in lines(copy))
    assert any(line.proof == "引用基层党委的判定" for line in lines(copy))


def test_it_keeps_conclusions_apart_and_withholds_what_the_page_withholds(
    make_site: MakeSite, dossier: Dossier, assessment: Assessment
) -> None:
    site = make_site()
    found = {
        row.id: row for band in checklist_copy(site, view_of(site, dossier, assessment)).bands for row in band.standards
    }
    assert found["1.1"].parts == (("定量", Verdict.ADVISORY), ("定性", Verdict.AWAITING_REVIEW))
    assert found["4.1"].parts == (("基层党委、学校事项", Verdict.UNMET),)
    assert (found["2.5"].withheld, found["2.5"].lines, found["2.5"].parts) == (WITHHELD, (), ())
    restricted = make_site(Audience.RESTRICTED)
    rows = [
        row
        for band in checklist_copy(restricted, view_of(restricted, dossier, assessment)).bands
        for row in band.standards
    ]
    assert not next(row for row in rows if row.id == "2.5").withheld


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ([], ""),
        (["名册"], "名册"),
        (["谈心谈话", "谈心谈话", "谈心谈话"], "谈心谈话 3 条"),
        (["名册", "谈心谈话", "谈心谈话"], "名册、谈心谈话 2 条"),
        (["", "", "", ""], "4 条记录"),
    ],
)
def test_proofs_of_one_name_are_counted(labels: list[str], told: str) -> None:
    rows = tuple(Evidence(Source("x.yml", at, 1), f"t-{at}", label) for at, label in enumerate(labels))
    assert proof_words([finding("3.1.1", Period.year(2019), Verdict.MET, evidence=rows)]) == told


@pytest.fixture
def quiet(dossier: Dossier) -> Dossier:
    """The branch without any register."""
    return Dossier.assemble(dossier.id, dossier.committee, dossier.profile, {})


def month_of(site: Site, dossier: Dossier, *findings: Finding, month: date | None = None, **more: Any) -> MonthSheet:
    assessment = Assessment(branch="cs-1", year=2019, as_of=AS_OF, standard_set="", findings=findings)
    sheet = month_sheet(site, view_of(site, dossier, replace(assessment, **more)), month)
    assert sheet is not None
    return sheet


def due(criterion: str, period: Period, day: date) -> Finding:
    return finding(criterion, period, Verdict.NOT_DUE, due=day)


THEME_DAY = due("3.5.1", Period.month(2019, 11), date(2019, 11, 28))
IN_WINDOW = due("3.1.1", Period.quarter(2019, 4), date(2019, 12, 31))
LAST_OF_NOVEMBER = due("1.1.1", Period.year(2019), date(2019, 11, 30))


def test_the_rows_of_the_page_are_parted_at_the_end_of_the_month(make_site: MakeSite, quiet: Dossier) -> None:
    sheet = month_of(make_site(), quiet, IN_WINDOW, LAST_OF_NOVEMBER, THEME_DAY)
    assert [(row.day, row.left, row.text) for row in sheet.tasks] == [
        ("11月28日", "星期四，还有 3 天", "每月第四个星期四开展"),
        ("11月30日", "星期六，还有 5 天", "每季专题学习"),
    ]
    assert [row.day for row in sheet.later] == ["12月31日"]
    assert sheet.tasks[0].how.startswith("11月28日是计划日")
    assert sheet.tasks[0].ground.startswith("3.5 主题党日")


def test_a_coming_month_has_its_own_rows_and_nothing_after_them(make_site: MakeSite, quiet: Dossier) -> None:
    sheet = month_of(make_site(), quiet, IN_WINDOW, THEME_DAY, month=date(2019, 12, 9))
    assert ([row.day for row in sheet.tasks], sheet.later) == (["12月31日"], ())
    assert sheet.title.endswith("2019年12月一页")
    assert [cell for week in sheet.weeks for cell in week if cell][-1] == SheetDay(31, "3.1")


def test_a_month_that_is_over_has_nothing_to_do(make_site: MakeSite, quiet: Dossier) -> None:
    sheet = month_of(make_site(), quiet, THEME_DAY, month=date(2019, 10, 1))
    assert (sheet.tasks, sheet.later, sheet.quiet) == ((), (), "这个月已经过去，没有待办。")


def test_the_calendar_tells_what_is_due_what_was_held_and_holidays(make_site: MakeSite, dossier: Dossier) -> None:
    march = month_of(make_site(), dossier, month=date(2019, 3, 1))
    assert march.weeks[0] == (None, None, None, None, SheetDay(1), SheetDay(2), SheetDay(3))
    held = {cell.number: cell.held for week in march.weeks for cell in week if cell and cell.held}
    assert held[14] == "支部党员大会、党课"
    november = month_of(make_site(), dossier, LAST_OF_NOVEMBER, THEME_DAY)
    told = {cell.number: cell.due for week in november.weeks for cell in week if cell and cell.due}
    assert (told[28], told[30]) == ("3.5", "1.1")


@pytest.mark.parametrize(
    ("until", "done", "shown"),
    [
        ("2019-10-31", None, True),
        ("2019-11-01", None, False),
        ("2019-06-30", "2019-10-01", True),
        ("2019-06-30", "2019-09-30", False),
        ("2019-12-31", "2019-11-20", True),
        ("2019-12-31", "2019-11-26", False),
    ],
)
def test_remedies_of_last_month_are_those_done_since_and_those_past_their_day(
    make_site: MakeSite, dossier: Dossier, until: str, done: str | None, *, shown: bool
) -> None:
    row = {"问题": "甲", "类别": ["虚化"], "标准": ["3.1"], "措施": "乙", "责任": "书记", "期限": until}
    remedy = Remedy.model_validate(row | ({"完成": done} if done else {}))
    register = dossier.registers[2019].model_copy(update={"remedies": (remedy,)})
    sheet = month_of(make_site(), replace(dossier, registers={2019: register}))
    assert [(row.problem, row.measure) for row in sheet.remedies] == ([("甲", "乙")] if shown else [])


def test_what_is_past_and_what_nobody_checked_stand_as_on_the_page(make_site: MakeSite, quiet: Dossier) -> None:
    rows = (
        finding("3.1.1", Period.quarter(2019, 1), Verdict.UNMET, reason="记录显示没有召开"),
        finding("1.1.1", Period.year(2019), Verdict.NO_RECORD),
        finding("2.5.1", Period.year(2019), Verdict.UNMET),
    )
    sheet = month_of(make_site(), quiet, *rows)
    assert [(row.standard, row.periods, row.reason) for row in sheet.past] == [
        ("3.1 支部党员大会", "一季度", "记录显示没有召开")
    ]
    assert sheet.unrecorded == ("1.1 理论武装（2019年）",)
    assert sheet.checked.startswith("台账核对至2019年10月31日。")


def test_a_dissolved_branch_has_no_month(make_site: MakeSite, quiet: Dossier) -> None:
    gone = replace(quiet, profile=quiet.profile.model_copy(update={"dissolved": AS_OF}))
    assessment = Assessment(branch="cs-1", year=2019, as_of=AS_OF, standard_set="", findings=())
    assert month_sheet(make_site(), view_of(make_site(), gone, assessment)) is None


COUNTS = {
    "1.1": {Verdict.UNMET: 2, Verdict.MET: 3},
    "3.1": {Verdict.UNMET: 1, Verdict.AWAITING_REVIEW: 4},
    "3.5": {Verdict.MET: 5},
    "2.5": {Verdict.UNMET: 5},
}


@pytest.fixture
def committees() -> tuple[CommitteeSummary, ...]:
    first = committee_sums("cs", "示例学院党委", 5, COUNTS, PlanCounts(5, 3, 1, 2))
    return first, committee_sums("jg", "机关党总支", 2, {"1.1": {Verdict.UNMET: 1}}, PlanCounts())


def test_an_overview_adds_up_by_aspect_and_by_standard(
    make_site: MakeSite, committees: tuple[CommitteeSummary, ...]
) -> None:
    told = overview_print(make_site(), committees)
    (given,) = told.sets
    assert [(row.name, row.branches) for row in given.committees] == [
        ("示例学院党委", "5 个支部"),
        ("机关党总支", "2 个支部"),
    ]
    by_aspect = dict(zip(given.aspects, given.committees[0].aspects, strict=True))
    assert by_aspect["三 组织生活"] == ((Verdict.UNMET, 1), (Verdict.AWAITING_REVIEW, 4))
    rows = {row.name: dict(zip(told.counted, row.counts, strict=True)) for row in told.standards}
    assert rows["1.1 理论武装"][Verdict.UNMET] == 3
    assert rows["3.5 主题党日"][Verdict.MET] == 5
    assert told.plans == (("示例学院党委", "5", "3", "1", "1", "2"),)


def test_its_matrix_is_that_of_the_page(make_site: MakeSite, committees: tuple[CommitteeSummary, ...]) -> None:
    site = make_site()
    page = next(page.body for page in institution_pages(site, committees) if page.kind == "institution")
    rows = [
        re.findall(r"<td[^>]*>(.*?)</td>", row)
        for row in re.findall(r"<tr[^>]*><th scope=\"row\" class=\"zb-first\">.*?</tr>", page)
    ]
    (given,) = overview_print(site, committees).sets
    drawn = [
        [f"{cell.verdict.shape}{cell.verdict}{cell.branches or ''}" if cell.verdict else "" for cell in cells]
        for _, cells in given.matrix
    ]
    assert drawn == [[words(cell) for cell in row] for row in rows[: len(drawn)]]


def test_what_is_withheld_is_in_no_sum(make_site: MakeSite, committees: tuple[CommitteeSummary, ...]) -> None:
    told = overview_print(make_site(), committees)
    assert "2.5" not in told.sets[0].columns
    assert not any(row.name.startswith("2.5") for row in told.standards)
    assert told.sets[0].withheld.startswith("2.5 ")
    assert "2.5" in overview_print(make_site(Audience.RESTRICTED), committees).sets[0].columns


def test_the_public_has_no_overview(make_site: MakeSite) -> None:
    with pytest.raises(TypeError, match="public"):
        overview_print(make_site(Audience.PUBLIC), ())


def test_units_above_show_what_they_are_judged_for(make_site: MakeSite, totals: tuple[CommitteeSummary, ...]) -> None:
    told = overview_print(make_site(), totals)
    assert told.duty_columns == ("4.1",)
    assert dict(told.duties)["示例学院党委"] == (Verdict.UNMET,)
    assert Duty.COMMITTEE in totals[0].sets[""].above["4.1"]
