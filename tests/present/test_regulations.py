"""法规: articles with their versions side by side, what rests on them, and links from whatever cites them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import lxml.html
import pytest

from generator.model.placeholders import Block
from generator.model.records.sources import Sources
from generator.model.standard import Basis
from generator.present.kit.registry import block_fillers
from generator.present.kit.site import Site

MakeSite = Callable[..., Site]


def article(clause: str | None, subject: str, **more: Any) -> dict[str, Any]:
    named = {"条": clause} if clause else {}
    return {**named, "事项": subject, "概述": f"{subject}的概述", "可信度": "◐", **more}


def document(id: str, code: str, page: str, *articles: dict[str, Any], **more: Any) -> dict[str, Any]:
    base = {"编号": id, "名称": f"{id}全名", "可信度": "✔", "代号": code, "条文页": page, "条文": list(articles)}
    return {**base, **more}


SOURCES = Sources.model_validate(
    {
        "文件": [
            document(
                "条例", "branch", "rules/branch.md", article("第七条", "大会", 口径=["A11"]), article("第九条", "党课")
            ),
            document(
                "旧规",
                "old",
                "rules/admission.md",
                article("第五条", "谈话"),
                article("第六条", "联系人"),
                名称="规则",
                简称=["规则"],
                至="2026-04-30",
                后继="新规",
            ),
            document(
                "新规",
                "new",
                "rules/admission.md",
                article("第四条", "谈话"),
                article(None, "公示", 锚="notice"),
                名称="规则",
                简称=["规则"],
                自="2026-05-01",
            ),
        ]
    }
)


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return replace(make_site(), sources=SOURCES)


def listed(site: Site, path: str) -> str:
    return block_fillers()[Block.ARTICLES](site, path)


def test_a_page_lists_its_own_documents_with_permanent_anchors(site: Site) -> None:
    text = listed(site, "rules/branch/")
    headings = [line for line in text.split("\n") if line.startswith("#")]
    assert headings == ["## 《条例全名》 {#branch}", "### 第七条 大会 {#branch-7}", "### 第九条 党课 {#branch-9}"]
    assert "大会的概述。" in text
    assert "readings/index.html#a11" in text
    assert "何处可读没有登记，待核" in text


def test_versions_stand_side_by_side_by_subject(site: Site) -> None:
    text = listed(site, "rules/admission/")
    headings = [line for line in text.split("\n") if line.startswith("###")]
    assert headings == ["### 谈话 {#old-5}", "### 联系人 {#old-6}", "### 公示 {#new-notice}"]
    page = lxml.html.fromstring(f"<main>{text}</main>")
    boxes = [row for row in page.iter("div") if "zb-compared" in row.get("class", "")]
    told = [["".join(map(str, each.itertext())).split()[0] for each in box] for box in boxes]
    assert told == [["旧规", "新规"]] * 3
    absent = [["没有见到对应的条文" in "".join(map(str, each.itertext())) for each in box] for box in boxes]
    assert absent == [[False, False], [False, True], [True, False]]
    assert 'id="new-4"' in text
    assert 'id="old-5"' not in text  # the heading has it


def test_a_page_without_documents_says_so(site: Site) -> None:
    assert listed(site, "rules/none/").strip() == "没有登记条文。"


def test_an_article_leads_to_the_standards_and_criteria_that_rest_on_it(site: Site) -> None:
    chosen = site.sets[0]
    first = chosen.standards[0]
    basis = Basis.model_validate(
        {"文件": "条例", "条款": "第五条至第七条", "可信度": "◐", "要点": [first.criteria[0].id]}
    )
    standards = (first.model_copy(update={"basis": (basis,)}), *chosen.standards[1:])
    text = listed(replace(site, sets=(replace(chosen, standards=standards), *site.sets[1:])), "rules/branch/")
    seventh, ninth = text.split("### ")[1:]
    assert f"{first.id} {first.name}</a>（<a href=" in seventh
    assert f">{first.criteria[0].id}</a>）" in seventh
    assert "引它的标准" not in ninth


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("按条例第七条办", '按<a class="zb-article" href="../rules/branch/index.html#branch-7" title='),
        ("规则第五条", '<a class="zb-article" href="../rules/admission/index.html#old-5" title='),
        ("<em>条例第七条</em>", '<em><a class="zb-article"'),
    ],
)
def test_what_cites_an_article_is_a_link_with_a_card(site: Site, html: str, linked: str) -> None:
    assert str(site.cites.handbook(html, "../")).startswith(linked)


@pytest.mark.parametrize(
    "html", ["条例第八条", '<a href="x">条例第七条</a>', '<p title="条例第七条">甲</p>', "新例第七条"]
)
def test_what_is_not_told_or_linked_already_stays(site: Site, html: str) -> None:
    assert str(site.cites.handbook(html, "../")) == html


def test_of_two_versions_the_one_in_force_is_meant(make_site: MakeSite) -> None:
    later = replace(make_site(year=2026, as_of=date(2026, 6, 1)), sources=SOURCES)
    assert "#new-4" in str(later.cites.handbook("规则第四条", ""))
    assert str(later.cites.handbook("规则第五条", "")) == "规则第五条"


def test_a_basis_is_a_link_with_a_card_and_on_record_pages_without(site: Site) -> None:
    basis = Basis.model_validate({"文件": "条例", "条款": "第七条", "可信度": "◐"})
    assert str(site.cites.basis(basis, "")).startswith(
        '<a class="zb-article" href="rules/branch/index.html#branch-7" title='
    )
    assert (
        str(site.cites.bases([basis], "")) == '<a href="rules/branch/index.html#branch-7"><cite>条例 第七条</cite></a>'
    )
    whole = Basis.model_validate({"文件": "条例", "可信度": "◐"})
    assert str(site.cites.basis(whole, "")) == '<a href="rules/branch/index.html#branch"><cite>条例</cite></a>'
    absent = Basis.model_validate({"文件": "条例", "条款": "第八条", "可信度": "◐"})
    assert str(site.cites.basis(absent, "")) == "<cite>条例 第八条</cite>"
