"""The year as a whole: missing holidays or plan, and an `as_of` that is implausible for the records."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.organisation import Institution


def check_year(year: int, institution: Institution, plan: Source, planned: Collection[int]) -> Iterator[Problem]:
    """One 警告 each for a year without holidays and a year without a plan; `plan` is the plan's path."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    known = bool(institution.source.path)  # otherwise it could not be read, which has been reported
    if known and not any(row.since <= last and first <= row.until for row in institution.holidays):
        message = f"{year} 年没有登记假期：整月放假没有开的会照缺项判，主题党日落在假期里也不会提醒改期（A36）"
        yield report("R260", institution.where("holidays"), message, "请把当年的寒暑假和考试周写进“假期”。")
    if year not in planned:
        message = f"{year} 年没有方案：方案的阶段、任务和推进计划的期限一概不判，年历里也没有"
        yield report(
            "R261",
            plan,
            message,
            "请用 zhibu import document 方案.docx --as plan 导入当年的方案，核对以后移到 records/plan。",
        )


_AHEAD = timedelta(days=60)
"""Records are written up to two months ahead; if all are later than that, `as_of` is wrong."""


def check_as_of(as_of: date, first: date, last: date, config: Source) -> Problem | None:
    """The 警告 of an `as_of` months before the first record, or more than a year after the last; else None."""
    if as_of + _AHEAD < first:
        message = f"截至日 {as_of} 早于台账的第一条记录（{first}），没有一条作依据"
    elif as_of.year > last.year + 1:
        message = f"截至日 {as_of} 离台账的最后一条记录（{last}）已经一年多，过期的空当都要判"
    else:
        return None
    return report("R262", config, message, "请改 mkdocs.yml 里的 as_of，删去就用当天；或在命令里写 --as-of 日期。")
