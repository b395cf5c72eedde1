"""References to articles in running text, and the keys of what a clause names."""

from __future__ import annotations

import pytest

from generator.model.article_reference import article_keys, article_references, articles_named, reference_pattern

NAMES = ("条例", "选举条例", "中国共产党支部工作条例（试行）", "细则", "民法典", "2026 年细则")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见条例第十一条。", [("条例", [("条例第十一条", "11")])]),
        (
            "按条例第十六条、第十七条和第十九条",
            [("条例", [("条例第十六条", "16"), ("第十七条", "17"), ("第十九条", "19")])],
        ),
        ("《中国共产党支部工作条例（试行）》第十一条第二款", [(NAMES[2], [(f"《{NAMES[2]}》第十一条第二款", "11")])]),
        ("细则第五条至第三十八条", [("细则", [("细则第五条", "5"), ("第三十八条", "38")])]),
        ("民法典第 1259 条", [("民法典", [("民法典第 1259 条", "1259")])]),
        ("条例第六章写“一般”", [("条例", [("条例第六章", "c6")])]),
        ("2026 年细则第十三条", [("2026 年细则", [("2026 年细则第十三条", "13")])]),
        ("选举条例第四条，条例第四条", [("选举条例", [("选举条例第四条", "4")]), ("条例", [("条例第四条", "4")])]),
        ("机关组织工作条例第三条", []),
        ("《中国共产党党组工作条例》第三条", []),
        ("条例第一批，条例说第三条", []),
        ("第十一条", []),
        ("条例十一条", []),
    ],
)
def test_a_reference_names_a_document_and_its_articles(
    text: str, expected: list[tuple[str, list[tuple[str, str]]]]
) -> None:
    pattern = reference_pattern(NAMES)
    assert pattern is not None
    found = [
        (row.name, [(text[one.start : one.end], one.key) for one in row.articles])
        for row in article_references(pattern, text)
    ]
    assert found == expected


def test_without_a_name_nothing_can_be_found() -> None:
    assert reference_pattern(()) is None


@pytest.mark.parametrize(
    ("clause", "covered", "named"),
    [
        ("第十一条", ("11",), ("11",)),
        ("第十条至第十二条", ("10", "11", "12"), ("10", "12")),
        ("第十七条、第十八条", ("17", "18"), ("17", "18")),
        ("第二十四条、第二十六条至第二十七条", ("24", "26", "27"), ("24", "26", "27")),
        ("第一条至第六十一条", tuple(map(str, range(1, 62))), ("1", "61")),
        ("第一条至第六十二条", ("1", "62"), ("1", "62")),
        ("第十二条至第十条", ("10", "12"), ("12", "10")),
        ("第二章至第四章", ("c2", "c4"), ("c2", "c4")),
        ("第一千二百五十九条", ("1259",), ("1259",)),
        ("基本任务", ("基本任务",), ("基本任务",)),
        ("一 2", ("一 2",), ("一 2",)),
    ],
)
def test_the_keys_of_a_clause(clause: str, covered: tuple[str, ...], named: tuple[str, ...]) -> None:
    assert (article_keys(clause), articles_named(clause)) == (covered, named)
