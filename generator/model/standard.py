"""Standards (标准): the handbook's rules as data, written by the department as Markdown front matter."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from generator.model.fields import Count, Day, Flag, Text
from generator.model.kinds import Duty, Part
from generator.model.period import Cycle
from generator.model.record import Audience, Record, entry

_PUBLIC = Audience.PUBLIC


class Category(StrEnum):
    """类别 of a standard; 混合 has criteria of both parts."""

    QUANTITATIVE = "定量"
    MIXED = "混合"
    QUALITATIVE = "定性"


class DraftedBy(StrEnum):
    """稿源: official words, our arrangement, or our own line (which gives at most 提示, A35)."""

    OFFICIAL = "原文"
    ARRANGED = "整理"
    OWN = "自拟"


class Usual(StrEnum):
    """一般: the rule says 一般, so that beyond it is 提示, whatever the plan says or unless the year's plan demands it (A40)."""

    ADVISORY = "提示"
    BY_PLAN = "从方案"


class Force(StrEnum):
    """力度: how much a line binds.  Beyond a hard one it is 缺项; beyond the others at most 提示 (A35, A40)."""

    HARD = "硬要求"
    USUAL = "一般"
    OWN = "自拟"

    @property
    def told(self) -> str:
        """What follows from it, in a reader's words."""
        return _FORCES[self]


_FORCES = {
    Force.HARD: "依据写成必须的，或本校方案写成硬要求的：过期、核对过仍没有做到，判“缺项”；定性的由评定的人判",
    Force.USUAL: "依据写“一般”“原则上”的：没有做到，最多“提示”",
    Force.OWN: "依据没有写，本手册为了好检查定的：没有做到，最多“提示”",
}


def force_of(drafted_by: DraftedBy, usual: Usual | None, *, demanded: bool) -> Force:
    """The force of a criterion's line; `demanded` is whether the year's plan makes it a hard requirement."""
    if drafted_by is DraftedBy.OWN:
        return Force.OWN
    hard = usual is None or (usual is Usual.BY_PLAN and demanded)
    return Force.HARD if hard else Force.USUAL


class Credibility(StrEnum):
    """可信度 of a basis: the original text, a second-hand quotation, or common knowledge still 待核."""

    ORIGINAL = "✔"
    QUOTED = "◐"
    UNVERIFIED = "○"

    @property
    def told(self) -> str:
        """The mark with what it means: ◐ 二手引文."""
        return f"{self.value} {self.meaning}"

    @property
    def meaning(self) -> str:
        """What the mark means."""
        return _CREDIBILITY[self]


_CREDIBILITY = {
    Credibility.ORIGINAL: "有原文依据",
    Credibility.QUOTED: "二手引文",
    Credibility.UNVERIFIED: "待核",
}


def _audience(value: object) -> Audience:
    for audience in Audience:
        if value is audience or value == audience.label:
            return audience
    raise PydanticCustomError("enum", "“{value}”不是版别", {"value": str(value), "expected": "公开版、党内版、专人版"})


AudienceLabel = Annotated[Audience, BeforeValidator(_audience)]
"""An audience written as 公开版, 党内版 or 专人版."""


_NEXT_YEAR = re.compile(r"次年(\d{2}-\d{2})", re.ASCII)


def _next_year_day(value: object) -> str:
    match = _NEXT_YEAR.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("deadline", "“{value}”应写成“次年03-31”这样", {"value": str(value)})
    try:
        date.fromisoformat(f"2019-{match[1]}")
    except ValueError:
        raise PydanticCustomError("deadline", "“{value}”不是每年都有的一天", {"value": match[0]}) from None
    return match[0]


NextYearDay = Annotated[str, BeforeValidator(_next_year_day)]
"""A day of the following year, written `次年03-31`; 29 February is none, for most years lack it."""


class Basis(Record):
    """依据: the clause of a declared document, a plan or a regulation, that a rule rests on."""

    document: Text = entry("文件", _PUBLIC, example="方案2019", hint="docs/sources.yml 里文件的编号")
    clause: Text | None = entry("条款", _PUBLIC, example="三（二）3", default=None)
    credibility: Credibility = entry("可信度", _PUBLIC, example="✔", hint="✔ 有原文，◐ 二手引文，○ 待核")
    note: Text | None = entry("说明", _PUBLIC, example="条号为二手引文", default=None)
    criteria: tuple[Text, ...] = entry(
        "要点", _PUBLIC, example=["3.1.2"], default=(), hint="只有其中几个要点以它为依据的，写它们的编号"
    )


class Revision(Record):
    """修订: when a standard was changed, what and why; since when it is judged so, and how criteria read before."""

    on: Day = entry("日期", _PUBLIC, example="2026-11-22")
    text: Text = entry("内容", _PUBLIC, example="首次整理", hint="改了什么；看过而没有改的，写“无变化，已复核”")
    reason: Text | None = entry("原因", _PUBLIC, example="方案改了次数", default=None)
    judged_from: Day | None = entry("起判", _PUBLIC, example="2026-12-01", default=None, hint="从哪天的事起按新的判")
    before: dict[str, Text] = entry(
        "改前", _PUBLIC, example={"3.1.1": "每季度召开 1 次"}, default={}, hint="改了要求的要点，编号和原来的要求"
    )


class ProcedureStep(Record):
    """流程: one step of how the matter is gone through, for the picture on its page; nothing is judged by it."""

    name: Text = entry("步骤", _PUBLIC, example="报请示")
    by: Text | None = entry("谁办", _PUBLIC, example="支部委员会", default=None)
    note: Text | None = entry(
        "说明", _PUBLIC, example="届满前 6 个月议定", default=None, hint="一句话：什么时候、要几人"
    )
    vote: Flag = entry("表决", _PUBLIC, example="是", default=False, hint="这一步由表决、选举决定")


class Recurrence(Record):
    """年历: how often the text of a criterion asks for something, where its check does not judge each time."""

    name: Text = entry("名称", _PUBLIC, example="积分公示", hint="年历里的简称")
    cycle: Cycle = entry("每", _PUBLIC, example="季", hint="月、季（自然季）、年")


class Criterion(Record):
    """评价要点: one line that can be judged.  It names one check and that check's parameters."""

    id: Text = entry("编号", _PUBLIC, example="3.1.1")
    text: Text = entry("要求", _PUBLIC, example="每季度至少召开 1 次")
    part: Part = entry("类别", _PUBLIC, example="定量", default=Part.QUANTITATIVE)
    duty: Duty = entry("责任主体", _PUBLIC, example="支部")
    drafted_by: DraftedBy | None = entry(
        "稿源", _PUBLIC, example="自拟", default=None, hint="不写则同标准；自拟的线最多出提示"
    )
    since: Day | None = entry(
        "生效", _PUBLIC, example="2019-03-01", default=None, hint="考核期的最后一天早于此日的不判"
    )
    until: Day | None = entry("失效", _PUBLIC, example="2026-04-30", default=None)
    usual: Usual | None = entry(
        "一般",
        _PUBLIC,
        example="从方案",
        default=None,
        hint="依据写“一般”的：提示，或本校方案写成硬要求时从方案（A40）",
    )
    remind_days: Count = entry("提醒", _PUBLIC, example="10", default=10, hint="到期前几天起显示临期，含最后一天")
    deadline: NextYearDay | None = entry(
        "截止", _PUBLIC, example="次年03-31", default=None, hint="年度事项可在次年办结的，写“次年月-日”"
    )
    recurrence: Recurrence | None = entry(
        "年历", _PUBLIC, example={"名称": "积分公示", "每": "季"}, default=None, hint="检查不逐期判的，在年历里怎么列"
    )
    systems: tuple[Text, ...] = entry("系统", _PUBLIC, example=["Y11"], default=(), hint="不写则同标准")
    check: Text = entry("检查", _PUBLIC, example="频次")
    parameters: dict[str, Any] = entry("参数", _PUBLIC, example={"记录": "支部党员大会"}, default={})
    readings: tuple[Text, ...] = entry("口径", _PUBLIC, example=["A11"], default=())

    @property
    def standard(self) -> str:
        """The id of the standard that it belongs to."""
        return self.id.rpartition(".")[0]

    def deadline_of(self, year: int) -> date | None:
        """The last day on which what is asked for `year` may still be done, where it may be done in the year after (A32)."""
        return date.fromisoformat(f"{year + 1}-{self.deadline[2:]}") if self.deadline else None


class Standard(Record):
    """标准: one of the handbook's.  The front matter is the rule; the body of the page is what a reader sees."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y01",)

    id: Text = entry("编号", _PUBLIC, example="3.1")
    name: Text = entry("名称", _PUBLIC, example="支部党员大会")
    systems: tuple[Text, ...] = entry(
        "系统", _PUBLIC, example=["Y11"], default=(), hint="方案里哪几个系统由它判；编号见 help/systems"
    )
    aspect: Text = entry("方面", _PUBLIC, example="组织生活", hint="与 docs/aspects/ 里同一次序的方面同名")
    category: Category = entry("类别", _PUBLIC, example="定量")
    drafted_by: DraftedBy = entry("稿源", _PUBLIC, example="整理")
    audience: AudienceLabel = entry(
        "版别", _PUBLIC, example="专人版", default=Audience.INTERNAL, hint="哪一版起显示支部的结论"
    )
    basis: tuple[Basis, ...] = entry("依据", _PUBLIC, example=[{"文件": "方案2019"}])
    revisions: tuple[Revision, ...] = entry(
        "修订", _PUBLIC, example=[{"日期": "2026-11-22", "内容": "首次整理"}], hint="改一次写一行，早的在前"
    )
    criteria: tuple[Criterion, ...] = entry("要点", _PUBLIC, example=[{"编号": "3.1.1"}])
    procedure: tuple[ProcedureStep, ...] = entry(
        "流程", _PUBLIC, example=[{"步骤": "报请示"}], default=(), hint="画在页上的一步一步，不作判定"
    )
    readings: tuple[Text, ...] = entry("口径", _PUBLIC, example=["A11"], default=())
    version: Text | None = entry("版本", _PUBLIC, example="2019-03 整理稿", default=None)

    @property
    def slug(self) -> str:
        """The id as it stands in file names and URLs: `3-1`."""
        return self.id.replace(".", "-")

    @property
    def aspect_number(self) -> int:
        """The place of its aspect in the handbook: 3.1 belongs to the third."""
        return int(self.id.partition(".")[0])
