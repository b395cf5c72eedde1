"""工作方案 (`records/plan/2019.yml`): the year's phases and tasks, whose they are, until when, and how they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import ClassVar, NamedTuple
from zlib import crc32

from generator.model.fields import Count, Day, StandardId, Text
from generator.model.numerals import number
from generator.model.record import Audience, Record, entry
from generator.model.standard import Credibility

_PUBLIC = Audience.PUBLIC


class SuperiorDocument(Record):
    """上位文件: a document that the plan rests on (文件清单)."""

    name: Text = entry("名称", _PUBLIC, example="中国共产党支部工作条例（试行）")
    issued_by: Text | None = entry("发文", _PUBLIC, example="中共中央", default=None)
    on: Day | None = entry("日期", _PUBLIC, example="2018-10-28", default=None)
    credibility: Credibility = entry("可信度", _PUBLIC, example="✔", hint="✔ 有原文，◐ 二手引文，○ 待核")


class Handout(Record):
    """手册配发: one kind of recipients, and how many of them have signed for their copies; no names."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y05",)

    recipients: Text = entry("对象", example="党支部书记")
    people: Count = entry("应发", example="24", hint="应发人数，一人一册")
    signed: Count = entry("签收", example="24")
    on: Day | None = entry("日期", example="2019-03-20", default=None)


class UnitSubset(Record):
    """条件子集: words of the plan that mean a part of a 责任单位 (相关基层党委); no unit of its own."""

    name: Text = entry("名称", _PUBLIC, example="相关基层党委")
    of: Text = entry("属于", _PUBLIC, example="基层党委（党总支）", hint="它缩小的是哪个责任单位")


class TaskState(StrEnum):
    """What an office states about a task that no register can show."""

    DONE = "已办结"
    UNDER_WAY = "进行中"


class Progress(Record):
    """完成情况: what an office has stated about a task, and when; the latest one up to `as_of` counts."""

    on: Day = entry("日期", example="2019-03-08")
    office: Text = entry("单位", example="党委组织部")
    state: TaskState = entry("状态", example="已办结")
    text: Text | None = entry("说明", example="方案已印发，动员部署会已召开", default=None)
    evidence: Text | None = entry("佐证", example="会议纪要", default=None)


class TaskEvidence(StrEnum):
    """The register that shows how a task stands, so that nobody has to state it.

    标准: what the findings on the task's own standards add up to.  Those from 部署 on are sections of the register of 学校;
    手册配发 stands in the plan itself.
    """

    BRANCH_PLANS = "推进计划"
    DUAL_LEADERS = "双带头人"
    CONTACT_POINTS = "联系点"
    RECTIFICATION = "整顿"
    STANDARDS = "标准"
    HANDOUTS = "手册配发"
    LAUNCHES = "部署"
    CAMPAIGNS = "特色活动"
    TESTS = "理论测试"
    AWARDS = "表彰"
    PROJECTS = "主题立项"
    VISITS = "交叉观摩"


class Task(Record):
    """任务: a third-level clause of the plan."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y03",)

    clause: Text = entry("条款", _PUBLIC, example="三（一）3")
    name: Text = entry("名称", _PUBLIC, example="开展培训轮训，研制支部推进计划")
    units: tuple[Text, ...] = entry("责任单位", _PUBLIC, example=["党委组织部"])
    due: Day | None = entry("期限", _PUBLIC, example="2019-05-20", default=None, hint="文内写明的期限；不写则到阶段末")
    due_note: Text | None = entry("期限说明", _PUBLIC, example="5月20日前报党委组织部审核", default=None)
    standards: tuple[StandardId, ...] = entry(
        "标准", _PUBLIC, example=["4.3"], default=(), hint="这项任务落到哪几项标准"
    )
    no_standard: Text | None = entry(
        "不设标准",
        _PUBLIC,
        example="一次办完的活动，记在学校年度台账里",
        default=None,
        hint="没有标准落到的任务，写为什么",
    )
    usual: tuple[Text, ...] = entry(
        "一般", _PUBLIC, example=["3.5.1"], default=(), hint="方案自己也写“一般”的评价要点（A40）"
    )
    shown_by: TaskEvidence | None = entry("台账", _PUBLIC, example="推进计划", default=None, hint="由哪种台账看出进展")
    progress: tuple[Progress, ...] = entry(
        "完成情况", example=[{"日期": "2019-03-08", "单位": "党委组织部", "状态": "已办结"}], default=()
    )

    def audience_here(self, name: str) -> Audience:
        """What is stated about 整顿 is for the restricted edition only, whatever the statement says."""
        if name == "progress" and self.shown_by is TaskEvidence.RECTIFICATION:
            return Audience.RESTRICTED
        return super().audience_here(name)

    @property
    def slug(self) -> str:
        """The clause as it stands in URLs: `3-1-3` for 三（一）3."""
        return clause_slug(self.clause)


class Phase(Record):
    """阶段: a second-level clause of the plan, with its window."""

    clause: Text = entry("条款", _PUBLIC, example="三（一）")
    name: Text = entry("名称", _PUBLIC, example="强化意识，学标议标，系统掌握标准")
    short_name: Text | None = entry("简称", _PUBLIC, example="强化意识", default=None)
    since: Day = entry("自", _PUBLIC, example="2019-03-01")
    until: Day = entry("至", _PUBLIC, example="2019-04-30")
    tasks: tuple[Task, ...] = entry("任务", _PUBLIC, example=[{"条款": "三（一）1"}])


class PlannedTask(NamedTuple):
    """A task in its phase; a deadline in its own text wins over the phase's window (A19)."""

    phase: Phase
    task: Task

    @property
    def deadline(self) -> date:
        """The last day on time."""
        return self.task.due or self.phase.until

    @property
    def crosses_phases(self) -> bool:
        """跨阶段: its own deadline lies outside its phase's window."""
        return not self.phase.since <= self.deadline <= self.phase.until


class Goal(Record):
    """目标: one of the plan's “更加” goals, and the aspect of the handbook that serves it."""

    name: Text = entry("名称", _PUBLIC, example="政治建设更加务实高效")
    aspect: Text | None = entry("方面", _PUBLIC, example="政治建设", default=None, hint="没有对应方面的不写")


class Demands(NamedTuple):
    """What a plan makes a hard requirement, where regulations say 一般 (A40): all of these standards but some criteria."""

    since: date
    standards: frozenset[str]
    usual: frozenset[str]

    def asks(self, standard: str, day: date) -> bool:
        """Whether the plan asks for the standard on that day, be it with 一般."""
        return self.since <= day and standard in self.standards

    def hold(self, standard: str, criterion: str, day: date) -> bool:
        """Whether the criterion is demanded on that day."""
        return self.asks(standard, day) and criterion not in self.usual


class Plan(Record):
    """工作方案 of one year."""

    year: Text = entry("年度", _PUBLIC, example="2019")
    id: Text = entry("编号", _PUBLIC, example="方案2019", hint="依据引这份方案时写的编号，各份方案不相同")
    name: Text = entry("名称", _PUBLIC, example="示例大学2019年党支部建设标准化重点工作推进方案")
    documents: tuple[SuperiorDocument, ...] = entry(
        "上位文件", _PUBLIC, example=[{"名称": "中国共产党支部工作条例（试行）", "可信度": "✔"}], default=()
    )
    goals: tuple[Goal, ...] = entry(
        "目标", _PUBLIC, example=[{"名称": "政治建设更加务实高效", "方面": "政治建设"}], default=()
    )
    subsets: tuple[UnitSubset, ...] = entry(
        "条件子集", _PUBLIC, example=[{"名称": "相关基层党委", "属于": "基层党委（党总支）"}], default=()
    )
    phases: tuple[Phase, ...] = entry("阶段", _PUBLIC, example=[{"条款": "三（一）"}])
    handouts: tuple[Handout, ...] = entry(
        "手册配发", example=[{"对象": "党支部书记", "应发": 24, "签收": 24}], default=()
    )

    @property
    def tasks(self) -> Iterator[PlannedTask]:
        """Every task with its phase, in the order of the plan."""
        for phase in self.phases:
            yield from (PlannedTask(phase, task) for task in phase.tasks)

    @property
    def demands(self) -> Demands | None:
        """What it demands from the first day of its first phase on; None where it has no phase."""
        tasks = [row.task for row in self.tasks]
        standards = frozenset(id for task in tasks for id in task.standards)
        usual = frozenset(id for task in tasks for id in task.usual)
        since = min((phase.since for phase in self.phases), default=None)
        return Demands(since, standards, usual) if since else None

    def shown_by(self, register: TaskEvidence) -> PlannedTask | None:
        """The first task whose progress that register shows."""
        return next((row for row in self.tasks if row.task.shown_by is register), None)

    @property
    def branch_plans_clause(self) -> str:
        """The clause that asks every branch for a 推进计划; empty where none does."""
        row = self.shown_by(TaskEvidence.BRANCH_PLANS)
        return row.task.clause if row else ""

    @property
    def branch_plans_due(self) -> date | None:
        """The day until which every branch has to hand in its 推进计划; None where the plan asks for none."""
        row = self.shown_by(TaskEvidence.BRANCH_PLANS)
        return row.deadline if row else None


_NUMBERS = "一二三四五六七八九十"
_NUMBER = re.compile(rf"[0-9]+|[{_NUMBERS}]+|(?P<word>[^\W\d_{_NUMBERS}]{{2,}})")
_PLAIN = frozenset({"附件", "阶段", ""})


def clause_slug(clause: str) -> str:
    """A clause's path in ASCII: 三（一）3 is `3-1-3`; brackets and the like only part the numbers.

    A name in place of a number (三动员阶段1, 二组织建设行1) is told by a short hash, for below it numbers begin anew.
    """
    return "-".join(part for found in _NUMBER.finditer(clause) if (part := _slug_part(found)))


def _slug_part(found: re.Match[str]) -> str:
    word = (found["word"] or "").removesuffix("行")
    if found["word"]:
        return "" if word in _PLAIN else f"s{crc32(word.encode()):08x}"
    return found[0] if found[0].isascii() else str(number(found[0]))
