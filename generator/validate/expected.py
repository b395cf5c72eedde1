"""应到, 应到会有表决权 and 应到有选举权 against the day's headcount less 不计入 (A33)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.dossier import Dossier
from generator.model.kinds import ActivityKind
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record
from generator.model.records.activity import Activity
from generator.model.records.activity_parts import Exclusion
from generator.model.records.election import Election


def check_expected(activity: Activity, dossier: Dossier) -> Iterator[Problem]:
    """Who is expected at a meeting of all members or of the committee, and who may vote there."""
    if ActivityKind.GENERAL_MEETING in activity.kinds:
        counted = dossier.expected(activity.on, activity.excluded)
        yield from _differs(activity, "expected", "应到", counted, activity.excluded)
    elif ActivityKind.COMMITTEE_MEETING in activity.kinds:
        people = len(dossier.people(activity.on))
        if people and people != activity.expected:
            message = f"应到（{activity.expected}）与当日在任委员（{people} 名）不一致"
            yield report(
                "R241", activity.where("expected"), message, "支委会的应到以在任名单为准，请核对支部概况的支委。"
            )
    for vote in (item.vote for item in activity.agenda if item.vote is not None):
        excluded = vote.excluded or activity.excluded
        yield from _differs(vote, "entitled", "应到会有表决权", dossier.entitled(activity.on, excluded), excluded)


def check_electorate(election: Election, dossier: Dossier) -> Iterator[Problem]:
    """Who may elect."""
    counted = dossier.entitled(election.on, election.excluded)
    yield from _differs(election, "entitled", "应到有选举权", counted, election.excluded)


def _differs(
    record: Record, name: str, label: str, counted: int | None, excluded: Exclusion | None
) -> Iterator[Problem]:
    written: int | None = getattr(record, name)
    if counted is None or written is None or written == counted:
        return
    less = "减不计入" if excluded else ""
    message = f"{label}（{written}）与当日党员人数{less}（{counted}）不一致"
    yield report("R241", record.where(name), message, "请核对签到表和名册；依规定不计入应到的，写在“不计入”里。")
