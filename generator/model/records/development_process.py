"""发展党员流程 (`docs/development.yml`): stages, steps, their order and the intervals between them, by version of the rule.

How many steps there are, what they are called and what each asks for is data of the institution: the program knows none
of them by number or name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from generator.model.fields import Count, Day, Flag, Hours, Identifier, Name, Text
from generator.model.kinds import VoteKind
from generator.model.period import add_months
from generator.model.record import Audience, Record, entry
from generator.model.standard import Credibility, DraftedBy
from generator.model.working_days import CountedDay, working_day_after

_PUBLIC = Audience.PUBLIC


class Unit(StrEnum):
    """What an interval is counted in."""

    MONTHS = "月"
    WORKING_DAYS = "工作日"
    DAYS = "天"

    def after(self, day: date, number: int) -> CountedDay:
        """The day that lies so many units after `day`: months keep the day of the month, or take the month's last."""
        match self:
            case Unit.MONTHS:
                return CountedDay(add_months(day, number), False)
            case Unit.DAYS:
                return CountedDay(day + timedelta(number), False)
            case Unit.WORKING_DAYS:
                return working_day_after(day, number)


class Line(StrEnum):
    """How grave it is to be beyond a line: 缺项, 提示 (the rule says 一般, or the way of counting is ours), or not judged."""

    HARD = "硬"
    SOFT = "软"
    TOLD = "说明"


class StartsFrom(StrEnum):
    """Which of the days of a step an interval runs from."""

    DAY = "日期"
    SUBMITTED = "上报日"


class WrittenRule(Record):
    """Where a rule of the process is written, in the version's own document, and how well that is known."""

    clause: Text | None = entry("条款", _PUBLIC, example="第七条", default=None, hint="手头资料没有条号的不写")
    credibility: Credibility = entry("可信度", _PUBLIC, example="✔", hint="✔ 有原文，◐ 二手引文，○ 待核")
    note: Text | None = entry("说明", _PUBLIC, example="年满 18 岁；本人书面", default=None)


class Number(Record):
    """人数: how many full members a step names."""

    at_least: Count = entry("至少", _PUBLIC, example="1")
    at_most: Count = entry("至多", _PUBLIC, example="2")


class Regularly(Record):
    """定期: what a step repeats, at the latest so long after the last time."""

    every: Count = entry("每", _PUBLIC, example="6")
    unit: Unit = entry("单位", _PUBLIC, example="月")
    line: Line = entry("线", _PUBLIC, example="软")
    note: Text | None = entry("说明", _PUBLIC, example="按相隔不超过 6 个月算是自定的", default=None)


class Course(Record):
    """培训: days or hours of a step's training; either is enough."""

    days: Count = entry("天数", _PUBLIC, example="3")
    hours: Hours = entry("学时", _PUBLIC, example="24")
    line: Line = entry("线", _PUBLIC, example="软")


class NoticePeriod(Record):
    """公示: for how many working days a step's outcome is posted, its first and last day counted."""

    at_least: Count = entry("至少", _PUBLIC, example="5", hint="工作日，首尾两天都算")
    line: Line = entry("线", _PUBLIC, example="说明")


class ProcessStep(WrittenRule):
    """环节: one step of the process: what comes before it, who decides, and what its record must show."""

    id: Identifier = entry("编号", _PUBLIC, example="17", hint="同一件事在各版里用同一个编号")
    name: Name = entry("名称", _PUBLIC, example="上级党委审批")
    decided_by: Name = entry("谁办", _PUBLIC, example="上级党委")
    after: tuple[Identifier, ...] = entry("在后", _PUBLIC, example=["16"], default=(), hint="在哪几个环节之后")
    approval: Flag = entry("审批", _PUBLIC, example="是", default=False, hint="由有审批权限的党委办；党总支只审议")
    submitted: Flag = entry("上报", _PUBLIC, example="是", default=False, hint="期限自上报日起算的，须记上报日")
    of_age: Flag = entry("满18岁", _PUBLIC, example="是", default=False, hint="这一天须年满 18 岁")
    number: Number | None = entry("人数", _PUBLIC, example={"至少": 1, "至多": 2}, default=None)
    regularly: Regularly | None = entry("定期", _PUBLIC, example={"每": 6, "单位": "月", "线": "软"}, default=None)
    course: Course | None = entry("培训", _PUBLIC, example={"天数": 3, "学时": 24, "线": "软"}, default=None)
    notice: NoticePeriod | None = entry("公示", _PUBLIC, example={"至少": 5, "线": "说明"}, default=None)
    vote: VoteKind | None = entry("表决", _PUBLIC, example="接收预备党员", default=None)
    archive: Flag = entry("归档", _PUBLIC, example="是", default=False, hint="材料归档，记应归、已归份数")


class ProcessStage(Record):
    """阶段: steps in their order, and what somebody is called whose last step was one of them."""

    name: Name = entry("名称", _PUBLIC, example="申请入党")
    title: Name = entry("称呼", _PUBLIC, example="申请人")
    steps: tuple[ProcessStep, ...] = entry("环节", _PUBLIC, example=[{"编号": "1", "名称": "递交入党申请书"}])


class Bounds(NamedTuple):
    """The first and the last day on which a step may be taken by one interval; None where it sets none."""

    earliest: CountedDay | None = None
    latest: CountedDay | None = None


class StepInterval(WrittenRule):
    """期限: not before, or not later than, so long after a step.

    `special` is the longer limit where special circumstances are written down; `fallback` the step whose day stands in
    for a day that is not recorded, in which case the line is soft.
    """

    since: Identifier = entry("从", _PUBLIC, example="1")
    starts: StartsFrom = entry("起点", _PUBLIC, example="上报日", default=StartsFrom.DAY)
    step: Identifier = entry("之后", _PUBLIC, example="2")
    fallback: Identifier | None = entry("否则从", _PUBLIC, example="15", default=None, hint="没有记起点的暂从哪一步算")
    at_least: Count | None = entry("至少", _PUBLIC, example="12", default=None)
    at_most: Count | None = entry("至多", _PUBLIC, example="3", default=None)
    special: Count | None = entry("特殊至多", _PUBLIC, example="6", default=None, hint="写明特殊情况的，可以到多久")
    unit: Unit = entry("单位", _PUBLIC, example="月")
    line: Line = entry("线", _PUBLIC, example="硬")

    def bounds(self, day: date, *, special: bool = False) -> Bounds:
        """The days that the interval allows, counted from `day`."""
        most = self.special if special and self.special is not None else self.at_most
        earliest, latest = (
            None if number is None else self.unit.after(day, number) for number in (self.at_least, most)
        )
        return Bounds(earliest, latest)


class Postponement(WrittenRule):
    """延长: how often, and by how much, a step may put off the end of the time that it closes."""

    step: Identifier = entry("环节", _PUBLIC, example="23")
    times: Count = entry("次数", _PUBLIC, example="1")
    at_least: Count = entry("至少", _PUBLIC, example="6")
    at_most: Count = entry("至多", _PUBLIC, example="12")
    unit: Unit = entry("单位", _PUBLIC, example="月")
    line: Line = entry("线", _PUBLIC, example="硬")


class Leaving(WrittenRule):
    """将离开: a step that is generally not taken with those who leave within so long after it."""

    step: Identifier = entry("环节", _PUBLIC, example="15")
    at_least: Count = entry("至少", _PUBLIC, example="3")
    unit: Unit = entry("单位", _PUBLIC, example="月")
    line: Line = entry("线", _PUBLIC, example="软")


class DevelopmentProcess(Record):
    """版本: the process as one document has it, and from when to when steps are judged by it."""

    id: Text = entry("编号", _PUBLIC, example="2014")
    name: Name = entry("名称", _PUBLIC, example="发展党员 5 阶段 25 环节")
    document: Text = entry("文件", _PUBLIC, example="发展党员工作细则（2014）", hint="docs/sources.yml 里文件的编号")
    since: Day | None = entry("自", _PUBLIC, example="2026-05-01", default=None, hint="第一版不写")
    until: Day | None = entry("至", _PUBLIC, example="2026-04-30", default=None, hint="现行的一版不写")
    drafted_by: DraftedBy = entry("稿源", _PUBLIC, example="整理")
    stages: tuple[ProcessStage, ...] = entry("阶段", _PUBLIC, example=[{"名称": "申请入党", "称呼": "申请人"}])
    intervals: tuple[StepInterval, ...] = entry("期限", _PUBLIC, example=[{"从": "1", "之后": "2"}], default=())
    postponement: Postponement | None = entry("延长", _PUBLIC, example={"环节": "23", "次数": 1}, default=None)
    leaving: Leaving | None = entry("将离开", _PUBLIC, example={"环节": "15", "至少": 3, "单位": "月"}, default=None)

    @cached_property
    def steps(self) -> Mapping[str, ProcessStep]:
        """Every step by its id, in order."""
        return {step.id: step for stage in self.stages for step in stage.steps}

    @cached_property
    def ending(self) -> Mapping[str, tuple[StepInterval, ...]]:
        """The intervals that end with a step, by its id."""
        return {id: tuple(row for row in self.intervals if row.step == id) for id in self.steps}

    @property
    def references(self) -> Iterator[tuple[Record, str, str]]:
        """Every place where a step is named by its id: the record, the name of its field, the id."""
        for step in self.steps.values():
            yield from ((step, "after", id) for id in step.after)
        for row in self.intervals:
            yield from ((row, name, id) for name in ("since", "step", "fallback") if (id := getattr(row, name)))
        yield from ((row, "step", row.step) for row in (self.postponement, self.leaving) if row is not None)


class DevelopmentProcesses(Record):
    """The versions of the process, the oldest first."""

    versions: tuple[DevelopmentProcess, ...] = entry("版本", _PUBLIC, example=[{"编号": "2014"}], default=())

    def on(self, day: date) -> DevelopmentProcess | None:
        """The version by which a step of that day is judged; None where no version is for it."""
        known = self._by_day  # every step of every case asks, and they share their days
        if day not in known:
            known[day] = next((row for row in self.versions if (row.since or day) <= day <= (row.until or day)), None)
        return known[day]

    @cached_property
    def _by_day(self) -> dict[date, DevelopmentProcess | None]:
        return {}

    @property
    def latest(self) -> DevelopmentProcess | None:
        """The newest version."""
        return self.versions[-1] if self.versions else None

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the steps of every version."""
        return frozenset(id for row in self.versions for id in row.steps)


NO_PROCESSES = DevelopmentProcesses.model_validate({})
"""Where no process is declared."""
