"""Blank forms made from record kinds."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from generator.model.fields import Count, Day, Text
from generator.model.files import RECORD_FILES, SNAPSHOT, declared_forms
from generator.model.form import Form, FormField, FormTable, forms_of
from generator.model.kinds import ActivityKind
from generator.model.record import FormLayout, Record, entry
from generator.model.record_file import Owner
from generator.model.records.activity import Activity
from generator.model.shape import FieldKind, kinds_below


class Visit(Record):
    """走访 of one household."""

    on: Day = entry("日期", example="2019-03-14")
    topics: tuple[Text, ...] = entry("话题", example=["收入"], default=())


class Helped(Record):
    """帮扶."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="helped",
            title="帮扶登记",
            number="甲1",
            revised=date(2019, 3, 1),
            heading=("月份",),
            without=frozenset({"说明"}),
            rows={"走访": ("一月", "二月")},
            paper={"家庭情况": (), "签到": ("姓名", "时间")},
            signatures=("经手人",),
        ),
    )

    people: Count = entry("人数", example="2", hint="只写人数")
    visits: tuple[Visit, ...] = entry("走访", example=[{"日期": "2019-03-14"}], default=())
    first: Visit | None = entry("首次", example={"日期": "2019-03-14"}, default=None)
    note: Text | None = entry("说明", example="……", default=None)


class Book(Record):
    """台账."""

    helped: tuple[Helped, ...] = entry("帮扶", example=[{"人数": 2}], default=())
    earlier: tuple[Helped, ...] = entry("往年帮扶", example=[{"人数": 2}], default=())


def form(id: str) -> Form:
    (found,) = (row for row in declared_forms() if row.layout.id == id)
    return found


def test_a_form_follows_its_record_kind() -> None:
    (made,) = forms_of(Book, "支部名称")
    assert made.heading == ("支部名称", "月份")
    assert made.lines == (
        FormField("人数", ("人数",), FieldKind.COUNT, 3, "只写人数", required=True),
        FormField("日期", ("首次", "日期"), FieldKind.DAY, 7, required=True),
        FormField("话题", ("首次", "话题")),
        FormField("家庭情况"),
    )
    day = FormField("日期", ("走访", "日期"), FieldKind.DAY, 7, required=True)
    assert made.tables == (
        FormTable("走访", (day, FormField("话题", ("走访", "话题"))), 2, ("一月", "二月")),
        FormTable("签到", (FormField("姓名"), FormField("时间"))),
    )


def test_every_record_kind_of_a_yearly_register_has_a_form() -> None:
    """What is written down during a meeting must find its line on paper; a snapshot is written by the program."""
    by_hand = [file for file in RECORD_FILES if file is not SNAPSHOT]
    registers = [file.record for file in by_hand if file.yearly and file.record and file.owner in HELD]
    kinds = {kind for register in registers for kind in kinds_below(register)}
    assert {kind.__name__ for kind in kinds if not kind.FORMS} == set()
    assert len({row.layout.id for row in declared_forms()}) == len(declared_forms())


HELD = (Owner.BRANCH, Owner.COMMITTEE)


def test_each_form_of_activities_has_every_field_that_its_kind_needs() -> None:
    required = {"日期", "主持", "应到", "实到"}
    activities = [row for row in declared_forms() if row.record is Activity]
    assert [row.about for row in activities] == [
        ActivityKind.GENERAL_MEETING,
        ActivityKind.COMMITTEE_MEETING,
        ActivityKind.GROUP_MEETING,
        ActivityKind.LECTURE,
        ActivityKind.THEME_DAY,
        ActivityKind.ADMISSION_OATH,
    ]
    for row in activities:
        assert required <= {field.label for field in row.fields}
    assert {"应到会有表决权", "赞成", "决议"} <= {field.label for field in form("general-meeting").fields}
    assert {"题目", "主讲"} <= {field.label for field in form("lecture").fields}
    assert "主题" in {field.label for field in form("theme-day").fields}
    assert "党小组" in {field.label for field in form("group-meeting").fields}


def test_what_a_layout_leaves_out_is_a_field_of_its_kind() -> None:
    """A field that was renamed must not come back onto the paper, or a wrong word do nothing."""
    for row in declared_forms():
        everything = FormLayout(id="", title="", number="", revised=date(2019, 3, 1))
        bare = type(row.record.__name__, (row.record,), {"FORMS": (everything,), "__module__": __name__})
        holder = type("Holder", (Record,), {"__annotations__": {"row": bare}, "row": entry("行", example={})})
        (whole,) = forms_of(holder, "")
        paths = {".".join(field.path[:end]) for field in whole.fields for end in range(1, len(field.path) + 1)}
        assert row.layout.without <= paths
        assert set(row.layout.rows) <= {table.label for table in row.tables}
