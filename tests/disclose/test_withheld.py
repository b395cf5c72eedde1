"""The words that the gate looks for."""

from __future__ import annotations

import pytest

from generator.disclose.withheld import named, shown, withheld, withheld_names
from generator.model.fields import Name, PersonName
from generator.model.record import Audience, Record, entry
from generator.model.records.activity import Activity
from generator.model.records.organisation import Institution
from generator.model.records.profile import Profile
from generator.model.records.showcase import Numbers

PROFILE = Profile.model_validate(
    {
        "名称": "第一党支部",
        "类型": "教师",
        "成立": "2015-09-10",
        "支委": [
            {"职务": "书记", "姓名": "赵甲", "自": "2018-06-20", "分工": "主持全面工作"},
            {"职务": "委员", "姓名": "钱乙", "自": "2018-06-20"},
        ],
        "党小组": [{"名称": "一组", "组长": "孙·丙", "自": "2018-06-20"}],
        "核对人": "专职组织员",
    }
)
ACTIVITY = Activity.model_validate(
    {
        "类型": ["支部党员大会"],
        "日期": "2019-03-14",
        "主持": "书记",
        "应到": "9",
        "实到": "8",
        "缺席": {"请假": "1"},
        "议题": [{"事项": "审议推进计划"}],
        "备注": "补录于四月二日",
    }
)


def test_the_public_edition_may_see_no_name_and_no_internal_text() -> None:
    assert set(withheld(PROFILE, Audience.PUBLIC)) == {"赵甲", "钱乙", "孙·丙", "主持全面工作", "专职组织员"}


def test_the_internal_edition_may_see_the_secretary_alone() -> None:
    assert set(withheld(PROFILE, Audience.INTERNAL)) == {"钱乙", "孙·丙"}


def test_the_restricted_edition_may_see_everything() -> None:
    assert set(withheld(PROFILE, Audience.RESTRICTED)) == set()


def test_short_words_and_closed_vocabulary_are_no_secret() -> None:
    assert set(withheld(ACTIVITY, Audience.PUBLIC)) == {"审议推进计划", "补录于四月二日"}
    assert set(withheld(ACTIVITY, Audience.INTERNAL)) == {"补录于四月二日"}


def test_free_text_counts_from_four_characters() -> None:
    values = {"名称": "第一党支部", "类型": "教师", "成立": "2015-09-10"}
    four, three = (Profile.model_validate({**values, "核对人": text}) for text in ("组织员甲", "组织员"))
    assert set(withheld(four, Audience.PUBLIC)) == {"组织员甲"}
    assert set(withheld(three, Audience.PUBLIC)) == set()


@pytest.mark.parametrize("text", ["2026-08", "14:30-16:10", "2019—2023"])
def test_a_month_or_a_time_alone_is_no_secret(text: str) -> None:
    values = {"名称": "第一党支部", "类型": "教师", "成立": "2015-09-10", "核对人": text}
    assert set(withheld(Profile.model_validate(values), Audience.PUBLIC)) == set()


def test_who_may_see_nothing() -> None:
    assert "第一党支部" in set(withheld(PROFILE, None))


def test_what_is_shown() -> None:
    assert "第一党支部" in set(shown(PROFILE.project(Audience.PUBLIC)))
    assert "赵甲" not in set(shown(PROFILE.project(Audience.PUBLIC)))
    assert {"赵甲", "主持全面工作"} <= set(shown(PROFILE.project(Audience.INTERNAL)))
    assert "钱乙" not in set(shown(PROFILE.project(Audience.INTERNAL)))


def test_the_words_of_a_mapping_are_looked_for_too() -> None:
    numbers = Numbers.model_validate({"统计至": "2019-10-20", "次数": {"党课": "3"}})
    assert list(shown(numbers)) == []
    institution = Institution.model_validate({"名称": "示例大学"})
    assert "示例大学" in set(shown(institution))


class Contact(Record):
    """联系人 of a household."""

    person: PersonName = entry("联系人", Audience.RESTRICTED, example="甲乙")
    place: Name = entry("地点", Audience.RESTRICTED, example="东院")


class Contacts(Record):
    """联系人名单."""

    rows: tuple[Contact, ...] = entry("名单", example=[{"联系人": "甲乙"}])


def test_a_persons_name_is_looked_for_whatever_its_key() -> None:
    record = Contacts.model_validate({"名单": [{"联系人": "赵甲", "地点": "东院"}]})
    assert list(withheld(record, Audience.INTERNAL)) == ["赵甲"]
    assert list(withheld_names(record, Audience.INTERNAL)) == ["赵甲"]
    assert list(named(record)) == ["赵甲"]
    assert list(withheld_names(record, Audience.RESTRICTED)) == []


def test_bodies_and_persons_are_named_at_any_depth_and_nothing_else() -> None:
    assert list(named(PROFILE)) == ["第一党支部", "赵甲", "钱乙", "一组", "孙·丙"]
    assert list(named(ACTIVITY)) == []
