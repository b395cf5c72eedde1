"""What pages inside say of a row that goes public by its own 审批: whether the public edition holds it, and why not."""

from __future__ import annotations

from generator.model.approved_rows import approved_row
from generator.model.record import Record
from generator.present.kit.site import Site


def publication_note(site: Site, row: Record) -> str:
    """The sentence for editions inside; empty in the public one, where whatever is shown is approved."""
    if not site.judged:
        return ""
    given = approved_row(row)
    if given.approval is None:
        return "没有公开审批，公开版里没有这一项"
    if not given.decided:
        return "还没有定下来，公开版里没有这一项"
    found = given.barred(site.as_of)
    return f"{found.message}，公开版里没有这一项" if found else "已审批，公开版里有"
