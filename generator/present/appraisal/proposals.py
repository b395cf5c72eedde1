"""选树推荐 in words: what was proposed, and what people have decided."""

from __future__ import annotations

from typing import NamedTuple

from generator.model import words
from generator.model.records.school_appraisal import Nomination


class ProposalLines(NamedTuple):
    """A nomination: who proposed the branch as what, on what grounds, and what was decided."""

    proposed: str
    grounds: str
    decided: str


def proposal_lines(row: Nomination) -> ProposalLines:
    """A decision that lacks office, day or signature is none, and says what it lacks."""
    if row.decision is None:
        decided = "还没有决定"
    elif row.unsigned:
        decided = f"写了“{row.decision}”，缺{'、'.join(row.unsigned)}，还不算决定"
    else:
        day = words.day(row.decided_on) if row.decided_on else ""
        decided = f"{row.decided_by}{day}决定：{row.decision}（{row.signed_by}签字）"
    return ProposalLines(f"{row.office}{words.day(row.on)}推荐为{row.selected_as}", row.grounds, decided)
