"""Tables of contents in every form: none of their lines is a clause, all of the text's own are."""

from __future__ import annotations

import pytest

from generator.documents.outline.parser import parse_outline
from generator.model.clause import ClauseTree, DocumentPart, NoteKind

TITLE = "示例学院党支部工作细则\n\n"
TEXT = "一、总体要求\n坚持标准。\n二、重点任务\n（一）建强组织\n5月20日前完成。\n（二）从严管理\n每月检查。\n三、附则\n自印发之日起施行。\n"
IDS = ["一", "二", "二（一）", "二（二）", "三"]


def contents(tree: ClauseTree) -> str:
    return "".join(
        tree.text[segment.start : segment.end] for segment in tree.segments if segment.part is DocumentPart.CONTENTS
    )


PLAIN = "一、总体要求\n二、重点任务\n（一）建强组织\n（二）从严管理\n三、附则\n"


@pytest.mark.parametrize(
    "heading",
    ["目录", "目  录", "目　次", "【目录】", "（目 录）", "CONTENTS", "目录：", "## 目录", "**目录**", "目\n\n录"],
)
def test_a_list_under_its_heading(heading: str) -> None:
    tree = parse_outline(f"{TITLE}{heading}\n\n{PLAIN}\n{TEXT}")
    assert [clause.id for clause in tree.walk()] == IDS
    assert contents(tree).strip() == f"{heading}\n\n{PLAIN}".strip()
    count = 5 + len(heading.split("\n\n"))
    assert [(note.kind, note.text) for note in tree.notes] == [(NoteKind.LEFT_OUT, f"目录 {count} 行，不作条款")]
    assert tree.main.title == "示例学院党支部工作细则"


@pytest.mark.parametrize(
    "listed",
    [
        "一、总体要求............1\n二、重点任务……………2\n（一）建强组织…2\n（二）从严管理 …… 3\n三、附则·····4\n",
        "一、总体要求\t1\n二、重点任务\t2\n（一）建强组织\t2\n（二）从严管理\t13\n三、附则\t14\n",
        "一、总体要求 （1）\n二、重点任务 （2）\n（一）建强组织 （2）\n（二）从严管理 （3）\n三、附则 （4）\n",
        "一、总体要求1\n二、重点任务2\n（一）建强组织2\n（二）从严管理13\n三、附则14\n",
        "一、总体要求 - 1 -\n二、重点任务 - 2 -\n（一）建强组织 - 2 -\n（二）从严管理 - 3 -\n三、附则 - 4 -\n",
        "一、总体要求 第1页\n\n二、重点任务 第2页\n\n三、附则 第4页\n",
        "一、总体要求\n1\n二、重点任务\n2\n三、附则\n4\n",
        "总体要求……Ⅰ\n重点任务……Ⅱ\n附则……Ⅲ\n",
        "| 一、总体要求 | 1 |\n| 二、重点任务 | 2 |\n",
        "- [一、总体要求](#一总体要求)\n- [二、重点任务](#二重点任务)\n  - [（一）建强组织](#一建强组织)\n",
    ],
    ids=["dots", "tabs", "brackets", "glued", "dashes", "spaced", "apart", "roman", "table", "links"],
)
def test_page_numbers_and_leaders(listed: str) -> None:
    tree = parse_outline(f"{TITLE}目录\n{listed}\n{TEXT}")
    assert [clause.id for clause in tree.walk()] == IDS
    assert contents(tree).strip() == f"目录\n{listed}".strip()


@pytest.mark.parametrize(
    "between",
    ["", "\n", "\n示例学院党支部工作细则\n（试行）\n\n", "\n为规范支部工作，制定本细则。\n"],
    ids=["nothing", "blank", "title", "preamble"],
)
@pytest.mark.parametrize(
    "listed", [PLAIN, "一、总体要求......1\n二、重点任务......2\n三、附则......4\n"], ids=["plain", "dots"]
)
def test_a_list_without_the_word(between: str, listed: str) -> None:
    tree = parse_outline(f"{TITLE}{listed}{between}{TEXT}")
    assert [clause.id for clause in tree.walk()] == IDS
    assert tree.main.title in {"示例学院党支部工作细则", "示例学院党支部工作细则（试行）"}


def test_an_entry_that_runs_over_two_lines() -> None:
    long = "二、关于进一步加强和改进新形势下党支部建设若干问题的规定"
    text = f"一、总体要求\n坚持标准。\n{long}\n5月20日前完成。\n"
    for listed in (
        "一、总体要求 1\n二、关于进一步加强和改进新形势下\n党支部建设若干问题的规定 2\n",
        "一、总体要求\n二、关于进一步加强和改进新形势下\n党支部建设若干问题的规定\n",
    ):
        tree = parse_outline(f"{TITLE}目录\n{listed}\n{text}")
        assert [clause.id for clause in tree.walk()] == ["一", "二"]
        assert contents(tree).strip() == f"目录\n{listed}".strip()


def test_headings_that_run_on_into_their_text() -> None:
    tree = parse_outline(
        f"{TITLE}目录\n一、总体要求\n二、重点任务\n（一）建强组织\n\n"
        "一、总体要求。坚持标准。\n二、重点任务（3月1日—6月30日）\n（一）建强组织：5月20日前完成。\n"
    )
    assert [clause.id for clause in tree.walk()] == ["一", "二", "二（一）"]


def test_headings_that_differ_from_the_text_but_for_their_numbers() -> None:
    tree = parse_outline(
        f"{TITLE}目录\n\n一、指导思想\n二、工作安排\n\n一、指导思想和总体目标\n坚持标准。\n二、工作的具体安排\n按月推进。\n"
    )
    assert [clause.id for clause in tree.walk()] == ["一", "二"]
    assert contents(tree) == "目录\n\n一、指导思想\n二、工作安排\n"


def test_chapters_with_unnumbered_parts() -> None:
    tree = parse_outline(
        "示例学院章程\n\n目录\n\n序言\n第一章 总则\n第一节 宗旨\n第二章 附则\n\n序言\n学院创办于一九〇二年。\n\n"
        "第一章 总则\n第一节 宗旨\n第一条 依法治校。\n第二章 附则\n第二条 自公布之日起施行。\n"
    )
    assert [clause.id for clause in tree.walk()] == ["第一章", "第一章第一节", "第一条", "第二章", "第二条"]
    assert tree.main.preamble == "序言\n学院创办于一九〇二年。"


def test_the_list_of_an_attachment() -> None:
    tree = parse_outline(
        f"关于印发细则的通知\n\n各党支部：\n现印发给你们。\n\n党委组织部\n2024年3月5日\n\n附件\n{TITLE}目　录\n\n{PLAIN}\n{TEXT}"
    )
    assert [document.name for document in tree.documents] == ["", "附件"]
    assert [clause.id for clause in tree.walk()] == [f"附件·{id}" for id in IDS]
    assert contents(tree).startswith("目　录")


def test_the_list_of_a_collection() -> None:
    tree = parse_outline(
        "目录\n1. 示例学院党课制度 1\n2. 示例学院主题党日制度 3\n\n示例学院党课制度\n一、每季度一次。\n二、做好记录。\n\n"
        "示例学院主题党日制度\n一、每月一次。\n二、做好记录。\n"
    )
    assert [document.title for document in tree.documents] == ["示例学院党课制度", "示例学院主题党日制度"]


def test_the_list_of_a_collection_with_a_title_of_its_own() -> None:
    tree = parse_outline(
        "示例学院制度汇编\n\n目录\n一、党课制度\n二、主题党日制度\n\n党课制度\n一、每季度一次。\n二、做好记录。\n\n"
        "主题党日制度\n一、每月一次。\n二、做好记录。\n"
    )
    assert [document.title for document in tree.documents] == ["示例学院制度汇编", "党课制度", "主题党日制度"]
    assert [clause.id for clause in tree.walk()] == ["一", "二", "文2·一", "文2·二"]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("表甲\n一、存在差距\n二、整改对策\n表乙\n一、存在差距\n二、整改对策\n", ["一", "二", "一", "二"]),
        ("规定\n一、总体要求\n二、重点任务\n", ["一", "二"]),
        ("预算\n一、办公费　　3000\n二、差旅费　　500\n", ["一", "二"]),
        ("规定\n一、要求\n按目录办理。\n二、目录\n略。\n", ["一", "二"]),
    ],
    ids=["two forms", "headings alone", "sums", "the word in a clause"],
)
def test_what_is_no_table_of_contents(text: str, ids: list[str]) -> None:
    tree = parse_outline(text)
    assert [clause.id.rpartition("·")[2] for clause in tree.walk()] == ids
    assert contents(tree) == ""
