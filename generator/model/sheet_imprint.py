"""What stands at the head and the foot of every sheet that is set from data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetImprint:
    """Whose sheet it is, what it is, for which readers, until when its records count.

    `unit` is the branch or committee, empty for the institution's own; `kind` the product with its year or month;
    `edition` the 版别 in words; `draft` says that the standards are not the official text, empty where they are.
    """

    institution: str
    unit: str
    kind: str
    edition: str
    as_of: date
    draft: str
