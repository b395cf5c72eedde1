"""`Outcome`: what a check returns."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.model.finding import Evidence, Verdict


class Outcome(NamedTuple):
    """What the records show: a verdict, a Chinese sentence, its evidence, and the last day to close a gap.

    `restricted` is what the sentence goes on to say in the restricted edition only.
    """

    verdict: Verdict
    reason: str
    evidence: tuple[Evidence, ...] = ()
    due: date | None = None
    restricted: str = ""
