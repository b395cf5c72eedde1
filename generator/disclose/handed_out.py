"""What of a showcase may be printed and handed to visitors: what is approved, for those for whom it is approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.disclose.approval import published_showcase
from generator.model.approved import Barred
from generator.model.index import ShowcaseEntry
from generator.model.record import Audience
from generator.model.records.approval import ApprovedFor


def handed_out(entry: ShowcaseEntry, day: date) -> ShowcaseEntry | None:
    """A showcase on record as its visitors may see it; None where no approval is in force on that day.

    The same in every edition: what is on paper leaves the house whoever printed it.
    """
    approval = entry.showcase.approval
    if approval is None or why_not_handed_out(entry, day) is not None:
        return None
    audience = Audience.PUBLIC if approval.scope is ApprovedFor.PUBLIC else Audience.INTERNAL
    return published_showcase(entry, audience)


def why_not_handed_out(entry: ShowcaseEntry, day: date) -> Barred | None:
    """What keeps an approved showcase from its visitors; that they are Party members only is no bar here."""
    approval = entry.showcase.approval
    if approval is None:
        return None
    widest = approval.model_copy(update={"scope": ApprovedFor.PUBLIC})
    return replace(entry, showcase=entry.showcase.model_copy(update={"approval": widest})).barred(day)
