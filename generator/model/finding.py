"""Verdicts (结论), findings (判定) and assessments (评价结果)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from generator.model.kinds import Duty, Part
from generator.model.period import Period
from generator.model.record import Audience, Source


class Verdict(StrEnum):
    """The eight values of a conclusion.  Their order here is the order of roll-up: the first one present is the sum."""

    UNMET = "缺项"
    DUE_SOON = "临期"
    NO_RECORD = "无记录"
    AWAITING_REVIEW = "待人工评"
    ADVISORY = "提示"
    MET = "符合"
    NOT_DUE = "未到期"
    NOT_APPLICABLE = "不适用"

    @property
    def code(self) -> str:
        """The lower-case English name used in JSON and in CSS classes: `met`, `due_soon` …"""
        return self.name.lower()

    @property
    def shape(self) -> str:
        """A shape that distinguishes the verdict without colour (WCAG 1.4.1)."""
        return _SHAPES[self]


_LONGEST_QUARTER = timedelta(days=92)
_SHAPES = {
    Verdict.MET: "●",
    Verdict.UNMET: "▲",
    Verdict.ADVISORY: "◆",
    Verdict.DUE_SOON: "◔",
    Verdict.NOT_DUE: "○",
    Verdict.NOT_APPLICABLE: "–",
    Verdict.NO_RECORD: "?",
    Verdict.AWAITING_REVIEW: "✎",
}

_RANK = {verdict: rank for rank, verdict in enumerate(Verdict)}


def roll_up(verdicts: Iterable[Verdict]) -> Verdict:
    """The sum of several verdicts; of none at all, 不适用."""
    found = set(verdicts)
    if len(found) == 1:
        return found.pop()
    return min(found, key=_RANK.__getitem__, default=Verdict.NOT_APPLICABLE)


class Evidence(NamedTuple):
    """A record that a finding rests on (佐证): where it is written and, for a register row, its anchor on the page."""

    source: Source
    anchor: str = ""
    label: str = ""


class Finding(NamedTuple):
    """One conclusion: what the records show about one criterion in one period.

    `reason` is a Chinese sentence that says what the records show; `due` is the last day on which a gap can still be
    closed in time (临期, 未到期); `readings` are the 口径 that apply.  One that is `quoted` was judged above the branch,
    once for all branches there.  `restricted` is what `reason` goes on to say in the restricted edition only.
    """

    standard: str
    criterion: str
    part: Part
    duty: Duty
    period: Period
    verdict: Verdict
    reason: str
    evidence: tuple[Evidence, ...] = ()
    readings: tuple[str, ...] = ()
    due: date | None = None
    quoted: bool = False
    restricted: str = ""

    @property
    def occasion(self) -> tuple[str, Period]:
        """The key of findings that one action settles: those of one standard in a month, quarter or window; else of one criterion."""
        recurs = not self.period.is_day and self.period.end - self.period.start < _LONGEST_QUARTER
        return (self.standard if recurs else self.criterion), self.period

    def told_to(self, audience: Audience) -> Finding:
        """The finding as `audience` may read it."""
        if not self.restricted:
            return self
        more = self.restricted if audience is Audience.RESTRICTED else ""
        return self._replace(reason=self.reason + more, restricted="")

    def open_until(self, as_of: date) -> date | None:
        """The last day on which a gap can still be closed.

        None where there is none, where the state of a past day was judged, and where no reminder is wanted (A36).
        """
        if self.verdict not in (Verdict.DUE_SOON, Verdict.NOT_DUE) or (self.period.is_day and self.period.end < as_of):
            return None
        return self.due


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """All findings of one branch and one year of record at one `as_of`, in the order of the standards and of the year.

    `standard_set` is the id of the set that the branch is judged by; None where no set is for its kind in that year.
    """

    branch: str
    year: int
    as_of: date
    standard_set: str | None
    findings: tuple[Finding, ...]

    @property
    def closes(self) -> date:
        """The last deadline of the year: until it has passed, the year is still being finished (上年收尾, A38)."""
        return max([row.period.deadline for row in self.findings], default=date(self.year, 12, 31))

    @property
    def open(self) -> bool:
        """Whether something of the year can still be done in time."""
        return self.as_of <= self.closes

    @property
    def own(self) -> Iterator[Finding]:
        """The findings that rest on the branch's own records."""
        return (row for row in self.findings if not row.quoted)

    def matters(self) -> Assessment:
        """Without findings about the state on a single day: only what had to be done in a period."""
        return replace(self, findings=tuple(row for row in self.findings if not row.period.is_day))


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitAssessment:
    """All findings of a 基层党委 or of 学校 about its own duties, for one year of record at one `as_of`.

    `unit` is the committee's id, empty for 学校.  `standard_set` is the set that asks; what several sets ask in the same
    words is found once.
    """

    duty: Duty
    unit: str
    year: int
    as_of: date
    standard_set: str
    findings: tuple[Finding, ...]
