"""组织关系转接: how many members came and went, batch by batch, and whether receipts came back; no names."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import Count, Day
from generator.model.record import FormLayout, Record, RecordRule, entry, not_before


class Direction(StrEnum):
    """方向 of a batch: what it does to the number of members.  Causes of 其他减少 are nobody's business here."""

    IN = "转入"
    OUT = "转出"
    ADMITTED = "新接收"
    OTHER = "其他减少"

    @property
    def sign(self) -> int:
        """1 where members are added, -1 where they leave."""
        return 1 if self in (Direction.IN, Direction.ADMITTED) else -1

    @property
    def transferred(self) -> bool:
        """Whether members bring or take their 组织关系, for which there are receipts."""
        return self in (Direction.IN, Direction.OUT)


class Transfer(Record):
    """组织关系转接 of one batch."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="transfer",
            title="组织关系转接登记",
            number="支20",
            revised=date(2026, 11, 28),
            log=True,
            note="一批一行，只写人数；介绍信存根和回执由组织委员保管。新接收预备党员、其他减少也各写一行，没有回执，不写事由。",
            signatures=("经办人（职务）",),
        ),
    )

    RULES: ClassVar[tuple[RecordRule, ...]] = (
        RecordRule(
            "R282",
            "回执人数",
            ("回执人数 > 人数",),
            "回执人数（{回执人数}）多于这一批的人数（{人数}）",
            "请核对介绍信存根和回执。",
        ),
        RecordRule(
            "R282",
            "回执人数",
            ("有 回执齐日期", "回执人数? < 人数"),
            "写了回执齐日期，回执人数（{回执人数?}）却少于这一批的人数（{人数}）",
            "请补上回执人数；还没有齐的，删去“回执齐日期”。",
        ),
        not_before("回执齐日期", "批次日期"),
    )

    on: Day = entry("批次日期", example="2019-06-28")
    direction: Direction = entry("方向", example="转出")
    people: Count = entry("人数", example="12")
    receipts: Count | None = entry("回执人数", example="12", default=None, hint="已收到（转入的为已寄回）回执的人数")
    completed: Day | None = entry("回执齐日期", example="2019-08-20", default=None, hint="最后一份回执的日期")

    @property
    def lacking(self) -> int:
        """For how many there is no receipt; negative where there are too many."""
        return self.people - (self.receipts or 0)

    @property
    def change(self) -> int:
        """What the batch adds to the number of members."""
        return self.direction.sign * self.people
