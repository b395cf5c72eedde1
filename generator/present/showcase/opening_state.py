"""How an observation point may be visited on a day: the word, the shape and the chip of its state."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.model.opening import paused
from generator.model.records.showcase_visit import Opening, OpeningMode


class OpeningState(NamedTuple):
    """How a point may be visited now: the word and its shape, the class of its chip, and what to do."""

    mode: OpeningMode
    shape: str
    css: str
    told: str

    @property
    def pause(self) -> str:
        """Why there are no visits now; empty where there are."""
        return self.told if self.mode is OpeningMode.PAUSED else ""


def opening_state(opening: Opening, day: date) -> OpeningState:
    """Open, by appointment, or paused; a pause that is over leaves appointments."""
    if paused(opening, day):
        told = opening.pause.told if opening.pause is not None else "暂不接待"
        return OpeningState(OpeningMode.PAUSED, "■", "zb-due-soon", told)
    if opening.mode is OpeningMode.OPEN:
        return OpeningState(OpeningMode.OPEN, "●", "zb-met", "时段内直接来，不用预约")
    return OpeningState(OpeningMode.BY_APPOINTMENT, "◇", "zb-no-record", "先约好，再来")
