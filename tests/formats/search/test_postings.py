"""Postings as short text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.formats.search.folding import shard_of
from generator.formats.search.postings import decoded, encoded, lists_of, posting_entry, sharded


def test_a_gap_below_64_is_one_character_and_a_longer_one_two() -> None:
    assert encoded([0, 1, 64]) == "##b"
    assert encoded([63]) == "c"
    assert len(encoded([64])) == 2
    assert len(encoded([64 + 27 * 64 - 1])) == 2
    assert len(encoded([64 + 27 * 64])) == 3


@given(st.sets(st.integers(0, 300_000)))
def test_ids_come_back(ids: set[int]) -> None:
    assert decoded(encoded(sorted(ids))) == sorted(ids)


@given(st.lists(st.sets(st.integers(0, 5000)), min_size=3, max_size=3))
def test_an_entry_gives_back_a_list_a_field(lists: list[set[int]]) -> None:
    rows = list(map(sorted, lists))
    assert lists_of(posting_entry("党费", rows), "党费") == rows


def test_an_entry_ends_with_its_last_list() -> None:
    assert posting_entry("党", ([0], [], [])) == "党#"
    assert posting_entry("党", ([], [0], [])) == "党!#"
    assert posting_entry("党", ([], [], [2])) == "党!!%"


def test_entries_of_a_shard_are_in_order_with_blanks_between() -> None:
    assert sharded({"乙": "乙#", "甲": "甲#"}, 1) == ("乙# 甲#",)


def test_every_entry_is_in_the_shard_of_its_term() -> None:
    entries = {term: f"{term}#" for term in ("党费", "党员", "a1", "支部")}
    shards = sharded(entries, 4)
    assert all(entries[term] in shards[shard_of(term, 4)].split(" ") for term in entries)
    assert sum(len(shard.split(" ")) for shard in shards if shard) == 4
