"""A record to be filled in holds every key of its kind, explained, and is sound once it is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from generator.load.reader import parse
from generator.load.records import to_record
from generator.model.blank_record import BlankRecord
from generator.model.files import RECORD_FILES, declared_forms
from generator.model.record import SOURCE_KEY, Record
from generator.model.sample import sample, sample_text
from generator.model.shape import shape_of
from generator.model.source_text import SourceText

KINDS = {file.id: file.record for file in RECORD_FILES if file.record is not None}
ROWS = {form.layout.id: form for form in declared_forms()}


def tree(text: str) -> dict[str, Any]:
    found, problems = parse(SourceText("f.yml", text))
    assert found is not None, problems
    made: dict[str, Any] = plain(found)
    return made


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if key != SOURCE_KEY}
    return [plain(item) for item in value] if isinstance(value, list) else value


def uncommented(text: str) -> str:
    """With every key that was set aside."""
    return re.sub(r"(?m)^( *)# ", r"\1", text)


def filled(value: Any, example: Any) -> Any:
    """With examples for what is blank."""
    if isinstance(value, dict):
        return {key: filled(item, example[key]) for key, item in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [filled(item, example[0]) for item in value]
    return value if value not in (None, "") else example


def blank_keys(kind: type[Record]) -> Iterator[str]:
    """The keys that have to be filled in, in order."""
    for field in shape_of(kind):
        if field.required and field.record is None:
            yield field.label
        elif field.required and field.record is not None:
            yield from blank_keys(field.record)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_filled_in_it_is_the_sample(kind: type[Record]) -> None:
    text = "\n".join(BlankRecord(kind).lines())
    whole = tree(sample_text(kind))
    assert filled(tree(uncommented(text)), whole) == whole


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_what_is_required_and_blank_is_told_and_nothing_else(kind: type[Record]) -> None:
    text = "\n".join([*BlankRecord(kind).lines(), ""])
    found, problems = parse(SourceText("f.yml", text))
    if found is None:  # nothing is required, so nothing stands there yet
        assert {problem.code for problem in problems} == {"R018"}
        assert list(blank_keys(kind)) == []
        return
    _, further = to_record(found, kind)
    told = [(problem.code, text.splitlines()[problem.source.line - 1].strip("- :")) for problem in sorted(further)]
    assert told == [("R110", key) for key in blank_keys(kind)]


@pytest.mark.parametrize("form", ROWS.values(), ids=ROWS)
def test_a_row_has_every_line_of_its_form(form: Any) -> None:
    given = {"类型": [form.layout.about.value]} if form.layout.about else {}
    blank = BlankRecord(form.record, given, form.layout.without)
    row = tree(uncommented("\n".join(["行:", *blank.item()])))["行"][0]
    assert tree(uncommented("\n".join(blank.lines()))).keys() == row.keys()
    for field in form.fields:
        value: Any = row
        for key in field.path:
            value = value[0] if isinstance(value, list) else value
            assert key in value, field.path
            value = value[key]
    dropped = {path for path in form.layout.without if "." not in path}
    assert row.keys() == sample(form.record).keys() - dropped
    assert row.get("类型") == given.get("类型") or not given


def test_a_key_is_explained_by_what_is_known_of_it() -> None:
    lines = list(BlankRecord(KINDS["branch"]).lines())
    assert lines[:4] == ["## 必填；例：学院第一教师党支部", "名称:", "## 必填；选：教师、机关、学生、离退休", "类型:"]
    at = lines.index("# 党员人数:")
    assert lines[at - 1 : at + 4] == [
        "## 可以写几行；人数变动一次加一行（A33）",
        "# 党员人数:",
        "#   ## 必填；日期；从哪一天起是这个人数",
        "#   - 自: 2019-03-01",
        "#     ## 必填；整数",
    ]
    assert "#     ## 只在专人版显示" in lines
