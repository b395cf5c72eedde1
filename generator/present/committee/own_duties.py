"""What 学校 and its committees show on the standards on which they have duties of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.model.finding import Verdict
from generator.model.kinds import Duty
from generator.model.summary import CommitteeSummary, above_in
from generator.present.kit.catalogue import StandardView
from generator.present.kit.site import Site

Above = Mapping[StandardView, Verdict]
"""What one unit shows, by the standards on which it has a duty."""


def shown_above(site: Site, totals: Iterable[CommitteeSummary], duty: Duty) -> Above:
    """By standard what the units show: that of 学校 is the same in all committees' sums."""
    sums = [(id, row) for total in totals for id, row in total.sets.items()]
    found: dict[StandardView, Verdict] = {}
    for _, _, view in site.standards:
        shared = site.sharing(view)
        above = {} if view.withheld else above_in((row for id, row in sums if id in shared), view.id)
        if duty in above:
            found[view] = above[duty]
    return found


def duty_columns(site: Site, rows: Sequence[Above]) -> list[StandardView]:
    """The standards on which any of these units has a duty, in the order of the handbook."""
    asked = {view for row in rows for view in row}
    order = {id: at for at, id in enumerate(dict.fromkeys(row.view.id for row in site.standards))}
    return sorted((row.view for row in site.standards if row.view in asked), key=lambda view: order[view.id])
