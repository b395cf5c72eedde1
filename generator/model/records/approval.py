"""审批记录: what must be on record before anything of a branch goes public."""

from __future__ import annotations

from enum import StrEnum

from generator.model.fields import Day, Text
from generator.model.record import Audience, Record, entry

_PUBLIC = Audience.PUBLIC


class ApprovedFor(StrEnum):
    """范围: whom an approval lets read the item; only 社会公开 reaches the public edition."""

    PUBLIC = "社会公开"
    PARTY = "党内公开"


class Withdrawal(Record):
    """撤回: the day from which an approved item is public no more, and the decision; never the grounds (A42)."""

    on: Day = entry("日期", example="2020-10-08")
    decision: Text = entry("决定", example="学院党委 2020 年第 9 次会议", hint="写哪次会议、哪份文件，不写事由")


class Approval(Record):
    """提出, 审核, 保密审查, 审批 (《党务公开条例（试行）》第 15 条) and the final text they speak of.  Posts, never names.

    `digest` binds the approval to the item's text, pictures and numbers; `marks` are one short mark a sentence, which
    tell a later reader which sentence was changed (A42).  Where an item shows its approval to the public, it is the posts and
    days; never the digest, nor that something was withdrawn.
    """

    proposed_by: Text = entry("提出", _PUBLIC, example="支部书记")
    reviewed_by: Text = entry("审核", _PUBLIC, example="学院党委副书记")
    reviewed_on: Day | None = entry("审核日期", _PUBLIC, example="2019-10-18", default=None)
    secrecy_by: Text | None = entry("保密审查", _PUBLIC, example="学院党委保密员", default=None)
    secrecy_on: Day | None = entry("保密审查日期", _PUBLIC, example="2019-10-18", default=None)
    approved_by: Text = entry("审批", _PUBLIC, example="学院党委书记")
    on: Day = entry("日期", _PUBLIC, example="2019-10-20")
    scope: ApprovedFor = entry("范围", _PUBLIC, example="社会公开", hint="社会公开、党内公开；写党内公开的不进公开版")
    until: Day = entry("期限", _PUBLIC, example="2020-12-31", hint="到期自动撤下")
    digest: Text | None = entry(
        "摘要", example="9f86d081884c7d65", default=None, hint="定稿后运行 zhibu approve，把给出的几行写进来"
    )
    marks: Text | None = entry("逐句", example="9f8688184c7d", default=None, hint="与摘要一起给出")
    withdrawal: Withdrawal | None = entry(
        "撤回", example={"日期": "2020-10-08", "决定": "学院党委会议"}, default=None, hint="不再公开时填写"
    )
