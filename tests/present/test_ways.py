"""Breadcrumbs of branches and committees, and the ways to neighbours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.disclose.view import BranchView
from generator.model.dossier import Dossier
from generator.model.index import BranchEntry, CommitteeEntry
from generator.model.kinds import BranchKind
from generator.model.page import Beside, PageLink
from generator.model.record import Audience
from generator.model.records.organisation import Committee
from generator.present.branch.branch_year import branch_pages
from generator.present.committee.views import committee_pages
from generator.present.kit.ways import beside_branches
from generator.settings import Scope
from tests.present.conftest import AS_OF, MakeSite

COMMITTEE = Committee.model_validate({"名称": "甲党委", "类型": "基层党委"})
LIST = PageLink("甲党委全部 2 个支部", "committees/jia/")


def _entry(*ended: str) -> CommitteeEntry:
    """Branches a, b and c; those in `ended` are dissolved on the day."""
    rows = tuple(
        BranchEntry(
            id=id,
            committee="jia",
            name=f"{id}支部",
            kind=BranchKind.TEACHERS,
            folder=Path(id),
            dissolved=AS_OF if id in ended else None,
        )
        for id in "abc"
    )
    return CommitteeEntry(id="jia", committee=COMMITTEE, branches=rows)


def _public(dossier: Dossier) -> BranchView:
    return BranchView(audience=Audience.PUBLIC, dossier=dossier.project(Audience.PUBLIC))


def test_a_branch_leads_to_the_living_ones_before_and_after_it() -> None:
    found = beside_branches(_entry("b"), AS_OF, listed=True)
    before, after = PageLink("a支部", "branches/a/"), PageLink("c支部", "branches/c/")
    assert found == {
        "a": Beside(None, LIST, after),
        "b": Beside(before, LIST, after),
        "c": Beside(before, LIST, None),
    }


def test_the_day_before_its_end_a_branch_still_counts() -> None:
    found = beside_branches(_entry("b"), date(2019, 11, 24), listed=False)
    assert found["a"] == Beside(None, None, PageLink("b支部", "branches/b/"))


def test_a_branch_alone_leads_nowhere() -> None:
    entry = _entry()
    alone = CommitteeEntry(id="jia", committee=COMMITTEE, branches=entry.branches[:1])
    assert beside_branches(alone, AS_OF, listed=False) == {}


def test_pages_of_a_branch_stand_below_its_committee(make_site: MakeSite, dossier: Dossier) -> None:
    beside = Beside(None, LIST, None)
    site = make_site(Audience.PUBLIC)
    pages = {page.path: page for page in branch_pages(site, _public(dossier), beside=beside)}
    committee = PageLink(site.committee_names["cs"], "committees/cs/")
    home = pages.pop("branches/cs-1/")
    assert (home.trail, home.beside) == ((committee,), beside)
    assert {(page.trail, page.beside) for page in pages.values()} == {
        ((committee, PageLink(home.title, home.path)), None)
    }


def test_one_branch_alone_has_no_committee_to_stand_below(make_site: MakeSite, dossier: Dossier) -> None:
    site = make_site(Audience.PUBLIC, Scope(kind="branch", id="cs-1"))
    home, below = list(branch_pages(site, _public(dossier)))[:2]
    assert home.trail == ()
    assert [row.path for row in below.trail] == ["branches/cs-1/"]


def test_pages_of_a_committee_stand_below_its_first_one(make_site: MakeSite) -> None:
    site = make_site()
    first, *rest = committee_pages(site, site.index.committees[0], ())
    assert first.trail == ()
    assert {page.trail for page in rest} == {(PageLink(site.committee_names["cs"], "committees/cs/"),)}
