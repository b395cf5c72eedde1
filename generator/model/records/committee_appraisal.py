"""考核材料 of a committee (`{year}-appraisal.yml`): counts of 群众测评, opinions of 复评, opinions on work reports.

Every field is 专人.  Ballots are kept as counts only; of few ballots not even what was chosen.  Nothing is summed or ranked.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from generator.model.fields import BranchId, Count, Day, Name, StandardId, Text
from generator.model.record import Audience, FormLayout, Record, entry
from generator.model.small_counts import FEWEST

_RESTRICTED = Audience.RESTRICTED


class BallotChoice(Record):
    """How many ballots chose one answer."""

    choice: Name = entry("选项", _RESTRICTED, example="满意")
    ballots: Count = entry("份数", _RESTRICTED, example="30")


class BallotCount(Record):
    """Ballots of one day, as counts: given out, returned, void, and by what was chosen where enough were returned."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="ballot-count",
            title="群众测评计票单",
            number="委17",
            revised=date(2026, 11, 28),
            standard="7.2",
            note=f"两人计票，只写份数；收回不足 {FEWEST} 份的不写结果。票封存，用完由专人保管。",
            rows={"结果": 4},
            signatures=("计票人（职务）", "监票人（职务）"),
        ),
    )

    branch: BranchId = entry("支部", _RESTRICTED, example="xx-js1")
    on: Day = entry("日期", _RESTRICTED, example="2019-11-08")
    issued: Count = entry("发出", _RESTRICTED, example="40")
    returned: Count = entry("收回", _RESTRICTED, example="38", hint="收回不多于发出")
    void: Count | None = entry("无效", _RESTRICTED, example="1", default=None)
    choices: tuple[BallotChoice, ...] = entry(
        "结果",
        _RESTRICTED,
        example=[{"选项": "满意", "份数": "30"}],
        default=(),
        hint=f"收回不足 {FEWEST} 份的不写，一份也不分项",
    )

    @property
    def enough(self) -> bool:
        """Whether so many were returned that what was chosen may be told."""
        return self.returned >= FEWEST

    @property
    def shown_choices(self) -> tuple[BallotChoice, ...]:
        """What may be told of what was chosen: nothing of few ballots."""
        return self.choices if self.enough else ()


class SeenMaterial(Record):
    """What reviewers saw of one standard, and their words; a conclusion is a 评定, which stands in the register."""

    standard: StandardId = entry("标准", _RESTRICTED, example="3.1")
    seen: Text | None = entry("材料", _RESTRICTED, example="支部工作手册第 8—12 页", default=None)
    opinion: Text | None = entry("意见", _RESTRICTED, example="四次大会的表决都记了票数", default=None)


class ReviewNote(Record):
    """复评 or 抽验 of one branch: who looked at it on which day, standard by standard, and what they said."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="review-note",
            title="复评意见",
            number="委18",
            revised=date(2026, 11, 28),
            standard="7.2",
            note="写看了什么、说什么；结论由评定写，不打分。由专人保管。",
            rows={"逐项": 8},
            signatures=("复评人（职务）", "支部书记"),
        ),
    )

    branch: BranchId = entry("支部", _RESTRICTED, example="xx-js1")
    on: Day = entry("日期", _RESTRICTED, example="2019-11-20")
    reviewers: tuple[Text, ...] = entry("谁看的", _RESTRICTED, example=["专职组织员"], hint="写职务，不写姓名")
    opinion: Text | None = entry("总的意见", _RESTRICTED, example="记录清楚，改期都有理由", default=None)
    items: tuple[SeenMaterial, ...] = entry(
        "逐项", _RESTRICTED, example=[{"标准": "3.1", "材料": "支部工作手册"}], default=()
    )

    @property
    def by_standard(self) -> Mapping[str, SeenMaterial]:
        """The rows by standard."""
        return {row.standard: row for row in self.items}


class ScaleOpinion(Record):
    """What was said of one item of a scale (量表) in a work report."""

    item: Name = entry("项目", _RESTRICTED, example="教育党员有力", hint="量表里的一项，照原文写")
    opinion: Text = entry("意见", _RESTRICTED, example="学习有回音")


class ReportOpinion(Record):
    """述职评议 of one branch's secretary by the items of the scale; its grade stands with the schedule in the register."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y40",)

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="report-opinion",
            title="述职评议意见",
            number="委19",
            revised=date(2026, 11, 28),
            standard="4.4",
            note="逐项写意见，项目照量表；不打分。由专人保管。",
            rows={"逐项": 7},
            signatures=("评议人（职务）",),
        ),
    )

    branch: BranchId = entry("支部", _RESTRICTED, example="xx-js1")
    on: Day = entry("日期", _RESTRICTED, example="2020-01-09")
    items: tuple[ScaleOpinion, ...] = entry("逐项", _RESTRICTED, example=[{"项目": "教育党员有力", "意见": "有回音"}])


class CommitteeAppraisal(Record):
    """考核材料 of a committee for one year; kept by few, and absent from most copies of the records."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y37",)

    ballots: tuple[BallotCount, ...] = entry(
        "群众测评", _RESTRICTED, example=[{"支部": "xx-js1", "发出": "40"}], default=(), hint="只写份数，票封存"
    )
    reviews: tuple[ReviewNote, ...] = entry(
        "复评意见", _RESTRICTED, example=[{"支部": "xx-js1", "日期": "2019-11-20"}], default=()
    )
    reports: tuple[ReportOpinion, ...] = entry(
        "述职评议意见", _RESTRICTED, example=[{"支部": "xx-js1", "日期": "2020-01-09"}], default=()
    )
