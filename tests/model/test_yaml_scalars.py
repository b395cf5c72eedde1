"""Texts as YAML scalars: what any reader takes for another thing is in quotes."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.yaml_lines import YamlStyle
from generator.model.yaml_scalars import scalar

AS_PEOPLE_WRITE = ("7", "2019-01-09")
"""Read as a number and a day by others, and plain all the same."""


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("党课", "党课"),
        ("14:30", '"14:30"'),
        ("14:30-16:10", "14:30-16:10"),
        ("1.10", '"1.10"'),
        ("07", '"07"'),
        ("7", "7"),
        ("1_000", '"1_000"'),
        ("1e5", '"1e5"'),
        ("NO", '"NO"'),
        ("no 人", "no 人"),
        ("~", '"~"'),
        ("=1+1", '"=1+1"'),
        ("#一", '"#一"'),
        ("一#", "一#"),
        ("一 #", '"一 #"'),
        ("一：二", "一：二"),
        ("a: b", '"a: b"'),
        ("a:", '"a:"'),
        ("一, 二", "一, 二"),
        ("尾 ", '"尾 "'),
        ("\u3000头", '"\u3000头"'),
        ("一\n二", '"一\\n二"'),
        ('"一"', "'\"一\"'"),
        ("\"it's", '"\\"it\'s"'),
        ("\\\n", '"\\\\\\n"'),
        ("\u200b\x85\U000e0001", '"\\u200b\\x85\\U000e0001"'),
        ("", '""'),
    ],
)
def test_a_text_behind_a_key(value: str, written: str) -> None:
    assert scalar(value, flow=False) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [("一, 二", '"一, 二"'), ("[一]", '"[一]"'), ("一#", '"一#"'), ("a:b", '"a:b"'), ("8:30-9:00", "8:30-9:00")],
)
def test_a_text_within_brackets(value: str, written: str) -> None:
    assert scalar(value, flow=True) == written


@given(st.one_of(st.text(), st.text("0123456789.:-_+eExobnyNYtrufalsenull~=<>#{}[],&*!|%@` \n'\"\\甲", max_size=8)))
def test_every_reader_reads_the_text_back(value: str) -> None:
    for text in (f"键: {scalar(value, flow=False)}\n", f"{{键: {scalar(value, flow=True)}, 又: 1}}\n"):
        assert yaml.load(text, yaml.CBaseLoader)["键"] == value
        read = yaml.safe_load(text)["键"]
        assert isinstance(read, str) or str(read) == value or value in AS_PEOPLE_WRITE, text


def test_rows_of_one_list_look_alike() -> None:
    rows = [{"事项": "甲"}, {"事项": "乙", "表决": {"赞成": "13"}}]
    assert list(YamlStyle().entry("议题", rows)) == [
        "议题:",
        "  - 事项: 甲",
        "  - 事项: 乙",
        "    表决: {赞成: 13}",
    ]
