"""本月一页: what a branch does in a month, on one side of paper.

It knows nothing of a page's geometry.  Texts are finished words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.finding import Verdict
from generator.model.sheet_imprint import SheetImprint


class SheetDay(NamedTuple):
    """A day of the calendar: its number, what falls due, what was held, and the holiday that it lies in."""

    number: int
    due: str = ""
    held: str = ""
    holiday: str = ""


class MonthTask(NamedTuple):
    """One thing to do: until when, the weekday and how long that is, what, how it is made good, under which standard and clause."""

    day: str
    left: str
    verdict: Verdict | None
    text: str
    how: str
    ground: str


class MonthGap(NamedTuple):
    """What was not met in time: by which standard, in which periods, what the records show, what is left to do."""

    standard: str
    text: str
    periods: str
    reason: str
    how: str


class MonthRemedy(NamedTuple):
    """A remedy: what it mends, how, whose it is, until when, and how it stands."""

    problem: str
    measure: str
    responsible: str
    due: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSheet:
    """`weeks` are seven days each from Monday on, None outside the month; `later` falls due after it, within 40 days.

    `unrecorded` is what nobody has checked yet, in words, and `checked` until when the registers were; `quiet` the sentence
    for a month with nothing to do.
    """

    imprint: SheetImprint
    title: str
    facts: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[SheetDay | None, ...], ...]
    tasks: tuple[MonthTask, ...]
    later: tuple[MonthTask, ...]
    quiet: str
    past: tuple[MonthGap, ...]
    remedies: tuple[MonthRemedy, ...]
    unrecorded: tuple[str, ...]
    checked: str
    rest: str
