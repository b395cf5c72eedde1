"""Whatever a record says is shown as it was written, and is never HTML, Markdown, a template or a script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import markdown
import pytest
from lxml import html

from generator.disclose.view import BranchView
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, Evidence
from generator.model.index import Index
from generator.model.judged_year import JudgedYear
from generator.model.placeholders import Slot
from generator.model.record import Audience, Record
from generator.model.standard_set import StandardSet
from generator.model.summary import BranchSummary
from generator.present.branch.branch_year import branch_pages
from generator.present.committee.views import committee_pages, institution_pages
from generator.present.kit.exact import harmless, plain, restored
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.prose_pages.finder import finder_script
from generator.present.showcase.page import showcase_markdown
from tests.summaries import committee_sums

EVIL = '<script>alert(1)</script>" onmouseover="x" \'y\' {{ 7*7 }}{% raw %}<!-- slot: finder -->&amp;'
EXTENSIONS = ["attr_list", "tables", "md_in_html", "toc", "def_list", "footnotes", "fenced_code", "abbr"]
KEPT = {"id", "criterion", "month", "branch", "branches", "drawn"}
MakeSite = Callable[..., Site]


def poison(value: Any, name: str = "") -> Any:
    """The same record with every text replaced; ids and enumerations stay."""
    if isinstance(value, Record):
        fields = type(value).model_fields
        return value.model_copy(update={key: poison(getattr(value, key), key) for key in fields if key != "source"})
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(poison(row, name) for row in value)
    if isinstance(value, dict) and name == "absences":
        return dict.fromkeys([EVIL], sum(value.values()))
    return EVIL if type(value) is str and name not in KEPT else value


@pytest.fixture
def evil_index(index: Index) -> Index:
    committees = tuple(
        replace(
            entry,
            committee=poison(entry.committee),
            branches=tuple(replace(branch, name=EVIL) for branch in entry.branches),
        )
        for entry in index.committees
    )
    showcases = tuple(
        replace(
            entry,
            branch=replace(entry.branch, name=EVIL),
            showcase=poison(entry.showcase),
            prose=EVIL,
            pictures=dict.fromkeys([EVIL], *list(entry.pictures.values())[:1]),
        )
        for entry in index.showcases
    )
    further = {name: poison(row) for name, row in index.further.items()}
    institution = poison(index.institution)
    return replace(index, institution=institution, committees=committees, showcases=showcases, further=further)


@pytest.fixture
def evil_dossier(dossier: Dossier) -> Dossier:
    registers = {year: poison(register) for year, register in dossier.registers.items()}
    return Dossier.assemble("cs-1", "cs", poison(dossier.profile), registers)


@pytest.fixture
def evil_assessment(assessment: Assessment) -> Assessment:
    def spoil(evidence: Evidence) -> Evidence:
        return evidence._replace(label=EVIL, source=evidence.source._replace(path=EVIL))

    findings = (
        row._replace(reason=EVIL, readings=(EVIL,), evidence=tuple(spoil(proof) for proof in row.evidence))
        for row in assessment.findings
    )
    return replace(assessment, findings=tuple(findings))


@pytest.fixture
def evil_set(standard_set: StandardSet) -> StandardSet:
    standards = tuple(poison(row) for row in standard_set.standards)
    return replace(standard_set, name=EVIL, version=EVIL, standards=standards)


def parsed(text: str) -> Any:
    """The tree of a piece of HTML; the stubs of lxml do not know `text_content`."""
    return html.fromstring(text)


def assert_harmless(body: str, *, scripts: int = 0) -> None:
    """Parsed as a browser would: no element and no attribute has come out of a text."""
    tree = parsed(f"<div>{body}</div>")
    assert len(tree.xpath("//script")) == scripts
    assert tree.xpath("//*[@onmouseover]") == []
    assert tree.xpath("//comment()") == []
    assert "49" not in tree.text_content()


@pytest.mark.parametrize("audience", list(Audience))
def test_record_pages_show_every_text_as_it_was_written(
    make_site: MakeSite,
    evil_index: Index,
    evil_set: StandardSet,
    evil_dossier: Dossier,
    evil_assessment: Assessment,
    summary: BranchSummary,
    audience: Audience,
) -> None:
    site = make_site(audience, index=evil_index, institution=evil_index.institution, sets=(evil_set,))
    judged = audience is not Audience.PUBLIC
    named = replace(summary, name=EVIL)
    total = committee_sums("cs", EVIL, 1, {})
    year = JudgedYear(evil_assessment) if judged else None
    view = BranchView(audience=audience, dossier=evil_dossier.project(audience), current=year)
    pages = [
        *branch_pages(site, view),
        *committee_pages(site, evil_index.committees[0], [named] if judged else []),
        *institution_pages(site, [total]),
    ]
    for page in pages:
        assert_harmless(page.body, scripts=int(page.kind == "points-route"))
        assert EVIL in parsed(page.body).text_content()


_SCRIPTS = {"finder": 1, "showcases": 1, "development-dates": 2, "meeting-note": 3, "visit-note": 3}
"""The slots that have scripts of their own."""


@pytest.mark.parametrize("name", Slot)
def test_slots_show_every_text_as_it_was_written(
    make_site: MakeSite, evil_index: Index, evil_set: StandardSet, summary: BranchSummary, name: str
) -> None:
    site = make_site(index=evil_index, institution=evil_index.institution, sets=(evil_set,))
    total = committee_sums("cs", EVIL, 1, {"3.1": {}})
    paths = {"aspect": "aspects/3/", "standard": "standards/3-1/", "showcase": "showcases/cs-1/"}
    path, given = paths.get(name.partition("-")[0], "finder/"), {"cs-1": summary}
    at = SlotContext(site=site, path=path, meta={"编号": "3.1"}, totals=[total], branches=given)
    assert_harmless(fill(at, name), scripts=_SCRIPTS.get(name, 0))


def test_a_showcase_page_survives_markdown(make_site: MakeSite, evil_index: Index) -> None:
    site = make_site(Audience.PUBLIC, index=evil_index)
    text = showcase_markdown(site, evil_index.showcases[0], {})
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    assert len(front.splitlines()) == 2
    rendered = restored(markdown.markdown(body, extensions=EXTENSIONS))
    slots = tuple(f"<!-- slot: showcase-{part} -->" for part in ("head", "sheets", "tail"))
    assert [rendered.count(slot) for slot in slots] == [1, 1, 1]
    for slot in slots:
        rendered = rendered.replace(slot, "")
    assert_harmless(rendered)
    assert parsed(rendered).xpath("string(//h1)") == EVIL


@pytest.mark.parametrize(
    "text",
    [
        "*甲* _乙_ `丙`",
        "[点我](javascript:alert(1))",
        "甲 {: onclick=x }",
        "1. 甲",
        "# 甲",
        "![图](x)",
        "&lt;b&gt;",
        "a | b",
        "甲\n\n乙",
        "[[branch:cs-1]] [[year]] <!-- slot: finder -->",
        "**甲** ~乙~ \\* ``x``",
        EVIL,
    ],
)
def test_plain_text_renders_to_itself(text: str) -> None:
    expected = " ".join(text.split())
    heading = parsed(restored(markdown.markdown(f"# {plain(text)} {{#page}}", extensions=EXTENSIONS)))
    assert (heading.tag, dict(heading.attrib), heading.text_content()) == ("h1", {"id": "page"}, expected)
    picture = parsed(restored(markdown.markdown(f'<p title="{plain(text)}">{plain(text)}</p>')))
    assert (picture.get("title"), picture.text_content()) == (expected, expected)


@pytest.mark.parametrize(
    ("prose", "text"),
    [
        ("`<b>&amp;</b>`", "<b>&amp;</b>"),
        ("```\n<script>x</script> & [[branch:cs-1]]\n```", "<script>x</script> & [[branch:cs-1]]"),
        ("    <b>缩进</b>", "<b>缩进</b>"),
        ("甲 <b>乙</b> &copy; <!-- slot: finder -->", "甲 <b>乙</b> &copy; <!-- slot: finder -->"),
        ("## 写法 {: onclick=x } {#a}", "写法 {: onclick=x } {#a}"),
        ("data: 是冒号，javascript: 也是", "data: 是冒号，javascript: 也是"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        ("<javascript:alert(1)>", "<javascript:alert(1)>"),
        ("| 甲 |\n|---|\n| `<b>` & |", "甲 <b> &"),
    ],
)
def test_whatever_in_prose_is_not_markdown_is_shown_as_it_was_written(prose: str, text: str) -> None:
    rendered = restored(markdown.markdown(harmless(prose), extensions=EXTENSIONS))
    assert " ".join(parsed(f"<div>{rendered}</div>").text_content().split()) == text
    assert_harmless(rendered)


def test_prose_keeps_its_markdown() -> None:
    assert markdown.markdown(harmless("**要点**：[标准](../standards/3-1.md)")) == (
        '<p><strong>要点</strong>：<a href="../standards/3-1.md">标准</a></p>'
    )


def test_finder_data_cannot_end_its_script(make_site: MakeSite, evil_index: Index) -> None:
    script = finder_script(make_site(index=evil_index))
    assert "<" not in script
    assert ">" not in script
