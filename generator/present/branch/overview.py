"""The head of a branch page: how many of its criteria show which verdict, what can be done, and how far the year is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.model import words
from generator.model.finding import Finding, Verdict
from generator.present.kit.catalogue import StandardView
from generator.present.kit.findings import Judgement
from generator.present.kit.verdicts import CHIPS

_ADVICE = {
    Verdict.UNMET: "补办；办过没有登记的补录台账，见“缺项待改”",
    Verdict.DUE_SOON: "在期限以前办好，见“本月要办”",
    Verdict.NO_RECORD: "办过的补录台账；没有办的，请核对单位核对到那一天",
    Verdict.AWAITING_REVIEW: "请基层党委评定，写明单位、日期、意见",
    Verdict.ADVISORY: "看理由，能改的改；不算缺项",
    Verdict.MET: "留好原始记录",
    Verdict.NOT_DUE: "按期办，办到哪里见“全年进度”",
    Verdict.NOT_APPLICABLE: "不用办",
}
_UNJUDGED = (Verdict.NO_RECORD, Verdict.AWAITING_REVIEW)
_PROGRESS = (Verdict.MET, Verdict.UNMET, Verdict.ADVISORY, Verdict.DUE_SOON, Verdict.NOT_DUE, Verdict.NO_RECORD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many criteria show one verdict, and what a person can do about it."""

    verdict: Verdict
    number: int
    advice: str

    @property
    def chip(self) -> Markup:
        """The conclusion on its tint."""
        return CHIPS[self.verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The branch's own criteria: how many, all eight verdicts, and how many are not judged yet."""

    number: int
    tallies: tuple[Tally, ...]
    unjudged: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyProgress:
    """How far one yearly duty is: what the records show, and until when there is time."""

    verdict: Verdict
    text: str
    reason: str
    when: str
    standard: StandardView

    @property
    def chip(self) -> Markup:
        """The conclusion on its tint."""
        return CHIPS[self.verdict]


def overview(judgement: Judgement) -> Overview:
    """All eight verdicts, the most pressing first; a criterion counts once, with what its periods sum to."""
    found = Counter(criterion.verdict for _, criterion in judgement.own())
    return Overview(
        number=found.total(),
        tallies=tuple(Tally(verdict=row, number=found[row], advice=_ADVICE[row]) for row in Verdict),
        unjudged="、".join(f"{row} {found[row]} 条" for row in _UNJUDGED if found[row]),
    )


def yearly(judgement: Judgement, as_of: date) -> tuple[YearlyProgress, ...]:
    """What is asked once a year and counted by records, in the order of the standards, met or not."""
    return tuple(_yearly(judgement, as_of))


def _yearly(judgement: Judgement, as_of: date) -> Iterator[YearlyProgress]:
    for result, criterion in judgement.own():
        for finding in criterion.findings:
            if finding.period.name.isdigit() and not criterion.view.by_people and finding.verdict in _PROGRESS:
                yield YearlyProgress(
                    verdict=finding.verdict,
                    text=criterion.view.text,
                    reason=finding.reason,
                    when=_when(finding, as_of),
                    standard=result.view,
                )


def _when(finding: Finding, as_of: date) -> str:
    due = finding.open_until(as_of)
    return f"到{words.day(due)}，{words.countdown(as_of, due)}" if due else ""
