"""The words of the search as the script reads them."""

from __future__ import annotations

from generator.formats.search.words import aliases_by_page, short_names, unit_words, word_list
from generator.model.records.search_words import NO_WORDS, SearchWords


def test_words_are_folded_and_those_of_a_line_stand_together() -> None:
    words = SearchWords.model_validate(
        {
            "同义": [{"词": "交纳、 缴纳、ＹＡＭＬ"}],
            "问法": [{"词": "多久、几时"}],
            "类别": [{"类": "空表", "说": "登记表、表格"}],
            "虚词": "的、了",
            "后列": ["记录样例"],
        }
    )
    assert word_list(words) == {
        "same": ["交纳 缴纳 yaml"],
        "asks": ["多久 几时"],
        "kinds": {"空表": "登记表 表格"},
        "empty": "的 了",
        "last": ["记录样例"],
    }


def test_everyday_words_lie_at_the_address_of_their_page() -> None:
    rows = [("a/b.md#c", "甲、乙"), ("a/index.md", "丙"), ("index.md#d", "丁")]
    words = SearchWords.model_validate({"常问": [{"在": place, "问": asked} for place, asked in rows]})
    assert aliases_by_page(words) == {"a/b/": {"c": "甲\n乙"}, "a/": {"": "丙"}, "": {"d": "丁"}}


def test_without_words_there_are_none() -> None:
    assert aliases_by_page(NO_WORDS) == {}
    assert word_list(NO_WORDS)["same"] == []
    assert unit_words(NO_WORDS) == {}


def test_sections_of_units_go_by_everyday_words_too() -> None:
    words = SearchWords.model_validate(
        {"单位页": [{"节": "gaps", "问": "差什么、 ＡＢ"}, {"节": "todo", "问": "要办"}]}
    )
    assert unit_words(words) == {"gaps": "差什么 ab", "todo": "要办"}


def test_a_unit_goes_by_what_people_call_it_in_short() -> None:
    parts = [{"全": "党支部"}, {"全": "学院"}, {"全": "第"}, {"全": "本科生", "简": "本、本科"}]
    words = SearchWords.model_validate({"单位简称": parts})
    assert short_names("信息学院本科生第二党支部", words) == ("信息本二", "信息本科二")
    assert short_names("财务处党支部", words) == ("财务处",)
    assert short_names("财务处", words) == ()
    assert short_names("党支部", words) == ()
    assert short_names("财务处党支部", NO_WORDS) == ()
