"""For whom an edition is made.  A module of its own: the command line asks before pydantic is loaded."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """公开版, 党内版 and 专人版: three build targets, from the widest readership to the narrowest."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"

    @property
    def label(self) -> str:
        """The Chinese name that every page carries."""
        return {"public": "公开版", "internal": "党内版", "restricted": "专人版"}[self.value]

    @property
    def rank(self) -> int:
        """0 for public; a reader sees a thing whose rank is not above the edition's."""
        return _RANKS[self]

    def sees(self, other: Audience) -> bool:
        """Whether this edition may show what is marked for `other`."""
        return other.rank <= self.rank


_RANKS = {audience: rank for rank, audience in enumerate(Audience)}
