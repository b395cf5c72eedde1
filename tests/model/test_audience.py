"""Audiences and projection: a value the audience may not see is not there at all."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

from generator.model import records
from generator.model.dossier import Dossier
from generator.model.kinds import Post
from generator.model.record import Audience, Record
from generator.model.records.activity import Activity
from generator.model.records.profile import Officer, Profile
from generator.model.records.register import Register

PUBLIC, INTERNAL, RESTRICTED = Audience.PUBLIC, Audience.INTERNAL, Audience.RESTRICTED

PROFILE = {
    "名称": "示例支部",
    "类型": "教师",
    "成立": "2015-09-10",
    "党员人数": [{"自": "2019-03-01", "正式": "16", "预备": "2"}],
    "支委": [
        {"职务": "书记", "姓名": "赵甲", "自": "2018-06-20", "分工": "全面"},
        {"职务": "组织委员", "姓名": "钱乙", "自": "2018-06-20"},
    ],
    "党小组": [{"名称": "第一党小组", "组长": "李丁", "自": "2018-06-20"}],
    "台账核对至": "2019-10-31",
    "公开简介": {
        "简介": "由专任教师组成",
        "审批": {
            "提出": "书记",
            "审核": "副书记",
            "审批": "党委",
            "日期": "2019-10-20",
            "范围": "社会公开",
            "期限": "2020-12-31",
        },
    },
}
ACTIVITY = {
    "类型": ["支部党员大会"],
    "日期": "2019-03-14",
    "主持": "支部书记",
    "应到": "18",
    "实到": "16",
    "备注": "补录于四月",
}


@pytest.mark.parametrize(
    ("edition", "seen"),
    [(PUBLIC, [PUBLIC]), (INTERNAL, [PUBLIC, INTERNAL]), (RESTRICTED, [PUBLIC, INTERNAL, RESTRICTED])],
)
def test_an_edition_sees_what_is_marked_for_it_or_for_a_wider_one(edition: Audience, seen: list[Audience]) -> None:
    assert [audience for audience in Audience if edition.sees(audience)] == seen


def test_editions_are_called_by_their_chinese_names() -> None:
    assert [audience.label for audience in Audience] == ["公开版", "党内版", "专人版"]


def profile(audience: Audience) -> Profile:
    return Profile.model_validate(PROFILE).project(audience)


def test_the_public_profile_is_name_kind_founding_and_introduction() -> None:
    seen = profile(PUBLIC)
    assert (seen.name, seen.kind.value, seen.founded.year) == ("示例支部", "教师", 2015)
    assert (seen.headcounts, seen.officers, seen.groups, seen.reconciled_through) == (None, None, None, None)
    assert seen.introduction is not None
    assert seen.introduction.text == "由专任教师组成"
    assert seen.introduction.approval is None


def test_a_secretarys_name_is_internal_and_other_names_are_restricted() -> None:
    def names(audience: Audience) -> list[str | None]:
        seen = profile(audience)
        return [officer.name for officer in seen.officers or ()] + [group.leader for group in seen.groups or ()]

    assert names(PUBLIC) == []
    assert names(INTERNAL) == ["赵甲", None, None]
    assert names(RESTRICTED) == ["赵甲", "钱乙", "李丁"]


def test_the_field_of_one_record_may_depend_on_its_sibling() -> None:
    officer = Officer.model_validate({"职务": "书记", "自": "2018-06-20"})
    assert officer.audience_here("name") is INTERNAL
    assert officer.model_copy(update={"post": Post.DEPUTY}).audience_here("name") is RESTRICTED
    assert Officer.audience_of("duties") is INTERNAL


def test_a_register_is_not_public_at_all_and_remarks_are_restricted() -> None:
    dossier = Dossier.assemble(
        "b", "c", Profile.model_validate(PROFILE), {2019: Register.model_validate({"活动": [ACTIVITY]})}
    )
    assert dossier.project(PUBLIC).registers == {}
    assert dossier.project(PUBLIC).activities == ()
    assert dossier.project(INTERNAL).activities[0].remarks is None
    assert dossier.project(RESTRICTED).activities[0].remarks == "补录于四月"
    assert dossier.activities[0].remarks == "补录于四月"


def test_projection_keeps_the_place_of_a_record() -> None:
    activity = Activity.model_validate({**ACTIVITY, "\x00source": ("2019.yml", 3, 5)})
    assert activity.project(INTERNAL).source == ("2019.yml", 3, 5)


def test_a_field_that_says_nothing_is_internal() -> None:
    class Sample(Record):
        """样子."""

        number: int = 0

    assert Sample.audience_of("number") is INTERNAL
    assert Sample(number=3).project(PUBLIC).number == 0


def kinds() -> Iterator[type[Record]]:
    for found in pkgutil.iter_modules(records.__path__):
        module = importlib.import_module(f"{records.__name__}.{found.name}")
        for value in vars(module).values():
            if (
                isinstance(value, type)
                and issubclass(value, Record)
                and value.__module__ == module.__name__
                and value is not Record
            ):
                yield value


@pytest.mark.parametrize("kind", sorted(kinds(), key=str))
def test_every_field_of_every_record_has_a_chinese_key_an_audience_and_an_example(kind: type[Record]) -> None:
    for name, field in kind.model_fields.items():
        if name == "source":
            continue
        extra: Any = field.json_schema_extra
        assert field.alias, name
        assert not field.alias.isascii() or field.alias in ("A2", "A16"), name
        assert extra["audience"] in [audience.value for audience in Audience], name
        assert field.examples, name
