"""名册核对: how many members the roster showed on the day of a check, and where some of them are; no names."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from generator.model.fields import Count, Day
from generator.model.record import Audience, FormLayout, RecordRule, entry
from generator.model.records.dated_row import DatedRow
from generator.model.small_counts import audience_of_count


class RosterCheck(DatedRow):
    """名册核对 of one day.  The numbers of those away are shown to everybody only from ten people on."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="roster-check",
            title="名册核对登记",
            number="支19",
            revised=date(2026, 11, 28),
            log=True,
            note="名册由组织委员专人保管，这里只写人数；与支部概况的党员人数不一致的，先核对再登记。",
            signatures=("核对人（职务）",),
        ),
    )

    RULES: ClassVar[tuple[RecordRule, ...]] = tuple(
        RecordRule(
            "R288",
            key,
            (f"{key} > 正式 + 预备",),
            f"{key}（{{{key}}}）多于名册上的人数（{{正式 + 预备}}）",
            "请核对人数；一人只算在一处。",
        )
        for key in ("流动党员", "出国（境）", "毕业未落实单位", "失去联系")
    )

    on: Day = entry("日期", example="2019-03-28")
    full_members: Count = entry("正式", example="16", hint="名册上的正式党员")
    probationary_members: Count = entry("预备", example="2", hint="名册上的预备党员")
    mobile: Count | None = entry("流动党员", example="3", default=None, hint="组织关系在本支部、人在外地的")
    abroad: Count | None = entry("出国（境）", example="1", default=None, hint="组织关系按规定保留的")
    unplaced: Count | None = entry("毕业未落实单位", example="2", default=None, hint="毕业后组织关系保留在学校的")
    out_of_touch: Count | None = entry("失去联系", example="0", default=None, hint="正在查找的；不写是谁")

    def audience_here(self, name: str) -> Audience:
        """Counts of a few people are 专人; the roster's own total is the branch's headcount, which is 党内."""
        return audience_of_count(getattr(self, name)) if name in AWAY else self.audience_of(name)

    @property
    def total(self) -> int:
        """Everybody on the roster."""
        return self.full_members + self.probationary_members


AWAY = ("mobile", "abroad", "unplaced", "out_of_touch")
"""The fields that count members who are not where the branch is."""
