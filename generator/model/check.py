"""What a check (检查方式) declares through its parameters to code that does not run it.

The calendar needs to know when something is due, pages which blank form to link and whether a person judges.  They get
it with the standard set, so that no module outside `evaluate` knows a check by name.
"""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from generator.model.decision_table import DecisionTable
from generator.model.kinds import ActivityKind, Duty
from generator.model.period import Cycle
from generator.model.record import Audience, Record

RecordKind = ActivityKind | type[Record]
"""What a register holds: activities of one kind, or rows of one record class."""


class PlannedDay(NamedTuple):
    """The nth weekday (Monday is 0) of every month, planned for one kind of activity."""

    kind: ActivityKind
    nth: int
    weekday: int


class YearlyWindow(NamedTuple):
    """Some days of every year, both ends included and written `06-21`."""

    name: str
    since: str
    until: str


class Recurring(NamedTuple):
    """CheckParameters for in each natural month, quarter or year.

    `name` is a short name, empty where the standard's own says it; `kinds` are the activities that are asked for.
    """

    cycle: Cycle
    name: str = ""
    kinds: tuple[ActivityKind, ...] = ()


Schedule = PlannedDay | YearlyWindow | Recurring


class Asked(NamedTuple):
    """How often something is asked for and by when, in a reader's words: 每季, 季末前; `until` is empty where no day is set."""

    often: str
    until: str = ""


class CheckDescription(Record):
    """Base class of the 参数 of every check: what code outside `evaluate` may ask."""

    by_people: ClassVar[bool] = False
    """Whether a person judges it (人工评)."""

    levels: ClassVar[frozenset[Duty]] = frozenset({Duty.BRANCH})
    """Whose records it can judge: a branch's, or those that 基层党委 and 学校 keep of what they have to do themselves."""

    audience: ClassVar[Audience] = Audience.INTERNAL
    """Who may see what it finds; 专人 for a check that rests on records which only that edition shows."""

    def subject(self, duty: Duty) -> Duty | None:
        """Whose records a criterion of that 责任主体 is judged from; None where the check cannot judge it.

        What a 基层党委 has to see to may be judged from each branch's records, such as its size.
        """
        judged = (each for each in (duty, Duty.BRANCH) if each in self.levels)
        return next(judged, None)

    @property
    def by_plan(self) -> bool:
        """Whether it is asked for only in a year whose plan asks for the standard."""
        return False

    def schedule(self) -> Schedule | None:
        """When it is due, for the calendar; None for a check of past meetings or of the state of things."""
        return None

    def asked(self) -> Asked:
        """How often it is asked for, and by when."""
        return Asked("随时")

    def lenient(self, *, hard_lines: bool) -> bool:  # noqa: ARG002 - for checks with lines of several kinds
        """Whether what is beyond its line is 提示 at most; `hard_lines` is whether the institution reads A2 as 缺项."""
        return False

    def decisions(self) -> tuple[DecisionTable, ...]:
        """这次能不能开: the numbers that the check goes by, for typical sizes."""
        return ()

    def forms(self) -> tuple[RecordKind, ...]:
        """The kinds of record that a branch fills in for it, of which there may be a blank form to print."""
        return ()
