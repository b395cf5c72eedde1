"""Terms of office (任期): the regular last day, and the last day after an approved extension."""

from __future__ import annotations

from datetime import date

from generator.model.period import add_months
from generator.model.records.election import Election

YEARS = 3
"""A branch committee is elected for three years (支部工作条例, 一般每届 3 年)."""


def regular_end(election: Election, years: int = YEARS) -> date:
    """The last day of the term: the one in the reply (批复), else the same day `years` later (28 February for 29)."""
    return election.ends or add_months(election.on, 12 * (election.years or years))


def approved_end(election: Election, years: int = YEARS) -> date:
    """The last day of the term, moved by an extension that was approved; one without approval moves nothing."""
    end, extension = regular_end(election, years), election.extension
    if extension is None or extension.until is None or extension.approval is None:
        return end
    return max(end, extension.until)
