"""Rows that go public by their own 审批: the kinds are found by what they declare."""

from __future__ import annotations

from datetime import date

from generator.model.approved import marks, pieces, seal
from generator.model.approved_rows import approved_fields, approved_only, rows_to_approve
from generator.model.files import RECORD_FILES
from generator.model.records.approval import Approval
from generator.model.records.school_register import SchoolRegister
from generator.model.shape import kinds_below, shape_of

SIX = {
    "提出": "宣传部",
    "审核": "副部长",
    "审核日期": "2019-10-08",
    "保密审查": "保密办",
    "保密审查日期": "2019-10-08",
    "审批": "副书记",
    "日期": "2019-10-09",
    "范围": "社会公开",
    "期限": "2019-12-31",
}


def register() -> SchoolRegister:
    """Two activities, the first of which is approved."""
    rows = [{"编号": id, "日期": "2019-09-27", "名称": "校园快闪", "类别": "快闪"} for id in ("a", "b")]
    read = SchoolRegister.model_validate({"特色活动": rows})
    first = read.campaigns[0]
    approval = Approval.model_validate({**SIX, "摘要": seal(pieces(first)), "逐句": marks(pieces(first))})
    return read.model_copy(update={"campaigns": (first.model_copy(update={"approval": approval}), *read.campaigns[1:])})


def test_every_list_with_an_approval_of_its_own_says_what_it_is_called_and_has_ids() -> None:
    registers = [file.record for file in RECORD_FILES if file.record is not None]
    lists = [field for kind in registers for field in shape_of(kind) if field.many and field.record is not None]
    found = [row.record for row in lists if row.record and Approval in kinds_below(row.record)]
    assert found
    assert [kind for kind in found if not kind.APPROVED_AS or "id" not in kind.model_fields] == []
    called = [kind.APPROVED_AS for kind in found]
    assert len(set(called)) == len(called)


def test_a_row_is_public_from_the_day_of_its_approval_to_its_last() -> None:
    days = [date(2019, 10, 8), date(2019, 10, 9), date(2019, 12, 31), date(2020, 1, 1)]
    assert [[row.id for row in approved_only(register(), day).campaigns] for day in days] == [[], ["a"], ["a"], []]


def test_a_row_is_called_by_its_section_and_its_id() -> None:
    named = [(row.kind, row.name, row.public(date(2019, 11, 25))) for row in rows_to_approve(register())]
    assert named == [("campaign", "特色活动 a ", True), ("campaign", "特色活动 b ", False)]
    assert approved_fields(SchoolRegister)[0].label == "特色活动"
