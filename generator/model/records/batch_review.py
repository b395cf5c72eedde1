"""支部评定: one office's conclusions about one criterion for many branches, in one table of the committee's register."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from generator.model.fields import BranchId, CriterionId, Day, Text
from generator.model.record import FormLayout, Record, Source, entry
from generator.model.records.review import Review, ReviewResult


class BranchConclusion(Record):
    """The conclusion about one branch, where it is not that of all, or its opinion is its own."""

    branch: BranchId = entry("支部", example="xx-js2")
    result: ReviewResult = entry("结论", example="提示")
    opinion: Text | None = entry("意见", example="事例还少", default=None, hint="不写就用总的意见")
    evidence: Text | None = entry("佐证", example="会议记录第 6 页", default=None)


class BatchReview(Record):
    """评定 of a criterion by one office on one day: of all branches with exceptions, or of those that are listed.

    With `result` it holds for every branch of the committee that is not dissolved on the day and not listed by itself.
    Without office, date or opinion it is 待人工评, as a 评定 in a branch's own register (A29).
    """

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="batch-review",
            title="支部评定",
            number="委13",
            revised=date(2026, 11, 28),
            note="一个要点一张表；没有单位、日期、意见的仍是待人工评。",
            rows={"支部": 8},
            signatures=("评定人（职务）",),
        ),
    )

    criterion: CriterionId = entry("要点", example="1.2.1", hint="评价要点的编号")
    office: Text | None = entry("评定单位", example="学院党委", default=None)
    on: Day | None = entry("日期", example="2019-11-08", default=None)
    result: ReviewResult | None = entry(
        "结论", example="符合", default=None, hint="其余各支部的结论；不写就只评下面列出的支部"
    )
    opinion: Text | None = entry("意见", example="有年度计划，学习与教研结合较好", default=None)
    evidence: Text | None = entry("佐证", example="评定会议纪要", default=None)
    branches: tuple[BranchConclusion, ...] = entry("支部", example=[{"支部": "xx-js2", "结论": "提示"}], default=())

    def of(self, branch: str, dissolved: date | None) -> Review | None:
        """The 评定 of one branch; None where it says nothing about it."""
        own = next((row for row in self.branches if row.branch == branch), None)
        if own is not None:
            return self._as_review(own.source, own.result, own.opinion or self.opinion, own.evidence)
        gone = dissolved is not None and self.on is not None and dissolved <= self.on
        return None if self.result is None or gone else self._as_review(self.source, self.result, self.opinion, None)

    def _as_review(self, source: Source, result: ReviewResult, opinion: str | None, evidence: str | None) -> Review:
        # Every value was validated already, and a branch is asked for dozens of criteria.
        return Review.model_construct(
            source=source,
            criterion=self.criterion,
            result=result,
            office=self.office,
            on=self.on,
            opinion=opinion,
            evidence=evidence or self.evidence,
        )
