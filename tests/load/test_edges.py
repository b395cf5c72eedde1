"""Edges of the readers: what is next to nothing, unfinished, or written as nobody writes."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from generator.load.brackets import fix_bracket
from generator.load.line_spans import _content_end, _rows, spans_by_line
from generator.load.note.check import checked
from generator.load.note.reader import read_notes
from generator.load.note.text import FoundNote
from generator.load.paper_samples import load_samples
from generator.load.placed_trees import to_record_anywhere
from generator.load.plain_tree import plain_tree
from generator.load.prose_links import link_problems
from generator.load.reader import parse
from generator.load.records import to_record
from generator.load.roster_file import read_roster
from generator.load.roster_values import _KINDS, CellError, to_branch_kind
from generator.load.yaml_spans import spans_of
from generator.model.record import SOURCE_KEY, Source
from generator.model.records.training import ClassAttendance
from generator.model.source_text import SourceText
from tests.load.notes import sealed


class Place(NamedTuple):
    line: int
    column: int


def test_brackets_that_are_no_value_are_left_alone() -> None:
    text = "甲 [线上]讨论\n"
    assert fix_bracket(SourceText("2019.yml", text), Place(0, text.index("讨"))) is None


def test_a_list_whose_items_are_not_all_rows_is_parsed_whole() -> None:
    text = "活动:\n  - 类型: 甲\n  - [乙, 丙]\n"
    assert spans_by_line(text) is not None
    assert _rows(text, 0, len(text)) is None


def test_nothing_ends_where_it_begins() -> None:
    assert _content_end("甲: 乙\n", 3, 3) == 3


def test_a_block_of_text_ends_with_its_last_word() -> None:
    text = "备注: |\n  甲\n  乙\n\n下: x\n"
    spans = spans_of(text)
    assert spans is not None
    node = spans.pairs["备注"][1]
    assert text[node.start : node.end].endswith("乙")


def test_samples_that_cannot_be_read_are_told_and_other_files_left(tmp_path: Path) -> None:
    folder = tmp_path / "docs/samples"
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_text("甲", encoding="utf-8")
    (folder / "01-a.yml").write_text("名称: 请示\n", encoding="utf-8")
    samples, problems = load_samples(tmp_path / "docs", tmp_path)
    assert samples == {}
    assert {problem.code for problem in problems} == {"R101"}


def test_an_unknown_key_from_elsewhere_is_told_where_its_origin_says() -> None:
    tree = {SOURCE_KEY: Source("台账.xlsx!培训", 3, 2), "班次": "轮训班", "不认识": "甲"}
    record, problems = to_record_anywhere(tree, ClassAttendance)
    assert record is None
    assert ("R102", "台账.xlsx!培训") in {(problem.code, problem.source.path) for problem in problems}


def test_pictures_without_words_and_addresses_elsewhere() -> None:
    text = '![](https://example.edu/a.png)\n<img src="a.png">\n<img src="a.png" alt="一张图">\n![图](none.png)\n'
    found = [(problem.code, problem.source.line) for problem in link_problems(text, "docs/a.md", "a.md", {"a.md"})]
    assert sorted(found) == [("H114", 4), ("H115", 1), ("H115", 2)]


def test_a_roster_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "名册.csv").mkdir()
    committees, problems = read_roster(tmp_path / "名册.csv", tmp_path)
    assert committees == ()
    assert [problem.code for problem in problems] == ["C110"]


def test_a_kind_that_may_be_two_is_asked_for() -> None:
    with pytest.raises(CellError):
        to_branch_kind("教职工党支部")
    assert to_branch_kind(next(iter(_KINDS))) is next(iter(_KINDS.values()))


def test_a_key_in_chinese_quotes_is_told() -> None:
    tree, _ = parse(SourceText("2019.yml", "“班次”: 轮训班\n日期: 2019-04-20\n"))
    assert tree is not None
    _, problems = to_record(tree, ClassAttendance)
    assert "R032" in {problem.code for problem in problems}


def test_only_a_whole_note_can_be_checked() -> None:
    with pytest.raises(ValueError, match="both its ends"):
        checked(FoundNote(None), "a.txt", lambda _: True)


def test_a_last_line_that_is_cut_is_told() -> None:
    whole = sealed(["【记一次会·第1版】xx-js1·2019", "类型：党课"])
    found = read_notes([("a.txt", whole[: whole.index("【校验】") + 7])]).problems
    assert [problem.code for problem in found] == ["N102"]


def test_a_text_with_mistakes_is_no_plain_tree() -> None:
    assert plain_tree("甲: 乙\n甲: 丙\n") is None
    assert plain_tree("甲: 乙\n") == {"甲": "乙"}
