"""Copies from PDFs: paragraphs that were cut at the page's width are joined, lines that were run together are told."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.outline.parser import parse_outline

PARAGRAPHS = [
    "一、总体要求",
    "坚持党的领导，深入贯彻落实上级精神，认真落实各项制度，全面提高学校党建工作质量，推动各项工作落到实处。",
    "二、重点任务",
    "（一）制定推进方案，细化工作措施，明确工作要求；召开动员部署会议，安排部署具体工作，于5月20日前报党委组织部审核备案。",
    "责任单位：党委组织部、基层党委（党总支）、党支部、党委宣传部、党委教师工作部、学生工作部",
    "（二）各党支部对照标准逐项检查，列出问题清单，明确整改措施，做到边查边改、立行立改，年底前全部完成整改并报送总结。",
]
WHOLE = "示例方案\n" + "\n".join(PARAGRAPHS) + "\n"


def wrapped(width: int) -> str:
    return "示例方案\n" + "\n".join("\n".join(textwrap.wrap(each, width)) for each in PARAGRAPHS) + "\n"


@pytest.mark.parametrize("width", [18, 26, 30, 40])
def test_a_copy_that_was_cut_at_the_width_of_the_page_reads_like_the_original(width: int) -> None:
    cut, whole = parse_outline(wrapped(width)), parse_outline(WHOLE)
    assert [(clause.id, clause.text) for clause in cut.walk()] == [(clause.id, clause.text) for clause in whole.walk()]
    units = [[cut.text[each.start : each.end].replace("\n", "") for each in clause.units] for clause in cut.walk()]
    assert units == [[each.name for each in clause.units] for clause in whole.walk()]
    assert [note.kind.value for note in cut.notes] == ["断行"]
    assert cut.written == cut.text


def test_whole_paragraphs_and_short_lines_stay_as_they_are() -> None:
    short = "示例清单\n" + "".join(
        f"{at}．每季度召开一次支部党员大会并做好记录\n备注第{at}项工作由支部委员会负责落实\n" for at in range(1, 9)
    )
    for text in (WHOLE, wrapped(17), wrapped(61), short):
        assert parse_outline(text).notes == ()
    assert (
        next(parse_outline(short).walk()).text
        == "每季度召开一次支部党员大会并做好记录\n备注第1项工作由支部委员会负责落实"
    )


def test_a_line_into_which_clauses_ran_together_is_told() -> None:
    text = "示例方案 一、总体要求 坚持标准。二、重点任务 对照检查。\n责任单位：党支部\n"
    note = parse_outline(text).notes[0]
    assert (note.kind.value, note.start) == ("断行", 0)
    assert note.text == "有 1 行里有几个相连的编号，像是复制时丢了换行；请对照原文，在编号前补上换行"
    apart = text.replace("方案 一", "方案\n一")
    assert parse_outline(apart).notes == ()
    (note,) = parse_outline("示例办法第一章　总　则第一条　为规范甲，制定本办法。第二条　甲是乙。第三条　丙。").notes[
        :1
    ]
    assert note.kind.value == "断行"
    cited = "示例方案\n一、按照下列各项办：（一）项、（二）项；1.5万元。2.5万元。三、四月。\n"
    assert parse_outline(cited).notes == ()


@given(
    st.lists(
        st.sampled_from(["甲" * 30, "乙" * 29 + "，", "一、丙。", "", "责任单位：丁", "戊" * 31, "己。"]), max_size=24
    )
)
def test_nothing_is_lost_by_joining(lines: list[str]) -> None:
    text = "\n".join(lines)
    tree = parse_outline(text)
    assert tree.written == text
