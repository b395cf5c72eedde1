"""换届: how the officers of a branch came into office, by election or by appointment."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import Count, Day, Text
from generator.model.kinds import LEADERS, Post
from generator.model.record import FormLayout, Record, entry
from generator.model.records.activity_parts import Exclusion


class ElectionKind(StrEnum):
    """类别 of an election; only a 换届 begins a term, the others fill seats of the term that runs."""

    TERM = "换届"
    FURTHER = "另选"
    BY_ELECTION = "补选"
    ADDITION = "增补"


class Method(StrEnum):
    """产生方式 of the secretary and deputy, or of everybody where they are appointed."""

    COMMITTEE = "支委会选"
    MEETING = "大会选"
    APPOINTED = "指派"
    DESIGNATED = "批准机关指定"

    @property
    def elects(self) -> bool:
        """Whether there are votes to look at."""
        return self in (Method.COMMITTEE, Method.MEETING)


class Occasion(StrEnum):
    """What made a first election necessary; such a one is never early (A37)."""

    FOUNDED = "成立"
    MERGED = "合并"
    SPLIT = "拆分"


class Elected(Record):
    """One post filled and the votes it was filled with; none where it was filled by appointment."""

    post: Post = entry("职务", example="书记")
    votes: Count | None = entry(
        "得票", example="3", default=None, hint="选出这个职务的票：支委会选的书记写支委会的票；指派、指定的不写"
    )
    meeting_votes: Count | None = entry(
        "大会得票", example="15", default=None, hint="支委会选出的书记、副书记，先在大会当选委员时的票"
    )

    @property
    def leads(self) -> bool:
        """Whether the post is secretary or deputy."""
        return self.post in LEADERS


class Extension(Record):
    """延期 or 提前 of an election: who approved it, and for an extension until when."""

    until: Day | None = entry("至", example="2019-11-30", default=None, hint="延期到哪一天；提前换届不写")
    approval: Text | None = entry("批准", example="学院党委批复", default=None)
    reason: Text | None = entry("理由", example="支部书记出国访学", default=None)


class Election(Record):
    """换届: one election of the branch committee or secretary, or one appointment in its place."""

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="election",
            title="换届选举结果",
            number="支08",
            revised=date(2026, 11, 28),
            note="人数都指有选举权的党员，不含预备党员；收回票不多于发出票。选票由支部按规定封存，不录入台账。",
            rows={"当选": ("书记", "副书记", "组织委员", "宣传委员", "纪检委员")},
            signatures=("主持人", "监票人", "计票人"),
        ),
    )

    on: Day = entry("日期", example="2018-06-20")
    kind: ElectionKind = entry(
        "类别", example="换届", default=ElectionKind.TERM, hint="换届、另选、补选、增补；后三种不改届满日"
    )
    method: Method | None = entry(
        "产生方式", example="支委会选", default=None, hint="支委会选、大会选、指派、批准机关指定"
    )
    first: Occasion | None = entry("首次选举", example="合并", default=None, hint="成立、合并、拆分后的首次选举填写")
    entitled: Count | None = entry("应到有选举权", example="16", default=None)
    excluded: Exclusion | None = entry("不计入", example={"合计": 1}, default=None, hint="有不计入应到的才写（A33）")
    present: Count | None = entry("实到有选举权", example="15", default=None)
    seats: Count | None = entry("应选", example="3", default=None, hint="大会选委员的名额")
    candidates: Count | None = entry("候选", example="4", default=None, hint="大会选委员的候选人数")
    issued: Count | None = entry("发出票", example="15", default=None)
    returned: Count | None = entry("收回票", example="15", default=None)
    elected: tuple[Elected, ...] = entry("当选", example=[{"职务": "组织委员", "得票": 15}], default=())
    committee_present: Count | None = entry(
        "支委会实到", example="3", default=None, hint="支委会选书记时到会的委员人数"
    )
    early: Extension | None = entry("提前", example={"批准": "学院党委批复"}, default=None, hint="提前换届时填写")
    extension: Extension | None = entry(
        "延期", example={"至": "2019-11-30", "批准": "学院党委批复"}, default=None, hint="这一届延期时填写"
    )
    approval: Text | None = entry(
        "批复", example="学院党委批复", default=None, hint="换届请示的批复，或指派、指定的文件"
    )
    requested_on: Day | None = entry("请示日", example="2018-06-05", default=None, hint="换届请示报上级的日期")
    approved_on: Day | None = entry("批复日", example="2018-06-12", default=None, hint="不晚于选举日的，即视为批准")
    reported_on: Day | None = entry("报批日", example="2018-06-22", default=None, hint="选举结果报上级审批的日期")
    years: Count | None = entry("届期", example="2", default=None, hint="不写就是 3 年；2018 年 7 月前当选的可写 2")
    ends: Day | None = entry("届满", example="2021-06-20", default=None, hint="批复写明本届届满日的照写")

    @property
    def appointed(self) -> bool:
        """Whether nobody voted: 指派 or 批准机关指定."""
        return self.method is not None and not self.method.elects

    @property
    def begins_term(self) -> bool:
        """Whether a term of office runs from it; by-elections and appointments only fill posts."""
        return self.kind is ElectionKind.TERM and not self.appointed

    @property
    def approved_before(self) -> bool:
        """Whether the superior's reply was there by the day of the election (A37)."""
        return self.approval is not None and self.approved_on is not None and self.approved_on <= self.on

    def in_committee(self, row: Elected) -> bool:
        """Whether the post was filled by the committee's vote: 得票 is then the committee's, 大会得票 the meeting's."""
        return self.method is Method.COMMITTEE and row.leads

    def votes_of_meeting(self, row: Elected) -> int | None:
        """The votes given by the meeting to whoever holds the post; None where the meeting did not vote on it."""
        return row.meeting_votes if self.in_committee(row) else row.votes
