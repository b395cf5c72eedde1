"""A plan's words are parsed once, until they or the names of units are others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from generator.build import kept_outlines as room
from generator.build.kept_outlines import kept_outlines
from generator.documents.year_plans import parsed
from generator.model.clause import ClauseTree
from generator.model.records.organisation import ResponsibleUnit
from generator.output.cache import Cache

_PLAN = (Path(__file__).parents[2] / "records/plan/2019.txt").read_text(encoding="utf-8")
_UNITS = (ResponsibleUnit.model_validate({"名称": "党委组织部", "别名": ["组织部"]}),)


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[Mapping[int, str]]:
    made: list[Mapping[int, str]] = []

    def noted(texts: Mapping[int, str], units: Sequence[ResponsibleUnit]) -> Mapping[int, ClauseTree]:
        made.append(texts)
        return parsed(texts, units)

    monkeypatch.setattr(room, "parsed", noted)
    return made


def test_the_same_words_are_parsed_once(tmp_path: Path, parses: list[Mapping[int, str]]) -> None:
    cache = Cache(tmp_path, "1")
    for _ in range(2):
        assert kept_outlines(cache, {2019: _PLAN}, _UNITS) == parsed({2019: _PLAN}, _UNITS)
    assert parses == [{2019: _PLAN}]


@pytest.mark.parametrize(
    ("texts", "units"),
    [({2019: f"{_PLAN}。"}, _UNITS), ({2019: _PLAN, 2020: "一、甲\n"}, _UNITS), ({2019: _PLAN}, ())],
    ids=["words", "years", "units"],
)
def test_others_are_parsed(
    tmp_path: Path, parses: list[Mapping[int, str]], texts: Mapping[int, str], units: Sequence[ResponsibleUnit]
) -> None:
    cache = Cache(tmp_path, "1")
    kept_outlines(cache, {2019: _PLAN}, _UNITS)
    assert kept_outlines(cache, texts, units) == parsed(texts, units)
    assert parses[1:] == [texts]
