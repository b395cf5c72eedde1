"""Lists as long as they come, pages that stay light."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from generator.model.finding import Verdict
from generator.model.index import BranchEntry, CommitteeEntry
from generator.model.kinds import BranchKind
from generator.model.page import Page
from generator.model.period import Cycle, periods
from generator.model.placeholders import Slot
from generator.model.record import Audience
from generator.model.records.organisation import Committee
from generator.model.standard_set import StandardSet
from generator.model.summary import BranchSummary, StandardSum, YearSums
from generator.model.year_course import THREE_MEETINGS, YearCourse
from generator.present.committee.views import committee_pages, institution_pages
from generator.present.kit.pager import MOST_LISTED, ListPart, list_parts
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.kit.units import school_register
from generator.present.prose_pages.finder import finder_script
from tests.summaries import committee_sums

MakeSite = Callable[..., Site]
STANDARDS = [f"3.{number}" for number in range(1, 35)]
SHELL = 45_000
"""Bytes of a page that are the theme's."""


@pytest.mark.parametrize(
    ("rows", "sizes"), [(0, [0]), (1, [1]), (40, [40]), (41, [40, 1]), (80, [40, 40]), (81, [40, 40, 1])]
)
def test_a_list_is_cut_into_pages(rows: int, sizes: list[int]) -> None:
    found = list(list_parts(range(rows), 40))
    assert [len(part.rows) for part in found] == sizes
    assert [row for part in found for row in part.rows] == list(range(rows))
    assert [(part.number, part.pages) for part in found] == [(n, len(sizes)) for n in range(1, len(sizes) + 1)]


def test_pages_lead_to_each_other_and_not_to_themselves() -> None:
    _, second, _ = list_parts(range(3), 1)
    assert (second.path("matrix/"), second.title("总表")) == ("matrix/2/", "总表（第 2 页）")
    assert second.links("matrix/") == [("1", "../../matrix/index.html"), ("2", ""), ("3", "../../matrix/3/index.html")]
    assert ListPart(rows=(), number=1, pages=1).links("matrix/") == []


@pytest.fixture
def many(make_site: MakeSite, standard_set: StandardSet) -> Site:
    """An edition by thirty-four standards."""
    base = standard_set.standards[2]
    rows = tuple(base.model_copy(update={"id": id, "name": "党支部委员会会议与党小组会"}) for id in STANDARDS)
    return make_site(sets=(replace(standard_set, standards=rows),))


def committee(branches: int) -> CommitteeEntry:
    entries = tuple(
        BranchEntry(
            id=f"a-branch-with-a-rather-long-id-{number:03d}",
            committee="xy",
            folder=Path(),
            name=f"某某某某学院第{number}教工与博士研究生联合党支部",
            kind=BranchKind("教师"),
        )
        for number in range(branches)
    )
    about = Committee.model_validate({"名称": "某某某某学院党委", "类型": "基层党委", "审批权限": "是"})
    return CommitteeEntry(id="xy", committee=about, branches=entries)


def worst(entry: BranchEntry) -> BranchSummary:
    """A branch with a gap and something to be judged by people on every standard."""
    total = StandardSum("", Verdict.UNMET, Verdict.NO_RECORD, None, None, met=0, unmet=12, due=date(2019, 11, 28))
    sums = {id: total._replace(standard=id) for id in STANDARDS}
    return BranchSummary(id=entry.id, name=entry.name, kind=entry.kind, committee="xy", sums=YearSums("", sums))


MEETINGS = {
    kind: {row.name: Verdict.NO_RECORD for row in periods(cycle, 2019)}
    for kind, cycle in zip(THREE_MEETINGS, (Cycle.QUARTER, Cycle.MONTH, Cycle.MONTH, Cycle.QUARTER), strict=True)
}
"""Every kind asked in every period."""


def pages(site: Site, branches: int) -> dict[str, Page]:
    entry = committee(branches)
    summaries = [replace(worst(branch), course=YearCourse(meetings=MEETINGS)) for branch in entry.branches]
    return {page.path: page for page in committee_pages(site, entry, summaries)}


def test_a_large_committee_has_several_pages_that_hold_every_branch_once(many: Site) -> None:
    found = pages(many, 21)
    assert list(found) == [
        "committees/xy/",
        "committees/xy/2/",
        "committees/xy/charts/",
        "committees/xy/matrix/",
        "committees/xy/matrix/2/",
        "committees/xy/meetings/",
        "committees/xy/meetings/2/",
        "committees/xy/organizer/",
        "committees/xy/organizer/2/",
        "committees/xy/register/",
    ]
    pages_of = ("", "matrix/", "meetings/", "organizer/")
    for first in (f"committees/xy/{page}" for page in pages_of):
        second = f"{first}2/"
        names = [
            re.findall(r"<th scope=\"row\"[^>]*><a [^>]*>(某[^<]*)</a>", found[path].body) for path in (first, second)
        ]
        assert "某某某某学院第20教工与博士研究生联合党支部" not in names[0]
        assert set(names[0]) | set(names[1]) == {branch.name for branch in committee(21).branches}
    assert "支部 21 个" in found["committees/xy/2/"].body
    assert "合计只计本页各行" in found["committees/xy/matrix/2/"].body


def test_a_committee_of_twenty_has_one_page_without_a_pager(many: Site) -> None:
    found = pages(many, 20)
    assert list(found) == [
        "committees/xy/",
        "committees/xy/charts/",
        "committees/xy/matrix/",
        "committees/xy/meetings/",
        "committees/xy/organizer/",
        "committees/xy/register/",
    ]
    assert not any("zb-pager" in page.body for page in found.values())


def test_no_page_of_a_committee_of_four_hundred_weighs_300_kb(many: Site) -> None:
    assert max(len(page.body.encode()) for page in pages(many, 400).values()) + SHELL < 300_000


def test_the_public_list_of_a_large_committee_comes_in_pages_too(make_site: MakeSite) -> None:
    found = {page.path: page for page in committee_pages(make_site(Audience.PUBLIC), committee(21), [])}
    assert list(found) == ["committees/xy/", "committees/xy/2/"]
    assert "../../../branches/a-branch-with-a-rather-long-id-020/index.html" in found["committees/xy/2/"].body


@pytest.mark.parametrize("number", [MOST_LISTED, MOST_LISTED + 1, 5_000])
@pytest.mark.parametrize("slot", ["committees", "finder", "standard-gap"])
def test_lists_of_committees_in_prose_have_a_bound_and_say_so(many: Site, slot: str, number: int) -> None:
    entries = tuple(replace(committee(0), id=f"committee-{row:04d}") for row in range(number))
    site = replace(many, index=replace(many.index, committees=entries))
    totals = [
        committee_sums(entry.id, entry.committee.name, 20, {"3.1": {Verdict.UNMET: 11, Verdict.NO_RECORD: 12}})
        for entry in entries
    ]
    html = fill(SlotContext(site=site, path="standards/3-1/", meta={"编号": "3.1"}, totals=totals), slot)
    assert len(html.encode()) < 230_000
    assert (f"共 {number} 个" in html) == (number > MOST_LISTED)


@pytest.fixture
def ten_thousand(many: Site) -> Site:
    """Five hundred committees of twenty; names as unlike one another as Chinese characters allow, for the compressor."""
    random = Random(2019)

    def entry(number: int) -> CommitteeEntry:
        name = "".join(chr(random.randrange(0x4E00, 0x9FA5)) for _ in range(6))
        base = committee(20)
        branches = tuple(
            replace(branch, id=f"{random.getrandbits(48):012x}", name=f"{name}第{place}党支部")
            for place, branch in enumerate(base.branches, start=1)
        )
        about = base.committee.model_copy(update={"name": f"{name}学院党委"})
        return CommitteeEntry(id=f"committee-{number:03d}", committee=about, branches=branches)

    return replace(many, index=replace(many.index, committees=tuple(map(entry, range(500)))))


def test_the_finder_data_of_ten_thousand_branches_is_less_than_1_mb_compressed(ten_thousand: Site) -> None:
    script = finder_script(ten_thousand)
    assert script.count("党支部") == 10_000
    assert len(gzip.compress(script.encode())) < 1_000_000


def test_no_page_about_all_of_ten_thousand_branches_weighs_300_kb(ten_thousand: Site) -> None:
    gaps = {id: dict.fromkeys((Verdict.UNMET, Verdict.NO_RECORD, Verdict.AWAITING_REVIEW), 20) for id in STANDARDS}
    totals = [committee_sums(entry.id, entry.committee.name, 20, gaps) for entry in ten_thousand.index.committees]
    rollups = {
        page.path: len(page.body.encode())
        for page in institution_pages(ten_thousand, totals)
        if page.kind == "institution"
    }
    assert list(rollups) == ["matrix/", "matrix/2/", "matrix/3/", "matrix/4/", "matrix/5/"]
    home = SlotContext(site=ten_thousand, path="", totals=totals)
    slots = [name for name in Slot if name.startswith("home-")]
    rollups["home"] = sum(len(fill(home, name).encode()) for name in slots)
    assert max(rollups.values()) + SHELL < 300_000


def test_four_hundred_themed_projects_come_in_pages_too(make_site: MakeSite) -> None:
    site = make_site()
    (first, *_), before = school_register(site).projects, site.index.further
    rows = tuple(first.model_copy(update={"id": f"2019-lx{number}"}) for number in range(400))
    register = school_register(site).model_copy(update={"projects": rows})
    many = replace(site, index=replace(site.index, further={**before, "school/2019.yml": register}))
    pages = [page for page in institution_pages(many, ()) if page.kind == "projects"]
    assert [page.path for page in pages] == ["projects/", "projects/2/", "projects/3/", "projects/4/"]
    assert max(len(page.body.encode()) for page in pages) + SHELL < 300_000
    found = [id for page in pages for id in re.findall(r"project/(2019-lx\d+)/", page.body)]
    assert found == [row.id for row in rows]
