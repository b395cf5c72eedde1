"""What follows from declaring a page: a sample, a golden file, a shell, headings, paths and links that lead somewhere."""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import generator.present
from generator.disclose.view import BranchView
from generator.documents.outline.parser import parse_outline
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, UnitAssessment
from generator.model.judged_year import JudgedYear, PlanJudgement
from generator.model.page import Page
from generator.model.placeholders import Slot, Value
from generator.model.record import Audience
from generator.model.records.plan import Plan
from generator.model.summary import BranchSummary, CommitteeSummary
from generator.present.branch.branch_year import branch_pages
from generator.present.committee.views import committee_pages, institution_pages
from generator.present.kit import registry, urls
from generator.present.kit.page_kind import PageKind
from generator.present.kit.shells import shells
from generator.present.kit.site import Site
from generator.present.plan.plan_year import plan_pages
from tests.present.goldens import contents_pages

MakeSite = Callable[..., Site]
Pages = Callable[[Audience], dict[str, Page]]

ROOT = Path(__file__).parents[2]
SNAPSHOTS = Path(__file__).parent / "snapshots"
EDITIONS = [Audience.PUBLIC, Audience.INTERNAL]
KINDS = [(kind, audience) for kind in registry.page_kinds() for audience in EDITIONS if audience in kind.editions]
NAMES = [f"{kind.name}-{audience}" for kind, audience in KINDS]
PLACEHOLDERS = {"{id}": r"[a-z0-9-]+", "{year}": r"\d{4}", "{number}": r"\d+"}
TEXT = """方案

三、方法步骤
（一）强化意识阶段：
3、研制支部推进计划，于5月20日前报审。
责任单位：党支部
（二）对标整改阶段：
3、规范组织生活。
责任单位：党支部
"""


def of(kind: PageKind[Any], path: str) -> bool:
    """Whether a page of that kind may stand at the path."""
    patterns = [re.sub(r"\{\w+\}", lambda found: PLACEHOLDERS[found[0]], each) for each in kind.paths]
    return any(re.fullmatch(pattern, path) for pattern in patterns)


def of_edition(audience: Audience) -> list[PageKind[Any]]:
    return [kind for kind in registry.page_kinds() if audience in kind.editions]


@pytest.fixture
def pages(
    make_site: MakeSite,
    dossier: Dossier,
    assessment: Assessment,
    summary: BranchSummary,
    totals: tuple[CommitteeSummary, ...],
    year_plan: Plan,
    plan: PlanJudgement,
    units_found: tuple[UnitAssessment, UnitAssessment],
) -> Pages:
    """An edition that has pages of every kind: two years of a branch, and the plans of two years."""
    before = replace(assessment, year=2018, findings=())
    earlier = year_plan.model_copy(update={"year": "2018", "id": "方案2018"})

    def make(audience: Audience) -> dict[str, Page]:
        judged = audience is not Audience.PUBLIC
        years = (JudgedYear(assessment, plan), JudgedYear(before)) if judged else ()
        site = make_site(
            audience, plan=year_plan, plans={2019: year_plan, 2018: earlier}, plan_outline=parse_outline(TEXT)
        )
        seen = dossier.project(audience)
        found = (
            *branch_pages(
                site, BranchView(audience=audience, dossier=seen, current=next(iter(years), None), further=years[1:])
            ),
            *(
                page
                for entry in site.index.committees
                for page in committee_pages(
                    site, entry, [summary] if judged else [], [row for row in units_found if row.unit == entry.id]
                )
            ),
            *institution_pages(site, totals, units_found[1:]),
            *plan_pages(site),
            *plan_pages(site.of(2018)),
            *contents_pages(site),
        )
        assert len({page.path for page in found}) == len(found)
        return {page.path: page for page in found}

    return make


@pytest.mark.parametrize("audience", EDITIONS)
def test_every_declared_kind_has_a_sample_and_every_page_is_declared(pages: Pages, audience: Audience) -> None:
    kinds = of_edition(audience)
    found = pages(audience)
    assert {kind.name for kind in kinds} == {page.kind for page in found.values()}
    for path, page in found.items():
        assert [kind.name for kind in kinds if of(kind, path)] == [page.kind], path


@pytest.mark.parametrize(("kind", "audience"), KINDS, ids=NAMES)
def test_every_kind_has_a_golden_page_with_the_headings_that_it_declares(
    make_site: MakeSite, kind: PageKind[Any], audience: Audience
) -> None:
    golden = SNAPSHOTS / f"{kind.name}.{audience}.html"
    assert golden.exists(), f"没有 {golden.name}：给 {kind.name} 写一个快照"
    markdown = next(spec.markdown for spec in shells(make_site(audience)) if spec.kind == kind.name)
    headings = re.findall(r"^(#+) .* \{#([\w-]+)\}$", markdown, re.MULTILINE)
    declared = [(f"h{len(marks)}", id) for marks, id in headings]
    written = re.findall(r'<(h\d) id="([\w-]+)"', golden.read_text(encoding="utf-8"))
    assert [row for row in written if row in declared or row[0] != "h3"] == declared, "只有三级标题可以因页而异"


@pytest.mark.parametrize("audience", EDITIONS)
def test_every_page_has_a_shell_at_its_depth_that_no_page_stands_at(
    pages: Pages, make_site: MakeSite, audience: Audience
) -> None:
    specs, found = shells(make_site(audience)), pages(audience)
    assert {(page.kind, path.count("/")) for path, page in found.items()} <= {
        (s.kind, s.path.count("/")) for s in specs
    }
    placed = [spec.path for spec in specs]
    assert len(set(placed)) == len(placed)
    assert [path for path in placed if path in found or "zhibu-shell" not in path] == []


@pytest.mark.parametrize("audience", EDITIONS)
def test_links_lead_to_pages_of_the_edition_or_of_the_handbook(pages: Pages, audience: Audience) -> None:
    kinds, prose = of_edition(audience), set(prose_paths())
    for path, page in pages(audience).items():
        for target in targets(path, page.body):
            known = target in prose or any(of(kind, target) for kind in kinds)
            assert known or re.fullmatch(r"(?:standards|aspects|showcases)/[\w-]+/", target), (path, target)


def targets(path: str, body: str) -> Iterator[str]:
    """The URL paths of the pages that a page links to."""
    for link in re.findall(r'href="([^"#]+)', body):
        target = posixpath.normpath(posixpath.join(path, link))
        if target.endswith("index.html"):
            yield target.removesuffix("index.html")


def prose_paths() -> Iterator[str]:
    for file in (ROOT / "docs").rglob("*.md"):
        name = file.relative_to(ROOT / "docs").with_suffix("").as_posix()
        yield "" if name == "index" else f"{name.removesuffix('index').rstrip('/')}/"


@pytest.mark.parametrize("audience", list(Audience))
def test_no_two_kinds_of_one_edition_share_a_name(audience: Audience) -> None:
    names = [kind.name for kind in of_edition(audience)]
    assert len(set(names)) == len(names)


def test_tabs_are_pages_of_the_navigation() -> None:
    assert {kind.tab for kind in registry.page_kinds()} <= set(prose_paths())
    assert {urls.SHOWCASES, urls.COMMITTEES, urls.FINDER, urls.FORMS, urls.READINGS} <= set(prose_paths())


def test_every_slot_and_every_value_has_one_filler() -> None:
    assert set(registry.slot_fillers()) == set(Slot)
    assert set(registry.value_fillers()) == set(Value)


def test_two_fillers_of_one_slot_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    modules = [SimpleNamespace(__name__=name, SLOTS={Slot.FINDER: partial(str)}) for name in ("first", "second")]
    monkeypatch.setattr(registry, "_modules", lambda: modules)
    with pytest.raises(ValueError, match=r"second\.SLOTS: finder"):
        registry.slot_fillers.__wrapped__()


def test_a_module_is_found_by_being_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "extra_page.py").write_text('PAGES = ()\nSLOTS = {"extra": str}\n', encoding="utf-8")
    monkeypatch.setattr(generator.present, "__path__", [*generator.present.__path__, str(tmp_path)])
    monkeypatch.setattr(registry, "_modules", registry._modules.__wrapped__)
    assert registry.slot_fillers.__wrapped__()["extra"] is str
    del sys.modules["generator.present.extra_page"]
