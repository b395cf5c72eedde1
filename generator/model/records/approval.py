"""审批记录: the six things that must be on record before anything of a branch goes public."""

from __future__ import annotations

from datetime import date

from generator.model.fields import Day, Text, entry
from generator.model.records.base import Record


class Approval(Record):
    """审批六项 (《党务公开条例（试行）》第 15 条: 提出, 审核, 审批, 实施).  Posts, never names."""

    proposed_by: Text = entry("提出", example="支部书记")
    reviewed_by: Text = entry("审核", example="学院党委副书记（含保密审查）")
    approved_by: Text = entry("审批", example="学院党委书记")
    on: Day = entry("日期", example="2019-10-20")
    scope: Text = entry("范围", example="社会公开")
    until: Day = entry("期限", example="2020-12-31", hint="到期自动撤下")

    def holds_on(self, day: date) -> bool:
        """Whether the approval is in force on that day, both ends included."""
        return self.on <= day <= self.until
