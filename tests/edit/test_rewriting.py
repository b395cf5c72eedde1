"""Rows put into a file by its text: the lines of the rows are all that changes."""

from __future__ import annotations

import difflib
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edit import rewriting
from generator.edit.rewriting import SectionEdit, StandingText
from generator.load.plain_tree import plain_tree
from generator.model.yaml_lines import YamlStyle

RECORDS = Path(__file__).parents[2] / "records"
ROW = {"类型": ["党课"], "日期": "2019-03-14", "议题": [{"事项": "甲"}, {"事项": "乙", "表决": {"赞成": "13"}}]}


def rewritten(old: str | None, edits: Mapping[str, SectionEdit], order: Sequence[str]) -> str | None:
    """The changed text: the same whether it is looked at by lines or parsed as a whole."""
    standing = StandingText.read(old)
    if standing is None:
        return None
    made = rewriting.rewritten(standing, edits, order)
    if standing.by_line:
        assert rewriting.rewritten(standing._replace(by_line=False), edits, order) == made
    return made


def changed_lines(old: str, new: str) -> list[str]:
    lines = difflib.Differ().compare(old.splitlines(True), new.splitlines(True))
    return [line for line in lines if line[0] in "+-"]


def added(old: str, section: str, *rows: tuple[int, dict[str, Any]]) -> str:
    new = rewritten(old, {section: SectionEdit(added=rows)}, ())
    assert new is not None
    return new


OLD = """# 第一教师党支部 2019 年台账
台账核对至: 2019-10-31

活动:
  # 一月
  - 类型: [党课]   # 校外
    日期: 2019-01-10
    # 共三人

  # 二月
  - 日期: 2019-02-20
    类型: [主题党日]

# 以下只写人数
培训: []
落实: [{事项: 甲}, {事项: "乙"}]
学时: {党员: [{学时: 36, 人数: 14}]}
"""


def test_a_row_at_the_end_stays_clear_of_the_comment_above_the_next_section() -> None:
    new = added(OLD, "活动", (2, ROW))
    assert new == OLD.replace(
        "    类型: [主题党日]\n",
        "    类型: [主题党日]\n  - 类型: [党课]\n    日期: 2019-03-14\n    议题:\n      - 事项: 甲\n"
        "      - 事项: 乙\n        表决: {赞成: 13}\n",
    )


def test_a_row_goes_below_the_comments_of_the_row_before_and_above_the_heading_of_the_next_month() -> None:
    row = {"日期": "2019-01-20"}
    assert added(OLD, "活动", (1, row)) == OLD.replace(
        "    # 共三人\n", "    # 共三人\n  - {日期: 2019-01-20}\n".replace("{", "").replace("}", "")
    )


@pytest.mark.parametrize("heading", ["# 二月", "# 2月", "# 02 月份：", "## 2019年2月 ——"])
def test_a_row_goes_behind_the_heading_of_its_own_month(heading: str) -> None:
    old = OLD.replace("# 二月", heading)
    assert added(old, "活动", (1, {"日期": "2019-02-01"})) == old.replace(heading, f"{heading}\n  - 日期: 2019-02-01")


def test_a_row_before_all_others_goes_below_the_key() -> None:
    assert added(OLD, "活动", (0, {"日期": "2018-12-01"})) == OLD.replace("活动:\n", "活动:\n  - 日期: 2018-12-01\n")


def test_an_empty_list_in_brackets_becomes_rows() -> None:
    assert added(OLD, "培训", (0, {"日期": "2019-04-20"})) == OLD.replace(
        "培训: []\n", "培训:\n  - {日期: 2019-04-20}\n"
    )


def test_a_list_in_brackets_stays_in_brackets() -> None:
    new = added(OLD, "落实", (1, {"事项": "a, b"}), (2, {"事项": "丙"}))
    assert new == OLD.replace('{事项: 甲}, {事项: "乙"}', '{事项: 甲}, {事项: "a, b"}, {事项: "乙"}, {事项: 丙}')


def test_a_mapping_in_brackets_changes_where_it_differs() -> None:
    change = SectionEdit(value={"党员": [{"学时": "36", "人数": "15"}, {"学时": "30", "人数": "2"}], "不计学时": "1"})
    new = rewritten(OLD, {"学时": change}, ())
    assert new == OLD.replace("人数: 14}]", "人数: 15}, {学时: 30, 人数: 2}], 不计学时: 1")


def test_a_changed_value_is_the_only_thing_that_changes() -> None:
    row = {"日期": "2019-02-21", "类型": ["主题党日", "党课"]}
    new = rewritten(OLD, {"活动": SectionEdit(changed={1: row})}, ())
    assert new == OLD.replace("2019-02-20", "2019-02-21").replace("[主题党日]", "[主题党日, 党课]")


def test_a_new_key_is_a_line_behind_the_one_that_comes_before_it() -> None:
    row = {"类型": ["党课"], "地点": "报告厅", "日期": "2019-01-10", "记录": "委员"}
    new = rewritten(OLD, {"活动": SectionEdit(changed={0: row})}, ())
    assert new == OLD.replace("# 校外\n", "# 校外\n    地点: 报告厅\n").replace(
        "    # 共三人\n", "    记录: 委员\n    # 共三人\n"
    )


def test_a_removed_key_is_its_line_and_the_next_one_moves_behind_the_dash() -> None:
    new = rewritten(OLD, {"活动": SectionEdit(changed={0: {"日期": "2019-01-10"}, 1: {"日期": "2019-02-20"}})}, ())
    assert new == OLD.replace("类型: [党课]   # 校外\n    ", "").replace("    类型: [主题党日]\n", "")


def test_comments_within_what_is_removed_stay() -> None:
    old = "活动:\n  - 日期: 2019-01-10\n    议题:\n      # 要点\n      - 事项: 甲\n    # 后\n    记录: 委员\n"
    new = rewritten(old, {"活动": SectionEdit(changed={0: {"日期": "2019-01-10", "记录": "委员"}})}, ())
    assert new == "活动:\n  - 日期: 2019-01-10\n      # 要点\n    # 后\n    记录: 委员\n"


def test_a_changed_list_changes_in_the_lines_of_its_rows() -> None:
    old = "活动:\n  - 议题:\n      # 一\n      - 事项: 甲\n      # 二\n      - 事项: 乙\n      - 事项: 丙\n    记录: 委员\n"
    rows = [{"事项": "甲"}, {"事项": "新"}, {"事项": "丙", "决议": "通过"}, {"事项": "丁"}]
    new = rewritten(old, {"活动": SectionEdit(changed={0: {"议题": rows, "记录": "委员"}})}, ())
    assert new == old.replace("乙", "新").replace("丙\n", "丙\n        决议: 通过\n      - 事项: 丁\n")


def test_a_new_section_goes_where_it_is_declared() -> None:
    order = ("活动", "换届", "培训", "落实", "学时", "困难上报", "不评")
    edits = {
        "不评": SectionEdit(value={"理由": "存续不足 3 个月"}),
        "换届": SectionEdit(added=[(0, {"日期": "2018-06-20"}), (0, {"日期": "2019-06-20"})]),
    }
    assert (
        rewritten(OLD, edits, order)
        == OLD.replace(
            "    类型: [主题党日]\n",
            "    类型: [主题党日]\n\n换届:\n  - {日期: 2018-06-20}\n  - {日期: 2019-06-20}\n",
        )
        + "不评: {理由: 存续不足 3 个月}\n"
    )


@pytest.mark.parametrize("old", [None, "", "# 只有一行注释\n", "# 没有换行"])
def test_a_file_that_has_nothing_gets_the_first_section(old: str | None) -> None:
    new = rewritten(old, {"免开": SectionEdit(added=[(0, {"月份": "2019-08"})])}, ())
    assert new is not None
    assert new.removeprefix(old or "").strip("\n") == "免开:\n  - {月份: 2019-08}"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("end", [True, False])
def test_line_ends_stay_what_they_are(newline: str, end: bool) -> None:
    old = "\ufeff活动:\n- 日期: 2019-01-10\n  类型: [党课]\n".replace("\n", newline)
    old = old if end else old.removesuffix(newline)
    assert added(old, "活动", (1, {"日期": "2019-02-10"})) == newline.join(
        ["\ufeff活动:", "- 日期: 2019-01-10", "  类型: [党课]", "- 日期: 2019-02-10", *([""] if end else [])]
    )


def test_amounts_and_quotes_look_like_those_beside_them() -> None:
    old = '党费交纳:\n  - {月份: 2019-01, 合计: 1737.90}\n评定:\n- {要点: "1.1", 结论: 符合}\n'
    edits = {
        "党费交纳": SectionEdit(added=[(1, {"月份": "2019-02", "合计": "1740.30"})]),
        "评定": SectionEdit(added=[(1, {"要点": "1.10", "结论": "符合"})], changed={0: {"要点": "1", "结论": "符合"}}),
    }
    assert rewritten(old, edits, ()) == (
        "党费交纳:\n  - {月份: 2019-01, 合计: 1737.90}\n  - {月份: 2019-02, 合计: 1740.30}\n"
        '评定:\n- {要点: "1", 结论: 符合}\n- {要点: "1.10", 结论: 符合}\n'
    )


@pytest.mark.parametrize("old", ["活动: [\n", "活动: 1\r台账: 2\n", "- 活动\n", "活动: &a []\n"])
def test_a_file_with_mistakes_is_left_alone(old: str) -> None:
    assert rewritten(old, {"免开": SectionEdit(value="x")}, ()) is None


# Random files and random changes.

HARD = [
    "14:30",
    "1.10",
    "NO",
    "~",
    "=1+1",
    "#一",
    "a: b",
    "尾 ",
    " 头",
    "一\n二",
    "说“好”",
    'a"b',
    "it's",
    "\\",
    "-",
    "",
    "a #b",
    "07",
]
TEXTS = st.one_of(st.sampled_from(HARD), st.text("甲乙丙 ab:#,[]{}'\"-?&*!|>%@`=~\n1.0", max_size=6))
KEYS = st.sampled_from(["类型", "日期", "地点", "记录", "议题", "缺席（人）"])
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=6,
)
ROWS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)
SECTIONS = st.dictionaries(
    st.sampled_from(["活动", "学时", "培训", "核对人"]),
    st.one_of(st.lists(ROWS, min_size=1, max_size=4), ROWS, TEXTS),
    max_size=4,
)


class AnyStyle(dict[Any, bool]):
    """In brackets or not, by chance."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self._chance = chance

    def get(self, *_: Any) -> bool:
        return self._chance.random() < 0.5


def written(sections: dict[str, Any], chance: random.Random) -> str:
    """The sections as somebody could have written them, with comments and blank lines anywhere."""
    style = YamlStyle(chance.choice([1, 2, 4]), chance.choice([0, 2]), chance.choice([1, 3]), AnyStyle(chance))
    lines: list[str] = []
    for key, value in sections.items():
        for line in style.entry(key, value):
            while chance.random() < 0.2:
                lines.append(chance.choice(["", " " * chance.randrange(8) + f"# 注{len(lines)}"]))
            lines.append(line + ("  # 尾注" if chance.random() < 0.1 else ""))
    newline = chance.choice(["\n", "\r\n"])
    return newline.join(lines) + chance.choice(["", newline])


def changed(value: Any, chance: random.Random, fresh: Any) -> Any:
    """The value with something changed, added or removed in it."""
    if not value or isinstance(value, str) or chance.random() < 0.2:
        return fresh
    act = chance.randrange(3)
    if isinstance(value, dict):
        key = chance.choice(list(value))
        rest = {each: inner for each, inner in value.items() if each != key}
        return [value | {key: changed(value[key], chance, fresh)}, value | {"补学": fresh}, rest or fresh][act]
    at = chance.randrange(len(value))
    instead = [[changed(value[at], chance, fresh)], [fresh, value[at]], []][act]
    return [*value[:at], *instead, *value[at + 1 :]]


def edits_of(
    sections: dict[str, Any], rows: list[dict[str, Any]], chance: random.Random
) -> Iterator[tuple[str, SectionEdit]]:
    for key, value in sections.items():
        if isinstance(value, list):
            places = sorted(chance.randrange(len(value) + 1) for _ in rows)
            some = [number for number in range(len(value)) if chance.random() < 0.3]
            fresh = {number: changed(value[number], chance, chance.choice(rows)) for number in some}
            fresh = {number: row for number, row in fresh.items() if isinstance(row, dict)}
            yield key, SectionEdit(changed=fresh, added=list(zip(places, rows, strict=True)))
        elif chance.random() < 0.5:
            yield key, SectionEdit(value=changed(value, chance, rows[0]))
    yield "换届", SectionEdit(added=[(0, row) for row in rows])


def readings(text: str) -> list[Any]:
    """What our reader and PyYAML make of a text."""
    return [plain_tree(text), yaml.load(text, yaml.CBaseLoader) or {}]


@settings(max_examples=150)
@given(sections=SECTIONS, rows=st.lists(ROWS, min_size=1, max_size=2), seed=st.integers(0, 2**32))
def test_any_change_of_any_file_reads_back_and_loses_no_comment(
    sections: dict[str, Any], rows: list[dict[str, Any]], seed: int
) -> None:
    chance = random.Random(seed)
    old = written(sections, chance)
    assert readings(old) == [sections, sections]
    edits = dict(edits_of(sections, rows, chance))
    new = rewritten(old, edits, ("活动", "换届", "学时"))
    assert new is not None, (old, edits)
    expected = sections | {key: edit.of(sections.get(key)) for key, edit in edits.items()}
    assert readings(new) == [expected, expected]
    assert re.findall(r"# 注\d+", new) == re.findall(r"# 注\d+", old)
    assert old.endswith("\n") == new.endswith("\n") or not old
    assert "\r\n" not in old or "\n" not in new.replace("\r\n", "")


@settings(max_examples=80)
@given(rows=st.lists(ROWS, min_size=1, max_size=4), row=ROWS, seed=st.integers(0, 2**32))
def test_a_row_that_is_added_anywhere_changes_no_other_line(
    rows: list[dict[str, Any]], row: dict[str, Any], seed: int
) -> None:
    chance = random.Random(seed)
    old = written({"培训": [{"日期": "2019-01-01"}], "活动": rows, "学时": {"党员": "1"}}, chance)
    new = added(old, "活动", (chance.randrange(len(rows) + 1), row))
    if re.search(r"^活动: *\[", old, re.MULTILINE):  # in brackets: the list is one line
        assert len(new.splitlines()) == len(old.splitlines())
        return
    lines, fresh = old.splitlines(), new.splitlines()
    count = len(fresh) - len(lines)
    blocks = [fresh[at : at + count] for at in range(len(fresh)) if fresh[:at] + fresh[at + count :] == lines]
    assert {"活动": [row]} in [plain_tree("\n".join(["活动:", *block])) for block in blocks]


# The registers of the demonstration.

REGISTERS = sorted(path for path in RECORDS.rglob("*.yml"))
FRESH = {
    "日期": "2019-06-15",
    "类型": ["党课"],
    "时间": "14:30-16:10",
    "落实": [{"事项": "一：二, 三", "期限": "2019-07-01"}],
}


@pytest.mark.parametrize("path", REGISTERS, ids=lambda path: path.parent.name + "-" + path.stem)
def test_a_row_in_every_section_of_a_register_is_all_that_changes(path: Path) -> None:
    old = path.read_text(encoding="utf-8")
    sections = plain_tree(old)
    assert sections is not None
    chance = random.Random(old)
    edits, expected = {}, 0
    for key, value in sections.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            edits[key] = SectionEdit(added=[(chance.randrange(len(value) + 1), FRESH)])
            expected += 1
    new = rewritten(old, edits, ())
    assert new is not None
    assert plain_tree(new) == sections | {key: edit.of(sections[key]) for key, edit in edits.items()}
    lines = changed_lines(old, new)
    assert [line for line in lines if line.startswith("-")] == []
    assert sum("2019-06-15" in line for line in lines) == expected
    assert len(lines) <= expected * 5


@pytest.mark.parametrize("path", REGISTERS, ids=lambda path: path.parent.name + "-" + path.stem)
def test_a_value_in_every_section_of_a_register_is_all_that_changes(path: Path) -> None:
    old = path.read_text(encoding="utf-8")
    sections = plain_tree(old)
    assert sections is not None
    chance = random.Random(old)
    edits = {}
    for key, value in sections.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            at = chance.randrange(len(value))
            field = chance.choice(list(value[at]))
            edits[key] = SectionEdit(changed={at: value[at] | {field: "改了"}})
        elif isinstance(value, str):
            edits[key] = SectionEdit(value="改了")
    new = rewritten(old, edits, ())
    assert new is not None
    lines = changed_lines(old, new)
    assert sum("改了" in line for line in lines if line.startswith("+")) == len(edits)
    assert len([line for line in lines if line.startswith("+")]) == len(edits)
