"""Settings: the one frozen object every build starts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.model.audience import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """`committee:ID` or `branch:ID`: build only one unit's part."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What one edition is made of.

    `root` is the folder of `mkdocs.yml`; paths in messages are relative to it.  `as_of` (截至) plays "today" and is
    read once, outside; `year` is the year of the register that is judged, `as_of`'s unless told otherwise.
    """

    root: Path
    docs: Path
    records: Path
    as_of: date
    year: int
    audience: Audience = Audience.PUBLIC
    scope: Scope | None = None
