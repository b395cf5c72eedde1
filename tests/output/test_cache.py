"""The cache: a value comes back as it was, and what is not of this version, or no value at all, is none."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.output.cache import Cache


class Colour(StrEnum):
    RED = "红"


class Row(NamedTuple):
    name: str
    colour: Colour
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    rows: tuple[Row, ...]
    counts: Mapping[int, Mapping[Colour, int]]
    names: frozenset[str] = frozenset()


VALUE = Value(
    rows=(Row("甲", Colour.RED, date(2019, 11, 25)), Row("乙", Colour.RED)),
    counts={2019: {Colour.RED: 3}},
    names=frozenset({"甲", "乙"}),
)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", "1")


def test_a_value_comes_back_as_it_was(cache: Cache) -> None:
    assert cache.read("value", Value) is None
    cache.write("value", VALUE)
    assert cache.read("value", Value) == VALUE
    cache.write("row", VALUE.rows[0])
    assert cache.read("row", Row) == VALUE.rows[0]


def test_what_another_version_wrote_is_none_and_nobody_is_told(cache: Cache, caplog: pytest.LogCaptureFixture) -> None:
    cache.write("value", VALUE)
    with caplog.at_level(logging.WARNING):
        assert Cache(cache.folder, "2").read("value", Value) is None
    assert caplog.messages == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\x00",
        b"{}",
        b"zhibu 1",
        b"zhibu 1\n",
        b"zhibu 1\n[]",
        b'zhibu 1\n{"rows": 1}',
        b"zhibu 1\n" + b"[" * 9999,
    ],
)
def test_what_is_no_value_is_none_and_told_once(cache: Cache, data: bytes, caplog: pytest.LogCaptureFixture) -> None:
    cache.folder.mkdir()
    (cache.folder / "value").write_bytes(data)
    with caplog.at_level(logging.WARNING):
        assert cache.read("value", Value) is None
        assert cache.read("value", Value) is None
    assert caplog.messages == ["缓存 value 读不出来，已丢弃，重新生成。"]


def test_a_folder_is_of_one_version_only(tmp_path: Path) -> None:
    old = Cache(tmp_path, "1").own_folder("compiled")
    (old / "kept").write_bytes(b"")
    assert Cache(tmp_path, "1").own_folder("compiled") == old
    assert (old / "kept").exists()
    new = Cache(tmp_path, "2").own_folder("compiled")
    assert [*new.parent.iterdir()] == [new]
    assert [*new.iterdir()] == []
