"""What holds for any document: nothing lost, nothing invented, the same ids however numbers are written, linear time."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.documents.outline.parser import parse_outline
from generator.model.clause import ClauseTree, DocumentPart
from generator.model.numerals import han, number

ROOT = Path(__file__).parents[3]

Shape = list["Shape"]
FULL = {48 + digit: 0xFF10 + digit for digit in range(10)}
STYLES: Sequence[Sequence[Callable[[int], str]]] = [
    [lambda n: f"{han(n)}、", lambda n: f"{han(n)}．", lambda n: f"{han(n)}. ", lambda n: f"{han(n)} 、"],
    [lambda n: f"（{han(n)}）", lambda n: f"({han(n)})", lambda n: f"（{han(n)}) ", lambda n: f"({han(n)}）、"],
    [
        lambda n: f"{n}、",
        lambda n: f"{n}　、",
        lambda n: f"{n}. ",
        lambda n: f"{n}．",
        lambda n: f"{n}、".translate(FULL),
    ],
    [lambda n: f"（{n}）", lambda n: f"({n})", lambda n: f"{n}）", lambda n: chr(0x2473 + n) if n < 21 else f"（{n}）"],
    [lambda n: chr(0x245F + n), lambda n: f"{chr(0x245F + n)} "],
]
PATHS: Sequence[Callable[[int], str]] = [
    han,
    lambda n: f"（{han(n)}）",
    str,
    lambda n: f"（{n}）",
    lambda n: chr(0x245F + n),
]
LEADS = ["", " ", "  ", "\u3000\u3000", "\u00a0", "\u200b", "\t"]
SENTENCES = ["做好记录。", "2019年底前完成。", "一是学，二是做。", "3-5名委员。"]
WORDS = ["做好记录。", "2019年底前完成。", "1.5亿元。", "一是学，二是做。", "3-5名委员。", "①甲；②乙。"]

shapes: st.SearchStrategy[Shape] = st.recursive(st.just([]), lambda inner: st.lists(inner, max_size=4), max_leaves=30)
texts = st.text(
    st.one_of(
        st.sampled_from(
            '一二三十百、．.（）()①⑴第条章节款附件则：:；。，\n 　\u200b\u00a0\ufeff年月日0123456789-—#*|《》“”"「」之改为前款壹甲乙责任单位牵头\x0c\x85\u2028'
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=300,
)


def render(shape: Shape, rng: random.Random, depth: int = 0, path: str = "") -> tuple[list[str], list[str]]:
    lines: list[str] = []
    ids: list[str] = []
    for n, below in enumerate(shape if depth < len(STYLES) else [], 1):
        id = path + PATHS[depth](n)
        lines.append(f"{rng.choice(LEADS)}{rng.choice(STYLES[depth])(n)}{rng.choice(SENTENCES)}")
        ids.append(id)
        lines += [rng.choice(WORDS) for _ in range(rng.randrange(2))]
        inner = render(below, rng, depth + 1, id)
        lines += inner[0]
        ids += inner[1]
    return lines, ids


@given(shapes, st.randoms(use_true_random=False))
def test_a_tree_in_any_mix_of_styles_comes_back_with_the_same_ids(shape: Shape, rng: random.Random) -> None:
    lines, ids = render(shape, rng)
    tree = parse_outline("\n".join(["工作要点", "", "前言一段。", *lines]))
    assert [clause.id for clause in tree.walk()] == ids
    assert {note.kind.value for note in tree.notes} <= {"看不见的字符", "没有编号"}


def whole(tree: ClauseTree, text: str) -> None:
    assert tree.written == text
    inside = "".join(
        text[segment.start : segment.end] for segment in tree.segments if segment.part is DocumentPart.CLAUSE
    )
    assert "".join(text[clause.start : clause.end] for clause in tree.walk()) == inside
    clauses = list(tree.walk())
    assert len({clause.anchor for clause in clauses}) == len({clause.id for clause in clauses}) == len(clauses)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_no_character_of_any_text_is_lost_or_invented(text: str) -> None:
    whole(parse_outline(text), text)


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False), st.lists(st.integers(0, 60), max_size=6))
def test_lines_of_a_real_plan_in_any_disorder_are_kept(rng: random.Random, cuts: list[int]) -> None:
    lines = (ROOT / "records/plan/2019.txt").read_text(encoding="utf-8").split("\n")
    rng.shuffle(lines)
    for cut in cuts:
        lines.insert(
            cut, rng.choice(["附件1", "附件", "2019年3月1日", "第一条 甲。", "附则", "", "示例方案", "一核："])
        )
    whole(parse_outline("\n".join(lines)), "\n".join(lines))


@given(st.integers(1, 9999))
def test_chinese_numerals_are_read_as_they_are_written(value: int) -> None:
    assert number(han(value)) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [("一千零一", 1001), ("一千零一十", 1010), ("九千九百九十九", 9999), ("两千", 2000), ("廿五", 25), ("卅", 30)],
)
def test_numerals_above_a_thousand_and_short_tens(written: str, value: int) -> None:
    assert number(written) == value


@pytest.fixture
def unhurried() -> Iterator[None]:
    """No search for cycles: it would go through whatever the tests before have left."""
    gc.disable()
    yield
    gc.enable()


def least(*texts: str) -> list[float]:
    """The least CPU seconds of each, in turns: a busy machine slows them all."""
    best = [float("inf")] * len(texts)
    for _ in range(3):
        for at, text in enumerate(texts):
            begun = time.process_time()
            parse_outline(text)
            best[at] = min(best[at], time.process_time() - begun)
    return best


HOSTILE = [
    "1、任务不少于3学时，5月20日前完成。\n责任单位：党委组织部、党支部\n",
    "附件1\n甲方案\n",
    "（责任单位：甲（乙）、丙）",
    "（" * 50,
    "甲。\n\n乙方案\n",
    "第一条 甲。\n乙。\n",
    "5月",
    "一般3名，",
    "将第五条改为：“甲。\n（一）乙。\n",
    "第五条甲。1.甲；2.乙。",
    "\n| 任务 | 责任单位 | 期限 |\n| 甲 | 乙 | 5月 |\n| 〃 | 〃 | 6月 |\n",
    "\n| 重点任务 | 举措 | 责任单位 |\n" + "| | 甲 | 乙 |\n" * 50,
    "| ",
]


@pytest.mark.usefixtures("unhurried")
@pytest.mark.parametrize("unit", HOSTILE)
def test_eight_times_the_text_takes_at_most_twenty_four_times_as_long(unit: str) -> None:
    """Linear work takes eight times as long and quadratic 64: a machine that is now quick, now slow decides nothing."""
    text = "一、" + unit * (7_500 // len(unit))
    once, eightfold = least(text, text * 8)
    assert eightfold < 24 * once + 0.02


@pytest.mark.usefixtures("unhurried")
def test_a_megabyte_of_plans_takes_less_than_two_seconds() -> None:
    plan = (ROOT / "records/plan/2019.txt").read_text(encoding="utf-8")
    text = plan * (1_000_000 // len(plan.encode()) + 1)
    begun = time.process_time()
    tree = parse_outline(text)
    assert time.process_time() - begun < 2
    assert sum(1 for _ in tree.walk()) == 35 * len(tree.documents)


def test_five_thousand_clauses() -> None:
    text = "清单\n" + "".join(f"{n % 999 + 1}、办理第{n}件事。\n" for n in range(5000))
    assert sum(1 for _ in parse_outline(text).walk()) == 5000
