"""Rows from workbooks and notes carry the place of every value."""

from __future__ import annotations

import copy
import pickle

from generator.model.incoming import IncomingRow, SpreadPlace, with_places
from generator.model.record import SOURCE_KEY, Source


def cell(name: str) -> Source:
    return Source(f"台账.xlsx!活动!{name}")


ROW = IncomingRow(
    values={"类型": ["党课"], "日期": "2019-03-14", "缺席": {"请假": "1"}, "议题": [{"事项": "甲"}, {"事项": "乙"}]},
    digest="",
    source=cell("A3"),
    places={
        ("日期",): cell("C3"),
        ("缺席", "请假"): cell("F3"),
        ("议题", 1): cell("A4"),
        ("议题", 1, "事项"): cell("G4"),
    },
)


def test_every_mapping_has_its_position_and_every_value_its_own_as_far_as_known() -> None:
    placed = with_places(ROW)
    assert placed[SOURCE_KEY] == cell("A3")
    assert placed[SOURCE_KEY].of("日期") == cell("C3")
    assert placed[SOURCE_KEY].of("类型") == placed[SOURCE_KEY].of("没有") == cell("A3")
    assert placed["缺席"][SOURCE_KEY].of("请假") == cell("F3")
    assert placed["议题"][0][SOURCE_KEY].of("事项") == cell("A3")
    assert placed["议题"][1][SOURCE_KEY] == cell("A4")
    assert placed["议题"][1][SOURCE_KEY].of("事项") == cell("G4")
    assert placed["类型"] == ["党课"]


def test_a_place_is_copied_and_pickled_without_the_others() -> None:
    place = SpreadPlace.over(cell("A3"), {"日期": cell("C3")})
    for again in (copy.copy(place), pickle.loads(pickle.dumps(place))):
        assert again == place
        assert type(again) is Source
