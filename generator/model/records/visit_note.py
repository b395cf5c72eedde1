"""观摩记录: what a branch noted when it visited an 观摩点, before and after, and what it takes home (方案三（四）1).

It is written by the visiting branch for itself: only its own edition shows what it noted (`disclose/visit_notes.py`).  What
it takes becomes a 对策 once its committee has taken it up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.model.fields import BranchId, Count, Day, StandardId, Text
from generator.model.kinds import ActivityKind
from generator.model.record import FormLayout, Record, RecordRule, entry

_AFTER = frozenset({"结论", "不照搬", "建议", "答复", "上会"})
"""What is written last, when everything has been compared."""

_TAKES_UP = frozenset({ActivityKind.COMMITTEE_MEETING, ActivityKind.GENERAL_MEETING})


def takes_up(kinds: Collection[ActivityKind]) -> bool:
    """Whether an activity of these kinds may take up a note: of a branch without a committee its general meeting (A8)."""
    return not _TAKES_UP.isdisjoint(kinds)


class VisitOutcome(StrEnum):
    """结论 of a visit.  Nothing to learn is as good an outcome as any."""

    TAKING = "有我们学的"
    NOTHING = "没有可学的"


class OwnGap(Record):
    """会前: one gap of the visiting branch's own, which it goes to look at."""

    standard: StandardId = entry("标准", example="3.2")
    gap: Text = entry("差距", example="会议议题临时定，会后没有清单", hint="自己的事，一句话；先看检查清单上还差什么")


class Compared(Record):
    """对照: what was seen and heard on one standard, and what of it the branch takes, by which post and until when."""

    standard: StandardId = entry("标准", example="3.2")
    seen: Text = entry("看到", example="议题提前三天报支部书记，会后一周内销号", hint="在用的东西：记录本、年历、清单")
    book_page: Text | None = entry("记录本", example="记录本第12页", default=None, hint="在哪本、第几页看到")
    heard: Text | None = entry("听到", example="第一学期常常报不齐，改成只报题目", default=None)
    unlike_ours: Text | None = entry("不同在", example="我们两周一次课题会，议题可以在会上收", default=None)
    taken: Text | None = entry("我们学", example="会前三天收议题，会后列清单", default=None, hint="不学的不写")
    responsible: Text | None = entry("谁", example="组织委员", default=None, hint="写职务，不写姓名")
    due: Day | None = entry("何时", example="2019-12-15", default=None)


class VisitNote(Record):
    """观摩记录."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y35",)
    OWN_ONLY: ClassVar[bool] = True

    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="visit-note",
            title="观摩记录单",
            number="支30",
            revised=date(2026, 11, 28),
            note="去之前填会前，看完填对照，一张纸写完。不写心得，不拍照留痕，不打分；没有可学的也是有效的结果。写职务，不写姓名。",
            below=_AFTER,
            rows={"会前": 3, "对照": 4},
            signatures=("填写人（职务）",),
        ),
        FormLayout(
            id="visit-host",
            title="观摩接待单",
            number="支31",
            revised=date(2026, 11, 28),
            note="接待的支部留存，一批一张，不录入台账；不写人，不评来访的支部，不送礼、不设宴、不为来访另做展板。",
            without=_AFTER | {"观摩点", "人数", "会前", "对照"},
            paper={
                "批次（第几批、哪几个支部、共几人）": (),
                "收到的建议与答复": (),
                "站点": ("站点", "几分钟", "当场没有答上的问题", "谁来答（职务）", "何时答复"),
            },
            rows={"站点": 5},
            signatures=("填写人（职务）",),
        ),
    )

    RULES: ClassVar[tuple[RecordRule, ...]] = (
        RecordRule(
            "N201",
            "我们学",
            ("有 我们学", f"/结论 含 {VisitOutcome.NOTHING}"),
            f"结论是“{VisitOutcome.NOTHING}”，却写了“我们学”",
            "请改结论，或删去“我们学”。",
            each="对照",
        ),
        RecordRule(
            "N202", "谁", ("有 我们学", "没有 谁"), "“我们学”没有写由谁办", "请写职务，例如 组织委员。", each="对照"
        ),
        RecordRule("N202", "何时", ("有 我们学", "没有 何时"), "“我们学”没有写到何时", "请写办好的日期。", each="对照"),
        RecordRule(
            "N203",
            "对照",
            ("没有 对照", f"结论 含 {VisitOutcome.TAKING}"),
            f"结论是“{VisitOutcome.TAKING}”，没有写对照",
            f"请至少写一行看到什么；确实没有的，结论写“{VisitOutcome.NOTHING}”。",
        ),
        RecordRule(
            "N204",
            "何时",
            ("何时 < /日期",),
            "何时（{何时}）早于观摩（{/日期}）",
            "请核对两个日期。",
            each="对照",
        ),
        RecordRule(
            "N204", "上会", ("上会 < 日期",), "上会（{上会}）早于观摩（{日期}）", "请核对两个日期；还没有上会的不写。"
        ),
        RecordRule("N205", "答复", ("有 答复", "没有 建议"), "没有写建议，却有答复", "请补上“建议”，或删去“答复”。"),
    )

    on: Day = entry("日期", example="2019-11-12", hint="去看的那一天")
    host: BranchId = entry("观摩点", example="xx-js1", hint="接待的支部，写编号：观摩点网址的末尾一段")
    people: Count = entry("人数", example="5", hint="本支部去了几人；不写姓名")
    before: tuple[OwnGap, ...] = entry(
        "会前", example=[{"标准": "3.2", "差距": "会议议题临时定"}], default=(), hint="带着自己的两三条差距去"
    )
    compared: tuple[Compared, ...] = entry(
        "对照", example=[{"标准": "3.2", "看到": "议题提前三天报支部书记"}], default=(), hint="一条标准一行"
    )
    outcome: VisitOutcome = entry(
        "结论", example="有我们学的", default=VisitOutcome.TAKING, hint="没有可学的也是有效的结果"
    )
    not_copied: Text | None = entry(
        "不照搬", example="每周一会：我们人少，两周一次够了", default=None, hint="写一件不照搬的，和为什么"
    )
    suggestion: Text | None = entry(
        "建议", example="清单可以贴在门后", default=None, hint="给对方的一条；当面说，不在网上发"
    )
    answer: Text | None = entry("答复", example="十二月起贴", default=None, hint="对方的一句答复，照写")
    taken_up: Day | None = entry(
        "上会", example="2019-11-28", default=None, hint="哪一天的支部委员会会议议了它；还没有上会的不写"
    )

    @property
    def sentences(self) -> Iterator[str]:
        """Everything that somebody wrote in words of their own, but for posts and pages."""
        texts = (*(row.gap for row in self.before), self.not_copied, self.suggestion, self.answer)
        texts += tuple(text for row in self.compared for text in (row.seen, row.heard, row.unlike_ours, row.taken))
        return filter(None, texts)
