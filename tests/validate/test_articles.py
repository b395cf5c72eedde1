"""条文: permanent addresses, names of one document, and what cites an article that nobody declared."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.problem import Problem, Severity
from generator.model.records.sources import Sources
from generator.model.standard import Basis, Standard
from generator.validate.articles import check_articles, check_cited, check_own_criteria

ARTICLE = {"条": "第十一条", "事项": "大会", "概述": "半数以上到会", "可信度": "◐"}


def declared(*articles: dict[str, Any], **more: Any) -> dict[str, Any]:
    base = {"编号": "条例", "名称": "支部条例", "可信度": "✔", "代号": "branch", "条文页": "regulations/branch.md"}
    return {**base, "条文": list(articles or (ARTICLE,)), **more}


def told(*documents: dict[str, Any]) -> list[str]:
    found: list[Problem] = list(check_articles(Sources.model_validate({"文件": documents})))
    return [f"{row.code} {row.message}" for row in found]


def without(row: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != key}


def other(**more: Any) -> dict[str, Any]:
    return declared(**{"编号": "细则", "名称": "细则全名", "代号": "rules", **more})


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        ([declared()], []),
        ([{"编号": "通知", "名称": "某通知", "可信度": "○"}], []),
        ([without(declared(), "代号")], ["S118 “条例”有条文，没有写“代号”"]),
        ([without(declared(), "条文页")], ["S118 “条例”有条文，没有写“条文页”"]),
        ([declared(without(ARTICLE, "条"))], ["S118 “大会”没有条号，也没有写“锚”"]),
        ([declared(ARTICLE | {"条": "基本任务"})], ["S118 “大会”没有条号，也没有写“锚”"]),
        ([declared(ARTICLE | {"条": "基本任务", "锚": "tasks"})], []),
        ([declared(ARTICLE, ARTICLE | {"事项": "再说"})], ["S118 “再说”的网址和“大会”的一样"]),
        (
            [declared(ARTICLE, without(ARTICLE, "条") | {"锚": "11", "事项": "再说"})],
            ["S118 “再说”的网址和“大会”的一样"],
        ),
        ([declared(ARTICLE | {"口径": ["甲"]})], ["S108 “甲”不是口径编号"]),
        ([declared(), other()], []),
        ([declared(), other(代号="branch")], ["S118 代号“branch”已经是“条例”的"]),
        ([declared(), other(简称=["条例"])], ["S118 正文里的“条例”既是“条例”又是“细则”"]),
        ([declared(后继="细则"), other(简称=["条例"])], []),
        ([declared(), other(名称="支部条例")], ["S118 正文里的“支部条例”既是“条例”又是“细则”"]),
    ],
)
def test_articles_are_declared_soundly(documents: list[dict[str, Any]], expected: list[str]) -> None:
    assert told(*documents) == expected


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (None, []),
        ("第十一条", []),
        ("第十一条至第十二条", ["“条例”里没有登记第十一条至第十二条"]),
        ("第五十九条", ["“条例”里没有登记第五十九条"]),
        ("基本任务", ["“条例”里没有登记基本任务"]),
    ],
)
def test_a_basis_cites_a_declared_article(clause: str | None, expected: list[str]) -> None:
    basis = Basis.model_validate({"文件": "条例", "条款": clause, "可信度": "◐"})
    (document,) = Sources.model_validate({"文件": [declared()]}).documents
    found = list(check_cited(basis, basis.clause, document))
    assert [(row.code, row.severity, row.message) for row in found] == [
        ("S119", Severity.WARNING, message) for message in expected
    ]


def test_of_a_document_without_articles_every_clause_may_be_cited() -> None:
    basis = Basis.model_validate({"文件": "条例", "条款": "第五十九条", "可信度": "◐"})
    (document,) = Sources.model_validate({"文件": [without(declared(), "条文")]}).documents
    assert list(check_cited(basis, basis.clause, document)) == []
    assert list(check_cited(basis, basis.clause, None)) == []


@pytest.mark.parametrize(("id", "codes"), [("3.1.1", []), ("3.1.2", ["S142"]), ("3.2.1", ["S142"])])
def test_a_basis_names_criteria_of_its_own_standard(id: str, codes: list[str]) -> None:
    standard = Standard.model_validate(
        {
            "编号": "3.1",
            "名称": "支部党员大会",
            "方面": "组织生活",
            "类别": "定量",
            "稿源": "整理",
            "依据": [{"文件": "条例", "可信度": "◐", "要点": [id]}],
            "修订": [{"日期": "2019-03-01", "内容": "首次整理"}],
            "要点": [{"编号": "3.1.1", "要求": "甲", "责任主体": "支部", "检查": "频次"}],
        }
    )
    assert [row.code for row in check_own_criteria(standard, standard.basis[0])] == codes
