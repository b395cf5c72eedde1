"""The register table: any record in the words of its kind, each row where links lead to."""

from __future__ import annotations

from markupsafe import Markup

from generator.model.record import Audience, Record
from generator.model.records.organisation import Institution
from generator.model.records.profile import Profile
from generator.model.records.register import Register
from generator.model.records.school_register import SchoolRegister
from generator.model.register_sections import sections_of
from generator.present.kit.record_html import file_html
from generator.present.kit.record_table import RecordRow, RecordTable, ShownFile, section_table, single_values

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


def tables(record: Record, title: str, names: dict[str, str] | None = None) -> list[RecordTable]:
    about = title.removesuffix("年度")
    shown = ShownFile(record, title, sections_of(record, about))
    return [*single_values(shown), *(section_table(section, title, names or {}) for section in shown.sections)]


def test_every_value_that_its_reader_may_see_is_told_in_words() -> None:
    activities, hours = tables(REGISTER.project(Audience.INTERNAL), "2019年度")
    assert activities == RecordTable(
        "活动（2019年度）",
        ("日期", "内容"),
        (
            RecordRow(
                "activities-2019-03-14-1",
                (
                    "2019年3月14日",
                    (
                        "类型 支部党员大会；党课；主持 支部书记；应到 18；实到 16；缺席：请假 2；缺席：未请假 0；"
                        "议题 事项 审议计划，决议 通过\n事项 其他"
                    ),
                ),
            ),
        ),
    )
    assert hours == RecordTable(
        "学时：党员（2019年度）", ("学时", "人数"), (RecordRow("hours-members-2019-1", ("36.5", "14")),)
    )


def test_what_is_restricted_is_told_in_the_restricted_edition_only() -> None:
    told = [
        "备注 补录" in tables(REGISTER.project(audience), "2019年度")[0].rows[0].cells[1]
        for audience in (Audience.INTERNAL, Audience.RESTRICTED)
    ]
    assert told == [False, True]


def test_rows_of_different_fields_share_their_columns() -> None:
    profile = Profile.model_validate(
        {
            "名称": "甲",
            "类型": "教师",
            "成立": "2015-09-10",
            "支委": [{"职务": "书记", "自": "2018-06-20"}, {"职务": "委员", "自": "2018-06-20", "分工": "宣传"}],
        }
    )
    single, officers = tables(profile, "支部概况")
    assert single == RecordTable(
        "支部概况", ("名称", "类型", "成立"), (RecordRow("", ("甲", "教师", "2015年9月10日")),)
    )
    assert [row.cells for row in officers.rows] == [("书记", "2018年6月20日", ""), ("委员", "2018年6月20日", "宣传")]


def test_a_yes_is_no_number() -> None:
    institution = Institution.model_validate({"名称": "示例大学", "公开设置": {"手册可公开": "是"}})
    assert ("是",) in [row.cells for table in tables(institution, "学校") for row in table.rows]


def test_of_nothing_there_is_no_table() -> None:
    assert tables(Register(), "2019年度") == []


def test_a_branch_is_called_by_its_name() -> None:
    drawn = {"督查": [{"日期": "2019-10-18", "方式": "随机抽查", "抽到的支部": ["xx-js1", "unknown"]}]}
    (table,) = tables(SchoolRegister.model_validate(drawn), "2019年度", {"xx-js1": "第一教师党支部"})
    assert table.rows[0].cells == ("2019年10月18日", "随机抽查", "第一教师党支部、unknown")


def test_a_row_says_what_it_proves() -> None:
    record = SchoolRegister.model_validate(
        {"督查": [{"日期": day, "方式": "定期督查", "通报": "<b>"} for day in ("2019-03-28", "2019-06-27")]}
    )
    shown = ShownFile(record, "2019年度", sections_of(record, "2019"))
    html = file_html(shown, {"inspections-2019-06-27-1": Markup('<a href="#c-7-1-1">7.1.1</a>')}, {})
    assert '<tr id="inspections-2019-03-28-1"><th scope="row" data-label="日期">' in html
    assert '<td class="zb-proves" data-label="证明"></td></tr>' in html
    assert '<td class="zb-proves" data-label="证明"><a href="#c-7-1-1">7.1.1</a></td></tr>' in html
    assert "&lt;b&gt;" in html
    assert "证明" not in file_html(shown, {}, {})
