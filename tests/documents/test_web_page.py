"""Web pages: what a browser shows comes in, in lines; what it does not show is told or is no text."""

from __future__ import annotations

import pytest

from generator.documents.outline.parser import parse_manuscript
from generator.documents.source_file import manuscript_of
from generator.documents.web_page import is_web_page
from generator.model.manuscript import Manuscript
from generator.model.record import Source


def read(body: str, *, encoding: str = "utf-8") -> Manuscript:
    page = (
        f'<!DOCTYPE html>\n<html><head><meta charset="{encoding}"><title>站名</title></head><body>{body}</body></html>'
    )
    manuscript, problems = manuscript_of(page.encode(encoding), Source("a.html"))
    assert problems == []
    assert manuscript is not None
    return manuscript


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>一、甲</p><p>责任单位：乙</p>", ["一、甲", "责任单位：乙"]),
        ("<div>一、甲<br>二、乙<div>（一）丙</div>丁</div>", ["一、甲", "二、乙", "（一）丙", "丁"]),
        ("<p>坚持标\n   准，\n5月</p><p>a\nb</p>", ["坚持标准， 5月", "a b"]),
        ("<h1>示例方案</h1><h3>一、<span>总体</span>要求</h3>", ["# 示例方案", "### 一、总体要求"]),
        ("<p>题</p><p><b>重点任务</b></p><p><b>责任</b>单位</p>", ["题", "**重点任务**", "责任单位"]),
        ("<ol><li>甲</li><li><p>乙</p><ul><li>丙</li></ul></li></ol>", ["1. 甲", "2. 乙", "丙"]),
        ("<ol start=3 type=A><li>甲</li><li value=27>乙</li><li>丙</li></ol>", ["C. 甲", "AA. 乙", "AB. 丙"]),
        ("<ol reversed type=i><li>甲</li><li>乙</li></ol>", ["ii. 甲", "i. 乙"]),
        ('<ol style="list-style-type: cjk-ideographic"><li>甲</li></ol>', ["一、甲"]),
        ("<p>一、<ruby>甲<rp>(</rp><rt>jiǎ</rt></ruby>乙</p><script>var 丙;</script>", ["一、甲乙"]),
        ("<p>R&amp;D &lt;br&gt; \\1. [甲](b.c)</p>", ["R&D <br> \\1. [甲](b.c)"]),
        (
            "<table><tr><th>任务<th>单位</tr><tr><td rowspan=2>学|习<td>甲</tr><tr><td>乙<br>丙</tr></table>",
            ["| 任务 | 单位 |", "| 学｜习 | 甲 |", "| 学｜习 | 乙 丙 |"],
        ),
        ("<table><tr><td colspan=2>合计</td><td>3</td></tr></table>", ["| 合计 |  | 3 |"]),
        ("<table><tr><td><p>一、甲</p><p>二、乙</p></td></tr></table>", ["一、甲", "二、乙"]),
        (f"<table><tr><td>栏目</td><td><p>一、甲</p>{'乙' * 401}</td></tr></table>", ["栏目", "一、甲", "乙" * 401]),
        ("<p>甲</p><!-- 乙 --><style>p{}</style>丙", ["甲", "丙"]),
    ],
)  # fmt: skip
def test_lines_are_those_that_a_browser_shows(body: str, lines: list[str]) -> None:
    assert read(body).text.splitlines() == lines


def test_what_is_not_shown_or_cannot_be_read_is_left_out_and_told() -> None:
    manuscript = read(
        "<nav>首页</nav><p>一、甲<span style='display: none'>密</span><b hidden>密</b></p>"
        "<table><tr><td>乙</td><td><img src=a.png><del>旧</del>丙</td></tr></table><button>打印</button>"
    )
    assert manuscript.text == "一、甲\n| 乙 | 丙 |\n"
    assert [(note.text, note.start) for note in manuscript.notes] == [
        ("网页里的网站导航没有读入，共 1 处", 0),
        ("网页里的隐藏的文字没有读入，共 2 处", 0),
        ("网页里的图片、音像没有读入，共 1 处", 4),
        ("网页里的划去的文字没有读入，共 1 处", 4),
        ("网页里的按钮和填写框没有读入，共 1 处", 14),
    ]


def test_marks_in_the_words_of_a_page_are_words() -> None:
    (clause,) = parse_manuscript(read("<p>方案</p><p>一、R&amp;amp;D，\\*甲&lt;br&gt;乙。</p>")).walk()
    assert clause.text == "R&amp;D，\\*甲<br>乙。"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "gbk"])
def test_encodings_of_pages(encoding: str) -> None:
    assert read("<p>一、党支部</p>", encoding=encoding).text == "一、党支部\n"


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("\n<!doctype HTML>", True),
        ("<html lang=zh>", True),
        ('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "a" "b">', True),
        ("<p>一、甲</p>", False),
        ("<htmlx>", False),
        ("一、<html>", False),
    ],
)
def test_a_page_is_known_by_how_it_begins(text: str, whether: bool) -> None:
    assert is_web_page(text) is whether


def test_a_page_with_an_xml_declaration() -> None:
    data = '<?xml version="1.0" encoding="gb2312"?><!DOCTYPE html><html><body><p>甲</p></body></html>'.encode()
    manuscript, _ = manuscript_of(data, Source("a.html"))
    assert manuscript is not None
    assert manuscript.text == "甲\n"


def test_words_deep_inside_a_page_are_kept() -> None:
    assert read("<div>" * 2000 + "甲").text == "甲\n"


@pytest.mark.parametrize("page", [b"<!doctype html>", b"<!doctype html><html><head><title>x</title></head></html>"])
def test_a_page_of_nothing(page: bytes) -> None:
    manuscript, problems = manuscript_of(page, Source("a.html"))
    assert manuscript is None
    assert [problem.code for problem in problems] == ["D101"]


def test_page_headers_and_footers_that_libreoffice_saves_are_left_out() -> None:
    manuscript = read('<div title="header"><p>内部资料</p></div><div title="甲">乙</div><div title="footer">1</div>')
    assert manuscript.text == "乙\n"
    assert [note.text for note in manuscript.notes] == ["网页里的页眉页脚没有读入，共 2 处"]
