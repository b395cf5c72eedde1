"""What an audience may keep of a register file: all of it, or without what is not for it."""

from __future__ import annotations

from typing import Any

import pytest

from generator.disclose.kept_file import SeenRecord
from generator.load.plain_tree import placed_tree
from generator.model.fields import Count, Text
from generator.model.record import SOURCE_KEY, Audience, Record, entry


class Row(Record):
    """A row."""

    name: Text = entry("名称", example="甲")
    secret: Text | None = entry("秘密", Audience.RESTRICTED, example="乙", default=None)


class Book(Record):
    """A file."""

    rows: tuple[Row, ...] = entry("各行", example=[], default=())
    one: Row | None = entry("一行", example={}, default=None)
    words: tuple[Text, ...] = entry("几个字", example=[], default=())
    count: Count | None = entry("人数", Audience.RESTRICTED, example="1", default=None)


TEXT = """各行:
  - {名称: 甲, 秘密: 子}
  - {名称: 乙}
一行: {名称: 丙, 秘密: 丑}
几个字: [丁, 戊]
人数: 3
"""


def raw() -> dict[str, Any]:
    tree, _ = placed_tree("2019.yml", TEXT)
    assert tree is not None
    return tree


def book(raw: dict[str, Any], *, rows: int = 2) -> Book:
    made = [Row.model_validate({**row, SOURCE_KEY: row[SOURCE_KEY]}) for row in raw["各行"][:rows]]
    return Book.model_validate(
        {"各行": made, "一行": raw["一行"], "几个字": raw["几个字"], "人数": 3, SOURCE_KEY: raw[SOURCE_KEY]}
    )


@pytest.mark.parametrize("audience", [Audience.INTERNAL, Audience.RESTRICTED])
def test_fields_that_are_not_for_the_audience_are_left_out(audience: Audience) -> None:
    tree = raw()
    original = book(tree)
    kept = SeenRecord(original, original.project(audience), audience).kept(tree)
    whole = {
        "各行": [{"名称": "甲", "秘密": "子"}, {"名称": "乙"}],
        "一行": {"名称": "丙", "秘密": "丑"},
        "几个字": ["丁", "戊"],
        "人数": "3",
    }
    part = {"各行": [{"名称": "甲"}, {"名称": "乙"}], "一行": {"名称": "丙"}, "几个字": ["丁", "戊"]}
    assert kept.mapping == (whole if audience is Audience.RESTRICTED else part)
    assert kept.whole is (audience is Audience.RESTRICTED)


def test_rows_that_a_view_withholds_are_left_out() -> None:
    tree = raw()
    kept = SeenRecord(book(tree), book(tree, rows=1), Audience.RESTRICTED).kept(tree)
    assert kept.mapping["各行"] == [{"名称": "甲", "秘密": "子"}]
    assert not kept.whole


def test_a_mapping_that_is_no_record_hides_nothing() -> None:
    tree = raw()
    kept = SeenRecord(Book.model_validate({}), book(tree), Audience.INTERNAL).kept(tree)
    assert kept.mapping["人数"] == "3"
    assert kept.whole
