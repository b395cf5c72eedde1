"""Drafts of standards: what a handbook's text tells of them, and what is left undecided."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.documents.drafts.standard_draft import source_entry, standard_pages
from generator.documents.outline.parser import parse_outline
from generator.evaluate.checks import parameter_models
from generator.load.plain_tree import plain_tree
from generator.load.standards import load_standards
from generator.model.standard import DraftedBy

HANDBOOK = """某省党支部建设标准化手册

一、组织设置
（一）支部设置。正式党员3名以上的，应当成立党支部。
1．正式党员不足3名的，成立联合党支部。覆盖单位不超过5个。
2．支部名称规范。
（二）按期换届。每届任期3年。
二、组织生活
（一）三会一课
1．支部党员大会。每季度召开1次。
责任单位：党支部
2．督查。每季度开展一次督查。
责任单位：党委组织部
"""
INDEX = "---\n标准集: {名称: 手册, 版本: 2024, 适用类型: [教师]}\n---\n# 标准\n"


def front(page: str) -> dict[str, object]:
    tree = plain_tree(page.split("---\n")[1])
    assert tree is not None
    return tree


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return standard_pages(parse_outline(HANDBOOK).main, "手册2024")


def test_a_standard_for_each_second_level_clause(pages: dict[str, str]) -> None:
    named = [(name, row["编号"], row["名称"], row["方面"], row["类别"]) for name, row in map(_named, pages.items())]
    assert named == [
        ("1-1.md", "1.1", "支部设置", "组织设置", "混合"),
        ("1-2.md", "1.2", "按期换届", "组织设置", "定性"),
        ("2-1.md", "2.1", "三会一课", "组织生活", "定量"),
    ]


def _named(item: tuple[str, str]) -> tuple[str, dict[str, object]]:
    return item[0], front(item[1])


def test_each_criterion_rests_on_its_clause(pages: dict[str, str]) -> None:
    rule = front(pages["1-1.md"])
    assert rule["依据"] == [
        {"文件": "手册2024", "条款": "一（一）", "可信度": "✔"},
        {"文件": "手册2024", "条款": "一（一）1", "可信度": "✔", "说明": "要点 1.1.1"},
        {"文件": "手册2024", "条款": "一（一）2", "可信度": "✔", "说明": "要点 1.1.2"},
    ]
    assert rule["要点"] == [
        {
            "编号": "1.1.1",
            "要求": "正式党员不足3名的，成立联合党支部。覆盖单位不超过5个",
            "类别": "定量",
            "责任主体": "支部",
            "检查": "待定",
        },
        {"编号": "1.1.2", "要求": "支部名称规范", "类别": "定性", "责任主体": "支部", "检查": "待定"},
    ]
    assert "# 照“检查方式”选一种，写上参数；原文写了：不足3名、不超过5个\n" in pages["1-1.md"]
    assert '<a id="c-1-1-2"></a>2．支部名称规范。' in pages["1-1.md"]
    assert "- 要点 1.1.2：[一（一）2](#c-1-1-2)\n" in pages["1-1.md"]
    assert "要求: 每届任期3年" in pages["1-2.md"]
    assert "- 要点 1.2.1：[一（二）](#requirement)\n" in pages["1-2.md"]
    assert "责任主体: 学校 # 待核" in pages["2-1.md"]


def test_articles_of_a_chapter_are_standards_too() -> None:
    text = "某省办法\n第一章 总则\n第一条 目的。\n第二章 会议\n第二条 每季度一次。\n第三条 每月一次。\n"
    pages = standard_pages(parse_outline(text).main, "办法")
    assert {name: front(page)["依据"] for name, page in pages.items()} == {
        name: [{"文件": "办法", "条款": clause, "可信度": "✔"}]
        for name, clause in (("1-1.md", "第一条"), ("2-1.md", "第二条"), ("2-2.md", "第三条"))
    }


def test_one_level_has_no_aspect() -> None:
    pages = standard_pages(parse_outline("某校要点\n一、甲。\n二、乙。\n").main, "要点")
    assert [front(page)["方面"] for page in pages.values()] == ["待定", "待定"]


def test_an_undecided_check_is_refused_and_a_finished_standard_is_read(pages: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "docs/standards"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(INDEX, encoding="utf-8")
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")
    _, problems = load_standards(tmp_path / "docs", tmp_path, parameter_models())
    assert {problem.code for problem in problems if problem.is_error} == {"S101", "S110", "S114"}
    assert sum(problem.code == "S101" for problem in problems) == 5
    for name, page in pages.items():
        done = page.replace("检查: 待定", "检查: 人工评\n    参数: {每: 年}").replace(
            "修订: []", "修订: [{日期: 2024-03-01, 内容: 导入}]"
        )
        (folder / name).write_text(done, encoding="utf-8")
    (tmp_path / "docs/aspects").mkdir()
    for number, name in ((1, "组织设置"), (2, "组织生活")):
        (tmp_path / f"docs/aspects/{number}.md").write_text(f"---\n方面: {name}\n---\n# {name}\n", encoding="utf-8")
    sets, problems = load_standards(tmp_path / "docs", tmp_path, parameter_models())
    assert [str(problem) for problem in problems if problem.is_error] == []
    assert {row.drafted_by for row in sets[0].standards} == {DraftedBy.OFFICIAL}


def test_the_document_is_declared() -> None:
    document = parse_outline(HANDBOOK + "\n中共某省委组织部\n2024年3月1日\n").main
    tree = plain_tree(source_entry(document, "手册2024"))
    assert tree == {
        "文件": [{"编号": "手册2024", "名称": "某省党支部建设标准化手册", "发文": "中共某省委组织部", "可信度": "✔"}]
    }
