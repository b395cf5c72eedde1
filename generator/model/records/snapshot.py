"""核定 (`snapshot-2019.yml`): the findings of a branch's year as an office has settled them; later entries change nothing."""

from __future__ import annotations

from generator.model.fields import CriterionId, Day, Text
from generator.model.finding import Verdict
from generator.model.record import Record, entry


class SettledFinding(Record):
    """One verdict as it was: the criterion, its period, and the conclusion."""

    criterion: CriterionId = entry("要点", example="3.1.1")
    period: Text = entry("考核期", example="2019-Q1", hint="年、年-Q季、年-月；@ 后面一天的是那一天的状况")
    verdict: Verdict = entry("结论", example="符合")

    @property
    def key(self) -> tuple[str, str]:
        """What it is compared by: the state of a day is that of any day."""
        return self.criterion, "@" if self.period.startswith("@") else self.period


class YearSnapshot(Record):
    """核定: who settled the findings of the year, on which day, and on which day they stood so."""

    office: Text = entry("单位", example="学院党委")
    on: Day = entry("日期", example="2019-12-20")
    as_of: Day = entry("截至", example="2019-12-20", hint="判定截至哪一天")
    findings: tuple[SettledFinding, ...] = entry(
        "判定", example=[{"要点": "3.1.1", "考核期": "2019-Q1", "结论": "符合"}], hint="由 zhibu snapshot 写，不手工改"
    )
