from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from generator.load.note.reader import read_notes
from generator.model.note_kinds import MEETING_NOTE, VISIT_NOTE
from generator.model.record import SOURCE_KEY
from generator.model.records.activity import Activity
from generator.model.records.visit_note import VisitNote
from tests.load.notes import note_text, sealed
from tests.load.random_notes import carried, note_of, planted, valid_values

SEED = 20261128

MEETING: dict[str, Any] = {
    "类型": ["支部党员大会", "党课"],
    "日期": "2019-03-14",
    "主持": "支部书记",
    "应到": "18",
    "不计入": {"合计": "1", "依据": ["无表决权、选举权"]},
    "实到": "16",
    "缺席": {"请假": "1"},
    "议题": [
        {"事项": "审议支部推进计划", "表决": {"应到会有表决权": "16", "到会": "14", "赞成": "14"}, "决议": "通过"},
        {"事项": "研究：培训"},
    ],
    "党课": {"题目": "学习支部工作条例", "主讲": "支部书记"},
}


def told(text: str) -> list[str]:
    return [str(problem) for problem in read_notes([("记录.txt", text)]).problems]


def codes(text: str) -> list[tuple[str, int]]:
    return [(problem.code, problem.source.line) for problem in read_notes([("记录.txt", text)]).problems]


def plain(value: Any) -> Any:
    """A tree without its positions."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if key != SOURCE_KEY}
    return [plain(item) for item in value] if isinstance(value, list) else value


def test_a_note_is_written_line_by_line() -> None:
    assert note_text(MEETING) == (
        "【记一次会·第1版】xx-js1·2019\n"
        "类型：支部党员大会、党课\n"
        "日期：2019-03-14\n"
        "主持：支部书记\n"
        "应到：18\n"
        "不计入·合计：1\n"
        "不计入·依据：无表决权、选举权\n"
        "实到：16\n"
        "缺席·请假：1\n"
        "议题1·事项：审议支部推进计划\n"
        "议题1·表决·应到会有表决权：16\n"
        "议题1·表决·到会：14\n"
        "议题1·表决·赞成：14\n"
        "议题1·决议：通过\n"
        "议题2·事项：研究：培训\n"
        "党课·题目：学习支部工作条例\n"
        "党课·主讲：支部书记\n"
        "【校验】17行·1HY6MSS·TXYMNMR3W05XA6RV260AVSA0JFYXC09W85GRAGBJZE1W19G410V\n"
    )


def test_a_note_is_the_row_of_a_register() -> None:
    (note,) = read_notes([("记录.txt", note_text(MEETING))]).notes
    assert (note.branch, note.year, str(note.source)) == ("xx-js1", 2019, "记录.txt:1:1")
    assert plain(note.tree) == MEETING
    assert note.row.model_dump() == Activity.model_validate(MEETING).model_dump()


def test_values_and_rows_have_the_places_of_their_lines() -> None:
    (note,) = read_notes([("记录.txt", "好的\n" + note_text(MEETING))]).notes
    assert isinstance(note.row, Activity)
    places = [note.row.where("expected"), note.row.where("agenda"), note.row.agenda[1].where("matter")]
    assert [str(place) for place in places] == ["记录.txt:6:4", "记录.txt:11:8", "记录.txt:16:8"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("到：", "到:"),
        ("主持：", " 主 持 ： "),
        ("\n", "\r\n"),
        ("\n", " \u200b\n"),
        ("\n", "\n\n"),
        ("\n", "\n> "),
        ("·", "・"),
        ("14", "１４"),
        ("应到：18\n", "应到：18\n支部书记 2019-03-14 15:20:11\n收到\n"),
        ("【记", "「张三：【记"),
    ],
)
def test_what_chat_programs_do_changes_nothing(old: str, new: str) -> None:
    made = read_notes([("记录.txt", note_text(MEETING).replace(old, new))])
    assert made.problems == []
    assert [note.row.model_dump() for note in made.notes] == [Activity.model_validate(MEETING).model_dump()]


def test_several_notes_stand_in_one_text_and_in_several() -> None:
    other = {**MEETING, "日期": "2019-03-21"}
    one = f"上午\n{note_text(MEETING)}\n张三 15:20\n{note_text(other, branch='第二党支部', year=2018)}谢谢"
    made = read_notes([("一.txt", one), ("二.txt", note_text(MEETING))])
    assert [(note.branch, note.year) for note in made.notes] == [("xx-js1", 2019), ("第二党支部", 2018)]
    assert [str(problem) for problem in made.problems] == [
        "二.txt:1:1: 警告[N110] 这一份和 一.txt:2:1 的一份完全相同。只读一次；不是同一次的，请核对。"
    ]


VISIT: dict[str, Any] = {
    "日期": "2019-11-12",
    "观摩点": "jf-tsg1",
    "人数": "5",
    "会前": [{"标准": "3.2", "差距": "议题临时定"}],
    "对照": [{"标准": "3.2", "看到": "清单", "我们学": "列清单", "谁": "组织委员", "何时": "2019-12-15"}],
    "结论": "有我们学的",
}


def test_a_note_of_a_visit_is_written_and_read_like_one_of_a_meeting() -> None:
    text = note_text(VISIT, kind=VISIT_NOTE)
    assert text.split("\n")[:6] == [
        "【记一次观摩·第1版】xx-js1·2019",
        "日期：2019-11-12",
        "观摩点：jf-tsg1",
        "人数：5",
        "会前1·标准：3.2",
        "会前1·差距：议题临时定",
    ]
    wide = text.replace("3.2", "３．２").replace("jf-tsg1", "ｊｆ－ｔｓｇ１")
    made = read_notes([("记录.txt", f"{note_text(MEETING)}\n收到\n{wide}")])
    assert made.problems == []
    assert [(note.kind, type(note.row)) for note in made.notes] == [(MEETING_NOTE, Activity), (VISIT_NOTE, VisitNote)]
    assert plain(made.notes[1].tree) == VISIT


def test_what_is_wrong_with_a_note_of_a_visit_names_its_own_page() -> None:
    lines = note_text(VISIT, kind=VISIT_NOTE).splitlines()
    assert told("\n".join(lines[:5])) == [
        "记录.txt:5:1: 错误[N102] 记录到这一行就断了，没有【校验】那一行。请回到填它的页面，整段复制，从【记一次观摩】到【校验】那一行。"
    ]
    assert codes("\n".join(lines[2:])) == [("N103", 1)]
    assert codes(text := "\n".join(lines).replace("列清单", "列表")) == [("N105", 9)], text
    assert codes(sealed([*lines[:3], "应到：5", *lines[3:-1]])) == [("R102", 4)]


def test_a_note_that_is_cut_is_told_where_it_ends() -> None:
    lines = note_text(MEETING).splitlines()
    assert codes("\n".join(lines[:5])) == [("N102", 5)]
    assert codes("\n".join([*lines[:5], *lines])) == [("N102", 5)]
    assert codes("\n".join(lines[5:])) == [("N103", 1)]
    assert codes("\n".join([*lines, *lines[2:9]])) == [("N103", 19)]
    assert codes("\n".join(lines[3:9])) == [("N103", 1)]


def test_a_text_without_notes_is_told() -> None:
    assert told("收到\n日期：2019-03-14\n") == [
        "记录.txt:1:1: 错误[N101] 这里没有“记一次会”“记一次观摩”的记录。请回到填它的页面，整段复制，从【记一次会】或【记一次观摩】到【校验】那一行。"
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "【校验】", "【记一次会】", "：", "·：·", "【校验】0行·0000000·000"])
def test_any_text_gets_an_answer(text: str) -> None:
    assert read_notes([("记录.txt", text)]).notes == []
    assert told(text)


def test_a_first_line_must_be_of_this_version_and_whole() -> None:
    later = note_text(MEETING).replace("第1版", "第2版")
    assert told(later) == [
        "记录.txt:1:1: 错误[N104] 这是第 2 版的记录，程序只认第 1 版。请打开本校网站上的页面重新填；程序旧了的，请工程人员更新。"
    ]
    assert codes(sealed(["【记一次会·第1版】xx-js1", "类型：党课"])) == [("N104", 1)]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("缺席1·请假：1", ("R102", 8)),
        ("议题1·表决：14", ("R013", 12)),
        ("主持·职务：书记", ("R013", 8)),
        ("缺席：病假", ("R112", 8)),
    ],
)
def test_a_key_that_does_not_fit_is_told(line: str, place: tuple[str, int]) -> None:
    lines = note_text({**MEETING, "缺席": {}, "不计入": {}}).splitlines()[:-1]
    at = place[1] - 1
    assert codes(sealed([*lines[:at], line, *lines[at:]])) == [place]


def test_a_note_longer_than_any_is_not_compared_line_by_line() -> None:
    assert codes("\n".join(["【记一次会·第1版】xx-js1·2019", *["类型：党课"] * 501, "【校验】1行·0000000·000"])) == [
        ("N106", 503)
    ]


@pytest.mark.load
def test_planted_faults_are_told_at_their_lines_and_nothing_else_is(load: Callable[[int], int]) -> None:
    chooser = random.Random(SEED)
    for _ in range(load(500)):
        values = valid_values(chooser)
        lines = note_of(values)
        text, before = carried(sealed(lines).rstrip("\n"), chooser)
        made = read_notes([("记录.txt", text)])
        assert made.problems == [], text
        assert [plain(note.tree) for note in made.notes] == [values]
        assert made.notes[0].row.model_dump() == Activity.model_validate(values).model_dump()
        fault = planted(lines, chooser)
        text, before = carried(fault.text.rstrip("\n"), chooser)
        made = read_notes([("记录.txt", text)])
        assert [(each.code, each.source.line) for each in made.problems] == [(fault.code, fault.line + before)], text
        assert made.notes == []
