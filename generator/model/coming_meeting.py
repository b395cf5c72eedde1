"""A meeting (会议) that is called and not held yet."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.model.kinds import ActivityKind


class ComingMeeting(NamedTuple):
    """A meeting that is called: what kind, when, where; empty words are left to be filled in."""

    kind: ActivityKind
    day: date
    time: str = ""
    place: str = ""
    group: str = ""

    @property
    def name(self) -> str:
        """What it is called: 第一党小组党小组会 only where there are several."""
        return f"{self.group}{'会' if self.group.endswith('党小组') else self.kind}" if self.group else self.kind.value
