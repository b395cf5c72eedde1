from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load.filesystem import decode
from generator.load.reader import parse
from generator.load.records import to_record
from generator.load.yaml_tree import YamlList, YamlMapping
from generator.model.problem_codes import CODES
from generator.model.record import SOURCE_KEY
from generator.model.records.register import Register
from generator.model.source_text import SourceText

YAMLISH = st.text(
    st.sampled_from("甲乙ab1 \n\t:：-,，[]{}&*!|>%@`'\"#?<~\\\u3000\u00a0\u200b\u202e\ufeff\x85\x00.0期日"), max_size=60
)
WORDS = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=4)
LINES = st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=8, unique_by=lambda pair: pair[0])


def is_sound(text: str) -> None:
    tree, problems = parse(SourceText("f.yml", text))
    lines = len(text.split("\n"))
    for problem in problems:
        assert problem.code in CODES
        assert problem.source.path == "f.yml"
        assert 1 <= problem.source.line <= lines + 1
        assert problem.source.column >= 1
    assert tree is not None or problems


@settings(max_examples=400)
@given(st.one_of(st.text(max_size=80), YAMLISH))
def test_no_text_raises(text: str) -> None:
    is_sound(text)


@settings(max_examples=150)
@given(YAMLISH)
def test_no_tree_makes_a_record_raise(text: str) -> None:
    tree, _ = parse(SourceText("f.yml", text))
    if tree is not None:
        record, problems = to_record(tree, Register)
        assert (record is None) == bool(problems)


@settings(max_examples=200)
@given(st.binary(max_size=80))
def test_no_bytes_raise(data: bytes) -> None:
    text, problems = decode(data, "f.yml")
    assert (text is None) == bool(problems)
    assert all(problem.source.line >= 1 and problem.source.column >= 1 for problem in problems)
    if text is not None:
        is_sound(text)


@given(WORDS, st.sampled_from(["utf-16", "gb18030"]))
def test_other_encodings_are_never_mojibake(words: str, encoding: str) -> None:
    data = f"名称: {words}\n".encode(encoding)
    assert decode(data, "f.yml")[0] is None


@given(LINES)
def test_places_point_at_the_text_they_name(pairs: list[tuple[str, str]]) -> None:
    text = "".join(f"{key}:\n  - {{{key}: {value}}}\n" for key, value in pairs)
    tree, problems = parse(SourceText("f.yml", text))
    assert problems == []
    assert isinstance(tree, YamlMapping)
    lines = text.split("\n")
    for key, value in pairs:
        key_at, list_at = tree.place.of_key(key), tree.place.of(key)
        assert lines[key_at.line - 1][key_at.column - 1 :].startswith(f"{key}:")
        assert lines[list_at.line - 1][list_at.column - 1 :].startswith("- ")
        items = tree[key]
        assert isinstance(items, YamlList)
        inner = items[0]
        at = inner[SOURCE_KEY]
        assert lines[at.line - 1][at.column - 1 :].startswith(f"{{{key}")
        value_at = inner.place.of(key)
        assert lines[value_at.line - 1][value_at.column - 1 :].startswith(value)


@given(LINES, st.integers(min_value=0, max_value=7))
def test_a_full_width_colon_is_found_in_any_line(pairs: list[tuple[str, str]], at: int) -> None:
    at %= len(pairs)
    text = "".join(f"{key}{'：' if n == at else ': '}{value}\n" for n, (key, value) in enumerate(pairs))
    tree, problems = parse(SourceText("f.yml", text))
    (problem,) = problems
    assert (problem.code, problem.source.line, problem.source.column) == ("R007", at + 1, len(pairs[at][0]) + 1)
    assert tree is not None
    assert {key: value for key, value in tree.items() if key != SOURCE_KEY} == dict(pairs)


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_date_is_read_exactly_when_the_calendar_has_it(year: int, month: int, day: int) -> None:
    written = f"{year:04}-{month:02}-{day:02}"
    try:
        expected = date(year, month, day)
    except ValueError:
        expected = None
    tree, _ = parse(SourceText("f.yml", f"换届: [{{日期: {written}}}]\n"))
    assert tree is not None
    register, problems = to_record(tree, Register)
    if expected is None:
        assert [(problem.code, problem.source) for problem in problems] == [("R106", ("f.yml", 1, 11))]
    else:
        assert register is not None
        assert register.elections[0].on == expected
