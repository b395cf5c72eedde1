"""Citations: links only into the institution's own plan, and names of documents that are not here."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from generator.build.edition import _by_lines
from generator.model.records.sources import Sources
from generator.model.standard import Basis
from generator.present.kit.citations import Citations, PlanText

ANCHORS = {"三": "c-3", "三（二）": "c-3-2", "三（二）3": "c-3-2-3", "三（二）4": "c-3-2-4", "三（三）1": "c-3-3-1"}
SOURCES = Sources.model_validate(
    {
        "方案": "方案2019",
        "文件": [
            {"编号": "方案2019", "名称": "示例大学2019年推进方案", "年度": "2019", "可信度": "✔"},
            {"编号": "外校方案", "名称": "外校2019年方案", "年度": "2019", "参照": "是", "可信度": "✔"},
            {"编号": "条例", "名称": "支部工作条例", "自": "2018-10-28", "可信度": "✔"},
            {"编号": "规划", "名称": "规划<五年>", "至": "2023-12-31", "后继": "新规划", "可信度": "◐"},
            {"编号": "新规划", "名称": "规划（2024—2028）", "自": "2024-01-01", "可信度": "◐"},
            {"编号": "旧法", "名称": "旧法", "至": "2020-12-31", "可信度": "◐"},
            {"编号": "全文在", "名称": "有全文的规定", "全文": "rules/party.md", "可信度": "✔"},
        ],
    }
)
OWN = Citations(
    sources=SOURCES, own="方案2019", texts={"方案2019": PlanText("plan/text/", ANCHORS)}, on=date(2019, 11, 25)
)
OTHER = replace(OWN, own="方案2026", texts={"方案2026": PlanText("plan/text/", ANCHORS)})
"""The same handbook after another institution has imported its own plan, which has clauses of the same numbers."""


def marked(html: str) -> str:
    """Links as [text→anchor]."""
    return re.sub(r'<a href="\.\./plan/text/index\.html#([\w-]+)">(.*?)</a>', r"[\2→\1]", html)


def basis(document: str, clause: str | None = None) -> Basis:
    return Basis.model_validate({"文件": document, "可信度": "✔"} | ({"条款": clause} if clause else {}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见方案三（二）3。", "见[方案三（二）3→c-3-2-3]。"),
        ("方案 三（二）3", "[方案 三（二）3→c-3-2-3]"),
        ("方案三（二）", "[方案三（二）→c-3-2]"),
        ("方案三（二）3、4", "[方案三（二）3→c-3-2-3]、[4→c-3-2-4]"),
        ("方案三（二）3、三（三）1、2", "[方案三（二）3→c-3-2-3]、[三（三）1→c-3-3-1]、2"),
        ("方案三（二）3、4项", "[方案三（二）3→c-3-2-3]、[4→c-3-2-4]项"),
        ("方案三（二）12", "方案三（二）12"),
        ("方案三（九）1", "方案三（九）1"),
        ("方案三、方法步骤", "方案三、方法步骤"),
        ("三（二）3", "三（二）3"),
        ("推进方案", "推进方案"),
        ("<b>方案三（二）3", "&lt;b&gt;[方案三（二）3→c-3-2-3]"),
        ("示例大学2019年推进方案三（二）3", "[示例大学2019年推进方案三（二）3→c-3-2-3]"),
        ("外校方案三（二）3", "<cite>外校方案三（二）3</cite>"),
        ("《外校2019年方案》三（二）3", "<cite>《外校2019年方案》三（二）3</cite>"),
        ("2020年方案三（二）3", "2020年方案三（二）3"),
        ("《另一份方案》三（二）3", "《另一份方案》三（二）3"),
    ],
)
def test_only_clauses_that_the_plan_has_are_links(text: str, expected: str) -> None:
    assert marked(OWN.linked(text, "../")) == expected


def test_without_a_plan_nothing_is_a_link() -> None:
    none = replace(OWN, own="", texts={})
    assert none.linked("方案三（二）3 <i>", "../") == "方案三（二）3 &lt;i&gt;"


def test_the_handbook_means_the_plan_it_was_written_for() -> None:
    assert marked(OWN.handbook("见方案三（二）3、4。", "../")) == "见[方案三（二）3→c-3-2-3]、[4→c-3-2-4]。"
    told = OTHER.handbook("见方案三（二）3、4和外校方案三（二）4。", "../")
    assert told == "见<cite>《示例大学2019年推进方案》三（二）3、4</cite>和<cite>外校方案三（二）4</cite>。"
    assert marked(OTHER.linked("见方案三（二）3。", "../")) == "见[方案三（二）3→c-3-2-3]。"


def test_a_plan_of_another_year_of_the_institution_is_opened_where_it_stands() -> None:
    texts = {"方案2019": PlanText("plan/2019/text/", ANCHORS), "方案2020": PlanText("plan/text/", {"三（二）3": "c-9"})}
    later = replace(OWN, own="方案2020", texts=texts, on=date(2020, 3, 1))
    link = '<a href="../plan/2019/text/index.html#c-3-2-3">{}</a>'
    assert later.handbook("见方案三（二）3。", "../") == f"见{link.format('方案三（二）3')}。"
    named = "<cite>《示例大学2019年推进方案》三（二）3</cite>"
    assert later.basis(basis("方案2019", "三（二）3"), "../") == link.format(named)
    assert later.basis(basis("方案2019", "三（九）"), "../") == "<cite>《示例大学2019年推进方案》三（九）</cite>"
    assert later.linked("见方案三（二）3。", "") == '见<a href="plan/text/index.html#c-9">方案三（二）3</a>。'


def test_the_own_plan_whose_words_are_not_kept_stays_text() -> None:
    assert replace(OWN, texts={}).handbook("见方案三（二）3。", "../") == "见方案三（二）3。"


def test_a_handbook_that_means_no_plan_has_no_links() -> None:
    silent = replace(OTHER, sources=SOURCES.model_copy(update={"plan": None}))
    assert silent.handbook("见方案三（二）3。", "../") == "见方案三（二）3。"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("三", "[方案 三→c-3]"),
        ("三（二）3", "[方案 三（二）3→c-3-2-3]"),
        ("三（二）9", "方案 三（二）9"),
        ("<i>", "方案 &lt;i&gt;"),
    ],
)
def test_a_cited_clause_of_any_level_is_a_link(clause: str, expected: str) -> None:
    assert marked(OWN.clause(clause, "../")) == expected
    assert marked(OWN.basis(basis("方案2019", clause), "../")) == expected


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        (basis("方案2019"), "方案"),
        (basis("条例", "第二章"), "<cite>条例 第二章</cite>"),
        (basis("条例"), "<cite>条例</cite>"),
        (basis("外校方案", "三（二）3"), "<cite>《外校2019年方案》三（二）3</cite>"),
        (basis("外校方案"), "<cite>《外校2019年方案》</cite>"),
        (basis("全文在", "第三条"), '<a href="../rules/party/index.html"><cite>全文在 第三条</cite></a>'),
    ],
)
def test_what_is_not_here_is_plain_text(cited: Basis, expected: str) -> None:
    assert OWN.basis(cited, "../") == expected


def test_another_institutions_pages_name_the_plan_that_a_basis_cites() -> None:
    assert OTHER.basis(basis("方案2019", "三（二）3"), "../") == "<cite>《示例大学2019年推进方案》三（二）3</cite>"


@pytest.mark.parametrize(
    ("document", "on", "expected"),
    [
        ("规划", "2023-12-31", "规划"),
        ("规划", "2024-01-01", "规划（2023年12月31日止，其后见新规划）"),
        ("新规划", "2024-01-01", "新规划"),
        ("新规划", "2023-12-31", "新规划（2024年1月1日起施行，当时还没有）"),
        ("旧法", "2021-01-01", "旧法（2020年12月31日止）"),
    ],
)
def test_a_document_that_was_not_in_force_says_so(document: str, on: str, expected: str) -> None:
    cites = replace(OWN, on=date.fromisoformat(on))
    assert re.sub("<[^>]+>", "", cites.basis(basis(document), "")) == expected


def test_a_judgement_rests_on_what_was_in_force() -> None:
    bases = [basis("规划"), basis("新规划"), basis("规划")]
    assert OWN.bases(bases, "") == "<cite>规划</cite>"
    assert re.sub("<[^>]+>", "", replace(OWN, on=date(2024, 1, 1)).bases(bases, "")) == (
        "规划（2023年12月31日止，其后见新规划）；新规划"
    )


def test_only_what_binds_the_institution_is_a_ground() -> None:
    bases = [basis("方案2019", "三（二）3"), basis("方案2019"), basis("外校方案", "一"), basis("条例", "第二章")]
    bases += [basis("条例", "第二章"), basis("规划"), basis("新规划", "二"), basis("<没有声明>")]
    assert OWN.grounds(bases) == ("方案 三（二）3", "方案", "条例 第二章", "规划", "<没有声明>")
    later = replace(OTHER, on=date(2024, 1, 1))
    assert later.grounds(bases) == ("条例 第二章", "新规划 二", "<没有声明>")


def test_days_in_force_are_marked_as_such() -> None:
    html = replace(OWN, on=date(2024, 1, 1)).basis(basis("规划"), "")
    assert '<time class="in-force" datetime="2023-12-31">2023年12月31日</time>止' in html


def test_markdown_is_linked_where_it_is_running_text() -> None:
    markdown = """# 方案三（二）3 {#x}

依据方案三（二）3，`方案三（二）3`，[方案三（二）3](a.md)。

```yaml
条款: 方案三（二）3
~~~
```

| 方案三（二）4 | <a href="b">方案三（二）4</a> |
"""
    changed = marked(_by_lines(markdown, lambda text: str(OWN.handbook(text, "../"))))
    assert changed == markdown.replace("依据方案三（二）3", "依据[方案三（二）3→c-3-2-3]").replace(
        "| 方案三（二）4", "| [方案三（二）4→c-3-2-4]"
    )


def test_a_clause_in_the_handbook_has_a_card_with_its_beginning() -> None:
    words = {"三（二）3": "规范组织生活。" + "甲" * 100, "三（二）4": "短\n第二行"}
    text = PlanText("plan/text/", ANCHORS, words)
    cites = replace(OWN, texts={"方案2019": text})
    linked = str(cites.handbook("方案三（二）3、4", ""))
    first, second = re.findall(r'<a class="zb-article" title="([^"]*)" href="[^"]*">', linked)
    assert first == f"《示例大学2019年推进方案》三（二）3　规范组织生活。{'甲' * 83}……"
    assert second == "《示例大学2019年推进方案》三（二）4　短"
    assert "title" not in str(cites.linked("方案三（二）3、4", ""))
    basis = Basis.model_validate({"文件": "方案2019", "条款": "三（二）3", "可信度": "✔"})
    assert "title" in str(cites.basis(basis, ""))
    assert "title" not in str(cites.bases([basis], ""))
