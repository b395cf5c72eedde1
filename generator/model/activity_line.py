"""One activity of a register in words, for whatever shows the register."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class ActivityLine(NamedTuple):
    """A row of the register of activities; what it does not say is empty.

    `when` is where it stands and when and where it was; `about` and `proves` are HTML: links to what it dealt with, and to the
    standards it is evidence for.
    """

    anchor: str
    day: date
    when: str
    kinds: str
    matters: tuple[str, ...]
    notes: tuple[str, ...]
    about: tuple[str, ...]
    attendance: str
    absences: str
    chair: str
    recorder: str
    proves: str
