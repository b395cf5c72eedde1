"""观摩安排: a round of visits, its terms, and who goes where and when (方案三（四）1)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import BranchId, Clock, Count, Day, Flag, Identifier, Text
from generator.model.kinds import BranchKind
from generator.model.record import FormLayout, Record, entry


class OwnCommittee(StrEnum):
    """Whether a branch goes to a point of its own committee."""

    NEVER = "不去"
    RARELY = "尽量不去"
    ALIKE = "不论"


class VisitState(StrEnum):
    """How far a planned visit has come; that it took place, 交叉观摩 says."""

    PROPOSED = "拟"
    AGREED = "商定"
    CANCELLED = "取消"


class GapWeights(Record):
    """看重: what one gap counts for that a point's 看点 show, by verdict."""

    unmet: Count = entry("缺项", example="3", default=3)
    due_soon: Count = entry("临期", example="2", default=2)
    advisory: Count = entry("提示", example="1", default=1)


class PointTerms(Record):
    """各点: what one point can do in this round, where that is not what holds for all."""

    host: BranchId = entry("观摩点", example="xx-js1")
    batches: Count | None = entry("批次", example="3", default=None, hint="这一轮最多接待几批；0 是这一轮不接待")
    per_batch: Count | None = entry("每批支部", example="2", default=None, hint="一批最多几个支部")
    kinds: tuple[BranchKind, ...] = entry("类型", example=["教师"], default=(), hint="只接待这几类；不写都接待")
    committees: tuple[Identifier, ...] = entry(
        "党委", example=["xinxi"], default=(), hint="只接待这几个基层党委的，写文件夹名；不写都接待"
    )


class BranchAway(Record):
    """不便: days on which a branch cannot go out."""

    branch: BranchId = entry("支部", example="xx-bk1")
    since: Day = entry("自", example="2019-11-18")
    until: Day = entry("至", example="2019-11-22")


class ExcusedBranch(Record):
    """不参加: a branch that does not go out in this round, and why."""

    branch: BranchId = entry("支部", example="lt-1")
    reason: Text = entry("理由", example="另行组织参观", hint="写事，不写个人情况")


class PlannedVisit(Record):
    """行程: one branch goes to one point on one day; it may be set by hand, and stays what it is once it is 商定."""

    branch: BranchId = entry("支部", example="wx-js1", hint="去的支部")
    host: BranchId = entry("观摩点", example="xx-js1", hint="接待的支部")
    day: Day = entry("日期", example="2019-12-06")
    since: Clock = entry("自", example="14:30")
    until: Clock = entry("至", example="16:00")
    state: VisitState = entry("状态", example="商定", default=VisitState.PROPOSED)


class VisitSchedule(Record):
    """观摩安排: one round of visits, in which every branch goes out once."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y35",)
    FORMS: ClassVar[tuple[FormLayout, ...]] = ()
    id: Identifier = entry("编号", example="2019-gm1", hint="一年里不重复")
    since: Day = entry("自", example="2019-11-01")
    until: Day = entry("至", example="2019-12-31")
    per_batch: Count = entry("每批支部", example="4", default=4, hint="一批最多几个支部")
    per_branch: Count = entry(
        "每支部人数", example="3", default=3, hint="一个支部去几人；同观摩点的“每批人数”一起定一批几个支部"
    )
    batches: Count | None = entry("每点批次", example="4", default=None, hint="每个观摩点最多几批；不写不限")
    least: Count = entry("每点至少", example="1", default=1, hint="每个观摩点至少接待几个支部")
    own: OwnCommittee = entry("本党委", example="尽量不去", default=OwnCommittee.RARELY)
    again: Flag = entry("可重复", example="否", default=False, hint="去过的观摩点可不可以再去")
    weights: GapWeights = entry("看重", example={"缺项": 3}, default=GapWeights.model_validate({}))
    terms: tuple[PointTerms, ...] = entry("各点", example=[{"观摩点": "xx-js1", "批次": 3}], default=())
    away: tuple[BranchAway, ...] = entry("不便", example=[{"支部": "xx-bk1", "自": "2019-11-18"}], default=())
    excused: tuple[ExcusedBranch, ...] = entry("不参加", example=[{"支部": "lt-1"}], default=())
    visits: tuple[PlannedVisit, ...] = entry(
        "行程", example=[{"支部": "wx-js1", "观摩点": "xx-js1"}], default=(), hint="zhibu visits propose 写，可以手改"
    )

    def terms_of(self, host: str) -> PointTerms | None:
        """What holds for one point alone."""
        return next((row for row in self.terms if row.host == host), None)

    def batch_size(self, host: str, people: int) -> int:
        """How many branches fit into one batch of a point that receives so many people at a time."""
        terms = self.terms_of(host)
        most = self.per_batch if terms is None or terms.per_batch is None else terms.per_batch
        return min(most, people // max(self.per_branch, 1))

    def covers(self, day: date) -> bool:
        """Whether a day lies in the round."""
        return self.since <= day <= self.until
