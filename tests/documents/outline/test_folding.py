"""What is not read as it is written, and that every position is one of the original."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.outline.folding import Edit, FoldedText
from generator.documents.outline.marks import front_matter_end, marks_of
from generator.documents.outline.parser import parse_outline
from generator.model.clause import DocumentPart


def folded(text: str) -> FoldedText:
    begin = front_matter_end(text)
    return FoldedText(text, marks_of(text, begin, markup=True)[0], begin)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("党⽀部⼯作", "党支部工作"),
        ("⻓⻅⻋⻛⻢⺠", "长见车风马民"),
        ("⾦\uf90a", "金金"),
        ("责任\u200b单位", "责任单位"),
        ("葛\U000e0100", "葛"),
        ("&emsp;&emsp;为规范&lt;甲&gt;&#12288;&nbsp;", "\u2003\u2003为规范<甲>\u3000\u00a0"),
        ("R&D；甲&乙;", "R&D；甲&乙;"),
        ("甲。<br>乙。<BR />丙", "甲。\n乙。\n丙"),
        ("| 甲<br>乙 | 丙 |\n丁<br>", "| 甲 乙 | 丙 |\n丁\n"),
        ("1\\. 甲\n\\2. 乙\n\\（一）丙", "1. 甲\n2. 乙\n\\（一）丙"),
        ("\\*甲\\_乙", "*甲_乙"),
        ("## 一、要求 {#req}\n甲{.warning}", "## 一、要求\n甲"),
        ("设{甲}集", "设{甲}集"),
        ("<p>一、甲</p><p>二、<b>乙</b></p>", "\n一、甲\n\n二、乙\n"),
        ("《关于印发<全省方案>的通知》", "《关于印发<全省方案>的通知》"),
        ("甲<!-- 内部：不公开 -->乙", "甲乙"),
        ("甲<!-- 没有完", "甲<!-- 没有完"),
        ("![章](a.png)甲", "甲"),
        ('见[附件1](files/a.docx)和[通知](https://example.invalid/a "甲")', "见附件1和通知"),
        ("示例校发[2024](8)号", "示例校发[2024](8)号"),
        ("> 一、甲\n>> 乙", "一、甲\n乙"),
        ("- 一、甲\n* （一）乙\n+ [丙](#a)", "一、甲\n（一）乙\n丙"),
        ("- 甲\n-5度\n——甲", "- 甲\n-5度\n——甲"),
        ("方案\n====\n一、甲\n---\n***", "方案\n\n一、甲\n\n"),
        ("甲\n— 3 —\n- 12 -\n第 3 页 共 12 页\n第3页\n乙", "甲\n\n\n\n\n乙"),
        ("3-5名\n第3页的表\n-3-5", "3-5名\n第3页的表\n-3-5"),
        ("**重点任务**\n**一、总体**\n## **二、甲**乙", "**重点任务**\n一、总体\n## 二、甲乙"),
        ("***（二）*** *甲*乙**丙**，3*5*2，*注：丁，2**3", "（二） 甲乙丙，3*5*2，*注：丁，2**3"),
        ('[TOC]\n一、甲[¶](#a "链接")\n!!! note "提示"\n??? tip\n丙', "\n一、甲\n提示\n\n丙"),
        ("甲<span style='color:red; display: none'>密</span>乙<b hidden>密</b>丙<p hiddenx>丁", "甲乙丙\n丁"),
        ("甲<div hidden><div>密</div>密<!-- x --></div>乙<div style='display:none'>没有完", "甲乙\n没有完"),
        ("<script>if (a<b) {}</script>一、<ruby>甲<rt>jiǎ</rt></ruby><del>旧</del><s>旧", "一、甲旧"),
        ("<h1 align=center>方案</h1><h3>一、甲</h3><details><summary>乙</summary>丙</details>", "\n# 方案\n\n### 一、甲\n\n\n乙\n丙\n"),
        ("::: tip 提示\n甲\n:::\n```yaml\n乙\n```", "提示\n甲\n\n\n乙\n"),
        ("[[a|甲]]和[[乙]]，![[c.png]]==丙==~~旧~~{% include x %}{{< toc >}}，3==4", "甲和乙，丙，3==4"),
        ("甲[^1]。\n[^1]: 见党章。", "甲。\n注1：见党章。"),
        ("甲\x0c乙\u2028丙\x0b丁", "甲\n乙\n丙\n丁"),
    ],
)  # fmt: skip
def test_what_is_read(text: str, read: str) -> None:
    assert folded(text).text == read


TABLE = """<table border="1">
<thead><tr><th>任务</th><th>单位</th><th>时限</th></tr></thead>
<tr><td rowspan="2">学习<br>研讨</td><td>甲|乙</td>
<td>5月</td></tr><tr><td colspan=2><p>丙</p></td></tr></table>"""


def test_a_table_of_html_is_read_as_lines_of_cells_and_columns_stay() -> None:
    rows = [line.split("|") for line in folded(TABLE).text.split("\n") if line.strip()]
    cells = [[cell.strip() for cell in row[1:-1]] for row in rows]
    assert cells == [["任务", "单位", "时限"], ["学习 研讨", "甲｜乙", "5月"], ["〃", "丙", ""]]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("---\ntitle: 甲\n---\n一、乙", 17),
        ("---\n甲：乙\n---\n", 0),
        ("---\ntitle: 甲\n一、乙", 0),
        ("甲\n---\ntitle: 乙\n---\n", 0),
        ("+++\ntitle = '甲'\n+++\n一、乙", 20),
    ],
)
def test_front_matter(text: str, end: int) -> None:
    assert front_matter_end(text) == end


def test_front_matter_is_a_segment_and_gives_a_title_where_the_text_has_none() -> None:
    tree = parse_outline('---\ntitle: "示例细则"\ndate: 2024-03-05\n---\n一、甲。\n')
    assert (tree.main.title, [clause.id for clause in tree.walk()]) == ("示例细则", ["一"])
    assert [segment.part for segment in tree.segments] == [DocumentPart.FRONT_MATTER, DocumentPart.CLAUSE]
    assert parse_outline("---\ntitle: 甲\n---\n# 乙方案\n一、甲。\n").main.title == "乙方案"


def test_positions_are_those_of_the_original() -> None:
    text = "示例大学党⽀部⽅案\n\n⼀、&emsp;总\u200b体。<br>5⽉20⽇前完成。责任单位：党⽀部\n"
    tree = parse_outline(text)
    (clause,) = tree.walk()
    assert clause.text == "总体。\n5月20日前完成。责任单位：党支部"
    assert [text[each.start : each.end] for each in clause.units] == ["党⽀部"]
    assert [text[each.start : each.end] for each in clause.deadlines] == ["5⽉20⽇前"]
    assert text[clause.start : clause.end] == text[11:]
    assert tree.written == text


def test_what_is_read_otherwise_is_told() -> None:
    tree = parse_outline("方案\n一、党⽀部。\n<!-- 甲 -->\n— 2 —\n![乙](b.png)\n二、\u200b。\n")
    assert [(note.kind.value, note.text) for note in tree.notes] == [
        ("换字", "有 1 个字是部首或兼容字（“⽀”读作“支”），按通用的字读，原文保留"),
        ("没有读入", "有 1 处注释没有读入"),
        ("没有读入", "有 1 行页码没有读入"),
        ("没有读入", "有 1 幅图片没有读入"),
        ("看不见的字符", "有 1 个看不见的字符，原样保留"),
    ]


edits = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), st.text("甲\n", max_size=3)), max_size=8)


@given(st.text("abc\n", max_size=30), edits, st.integers(0, 5))
def test_offsets_rise_and_boundaries_leave_no_gap(text: str, rows: list[tuple[int, int, str]], begin: int) -> None:
    begin = min(begin, len(text))
    made = [Edit(at, at + size, words) for at, size, words in sorted(rows) if begin <= at and at + size <= len(text)]
    fold = FoldedText(text, made, begin)
    cuts = [fold.boundary(at) for at in range(len(fold.text) + 1)]
    assert cuts == sorted(cuts)
    assert not fold.text or cuts[0] == begin
    assert not fold.text or cuts[-1] == len(text)
    for at, each in enumerate(fold.text):
        start, end = fold.start(at), fold.end(at + 1)
        assert begin <= start <= end <= len(text)
        assert text[start:end] == each or any(edit.start == start and edit.end == end for edit in made)
