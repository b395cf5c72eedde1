"""The status of a task of the year's plan on a day (任务状态), as pages show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.model.finding import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStanding:
    """The status of one task: verdict, reason, and deadline.

    `reason` is a Chinese sentence that says what the records show; `evidence` names the document that an office refers to.
    `verdict` is None for a task whose status this edition may not show, and `reason` is empty then.
    """

    clause: str
    due: date
    crosses_phases: bool
    verdict: Verdict | None
    reason: str = ""
    evidence: str = ""

    @property
    def withheld(self) -> bool:
        """Whether this edition may not show it."""
        return self.verdict is None

    def is_overdue(self, as_of: date) -> bool:
        """逾期: the deadline has passed and the records do not show that the task was finished; a withheld one is none."""
        return self.due < as_of and self.verdict in (Verdict.UNMET, Verdict.NO_RECORD)

    def is_upcoming(self, as_of: date) -> bool:
        """Whether there is still time, and something still to be done."""
        return self.due >= as_of and self.verdict in (Verdict.NOT_DUE, Verdict.DUE_SOON)
