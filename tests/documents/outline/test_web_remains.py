"""Copies from web pages: what belongs to the page is no part of the document, and is told."""

from __future__ import annotations

import pytest

from generator.documents.outline.parser import parse_outline
from generator.model.clause import ClauseTree, DocumentPart, NoteKind

BODY = "各党总支：\n一、报送内容\n工作总结一份。\n二、报送时间\n12月20日前。\n\n党委组织部\n2024年12月3日\n"
TITLE = "关于报送工作总结的通知\n"


def web(tree: ClauseTree) -> list[str]:
    parts = (tree.text[segment.start : segment.end] for segment in tree.segments if segment.part is DocumentPart.WEB)
    return [line for part in parts for line in part.splitlines() if line.strip()]


@pytest.mark.parametrize(
    "above",
    [
        "当前位置：首页 > 通知公告 > 正文",
        "您现在的位置： 首页 >> 通知公告",
        "首页 | 部门概况 | 通知公告 | 下载中心",
        "示例学院组织部 示例组工 2024-12-03 17:30 发表于示例市",
        "示例学院党委组织部\n首页\n部门概况\n通知公告\n您的位置：首页 › 正文",
    ],
)
@pytest.mark.parametrize(
    "below",
    [
        "发布时间：2024-12-03 10:20　　来源：党委组织部　　浏览次数：128",
        "作者：   来源：党委组织部\n发布日期：2024-12-03\n点击：56\n【字体：大 中 小】",
        "2024-12-03 10:20",
        "字号：大 中 小 打印本页",
    ],
)
def test_the_head_of_a_page(above: str, below: str) -> None:
    tree = parse_outline(f"{above}\n\n{TITLE}\n{below}\n\n{BODY}")
    assert tree.main.title == "关于报送工作总结的通知"
    assert tree.main.addressee == "各党总支"
    assert tree.main.preamble is None
    assert web(tree) == [*above.splitlines(), *below.splitlines()]
    assert [note.kind for note in tree.notes] == [NoteKind.LEFT_OUT]
    assert tree.notes[0].text.startswith(f"网页上的 {len(web(tree))} 行")


@pytest.mark.parametrize(
    "footer",
    [
        "上一篇：关于核查的通知\n下一篇：没有了",
        "阅读 1203",
        "阅读原文\n阅读 3.2万 点赞 20 在看 12",
        "上一条：关于核查的通知\n下一条：关于评比的通知\n【打印本页】【关闭窗口】",
        "编辑：甲某某\n审核：乙某某",
        "责任编辑：甲某某\n分享到：\n相关文章\n关于核查的通知\n关于评比的通知",
        "版权所有：示例学院党委组织部\n地址：示例市　邮编：000000\n技术支持：示例公司\n示ICP备00000000号",
        "Copyright © 2024 示例学院\n您是第 12345 位访客",
        "阅读次数：12\n返回顶部",
        "编辑：甲某某\n【关闭】【打印】",
    ],
)
def test_the_foot_of_a_page(footer: str) -> None:
    for body in (BODY, BODY.partition("\n党委组织部")[0]):
        tree = parse_outline(f"{TITLE}\n{body}\n{footer}\n")
        assert web(tree) == footer.splitlines()
        assert [clause.text for clause in tree.walk()] == ["报送内容\n工作总结一份。", "报送时间\n12月20日前。"]
        assert len(tree.documents) == 1


def test_several_pages_in_one_file() -> None:
    page = f"当前位置：首页 > 通知\n{TITLE}发布时间：2024-12-03\n{BODY}上一篇：关于核查的通知\n【关闭】\n"
    tree = parse_outline(page + page.replace("总结", "计划"))
    assert [document.title for document in tree.documents] == ["关于报送工作总结的通知", "关于报送工作计划的通知"]
    assert [clause.id for clause in tree.walk()] == ["一", "二", "文2·一", "文2·二"]


def test_attachments_that_a_page_offers() -> None:
    tree = parse_outline(
        f"{TITLE}{BODY}\n附件【总结模板.docx】已下载12次\n附件【统计表.xlsx】已下载3次\n上一篇：没有了\n"
    )
    assert tree.main.attachments == ("【总结模板.docx】已下载12次", "【统计表.xlsx】已下载3次")
    assert len(tree.documents) == 1


@pytest.mark.parametrize(
    "line",
    [
        "技术支持：信息中心",
        "联系电话：略",
        "时间：12月20日前。",
        "打印 两份。",
        "来源：各党支部台账。",
        "联系我们党支部的同志。",
        "审核：党委组织部",
    ],
)
def test_a_line_of_the_text_stays(line: str) -> None:
    tree = parse_outline(f"{TITLE}\n各党总支：\n一、报送\n{line}\n二、其他\n略。\n")
    assert web(tree) == []
    assert [clause.text for clause in tree.walk()] == [f"报送\n{line}", "其他\n略。"]


def test_a_remain_within_a_paragraph_is_text() -> None:
    """A clause is one piece of the file."""
    tree = parse_outline("规定\n一、甲项工作\n下一页\n还有一句。\n二、乙项工作\n略。\n")
    assert [clause.text for clause in tree.walk()] == ["甲项工作\n下一页\n还有一句。", "乙项工作\n略。"]
    assert tree.notes == ()
