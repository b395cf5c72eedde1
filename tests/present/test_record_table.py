"""The register table: any record in the words of its kind."""

from __future__ import annotations

from generator.model.record import Audience
from generator.model.records.organisation import Institution
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.present.kit.record_table import RecordTable, record_tables

REGISTER = Register.model_validate(
    {
        "活动": [
            {
                "类型": ["支部党员大会", "党课"],
                "日期": "2019-03-14",
                "主持": "支部书记",
                "应到": "18",
                "实到": "16",
                "缺席": {"请假": "2"},
                "议题": [{"事项": "审议计划", "决议": "通过"}, {"事项": "其他"}],
                "备注": "补录",
            }
        ],
        "学时": {"党员": [{"学时": "36.5", "人数": "14"}]},
    }
)


def test_every_value_that_its_reader_may_see_is_told_in_words() -> None:
    activities, hours = record_tables(REGISTER.project(Audience.INTERNAL), "2019年度")
    assert activities == RecordTable(
        "活动（2019年度）",
        ("类型", "日期", "主持", "应到", "实到", "缺席：请假", "缺席：未请假", "议题"),
        (
            (
                "支部党员大会；党课",
                "2019年3月14日",
                "支部书记",
                "18",
                "16",
                "2",
                "0",
                "事项 审议计划，决议 通过；事项 其他",
            ),
        ),
    )
    assert hours == RecordTable("学时（2019年度）", ("党员",), (("学时 36.5，人数 14",),))


def test_what_is_restricted_has_a_column_in_the_restricted_edition_only() -> None:
    (activities, _) = record_tables(REGISTER.project(Audience.RESTRICTED), "2019年度")
    assert activities.columns[-1] == "备注"


def test_rows_of_different_fields_share_their_columns() -> None:
    profile = Profile.model_validate(
        {
            "名称": "甲",
            "类型": "教师",
            "成立": "2015-09-10",
            "支委": [{"职务": "书记", "自": "2018-06-20"}, {"职务": "委员", "自": "2018-06-20", "分工": "宣传"}],
        }
    )
    single, officers = record_tables(profile, "支部概况")
    assert single == RecordTable("支部概况", ("名称", "类型", "成立"), (("甲", "教师", "2015年9月10日"),))
    assert officers.rows == (("书记", "2018年6月20日", ""), ("委员", "2018年6月20日", "宣传"))


def test_a_yes_is_no_number() -> None:
    tables = record_tables(Institution.model_validate({"名称": "示例大学", "公开设置": {"手册可公开": "是"}}), "学校")
    assert ("是",) in [row for table in tables for row in table.rows]


def test_of_nothing_there_is_no_table() -> None:
    assert list(record_tables(Register(), "2019年度")) == []
