"""Committees by the standard set that their branches are judged by, and what they show first on each standard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.finding import Verdict, roll_up
from generator.model.summary import CommitteeSummary, SetSums
from generator.present.kit.catalogue import Catalogue
from generator.present.kit.site import Site


class CommitteeOfSet(NamedTuple):
    """A committee with its branches that are judged by one set; no sums where no set is for any of them."""

    catalogue: Catalogue
    total: CommitteeSummary
    sums: SetSums | None

    @property
    def branches(self) -> int:
        """How many of its branches are judged by the set and not dissolved."""
        return self.sums.branches if self.sums else self.total.branches

    @property
    def dissolved(self) -> int:
        """How many that are dissolved."""
        return self.sums.dissolved if self.sums else self.total.dissolved


def committees_by_set(site: Site, committees: Sequence[CommitteeSummary]) -> Iterator[CommitteeOfSet]:
    """Set by set, in the order of the sets and of the records."""
    for id, catalogue in site.catalogues.items():
        for total in committees:
            if id in total.sets or (catalogue is site.default and not total.sets):
                yield CommitteeOfSet(catalogue, total, total.sets.get(id))


def leading_state(sums: SetSums | None, standard: str) -> tuple[Verdict | None, int]:
    """What a committee's branches show first on a standard, and how many of them do.

    No number where it is the committee's or 学校's alone, judged once; no verdict either where nothing is judged.
    """
    counts = sums.counts.get(standard, {}) if sums else {}
    verdict = next((verdict for verdict in Verdict if counts.get(verdict)), None)
    if verdict is not None:
        return verdict, counts[verdict]
    above = tuple(sums.above.get(standard, {}).values()) if sums else ()
    return (roll_up(above) if above else None), 0
