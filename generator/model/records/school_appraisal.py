"""考核验收 of 学校 (`school/{year}-appraisal.yml`): draws for 抽验, what was said there, and nominations with their decisions.

Every field is 专人.  The program draws by a published algorithm (`model/draw.py`) and decides nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import ClassVar

from generator.model.draw import DrawList
from generator.model.fields import BranchId, Count, Day, Identifier, Text
from generator.model.kinds import BranchKind
from generator.model.record import Audience, Record, entry
from generator.model.records.committee_appraisal import ReviewNote
from generator.model.records.honours import SelectedAs

_RESTRICTED = Audience.RESTRICTED


class DrawnKind(Record):
    """One kind of branches: which may be drawn, how many are, and which were."""

    kind: BranchKind = entry("类别", _RESTRICTED, example="教师")
    number: Count = entry("个数", _RESTRICTED, example="1", hint="这一类抽几个，看名单以前定")
    listed: tuple[BranchId, ...] = entry("名单", _RESTRICTED, example=["xx-js1", "xx-js2"], hint="可能抽到的支部")
    drawn: tuple[BranchId, ...] = entry("抽到", _RESTRICTED, example=["xx-js1"], default=(), hint="抽签以后才写")


class RecordedDraw(Record):
    """抽签 for 抽验: list and digest are published first, the seed comes after that from where it was said to come from."""

    id: Identifier = entry("编号", _RESTRICTED, example="2019-1")
    lists: tuple[DrawnKind, ...] = entry("各类", _RESTRICTED, example=[{"类别": "教师", "个数": "1"}])
    digest: Text = entry(
        "摘要", _RESTRICTED, example="64 位十六进制数", hint="名单的摘要，由 zhibu appraisal draw 算出"
    )
    announced_on: Day | None = entry(
        "公布日期", _RESTRICTED, example="2019-11-18", default=None, hint="名单、摘要和种子来源公布的一天，早于抽签"
    )
    seed_source: Text | None = entry(
        "种子来源", _RESTRICTED, example="11月20日会上掷六次骰子的点数", default=None, hint="公布时就写明，抽的人定不了"
    )
    seed: Text | None = entry("种子", _RESTRICTED, example="352614", default=None)
    seed_on: Day | None = entry("种子日期", _RESTRICTED, example="2019-11-20", default=None, hint="种子定下来的一天")
    on: Day | None = entry("日期", _RESTRICTED, example="2019-11-20", default=None, hint="抽签的一天")

    @property
    def draw_lists(self) -> Sequence[DrawList]:
        """What is drawn from."""
        return [DrawList(row.kind.value, row.number, row.listed) for row in self.lists]


class NominationDecision(StrEnum):
    """What people may decide about a nomination."""

    AGREED = "同意"
    POSTPONED = "缓议"
    REFUSED = "不同意"


class Nomination(Record):
    """选树推荐: a branch proposed by its committee, and what was decided by whom; without office, day and signature nothing is."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y38",)

    branch: BranchId = entry("支部", _RESTRICTED, example="xx-js1")
    selected_as: SelectedAs = entry("选树", _RESTRICTED, example="标准化党支部")
    on: Day = entry("日期", _RESTRICTED, example="2019-11-22", hint="推荐的一天")
    office: Text = entry("推荐单位", _RESTRICTED, example="学院党委")
    grounds: Text = entry("推荐理由", _RESTRICTED, example="复评意见，试点验收意见")
    decision: NominationDecision | None = entry("决定", _RESTRICTED, example="同意", default=None)
    decided_by: Text | None = entry("决定单位", _RESTRICTED, example="学校党委", default=None)
    decided_on: Day | None = entry("决定日期", _RESTRICTED, example="2019-11-25", default=None)
    signed_by: Text | None = entry("签字", _RESTRICTED, example="党委副书记", default=None, hint="写职务")

    @property
    def unsigned(self) -> tuple[str, ...]:
        """The Chinese keys of what a decision still lacks."""
        names = ("decided_by", "decided_on", "signed_by") if self.decision is not None else ()
        return tuple(str(type(self).model_fields[name].alias) for name in names if getattr(self, name) is None)


class SchoolAppraisal(Record):
    """考核验收 of 学校 for one year; kept by few, and absent from most copies of the records."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y37",)

    draws: tuple[RecordedDraw, ...] = entry("抽签", _RESTRICTED, example=[{"编号": "2019-1"}], default=())
    samplings: tuple[ReviewNote, ...] = entry(
        "抽验意见", _RESTRICTED, example=[{"支部": "xx-js1", "日期": "2019-12-03"}], default=()
    )
    nominations: tuple[Nomination, ...] = entry(
        "选树推荐", _RESTRICTED, example=[{"支部": "xx-js1", "选树": "标准化党支部"}], default=()
    )
