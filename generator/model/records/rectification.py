"""软弱涣散整顿 of a committee's branches: problem by problem, the acceptance and its report, the months after (方案三（二）2).

The file is for the restricted edition alone and may be absent from a checkout; every field of it is 专人.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from generator.model.fields import BranchId, Day, Text
from generator.model.record import Audience, FormLayout, Record, entry

_RESTRICTED = Audience.RESTRICTED


class RectifiedProblem(Record):
    """A fact that was found, the measure that answers it, and when it was done."""

    text: Text = entry("问题", _RESTRICTED, example="支委会半年没有开", hint="写事实")
    measure: Text | None = entry("措施", _RESTRICTED, example="每月第一个星期三开，组织员列席", default=None)
    responsible: Text | None = entry("责任", _RESTRICTED, example="支部书记", default=None, hint="写职务")
    done_on: Day | None = entry("完成日期", _RESTRICTED, example="2019-08-20", default=None)


class Consolidation(Record):
    """巩固: one look after the acceptance at what was done."""

    on: Day = entry("日期", _RESTRICTED, example="2019-09-19")
    text: Text = entry("内容", _RESTRICTED, example="看支委会记录，问题没有反弹")


class Rectification(Record):
    """One branch: listed on a day, its problems, 验收, the report, and what followed."""

    SYSTEMS: ClassVar[tuple[str, ...]] = ("Y10",)
    FORMS: ClassVar[tuple[FormLayout, ...]] = (
        FormLayout(
            id="rectification",
            title="整顿登记",
            number="委16",
            revised=date(2026, 11, 28),
            standard="2.5",
            note="一个支部一张，写事实；由专人保管，用完收回。",
            rows={"问题": 6, "巩固": 4},
            signatures=("包点的班子成员（职务）",),
        ),
    )

    branch: BranchId = entry("支部", _RESTRICTED, example="xx-js3")
    listed_on: Day = entry("列入日期", _RESTRICTED, example="2019-05-06", hint="上级书面通知的日期")
    due: Day | None = entry(
        "期限", _RESTRICTED, example="2019-08-31", default=None, hint="通知另写期限的才写，不写就按方案"
    )
    problems: tuple[RectifiedProblem, ...] = entry(
        "问题", _RESTRICTED, example=[{"问题": "支委会半年没有开"}], default=()
    )
    accepted_on: Day | None = entry("验收日期", _RESTRICTED, example="2019-08-26", default=None)
    reported_on: Day | None = entry(
        "报告日期", _RESTRICTED, example="2019-08-30", default=None, hint="整顿验收报告报送党委组织部的日期"
    )
    consolidations: tuple[Consolidation, ...] = entry("巩固", _RESTRICTED, example=[{"日期": "2019-09-19"}], default=())


class Rectifications(Record):
    """整顿登记 of a committee for a year; a branch that is not in it was not listed."""

    reconciled_through: Day | None = entry(
        "台账核对至", _RESTRICTED, example="2019-10-31", default=None, hint="这一天以前没有记录，就当没有做"
    )
    rows: tuple[Rectification, ...] = entry(
        "整顿",
        _RESTRICTED,
        example=[{"支部": "xx-js3", "列入日期": "2019-05-06"}],
        default=(),
        hint="没有列入的写空列表",
    )
