"""The people for whom the handbook is printed in part: who they are, and whose duties concern them."""

from __future__ import annotations

from enum import StrEnum

from generator.model.kinds import Duty

ROLE_KEY = "角色"
"""What the front matter of a role's page says whose it is."""


class Role(StrEnum):
    """A reader by what he does.  The value is his part of an address, and his heading on the page 怎么用这个网站."""

    SECRETARY = "secretary"
    ORGANIZER = "organizer"
    OFFICER = "officer"
    VISITOR = "visitor"

    @property
    def label(self) -> str:
        """What pages call him."""
        return _LABELS[self]

    @property
    def duty(self) -> Duty | None:
        """Whose duties are his to see to; a visitor has none, he comes to look."""
        return _DUTIES.get(self)


_LABELS = {
    Role.SECRETARY: "支部书记",
    Role.ORGANIZER: "组织员",
    Role.OFFICER: "组织部",
    Role.VISITOR: "观摩者",
}
_DUTIES = {
    Role.SECRETARY: Duty.BRANCH,
    Role.ORGANIZER: Duty.COMMITTEE,
    Role.OFFICER: Duty.INSTITUTION,
}
