"""Draws: golden vectors, made once with `sha256sum` and no code of ours, and what must not change them."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.draw import DrawList, drawn, list_digest, list_text, parse_list, tickets

PAGE = Path(__file__).parents[2] / "docs/help/appraisal.md"
LISTS = [DrawList("教师", 1, ["aa-3", "aa-1", "aa-2"]), DrawList("学生", 1, ["bb-1", "bb-2"])]
TEXT = "zhibu-draw-1\n教师 1\naa-1\naa-2\naa-3\n学生 1\nbb-1\nbb-2\n"
DIGEST = "b072860e51e313ec4268f9e6fc90254aa32f2fbf6620c51ff2d1dcd7c6f0a15f"
TICKETS = {
    "aa-1": "dbb9b9eba05f95573295df020923c5ee2894d2ba0dac38f58ca1a50675323a76",
    "aa-2": "3283ef9561377d2eb8acc01e2fd26121e1aa5facf45bb025148ce84bf0ebb09d",
    "aa-3": "8b2b0c94c61e4d47bf7d0e727773944ed9108882a131c0f2f6f334d146c86660",
    "bb-1": "d5a013ccbe2f340496ee88f2e6e499f2ca491de88603b1d513ac7fe4d5c63579",
    "bb-2": "530c46a35de9cf8ade08290f6f22d58fc9ae92527ec554b8e7c3102f6925a134",
}
IDS = st.lists(st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True), min_size=1, max_size=8, unique=True)


def test_golden_vectors() -> None:
    assert list_text(LISTS) == TEXT
    assert list_digest(LISTS) == DIGEST
    assert {row.id: row.digits for row in tickets(DIGEST, "352614", list(TICKETS))} == TICKETS
    assert drawn(LISTS, "352614") == [("aa-2",), ("bb-2",)]


def test_the_page_shows_the_same_vectors() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert f"```text\n{TEXT}```" in text
    assert f"# {DIGEST}\n" in text
    assert dict(re.findall(r"^# ([0-9a-f]{64}) (\S+)$", text, re.MULTILINE)) == {v: k for k, v in TICKETS.items()}
    assert "教师一类抽到 aa-2，学生一类抽到 bb-2" in text


@pytest.mark.parametrize("seed", ["352614", " 352614\n", "352614 "])
def test_a_seed_is_read_without_spaces_around_it(seed: str) -> None:
    assert tickets(DIGEST, seed, ["aa-1"])[0].digits == TICKETS["aa-1"]


def test_a_seed_is_read_in_nfc() -> None:
    assert drawn(LISTS, "caf\u00e9") == drawn(LISTS, "cafe\u0301")
    assert tickets(DIGEST, "caf\u00e9", ["aa-1"]) == tickets(DIGEST, "cafe\u0301", ["aa-1"])


@pytest.mark.parametrize(
    "other",
    [
        [DrawList("教师", 2, LISTS[0].ids), LISTS[1]],
        [DrawList("机关", 1, LISTS[0].ids), LISTS[1]],
        [DrawList("教师", 1, ["aa-1", "aa-2"]), LISTS[1]],
        [LISTS[1], LISTS[0]],
    ],
)
def test_another_list_has_another_digest(other: list[DrawList]) -> None:
    assert list_digest(other) != DIGEST
    assert tickets(list_digest(other), "352614", ["aa-1"])[0].digits != TICKETS["aa-1"]


@given(ids=IDS, seed=st.text(max_size=12), chooser=st.randoms(use_true_random=False))
def test_the_order_of_the_list_draws_nobody_else(ids: list[str], seed: str, chooser: random.Random) -> None:
    shuffled = chooser.sample(ids, len(ids))
    number = (len(ids) + 1) // 2
    first, again = [DrawList("教师", number, ids)], [DrawList("教师", number, shuffled)]
    assert list_digest(first) == list_digest(again)
    (found,) = drawn(first, seed)
    assert [found] == drawn(again, seed)
    assert len(set(found)) == number
    assert set(found) <= set(ids)


@given(ids=IDS, number=st.integers(0, 9))
def test_a_published_list_is_read_back(ids: list[str], number: int) -> None:
    lists = [DrawList("教师", number, sorted(ids)), DrawList("学生", 1, ["zz"])]
    assert parse_list(list_text(lists)) == lists


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "第一行"),
        (TEXT.replace("draw-1", "draw-2"), "第一行"),
        ("zhibu-draw-1\naa-1\n", "不是“类别 个数”"),
        (TEXT.replace("教师 1", "教师 一"), "不是“类别 个数”"),
        (TEXT.replace("aa-1\naa-2", "aa-2\naa-1"), "次序或换行改过"),
        (TEXT.replace("\n", "\r\n"), "第一行"),
        (TEXT.rstrip("\n"), "次序或换行改过"),
        (f"{TEXT}\n", "不是"),
    ],
)
def test_what_is_no_published_list_is_refused(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        parse_list(text)


def test_every_branch_is_drawn_about_as_often() -> None:
    """Of 4,000 seeds each of five is drawn 800 times; the bound is six standard deviations (25.3 each)."""
    lists = [DrawList("教师", 1, [f"b-{at}" for at in range(5)])]
    counts = Counter(drawn(lists, str(seed))[0][0] for seed in range(4000))
    assert max(abs(counts[id] - 800) for id in lists[0].ids) < 152
