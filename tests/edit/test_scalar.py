"""One value of a YAML file replaced, and nothing else."""

from __future__ import annotations

import pytest

from generator.edit.scalar import set_top_level


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("名称: 甲\n台账核对至: 2019-10-31\n核对人: 组织员\n", "名称: 甲\n台账核对至: 2019-11-30\n核对人: 组织员\n"),
        ("台账核对至:   2019-10-31  # 十月\n", "台账核对至:   2019-11-30  # 十月\n"),
        ("名称: 甲\r\n台账核对至: 2019-10-31\r\n", "名称: 甲\r\n台账核对至: 2019-11-30\r\n"),
        ('"台账核对至": 2019-10-31\n', '"台账核对至": 2019-11-30\n'),
        ("名称: 甲\n", "名称: 甲\n台账核对至: 2019-11-30\n"),
        ("名称: 甲", "名称: 甲\n台账核对至: 2019-11-30\n"),
        ("党小组:\n  - {名称: 甲}\n", "党小组:\n  - {名称: 甲}\n台账核对至: 2019-11-30\n"),
    ],
)
def test_the_value_alone_changes(old: str, new: str) -> None:
    assert set_top_level(old, "台账核对至", "2019-11-30") == new


@pytest.mark.parametrize(
    "text",
    [
        "{名称: 甲, 台账核对至: 2019-10-31}\n",
        "台账核对至:\n  2019-10-31\n",
        "台账核对至: 1\n台账核对至: 2\n",
        "",
        "- 甲\n",
    ],
)
def test_what_is_written_otherwise_is_left_to_a_person(text: str) -> None:
    assert set_top_level(text, "台账核对至", "2019-11-30") is None
