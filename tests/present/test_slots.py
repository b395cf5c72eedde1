"""The live parts of prose pages, golden; and what each edition and scope may say in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.model.finding import Verdict
from generator.model.index import Index
from generator.model.placeholders import Slot
from generator.model.record import Audience
from generator.model.summary import BranchSummary, CommitteeSummary
from generator.present.kit.exact import restored
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.kit.verdicts import WITHHELD
from generator.present.showcase.page import showcase_markdown
from generator.settings import Scope

Snapshot = Callable[[str, str], None]
MakeSite = Callable[..., Site]
Totals = tuple[CommitteeSummary, ...]

PATHS = {"standard": "standards/3-1/", "aspect": "aspects/3/", "showcase": "showcases/cs-1/", "home": ""}
EXPLAINED = """<h3 id="a2">A2 “不超过 5 个”<a class="headerlink" href="#a2">#</a></h3>
<h3 id="a11">A11 “每季度1次”怎么算</h3><h3 id="a35">A35 自拟的线</h3><h2 id="sources">依据文件</h2>"""
"""The readings as a page of prose explains them."""

DOCS = Path(__file__).parents[2] / "docs"


def filled(site: Site, name: str, **known: Any) -> str:
    """A slot on a page that has it."""
    at = SlotContext(site=site, path=PATHS.get(name.partition("-")[0], f"{name}/"), **known)
    return fill(at, name)


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.INTERNAL])
@pytest.mark.parametrize("name", Slot)
def test_golden_slots(
    make_site: MakeSite,
    meta: Mapping[str, Any],
    totals: Totals,
    snapshot: Snapshot,
    name: str,
    audience: Audience,
) -> None:
    judged = audience is not Audience.PUBLIC
    text = filled(make_site(audience), name, meta=meta, totals=totals if judged else (), html=EXPLAINED)
    snapshot(f"slot-{name}.{audience}.html", text)


@pytest.mark.parametrize("name", Slot)
def test_public_slots_hold_no_verdict(make_site: MakeSite, meta: Mapping[str, Any], name: str) -> None:
    text = filled(make_site(Audience.PUBLIC), name, meta=meta)
    assert [word for word in Verdict if word in text] == []
    assert "matrix" not in text


def test_readings_are_listed_with_who_goes_by_them_and_what_is_set(make_site: MakeSite) -> None:
    rows = filled(make_site(), Slot.READINGS, html=EXPLAINED).split("<tr>")[2:]
    a2, a11, a35 = rows
    assert '<a href="#a2">A2</a> “不超过 5 个”</th>' in a2
    assert "没有要点直接标它" in a2
    assert "提示<small>（可设：提示、缺项）</small>" in a2
    assert '<a href="../standards/1-1/index.html">1.1.1</a>' in a11
    assert "照本页" in a11
    assert "1.1.1" in a35


def test_every_reading_of_the_handbook_is_explained() -> None:
    """A1 to A42, each once."""
    text = (DOCS / "readings.md").read_text(encoding="utf-8")
    found = re.findall(r"^### A(\d+) .*\{#a(\d+)\}$", text, re.MULTILINE)
    assert sorted(int(code) for code, _ in found) == list(range(1, 43))
    assert all(code == anchor for code, anchor in found)


def test_an_unknown_slot_is_an_error(make_site: MakeSite) -> None:
    with pytest.raises(KeyError):
        filled(make_site(), "standard-heads")


def test_the_handbook_uses_only_known_slots() -> None:
    used = {
        name
        for path in DOCS.rglob("*.md")
        for name in re.findall(r"<!--\s*slot:\s*([\w-]+)", path.read_text(encoding="utf-8"))
    }
    assert used - set(Slot) == set()


def test_the_gap_of_a_standard_is_counted_by_committee(make_site: MakeSite, totals: Totals) -> None:
    text = filled(make_site(), "standard-gap", meta={"编号": "3.5"}, totals=totals)
    assert "最近期限 <strong>2019年11月28日（还有 3 天）</strong>" in text
    assert text.count('<th scope="row">') == 1


def test_one_branch_reads_its_own_gap(make_site: MakeSite, summary: BranchSummary, meta: Mapping[str, Any]) -> None:
    site = make_site(Audience.INTERNAL, Scope(kind="branch", id="cs-1"))
    text = filled(site, "standard-gap", meta=meta, branches={"cs-1": summary})
    assert "1 期符合，2 期缺项" in text
    assert 'href="../../branches/cs-1/index.html#s-3-1"' in text
    assert "基层党委看" not in text


@pytest.mark.parametrize("scope", [None, Scope(kind="committee", id="cs"), Scope(kind="branch", id="cs-1")])
def test_a_withheld_standard_says_one_sentence(
    make_site: MakeSite, totals: Totals, summary: BranchSummary, scope: Scope | None
) -> None:
    site, branches = make_site(Audience.INTERNAL, scope), {"cs-1": summary}
    text = filled(site, "standard-gap", meta={"编号": "2.5"}, totals=totals, branches=branches)
    assert re.sub(r"<[^>]+>|\s", "", text) == WITHHELD


def test_the_public_edition_says_nothing_about_gaps(make_site: MakeSite, meta: Mapping[str, Any]) -> None:
    assert filled(make_site(Audience.PUBLIC), "standard-gap", meta=meta) == ""


@pytest.mark.parametrize("name", ["showcase-head", "showcase-tail"])
def test_a_page_that_is_no_showcase_has_no_showcase_parts(make_site: MakeSite, name: str) -> None:
    assert fill(SlotContext(site=make_site(), path="showcases/"), name) == ""


def test_the_month_ahead_is_that_of_the_standards(make_site: MakeSite) -> None:
    text = filled(make_site(), "home-month")
    plain = re.sub(r"<[^>]+>", "", text)
    assert re.findall(r"11月6日|11月8日|11月28日|支部党员大会|还有 3 天", plain) == [
        "11月6日",
        "11月8日",
        "11月28日",
        "还有 3 天",
    ]


def test_without_committee_pages_the_finder_lists_branches(make_site: MakeSite) -> None:
    text = filled(make_site(Audience.INTERNAL, Scope(kind="branch", id="cs-1")), "finder")
    assert 'href="../branches/cs-1/index.html"' in text
    assert "committees/" not in text


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.INTERNAL])
def test_golden_showcase(make_site: MakeSite, index: Index, snapshot: Snapshot, audience: Audience) -> None:
    snapshot(f"showcase.{audience}.md", restored(showcase_markdown(make_site(audience), index.showcases[0], {})))
