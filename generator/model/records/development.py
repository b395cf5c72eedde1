"""发展党员台账 (`development.yml`): cases by number, without names, each with the steps taken and what these must show.

Nothing here tells who it is: no name, no birthday, no reason that lies in a person's life.  That somebody was 18 on the
day of the application is told by the office that compared the dates, not by a date.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from generator.model.fields import Count, Day, Hours, Identifier, Text
from generator.model.kinds import Post
from generator.model.record import Audience, Record, entry
from generator.model.records.activity_parts import Vote

_RESTRICTED = Audience.RESTRICTED


class DecidingBody(StrEnum):
    """由: which body took a step; only a committee that has the power to approve may approve."""

    BRANCH = "党支部"
    GENERAL_BRANCH = "党总支"
    COMMITTEE = "基层党委"
    INSTITUTION = "学校党委"


class StepOutcome(StrEnum):
    """结果 of a step that was decided on."""

    PASSED = "通过"
    POSTPONED = "延长"
    FAILED = "未通过"


class Posting(Record):
    """公示: its first and its last day."""

    since: Day = entry("自", _RESTRICTED, example="2019-09-09")
    until: Day = entry("至", _RESTRICTED, example="2019-09-13")


class CaseStep(Record):
    """环节: one step of a case, on its day."""

    step: Identifier = entry("环节", _RESTRICTED, example="23", hint="docs/development.yml 里的编号")
    on: Day = entry("日期", _RESTRICTED, example="2019-06-20")
    by: DecidingBody | None = entry("由", _RESTRICTED, example="基层党委", default=None, hint="备案、预审、审批由谁办")
    special: Text | None = entry("特殊情况", _RESTRICTED, example="假期党委不开会", default=None, hint="不写个人情况")
    of_age: Post | None = entry(
        "满18岁核对", _RESTRICTED, example="组织委员", default=None, hint="递交申请那天已满 18 岁，由谁核对；不记生日"
    )
    people: Count | None = entry("人数", _RESTRICTED, example="2", default=None, hint="联系人、介绍人各几名正式党员")
    repeated: tuple[Day, ...] = entry("各次", _RESTRICTED, example=["2019-03-10"], default=(), hint="每次考察的日期")
    days: Count | None = entry("天数", _RESTRICTED, example="3", default=None)
    hours: Hours | None = entry("学时", _RESTRICTED, example="24", default=None)
    posting: Posting | None = entry("公示", _RESTRICTED, example={"自": "2019-09-09"}, default=None)
    vote: Vote | None = entry(
        "表决",
        _RESTRICTED,
        example={"类别": "接收预备党员"},
        default=None,
        hint="当天会议的表决已记在年度台账里的，不必再写",
    )
    outcome: StepOutcome = entry(
        "结果", _RESTRICTED, example="延长", default=StepOutcome.PASSED, hint="通过、延长、未通过"
    )
    months: Count | None = entry("延长月数", _RESTRICTED, example="6", default=None, hint="结果是延长的才写")
    due: Count | None = entry("应归", _RESTRICTED, example="25", default=None, hint="归档时材料应有几份")
    filed: Count | None = entry("已归", _RESTRICTED, example="25", default=None, hint="实有几份")

    @property
    def passed(self) -> bool:
        """Whether it was neither decided against nor put off."""
        return self.outcome is StepOutcome.PASSED

    @property
    def refused(self) -> bool:
        """Whether it was decided against, so that no further step may rest on it."""
        return self.outcome is StepOutcome.FAILED


class Submission(Record):
    """上报: the day on which the branch reported a resolution that a step has to approve."""

    step: Identifier = entry("环节", _RESTRICTED, example="17", hint="等哪一步审批")
    on: Day = entry("日期", _RESTRICTED, example="2019-06-25", hint="审批期限自这天起算")


class DevelopmentCase(Record):
    """发展对象 by number: the steps, the day on which somebody is to leave, and the day on which the case was given up."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y23",)

    id: Identifier = entry("编号", _RESTRICTED, example="f2018-3", hint="对照姓名的纸质清单由专人保管")
    leaving: Day | None = entry(
        "预计离开", _RESTRICTED, example="2020-06-30", default=None, hint="毕业、调动等；不写原因"
    )
    stopped: Day | None = entry(
        "停止", _RESTRICTED, example="2019-10-31", default=None, hint="不再发展或转走；不写原因"
    )
    steps: tuple[CaseStep, ...] = entry("环节", _RESTRICTED, example=[{"环节": "1", "日期": "2018-03-05"}])
    submissions: tuple[Submission, ...] = entry(
        "上报", _RESTRICTED, example=[{"环节": "17", "日期": "2019-06-25"}], default=(), hint="上报了还没有批的也写"
    )


class Development(Record):
    """发展党员台账 of a branch."""

    cases: tuple[DevelopmentCase, ...] = entry("发展", _RESTRICTED, example=[{"编号": "f2018-3"}], default=())
