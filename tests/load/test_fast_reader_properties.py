"""Whatever is written: the quick reader gives up, or gives what the thorough one gives, at the same places."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.load.fast_reader import read_fast
from generator.load.reader import parse
from generator.model.record import SOURCE_KEY
from generator.model.source_text import SourceText

ROOT = Path(__file__).parents[2]
TRICKY = " \t\n\r:#-,.'\"[]{}&*!|>%@`?~<=\\0aZ是：，“”\u3000\u00a0\u200b\u2028\ufeff\x85\x07期"
SCALARS = st.sampled_from(
    [
        "甲", "支部书记", "组织委员 甲", "2019-03-14", "14:30-16:10", "07", "1.10", "0x1f", "1e3", "1:30", "yes", "NO", "是",
        "null", "~", "''", '""', "'甲 乙'", '"甲: 乙"', "'it''s'", '"a\\nb"', "甲#乙", "甲 #乙", "甲 # 乙", "#甲", "甲:乙", "甲: 乙",
        "甲:", "：", "甲：乙", "- 甲", "-甲", "-", "? 甲", "?甲", "[甲, 乙]", "[甲,]", "[,]", "[]", "{}", "{甲: 乙}", "{甲: 乙, 甲: 丙}",
        "{甲:乙}", "{甲: }", "{甲}", "[{甲: 乙}]", "[{甲: 乙, 丙: 丁}, {甲: 戊}]", "[[甲], [乙]]", "{甲: [乙, 丙]}", "{甲: {乙: 丙}}", "[甲, 乙",
        "{甲: 乙", "[甲] 乙", "{甲: 乙} # 丙", "{ 甲 : 乙 }", "{甲: 乙 , 丙:  丁}", "{甲: 1:2}", "{甲: 乙:丙}", '{"甲": 乙}', '{甲: "乙, 丙"}',
        "&a 甲", "*a", "!!str 甲", "!甲", "| ", "|", ">-", "%甲", "@甲", "`甲`", "甲 ", " 甲", "甲\u3000乙", "（甲）", "<<", "=", "\\", "甲\\乙",
        "a" * 130, "甲, 乙", "甲}乙", "甲]乙", "甲[乙]", "甲{乙}", "---", "...", "甲 -乙", "甲 - 乙", "甲\t乙", "“甲”", "甲?", "甲!",
    ]
)  # fmt: skip
KEYS = st.sampled_from(
    ["类型", "日期", "a", "键1", "活动", "甲 乙", "'引'", "是", "07", "k" * 101, "？", "甲-乙", "a.b", "<<"]
)


def same(text: str) -> bool:
    """Whether the quick reader read it; it fails where it read something else than the thorough one."""
    quick = read_fast("f.yml", text, parse)
    if quick is None:
        return False
    thorough, problems = parse(SourceText("f.yml", text))
    assert problems == []
    assert placed(quick) == placed(thorough)
    return True


def placed(value: Any) -> Any:
    """A tree of mere values, the place of every mapping and of its keys among them."""
    if isinstance(value, dict):
        place = value[SOURCE_KEY]
        rows = {key: (place.of(key)[:3], placed(item)) for key, item in value.items() if key != SOURCE_KEY}
        return tuple(place[:3]), rows
    if isinstance(value, list):
        return [placed(item) for item in value]
    return value


@st.composite
def written(draw: st.DrawFn, indent: int = 0, depth: int = 0) -> str:
    """A mapping as people write it, or nearly so: any indentation, comments, blank lines, values of every kind."""
    lines = []
    for _ in range(draw(st.integers(1, 4))):
        head = " " * indent + draw(KEYS) + ":"
        kind = draw(st.integers(0, 5 if depth < 3 else 2))
        if kind <= 2:
            lines.append(head + draw(st.sampled_from([" ", "  ", ""])) + draw(SCALARS))
        elif kind == 3:
            lines += [head, draw(written(indent + draw(st.integers(1, 4)), depth + 1))]
        elif kind == 4:
            deeper = indent + draw(st.sampled_from([0, 2, 2, 4]))
            lines += [head, *(" " * deeper + "- " + draw(SCALARS) for _ in range(draw(st.integers(1, 3))))]
        else:
            deeper = indent + draw(st.sampled_from([0, 2, 2, 4]))
            item = draw(written(deeper + 2, depth + 1))
            lines += [head, " " * deeper + "- " + item[deeper + 2 :]]
        lines += draw(st.sampled_from([[], [], [], [""], ["# 注"], [" " * indent + "# 注"], ["   "]]))
    return draw(st.sampled_from(["\n", "\n", "\n", "\r\n"])).join(lines)


@cache
def demonstration() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted((ROOT / "records").rglob("*.yml")))


@st.composite
def mistyped(draw: st.DrawFn) -> str:
    """Some thirty lines of a real register with a few slips of the finger."""
    lines = draw(st.sampled_from(demonstration())).split("\n")
    start = draw(st.integers(0, max(0, len(lines) - 30)))
    text = "\n".join([lines[0], *lines[max(1, start) : start + 30]])
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        slip = draw(st.integers(0, 3))
        if slip == 0:
            text = text[:at] + draw(st.sampled_from(TRICKY)) + text[at:]
        elif slip == 1:
            text = text[:at] + text[at + draw(st.integers(1, 3)) :]
        elif slip == 2:
            text = text[:at] + draw(st.sampled_from(TRICKY)) + text[at + 1 :]
        else:
            line = text.count("\n", 0, at)
            rows = text.split("\n")
            rows.insert(draw(st.integers(0, len(rows))), rows[line])
            text = "\n".join(rows)
    return text


@settings(max_examples=250, deadline=None)
@given(written())
@example("a:\n- b\n- c: d\n  e: f\n")
@example("a: {b: c}{d: e}\n")
@example(f"a: {'甲' * 200} # 注\n")
@example(f"a: {'甲 ' * 200}\n")
@example("a:\n  b: c\n   d: e\n")
def test_what_people_write_is_read_alike(text: str) -> None:
    same(text)


@settings(max_examples=120, deadline=None)
@given(mistyped())
def test_a_slip_in_a_register_is_read_alike(text: str) -> None:
    same(text)


@settings(max_examples=200)
@given(st.text(st.sampled_from(TRICKY), max_size=40).map("a: ".__add__))
def test_any_value_is_read_alike(text: str) -> None:
    same(text)


@pytest.mark.parametrize("name", ["units", "institution.yml"])
def test_the_demonstration_is_read_the_quick_way(name: str) -> None:
    """A property that only ever gives up would prove nothing."""
    folder = ROOT / "records" / name
    texts = [path.read_text(encoding="utf-8") for path in (folder.rglob("*.yml") if folder.is_dir() else [folder])]
    assert sum(map(same, texts)) >= 0.9 * len(texts)


@pytest.mark.parametrize(
    ("text", "quick"),
    [
        ("a: b\n", True),
        ("a:\n- b\n- c: d\n  e: f\ng: h\n", True),
        ("a: [b, {c: d}]\n", True),
        ("  a: b\n", False),
        ("- a\n", False),
        ("a: # b\n", False),
        ("a: {b: c, b: d}\n", False),
        ("a: {b: [c], b: d}\n", False),
        ("a: [[b,]]\n", False),
        ("a: [[b] [c]]\n", False),
        ("a: [{b: c} d]\n", False),
        ("a: b\n  c: d\n", False),
        ("a:\n", False),
        ("", False),
    ],
)
def test_what_is_read_the_quick_way(text: str, *, quick: bool) -> None:
    assert same(text) is quick
