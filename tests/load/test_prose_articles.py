"""References in prose to articles that nobody declared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load.prose_articles import ProseArticles
from generator.load.sources import load_sources
from generator.model.records.sources import NONE, Sources

Write = Callable[[str, str | bytes], Path]
ARTICLE = "{条: 第十一条, 事项: 大会, 概述: 半数以上到会, 可信度: ◐}"
SOURCES = Sources.model_validate(
    {
        "文件": [
            {
                "编号": "条例",
                "名称": "支部条例",
                "可信度": "✔",
                "代号": "branch",
                "条文": [{"条": "第十一条", "事项": "大会", "概述": "半数以上到会", "可信度": "◐"}],
            }
        ]
    }
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见条例第十一条。", []),
        ("第一行\n见条例第十二条。", [("docs/a.md", 2, 2)]),
        ("条例第十一条、第十二条", [("docs/a.md", 1, 8)]),
        ("`条例第十二条`", []),
        ("```\n条例第十二条\n```\n条例第十三条", [("docs/a.md", 4, 1)]),
        ("---\n说明: 条例第十二条\n---\n正文", []),
        ("别的第十二条", []),
        ("没有条文", []),
    ],
)
def test_an_article_that_nobody_declares_is_told_with_its_place(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    found = list(ProseArticles(SOURCES).problems(text, "docs/a.md"))
    assert [(row.source.path, row.source.line, row.source.column) for row in found] == expected
    assert {row.code for row in found} <= {"S119"}


def test_without_documents_nothing_is_looked_for() -> None:
    assert list(ProseArticles(NONE).problems("条例第十二条", "docs/a.md")) == []


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("regulations/branch.md", None),
        ("regulations/none.md", "手册里没有 regulations/none.md 这一页"),
        ("regulations/empty.md", "regulations/empty.md 里没有 [[articles]]"),
    ],
)
def test_the_page_of_articles_lists_them(write: Write, tmp_path: Path, page: str, told: str | None) -> None:
    write("docs/regulations/branch.md", "# 条例\n\n[[articles]]\n")
    write("docs/regulations/empty.md", "# 条例\n\n见 [[articles]]\n")
    row = f"{{编号: 条例, 名称: 支部条例, 可信度: ✔, 代号: branch, 条文页: {page}, 条文: [{ARTICLE}]}}"
    write("docs/sources.yml", f"文件: [{row}]\n")
    found = load_sources(tmp_path / "docs", tmp_path)[1]
    assert [(row.code, row.message) for row in found] == ([("S118", told)] if told else [])
