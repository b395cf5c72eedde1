from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

TEXT = "NO\non\n07\n1.10\n12:30\n2019-02-30\n~\n.inf\n1e999\n'017'\n0x1F\n123456789012345678901234567890"


def test_every_scalar_stays_what_was_written(read: Callable[[str], Any]) -> None:
    words = TEXT.split("\n")
    tree, problems = read("".join(f"k{n}: {word}\n" for n, word in enumerate(words)))
    assert list(tree.values()) == [word.strip("'") for word in words]
    assert problems == []


def test_nested_lists_and_mappings_in_both_styles(read: Callable[[str], Any]) -> None:
    tree, problems = read("活动:\n  - 类型: [党课, 主题党日]\n    缺席: {请假: 1}\n  - 类型:\n      - 党课\n")
    assert tree == {"活动": [{"类型": ["党课", "主题党日"], "缺席": {"请假": "1"}}, {"类型": ["党课"]}]}
    assert problems == []


def test_comments_and_document_start_are_fine(read: Callable[[str], Any]) -> None:
    assert read("# 注释\n---\n甲: 乙   # 注释\n") == ({"甲": "乙"}, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # duplicate keys
        ("日期: 1\n主持: 2\n日期: 3\n", [("R013", 3, 1)]),
        ("甲: {乙: 1, 丙: 2, 乙: 3}\n", [("R013", 1, 17)]),
        ("甲: 1\n甲: {乙: 2, 乙: 3}\n", [("R013", 2, 1), ("R013", 2, 11)]),
        # what YAML can do and registers must not
        ("甲: &x 1\n乙: *x\n", [("R014", 1, 4), ("R014", 2, 4)]),
        ("甲: &x [*x]\n", [("R014", 1, 4), ("R014", 1, 8)]),
        ("甲: &x 1\n*x : 2\n", [("R014", 1, 4), ("R014", 2, 1)]),
        ("*x\n", [("R014", 1, 1)]),
        ("甲: &甲 1\n", [("R024", 1, 4)]),
        ("<<: {甲: 1}\n", [("R015", 1, 1)]),
        ("甲: !!python/object/apply:os.system [ls]\n", [("R016", 1, 4)]),
        ("甲: !!str 1\n", [("R016", 1, 4)]),
        ("甲: !imp 1\n", [("R016", 1, 4)]),
        # the colon
        ("标题：红岩", [("R007", 1, 3)]),
        ("标题：红岩\n主持：书记\n", [("R007", 1, 3), ("R007", 2, 3)]),
        ("日期: 1\n标题：红岩\n主持: 3\n", [("R007", 2, 3)]),
        ("标题：红岩\n日期: 1\n", [("R007", 1, 3)]),
        ("日期: 1\n标题：红岩\n", [("R007", 2, 3)]),
        ("活动：\n  - 类型: 党课\n", [("R007", 1, 3)]),
        ("活动:\n  - 类型：党课\n    日期: 1\n", [("R007", 2, 7)]),
        ("甲: {事项：审议, 表决: 1}\n", [("R007", 1, 5)]),
        ("日期:2019-03-14\n主持: 书记\n", [("R008", 1, 3)]),
        ("日期:\u30002019\n主持: 书记\n", [("R008", 1, 3)]),
        ("缺席: {请假:1}\n", [("R008", 1, 6)]),
        ("主题: 走进: 红岩\n", [("R023", 1, 7)]),
        # the mark of an item
        ("活动:\n  -类型: [党课]\n   日期: 1\n", [("R029", 2, 3)]),
        ("活动:\n  -类型: [党课]\n    日期: 1\n  -类型: [党课]\n    日期: 2\n", [("R029", 2, 3)]),
        ("活动:\n-类型: [党课]\n  日期: 1\n", [("R029", 2, 1)]),
        ("活动:\n  － 类型: [党课]\n    日期: 1\n", [("R029", 2, 3)]),
        ("活动:\n  –类型: [党课]\n    日期: 1\n", [("R029", 2, 3)]),
        ("活动:\n  — 类型: [党课]\n    日期: 1\n", [("R029", 2, 3)]),
        ("活动:\n  • 类型: [党课]\n    日期: 1\n", [("R029", 2, 3)]),
        ("活动:\n  - 类型: 甲\n    日期: 1\n  – 类型: 乙\n    日期: 2\n", [("R029", 4, 3)]),
        ("活动:\n  – 类型：甲\n    日期: 1\n", [("R029", 2, 3), ("R007", 2, 7)]),
        ("类型:\n  – 党课\n  – 主题党日\n", [("R029", 2, 3)]),
        ("类型:\n  -党课\n  -主题党日\n", [("R029", 2, 3)]),
        ("类型:\n  - 党课\n  • 主题党日\n", [("R029", 3, 3)]),
        ("类型: 甲\n说明: – 乙\n", []),
        ("说明:\n  ——引自丙\n", []),
        ("说明: 甲\n  ——丙\n", []),
        ("说明: |\n  – 甲\n  -乙\n", []),
        ("温度: -3\n", []),
        # brackets and commas
        ("地点: [线上]会议\n日期: 1\n", [("R030", 1, 5)]),
        ("活动:\n  - 事项: [线上] 学习 # 注\n    日期: 1\n", [("R030", 2, 9)]),
        ("活动:\n  - [线上]学习\n", [("R030", 2, 5)]),
        ("甲: {地点: [线上]会议, 日期: 1}\n", [("R030", 1, 9)]),
        ("地点: {线上}会议\n", [("R030", 1, 5)]),
        ("地点: '[线上]会议'\n乙: 会议[线上]\n", []),
        ("甲: {乙: [丙]，丁: 1}\n", [("R031", 1, 11)]),
        ('甲: ["3.1"，"3.2"、"3.3"]\n', [("R031", 1, 10), ("R031", 1, 16)]),
        # indentation
        ("甲:\n\t- 乙\n", [("R006", 2, 1)]),
        ("甲:\n\t乙: 1\n\t丙: 2\n", [("R006", 2, 1)]),
        ("党课:\n\u3000\u3000题目: 甲\n\u3000\u3000主讲: 乙\n", [("R009", 2, 1)]),
        ("党课:\n\u00a0\u00a0题目: 甲\n", [("R009", 2, 1)]),
        ("看点:\n\u3000\u3000- 一\n\u3000\u3000- 二\n日期: 1\n", [("R009", 2, 1)]),
        ("甲: {\u3000乙: 1}\n", [("R009", 1, 5)]),
        ("甲: 1\n 乙: 2\n", [("R005", 2, 3)]),
        ("甲:\n\u2003\t甲\n\u2003\t甲\n", [("R005", 2, 1)]),
        ("甲:\n   乙: 1\n  丙: 2\n", [("R005", 3, 3)]),
        # characters
        ("姓\u200b名: 甲\n", [("R010", 1, 2)]),
        ("甲: 乙\ufeff\n", [("R010", 1, 5)]),
        ("甲: 乙\u202e丙\n", [("R011", 1, 5)]),
        ('甲: "\\u202e"\n', [("R011", 1, 4)]),
        ("甲: 乙\x07\n", [("R012", 1, 5)]),
        ("甲: 乙\x85丙\n", [("R012", 1, 5)]),
        ("甲: 乙\u2028丙\n", [("R012", 1, 5)]),
        ("甲: 乙\ue000丙\n", [("R027", 1, 5)]),
        ("甲: 乙\U000efffe丙\n", []),
        # documents
        ("甲: 1\n---\n乙: 2\n", [("R017", 2, 1)]),
        ("甲: 1\n...\n乙: 2\n", [("R017", 3, 1)]),
        ("", [("R018", 1, 1)]),
        ("# 只有注释\n", [("R018", 1, 1)]),
        ("- 甲\n", [("R019", 1, 1)]),
        ("一段文字\n", [("R019", 1, 1)]),
        ("*甲\n", [("R024", 1, 1)]),
        # keys
        ("? [甲]\n: 乙\n", [("R021", 1, 3)]),
        ("{甲: 1}: 乙\n", [("R021", 1, 1)]),
        ('"": 乙\n', [("R021", 1, 1)]),
        # text that must be quoted
        ("地点: 第#1会议室 #3 座\n", [("R022", 1, 12)]),
        ("责任: @张三\n", [("R024", 1, 5)]),
        ("责任: *重点*\n", [("R024", 1, 5)]),
        ("责任: !重要\n", [("R024", 1, 5)]),
        ("责任: `甲`\n", [("R024", 1, 5)]),
        ("责任: %甲\n", [("R024", 1, 5)]),
        ("责任: |甲\n", [("R024", 1, 5)]),
        # pairs
        ("甲: '乙\n丙: 丁\n", [("R025", 1, 4)]),
        ("类型: [党课\n日期: 1\n", [("R025", 1, 5)]),
        ("缺席: {请假: 1，未请假: 1}\n", [("R031", 1, 11)]),
        ('甲: "乙" 丙\n', [("R005", 1, 8)]),
        ("甲: - 乙\n", [("R005", 1, 4)]),
        ("日期 2019\n主持: 书记\n", [("R005", 2, 3)]),
        ("主持: 书记\n日期 2019\n应到: 3\n", [("R005", 2, 1)]),
    ],
)
def test_a_slip_is_named_at_its_place(
    read: Callable[[str], Any], places: Callable[..., Any], text: str, expected: Any
) -> None:
    assert places(read(text)[1]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "简介: |\n  　　支部由专任教师组成。\n  　　第二段：继续。\n",
        "看点:\n  - 会议强调：学以致用\n  - 14:30—16:30\n",
        "备注: 会议强调：学以致用\n",
        "姓名: 张　三\n",
        "甲: 见 http://example.org/#top\n",
        "甲: 乙 # 注释\n丙: 丁  #注释\n",
        '甲: "第 #1 次"\n',
        "甲: 👨‍👩‍👧 𠮷\n",
        "甲: 值:有半角冒号\n",
        "甲:\t值\n",
    ],
)
def test_what_only_looks_like_a_slip_passes(read: Callable[[str], Any], text: str) -> None:
    assert read(text)[1] == []


def test_reading_goes_on_behind_a_slip(read: Callable[[str], Any], places: Callable[..., Any]) -> None:
    text = "标题：红岩\n日期:2019\n姓\u200b名: 甲\n党课:\n\u3000\u3000题目: 乙\n主持: 1\n主持: 2\n地点: &x 丙\n"
    tree, problems = read(text)
    assert tree == {"标题": "红岩", "日期": "2019", "姓名": "甲", "党课": {"题目": "乙"}, "主持": "1", "地点": "丙"}
    found = [("R010", 3, 2), ("R008", 2, 3), ("R007", 1, 3), ("R009", 5, 1), ("R013", 7, 1), ("R014", 8, 5)]
    assert sorted(places(problems)) == sorted(found)


@pytest.mark.parametrize("value", ["@张三", "*重点*", "!重要", "`甲`", "%甲", "|甲", "走进: 红岩", "&甲 乙"])
def test_reading_goes_on_behind_text_that_must_be_quoted(
    read: Callable[[str], Any], places: Callable[..., Any], value: str
) -> None:
    problems = read(f"甲: 1\n乙: {value}\n丙: 2\n丙: 3\n")[1]
    assert [line for _, line, _ in places(problems)] == [2, 4]
    assert [code for code, _, _ in places(problems)][1] == "R013"


def test_places_behind_a_mended_slip_are_those_of_the_file(
    read: Callable[[str], Any], places: Callable[..., Any]
) -> None:
    assert places(read("甲\u200b\u200b乙: &x 1\n")[1]) == [("R010", 1, 2), ("R014", 1, 7)]
    assert places(read("标题：&x 红岩\n主持: 1\n")[1])[0] == ("R007", 1, 3)
    assert places(read("标题：&x 红岩\n主持: 1\n")[1])[1] == ("R014", 1, 4)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("甲:\n\t- 乙\n", "用了 Tab 缩进"),
        ("甲:\n\t- 乙\n\t- 丙\n", "用了 Tab 缩进，全文共 2 行"),
        ("甲:\n\u3000\u3000乙: 1\n", "用全角空格（U+3000）缩进"),
        ("甲:\n\u3000\u3000乙: 1\n\u3000\u3000丙: 1\n", "用全角空格（U+3000）缩进，全文共 2 行"),
        ("甲:\n\u00a0\u00a0乙: 1\n", "用不间断空格（U+00A0）缩进"),
    ],
)
def test_indentation_is_told_once_with_the_number_of_lines(read: Callable[[str], Any], text: str, message: str) -> None:
    assert [problem.message for problem in read(text)[1]] == [message]


def test_a_line_above_is_not_blamed_for_a_second_colon(read: Callable[[str], Any], places: Callable[..., Any]) -> None:
    assert places(read("看点:\n- 会议强调：重点\n- 又一: 项: 目\n")[1]) == [("R023", 3, 8)]


@pytest.mark.parametrize(("rest", "shown"), [("一" * 20, "一" * 20), ("一" * 21, f"{'一' * 20}……")])
def test_a_long_line_is_shown_in_part(read: Callable[[str], Any], rest: str, shown: str) -> None:
    (problem,) = read(f"标题：{rest}\n主持: 甲\n")[1]
    assert problem.hint == f"请改成“标题: {shown}”。"


def test_duplicate_keys_name_both_places(read: Callable[[str], Any]) -> None:
    (problem,) = read("日期: 1\n主持: 2\n日期: 3\n")[1]
    assert str(problem) == (
        "f.yml:3:1: 错误[R013] “日期”写了两次（第 1 行第 1 列、第 3 行第 1 列）。请合并成一个，或删去多写的一个。"
    )


def test_full_width_colon_shows_the_line_as_it_should_be(read: Callable[[str], Any]) -> None:
    (problem,) = read("标题：红岩")[1]
    assert str(problem) == "f.yml:1:3: 错误[R007] “标题”后面是全角冒号。请改成“标题: 红岩”。"


def test_a_strange_character_is_named_and_counted(read: Callable[[str], Any]) -> None:
    (problem,) = read("甲: 乙\u200b丙\u200b\n丁: \u200b\n")[1]
    assert problem.message == "有看不见的字符 U+200B ZERO WIDTH SPACE，全文共 3 处"


def test_full_width_comma_in_braces_is_read_as_one_that_divides(read: Callable[[str], Any]) -> None:
    tree, (problem,) = read("缺席: {请假: 1，未请假: 1}\n")
    assert problem.message == "各项之间用了全角的“，”"
    assert tree == {"缺席": {"请假": "1", "未请假": "1"}}


def test_slips_are_corrected_so_that_the_rest_is_checked(read: Callable[[str], Any]) -> None:
    rows = [{"类型": ["党课"], "日期": "1"}, {"类型": ["党课"], "日期": "2"}]
    for mark in ("-", "－ ", "– ", "—", "• ", "·"):
        gap = " " * (len(mark) if mark != "-" else 1)
        text = "".join(f"  {mark}类型: [党课]\n  {gap}日期: {day}\n" for day in (1, 2))
        tree, problems = read(f"活动:\n{text}")
        assert (tree, [problem.code for problem in problems]) == ({"活动": rows}, ["R029"]), mark
    assert read("地点: [线上]会议\n日期: 1\n")[0]["日期"] == "1"


@pytest.mark.parametrize(("depth", "code"), [(31, []), (32, ["R020"]), (20_000, ["R020"])])
def test_nesting_has_a_limit(read: Callable[[str], Any], depth: int, code: Any) -> None:
    assert [problem.code for problem in read(f"甲: {'[' * depth}{']' * depth}\n")[1]] == code


def test_deep_block_nesting_has_a_limit(read: Callable[[str], Any]) -> None:
    assert [problem.code for problem in read("- " * 40 + "甲\n")[1]] == ["R020"]


@pytest.mark.parametrize("key", ["乙：", "：乙"])
def test_a_colon_at_the_edge_of_a_key_is_left_to_the_record(read: Callable[[str], Any], key: str) -> None:
    assert read(f"甲: {{{key}}}\n") == ({"甲": {key: ""}}, [])


def test_many_aliases_do_not_explode(read: Callable[[str], Any]) -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    tree, problems = read("\n".join(lines))
    assert len(tree) == 9
    assert {problem.code for problem in problems} == {"R014"}


@pytest.mark.parametrize("line", ["键：值", "\t- 甲", "\u3000\u3000甲: 乙", "甲\u200b: 乙", "- 甲：乙", "甲:乙"])
def test_thousands_of_slips_are_no_more_work_than_many(read: Callable[[str], Any], line: str) -> None:
    assert read(f"{line}\n" * 20_000)[1]


def test_only_so_many_slips_are_mended_in_one_run(read: Callable[[str], Any]) -> None:
    tree, problems = read("".join(f"主题{n}: 走进: 红岩\n" for n in range(80)))
    assert tree is None
    assert [(problem.code, problem.source.line) for problem in problems] == [("R023", n) for n in range(1, 61)]
